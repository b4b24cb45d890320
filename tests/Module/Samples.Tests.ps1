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
        'the orders: Id +Status +Cycle +Total'
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

Describe 'samples/bulk' {
    BeforeAll {
        . "$PSScriptRoot/_TestHelper.ps1"
        $bulk = Join-Path $repositoryRoot 'samples/bulk'

        # Each run of the script with its exit code, after what is to happen before; what was bought, at the end.
        function Invoke-BulkSample([string] $Script) {
            $folder = (New-Item -ItemType Directory -Path (Join-Path $TestDrive ([Guid]::NewGuid()))).FullName
            Copy-Item -Path "$bulk/*" -Destination $folder
            $prelude = @'
                param($Folder)
                $env:PSModulePath = (Split-Path (Split-Path $env:PCC_MODULE)) + [IO.Path]::PathSeparator + $env:PSModulePath
                Set-Location -LiteralPath $Folder
                Connect-PartnerCenter -Emulator
                $customers = 1..3 | ForEach-Object { "c0000000-0000-4000-8000-00000000000$_" }
                function Buy([hashtable] $With = @{ Confirm = $false }) {
                    $global:LASTEXITCODE = $null
                    $summary = ./Buy-Plan.ps1 -PlanPath plan.csv @With -WarningAction SilentlyContinue
                    "exit $LASTEXITCODE bought $($summary.Bought) refused $($summary.Refused) open $($summary.Open)"
                }
'@
            $end = @'
                $null = Set-PartnerCenterEmulatorClock -Advance 01:00:00
                "orders $(@($customers | ForEach-Object { Get-PartnerCustomerOrder -CustomerId $_ }).Count)"
'@
            $run = Invoke-CleanPwsh -ArgumentList $folder -Script ([scriptblock]::Create("$prelude`n$Script`n$end"))
            $run.StdErr | Should -BeNullOrEmpty
            return $run.StdOut -notmatch '^What if'
        }
    }

    It 'buys each row once, however often it is started' {
        Invoke-BulkSample 'Buy; Buy; (Import-Csv plan.report.csv).State -join " "' |
            Should -BeExactly 'exit 0 bought 3 refused 0 open 0', 'exit 0 bought 3 refused 0 open 0', 'Ordered Ordered Ordered', 'orders 3'
    }

    It 'buys and writes nothing with -WhatIf' {
        $told = Invoke-BulkSample 'Buy @{ WhatIf = $true }; (Get-ChildItem -File).Name -join " "' | Where-Object { $_ -notlike '  row *' }
        $told | Should -BeExactly 'exit  bought  refused  open ', 'Buy-Plan.ps1 plan.csv', 'orders 0'
    }

    It 'buys nothing of a plan that is wrong' {
        Invoke-BulkSample '(Get-Content plan.csv).Replace("Fabrikam", "Fabrikan") | Set-Content plan.csv; Buy' |
            Should -BeExactly 'exit 1 bought  refused  open ', 'orders 0'
    }

    It 'tells a row that is refused from the others' {
        Invoke-BulkSample 'Set-PartnerCenterEmulatorFault carts.create -LineError InventoryNotAvailable; Buy' |
            Should -BeExactly 'exit 1 bought 2 refused 1 open 0', 'orders 2'
    }

    It 'says that something is open, and finishes it when it is started again' {
        Invoke-BulkSample @'
            Set-PartnerCenterEmulatorFault carts.checkout -Status 503 -Times 0
            Buy
            Set-PartnerCenterEmulatorFault -Clear
            Buy
'@ | Should -BeExactly 'exit 2 bought 0 refused 0 open 3', 'exit 0 bought 3 refused 0 open 0', 'orders 3'
    }

    It 'does not call a plan bought that is not the one of its journal' {
        Invoke-BulkSample 'Buy; (Get-Content plan.csv).Replace(",5,", ",6,") | Set-Content plan.csv; Buy' |
            Should -BeExactly 'exit 0 bought 3 refused 0 open 0', 'exit 2 bought 3 refused 0 open 0', 'orders 3'
    }

    It 'buys nothing where nobody can answer, and does not say that it did' {
        Invoke-BulkSample 'Buy @{}' | Should -BeExactly 'exit 2 bought  refused  open ', 'orders 0'
    }
}

Describe 'samples/reconciliation' {
    BeforeAll {
        . "$PSScriptRoot/_TestHelper.ps1"

        # After a purchase in two currencies and the month's end; Compare says what a scheduler would see.
        function Invoke-ReconciliationSample([string] $Script) {
            $folder = (New-Item -ItemType Directory -Path (Join-Path $TestDrive ([Guid]::NewGuid()))).FullName
            $prelude = @'
                param($Folder, $Sample)
                $env:PSModulePath = (Split-Path (Split-Path $env:PCC_MODULE)) + [IO.Path]::PathSeparator + $env:PSModulePath
                Set-Location -LiteralPath $Folder
                Connect-PartnerCenter -Emulator
                foreach ($number in 1, 3) {
                    $found = Find-PartnerProductAvailability -CustomerId "c0000000-0000-4000-8000-00000000000$number" -Product CFQ7TTC0LFLZ -Sku 0002 -TermDuration P1M -BillingCycle monthly
                    $found | New-PartnerCustomerCartLineItem -Quantity 4 | New-PartnerCustomerCart | Submit-PartnerCustomerCart -Confirm:$false | Wait-PartnerCustomerOrder | Out-Null
                }
                $null = Set-PartnerCenterEmulatorClock -Advance 40.00:00:00
                function Compare([hashtable] $With = @{}) {
                    $text = & $Sample -Folder kept @With
                    "exit $LASTEXITCODE $($text[0]), $(@($text -like 'Invoice *').Count) invoices"
                }
                function Exported { @(Get-PartnerCenterEmulatorRequest reconciliation.billed.export).Count }
'@
            $run = Invoke-CleanPwsh -ArgumentList $folder, (Join-Path $repositoryRoot 'samples/reconciliation/Compare-LastInvoice.ps1') -Script ([scriptblock]::Create("$prelude`n$Script"))
            $run.StdErr | Should -BeNullOrEmpty
            return $run.StdOut
        }
    }

    It 'compares the invoices of the last date, and fetches each once' {
        Invoke-ReconciliationSample 'Compare; Exported; Compare; Exported; (Get-ChildItem kept).Count; Get-Content kept/summary.txt -TotalCount 1' |
            Should -BeExactly 'exit 0 OK, 2 invoices', '2', 'exit 0 OK, 2 invoices', '2', '5', 'OK'
    }

    It 'says what was charged and not ordered' {
        $told = Invoke-ReconciliationSample 'Compare @{ InvoiceId = "G072504001" }; Get-Content kept/summary.txt; @(Import-Csv kept/G072504001.differences.csv).Count'
        $told[0] | Should -BeExactly 'exit 1 DIFFERENCES, 1 invoices'
        $told | Should -Contain '  and 180 more, in G072504001.differences.csv'
        $told[-1] | Should -BeExactly '200'
    }

    It 'takes a list of what was agreed' {
        Invoke-ReconciliationSample @'
            Get-PartnerInvoiceLineItem -InvoiceId G072504001 | Select-Object CustomerId, OrderId, ProductId, SkuId, Quantity, UnitPrice, Currency | Export-Csv agreed.csv
            Compare @{ InvoiceId = 'G072504001'; ExpectedPath = 'agreed.csv' }
            (Get-Content agreed.csv) -replace '"32"', '"31"' | Set-Content agreed.csv
            Compare @{ InvoiceId = 'G072504001'; ExpectedPath = 'agreed.csv' }
'@ | Should -BeExactly 'exit 0 OK, 1 invoices', 'exit 1 DIFFERENCES, 1 invoices'
    }

    It 'keeps no file of an invoice that it could not read whole' {
        $told = Invoke-ReconciliationSample '$invoice = Add-PartnerCenterEmulatorInvoice 50 -BrokenRow 7 -InvoiceDate 2025-08-08; Compare @{ InvoiceId = $invoice.Id }; Test-Path "kept/$($invoice.Id).jsonl.gz"; Compare @{ InvoiceId = $invoice.Id }'
        $told | Should -BeExactly 'exit 2 NOT DONE, 1 invoices', 'False', 'exit 2 NOT DONE, 1 invoices'
    }

    It 'says it when there is no such invoice, or no service' {
        Invoke-ReconciliationSample 'Compare @{ InvoiceId = "G1" }; Set-PartnerCenterEmulatorFault invoices.list -Status 503 -Times 0; Compare' |
            Should -BeExactly 'exit 2 NOT DONE, 0 invoices', 'exit 2 NOT DONE, 0 invoices'
    }
}
