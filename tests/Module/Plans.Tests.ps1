BeforeAll {
    . "$PSScriptRoot/_TestHelper.ps1"
    . "$PSScriptRoot/_Purchase.ps1"
    . "$PSScriptRoot/_Plan.ps1"
    Import-ModuleUnderTest
    $failure = 'PartnerCenterCart.Commands.InvokePartnerPurchasePlan'
}

Describe 'Buying a purchase plan' {
    BeforeEach {
        $null = Connect-PartnerCenter -Emulator
        $journal = Join-Path $TestDrive "$([Guid]::NewGuid())/journal.jsonl"
    }

    AfterAll { Disconnect-PartnerCenter -ErrorAction Ignore }

    It 'returns one object for each row, with its order' {
        $rows = @(New-TestPlan 5 | Invoke-PartnerPurchasePlan -JournalPath $journal -Confirm:$false -ErrorAction Stop)

        $rows.Count | Should -Be 5
        $rows.State | Sort-Object -Unique | Should -Be 'Ordered'
        $rows | ForEach-Object { (Get-PartnerCustomerOrder -CustomerId $_.CustomerId -OrderId $_.OrderId).LineItems[$_.LineItemNumber].FriendlyName | Should -BeExactly $_.Reference }
    }

    It 'hands its rows on to what follows a purchase' {
        $orders = @(New-TestPlan 2 | Invoke-PartnerPurchasePlan -JournalPath $journal -Confirm:$false | Wait-PartnerCustomerOrder)

        $orders.Status | Should -Be @('completed', 'completed')
    }

    It 'buys nothing twice when it is run again, and says so' {
        $plan = New-TestPlan 3
        $null = $plan | Invoke-PartnerPurchasePlan -JournalPath $journal -Confirm:$false
        $before = (Get-Request 'carts.create').Count

        $outcome = Get-Outcome { $plan | Invoke-PartnerPurchasePlan -JournalPath $journal -Confirm:$false }

        $outcome.Output | Should -BeNullOrEmpty
        $outcome.Warning | Should -BeLike '*3 rows are settled already*'
        (Get-Request 'carts.create').Count | Should -Be $before
    }

    It 'sends only reads with -WhatIf, makes no journal, and shows what it would buy' {
        $output = New-TestPlan 2 | Invoke-PartnerPurchasePlan -JournalPath $journal -WhatIf 6>&1

        $output | Should -BeNullOrEmpty
        (Get-Request '').Method | Sort-Object -Unique | Should -Be 'GET'
        Test-Path -LiteralPath $journal | Should -BeFalse
    }

    It 'asks, with the totals, and buys nothing without an answer' {
        $outcome = Invoke-CleanPwsh -Script {
            Import-Module $env:PCC_MODULE
            $null = Connect-PartnerCenter -Emulator
            $journal = Join-Path ([IO.Path]::GetTempPath()) "$([Guid]::NewGuid()).jsonl"
            $plan = @{ Customer = 'Contoso'; ProductId = 'CFQ7TTC0LFLX'; SkuId = '0001'; Quantity = 2; TermDuration = 'P1M'; BillingCycle = 'monthly' } | Import-PartnerPurchasePlan
            try { $plan | Invoke-PartnerPurchasePlan -JournalPath $journal } catch { "$_" }
            $plan | Invoke-PartnerPurchasePlan -JournalPath $journal -WhatIf
            "requests: $(@(Get-PartnerCenterEmulatorRequest -Operation carts.create).Count), journal: $(Test-Path $journal)"
        }
        $text = $outcome.StdOut -join "`n"
        $text | Should -BeLike '*NonInteractive*requests: 0, journal: False*'
        $text | Should -BeLike '*Buy 1 row in USD, price unknown*row 1: 2 x CFQ7TTC0LFLX:0001:*on target "1 purchase for Contoso"*'
    }

    It 'gives an error for each row that the service refuses, after its object, and goes on' {
        Set-PartnerCenterEmulatorFault -Operation carts.create -Status 403 -Code 800069 -Confirm:$false

        $outcome = Get-Outcome { New-TestPlan 3 | Invoke-PartnerPurchasePlan -JournalPath $journal -ThrottleLimit 1 -Confirm:$false }

        @($outcome.Output | Where-Object State -EQ 'Ordered').Count | Should -Be 2
        $failed = $outcome.Output | Where-Object State -EQ 'Failed'
        $failed.ErrorCode | Should -Be '800069'
        $outcome.Error.Count | Should -Be 1
        $outcome.Error[0].FullyQualifiedErrorId | Should -BeExactly "Forbidden,$failure"
        $outcome.Error[0].TargetObject.Reference | Should -BeExactly $failed.Reference

        $again = New-TestPlan 3 | Invoke-PartnerPurchasePlan -JournalPath $journal -RetryFailed -Confirm:$false
        $again.Reference | Should -BeExactly $failed.Reference
        $again.State | Should -Be 'Ordered'
    }

    It 'refuses a plan with errors, all of them in one error, before anything is bought' {
        $rows = @(New-TestPlanRow 3) + [pscustomobject]@{ Reference = 'PO-1'; Customer = 'Nobody Ltd'; Quantity = 0 }

        $outcome = Get-Outcome { $rows | Import-PartnerPurchasePlan -WarningAction Ignore | Invoke-PartnerPurchasePlan -JournalPath $journal -Confirm:$false }

        $outcome.Error.Count | Should -Be 1
        $outcome.Error[0].FullyQualifiedErrorId | Should -BeExactly "ValidationFailed,$failure"
        foreach ($rule in 'ReferenceNotUnique', 'ItemMissing', 'QuantityInvalid') { "$($outcome.Error[0])" | Should -BeLike "*row 4 (PO-1): ${rule}*" }
        Get-Request 'carts.create' | Should -BeNullOrEmpty
    }

    It 'refuses a changed plan with the difference' {
        $null = New-TestPlan 2 | Invoke-PartnerPurchasePlan -JournalPath $journal -Confirm:$false

        $outcome = Get-Outcome { New-TestPlan 2 @{ Quantity = 9 } | Invoke-PartnerPurchasePlan -JournalPath $journal -Confirm:$false }

        $outcome.Error[0].FullyQualifiedErrorId | Should -BeExactly "PlanChanged,$failure"
        "$($outcome.Error[0])" | Should -BeLike "*row 1 (PO-1): quantity: '1' in the journal, '9' in the plan*"
    }

    It 'refuses a plan whose catalogue moved since it was tested, unless told' {
        $plan = New-TestPlan 1 @{ ProductId = 'CFQ7TTC1A101' } | Test-PartnerPurchasePlan
        Set-PartnerCenterEmulatorClock -Advance 40.00:00:00 -Confirm:$false

        $outcome = Get-Outcome { $plan | Invoke-PartnerPurchasePlan -JournalPath $journal -Confirm:$false }
        $row = $plan | Invoke-PartnerPurchasePlan -JournalPath $journal -AllowChangedCatalog -Confirm:$false

        $outcome.Error[0].FullyQualifiedErrorId | Should -BeExactly "PlanChanged,$failure"
        $row.State | Should -Be 'Ordered'
        $row.CatalogItemId | Should -Not -Be $plan.Rows[0].CatalogItemId
    }

    It 'stops at Ctrl+C with a whole journal, and is gone on with' {
        $plan = New-TestPlan 30 | Test-PartnerPurchasePlan
        Set-PartnerCenterEmulatorFault -Operation carts.checkout -Delay 00:00:00.05 -Times 0 -Confirm:$false
        $seen = $plan | Invoke-PartnerPurchasePlan -JournalPath $journal -ThrottleLimit 2 -Confirm:$false | Select-Object -First 3
        Set-PartnerCenterEmulatorFault -Clear -Confirm:$false
        $status = Get-PartnerPurchasePlanStatus $journal
        @($status | Where-Object State -EQ 'Ordered').Count | Should -BeGreaterOrEqual 3
        @($status | Where-Object State -EQ 'Planned').Count | Should -BeGreaterThan 10

        $null = $plan | Invoke-PartnerPurchasePlan -JournalPath $journal -Confirm:$false

        $seen.Count | Should -Be 3
        (Get-PartnerPurchasePlanStatus $journal).State | Sort-Object -Unique | Should -Be 'Ordered'
        Set-PartnerCenterEmulatorClock -Advance 00:20:00 -Confirm:$false
        $bought = @(Get-Purchase)
        $bought.Count | Should -Be 30
        $bought.Reference | Sort-Object | Should -BeExactly (1..30 | ForEach-Object { "PO-$_" } | Sort-Object)
    }

    It 'leaves a journal to the run that has it' {
        $plan = New-TestPlan 2 | Test-PartnerPurchasePlan
        $held = [PartnerCenterCart.PurchaseJournal]::Open($journal, $plan, [DateTimeOffset]::UtcNow)
        try { $outcome = Get-Outcome { $plan | Invoke-PartnerPurchasePlan -JournalPath $journal -Confirm:$false } }
        finally { $held.Dispose() }

        $outcome.Error[0].FullyQualifiedErrorId | Should -BeExactly "JournalInUse,$failure"
        $outcome.Warning | Should -BeNullOrEmpty
        Get-Request 'carts.create' | Should -BeNullOrEmpty
        $plan | Invoke-PartnerPurchasePlan -JournalPath $journal -Confirm:$false | Should -HaveCount 2
    }

    It 'says what stands when it ends early, and where to look' {
        $plan = New-TestPlan 12 | Test-PartnerPurchasePlan
        $null = $plan | Invoke-PartnerPurchasePlan -JournalPath $journal -ThrottleLimit 1 -Confirm:$false -WarningVariable said -WarningAction SilentlyContinue | Select-Object -First 2

        "$said" | Should -BeLike "The run has ended early; its rows now: *Planned, * Ordered. Get-PartnerPurchasePlanStatus '*journal.jsonl' shows each.*nothing is bought twice."
    }

    It 'says so after Ctrl+C, too, when the pipeline takes nothing any more' {
        $outcome = Invoke-CleanPwsh -Script {
            Import-Module $env:PCC_MODULE
            $runspace = [powershell]::Create()
            $null = $runspace.AddScript({
                param($module, $journal)
                Import-Module $module
                $null = Connect-PartnerCenter -Emulator
                Set-PartnerCenterEmulatorFault -Operation carts.checkout -Delay 00:01:00 -Times 0 -Confirm:$false
                @{ Reference = 'PO-1'; Customer = 'Contoso'; ProductId = 'CFQ7TTC0LFLX'; SkuId = '0001'; Quantity = 2; TermDuration = 'P1M'; BillingCycle = 'monthly' } |
                    Import-PartnerPurchasePlan | Invoke-PartnerPurchasePlan -JournalPath $journal -Confirm:$false
            }.ToString()).AddArgument($env:PCC_MODULE).AddArgument((Join-Path ([IO.Path]::GetTempPath()) "$([Guid]::NewGuid()).jsonl"))
            $journal = $runspace.Commands.Commands[0].Parameters[1].Value
            # The streams of a host that is there: the pipeline's own are closed when it was stopped.
            $settings = [Management.Automation.PSInvocationSettings]::new()
            $settings.Host = $Host
            $running = $runspace.BeginInvoke([Management.Automation.PSDataCollection[psobject]]::new(), $settings, $null, $null)
            while (-not (Test-Path $journal) -or -not (Get-PartnerPurchasePlanStatus $journal | Where-Object State -EQ 'CheckingOut')) { [Threading.Thread]::Sleep(20) }
            $runspace.Stop()
            try { $null = $runspace.EndInvoke($running) } catch { "stopped: $($_.Exception.InnerException.GetType().Name)" }
        }
        $outcome.StdOut -join ' ' | Should -BeLike '*1 CheckingOut*Get-PartnerPurchasePlanStatus*'
    }

    It 'lets rows of one customer share a cart' {
        $rows = @(New-TestPlanRow 6 | Import-PartnerPurchasePlan -GroupBy Customer | Invoke-PartnerPurchasePlan -JournalPath $journal -Confirm:$false)

        (Get-Request 'carts.create').Count | Should -Be 3
        @($rows.OrderId | Sort-Object -Unique).Count | Should -Be 3
        @($rows | Sort-Object RowNumber | ForEach-Object LineItemNumber) | Should -Be 0, 0, 0, 1, 1, 1
    }

    It 'needs a journal and a plan' {
        (Get-Command Invoke-PartnerPurchasePlan).Parameters['JournalPath'].Attributes.Mandatory | Should -Contain $true
        $outcome = Get-Outcome { 'plan.csv' | Invoke-PartnerPurchasePlan -JournalPath $journal -Confirm:$false }
        $outcome.Error[0].FullyQualifiedErrorId | Should -BeExactly "InvalidInput,$failure"
    }
}

Describe 'Looking at a purchase plan' {
    BeforeAll {
        $null = Connect-PartnerCenter -Emulator
        $journal = Join-Path $TestDrive 'status.jsonl'
        $rows = @(New-TestPlan 3 | Invoke-PartnerPurchasePlan -JournalPath $journal -Confirm:$false)
        Disconnect-PartnerCenter
    }

    It 'needs no connection and shows each row in its order' {
        $status = @(Get-PartnerPurchasePlanStatus $journal)

        $status.RowNumber | Should -Be 1, 2, 3
        $status.OrderId | Sort-Object | Should -Be ($rows.OrderId | Sort-Object)
        Get-PartnerPurchasePlanStatus $journal -State Failed, Open | Should -BeNullOrEmpty
        Get-Item -LiteralPath $journal | Get-PartnerPurchasePlanStatus | Should -HaveCount 3
    }

    It 'is written as a report that is the same in every culture' {
        $report = Join-Path $TestDrive 'report.csv'
        $before = [cultureinfo]::CurrentCulture
        try {
            [cultureinfo]::CurrentCulture = 'de-DE'
            $written = Export-PartnerPurchasePlanStatus $journal $report
            $written.FullName | Should -Be $report
            $written | Out-String -Width 120 | Should -Match "\b$($written.Length)\b" -Because 'the table of files shows the size'
        }
        finally { [cultureinfo]::CurrentCulture = $before }
        $lines = @(Import-Csv -LiteralPath $report)
        $lines.Reference | Should -BeExactly 'PO-1', 'PO-2', 'PO-3'
        $lines.OrderId | Should -BeExactly ($rows | Sort-Object RowNumber | ForEach-Object { "$($_.OrderId)" })
        $lines[0].Price | Should -Match '^[0-9]+\.[0-9]+$'
        (Get-Outcome { Export-PartnerPurchasePlanStatus $journal $report }).Error[0].FullyQualifiedErrorId | Should -BeExactly (Get-ErrorId InvalidInput Export-PartnerPurchasePlanStatus)
        Export-PartnerPurchasePlanStatus $journal $report -Force | Should -HaveCount 1
    }

    It 'keeps a spreadsheet from taking a reference for a formula, when asked to' {
        $null = Connect-PartnerCenter -Emulator
        $other = Join-Path $TestDrive 'formula.jsonl'
        $null = New-TestPlan 1 @{ Reference = '=1+1' } | Invoke-PartnerPurchasePlan -JournalPath $other -Confirm:$false
        Disconnect-PartnerCenter

        (Import-Csv (Export-PartnerPurchasePlanStatus $other (Join-Path $TestDrive 'plain.csv')).FullName).Reference | Should -BeExactly '=1+1'
        $safe = (Export-PartnerPurchasePlanStatus $other (Join-Path $TestDrive 'safe.csv') -SafeForSpreadsheet).FullName
        (Import-Csv $safe).Reference | Should -BeExactly "'=1+1"
        [IO.File]::ReadAllBytes($safe)[0..2] | Should -Be 0xEF, 0xBB, 0xBF
    }

    It 'says that a journal is missing' {
        $outcome = Get-Outcome { Get-PartnerPurchasePlanStatus (Join-Path $TestDrive 'none.jsonl') }
        $outcome.Error[0].FullyQualifiedErrorId | Should -BeExactly (Get-ErrorId NotFound Get-PartnerPurchasePlanStatus)
    }
}
