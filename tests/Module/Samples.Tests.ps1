# The samples run as a user would run them: in a process of their own.
BeforeDiscovery {
    $csharpSample = Join-Path $PSScriptRoot '../../artifacts/bin/FirstPurchase/release/FirstPurchase.dll'
    $csharpIsBuilt = Test-Path -LiteralPath $csharpSample
}

Describe 'samples/FirstPurchase.ps1' {
    BeforeAll {
        . "$PSScriptRoot/_TestHelper.ps1"
        $run = Invoke-CleanPwsh -ArgumentList (Join-Path $repositoryRoot 'samples/FirstPurchase.ps1') {
            param($Sample)
            Import-Module $env:PCC_MODULE
            & $Sample
            if (Get-PartnerContext) { throw 'The sample left a connection behind.' }
        }
        $text = $run.StdOut -join "`n"
    }

    It 'ends well and complains about nothing' {
        $run.StdErr | Should -BeNullOrEmpty
        $run.ExitCode | Should -Be 0
    }

    It 'shows tables of <_>' -ForEach @(
        'the cart: Id +Status +Lines'
        'the lines: Id Catalog item +Qty +Cycle +Term'
        'the checkout: Cart +Orders +Failed +Order ids'
        'the orders: Id +Status +Cycle +Total +Lines'
        'what was provisioned: No +Qty +Term +Subscription +Name'
        'the requests: No +Operation +Method +Status +Path'
    ) {
        $text | Should -Match ($_ -replace '^[^:]+: ')
    }

    It 'buys a reservation, a subscription with an add-on, software and third-party SaaS in several orders' {
        foreach ($item in 'DZH318Z0BQ36:004G:DZH318Z08C0S', 'CFQ7TTC0LFLX:0001:CFQ7TTC0LB30', 'CFQ7TTC0HDJX:0001:CFQ7TTC0K806', 'DG7GMGF0DWTL:0001:DG7GMGF0DSFM', 'DZH318Z0BXWC:0002:DZH318Z0BMRV') {
            $text | Should -Match $item
        }
        @($run.StdOut -match '^[0-9a-f]{12} +pending ').Count | Should -BeGreaterThan 1
        $text | Should -Match '13,885\.00 USD'
    }

    It 'shows the subscriptions that came of it' {
        @($run.StdOut -match 'P1M +[0-9a-f]{8}-[0-9a-f-]{27} ').Count | Should -Be 3
    }

    It 'names no types and has no colours where the output is not a console' {
        $text | Should -Not -Match 'PartnerCenterCart\.|System\.'
        $text | Should -Not -Match "`e"
    }
}

Describe 'samples/csharp' {
    It 'makes the same purchase without PowerShell' -Skip:(-not $csharpIsBuilt) {
        $output = dotnet (Join-Path $PSScriptRoot '../../artifacts/bin/FirstPurchase/release/FirstPurchase.dll') 2>&1
        $LASTEXITCODE | Should -Be 0 -Because ($output -join "`n")
        $orders = @($output -match '^Order [0-9a-f]{12}, completed')
        $orders | Should -HaveCount 3
        $orders -match '13,885\.00 USD' | Should -HaveCount 1
    }
}
