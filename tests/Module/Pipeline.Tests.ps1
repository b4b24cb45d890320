# Pipelines as users type them, with one or many inputs.
BeforeAll {
    . "$PSScriptRoot/_TestHelper.ps1"
    . "$PSScriptRoot/_Purchase.ps1"
    Import-ModuleUnderTest
    $c = $customer
}

AfterAll { Disconnect-PartnerCenter }

Describe 'the pipelines that were promised' {
    BeforeEach { Connect-PartnerCenter -Emulator }

    It 'buys a line in one go' {
        $ConfirmPreference = 'None'
        $line = New-TestLine
        $order = $line | New-PartnerCustomerCart -CustomerId $c | Submit-PartnerCustomerCart | Get-PartnerCustomerOrder
        $order.GetType().FullName | Should -Be 'PartnerCenterCart.Order'
        $order.CustomerId | Should -Be $c
        $order.LineItems[0].Quantity | Should -Be 2
    }

    It 'makes one cart of the lines of a CSV file' {
        $rows = 'CatalogItemId,Quantity,BillingCycle,TermDuration,FriendlyName', 'CFQ7TTC0LFLX:0001:CFQ7TTC0LB30,20,Monthly,P1M,Sales', 'DG7GMGF0DWTL:0001:DG7GMGF0DSFM,1,one_time,,'
        Set-Content -LiteralPath "$TestDrive/lines.csv" -Value $rows
        Push-Location $TestDrive
        try {
            $cart = Import-Csv lines.csv | New-PartnerCustomerCartLineItem | New-PartnerCustomerCart -CustomerId $c
        }
        finally {
            Pop-Location
        }
        $cart.LineItems.Quantity | Should -Be 20, 1
        $cart.LineItems[0].FriendlyName | Should -Be 'Sales'
        (Get-Request carts.create).Count | Should -Be 1
    }

    It 'adds a line to a cart that was read' {
        $k = (New-TestCart).Id
        $line = New-TestLine @{ Quantity = 5 }
        $cart = Get-PartnerCustomerCart -CustomerId $c -CartId $k | Add-PartnerCustomerCartLineItem -LineItem $line
        $cart.Id | Should -Be $k
        $cart.LineItems.Quantity | Should -Be 2, 5
    }

    It 'carries the customer from each output to the next cmdlet' {
        $cart = New-TestCart
        $cart.CustomerId, $cart.LineItems[0].CustomerId | Should -Be $c, $c
        $result = $cart | Submit-PartnerCustomerCart -Confirm:$false
        $result.CustomerId, $result.CartId | Should -Be $c, $cart.Id
        $order = $result | Get-PartnerCustomerOrder
        $order.CustomerId | Should -Be $c
        ($order | Get-PartnerCustomerOrder).Id | Should -Be $order.Id
        ($result.Orders | Get-PartnerCustomerOrder).Id | Should -Be $order.Id
    }
}

Describe 'lines that come down one pipeline' {
    BeforeEach { Connect-PartnerCenter -Emulator }

    It 'make one cart for each customer, in order of first appearance' {
        $lines = foreach ($id in $secondCustomer, $customer, $secondCustomer.ToUpperInvariant(), $thirdCustomer, $customer) {
            New-PartnerCustomerCartLineItem -CatalogItemId CFQ7TTC0LFLX:0001:CFQ7TTC0LB30 -Quantity 2 -BillingCycle monthly -TermDuration P1M -CustomerId $id
        }
        $carts = $lines | New-PartnerCustomerCart
        $carts.CustomerId | Should -Be $secondCustomer, $customer, $thirdCustomer
        $carts.ForEach{ $_.LineItems.Count } | Should -Be 2, 2, 1
        (Get-Request carts.create).Count | Should -Be 3
    }

    It 'name their customers in any shape' {
        $ordered = [ordered]@{ customerid = $thirdCustomer; CATALOGITEMID = 'CFQ7TTC0LFLX:0001:CFQ7TTC0LB30'; quantity = '2'; billingCycle = 'monthly'; termDuration = 'P1M' }
        $carts = (New-TestLine @{ CustomerId = $customer }), [pscustomobject](New-TestLine @{ CustomerId = $secondCustomer }), $ordered | New-PartnerCustomerCart
        $carts.CustomerId | Should -Be $customer, $secondCustomer, $thirdCustomer
    }

    It 'give way to a customer that is named' {
        (New-TestLine @{ CustomerId = $secondCustomer }) | New-PartnerCustomerCart -CustomerId $customer | ForEach-Object CustomerId | Should -Be $customer
    }

    It 'that were read from old carts make a new one' {
        $first = New-TestCart
        $second = New-TestCart
        $null = Set-PartnerCenterEmulatorClock -Advance 8.00:00:00
        $new = $first.LineItems + $second.LineItems | New-PartnerCustomerCart
        $new.CustomerId | Should -Be $customer
        $new.LineItems.Id | Should -Be 0, 1
        $new.Id | Should -Not -BeIn $first.Id, $second.Id
        $sent = (Get-Request carts.create)[-1].Body | ConvertFrom-Json
        $sent.lineItems[0].PSObject.Properties.Name | Should -Not -Contain 'pricing' -Because 'an old price is not what is meant'
    }
}

Describe 'an empty pipeline' {
    BeforeEach { Connect-PartnerCenter -Emulator }

    It 'makes no cart, and says so' {
        $outcome = Get-Outcome { @() | New-PartnerCustomerCart -CustomerId $customer }
        $outcome.Error | Should -BeNullOrEmpty
        $outcome.Output | Should -BeNullOrEmpty
        $outcome.Warning | Should -BeLike '*no cart*'
        Get-SentCount | Should -Be 0
    }

    It 'does nothing in <Cmdlet>' -ForEach @(
        @{ Cmdlet = 'Submit-PartnerCustomerCart'; Call = { @() | Submit-PartnerCustomerCart } }
        @{ Cmdlet = 'Get-PartnerCustomerCart'; Call = { @() | Get-PartnerCustomerCart } }
        @{ Cmdlet = 'Get-PartnerCustomerOrder'; Call = { @() | Get-PartnerCustomerOrder } }
        @{ Cmdlet = 'Set-PartnerCustomerCart'; Call = { @() | Set-PartnerCustomerCart } }
        @{ Cmdlet = 'Remove-PartnerCustomerCartLineItem'; Call = { @() | Remove-PartnerCustomerCartLineItem } }
    ) {
        $outcome = Get-Outcome $Call
        $outcome.Error | Should -BeNullOrEmpty
        $outcome.Output | Should -BeNullOrEmpty
        Get-SentCount | Should -Be 0
    }
}

Describe 'three inputs of which one is bad' {
    BeforeEach { Connect-PartnerCenter -Emulator }

    It 'go on after the bad one: <Cmdlet>' -ForEach @(
        @{ Cmdlet = 'New-PartnerCustomerCart'; Kind = 'NotFound'; Call = { $customer, $unknownCart, $thirdCustomer | ForEach-Object { [pscustomobject](New-TestLine @{ CustomerId = $_ }) } | New-PartnerCustomerCart } }
        @{ Cmdlet = 'Submit-PartnerCustomerCart'; Kind = 'NotFound'; Call = { $three | Submit-PartnerCustomerCart -Confirm:$false } }
        @{ Cmdlet = 'Add-PartnerCustomerCartLineItem'; Kind = 'NotFound'; Call = { $three | Add-PartnerCustomerCartLineItem -LineItem (New-TestLine) } }
        @{ Cmdlet = 'Remove-PartnerCustomerCartLineItem'; Kind = 'NotFound'; Call = { $three | Remove-PartnerCustomerCartLineItem -LineItemId 1 } }
        @{ Cmdlet = 'Set-PartnerCustomerCart'; Kind = 'NotFound'; Call = { $three | Set-PartnerCustomerCart -LineItem (New-TestLine @{ Quantity = 9 }) } }
        @{ Cmdlet = 'Get-PartnerCustomerCart'; Kind = 'NotFound'; Call = { $three | Get-PartnerCustomerCart } }
        @{ Cmdlet = 'New-PartnerCustomerCartLineItem'; Kind = 'InvalidInput'; Call = { 1, 0, 3 | ForEach-Object { [pscustomobject](New-TestLine @{ Quantity = $_ }) } | New-PartnerCustomerCartLineItem } }
    ) {
        $good = 1..2 | ForEach-Object { New-PartnerCustomerCart -CustomerId $customer -LineItem (New-TestLine), (New-TestLine) }
        $three = $good[0].Id, $unknownCart, $good[1].Id | ForEach-Object { [pscustomobject]@{ CustomerId = $customer; CartId = $_ } }
        $outcome = Get-Outcome $Call
        $outcome.Output.Count | Should -Be 2
        $outcome.Error.Count | Should -Be 1
        $outcome.Error[0].FullyQualifiedErrorId | Should -BeExactly (Get-ErrorId $Kind $Cmdlet)
    }
}
