# Balance, invoices and their documents, as a user meets them.
BeforeAll {
    . "$PSScriptRoot/_TestHelper.ps1"
    Import-ModuleUnderTest
    Connect-PartnerCenter -Emulator

    function Get-Sent([string] $Operation = '*') { Get-PartnerCenterEmulatorRequest | Where-Object Operation -Like $Operation }
}

AfterAll { Disconnect-PartnerCenter }

Describe 'Invoices' {
    BeforeEach { Reset-PartnerCenterEmulator }

    Context 'Get-PartnerInvoiceSummary and Get-PartnerAccountBalance' {
        It 'show one balance for each currency' {
            $all = Get-PartnerInvoiceSummary
            $all.CurrencyCode | Should -Be ($all.CurrencyCode | Sort-Object -Unique)
            $all | ForEach-Object { ($_.Details.Summary.BalanceAmount | Measure-Object -Sum).Sum | Should -Be $_.BalanceAmount }
            (Get-PartnerInvoiceSummary -Currency eur).CurrencyCode | Should -Be 'EUR'
            (Get-PartnerInvoiceSummary -DefaultCurrency).BalanceAmount | Should -Be (Get-PartnerAccountBalance).BalanceAmount
            (Get-Sent).Operation | Should -Be 'invoices.summaries', 'invoices.summaries', 'invoices.summary', 'invoices.summary'
        }

        It 'refuses what is no currency before anything is sent' {
            { Get-PartnerInvoiceSummary -Currency dollars -ErrorAction Stop } | Should -Throw -ErrorId 'InvalidInput,PartnerCenterCart.Commands.GetPartnerInvoiceSummary'
            Get-Sent | Should -BeNullOrEmpty
        }
    }

    Context 'Get-PartnerInvoice' {
        It 'lists all, and reads by id what the list does not tell' {
            $all = Get-PartnerInvoice
            $all.Count | Should -BeGreaterThan 5
            $one = Get-PartnerInvoice G016907411
            $one.TotalCharges | Should -Be ($all | Where-Object Id -EQ G016907411).TotalCharges
            $one.BillingPeriodStartDate.UtcDateTime | Should -Be ([datetime]'2024-04-01')
        }

        It 'lets the service pick by date, the last day included' {
            (Get-PartnerInvoice -From 2021-06-08 -To 2024-05-08).Id | Should -Be 'G000773581', 'G016907411'
            (Get-PartnerInvoice -From ([datetime]'2025-01-01')).Id | Should -Be 'G072504001'
            (Get-PartnerInvoice -To 2017-12-31).Id | Should -Be 'D02005YFHI'
            (Get-Sent).Query | ForEach-Object { $_ | Should -Match 'filter=' }
        }

        It 'takes ids and invoices from the pipeline, and one bad id spoils no other' {
            $found = 'D02005YFHI', 'NOSUCH', 'b!d', 'T000001234' | Get-PartnerInvoice -ErrorVariable failed -ErrorAction SilentlyContinue
            $found.Id | Should -Be 'D02005YFHI', 'T000001234'
            $failed.FullyQualifiedErrorId | Should -Be 'NotFound,PartnerCenterCart.Commands.GetPartnerInvoice', 'InvalidInput,PartnerCenterCart.Commands.GetPartnerInvoice'
            $failed.TargetObject | Should -Be 'NOSUCH', 'b!d'
            ($found | Get-PartnerInvoice).Id | Should -Be $found.Id
        }

        It 'picks by status' {
            Get-PartnerInvoice -Status nothing-has-it | Should -BeNullOrEmpty
            $states = Get-PartnerInvoice | Where-Object Status | Group-Object Status
            foreach ($state in $states) { @(Get-PartnerInvoice -Status $state.Name.ToUpper()).Count | Should -Be $state.Count }
        }

        It 'refuses what is no date' {
            { Get-PartnerInvoice -From '06.07.2024' -ErrorAction Stop } | Should -Throw -ErrorId 'InvalidInput,*'
            { Get-PartnerInvoice -From 2024-02-01 -To 2024-01-01 -ErrorAction Stop } | Should -Throw -ErrorId 'InvalidInput,*'
            Get-Sent | Should -BeNullOrEmpty
        }
    }

    Context 'Get-PartnerInvoiceStatement' {
        BeforeEach {
            $folder = Join-Path $TestDrive ([guid]::NewGuid())
            $null = New-Item -ItemType Directory -Path $folder
            Push-Location $folder
        }

        AfterEach { Pop-Location }

        It 'writes the document to the present location and gives its file' {
            $file = Get-PartnerInvoiceStatement -InvoiceId G016907411
            $file | Should -BeOfType ([IO.FileInfo])
            $file.FullName | Should -Be (Join-Path $folder 'Invoice_G016907411.pdf')
            [Text.Encoding]::ASCII.GetString([IO.File]::ReadAllBytes($file.FullName), 0, 5) | Should -Be '%PDF-'
            (Get-Sent).Headers.Accept | Should -Be 'application/pdf'
            (Get-ChildItem -Force).Name | Should -Be 'Invoice_G016907411.pdf'
        }

        It 'takes <Path> as <Expected>' -ForEach @(
            @{ Path = 'new/deep'; Expected = 'new/deep/Invoice_G016907411.pdf' }, @{ Path = 'new/my.pdf'; Expected = 'new/my.pdf' }
            @{ Path = './x.pdf/'; Expected = 'x.pdf/Invoice_G016907411.pdf' }, @{ Path = 'with [brackets]'; Expected = 'with [brackets]/Invoice_G016907411.pdf' }
        ) {
            $file = Get-PartnerInvoiceStatement G016907411 -OutputPath $Path
            $file.FullName | Should -Be (Join-Path $folder $Expected)
            Test-Path -LiteralPath (Join-Path $folder $Expected) | Should -BeTrue
        }

        It 'downloads several by pipeline, and one that is not there spoils no other' {
            $files = 'G016907411', 'NOSUCH', 'T000001234' | ForEach-Object { [pscustomobject]@{ InvoiceId = $_ } } |
                Get-PartnerInvoiceStatement -OutputPath all -ErrorVariable failed -ErrorAction SilentlyContinue
            $files.Name | Should -Be 'Invoice_G016907411.pdf', 'Invoice_T000001234.pdf'
            $failed.FullyQualifiedErrorId | Should -Be 'NotFound,PartnerCenterCart.Commands.GetPartnerInvoiceStatement'
            $failed.TargetObject | Should -Be 'NOSUCH'
            (Get-ChildItem -Force all).Count | Should -Be 2
        }

        It 'keeps a file that exists, unless told' {
            'mine' | Set-Content Invoice_G016907411.pdf
            { Get-PartnerInvoiceStatement G016907411 -ErrorAction Stop } | Should -Throw -ErrorId 'InvalidInput,PartnerCenterCart.Commands.GetPartnerInvoiceStatement'
            Get-Sent | Should -BeNullOrEmpty
            Get-Content Invoice_G016907411.pdf | Should -Be 'mine'
            (Get-PartnerInvoiceStatement G016907411 -Force).Length | Should -BeGreaterThan 1000
            (Get-PartnerInvoiceStatement G016907411 -Overwrite).Length | Should -BeGreaterThan 1000
        }

        It 'leaves the old file and nothing else when the download breaks' {
            'mine' | Set-Content Invoice_G016907411.pdf
            Set-PartnerCenterEmulatorFault -Operation invoices.statement -TruncateBody -Times 99
            { Get-PartnerInvoiceStatement G016907411 -Force -ErrorAction Stop } | Should -Throw -ErrorId 'ConnectionFailed,*'
            Get-Content Invoice_G016907411.pdf | Should -Be 'mine'
            (Get-ChildItem -Force).Name | Should -Be 'Invoice_G016907411.pdf'
            { Get-PartnerInvoiceStatement G016907411 -OutputPath fresh/deep -ErrorAction Stop } | Should -Throw
            Test-Path fresh | Should -BeFalse
        }

        It 'tries again when a download breaks once, with the same bytes in the end' {
            $whole = Get-PartnerInvoiceStatement G016907411 | Get-FileHash
            Set-PartnerCenterEmulatorFault -Operation invoices.statement -TruncateBody -Times 1
            (Get-PartnerInvoiceStatement G016907411 -Force | Get-FileHash).Hash | Should -Be $whole.Hash
            (Get-Sent invoices.statement).Count | Should -Be 3
        }

        It 'says what cannot be written' {
            'x' | Set-Content file
            { Get-PartnerInvoiceStatement G016907411 -OutputPath file -ErrorAction Stop } | Should -Throw -ErrorId 'FileFailed,*'
            { Get-PartnerInvoiceStatement G016907411 -OutputPath Env:\x -ErrorAction Stop } | Should -Throw -ErrorId 'InvalidInput,*'
        }
    }

    Context 'Get-PartnerInvoiceTaxReceiptStatement' {
        It 'downloads the receipts of an invoice, not the invoice' {
            $receipts = Get-PartnerInvoice D02005YFHI | Get-PartnerInvoiceTaxReceiptStatement -OutputPath (Join-Path $TestDrive receipts)
            $receipts.Name | Should -Be 'E-Tax-123456.pdf'
            (Get-Sent | Select-Object -Last 1).Operation | Should -Be 'invoices.receiptStatement'
            (Get-PartnerInvoiceTaxReceiptStatement D02005YFHI -TaxReceiptId 123456 -OutputPath (Join-Path $TestDrive 'one.pdf')).Length | Should -BeGreaterThan 500
        }

        It 'says which receipt is not there' {
            { Get-PartnerInvoiceTaxReceiptStatement D02005YFHI -TaxReceiptId 999 -OutputPath $TestDrive -ErrorAction Stop } | Should -Throw -ErrorId 'NotFound,PartnerCenterCart.Commands.GetPartnerInvoiceTaxReceiptStatement'
        }
    }

    Context 'Get-PartnerInvoiceEstimateLink' {
        It 'leads to open charges' {
            $links = Get-PartnerInvoiceEstimateLink -Currency USD
            $links.Count | Should -Be 4
            $links.Period | Sort-Object -Unique | Should -Be 'Current', 'Previous'
            $null = $links | Get-PartnerInvoiceLineItem -Api v1 -ErrorAction SilentlyContinue
            (Get-Sent invoices.unbilledLineItems).Count | Should -Be 4
        }

        It 'is piped on to rows and to files' {
            $null = @{ CatalogItemId = 'CFQ7TTC0LFLX:0001:CFQ7TTC0LB30'; Quantity = 7; BillingCycle = 'monthly'; TermDuration = 'P1Y' } |
                New-PartnerCustomerCart -CustomerId '28045616-f6b9-462f-9701-0d89b5e65c44' | Submit-PartnerCustomerCart -Confirm:$false | Wait-PartnerCustomerOrder
            $links = Get-PartnerInvoiceEstimateLink -Currency USD | Where-Object { $_.Period -eq 'Current' -and $_.Type -eq 'non_consumption' }
            $rows = @($links | Get-PartnerInvoiceLineItem)
            $rows.Count | Should -BeGreaterThan 0
            $rows.Quantity | Should -Contain 7
            $rows[0].Source.Period | Should -Be 'current'
            $file = $links | Export-PartnerInvoiceLineItem -Path TestDrive:/open.csv
            @(Import-Csv -LiteralPath $file.FullName).OrderId | Should -Be $rows.OrderId
            $file = $links | Export-PartnerInvoiceLineItem -Path TestDrive:/estimates/
            $file.Name | Should -Be 'unbilled-USD-Current.csv'
        }
    }
}

# What only shows when a real pipeline is stopped; Invoices.Killed.Tests.ps1 kills processes.
Describe 'A download that is ended from outside' {
    BeforeAll { $emulator = Start-EmulatorHost }
    AfterAll { Stop-EmulatorHost $emulator }

    BeforeEach {
        $folder = (New-Item -ItemType Directory -Path (Join-Path $TestDrive ([guid]::NewGuid()))).FullName
        $file = Join-Path $folder 'Invoice_G016907411.pdf'
        [IO.File]::WriteAllText($file, 'old')
        $service = Connect-PartnerCenter -AccessToken test -Endpoint $emulator.Endpoint -PassThru -Scope Runspace
        Reset-PartnerCenterEmulator -Connection $service
    }

    It 'by Ctrl+C returns at once and leaves the old file alone' {
        Set-PartnerCenterEmulatorFault -Operation invoices.statement -Delay '00:05:00' -Connection $service
        $shell = [powershell]::Create().AddScript({
                param($module, $endpoint, $folder)
                Import-Module $module
                Connect-PartnerCenter -AccessToken test -Endpoint $endpoint -Scope Runspace
                Get-PartnerInvoiceStatement G016907411 -OutputPath $folder -Force
            }).AddArgument((Get-ModuleUnderTestPath)).AddArgument($emulator.Endpoint).AddArgument($folder)
        $running = $shell.BeginInvoke()
        $limit = [Diagnostics.Stopwatch]::StartNew()
        while (-not (Get-PartnerCenterEmulatorRequest -Connection $service | Where-Object Operation -EQ invoices.statement) -and $limit.Elapsed.TotalSeconds -lt 60) { $null = $running.AsyncWaitHandle.WaitOne(10) }
        $watch = [Diagnostics.Stopwatch]::StartNew()
        $shell.Stop()
        $watch.Elapsed.TotalSeconds | Should -BeLessThan 10
        $shell.Dispose()
        [IO.File]::ReadAllText($file) | Should -Be 'old'
        (Get-ChildItem -LiteralPath $folder -Force).Name | Should -Be 'Invoice_G016907411.pdf'
    }
}
