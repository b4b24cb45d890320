# The other shapes in which the rules fire, and what they say.
BeforeAll {
    . "$PSScriptRoot/_TestHelper.ps1"
    . "$PSScriptRoot/_Purchase.ps1"
    . "$PSScriptRoot/_CatalogHelper.ps1"
    . "$PSScriptRoot/_RuleCases.ps1"
    Import-ModuleUnderTest
    $addon = 'CFQ7TTC0HDJX:0001:CFQ7TTC0K806'
}

AfterAll { Disconnect-PartnerCenter }

Describe 'Offline, <Rule>' -ForEach @(
    @{ Rule = 'QuantityInvalid'; What = 'no quantity'; Lines = { @{ Quantity = $null } }; Says = 'There is no quantity*' }
    @{ Rule = 'QuantityInvalid'; What = 'a quantity below zero'; Lines = { @{ Quantity = -3 } }; Says = '*-3*' }
    @{ Rule = 'BillingCycleInvalid'; What = 'no billing cycle'; Lines = { @{ BillingCycle = $null } }; Says = 'There is no billing cycle*' }
    @{ Rule = 'BillingCycleInvalid'; What = 'the cycle "unknown"'; Lines = { @{ BillingCycle = 'unknown' } }; Says = "*'unknown'*" }
    @{ Rule = 'CycleLongerThanTerm'; What = 'triennial billing of a year'; Lines = { @{ BillingCycle = 'triennial'; TermDuration = 'P1Y' } }; Says = '*triennial*P1Y*' }
    @{ Rule = 'TooManyResellers'; What = 'two transaction resellers'; Lines = { @{ Participants = @{ transaction_reseller = 1, 2 } } }; Says = '2 transaction resellers*' }
    @{ Rule = 'CustomTermEndDateInvalid'; What = 'an end after the first term'; Lines = { @{ CustomTermEndDate = (Get-EmulatorNow).AddMonths(2) } }; Says = '*after the first term of P1M*' }
    @{ Rule = 'MixedCurrencies'; What = 'an add-on in another currency'; Lines = { @{ CurrencyCode = 'USD'; AddonItems = @(New-TestLine @{ CurrencyCode = 'GBP' }) } }; Says = '*USD, GBP*' }
    @{ Rule = 'QuantityInvalid'; What = 'an add-on without a quantity'; Lines = { @{ AddonItems = @(New-TestLine @{ Quantity = 0 }) } }; Says = '*0*' }
) {
    BeforeEach { Connect-PartnerCenter -Emulator }

    It 'fires for <What>' {
        $findings = @(Test-RuleLine (& $Lines) -Offline | Where-Object RuleId -NE ResellerAttestationMissing)
        $findings.RuleId | Should -BeExactly $Rule
        $findings[0].Message | Should -BeLike $Says
    }
}

Describe 'An end of a monthly term' {
    BeforeAll {
        Connect-PartnerCenter -Emulator
        $now = Get-EmulatorNow
        $begin = [DateTimeOffset]::new($now.Year + 1, 3, 5, 0, 0, 0, 0)
        $null = Set-PartnerCenterEmulatorClock -Advance ($begin - $now)
    }

    It 'on day <Day> of March <Verdict>' -ForEach @(
        @{ Day = 27; Verdict = 'is fine'; Count = 0 }
        @{ Day = 28; Verdict = 'is refused'; Count = 1 }
        @{ Day = 30; Verdict = 'is refused'; Count = 1 }
        @{ Day = 31; Verdict = 'is fine: the last day of the month'; Count = 0 }
    ) {
        $end = [DateTimeOffset]::new($begin.Year, 3, $Day, 0, 0, 0, 0)
        $findings = @(Test-RuleLine @{ CustomTermEndDate = $end })
        $findings.Count | Should -Be $Count
        foreach ($finding in $findings) { $finding.RuleId | Should -BeExactly 'CustomTermEndDateInvalid' }
    }
}

Describe 'Online, <Rule>' -ForEach @(
    @{ Rule = 'CustomerUnknown'; What = 'a tenant without a relationship'; Call = { Test-RuleLine -For 'c0000000-0000-4000-8000-000000000008' }; Says = '*20002*' }
    @{ Rule = 'CustomerNotAllowed'; What = 'a locked account'; Call = { Test-RuleLine -For (Get-MadeCustomerId 45) }; Says = '*NotAllowed*' }
    @{ Rule = 'CustomerNotAllowed'; What = 'a rejected account'; Call = { Test-RuleLine -For (Get-MadeCustomerId 51) }; Says = '*NotAllowed*' }
    @{ Rule = 'CustomerNotAllowed'; What = 'an unknown status'; Call = { Test-RuleLine -For (Get-MadeCustomerId 12) }; Says = '*Unknown*' }
    @{ Rule = 'AgreementMissing'; What = 'an Azure plan'; Call = { Test-RuleLine @{ CatalogItemId = 'DZH318Z0BPS6:0001:DZH318Z0BPM1'; Quantity = 1; BillingCycle = 'one_time'; TermDuration = $null } -For (Get-MadeCustomerId 63) }; Says = '*Microsoft Customer Agreement*' }
    @{ Rule = 'CatalogItemUnknown'; What = 'a product that there is none of'; Call = { Test-RuleLine @{ CatalogItemId = 'NOPE00000000:0001:NOPE00000001' } }; Says = '*NOPE00000000:0001*' }
    @{ Rule = 'CatalogItemUnknown'; What = 'a product of another country'; Call = { Test-RuleLine @{ CatalogItemId = "$(Get-CurrentItem DZH318Z1M803 0001 $secondCustomer)" } }; Says = '*DZH318Z1M803:0001*' }
    @{ Rule = 'QuantityOutOfRange'; What = 'too few of an add-on'; Call = { Test-RuleLine @{ Quantity = 5 }, @{ CatalogItemId = $addon; Quantity = 4 } }; Says = '*4*5 to*' }
    @{ Rule = 'QuantityOutOfRange'; What = 'two Azure plans'; Call = { Test-RuleLine @{ CatalogItemId = 'DZH318Z0BPS6:0001:DZH318Z0BPM1'; Quantity = 2; BillingCycle = 'one_time'; TermDuration = $null } }; Says = '*2*1 to 1*' }
    @{ Rule = 'TermNotAllowed'; What = 'an Azure plan by the year'; Call = { Test-RuleLine @{ CatalogItemId = 'DZH318Z0BPS6:0001:DZH318Z0BPM1'; Quantity = 1; BillingCycle = 'one_time'; TermDuration = 'P1Y' } }; Says = '*P1Y*' }
    @{ Rule = 'BillingCycleNotOffered'; What = 'perpetual software by the month'; Call = { Test-RuleLine @{ CatalogItemId = 'DG7GMGF0D7FV:0001:DG7GMGF0D7F1'; TermDuration = $null } }; Says = '*monthly*one_time*' }
    @{ Rule = 'BillingCycleNotOffered'; What = 'a cycle of another term'; Call = { Test-RuleLine @{ TermDuration = 'P3Y'; BillingCycle = 'monthly' } }; Says = '*monthly for P3Y*P3Y Triennial*' }
    @{ Rule = 'ProvisioningVariableMissing'; What = 'a context without the scope'; Call = { $change = New-ReservationChange; $change.ProvisioningContext.Remove('scope'); Test-RuleLine $change }; Says = '*Scope*' }
    @{ Rule = 'AzureSubscriptionNotRegistered'; What = 'a plan that was never registered'; Call = { Test-RuleLine (New-ReservationChange -Azure $unregistered) }; Says = "*$unregistered*" }
    @{ Rule = 'InventoryRestricted'; What = 'a region that is barred'; Call = { Test-RuleLine (New-ReservationChange (Get-PartnerProductAvailability -CustomerId $customer -ProductId DZH318Z1B201 -SkuId 0007 -ReservationScope AzurePlan).CatalogItemId) }; Says = '*brazilsouth*' }
    @{ Rule = 'AddonWithoutBase'; What = 'the base of another product'; Call = { Test-RuleLine @{ CatalogItemId = 'CFQ7TTC0LFLZ:0002:CFQ7TTC0K4TS'; Quantity = 5 }, @{ CatalogItemId = $addon; Quantity = 5 } }; Says = '*CFQ7TTC0LFLX:0001*' }
    @{ Rule = 'PromotionNotRunning'; What = 'one that ended in 2021'; Call = { Test-RuleLine @{ CatalogItemId = 'CFQ7TTC0HD33:0003:CFQ7TTC0HD3V'; TermDuration = 'P1Y'; PromotionId = '39NFJQT1PJQC:0001:39NFJQT1Q5KM' } }; Says = '*2021-10-14*' }
    @{ Rule = 'PromotionNotEligible'; What = 'another term'; Call = { Test-RuleLine (New-PromotionChange CFQ7TTC1A105 0001 (Get-QuarterPromotion 2) -Cycle annual) }; Says = '*Term:*' }
    @{ Rule = 'PromotionNotEligible'; What = 'a promotion for something else'; Call = { Test-RuleLine (New-PromotionChange CFQ7TTC1A105 0001 (Get-QuarterPromotion 1) -Cycle annual) }; Says = '*InvalidPromotion*' }
) {
    BeforeEach { Connect-PartnerCenter -Emulator }

    It 'fires for <What>' {
        $findings = @(& $Call)
        $findings.RuleId | Should -BeExactly $Rule
        $findings[0].Message | Should -BeLike $Says
    }
}

Describe 'The check of' {
    BeforeEach { Connect-PartnerCenter -Emulator }

    It '<What> that is refused is information, and the others are made' -ForEach @(
        @{ What = 'the validation status'; Operation = 'customers.validationStatus.get'; Change = { @{ Quantity = 0 } } }
        @{ What = 'the agreements'; Operation = 'agreements.list'; Change = { @{ Quantity = 0 } } }
        @{ What = 'the subscriptions'; Operation = 'subscriptions.list'; Change = { @{ CatalogItemId = $addon; Quantity = 0 } } }
        @{ What = 'the registration'; Operation = 'subscriptions.registrationStatus'; Change = { New-ReservationChange | ForEach-Object { $_.Quantity = 0; $_ } } }
        @{ What = 'the inventory'; Operation = 'inventory.check'; Change = { New-ReservationChange | ForEach-Object { $_.Quantity = 0; $_ } } }
        @{ What = 'the promotion'; Operation = 'promotionEligibilities.create'; Change = { New-PromotionChange CFQ7TTC1A105 0001 (Get-QuarterPromotion 2) -Quantity 0 | ForEach-Object { $_.Quantity = 0; $_ } } }
    ) {
        $line = & $Change
        Set-PartnerCenterEmulatorFault -Operation $Operation -Code 900329 -Times 0
        $outcome = Get-Outcome { Test-RuleLine $line }
        $outcome.Error | Should -BeNullOrEmpty
        $outcome.Output.RuleId | Sort-Object -Unique | Should -BeExactly 'CheckNotPossible', 'QuantityInvalid'
        ($outcome.Output | Where-Object RuleId -EQ CheckNotPossible).Severity | Should -Be 'Information'
    }

    It 'everything ends with one error where the connection is the problem: <Kind>' -ForEach @{ Status = 401; Kind = 'Unauthorized' }, @{ Status = 500; Kind = 'ServiceError' } {
        Set-PartnerCenterEmulatorFault -Operation customers.get -Status $Status -Times 0
        $outcome = Get-Outcome { Test-RuleLine }
        $outcome.Output | Should -BeNullOrEmpty
        $outcome.Error.FullyQualifiedErrorId | Should -BeExactly (Get-ErrorId $Kind Test-PartnerCustomerCart)
    }
}

Describe 'An item that is closed' {
    It 'is not for sale rather than reissued: the service answers 200 with 400072' {
        Connect-PartnerCenter -Emulator
        (Test-RuleLine @{ CatalogItemId = 'CFQ7TTC0CL0S:0001:CFQ7TTC0CL0A'; TermDuration = 'P1Y' }).RuleId | Should -BeExactly 'NotPurchasable'
    }
}

Describe 'A stale item' {
    It 'is told its current id, of the same segment' {
        Connect-PartnerCenter -Emulator
        $old = Get-CurrentItem CFQ7TTC1A105 0001
        $null = Set-PartnerCenterEmulatorClock -Advance 31.00:00:00
        $new = Get-CurrentItem CFQ7TTC1A105 0001
        $finding = Test-RuleLine @{ CatalogItemId = $old }
        $finding.CatalogItemId | Should -BeExactly $old
        $finding.Message | Should -BeExactly "$old was reissued; $new is current."
    }
}
