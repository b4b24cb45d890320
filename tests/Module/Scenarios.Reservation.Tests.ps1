# "Azure reservation" of the contract's examples, as a user would buy it, through both doors of the emulator.
BeforeAll {
    . "$PSScriptRoot/_TestHelper.ps1"
    . "$PSScriptRoot/_WireHelper.ps1"
    Import-ModuleUnderTest
    $emulator = Start-EmulatorHost
}

AfterAll {
    Stop-EmulatorHost $emulator
}

Describe 'An Azure reservation (<Door>)' -ForEach @{ Door = 'in-process' }, @{ Door = 'Kestrel' } {
    BeforeAll {
        Connect-Door $Door $emulator.Endpoint
        $customer = 'd6bf25b7-e0a8-4f2d-a31b-97b55cfc774d'
        $line = New-PartnerCustomerCartLineItem -CatalogItemId 'DG7GMGF0DWTL:0001:DG7GMGF0DSJB' -FriendlyName 'A_sample_Azure_RI' -Quantity 2 `
            -BillingCycle one_time -ProvisioningContext @{
                subscriptionId = '3D5ECED6-1151-44C7-AEE6-70A4BB725666'
                scope          = 'shared'
                duration       = '1Year'
            }
        $cart = $line | New-PartnerCustomerCart -CustomerId $customer
        $created = Get-LastRequest carts.create
        $putBack = Get-PartnerCustomerCart -CustomerId $customer -CartId $cart.Id | Set-PartnerCustomerCart
        $updated = Get-LastRequest carts.update
        $result = $putBack | Submit-PartnerCustomerCart -Confirm:$false
        $checkedOut = Get-LastRequest carts.checkout
        $order = $result | Get-PartnerCustomerOrder
        $asked = Get-LastRequest orders.get
    }

    AfterAll {
        Disconnect-PartnerCenter
    }

    It 'is posted as published' {
        $created.Method | Should -BeExactly 'POST'
        $created.Path | Should -BeExactly "/v1/customers/$customer/carts"
        # Naming the model is harmless in requests; the module leaves it out of new carts.
        Assert-MatchesExample cart-create-request-azure-reservation $created.Body -Except '-attributes'
    }

    It 'comes out as published' {
        # The 2018 answer shows the name of another request, and carts had neither status nor expiry then.
        $except = @($cartIdentity -ne '~expirationTimestamp') + '+expirationTimestamp', '+status', '~lineItems[0].friendlyName'
        Assert-MatchesExample cart-create-response-azure-reservation $cart -Except $except
    }

    It 'is put back as published' {
        $updated.Method | Should -BeExactly 'PUT'
        $updated.Path | Should -BeExactly "/v1/customers/$customer/carts/$($cart.Id)"
        # The published update sends less of what the service ignores.
        $ignored = '+status', '+links', '+attributes', '+lineItems[].currencyCode', '+lineItems[].orderGroup'
        Assert-MatchesExample cart-update-request-azure-reservation $updated.Body -Except (@($cartIdentity -ne '~links.self.uri') + $ignored)
    }

    It 'is checked out without a body' {
        $checkedOut.Method | Should -BeExactly 'POST'
        $checkedOut.Path | Should -BeExactly "/v1/customers/$customer/carts/$($cart.Id)/checkout"
        $checkedOut.Body | Should -BeNullOrEmpty
    }

    It 'becomes one order that keeps name, quantity and provisioning context' {
        $result.Orders | Should -HaveCount 1
        $order.Id | Should -BeExactly $result.OrderId[0]
        $order.BillingCycle | Should -BeExactly 'one_time'
        $order.LineItems | Should -HaveCount 1
        $order.LineItems[0].OfferId | Should -BeExactly 'DG7GMGF0DWTL:0001:DG7GMGF0DSJB'
        $order.LineItems[0].FriendlyName | Should -BeExactly 'A_sample_Azure_RI'
        $order.LineItems[0].Quantity | Should -Be 2
        $order.LineItems[0].ProvisioningContext['duration'] | Should -BeExactly '1Year'
        $asked.Path | Should -BeExactly "/v1/customers/$customer/orders/$($order.Id)"
    }

    It 'sends with every call what the service asks for' {
        foreach ($request in $created, $updated, $checkedOut, $asked) {
            $request.Headers['Authorization'] | Should -BeLike 'Bearer *'
            $request.Headers['Accept'] | Should -BeExactly 'application/json'
            $request.Headers['X-Locale'] | Should -BeExactly 'en-US'
            $request.Headers['MS-PartnerCenter-Client'] | Should -BeLike 'PartnerCenterCart/*'
            [guid]$request.Headers['MS-RequestId'] | Should -Not -Be ([guid]::Empty)
            [guid]$request.Headers['MS-CorrelationId'] | Should -Not -Be ([guid]::Empty)
            $request.Headers.Keys | Should -Not -Contain 'Expect'
        }
        foreach ($request in $created, $updated) { $request.Headers['Content-Type'] | Should -BeLike 'application/json*' }
    }

    It 'gives each call a request id of its own' {
        $ids = foreach ($request in $created, $updated, $checkedOut, $asked) { $request.Headers['MS-RequestId'] }
        $ids | Sort-Object -Unique | Should -HaveCount 4
    }
}
