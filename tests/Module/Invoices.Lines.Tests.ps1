# Line items: which rows, through which interface, as they come.
BeforeAll {
    . "$PSScriptRoot/_TestHelper.ps1"
    Import-ModuleUnderTest
    Connect-PartnerCenter -Emulator

    function Get-Sent([string] $Operation = 'invoices.lineItems*') { @(Get-PartnerCenterEmulatorRequest | Where-Object Operation -Like $Operation) }
}

AfterAll { Disconnect-PartnerCenter }

Describe 'Get-PartnerInvoiceLineItem' {
    BeforeEach { Reset-PartnerCenterEmulator }

    It 'reads every set that invoice <Id> has, each row in its type and tagged' -ForEach @(
        @{ Id = 'D02005YFHI'; Expected = 'LicenseBasedLineItem office billing_line_items' }
        @{ Id = '1234000000'; Expected = 'DailyUsageLineItem azure usage_line_items', 'LicenseBasedLineItem office billing_line_items', 'UsageBasedLineItem azure billing_line_items' }
        @{ Id = 'G000773581'; Expected = 'DailyRatedUsageLineItem one_time usage_line_items', 'OneTimeInvoiceLineItem one_time billing_line_items' }
    ) {
        $rows = Get-PartnerInvoiceLineItem $Id -LineItemType billing, usage
        $rows | ForEach-Object { "$($_.GetType().Name) $($_.Provider) $($_.LineItemType)" } | Sort-Object -Unique | Should -Be $Expected
        $rows.InvoiceId | Sort-Object -Unique | Should -Be $Id
        $rows.Api | Sort-Object -Unique | Should -Be 'v1'
    }

    It 'adds up to the invoice' {
        $invoice = Get-PartnerInvoice G016907411
        ($invoice | Get-PartnerInvoiceLineItem -Api v1 | Measure-Object TotalForCustomer -Sum).Sum | Should -Be $invoice.TotalCharges
    }

    It 'takes the words of the old module' {
        @(Get-PartnerInvoiceLineItem -BillingProvider Office -InvoiceId 1234000000 -LineItemType BillingLineItems).Count | Should -Be 25
        (Get-Sent).Query | Should -Match 'provider=office&invoiceLineItemType=BillingLineItems'
        @(Get-PartnerCenterEmulatorRequest).Count | Should -Be 1 -Because 'nothing else has to be known'
    }

    It 'takes invoices from the pipeline without reading them again' {
        $null = Get-PartnerInvoice -To 2019-12-31 | Get-PartnerInvoiceLineItem
        Get-Sent invoices.get | Should -BeNullOrEmpty
    }

    It 'goes by the older route when it is told to' {
        @(Get-PartnerInvoiceLineItem 1234000000 -BillingProvider azure -LineItemType usage -LegacyRoute -PageSize 40).Count | Should -Be 90
        (Get-Sent).Operation | Should -Be (@('invoices.lineItemsLegacy') * 3)
    }

    It 'reads pages of any size, the same rows in the same order' {
        $whole = (Get-PartnerInvoiceLineItem G016907411 -Api v1).ReferenceId
        (Get-PartnerInvoiceLineItem G016907411 -Api v1 -PageSize 7).ReferenceId | Should -Be $whole
        (Get-PartnerInvoiceLineItem 1234000000 -BillingProvider Azure -LineItemType usage -PageSize 7).Count | Should -Be 90
    }

    It 'writes the first row before the second page is asked for' {
        $seen = Get-PartnerInvoiceLineItem G016907411 -Api v1 -BillingProvider OneTime -PageSize 50 | Select-Object -First 1 | ForEach-Object { (Get-Sent).Count }
        $seen | Should -Be 1
        (Get-Sent).Count | Should -Be 1 -Because 'nobody wants more'
    }

    It 'never reads more than one page ahead' {
        # A row that is held on to holds the pages back.
        $counts = Get-PartnerInvoiceLineItem G016907411 -Api v1 -BillingProvider OneTime -PageSize 20 | ForEach-Object -Begin { $row = 0 } -Process { if ($row++ % 20 -eq 19) { (Get-Sent).Count } }
        foreach ($page in 1..6) { $counts[$page - 1] | Should -BeLessOrEqual ($page + 1) }
    }

    It 'writes the rows before the page that fails, and goes on with the next set' {
        $rows = Get-PartnerInvoiceLineItem G016907411 -Api v1 -BillingProvider OneTime -LineItemType billing, usage -PageSize 50 -ErrorAction SilentlyContinue -ErrorVariable failed | ForEach-Object -Begin { $row = 0 } -Process {
            if ($row++ -eq 0) { Set-PartnerCenterEmulatorFault -Operation invoices.lineItems -Status 400 -Code 3000 -Times 1 }
            $_
        }
        ($rows | Group-Object LineItemType | ForEach-Object { "$($_.Name) $($_.Count)" }) | Should -Be 'billing_line_items 50', 'usage_line_items 90'
        $failed.FullyQualifiedErrorId | Should -Be 'BadRequest,PartnerCenterCart.Commands.GetPartnerInvoiceLineItem'
    }

    It 'shows columns that nobody knew' {
        Set-PartnerCenterEmulatorFault -Operation invoices.lineItems -UnknownMember
        $row = Get-PartnerInvoiceLineItem G016907411 -Api v1 -BillingProvider OneTime | Select-Object -First 1
        $unknown = @($row.AdditionalProperties.Keys)[0]
        $unknown | Should -Not -BeNullOrEmpty
        $row.$unknown.since | Should -Be $row.AdditionalProperties[$unknown].since
        ($row | Select-Object *).PSObject.Properties.Name | Should -Contain $unknown
        ($row | ConvertTo-Csv)[0] | Should -Match $unknown
    }

    It 'picks v2 for what v1 has no more, unless told' {
        $null = Get-PartnerInvoiceLineItem G072504001 -ErrorAction SilentlyContinue
        Get-Sent | Should -BeNullOrEmpty
        { Get-PartnerInvoiceLineItem G072504001 -Api v1 -ErrorAction Stop } | Should -Throw -ErrorId 'BadRequest,PartnerCenterCart.Commands.GetPartnerInvoiceLineItem'
    }

    It 'refuses <What> before anything is sent' -ForEach @(
        @{ What = 'a provider of somebody else'; Call = { Get-PartnerInvoiceLineItem G1 -BillingProvider amazon -ErrorAction Stop } }
        @{ What = 'another kind of rows'; Call = { Get-PartnerInvoiceLineItem G1 -LineItemType everything -ErrorAction Stop } }
        @{ What = 'another interface'; Call = { Get-PartnerInvoiceLineItem G1 -Api v3 -ErrorAction Stop } }
        @{ What = 'a page of 2001'; Call = { Get-PartnerInvoiceLineItem G1 -BillingProvider azure -PageSize 2001 -ErrorAction Stop } }
        @{ What = 'no id'; Call = { Get-PartnerInvoiceLineItem '' -ErrorAction Stop } }
        @{ What = 'another period'; Call = { Get-PartnerInvoiceLineItem -Unbilled -Currency USD -Period last -ErrorAction Stop } }
        @{ What = 'no currency'; Call = { Get-PartnerInvoiceLineItem -Unbilled -Currency '' -ErrorAction Stop } }
    ) {
        $Call | Should -Throw -ErrorId 'InvalidInput,PartnerCenterCart.Commands.GetPartnerInvoiceLineItem'
        Get-PartnerCenterEmulatorRequest | Should -BeNullOrEmpty
    }

    It 'names the invoice that is not there' {
        { Get-PartnerInvoiceLineItem NOSUCH -ErrorAction Stop } | Should -Throw -ErrorId 'NotFound,PartnerCenterCart.Commands.GetPartnerInvoiceLineItem'
        Get-PartnerInvoiceLineItem NOSUCH -ErrorAction SilentlyContinue -ErrorVariable failed
        $failed[0].TargetObject | Should -Be 'NOSUCH'
    }
}

Describe 'Open charges' {
    BeforeEach { Reset-PartnerCenterEmulator }

    It 'are asked for by currency and period' {
        $null = Get-PartnerInvoiceLineItem -CurrencyCode usd -Period Previous -LineItemType UsageLineItems -Api v1 -ErrorAction SilentlyContinue
        $sent = Get-Sent invoices.unbilledLineItems
        $sent.Count | Should -Be 1
        $sent.Query | Should -Match 'provider=onetime&invoiceLineItemType=UsageLineItems&currencyCode=USD&period=previous'
    }
}
