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

    It 'of something that was bought at a reduced price is clean' {
        $reduced = Find-PartnerProductAvailability -CustomerId $customer -Product 'Microsoft 365 E3' -TermDuration P1Y -BillingCycle annual |
            New-PartnerCustomerCartLineItem -Quantity 3 | New-PartnerCustomerCart -CustomerId $customer | Submit-PartnerCustomerCart -Confirm:$false | Wait-PartnerCustomerOrder
        $null = Set-PartnerCenterEmulatorClock -Advance ([timespan]::FromDays(31))
        $next = @(Get-PartnerInvoice | Where-Object InvoiceDate -GT $invoice.InvoiceDate)
        $row = $next | Get-PartnerInvoiceLineItem | Where-Object OrderId -EQ $reduced.Id
        $row.EffectiveUnitPrice | Should -BeLessThan $row.UnitPrice
        $item = $next | Compare-PartnerInvoiceLineItem | Where-Object OrderId -EQ $reduced.Id
        $item.Status | Should -Be 'Matched'
        $item.ChargedUnitPrice | Should -Be $row.EffectiveUnitPrice
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

    It 'against an expected .json file and the orders beside it, takes the file first' {
        ConvertTo-Json @(@{ customerId = $customer; orderId = $order.Id; quantity = 25 }) | Set-Content -LiteralPath TestDrive:/expected.json
        $before = @(Get-PartnerCenterEmulatorRequest | Where-Object Operation -Like 'orders.*').Count
        $alone = @($invoice | Get-PartnerInvoiceLineItem | Compare-PartnerInvoiceLineItem -ExpectedPath TestDrive:/expected.json)
        $alone[0].Difference | Should -Be 'quantity 20, ordered 25'
        @(Get-PartnerCenterEmulatorRequest | Where-Object Operation -Like 'orders.*').Count | Should -Be $before

        $both = @($invoice | Get-PartnerInvoiceLineItem | Compare-PartnerInvoiceLineItem -ExpectedPath TestDrive:/expected.json -WithOrders)
        $both[0].Status | Should -Be 'QuantityDiffers'
        $both[0].ExpectedBy | Should -Be 'file'
        @(Get-PartnerCenterEmulatorRequest | Where-Object Operation -Like 'orders.*').Count | Should -BeGreaterThan $before

        Set-Content -LiteralPath TestDrive:/other.json -Value "[{ ""CustomerId"": ""$customer"", ""OrderId"": ""another"", ""Quantity"": 1 }]"
        $orders = @($invoice | Compare-PartnerInvoiceLineItem -ExpectedPath TestDrive:/other.json -WithOrders)
        ($orders | Where-Object Status -EQ Matched).ExpectedBy | Should -Be 'order'
        ($orders | Where-Object Status -EQ NotCharged).OrderId | Should -Be 'another'
    }

    It 'against a .json file without an object in it is told so' {
        Set-Content -LiteralPath TestDrive:/nested.json -Value '[[{ "CustomerId": "x" }]]'
        $null = $invoice | Get-PartnerInvoiceLineItem | Compare-PartnerInvoiceLineItem -ExpectedPath TestDrive:/nested.json -ErrorVariable failed -ErrorAction SilentlyContinue
        $failed[0].Exception.Message | Should -Match 'Object 1 of nested.json is left out: it is no JSON object'
    }

    It 'is compared for the customers that are named alone, by <Way>' -ForEach @(
        @{ Way = 'rows'; Compare = { param($Of) $rows | Compare-PartnerInvoiceLineItem @Of } }
        @{ Way = 'a file'; Compare = { param($Of) Compare-PartnerInvoiceLineItem -Path TestDrive:/two.csv @Of } }
    ) {
        $other = '11111111-2222-3333-4444-555555555555'
        $rows = @($customer, $other | ForEach-Object { @{ CustomerId = $_; OrderId = "of-$_"; Subtotal = 10; Currency = 'USD'; Quantity = 1 } })
        $rows | ForEach-Object { [pscustomobject]$_ } | Export-Csv TestDrive:/two.csv -NoTypeInformation
        $nothing = @{ Expected = @{ CustomerId = $customer; OrderId = 'x'; Quantity = 1 } }
        $all = @(& $Compare ($nothing))
        $all[-1].Total | Should -Be 20
        $one = @(& $Compare ($nothing + @{ CustomerId = $customer.ToUpperInvariant() }))
        $one[-1].Total | Should -Be 10
        $one.CustomerId | Should -Not -Contain $other
    }

    It 'has no total to keep to where only some of its customers are compared' {
        $results = @(Compare-PartnerInvoiceLineItem -InvoiceId $invoice.Id -CustomerId '11111111-2222-3333-4444-555555555555' -ErrorAction SilentlyContinue)
        $results | Where-Object Status -EQ Unexplained | Should -BeNullOrEmpty
    }

    It 'is refused with a customer who cannot be one, before anything is sent' {
        $before = @(Get-PartnerCenterEmulatorRequest).Count
        { Compare-PartnerInvoiceLineItem -InvoiceId $invoice.Id -CustomerId nobody } | Should -Throw -ErrorId 'InvalidInput,PartnerCenterCart.Commands.ComparePartnerInvoiceLineItem'
        @(Get-PartnerCenterEmulatorRequest).Count | Should -Be $before
    }

    It 'of rows in two currencies has no one total, and is told so' {
        $rows = 'USD', 'EUR' | ForEach-Object { @{ CustomerId = $customer; OrderId = $order.Id; Subtotal = 10; Currency = $_; Quantity = 20 } }
        $results = @($rows | Compare-PartnerInvoiceLineItem -InvoiceTotal 20 -ErrorVariable failed -ErrorAction SilentlyContinue)
        $failed.Count | Should -Be 1
        $failed[0].FullyQualifiedErrorId | Should -Be 'InvalidInput,PartnerCenterCart.Commands.ComparePartnerInvoiceLineItem'
        $failed[0].Exception.Message | Should -Match 'the rows are in (USD, EUR|EUR, USD)'
        @($results | Where-Object { $_ -is [PartnerCenterCart.InvoiceComparisonSummary] }).Count | Should -Be 2
    }

    It 'without a row does not come to a total' {
        $results = @(@() | Compare-PartnerInvoiceLineItem -InvoiceTotal 5)
        $results[0].Status | Should -Be 'Unexplained'
        $results[-1].IsClean | Should -BeFalse
    }

    It 'shows a total that its rows do not explain as a line of its own' {
        $results = @($invoice | Get-PartnerInvoiceLineItem | Compare-PartnerInvoiceLineItem -InvoiceTotal ($invoice.TotalCharges + 5))
        ($results | Where-Object Status -EQ Unexplained).Total | Should -Be 5
        $results[-1].IsClean | Should -BeFalse
    }
}

Describe 'An invoice of usage' {
    BeforeAll {
        $null = Set-PartnerCenterEmulatorClock -Advance '1.00:00:00'
        $plan = @{ CatalogItemId = 'DZH318Z0BPS6:0001:DZH318Z0BPM1'; Quantity = 1; BillingCycle = 'one_time' } |
            New-PartnerCustomerCart -CustomerId $customer | Submit-PartnerCustomerCart -Confirm:$false | Wait-PartnerCustomerOrder
        $null = Set-PartnerCenterEmulatorClock -Advance '40.00:00:00'
        $used = @(Get-PartnerInvoice | Sort-Object InvoiceDate)[-1]
    }

    It 'adds up to its total to the cent with billing and usage rows, which explain what was charged' {
        $results = @($used | Compare-PartnerInvoiceLineItem -LineItemType billing, usage)
        $item = $results | Where-Object OrderId -EQ $plan.Id
        $item.Status | Should -Be 'Usage'
        $item.UsageRows | Should -BeGreaterThan 10
        [Math]::Abs($item.UsageSubtotal - $item.Subtotal) | Should -BeLessOrEqual 0.01
        $results | Where-Object Status -EQ Unexplained | Should -BeNullOrEmpty
        $items = @($results | Where-Object { $_ -is [PartnerCenterCart.InvoiceComparison] })
        ($items | Measure-Object Total -Sum).Sum | Should -Be $used.TotalCharges
        $results[-1].InvoiceTotal | Should -Be $used.TotalCharges
        "$($results[-1])" | Should -Match '\d\.\d{2,4} [A-Z]{3}$'
    }

    It 'of its usage alone has no total of the invoice to keep to' {
        $results = @($used | Compare-PartnerInvoiceLineItem -LineItemType usage)
        $results[-1].InvoiceTotal | Should -BeNullOrEmpty
        $results | Where-Object Status -EQ Unexplained | Should -BeNullOrEmpty
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
