# Get-PartnerCustomerOrder on the emulator's clock.
BeforeAll {
    . "$PSScriptRoot/_TestHelper.ps1"
    . "$PSScriptRoot/_WireHelper.ps1"
    Import-ModuleUnderTest
    Connect-PartnerCenter -Emulator
    $customer = '28045616-f6b9-462f-9701-0d89b5e65c44'
    $other = 'c0000000-0000-4000-8000-000000000001'
    $software = @{ CatalogItemId = 'DG7GMGF0DWM3:0002:DG7GMGF0DT1M'; Quantity = 1; BillingCycle = 'one_time' }
    $seat = @{ CatalogItemId = 'CFQ7TTC0LFLX:0001:CFQ7TTC0LB30'; Quantity = 20; BillingCycle = 'monthly'; TermDuration = 'P1M' }
}

AfterAll {
    Disconnect-PartnerCenter
}

Describe 'Get-PartnerCustomerOrder' {
    BeforeEach {
        Reset-PartnerCenterEmulator -Confirm:$false
        $result = $software, $seat | New-PartnerCustomerCart -CustomerId $customer | Submit-PartnerCustomerCart -Confirm:$false
    }

    It 'reads an order by its id at once' {
        $order = Get-PartnerCustomerOrder -CustomerId $customer -OrderId $result.OrderId[1]
        $order.Id | Should -BeExactly $result.OrderId[1]
        $order.Status | Should -BeExactly 'pending'
        $order.LineItems[0].OfferId | Should -BeExactly $seat.CatalogItemId
        $order.LineItems[0].SubscriptionId | Should -BeNullOrEmpty
    }

    It 'reads the orders of a checkout result, in order' {
        ($result | Get-PartnerCustomerOrder).Id | Should -BeExactly $result.OrderId
        Get-PartnerCenterEmulatorRequest orders.get | Should -HaveCount 2
    }

    It 'reads orders again that came down the pipeline' {
        ($result.Orders | Get-PartnerCustomerOrder).Id | Should -BeExactly $result.OrderId
    }

    It 'runs the purchase in one pipeline' {
        $orders = $software, $seat | New-PartnerCustomerCart -CustomerId $other | Submit-PartnerCustomerCart -Confirm:$false | Get-PartnerCustomerOrder
        $orders | Should -HaveCount 2
        $orders.CustomerId | Should -BeExactly $other, $other
    }

    It 'says whose order it is, by id and in a list' {
        (Get-PartnerCustomerOrder $customer $result.OrderId[0]).CustomerId | Should -BeExactly $customer
        $null = Set-PartnerCenterEmulatorClock -Advance '00:20:00'
        (Get-PartnerCustomerOrder $customer).CustomerId | Sort-Object -Unique | Should -BeExactly $customer
    }

    It 'lists no order of a checkout whose groups all failed' {
        $null = Set-PartnerCenterEmulatorClock -Advance '00:20:00'
        Set-PartnerCenterEmulatorFault -Operation carts.checkout -OrderGroup 0
        $nothing = $software | New-PartnerCustomerCart -CustomerId $customer | Submit-PartnerCustomerCart -Confirm:$false -ErrorAction SilentlyContinue
        $nothing | Get-PartnerCustomerOrder | Should -BeNullOrEmpty
        Get-PartnerCenterEmulatorRequest orders.list | Should -BeNullOrEmpty
    }

    It 'lists a new order after fifteen minutes, not before' {
        Get-PartnerCustomerOrder -CustomerId $customer | Should -BeNullOrEmpty
        $null = Set-PartnerCenterEmulatorClock -Advance '00:14:50'
        Get-PartnerCustomerOrder -CustomerId $customer | Should -BeNullOrEmpty
        $null = Set-PartnerCenterEmulatorClock -Advance '00:00:11'
        (Get-PartnerCustomerOrder -CustomerId $customer).Id | Sort-Object | Should -BeExactly ($result.OrderId | Sort-Object)
    }

    It 'shows the subscription of an order once it is provisioned' {
        $null = Set-PartnerCenterEmulatorClock -Advance '00:20:00'
        $order = Get-PartnerCustomerOrder $customer $result.OrderId[1]
        $order.Status | Should -BeExactly 'completed'
        [guid]$order.LineItems[0].SubscriptionId | Should -Not -Be ([guid]::Empty)
    }

    It 'lists the orders of one billing cycle, spelt <Text>' -ForEach @{ Text = 'one_time' }, @{ Text = 'OneTime' }, @{ Text = 'ONE-TIME' } {
        $null = Set-PartnerCenterEmulatorClock -Advance '00:20:00'
        $orders = Get-PartnerCustomerOrder -CustomerId $customer -BillingCycle $Text
        $orders.Id | Should -BeExactly $result.OrderId[0]
        (Get-LastRequest orders.listByBillingCycle).Query | Should -BeExactly 'billingType=one_time'
    }

    It 'shows prices by id only when they are asked for' {
        $without = $result | Get-PartnerCustomerOrder
        $without.TotalPrice | Should -Be $null, $null
        $with = $result | Get-PartnerCustomerOrder -IncludePrice
        $with.TotalPrice | Should -Be 2485, 864
        $with[0].LineItems[0].Pricing.ListPrice | Should -Be 2485
        (Get-LastRequest orders.get).Query | Should -BeExactly 'include_price=true'
    }

    It 'shows prices in lists only when they are asked for' {
        $null = Set-PartnerCenterEmulatorClock -Advance '00:20:00'
        (Get-PartnerCustomerOrder $customer).TotalPrice | Should -Be $null, $null
        (Get-PartnerCustomerOrder $customer -IncludePrice).TotalPrice | Sort-Object | Should -Be 864, 2485
        (Get-LastRequest orders.list).Query | Should -BeExactly 'include_price=true'
        (Get-PartnerCustomerOrder $customer -BillingCycle monthly -IncludePrice).TotalPrice | Should -Be 864
    }

    It 'lists the orders of many customers from a CSV file' {
        $null = $software | New-PartnerCustomerCart -CustomerId $other | Submit-PartnerCustomerCart -Confirm:$false
        $null = Set-PartnerCenterEmulatorClock -Advance '00:20:00'
        $orders = "CustomerId`n$other`n$customer" | ConvertFrom-Csv | Get-PartnerCustomerOrder
        $orders.CustomerId | Should -BeExactly $other, $customer, $customer
    }

    It 'does not list orders of another customer' {
        $null = Set-PartnerCenterEmulatorClock -Advance '00:20:00'
        Get-PartnerCustomerOrder -CustomerId $other | Should -BeNullOrEmpty
    }

    It 'goes on after an order that does not exist' {
        $orders = Get-PartnerCustomerOrder $customer $result.OrderId[0], 'a68736758d9c', $result.OrderId[1] -ErrorAction SilentlyContinue -ErrorVariable problems
        $orders.Id | Should -BeExactly $result.OrderId
        $problems | Should -HaveCount 1
        $problems[0].FullyQualifiedErrorId | Should -BeExactly 'NotFound,PartnerCenterCart.Commands.GetPartnerCustomerOrder'
        $problems[0].TargetObject | Should -BeExactly 'a68736758d9c'
        $problems[0].Exception.ServiceCode | Should -BeExactly '20000'
    }
}

Describe 'A cart on the emulator''s clock' {
    BeforeEach {
        Reset-PartnerCenterEmulator -Confirm:$false
        $cart = $software | New-PartnerCustomerCart -CustomerId $customer
    }

    It 'is there until seven days are over' {
        $null = Set-PartnerCenterEmulatorClock -Advance '6.23:59:00'
        ($cart | Get-PartnerCustomerCart -WarningAction SilentlyContinue).Id | Should -BeExactly $cart.Id
    }

    It 'is gone after seven days' {
        $null = Set-PartnerCenterEmulatorClock -Advance '7.00:00:01'
        foreach ($command in 'Get-PartnerCustomerCart', 'Submit-PartnerCustomerCart') {
            $confirm = $command -like 'Submit-*' ? @{ Confirm = $false } : @{}
            $cart | & $command @confirm -ErrorAction SilentlyContinue -ErrorVariable problems | Should -BeNullOrEmpty
            $problems[0].FullyQualifiedErrorId | Should -BeExactly "NotFound,PartnerCenterCart.Commands.$($command -replace '-')"
            $problems[0].Exception.ServiceCode | Should -BeExactly '800008'
        }
    }

    It 'gives a warning when less than an hour is left' {
        $null = Set-PartnerCenterEmulatorClock -Advance '6.23:40:00'
        $null = $cart | Get-PartnerCustomerCart -WarningVariable warnings -WarningAction SilentlyContinue
        $warnings | Should -HaveCount 1
        "$warnings" | Should -Match "^Cart $($cart.Id) expires in (19|20) minutes\.$"
    }

    It 'gives no warning about an ordered cart' {
        $null = $cart | Submit-PartnerCustomerCart -Confirm:$false
        $null = Set-PartnerCenterEmulatorClock -Advance '6.23:40:00'
        $null = $cart | Get-PartnerCustomerCart -WarningVariable warnings -WarningAction SilentlyContinue
        $warnings | Should -BeNullOrEmpty
    }
}
