# Get-PartnerProductPromotion and Test-PartnerProductPromotion. Each promotion whose id begins with 39NFJQT2P runs for one quarter.
BeforeAll {
    . "$PSScriptRoot/_TestHelper.ps1"
    . "$PSScriptRoot/_Purchase.ps1"
    . "$PSScriptRoot/_CatalogHelper.ps1"
    Import-ModuleUnderTest
    $ended = '39NFJQT1PJQB:0001:39NFJQT1Q5KN'
}

AfterAll { Disconnect-PartnerCenter }

Describe 'Get-PartnerProductPromotion' {
    BeforeAll {
        Connect-PartnerCenter -Emulator
        $now = Set-PartnerCenterEmulatorClock -Advance 00:00:01
    }

    It 'lists those that run now, of the segment that there are promotions for' {
        $all = @(Get-PartnerProductPromotion -Country de)
        $all.Count | Should -BeGreaterOrEqual 9
        $all | Where-Object { $_.StartDate -gt $now -or $_.EndDate -lt $now } | Should -BeNullOrEmpty
        $all.Country + $all.Segment | Sort-Object -Unique | Should -BeExactly 'commercial', 'DE'
        $request = (Get-Request promotions.list)[-1]
        (Get-QueryValue $request country), (Get-QueryValue $request segment) | Should -BeExactly 'DE', 'commercial'
    }

    It 'shows what each is for, what it gives and whom it is for' {
        $seats = Get-PartnerProductPromotion US | Where-Object PromotionId -EQ (Get-QuarterPromotion 2)
        $seats.Name | Should -BeExactly 'Power BI Pro, five to fifty seats'
        $seats.Properties.IsAutoApplicable | Should -BeFalse
        "$($seats.RequiredProducts[0])" | Should -BeExactly 'CFQ7TTC1A105:0001 P1Y Monthly'
        $limit = $seats.PromotionConstraints.SeatConstraints[0]
        $limit.MinSeats, $limit.MaxSeats | Should -Be 5, 50
    }

    It 'reads one by id, an ended one too' {
        $one = Get-PartnerProductPromotion -Country US -PromotionId $ended
        $one.Id | Should -BeExactly $ended
        $one.EndDate.ToString('yyyy-MM-dd') | Should -BeExactly '2021-10-14'
        (Get-Request promotions.get)[-1].Path | Should -BeExactly '/v1/productpromotions/39NFJQT1PJQB%3A0001%3A39NFJQT1Q5KN'
    }

    It 'reads several by id; one that is unknown is one error and the others come' {
        $outcome = Get-Outcome { Get-PartnerProductPromotion US $ended, 'AAAA:0001:BBBB', (Get-QuarterPromotion 1) }
        $outcome.Output.Id | Should -BeExactly $ended, (Get-QuarterPromotion 1)
        $outcome.Error.FullyQualifiedErrorId | Should -BeExactly (Get-ErrorId NotFound Get-PartnerProductPromotion)
        $outcome.Error.TargetObject | Should -BeExactly 'AAAA:0001:BBBB'
    }

    It 'reads again what it has given: a promotion pipes into it' {
        (Get-PartnerProductPromotion -Country US | Select-Object -First 1 | Get-PartnerProductPromotion).Id | Should -BeExactly (Get-PartnerProductPromotion -Country US)[0].Id
    }

    It 'follows the clock: what runs today has ended in half a year, and its id is still known' {
        $old = Get-QuarterPromotion 1
        $null = Set-PartnerCenterEmulatorClock -Advance 183.00:00:00
        try {
            (Get-PartnerProductPromotion -Country US).Id | Should -Not -Contain $old
            (Get-PartnerProductPromotion -Country US -PromotionId $old).Id | Should -BeExactly $old
        }
        finally { Connect-PartnerCenter -Emulator }
    }

    It 'sends nothing for <What>' -ForEach @(
        @{ What = 'an unknown country'; Call = { Get-PartnerProductPromotion -Country Germany }; Says = "*'Germany' is not a country code*DE*" }
        @{ What = 'a blank country'; Call = { Get-PartnerProductPromotion -Country '' }; Says = '*country is missing*' }
        @{ What = 'an unknown segment'; Call = { Get-PartnerProductPromotion -Country US -Segment kids }; Says = '*commercial, education, government, nonprofit*' }
        @{ What = 'an id that is none'; Call = { Get-PartnerProductPromotion -Country US -PromotionId 'x y' }; Says = "*'x y' is not a promotion id*" }
    ) {
        Assert-RefusedUnsent $Call Get-PartnerProductPromotion $Says
    }
}

Describe 'Test-PartnerProductPromotion' {
    BeforeAll { Connect-PartnerCenter -Emulator }

    It 'says <Verdict> to <What>' -ForEach @(
        @{ What = 'seats within the limits'; Promotion = 2; Item = 'CFQ7TTC1A105', '0001'; Quantity = 10; Verdict = 'yes'; Reason = $null }
        @{ What = 'too few seats'; Promotion = 2; Item = 'CFQ7TTC1A105', '0001'; Quantity = 4; Verdict = 'no'; Reason = 'SeatCount' }
        @{ What = 'too many seats'; Promotion = 2; Item = 'CFQ7TTC1A105', '0001'; Quantity = 51; Verdict = 'no'; Reason = 'SeatCount' }
        @{ What = 'another billing cycle'; Promotion = 2; Item = 'CFQ7TTC1A105', '0001'; Quantity = 10; Cycle = 'annual'; Verdict = 'no'; Reason = 'Term' }
        @{ What = 'somebody without the product that it takes'; Promotion = 5; Item = 'CFQ7TTC1A111', '0001'; Verdict = 'no'; Reason = 'PrerequisiteProductOwnership' }
        @{ What = 'a first purchase'; Promotion = 3; Item = 'CFQ7TTC1A102', '0001'; Cycle = 'annual'; Verdict = 'yes'; Reason = $null }
        @{ What = 'a promotion for something else'; Promotion = 1; Item = 'CFQ7TTC1A105', '0001'; Verdict = 'no'; Reason = 'InvalidPromotion' }
        @{ What = 'one of the last quarter'; Promotion = 2; QuartersAgo = 1; Item = 'CFQ7TTC1A105', '0001'; Quantity = 10; Verdict = 'no'; Reason = 'InvalidPromotion' }
    ) {
        $id = Get-QuarterPromotion $Promotion ($QuartersAgo ?? 0)
        $ask = @{ CustomerId = $customer; CatalogItemId = Get-CurrentItem @Item; TermDuration = 'P1Y'; BillingCycle = $Cycle ?? 'monthly'; Quantity = $Quantity ?? 1 }
        $result = Test-PartnerProductPromotion @ask -PromotionId $id
        $result.IsEligible | Should -Be ($Verdict -eq 'yes')
        $result.PromotionId | Should -BeExactly $id
        $result.Errors.Type | Should -Be $Reason
        $result.Reasons.Count | Should -Be @($Reason).Where({ $_ }).Count
        if ($Reason) { $result.Reasons[0] | Should -BeLike "${Reason}: ?*" }
    }

    It 'tells the seat limits and how many are left' {
        $result = Test-PartnerProductPromotion $customer (Get-CurrentItem CFQ7TTC1A109 0001) -Quantity 501 -TermDuration P1Y -BillingCycle annual -PromotionId (Get-QuarterPromotion 6)
        $limits = $result.Errors[0]
        $limits.MinimumRequiredSeats, $limits.MaximumRequiredSeats, $limits.AvailableSeats | Should -Be 1, 2400, 500
    }

    It 'tells the terms that a promotion is for' {
        $result = Test-PartnerProductPromotion $customer (Get-CurrentItem CFQ7TTC1A105 0001) -Quantity 10 -TermDuration P1M -BillingCycle monthly -PromotionId (Get-QuarterPromotion 2)
        $term = ($result.Errors | Where-Object Type -EQ 'Term').EligibleTerms[0]
        $term.Duration, $term.BillingCycle | Should -Be 'P1Y', 'Monthly'
    }

    It 'without an id tests all that could apply, or says that there are none' {
        (Test-PartnerProductPromotion $customer (Get-CurrentItem CFQ7TTC1A105 0001) -TermDuration P1Y -BillingCycle monthly).PromotionId | Should -BeExactly (Get-QuarterPromotion 2)
        $none = Test-PartnerProductPromotion $customer (Get-CurrentItem CFQ7TTC1A103 0001) -TermDuration P1Y -BillingCycle monthly
        $none.IsEligible | Should -BeFalse
        $none.PromotionId | Should -BeNullOrEmpty
        $none.Errors.Type | Should -BeExactly 'NoPromotionsAvailable'
    }

    It 'repeats what was asked for, so that a table of results can be read' {
        $item = Get-CurrentItem CFQ7TTC1A105 0001
        $result = Test-PartnerProductPromotion $customer $item -Quantity 7 -TermDuration p1y -BillingCycle Monthly
        $result.CustomerId, $result.CatalogItemId, $result.Quantity, $result.TermDuration, $result.BillingCycle | Should -BeExactly $customer, $item, 7, 'P1Y', 'monthly'
    }

    It 'takes lines from the pipeline' {
        $lines = Find-PartnerProductAvailability -CustomerId $customer -Product 'Power BI' -Sku 'Power BI Pro' -TermDuration P1Y -BillingCycle monthly | ForEach-Object {
            $_ | New-PartnerCustomerCartLineItem -Quantity 4
            $_ | New-PartnerCustomerCartLineItem -Quantity 5
        }
        ($lines | Test-PartnerProductPromotion).IsEligible | Should -Be $false, $true
    }

    It 'buys nothing and changes nothing' {
        $item = Get-CurrentItem CFQ7TTC1A106 0002
        $ask = { Test-PartnerProductPromotion $customer $item -TermDuration P1Y -BillingCycle annual -PromotionId (Get-QuarterPromotion 4) }
        (& $ask).IsEligible, (& $ask).IsEligible | Should -Be $true, $true
        (Get-Request '').Operation | Should -Not -Contain 'carts.create'
    }

    It 'sends nothing for <What>' -ForEach @(
        @{ What = 'a customer id that is none'; Change = @{ CustomerId = 'Contoso' }; Says = '*GUID*' }
        @{ What = 'no catalog item id'; Change = @{ CatalogItemId = '' }; Says = '*no catalog item id*' }
        @{ What = 'a quantity of 0'; Change = @{ Quantity = 0 }; Says = '*at least 1*' }
        @{ What = 'no term'; Change = @{ TermDuration = $null }; Says = '*no term*P1Y*' }
        @{ What = 'a term that is none'; Change = @{ TermDuration = '1 year' }; Says = '*P1M*P1Y*P3Y*' }
        @{ What = 'an unknown billing cycle'; Change = @{ BillingCycle = 'weekly' }; Says = '*monthly, annual*' }
        @{ What = 'a promotion id that is none'; Change = @{ PromotionId = 'x y' }; Says = '*not a promotion id*' }
    ) {
        $ask = @{ CustomerId = $customer; CatalogItemId = 'CFQ7TTC0LFLX:0001:CFQ7TTC0LB30'; TermDuration = 'P1Y'; BillingCycle = 'annual' }
        foreach ($name in $Change.Keys) { $ask[$name] = $Change[$name] }
        Assert-RefusedUnsent { Test-PartnerProductPromotion @ask } Test-PartnerProductPromotion $Says
    }
}

Describe 'the eligibility answers of 2021' {
    BeforeAll {
        $emulator = Start-EmulatorHost
        Connect-EmulatorDoor host $emulator
        Set-EmulatorSetting $emulator @{ promotionErrorsOf2021 = $true }
    }

    AfterAll { Stop-EmulatorHost $emulator }

    It 'are read as today''s, without words' {
        $result = Test-PartnerProductPromotion $customer (Get-CurrentItem CFQ7TTC1A105 0001) -Quantity 4 -TermDuration P1Y -BillingCycle monthly -PromotionId (Get-QuarterPromotion 2)
        $result.Reasons | Should -BeExactly 'SeatCount'
        $result.Errors[0].MinimumRequiredSeats, $result.Errors[0].MaximumRequiredSeats | Should -Be 5, 50
    }
}
