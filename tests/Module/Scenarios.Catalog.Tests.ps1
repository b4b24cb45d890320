# Third-party SaaS, the mixed catalog, partial failure and line errors, as the contract's examples show them.
BeforeAll {
    . "$PSScriptRoot/_TestHelper.ps1"
    . "$PSScriptRoot/_WireHelper.ps1"
    Import-ModuleUnderTest
    $emulator = Start-EmulatorHost
    # What an order shows since 2023 and the published ones do not.
    $modernOrder = '+orders[].links', '+orders[].client', '+orders[].attributes', '+orders[].totalPrice'
    $modernLine = '+orders[].lineItems[].links', '+orders[].lineItems[].pricing'
}

AfterAll {
    Stop-EmulatorHost $emulator
}

Describe 'Third-party SaaS (<Door>)' -ForEach @{ Door = 'in-process' }, @{ Door = 'Kestrel' } {
    BeforeAll {
        Connect-Door $Door $emulator.Endpoint
        $cart = New-PartnerCustomerCartLineItem -CatalogItemId 'DZH318Z0BXWC:0002:DZH318Z0BMRV' -Quantity 1 -BillingCycle monthly -TermDuration P1M |
            New-PartnerCustomerCart -CustomerId '28045616-f6b9-462f-9701-0d89b5e65c44'
        $sent = (ConvertFrom-WireText (Get-LastRequest carts.create).Body).lineItems
        $result = $cart | Submit-PartnerCustomerCart -Confirm:$false
    }

    AfterAll { Disconnect-PartnerCenter }

    It 'is posted as published' {
        # There it is the fifth line of a cart.
        $sent | Should -HaveCount 1
        Assert-MatchesExample cart-create-request-mixed-catalog $sent[0] -Part lineItems.4 -Except '~id'
    }

    It 'comes out as published' {
        Assert-MatchesExample cart-create-response-mixed-catalog $cart.LineItems[0] -Part lineItems.4 -Except '~id', '~orderGroup', '+provisioningContext'
    }

    It 'is ordered as published' {
        $except = '~id', '~alternateId', '~creationDate', '+links', '+client', '+attributes', '+totalPrice', '+lineItems[].links', '+lineItems[].pricing'
        Assert-MatchesExample cart-checkout-response-mixed-catalog $result.Orders[0] -Part orders.2 -Except $except
    }
}

Describe 'A mixed catalog (<Door>)' -ForEach @{ Door = 'in-process' }, @{ Door = 'Kestrel' } {
    BeforeAll {
        Connect-Door $Door $emulator.Endpoint
        $customer = '28045616-f6b9-462f-9701-0d89b5e65c44'
        $azure = '1C461A25-F729-4FA5-AADB-280947DD05E8'
        $lines = @(
            New-PartnerCustomerCartLineItem -CatalogItemId 'MS-AZR-0145P' -BillingCycle monthly -TermDuration P1Y
            New-PartnerCustomerCartLineItem -CatalogItemId 'DZH318Z0BQ36:004G:DZH318Z08C0S' -BillingCycle one_time -TermDuration P1Y `
                -ProvisioningContext @{ subscriptionId = $azure; scope = 'shared' }
            New-PartnerCustomerCartLineItem -CatalogItemId 'DZH318Z0BQ36:004J:DZH318Z08B8X' -BillingCycle one_time -TermDuration P3Y `
                -ProvisioningContext @{ subscriptionId = $azure; scope = 'single' }
            New-PartnerCustomerCartLineItem -CatalogItemId 'DG7GMGF0DWTL:0001:DG7GMGF0DSFM' -BillingCycle one_time
            New-PartnerCustomerCartLineItem -CatalogItemId 'DZH318Z0BXWC:0002:DZH318Z0BMRV' -BillingCycle monthly -TermDuration P1M
            New-PartnerCustomerCartLineItem -CatalogItemId 'DZH318Z0C0WF:0001:DZH318Z0BP69' -Quantity 10 -BillingCycle none -TermDuration P1M -RenewsTo P1Y
        )
        $cart = $lines | New-PartnerCustomerCart -CustomerId $customer
        $created = Get-LastRequest carts.create
        # The published order holds the software item of the published answer, not the one of the request.
        $lines[3].CatalogItemId = 'DG7GMGF0DWM3:0002:DG7GMGF0DT1M'
        $result = $lines | New-PartnerCustomerCart -CustomerId $customer | Submit-PartnerCustomerCart -Confirm:$false
    }

    AfterAll { Disconnect-PartnerCenter }

    It 'is posted as published' {
        Assert-MatchesExample cart-create-request-mixed-catalog $created.Body
    }

    It 'comes out as published' {
        # The published answer belongs to a slightly other request, and predates empty provisioning contexts.
        $except = '~lineItems[2].provisioningContext.scope', '~lineItems[3].catalogItemId',
            '+lineItems[3].provisioningContext', '+lineItems[4].provisioningContext', '+lineItems[5].provisioningContext'
        Assert-MatchesExample cart-create-response-mixed-catalog $cart -Except ($cartIdentity + $except)
    }

    It 'is ordered as published' {
        # The published body leaves the trial out.
        $except = $orderIdentity + $modernOrder + $modernLine + '+orders[3]', '+additionalInformation', '+attributes',
            '~orders[0].lineItems[0].subscriptionId', '+orders[].lineItems[].provisioningContext'
        Assert-MatchesExample cart-checkout-response-mixed-catalog $result -Except $except
    }

    It 'orders the trial with what it renews to' {
        $result.Orders[3].BillingCycle | Should -BeExactly 'none'
        $result.Orders[3].LineItems[0].RenewsTo.TermDuration | Should -BeExactly 'P1Y'
    }
}

Describe 'A checkout that fails in part (<Door>)' -ForEach @{ Door = 'in-process' }, @{ Door = 'Kestrel' } {
    BeforeAll {
        Connect-Door $Door $emulator.Endpoint
        $cart = @(
            New-PartnerCustomerCartLineItem -CatalogItemId 'CFQ7TTC0LF8S:0001:CFQ7TTC0N81H' -FriendlyName 'Sample item' -BillingCycle monthly -TermDuration P1M
            New-PartnerCustomerCartLineItem -CatalogItemId 'DZH318Z0BXWC:0002:DZH318Z0BMRV' -BillingCycle monthly -TermDuration P1M
        ) | New-PartnerCustomerCart -CustomerId '94cd6638-11b6-4323-8c9f-6ae3088adc59'
        Set-PartnerCenterEmulatorFault -Operation carts.checkout -OrderGroup 1 -Code 800010
        $result = $cart | Submit-PartnerCustomerCart -Confirm:$false -ErrorAction SilentlyContinue -ErrorVariable problems
        $again = $cart | Submit-PartnerCustomerCart -Confirm:$false
    }

    AfterAll { Disconnect-PartnerCenter }

    It 'comes out as published' {
        $new = '+orders[0].links', '+orders[0].totalPrice', '+orders[0].client', '+additionalInformation'
        # The code is a number on the wire and text on the object, as all codes are.
        Assert-MatchesExample cart-checkout-response-partial-failure $result -Except ($orderIdentity + $modernLine + $new + '~orderErrors[0].code')
        $result.OrderErrors[0].Code | Should -BeExactly '800010'
    }

    It 'gives one error record with group, code and words of the service' {
        $problems | Should -HaveCount 1
        $problems[0].FullyQualifiedErrorId | Should -BeExactly 'OrderError,PartnerCenterCart.Commands.SubmitPartnerCustomerCart'
        $problems[0].Exception.ServiceCode | Should -BeExactly '800010'
        "$($problems[0])" | Should -BeLike '*group 1 *No inventory for the catalog item.*800010*'
    }

    It 'buys the failed group alone when it is checked out again' {
        $again.OrderErrors | Should -BeNullOrEmpty
        $again.Orders | Should -HaveCount 2
        $again.OrderId | Should -Contain $result.OrderId[0]
    }
}

Describe 'A line that cannot be bought (<Door>)' -ForEach @{ Door = 'in-process' }, @{ Door = 'Kestrel' } {
    BeforeAll {
        Connect-Door $Door $emulator.Endpoint
        $created = New-PartnerCustomerCartLineItem -CatalogItemId 'CFQ7TTC0LF8S:0001:CFQ7TTC0VZW5' -Quantity 400 -BillingCycle monthly -TermDuration P1Y |
            New-PartnerCustomerCart -CustomerId 'ebd8b4c2-4069-46a8-bd70-123d6dec3e39' -ErrorAction SilentlyContinue -ErrorVariable onCreate
        $cart = $created | Get-PartnerCustomerCart -ErrorAction SilentlyContinue -ErrorVariable onRead
    }

    AfterAll { Disconnect-PartnerCenter }

    It 'comes out as published' {
        Assert-MatchesExample cart-get-response-lineitem-error $cart -Except @($cartIdentity -ne '~lastModifiedUser')
    }

    It 'gives one error record whose target is the line' {
        foreach ($problem in $onCreate, $onRead) {
            $problem | Should -HaveCount 1
            $problem[0].TargetObject | Should -BeOfType 'PartnerCenterCart.CartLineItem'
            $problem[0].Exception.ServiceCode | Should -BeExactly '10015'
        }
        $onRead[0].TargetObject | Should -Be $cart.LineItems[0]
        $onCreate[0].FullyQualifiedErrorId | Should -BeExactly 'CartLineError,PartnerCenterCart.Commands.NewPartnerCustomerCart'
        $onRead[0].FullyQualifiedErrorId | Should -BeExactly 'CartLineError,PartnerCenterCart.Commands.GetPartnerCustomerCart'
    }
}
