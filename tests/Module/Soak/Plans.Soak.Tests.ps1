# ./build.sh soak; a failing seed replays with PCC_SOAK_SEED.
BeforeAll {
    . "$PSScriptRoot/../_TestHelper.ps1"
    . "$PSScriptRoot/../_PlanSoak.ps1"
    Import-ModuleUnderTest
    $rows = 300
    $kills = 100
    $seed = $env:PCC_SOAK_SEED ? [int]$env:PCC_SOAK_SEED : [Random]::new().Next(1, 1000000)
}

Describe 'A plan of 300 rows, while every tenth call is disturbed' {
    It 'is bought once, whoever kills the run a hundred times' {
        [Console]::Out.WriteLine("PCC_SOAK_SEED=$seed")
        Assert-PlanSoak (Invoke-PlanSoak -Rows $rows -Kills $kills -Seed $seed -Folder $TestDrive) $rows $kills $seed
    }

    It 'is bought once, whoever kills the service a hundred times' -Skip:$IsWindows {
        [Console]::Out.WriteLine("PCC_SOAK_SEED=$seed")
        Assert-PlanSoak (Invoke-PlanSoak -Rows $rows -Kills $kills -Seed $seed -Folder $TestDrive -OfHost) $rows $kills $seed
    }
}
