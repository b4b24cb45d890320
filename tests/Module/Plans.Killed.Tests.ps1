# The small sister of ./build.sh soak.
BeforeAll {
    . "$PSScriptRoot/_TestHelper.ps1"
    . "$PSScriptRoot/_PlanSoak.ps1"
    Import-ModuleUnderTest
}

Describe 'A plan whose run is killed' {
    It 'is bought once, row by row' {
        Assert-PlanSoak (Invoke-PlanSoak -Rows 20 -Kills 5 -Seed 7 -Folder $TestDrive) 20 5 7
    }

    It 'is bought once, row by row, when the service is killed instead' -Skip:$IsWindows {
        Assert-PlanSoak (Invoke-PlanSoak -Rows 20 -Kills 5 -Seed 11 -Folder $TestDrive -OfHost) 20 5 11
    }
}
