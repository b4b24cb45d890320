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

Describe 'samples/testing' {
    BeforeAll { . "$PSScriptRoot/_TestHelper.ps1" }

    It 'is a test of a script, and passes' {
        $run = Invoke-CleanPwsh -ArgumentList (Join-Path $PSScriptRoot '../../samples/testing'), (Split-Path (Get-Module Pester).Path) {
            param($Folder, $Pester)
            # A user has the module installed; here it is where it was built.
            $env:PSModulePath = (Split-Path (Split-Path $env:PCC_MODULE)) + [IO.Path]::PathSeparator + $env:PSModulePath
            Import-Module $Pester
            $result = Invoke-Pester -Path $Folder -PassThru -Output None
            "passed $($result.PassedCount), failed $($result.FailedCount + $result.FailedContainersCount)"
            $result.Failed | ForEach-Object { "$($_.Name): $($_.ErrorRecord)" }
        }
        $run.StdOut -match '^passed' | Should -BeExactly 'passed 6, failed 0' -Because ($run.StdOut -join "`n")
    }
}

Describe 'samples/Runbook.ps1' {
    BeforeAll {
        . "$PSScriptRoot/_TestHelper.ps1"
        . "$PSScriptRoot/_SignIn.ps1"
        $platform = Start-IdentityPlatform
        $emulator = Start-EmulatorHost
        $runbook = Join-Path $repositoryRoot 'samples/Runbook.ps1'

        # Connected before the runbook starts, with the managed identity of a fake machine; it then uses that connection.
        function Invoke-Runbook([string] $Before = '', [int] $Quantity = 3, [string] $ProductSku = 'CFQ7TTC0LFLX:0001') {
            $script = @"
                `$env:PSModulePath = (Split-Path (Split-Path `$env:PCC_MODULE)) + [IO.Path]::PathSeparator + `$env:PSModulePath
                Connect-PartnerCenter -Identity -Endpoint `$env:EMULATOR_ENDPOINT
                Reset-PartnerCenterEmulator
                `$null = Invoke-RestMethod -Method Post -Uri "`$env:EMULATOR_ENDPOINT/_emulator/settings" -Body '{"provisioningSeconds":0}' -ContentType application/json
                $Before
                try { & `$env:RUNBOOK -CustomerId c0000000-0000-4000-8000-000000000001 -ProductSku `$env:PRODUCT_SKU -Quantity `$env:QUANTITY -WarningAction Ignore | ConvertTo-Json -Compress }
                catch { "thrown: `$_" }
                "orders: `$(@(Get-PartnerCenterEmulatorRequest -Operation carts.checkout).Count)"
"@
            $environment = @{ IDENTITY_ENDPOINT = "$($platform.PlainAddress)/msi/token"; IDENTITY_HEADER = 'header'; RUNBOOK = $runbook; PRODUCT_SKU = $ProductSku; QUANTITY = $Quantity }
            Invoke-SignedIn -Platform $platform -Emulator $emulator -Environment $environment -Script ([scriptblock]::Create($script))
        }
    }

    AfterAll {
        Stop-EmulatorHost $emulator
        if ($platform) { $platform.Stop() }
    }

    It 'buys unattended and tells what came of it' {
        $run = Invoke-Runbook
        $bought = $run.StdOut[0] | ConvertFrom-Json
        ($bought.CustomerId, $bought.Status) | Should -BeExactly 'c0000000-0000-4000-8000-000000000001', 'completed'
        $bought.SubscriptionId | Should -Match '^[0-9a-f-]{36}$'
    }

    It 'says that nothing was bought, where nothing was' {
        (Invoke-Runbook -Quantity 1000000).StdOut | Should -Contain 'orders: 0'
        (Invoke-Runbook -Quantity 1000000).StdOut[0] | Should -BeLike 'thrown: Nothing was bought (*'
        (Invoke-Runbook -ProductSku 'CFQ7TTC0CL0S:0001').StdOut[0] | Should -BeLike 'thrown: Nothing of CFQ7TTC0CL0S:0001 is for sale*'
    }

    It 'does not say that nothing was bought where that is not known' {
        $run = Invoke-Runbook -Before 'Set-PartnerCenterEmulatorFault -Operation carts.checkout -ResetConnection After -Times 0'
        $run.StdOut[0] | Should -BeLike 'thrown: NOT KNOWN whether it was bought.*'
    }
}
