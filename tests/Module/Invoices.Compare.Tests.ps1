# What was charged against what was ordered, as a user meets it.
BeforeAll {
    . "$PSScriptRoot/_TestHelper.ps1"
    Import-ModuleUnderTest
    Connect-PartnerCenter -Emulator
    $customer = '28045616-f6b9-462f-9701-0d89b5e65c44'
    # Bought on the second of a month, billed on the eighth of the next, wherever the emulator's clock begins.
    $now = (Set-PartnerCenterEmulatorClock -Advance 0).ToUniversalTime()
    $month = [DateTimeOffset]::new($now.Year, $now.Month, 1, 8, 0, 0, [TimeSpan]::Zero).AddMonths(1)
    $null = Set-PartnerCenterEmulatorClock -Advance ($month.AddDays(1) - $now)
    $order = @{ CatalogItemId = 'CFQ7TTC0LFLX:0001:CFQ7TTC0LB30'; Quantity = 20; BillingCycle = 'monthly'; TermDuration = 'P1Y' } |
        New-PartnerCustomerCart -CustomerId $customer | Submit-PartnerCustomerCart -Confirm:$false | Wait-PartnerCustomerOrder
    $null = Set-PartnerCenterEmulatorClock -Advance ($month.AddMonths(1).AddDays(9) - $month.AddDays(1))
    $invoice = @(Get-PartnerInvoice | Where-Object { $_.InvoiceDate -ge $month.AddMonths(1) })[0]
}

AfterAll { Disconnect-PartnerCenter }

Describe 'An invoice' {
    It 'of what was bought is clean, and adds up to its total to the cent' {
        $results = @($invoice | Compare-PartnerInvoiceLineItem)
        $summary = $results[-1]
        $summary.GetType().Name | Should -Be 'InvoiceComparisonSummary'
        $items = @($results | Where-Object { $_ -is [PartnerCenterCart.InvoiceComparison] })
        $items[0].Status | Should -Be 'Matched'
        $items[0].OrderId | Should -Be $order.Id
        $items[0].ChargedQuantity | Should -Be 20
        ($items | Measure-Object Total -Sum).Sum | Should -Be $invoice.TotalCharges
        $summary.InvoiceTotal | Should -Be $invoice.TotalCharges
        $summary.IsClean | Should -BeTrue
    }

    It 'by its id gives the same as by its rows' {
        $byId = @(Compare-PartnerInvoiceLineItem -InvoiceId $invoice.Id)
        $byRows = @($invoice | Get-PartnerInvoiceLineItem | Compare-PartnerInvoiceLineItem -InvoiceTotal $invoice.TotalCharges)
        ($byRows | Out-String) | Should -BeExactly ($byId | Out-String)
    }

    It 'by its exported <Kind> file gives the same' -ForEach @(@{ Kind = 'csv' }, @{ Kind = 'jsonl.gz' }) {
        $file = $invoice | Export-PartnerInvoiceLineItem -Path "TestDrive:/rows.$Kind"
        $result = @(Compare-PartnerInvoiceLineItem -Path $file.FullName)[0]
        $result.Status | Should -Be 'Matched'
        $result.ChargedQuantity | Should -Be 20
    }

    It 'against other orders tells what was not ordered and what was not charged' {
        $other = [PartnerCenterCart.Order]@{ Id = 'ffffffffffff'; ReferenceCustomerId = $customer; Status = 'completed'; BillingCycle = 'monthly'; CreationDate = $month.AddDays(2) }
        $other.LineItems = [Collections.Generic.List[PartnerCenterCart.OrderLineItem]]@([PartnerCenterCart.OrderLineItem]@{ OfferId = 'CFQ7TTC0X:0001:Y'; Quantity = 3 })
        $results = @($invoice | Get-PartnerInvoiceLineItem | Compare-PartnerInvoiceLineItem -Order $other)
        ($results | Where-Object Status -EQ NotOrdered).OrderId | Should -Be $order.Id
        ($results | Where-Object Status -EQ NotCharged).OrderId | Should -Be 'ffffffffffff'
        $results[-1].NotOrdered | Should -Be 1
    }

    It 'against an expected file tells what differs' {
        Set-Content -LiteralPath TestDrive:/expected.csv -Value 'CustomerId,OrderId,Quantity', "$customer,$($order.Id),25"
        $result = @($invoice | Compare-PartnerInvoiceLineItem -ExpectedPath TestDrive:/expected.csv)[0]
        $result.Status | Should -Be 'QuantityDiffers'
        $result.Difference | Should -Be 'quantity 20, ordered 25'
        $result.ExpectedBy | Should -Be 'file'
    }

    It 'shows a total that its rows do not explain as a line of its own' {
        $results = @($invoice | Get-PartnerInvoiceLineItem | Compare-PartnerInvoiceLineItem -InvoiceTotal ($invoice.TotalCharges + 5))
        ($results | Where-Object Status -EQ Unexplained).Total | Should -Be 5
        $results[-1].IsClean | Should -BeFalse
    }
}

Describe 'Input that is no row' {
    It 'is one error, and the others go on' {
        $rows = @(
            [pscustomobject]@{ Name = 'nothing' }
            @{ CustomerId = $customer; OrderId = $order.Id; Subtotal = '10.00'; Currency = 'USD'; Quantity = 20 }
        )
        $results = @($rows | Compare-PartnerInvoiceLineItem -ErrorVariable failed -ErrorAction SilentlyContinue)
        $failed[0].FullyQualifiedErrorId | Should -Be 'InvalidInput,PartnerCenterCart.Commands.ComparePartnerInvoiceLineItem'
        $results[0].Total | Should -Be 10
    }

    It 'of an empty pipeline is nothing' {
        @() | Compare-PartnerInvoiceLineItem | Should -BeNullOrEmpty
    }

    It 'in a file that is not there is one error' {
        Compare-PartnerInvoiceLineItem -Path TestDrive:/none.csv -ErrorVariable failed -ErrorAction SilentlyContinue
        $failed[0].FullyQualifiedErrorId | Should -Be 'FileFailed,PartnerCenterCart.Commands.ComparePartnerInvoiceLineItem'
    }
}
