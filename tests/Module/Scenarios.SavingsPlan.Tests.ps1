# "Savings plan" of the contract's examples: made for a shared scope, changed to one subscription, ordered.
BeforeAll {
    . "$PSScriptRoot/_TestHelper.ps1"
    . "$PSScriptRoot/_WireHelper.ps1"
    Import-ModuleUnderTest
    $emulator = Start-EmulatorHost
}

AfterAll {
    Stop-EmulatorHost $emulator
}

Describe 'A savings plan (<Door>)' -ForEach @{ Door = 'in-process' }, @{ Door = 'Kestrel' } {
    BeforeAll {
        Connect-Door $Door $emulator.Endpoint
        $customer = '6f4ce4d8-f42e-45e0-8661-92ad6ac9d003'
        $line = New-PartnerCustomerCartLineItem -CatalogItemId 'DZH318Z09V6F:0001:DZH318Z0BLD3' -BillingCycle one_time -TermDuration P1Y `
            -ProvisioningContext @{ scope = 'shared'; subscriptionId = '0350d130-4d3d-4005-aca0-cf84f0ab0d4a' } `
            -PurchaseCommitment @{ amount = 0.05; grain = 'hourly'; currency = 'usd' }
        $cart = $line | New-PartnerCustomerCart -CustomerId $customer
        $created = Get-LastRequest carts.create

        $cart.LineItems[0].ProvisioningContext = @{ scope = 'single'; entitlementId = 'cdd17cc7-14fe-4445-8650-1f52de705851' }
        $changed = $cart | Set-PartnerCustomerCart
        $updated = Get-LastRequest carts.update
        $result = $changed | Submit-PartnerCustomerCart -Confirm:$false
    }

    AfterAll {
        Disconnect-PartnerCenter
    }

    It 'is posted as published' {
        Assert-MatchesExample cart-create-request-savings-plan $created.Body
    }

    It 'is put back as published after a change' {
        $updated.Path | Should -BeExactly "/v1/customers/$customer/carts/$($cart.Id)"
        # The emulator's user is the one of this example.
        Assert-MatchesExample cart-update-request-savings-plan $updated.Body -Except @($cartIdentity -ne '~lastModifiedUser')
    }

    It 'comes out as published after a change' {
        Assert-MatchesExample cart-update-response-savings-plan $changed -Except @($cartIdentity -ne '~lastModifiedUser')
    }

    It 'is ordered as published' {
        # The emulator writes the dollar as "$", in all of its orders.
        $links = '~orders[].links.self.uri', '~orders[].links.provisioningStatus.uri', '~orders[].links.patchOperation.uri'
        Assert-MatchesExample cart-checkout-response-savings-plan $result -Except ($orderIdentity + $links + '~orders[].currencySymbol')
    }

    It 'comes out with its prices as decimals' {
        $pricing = $result.Orders[0].LineItems[0].Pricing
        foreach ($name in 'ListPrice', 'DiscountedPrice', 'ProratedPrice', 'Price', 'ExtendedPrice') {
            $pricing.$name | Should -BeOfType [decimal]
            $pricing.$name | Should -Be 438.0
        }
    }
}
