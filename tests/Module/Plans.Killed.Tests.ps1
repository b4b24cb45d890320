# The small sister of ./build.sh soak.
BeforeAll {
    . "$PSScriptRoot/_TestHelper.ps1"
    . "$PSScriptRoot/_PlanSoak.ps1"
    Import-ModuleUnderTest
}

Describe 'What the soak looks at when all is over' {
    BeforeAll {
        function New-SoakOutcome {
            [pscustomobject]@{
                Killed = 2
                Runs   = 3
                Bought = @(1..3 | ForEach-Object { [pscustomobject]@{ Reference = "PO-$_"; OrderId = "order$_"; Quantity = 1 } })
                Status = @(1..3 | ForEach-Object { [pscustomobject]@{ Reference = "PO-$_"; OrderId = @("order$_"); Quantity = 1 } })
            }
        }
    }

    It 'is content with each row once' {
        Assert-PlanSoak (New-SoakOutcome) 3 2 7
    }

    It 'finds <Name>, and names the seed' -ForEach @(
        @{ Name = 'a row that was bought twice'; Break = { param($it) $it.Bought += [pscustomobject]@{ Reference = 'PO-1'; OrderId = 'order9'; Quantity = 1 } } }
        @{ Name = 'a row that was not bought'; Break = { param($it) $it.Bought = $it.Bought[0..1] } }
        @{ Name = 'one row twice in place of another'; Break = { param($it) $it.Bought[2].Reference = 'PO-1' } }
        @{ Name = 'an order under another row'; Break = { param($it) $it.Status[0].OrderId = @('order2') } }
        @{ Name = 'a row without its order'; Break = { param($it) $it.Status[0].OrderId = @() } }
        @{ Name = 'a row that the journal lost'; Break = { param($it) $it.Status = $it.Status[0..1] } }
        @{ Name = 'another quantity'; Break = { param($it) $it.Bought[1].Quantity = 5 } }
        @{ Name = 'a run that was over before all kills'; Break = { param($it) $it.Killed = 1 } }
    ) {
        $outcome = New-SoakOutcome
        & $Break $outcome
        { Assert-PlanSoak $outcome 3 2 7 } | Should -Throw '*seed 7*'
    }
}

Describe 'A plan whose run is killed' {
    It 'is bought once, row by row' {
        Assert-PlanSoak (Invoke-PlanSoak -Rows 20 -Kills 5 -Seed 7 -Folder $TestDrive) 20 5 7
    }

    It 'is bought once, row by row, when the service is killed instead' -Skip:$IsWindows {
        Assert-PlanSoak (Invoke-PlanSoak -Rows 20 -Kills 5 -Seed 11 -Folder $TestDrive -OfHost) 20 5 11
    }
}
