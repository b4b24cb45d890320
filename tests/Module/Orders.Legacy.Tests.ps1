# Set-PartnerCustomerOrder: billing cycle and add-ons of legacy orders.
BeforeAll {
    . "$PSScriptRoot/_TestHelper.ps1"
    . "$PSScriptRoot/_Purchase.ps1"
    . "$PSScriptRoot/_AfterCheckout.ps1"
    Import-ModuleUnderTest
    $emulator = Start-EmulatorHost
    $legacyCustomer = '18ac2950-8ea9-4dfc-92a4-ff4d4cd57796'
    $base = '97555B61-7461-477A-A98C-9C76148783E4'
    $addOn = @{ CatalogItemId = 'C94271D8-B431-4A25-A3C5-A57737A1C909'; Quantity = 2; FriendlyName = 'conferences' }
}

AfterAll {
    Disconnect-PartnerCenter
    Stop-EmulatorHost $emulator
}

Describe 'Set-PartnerCustomerOrder through the <Door> door' -ForEach @{ Door = 'in-process' }, @{ Door = 'host' } {
    BeforeEach {
        Connect-EmulatorDoor $Door $emulator
        $order = Get-PartnerCustomerOrder $legacyCustomer
    }

    It 'changes the billing cycle of the order and its subscriptions' {
        $changed = $order | Set-PartnerCustomerOrder -BillingCycle Monthly -Confirm:$false
        ($changed.BillingCycle, $changed.Id, $changed.CustomerId) | Should -BeExactly 'monthly', $order.Id, $legacyCustomer
        ($changed | Get-PartnerCustomerSubscription).BillingCycle | Should -BeExactly 'monthly'
        (Get-PartnerCustomerSubscription $legacyCustomer $base | Set-PartnerCustomerOrder -BillingCycle annual -Confirm:$false).BillingCycle | Should -BeExactly 'annual'
    }

    It 'sends nothing when the cycle is that already' {
        ($order | Set-PartnerCustomerOrder -BillingCycle annual -Confirm:$false).BillingCycle | Should -BeExactly 'annual'
        Get-Request orders.patch | Should -BeNullOrEmpty
    }

    It 'buys an add-on for the one subscription of the order' {
        $changed = $order | Set-PartnerCustomerOrder -AddOn $addOn -Confirm:$false
        $changed.LineItems.FriendlyName | Should -BeExactly 'Office 365 E1 (traditional)', 'conferences'
        $held = Get-PartnerCustomerSubscription $legacyCustomer $base -AddOn
        ($held.FriendlyName, $held.Quantity, $held.BillingCycle, $held.ParentSubscriptionId) | Should -Be 'conferences', 2, 'annual', $base
        (Get-Outcome { $order | Set-PartnerCustomerOrder -AddOn $addOn -Confirm:$false }).Error.Exception.Message | Should -BeLike '*several subscriptions*'
        $line = New-PartnerCustomerCartLineItem 43FCE491-76D1-4BCC-B709-8A288786DBAE -Quantity 1 -ParentSubscriptionId $base
        ($order | Set-PartnerCustomerOrder -AddOn $line -Confirm:$false).LineItems | Should -HaveCount 3
        ($order | Set-PartnerCustomerOrder -AddOn $addOn -ParentSubscriptionId $base -Confirm:$false).LineItems | Should -HaveCount 4
    }

    It 'buys an add-on once when the answer is lost, and says that nobody knows' {
        Set-PartnerCenterEmulatorFault -Operation orders.patch -ResetConnection After
        $lost = Get-Outcome { $order | Set-PartnerCustomerOrder -AddOn $addOn -Confirm:$false }
        $lost.Error.FullyQualifiedErrorId | Should -BeExactly (Get-ErrorId OutcomeUnknown Set-PartnerCustomerOrder)
        @(Get-Request orders.patch).Count | Should -Be 1
        Get-PartnerCustomerSubscription $legacyCustomer $base -AddOn | Should -HaveCount 1
    }

    It 'explains what the service refuses' {
        (Get-Outcome { $order | Set-PartnerCustomerOrder -BillingCycle triennial -Confirm:$false }).Error.Exception.ServiceCode | Should -BeExactly '6001'
        $modern = (Get-Bought $seat).Orders[0]
        $refusal = (Get-Outcome { $modern | Set-PartnerCustomerOrder -BillingCycle annual -Confirm:$false }).Error
        ($refusal.Exception.ServiceCode, $refusal.FullyQualifiedErrorId) | Should -BeExactly '800042', (Get-ErrorId BadRequest Set-PartnerCustomerOrder)
        $refusal = (Get-Outcome { $order | Set-PartnerCustomerOrder -AddOn @{ CatalogItemId = '2828BE95-46BA-4F91-B2FD-0BEF192ECF60'; Quantity = 1 } -Confirm:$false }).Error
        $refusal.Exception.ServiceCode | Should -BeExactly '800029'
        $refusal.ErrorDetails.RecommendedAction | Should -BeLike '*base*'
    }

    It 'goes on after a bad one in a pipeline of three' {
        $ids = '97a00000-0000-4000-8000-000000000001', 'no such', '97a00000-0000-4000-8000-000000000002'
        $outcome = Get-Outcome { $ids | ForEach-Object { [pscustomobject]@{ CustomerId = $legacyCustomer; OrderId = $_ } } | Set-PartnerCustomerOrder -BillingCycle monthly -Confirm:$false }
        $outcome.Output.BillingCycle | Should -BeExactly 'monthly'
        $outcome.Error.FullyQualifiedErrorId | Should -BeExactly (Get-ErrorId InvalidInput Set-PartnerCustomerOrder), (Get-ErrorId NotFound Set-PartnerCustomerOrder)
        $outcome.Error.TargetObject | Should -BeExactly $ids[1], $ids[2]
    }
}

Describe 'Set-PartnerCustomerOrder' {
    BeforeEach { Connect-PartnerCenter -Emulator }

    It 'refuses <What> before anything is sent' -ForEach @(
        @{ What = 'a cycle that is none'; Arguments = @{ BillingCycle = 'fortnightly' }; Says = "*'fortnightly' is not a billing cycle*" }
        @{ What = 'a half add-on'; Arguments = @{ AddOn = @{ CatalogItemId = 'x'; Quantity = 2.5 } }; Says = '*whole number*' }
        @{ What = 'a member that is none'; Arguments = @{ AddOn = @{ CatalogItem = 'x'; Quantity = 2 } }; Says = '*Did you mean CatalogItemId*' }
    ) {
        Assert-RefusedUnsent { Set-PartnerCustomerOrder $legacyCustomer 97a00000-0000-4000-8000-000000000001 @Arguments -Confirm:$false } Set-PartnerCustomerOrder $Says
    }

    It 'says what will be bought, and buys nothing with -WhatIf' {
        $shown = Invoke-CleanPwsh -ArgumentList $legacyCustomer -Script {
            param($customer)
            Import-Module $env:PCC_MODULE
            Connect-PartnerCenter -Emulator
            $order = Get-PartnerCustomerOrder $customer
            $order | Set-PartnerCustomerOrder -AddOn @{ CatalogItemId = 'C94271D8-B431-4A25-A3C5-A57737A1C909'; Quantity = 2; FriendlyName = 'conferences' } -WhatIf
            $order | Set-PartnerCustomerOrder -BillingCycle monthly -WhatIf
            (Get-PartnerCenterEmulatorRequest).Method -join ' '
        }
        $shown.StdOut[0] | Should -BeLike "*Buy 1 line: 2 x conferences, price unknown, for subscription $base*Order 97a00000-0000-4000-8000-000000000001 of customer $legacyCustomer*"
        $shown.StdOut[1] | Should -BeLike '*Change the billing cycle from annual to monthly, price unknown: 5 x Office 365 E1*'
        $shown.StdOut[-1] | Should -BeExactly 'GET GET GET'
    }
}
