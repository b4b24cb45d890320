# Every published answer about carts and orders, word for word: it comes out whole, and a cart goes back as it came.
# A small server plays the answers, so that also those are read which the emulator's clock or catalog cannot bring about.
BeforeDiscovery {
    $carts = 'cart-create-response-addon-to-existing-subscription', 'cart-create-response-attestation-and-participants', 'cart-create-response-azure-reservation',
        'cart-create-response-mixed-catalog', 'cart-create-response-new-commerce-with-pricing', 'cart-get-response-lineitem-error', 'cart-update-response-savings-plan'
    $checkouts = @(
        @{ Example = 'cart-checkout-response-mixed-catalog'; Except = @() }
        # The code is a number on the wire and text on the object, as all codes are.
        @{ Example = 'cart-checkout-response-partial-failure'; Except = @('~orderErrors[0].code') }
        @{ Example = 'cart-checkout-response-savings-plan'; Except = @() }
    )
    $orders = 'order-get-response-legacy', 'order-get-response-pending-po-upload', 'order-create-response-attestation', 'order-create-response-indirect-reseller',
        'order-create-response-savings-plan', 'order-patch-response-addon'
    $lists = @(
        @{ Example = 'orders-list-response-by-billing-cycle'; Query = @{ BillingCycle = 'monthly' } }
        @{ Example = 'orders-list-response-savings-plan'; Query = @{} }
    )
}

BeforeAll {
    . "$PSScriptRoot/_TestHelper.ps1"
    . "$PSScriptRoot/_WireHelper.ps1"
    Import-ModuleUnderTest
    $customer = '28045616-f6b9-462f-9701-0d89b5e65c44'
    $cartId = '3655b1a0-b1c9-4268-9824-577fdbc4d0be'

    $port = [Net.Sockets.TcpListener]::new([Net.IPAddress]::Loopback, 0)
    $port.Start()
    $address = "http://localhost:$($port.LocalEndpoint.Port)"
    $port.Stop()
    $listener = [Net.HttpListener]::new()
    $listener.Prefixes.Add("$address/")
    $listener.Start()
    $stage = [hashtable]::Synchronized(@{ Answer = ''; Sent = $null })
    $player = [powershell]::Create().AddScript({
            param($listener, $stage)
            while ($listener.IsListening) {
                try { $context = $listener.GetContext() } catch { return }
                $stage.Sent = [IO.StreamReader]::new($context.Request.InputStream).ReadToEnd()
                $bytes = [Text.Encoding]::UTF8.GetBytes($stage.Answer)
                $context.Response.ContentType = 'application/json'
                $context.Response.OutputStream.Write($bytes, 0, $bytes.Length)
                $context.Response.Close()
            }
        }).AddArgument($listener).AddArgument($stage)
    $null = $player.BeginInvoke()
    Connect-PartnerCenter -AccessToken 'some-token' -Endpoint $address
}

AfterAll {
    Disconnect-PartnerCenter
    if ($listener) { $listener.Close() }
    if ($player) { $player.Dispose() }
}

Describe 'A published cart, <_>,' -ForEach $carts {
    BeforeAll {
        $stage.Answer = Get-Fixture $_
        $cart = Get-PartnerCustomerCart -CustomerId $customer -CartId $cartId -ErrorAction SilentlyContinue
    }

    It 'comes out whole' {
        Assert-MatchesExample $_ $cart
    }

    It 'leaves nothing over that the models do not know' {
        @($cart) + $cart.LineItems + $cart.Links | ForEach-Object { $_.AdditionalProperties.Keys } | Should -BeNullOrEmpty
    }

    It 'goes back as it came' {
        $null = $cart | Set-PartnerCustomerCart -ErrorAction SilentlyContinue
        Assert-MatchesExample $_ $stage.Sent
    }
}

Describe 'A published checkout, <Example>,' -ForEach $checkouts {
    It 'comes out whole' {
        $stage.Answer = Get-Fixture $Example
        $result = Submit-PartnerCustomerCart -CustomerId $customer -CartId $cartId -Confirm:$false -ErrorAction SilentlyContinue
        Assert-MatchesExample $Example $result -Except $Except
    }
}

Describe 'A published order, <_>,' -ForEach $orders {
    It 'comes out whole' {
        $stage.Answer = Get-Fixture $_
        Assert-MatchesExample $_ (Get-PartnerCustomerOrder -CustomerId $customer -OrderId 'a68736758d9c')
    }
}

Describe 'A published list of orders, <Example>,' -ForEach $lists {
    It 'comes out whole' {
        $stage.Answer = Get-Fixture $Example
        $orders = @(Get-PartnerCustomerOrder -CustomerId $customer @Query)
        $orders | Should -Not -BeNullOrEmpty
        Assert-MatchesExample $Example $orders -Part items
    }
}

Describe 'Members that no published answer shows' {
    It 'are read from a cart line' {
        $stage.Answer = '{"id":"3655b1a0-b1c9-4268-9824-577fdbc4d0be","lineItems":[{"id":0,"catalogItemId":"a:b:c","quantity":1,"billingCycle":"monthly",' +
            '"promotionId":"p","purchaseSystem":"s","coterminousSubscriptionId":"c","attestationAccepted":true,"addonItems":[{"id":1,"catalogItemId":"d:e:f","quantity":2}]}]}'
        $line = (Get-PartnerCustomerCart -CustomerId $customer -CartId $cartId).LineItems[0]
        $line.PromotionId, $line.PurchaseSystem, $line.CoterminousSubscriptionId | Should -BeExactly 'p', 's', 'c'
        $line.AttestationAccepted | Should -BeTrue
        $line.AddonItems[0].CatalogItemId | Should -BeExactly 'd:e:f'
        $line.AdditionalProperties.Keys | Should -BeNullOrEmpty
    }

    It 'are read from an order' {
        $stage.Answer = '{"id":"a68736758d9c","partnerOnRecordAttestationAccepted":true,"lineItems":[{"lineItemNumber":0,"parentSubscriptionId":"p","promotionId":"o",' +
            '"customTermEndDate":"2027-06-30T00:00:00Z","attestationAccepted":true,"additionalPartnerIdsOnRecord":["1","2"],"renewsTo":[{"termDuration":"P1Y"}],' +
            '"links":{"subscription":{"uri":"/s"},"provisioningStatus":{"uri":"/p"},"activationLinks":{"uri":"/a"}},"attributes":{"objectType":"OrderLineItem"}}]}'
        $order = Get-PartnerCustomerOrder -CustomerId $customer -OrderId 'a68736758d9c'
        $order.PartnerOnRecordAttestationAccepted | Should -BeTrue
        $line = $order.LineItems[0]
        $line.ParentSubscriptionId, $line.PromotionId, $line.RenewsTo.TermDuration | Should -BeExactly 'p', 'o', 'P1Y'
        $line.CustomTermEndDate | Should -Be ([DateTimeOffset]'2027-06-30T00:00:00Z')
        $line.AttestationAccepted | Should -BeTrue
        $line.AdditionalPartnerIdsOnRecord | Should -BeExactly '1', '2'
        $line.Links.Subscription.Uri, $line.Links.ProvisioningStatus.Uri, $line.Links.ActivationLinks.Uri | Should -BeExactly '/s', '/p', '/a'
        $line.Attributes.ObjectType | Should -BeExactly 'OrderLineItem'
    }

    It 'are read from links' {
        $stage.Answer = '{"id":"3655b1a0-b1c9-4268-9824-577fdbc4d0be","links":{"self":{"uri":"/c","headers":[{"key":"k","value":"v"}],"body":{"a":1}},"next":{"uri":"/n"},"previous":{"uri":"/p"}}}'
        $links = (Get-PartnerCustomerCart -CustomerId $customer -CartId $cartId).Links
        $links.Self.Uri, $links.Next.Uri, $links.Previous.Uri | Should -BeExactly '/c', '/n', '/p'
        $links.Self.Headers[0].Key, $links.Self.Headers[0].Value | Should -BeExactly 'k', 'v'
        $links.Self.Body['a'] | Should -Be 1
    }
}
