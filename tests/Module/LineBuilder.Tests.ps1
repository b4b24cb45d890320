# New-PartnerCustomerCartLineItem with availabilities from the pipeline, and its parameters one by one.
BeforeAll {
    . "$PSScriptRoot/_TestHelper.ps1"
    . "$PSScriptRoot/_Purchase.ps1"
    . "$PSScriptRoot/_CatalogHelper.ps1"
    Import-ModuleUnderTest
    Connect-PartnerCenter -Emulator

    # Availabilities as lists give them, by country.
    function Get-Seat { Get-PartnerProductAvailability -Country US -ProductId CFQ7TTC0LFLZ -SkuId 0002 -Segment commercial }
    function Get-Reservation { Get-PartnerProductAvailability -Country US -ProductId DZH318Z1B201 -SkuId 0001 -ReservationScope AzurePlan }
    function Get-Message([scriptblock] $Script) { (Get-Outcome $Script).Error[0].Exception.Message }
}

AfterAll { Disconnect-PartnerCenter }

Describe 'an availability' {
    It 'that was found brings item, term, cycle, currency and customer' {
        $line = Find-PartnerProductAvailability -CustomerId $customer -Product 'Microsoft 365 E5' -TermDuration P1Y -BillingCycle monthly | New-PartnerCustomerCartLineItem -Quantity 5
        $line.CatalogItemId, $line.TermDuration, $line.BillingCycle, $line.CurrencyCode, $line.CustomerId, $line.Quantity |
            Should -BeExactly 'CFQ7TTC0LFLZ:0002:CFQ7TTC0K4TS', 'P1Y', 'monthly', 'USD', $customer, 5
        foreach ($name in 'FriendlyName', 'PromotionId', 'ProvisioningContext', 'Participants', 'AddonItems', 'RenewsTo', 'CustomTermEndDate', 'AttestationAccepted', 'Id') {
            $line.$name | Should -BeNullOrEmpty -Because "nobody asked for $name"
        }
    }

    It 'is one line each' {
        $lines = @(Find-PartnerProductAvailability -CustomerId $customer -Product 'Microsoft 365 E5' -All | New-PartnerCustomerCartLineItem -Quantity 2)
        $lines.ForEach({ "$($_.TermDuration) $($_.BillingCycle) $($_.Quantity)" }) | Should -BeExactly 'P1M monthly 2', 'P1Y monthly 2', 'P1Y annual 2'
    }

    It 'with one term and cycle needs neither: <Id>' -ForEach @(
        @{ Id = 'CFQ7TTC0LF8S', '0001', 'CFQ7TTC0N81H'; Term = 'P1M'; Cycle = 'monthly' }
        @{ Id = 'CFQ7TTC0LDPB', '0002', 'CFQ7TTC0LDPT'; Term = 'P1M'; Cycle = 'none' }
        @{ Id = 'DZH318Z0BPS6', '0001', 'DZH318Z0BPM1'; Term = $null; Cycle = 'one_time' }
        @{ Id = 'DG7GMGF0D7FV', '0001', 'DG7GMGF0D7F1'; Term = $null; Cycle = 'one_time' }
        @{ Id = 'DZH318Z0BQ5S', '0001', 'DZH318Z0ND01'; Term = 'P1Y'; Cycle = 'one_time' }
    ) {
        $line = Get-PartnerProductAvailability -Country US -ProductId $Id[0] -SkuId $Id[1] -AvailabilityId $Id[2] | New-PartnerCustomerCartLineItem
        $line.TermDuration, $line.BillingCycle | Should -BeExactly $Term, $Cycle
    }

    It 'of a list of a country gives no line that lacks the one cycle of its SKU' {
        # Lists of a country come without the SKU, which alone knows the cycle of an item without terms.
        $outcome = Get-Outcome { Get-PartnerProductAvailability -Country US -ProductId DG7GMGF0D7FV -SkuId 0001 | New-PartnerCustomerCartLineItem }
        if ($outcome.Error) { $outcome.Error[0].Exception.Message | Should -BeLike '*-BillingCycle*' }
        else { $outcome.Output.BillingCycle | Should -BeExactly 'one_time' }
    }

    It 'takes the term that fits the cycle, and the cycle that fits the term' {
        (Get-Seat | New-PartnerCustomerCartLineItem -TermDuration p1m).BillingCycle | Should -BeExactly 'monthly'
        (Get-Seat | New-PartnerCustomerCartLineItem -BillingCycle Annual).TermDuration | Should -BeExactly 'P1Y'
        (Get-Seat | New-PartnerCustomerCartLineItem -TermDuration P1Y -BillingCycle Monthly).BillingCycle | Should -BeExactly 'monthly'
    }

    It 'that leaves a choice is one error that lists what there is: <What>' -ForEach @(
        @{ What = 'no word'; Choice = @{}; Says = '*several terms: P1M monthly, P1Y monthly, P1Y annual*-TermDuration*' }
        @{ What = 'a term with two cycles'; Choice = @{ TermDuration = 'P1Y' }; Says = '*several billing cycles: P1M monthly, P1Y monthly, P1Y annual*-BillingCycle*' }
        @{ What = 'a cycle with two terms'; Choice = @{ BillingCycle = 'monthly' }; Says = '*several terms:*-TermDuration*' }
        @{ What = 'a term that is not sold'; Choice = @{ TermDuration = 'P3Y' }; Says = '*not sold by P3Y*P1M monthly, P1Y monthly, P1Y annual*' }
        @{ What = 'a pair that is not sold'; Choice = @{ TermDuration = 'P1M'; BillingCycle = 'annual' }; Says = '*not sold by P1M annual*P1Y annual*' }
    ) {
        $outcome = Get-Outcome { Get-Seat | New-PartnerCustomerCartLineItem @Choice }
        $outcome.Output | Should -BeNullOrEmpty
        $outcome.Error.Count | Should -Be 1
        $outcome.Error[0].FullyQualifiedErrorId | Should -BeExactly (Get-ErrorId InvalidInput New-PartnerCustomerCartLineItem)
        $outcome.Error[0].Exception.Message | Should -BeLike $Says
        "$($outcome.Error[0].TargetObject)" | Should -BeLike 'CFQ7TTC0LFLZ:0002:CFQ7TTC0K4TS*'
    }

    It 'without terms and a term that is given is an error that says so' {
        Get-Message { Get-PartnerProductAvailability -Country US -ProductId DZH318Z0BPS6 -SkuId 0001 | New-PartnerCustomerCartLineItem -TermDuration P1Y } |
            Should -Not -Match 'sold by: *\.'
    }

    It 'that is bad spoils itself alone' {
        $outcome = Get-Outcome { @(Get-Seat) + @(Get-PartnerProductAvailability -Country US -ProductId CFQ7TTC0LF8S -SkuId 0001 -AvailabilityId CFQ7TTC0N81H) | New-PartnerCustomerCartLineItem }
        $outcome.Output.CatalogItemId | Should -BeExactly 'CFQ7TTC0LF8S:0001:CFQ7TTC0N81H'
        $outcome.Error.Count | Should -Be 1
    }

    It 'makes one cart for each customer' {
        $carts = $customer, $secondCustomer | ForEach-Object { Find-PartnerProductAvailability -CustomerId $_ -Product 'Microsoft 365 E5' -TermDuration P1Y -BillingCycle annual } |
            New-PartnerCustomerCartLineItem | New-PartnerCustomerCart
        $carts.CustomerId | Should -BeExactly $customer, $secondCustomer
        $carts.CurrencyCode | Should -BeExactly 'USD', 'EUR'
    }
}

Describe 'a reservation' {
    It 'gets its context from the shortcuts' {
        $line = Get-Reservation | New-PartnerCustomerCartLineItem -BillingCycle one_time -ReservationScope Shared -AzureSubscriptionId $azurePlan -Duration 1Year
        $line.ProvisioningContext.Count | Should -Be 3
        $line.ProvisioningContext['scope'], $line.ProvisioningContext['subscriptionId'], $line.ProvisioningContext['duration'] | Should -BeExactly 'shared', $azurePlan, '1Year'
    }

    It 'does not take the reservation scope of the catalogue for that of the reservation' {
        (Get-Reservation | New-PartnerCustomerCartLineItem -BillingCycle one_time -AzureSubscriptionId $azurePlan).ProvisioningContext.Keys | Should -BeExactly 'subscriptionId'
    }

    It 'keeps what -ProvisioningContext says beside the shortcuts, and does not change the caller''s table' {
        $mine = @{ Extra = 1 }
        $line = Get-Reservation | New-PartnerCustomerCartLineItem -BillingCycle one_time -ReservationScope single -ProvisioningContext $mine
        $line.ProvisioningContext['Extra'], $line.ProvisioningContext['scope'] | Should -BeExactly '1', 'single'
        $mine.Count | Should -Be 1
    }

    It 'that is neither shared nor single is refused, with what is allowed' {
        Get-Message { New-PartnerCustomerCartLineItem -CatalogItemId 'DZH318Z0BQ36:004G:DZH318Z08C0S' -BillingCycle one_time -TermDuration P1Y -ReservationScope Everywhere } | Should -BeLike '*shared*single*'
    }

    It 'can be bought as it is built' {
        $outcome = Get-Outcome { Get-Reservation | New-PartnerCustomerCartLineItem -BillingCycle one_time -ReservationScope Shared -AzureSubscriptionId $azurePlan | New-PartnerCustomerCart -CustomerId $customer }
        $outcome.Error | Should -BeNullOrEmpty
        $outcome.Output.LineItems[0].ProvisioningContext['scope'] | Should -BeExactly 'shared'
    }
}

Describe 'the parameter' {
    BeforeAll { $seat = @{ CatalogItemId = 'CFQ7TTC0LFLX:0001:CFQ7TTC0LB30'; BillingCycle = 'monthly'; TermDuration = 'P1Y' } }

    It '-<Name> sets <Member>' -ForEach @(
        @{ Name = 'Quantity'; Value = 7; Member = 'Quantity'; Expected = 7 }
        @{ Name = 'FriendlyName'; Value = 'For the team'; Member = 'FriendlyName'; Expected = 'For the team' }
        @{ Name = 'PromotionId'; Value = '39NFJQT1X27N:0002:39NFJQT1Q5KL'; Member = 'PromotionId'; Expected = '39NFJQT1X27N:0002:39NFJQT1Q5KL' }
        @{ Name = 'CurrencyCode'; Value = 'USD'; Member = 'CurrencyCode'; Expected = 'USD' }
        @{ Name = 'CustomerId'; Value = 'c0000000-0000-4000-8000-000000000002'; Member = 'CustomerId'; Expected = 'c0000000-0000-4000-8000-000000000002' }
        @{ Name = 'AttestationAccepted'; Value = $true; Member = 'AttestationAccepted'; Expected = $true }
    ) {
        $change = @{ $Name = $Value }
        (New-PartnerCustomerCartLineItem @seat @change).$Member | Should -BeExactly $Expected
    }

    It '-RenewsTo takes a term or an object' {
        (New-PartnerCustomerCartLineItem @seat -RenewsTo P1Y).RenewsTo.TermDuration | Should -BeExactly 'P1Y'
        (New-PartnerCustomerCartLineItem @seat -RenewsTo @{ termDuration = 'P3Y' }).RenewsTo.TermDuration | Should -BeExactly 'P3Y'
    }

    It '-CustomTermEndDate is UTC without an offset' {
        (New-PartnerCustomerCartLineItem @seat -CustomTermEndDate '2031-05-31').CustomTermEndDate | Should -Be ([DateTimeOffset]'2031-05-31T00:00:00Z')
    }

    It '-ParentSubscriptionId goes into the provisioning context' {
        $line = New-PartnerCustomerCartLineItem -CatalogItemId 'C94271D8-B431-4A25-A3C5-A57737A1C909' -BillingCycle monthly -ParentSubscriptionId 'a0000000-0000-4000-8000-000000000004'
        $line.ProvisioningContext['ParentSubscriptionId'] | Should -BeExactly 'a0000000-0000-4000-8000-000000000004'
    }

    It '-PartnerIdOnRecord builds the participants: the first reseller and the additional ones' {
        $line = New-PartnerCustomerCartLineItem @seat -PartnerIdOnRecord 4649221, ' 4649222 ', '', 4649223
        ($line.Participants | ForEach-Object { "$($_.Key)=$($_.Value)" }) | Should -BeExactly 'transaction_reseller=4649221', 'additional_transaction_reseller=4649222', 'additional_transaction_reseller=4649223'
    }

    It '-PartnerIdOnRecord adds to -Participant' {
        $line = New-PartnerCustomerCartLineItem @seat -Participant @{ transaction_reseller = '4649221' } -PartnerIdOnRecord 4649222
        ($line.Participants | ForEach-Object { "$($_.Key)=$($_.Value)" }) | Should -BeExactly 'transaction_reseller=4649221', 'additional_transaction_reseller=4649222'
    }

    It '-AddonItem takes lines and tables' {
        $line = New-PartnerCustomerCartLineItem -CatalogItemId '91FD106F-4B2C-4938-95AC-F54F74E9A239' -BillingCycle monthly -AddonItem @(
            @{ CatalogItemId = 'C94271D8-B431-4A25-A3C5-A57737A1C909'; Quantity = 2; BillingCycle = 'monthly' }
            New-PartnerCustomerCartLineItem -CatalogItemId '43FCE491-76D1-4BCC-B709-8A288786DBAE' -Quantity 3 -BillingCycle monthly
        )
        ($line.AddonItems | ForEach-Object { "$($_.Quantity) x $($_.CatalogItemId)" }) | Should -BeExactly '2 x C94271D8-B431-4A25-A3C5-A57737A1C909', '3 x 43FCE491-76D1-4BCC-B709-8A288786DBAE'
    }

    It '<Name> of the table binds by property name' -ForEach @(
        @{ Name = 'PartnerIdOnRecord'; Row = @{ Quantity = 1; PartnerIdOnRecord = '4649221' }; Test = { $_.Participants[0].Value -eq '4649221' } }
        @{ Name = 'AzureSubscriptionId'; Row = @{ Quantity = 1; AzureSubscriptionId = 'abc' }; Test = { $_.ProvisioningContext['subscriptionId'] -eq 'abc' } }
        @{ Name = 'RenewsTo'; Row = @{ Quantity = 1; RenewsTo = 'P1Y' }; Test = { $_.RenewsTo.TermDuration -eq 'P1Y' } }
        @{ Name = 'Quantity'; Row = @{ Quantity = '12' }; Test = { $_.Quantity -eq 12 } }
    ) {
        $line = [pscustomobject]($seat + $Row) | New-PartnerCustomerCartLineItem
        $line | Where-Object $Test | Should -Not -BeNullOrEmpty
    }
}
