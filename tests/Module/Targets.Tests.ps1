# An error names the input that it is about, and never the one before it.
BeforeAll {
    . "$PSScriptRoot/_TestHelper.ps1"
    . "$PSScriptRoot/_Purchase.ps1"
    . "$PSScriptRoot/_AfterCheckout.ps1"
    Import-ModuleUnderTest
    Connect-PartnerCenter -Emulator
    $cart = New-TestCart
    $order = (Get-Bought $saas | Wait-PartnerCustomerOrder).Id
}

AfterAll { Disconnect-PartnerCenter }

Describe 'The target of an error' {
    It 'is the bad customer id of a later input of <_>' -ForEach @(
        'Get-PartnerCustomerOrder', 'Get-PartnerCustomerOrderProvisioningStatus', 'Get-PartnerCustomerOrderLineItemActivationLink', 'Get-PartnerCustomerOrderAttachment'
        'Get-PartnerCustomerSubscription', 'Get-PartnerCustomerSubscriptionRegistrationStatus', 'Get-PartnerCustomerSubscriptionProvisioningStatus'
        'Get-PartnerCustomerCart', 'Get-PartnerCustomerEntitlement', 'Get-PartnerCustomerTermEndDate'
    ) {
        $command = $_
        $ids = @{ OrderId = $order; SubscriptionId = 'a0000000-0000-4000-8000-000000000002'; CartId = $cart.Id }
        $inputs = foreach ($id in $customer, 'contoso') { [pscustomobject]($ids + @{ CustomerId = $id }) }
        $more = $command -eq 'Get-PartnerCustomerTermEndDate' ? @{ TermDuration = 'P1Y' } : @{}
        $outcome = Get-Outcome { $inputs | & $command @more }
        $outcome.Error.FullyQualifiedErrorId | Should -BeExactly (Get-ErrorId InvalidInput $command)
        $outcome.Error.TargetObject | Should -BeExactly 'contoso'
    }
}

Describe 'Lines of an expired cart' {
    It 'say which of their promotions has ended' {
        $line = New-TestLine @{ CatalogItemId = 'CFQ7TTC0LH05:0001:CFQ7TTC0LH5A'; Quantity = 20; BillingCycle = 'annual'; TermDuration = 'P1Y'; PromotionId = '39NFJQT1SNC7:0001:39NFJQT1Q5KM' }
        $old = New-PartnerCustomerCart $customer -LineItem $line -ErrorAction Ignore
        $running = Get-Outcome { $old.LineItems | New-PartnerCustomerCart $customer }
        $running.Warning | Should -BeNullOrEmpty
        $old.LineItems[0].PromotionId = '39NFJQT1PJQB:0001:39NFJQT1Q5KN'
        $ended = Get-Outcome { $old.LineItems | New-PartnerCustomerCart $customer }
        $ended.Warning | Should -BeLike '*39NFJQT1PJQB:0001:39NFJQT1Q5KN*2021-10-14*PromotionId*'
        # A line that somebody has just written is not second-guessed.
        (Get-Outcome { New-PartnerCustomerCart $customer -LineItem $line }).Warning | Should -BeNullOrEmpty
    }
}
