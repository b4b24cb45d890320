# Whole numbers are not rounded: 2.5 licences are a mistake, and not 2.
BeforeAll {
    . "$PSScriptRoot/_TestHelper.ps1"
    . "$PSScriptRoot/_Purchase.ps1"
    . "$PSScriptRoot/_AfterCheckout.ps1"
    Import-ModuleUnderTest
    Connect-PartnerCenter -Emulator
    $cart = New-TestCart
}

AfterAll { Disconnect-PartnerCenter }

Describe 'A number that is not whole' {
    It 'is refused by <Cmdlet> before anything is sent: <Value>' -ForEach @(
        foreach ($value in 2.5, '2.5', '2,5', '1kb', 'two') {
            @{ Value = $value; Cmdlet = 'Remove-PartnerCustomerCartLineItem'; Call = { $cart | Remove-PartnerCustomerCartLineItem -LineItemId $Value } }
            @{ Value = $value; Cmdlet = 'Test-PartnerProductPromotion'; Call = { Test-PartnerProductPromotion $customer $seat.CatalogItemId -Quantity $Value -TermDuration P1Y -BillingCycle monthly } }
            @{ Value = $value; Cmdlet = 'Stop-PartnerCustomerOrder'; Call = { Stop-PartnerCustomerOrder $customer a68736758d9c -LineItemNumber $Value -Confirm:$false } }
            @{ Value = $value; Cmdlet = 'Get-PartnerCustomerOrderLineItemActivationLink'; Call = { Get-PartnerCustomerOrderLineItemActivationLink $customer a68736758d9c -LineItemNumber $Value } }
            @{ Value = $value; Cmdlet = 'Set-PartnerCustomerSubscription'; Call = { Set-PartnerCustomerSubscription $customer a0000000-0000-4000-8000-000000000002 -Quantity $Value } }
        }
    ) {
        Assert-RefusedUnsent $Call $Cmdlet '*a whole number is expected*'
    }

    It 'is refused where a line is made by its type' -ForEach 2.5, '2.5', '2,5' {
        { [PartnerCenterCart.CartLineItem]@{ CatalogItemId = 'a:b:c'; Quantity = $_ } } | Should -Throw "*'$_' cannot be the Quantity of a cart line: a whole number is expected.*"
    }

    It 'does not come in by members that are none' {
        { [PartnerCenterCart.CartLineItem]@{ CatalogItem = 'a:b:c' } } | Should -Throw '*Did you mean CatalogItemId*'
    }
}

Describe 'A whole number' {
    It 'is taken in every form' -ForEach 2, 2.0, '2', ' 2 ', 2L, 2d {
        ([PartnerCenterCart.CartLineItem]@{ CatalogItemId = 'a:b:c'; Quantity = $_ }).Quantity | Should -Be 2
        (Test-PartnerProductPromotion $customer $seat.CatalogItemId -Quantity $_ -TermDuration P1Y -BillingCycle monthly -ErrorVariable wrong)
        $wrong | Should -BeNullOrEmpty
    }

    It 'makes a line by its type, from ordered members and objects too' {
        ([PartnerCenterCart.CartLineItem][ordered]@{ CatalogItemId = 'a:b:c'; Quantity = 3; ProvisioningContext = @{ scope = 'shared' } }).ProvisioningContext['Scope'] | Should -BeExactly 'shared'
        ([PartnerCenterCart.CartLineItem][pscustomobject]@{ CatalogItemId = 'a:b:c'; Quantity = 3 }).Quantity | Should -Be 3
        [PartnerCenterCart.CartLineItem]::new().Quantity | Should -BeNullOrEmpty
        ([PartnerCenterCart.CartLineItem]@{}).CatalogItemId | Should -BeNullOrEmpty
    }

    It 'removes a line' {
        $two = New-PartnerCustomerCart $customer -LineItem (New-TestLine), (New-TestLine @{ Quantity = 9 })
        ($two | Remove-PartnerCustomerCartLineItem -LineItemId '1').LineItems.Quantity | Should -Be 2
    }
}
