# What Find-PartnerProductAvailability reads is kept for the session, with its age.
BeforeAll {
    . "$PSScriptRoot/_TestHelper.ps1"
    . "$PSScriptRoot/_Purchase.ps1"
    . "$PSScriptRoot/_CatalogHelper.ps1"
    Import-ModuleUnderTest
    $words = @{ CustomerId = $customer; Product = 'Microsoft 365 E5'; TermDuration = 'P1Y'; BillingCycle = 'annual' }
}

AfterAll { Disconnect-PartnerCenter }

Describe 'a second search' {
    BeforeEach {
        Connect-PartnerCenter -Emulator
        $first = Find-PartnerProductAvailability @words
    }

    It 'sends nothing and finds the same' {
        Get-CalledOperation { $script:again = Find-PartnerProductAvailability @words } | Should -BeNullOrEmpty
        $again.CatalogItemId, $again.TermDuration, $again.BillingCycle | Should -BeExactly $first.CatalogItemId, 'P1Y', 'annual'
    }

    It 'for another term sends nothing, and does not change what was found before' {
        Get-CalledOperation { $script:monthly = Find-PartnerProductAvailability -CustomerId $customer -Product CFQ7TTC0LFLZ -TermDuration P1M } | Should -BeNullOrEmpty
        $monthly.TermDuration | Should -BeExactly 'P1M'
        $first.TermDuration | Should -BeExactly 'P1Y'
    }

    It 'for another product reads only what is missing' {
        Get-CalledOperation { Find-PartnerProductAvailability -CustomerId $customer -Product 'Microsoft 365 F3' -All } | Should -BeExactly 'customerSkus.list', 'customerAvailabilities.list'
    }

    It 'of <What> reads anew' -ForEach @(
        @{ What = 'another customer'; Change = @{ CustomerId = 'c0000000-0000-4000-8000-000000000003' } }
        @{ What = 'another segment'; Change = @{ Segment = 'commercial' } }
        @{ What = 'another reservation scope'; Change = @{ ReservationScope = 'AzurePlan' } }
    ) {
        $other = $words.Clone()
        foreach ($name in $Change.Keys) { $other[$name] = $Change[$name] }
        Get-CalledOperation { Find-PartnerProductAvailability @other -All } | Should -Contain 'customerProducts.list'
    }

    It 'with -Refresh reads anew, each list once' {
        $sent = @(Get-CalledOperation { Find-PartnerProductAvailability @words -Refresh })
        $sent | Should -Contain 'customerProducts.list'
        $sent | Should -Contain 'customerAvailabilities.list'
        $sent.Count | Should -Be ((Get-SentCount) / 2)
    }

    It 'with -Refresh finds the item id that was reissued meanwhile' {
        $seats = @{ CustomerId = $customer; Product = 'Visio Plan 2'; Sku = '0001'; TermDuration = 'P1Y'; BillingCycle = 'annual' }
        $seats.Product = 'CFQ7TTC1A115'
        $old = Find-PartnerProductAvailability @seats
        $null = Set-PartnerCenterEmulatorClock -Advance 31.00:00:00
        $new = Find-PartnerProductAvailability @seats -Refresh
        $new.CatalogItemId | Should -Not -Be $old.CatalogItemId
        (Find-PartnerProductAvailability @seats).CatalogItemId | Should -BeExactly $new.CatalogItemId
    }

    It 'says the age with -Verbose, by the clock of the connection' {
        $null = Set-PartnerCenterEmulatorClock -Advance 00:42:00
        (Get-Outcome { Find-PartnerProductAvailability @words -Verbose }).Verbose | Should -BeLike '*42 minutes old*-Refresh*'
    }

    It 'begins anew with a new connection' {
        Connect-PartnerCenter -Emulator
        Get-CalledOperation { Find-PartnerProductAvailability @words } | Should -Contain 'customerProducts.list'
    }

    It 'of another connection has a cache of its own' {
        $other = Connect-PartnerCenter -Emulator -PassThru
        $null = Find-PartnerProductAvailability @words -Connection $other
        (Get-PartnerCenterEmulatorRequest -Connection $other).Operation | Should -Contain 'customerProducts.list'
    }
}

Describe 'a search that fails half-way' {
    BeforeEach { Connect-PartnerCenter -Emulator }

    It 'is one error, and the next one finds it' {
        Set-PartnerCenterEmulatorFault -Operation customerAvailabilities.list -Status 403 -Code 400030
        $failures = (Get-Outcome { Find-PartnerProductAvailability @words }).Error
        $failures.FullyQualifiedErrorId | Should -BeExactly (Get-ErrorId Forbidden Find-PartnerProductAvailability)
        (Find-PartnerProductAvailability @words).CatalogItemId | Should -Not -BeNullOrEmpty
    }

    It 'goes on where one view of the catalogue is not allowed' {
        Set-PartnerCenterEmulatorFault -Operation customerProducts.list -Code 400036
        (Find-PartnerProductAvailability -CustomerId $customer -Product '*Helpdesk' -BillingCycle annual).ProductId | Should -BeExactly 'DZH318Z1M806'
    }

    It 'is one error where the view that was asked for is not allowed' {
        Set-PartnerCenterEmulatorFault -Operation customerProducts.list -Code 400036
        (Get-Outcome { Find-PartnerProductAvailability @words -Catalog OnlineServices }).Error.FullyQualifiedErrorId |
            Should -BeExactly (Get-ErrorId Forbidden Find-PartnerProductAvailability)
    }
}
