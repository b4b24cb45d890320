# The licence scenarios of the contract's examples: traditional add-ons, new commerce, resellers.
BeforeAll {
    . "$PSScriptRoot/_TestHelper.ps1"
    . "$PSScriptRoot/_WireHelper.ps1"
    Import-ModuleUnderTest
    $emulator = Start-EmulatorHost
}

AfterAll {
    Stop-EmulatorHost $emulator
}

Describe 'A traditional base offer with add-ons (<Door>)' -ForEach @{ Door = 'in-process' }, @{ Door = 'Kestrel' } {
    BeforeAll {
        Connect-Door $Door $emulator.Endpoint
        $cart = New-PartnerCustomerCartLineItem -CatalogItemId '91FD106F-4B2C-4938-95AC-F54F74E9A239' -FriendlyName 'Myofferpurchase' -Quantity 3 -BillingCycle Monthly -AddonItem @(
            New-PartnerCustomerCartLineItem -CatalogItemId 'C94271D8-B431-4A25-A3C5-A57737A1C909' -Quantity 2 -BillingCycle Monthly
            @{ CatalogItemId = '43FCE491-76D1-4BCC-B709-8A288786DBAE'; Quantity = 3; BillingCycle = 'Monthly' }
        ) | New-PartnerCustomerCart -CustomerId '18ac2950-8ea9-4dfc-92a4-ff4d4cd57796'
        $created = Get-LastRequest carts.create
        $result = $cart | Submit-PartnerCustomerCart -Confirm:$false
    }

    AfterAll { Disconnect-PartnerCenter }

    It 'is posted as published, add-ons numbered after their base' {
        Assert-MatchesExample cart-create-request-addons-legacy $created.Body
    }

    It 'comes out with its add-ons in the group of the base' {
        $cart.LineItems[0].AddonItems.Id | Should -Be 1, 2
        $cart.LineItems[0].AddonItems.CatalogItemId | Should -Be 'C94271D8-B431-4A25-A3C5-A57737A1C909', '43FCE491-76D1-4BCC-B709-8A288786DBAE'
        @($cart.LineItems[0].OrderGroup) + $cart.LineItems[0].AddonItems.OrderGroup | Should -Be 'OMS-0', 'OMS-0', 'OMS-0'
    }

    It 'becomes one order' {
        $result.Orders | Should -HaveCount 1
        $result.Orders[0].LineItems.OfferId | Should -Contain 'C94271D8-B431-4A25-A3C5-A57737A1C909'
    }
}

Describe 'An add-on to a subscription that the customer holds (<Door>)' -ForEach @{ Door = 'in-process' }, @{ Door = 'Kestrel' } {
    BeforeAll {
        Connect-Door $Door $emulator.Endpoint
        $parent = '97555B61-7461-477A-A98C-9C76148783E4'
        $cart = New-PartnerCustomerCartLineItem -CatalogItemId 'C94271D8-B431-4A25-A3C5-A57737A1C909' -BillingCycle annual -ParentSubscriptionId $parent |
            New-PartnerCustomerCart -CustomerId '18ac2950-8ea9-4dfc-92a4-ff4d4cd57796'
        $created = Get-LastRequest carts.create
    }

    AfterAll { Disconnect-PartnerCenter }

    It 'is posted with the subscription in the provisioning context' {
        $sent = (ConvertFrom-WireText $created.Body).lineItems[0]
        $sent.provisioningContext.Keys | Should -BeExactly 'ParentSubscriptionId'
        $sent.provisioningContext.ParentSubscriptionId | Should -BeExactly $parent
        $sent.Keys | Should -BeExactly 'id', 'catalogItemId', 'quantity', 'billingCycle', 'provisioningContext'
    }

    It 'comes out as published' {
        Assert-MatchesExample cart-create-response-addon-to-existing-subscription $cart -Except $cartIdentity
    }
}

Describe 'A new commerce base and its add-on (<Door>)' -ForEach @{ Door = 'in-process' }, @{ Door = 'Kestrel' } {
    BeforeAll {
        Connect-Door $Door $emulator.Endpoint
        $cart = 'CFQ7TTC0LFLX:0001:CFQ7TTC0LB30', 'CFQ7TTC0HDJX:0001:CFQ7TTC0K806' |
            ForEach-Object { New-PartnerCustomerCartLineItem -CatalogItemId $_ -Quantity 20 -BillingCycle monthly -TermDuration P1M } |
            New-PartnerCustomerCart -CustomerId 'c0000000-0000-4000-8000-000000000001'
        $created = Get-LastRequest carts.create
        $result = $cart | Submit-PartnerCustomerCart -Confirm:$false
    }

    AfterAll { Disconnect-PartnerCenter }

    It 'is posted as published, the add-on a line of its own' {
        Assert-MatchesExample cart-create-request-addons-new-commerce $created.Body
    }

    It 'comes out as lines of one group without errors' {
        $cart.LineItems.OrderGroup | Should -Be '0', '0'
        $cart.LineItems | Where-Object Error | Should -BeNullOrEmpty
    }

    It 'becomes one order with two lines' {
        $result.Orders | Should -HaveCount 1
        $result.Orders[0].LineItems.OfferId | Should -Be 'CFQ7TTC0LFLX:0001:CFQ7TTC0LB30', 'CFQ7TTC0HDJX:0001:CFQ7TTC0K806'
    }
}

Describe 'One new commerce licence (<Door>)' -ForEach @{ Door = 'in-process' }, @{ Door = 'Kestrel' } {
    BeforeAll {
        Connect-Door $Door $emulator.Endpoint
        $null = New-PartnerCustomerCart -CustomerId 'ebd8b4c2-4069-46a8-bd70-123d6dec3e39' -LineItem @{
            CatalogItemId = 'CFQ7TTC0LFLZ:0002:CFQ7TTC0K4TS'; Quantity = 1; TermDuration = 'P1M'; BillingCycle = 'Monthly'
        }
        $created = Get-LastRequest carts.create
        $cart = New-PartnerCustomerCartLineItem -CatalogItemId 'CFQ7TTC0LF8S:0001:CFQ7TTC0VZW5' -BillingCycle monthly -TermDuration P1Y |
            New-PartnerCustomerCart -CustomerId 'ebd8b4c2-4069-46a8-bd70-123d6dec3e39'
    }

    AfterAll { Disconnect-PartnerCenter }

    It 'is posted as published, with a number for its line' {
        Assert-MatchesExample cart-create-request-new-commerce $created.Body -Except '+lineItems[0].id'
    }

    It 'comes out as published, prices included' {
        # The emulator's user is the one of this example.
        Assert-MatchesExample cart-create-response-new-commerce-with-pricing $cart -Except @($cartIdentity -ne '~lastModifiedUser')
    }
}

Describe 'Attestation and participants (<Door>)' -ForEach @{ Door = 'in-process' }, @{ Door = 'Kestrel' } {
    BeforeAll {
        Connect-Door $Door $emulator.Endpoint
        $customer = 'f81d98dd-c2f4-499e-a194-5619e260344e'
        $aligned = New-PartnerCustomerCartLineItem -CatalogItemId 'CFQ7TTC0LH0Z:0001:CFQ7TTC0K18P' -BillingCycle monthly -TermDuration P1M `
            -CustomTermEndDate '2022-02-19' -ProvisioningContext @{}
        $resold = New-PartnerCustomerCartLineItem -CatalogItemId 'CFQ7TTC0LFLS:0002:CFQ7TTC0KDLJ' -Quantity 2 -BillingCycle monthly -TermDuration P1Y -Participants @(
            @{ transaction_reseller = '5357564' }
            @{ additional_transaction_reseller = '517285', '5357563' }
        )
        $cart = $aligned, $resold | New-PartnerCustomerCart -CustomerId $customer -PartnerOnRecordAttestationAccepted -ErrorAction SilentlyContinue
        $created = Get-LastRequest carts.create
        $result = $resold | New-PartnerCustomerCart -CustomerId $customer -PartnerOnRecordAttestationAccepted | Submit-PartnerCustomerCart -Confirm:$false
    }

    AfterAll { Disconnect-PartnerCenter }

    It 'is posted as published' {
        # The published null means "not set", as leaving it out does.
        Assert-MatchesExample cart-create-request-attestation-and-participants $created.Body -Except '-lineItems[0].renewsTo'
    }

    It 'comes out as published' {
        # Prices came to carts in 2023; and on today's clock the published end date is over.
        $except = $cartIdentity + '+lineItems[1].pricing', '+lineItems[0].error'
        Assert-MatchesExample cart-create-response-attestation-and-participants $cart -Except $except
    }

    It 'names the resellers on the order' {
        $line = $result.Orders[0].LineItems[0]
        $line.PartnerIdOnRecord | Should -BeExactly '5357564'
        $line.AdditionalPartnerIdsOnRecord | Should -BeExactly '517285', '5357563'
    }
}
