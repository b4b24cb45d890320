# Argument completers: what a console offers behind a parameter, from the session alone.
BeforeDiscovery {
    $lists = @(
        @{ Line = 'Get-PartnerProduct -Catalog '; Offers = 'Azure', 'AzureReservations', 'AzureReservationsVM', 'AzureReservationsSQL', 'AzureReservationsCosmosDb', 'MicrosoftAzure', 'OnlineServices', 'Software', 'SoftwareSUSELinux', 'SoftwarePerpetual', 'SoftwareSubscriptions', 'SpecializedOffers', 'MarketplaceSaaS' }
        @{ Line = 'Get-PartnerProduct -Catalog on'; Offers = @('OnlineServices') }
        @{ Line = 'Get-PartnerProduct -TargetView marketp'; Offers = @('MarketplaceSaaS') }
        @{ Line = 'Find-PartnerProductAvailability -Catalog soft'; Offers = 'Software', 'SoftwareSUSELinux', 'SoftwarePerpetual', 'SoftwareSubscriptions' }
        @{ Line = 'Find-PartnerProductAvailability -Catalog OnlineServices, mark'; Offers = @('MarketplaceSaaS') }
        @{ Line = 'Get-PartnerProduct -Segment '; Offers = 'commercial', 'education', 'government', 'nonprofit' }
        @{ Line = 'Get-PartnerProductSku -Segment NON'; Offers = @('nonprofit') }
        @{ Line = 'Get-PartnerProductAvailability -Segment e'; Offers = @('education') }
        @{ Line = 'Find-PartnerProductAvailability -Segment g'; Offers = @('government') }
        @{ Line = 'Get-PartnerProduct -ReservationScope '; Offers = @('AzurePlan') }
        @{ Line = 'Find-PartnerProductAvailability -BillingCycle '; Offers = 'monthly', 'annual', 'one_time', 'none', 'triennial', 'biennial' }
        @{ Line = 'New-PartnerCustomerCartLineItem -BillingCycle A'; Offers = @('annual') }
        @{ Line = 'Test-PartnerProductPromotion -BillingCycle tri'; Offers = @('triennial') }
        @{ Line = 'Find-PartnerProductAvailability -TermDuration '; Offers = 'P1M', 'P1Y', 'P3Y' }
        @{ Line = 'New-PartnerCustomerCartLineItem -TermDuration p3'; Offers = @('P3Y') }
        @{ Line = 'Test-PartnerProductPromotion -TermDuration p1y'; Offers = @('P1Y') }
        @{ Line = 'New-PartnerCustomerCartLineItem -CurrencyCode e'; Offers = @('EUR') }
        @{ Line = 'Get-PartnerProduct -Country d'; Offers = 'DE', 'DJ', 'DK', 'DM', 'DO', 'DZ' }
        @{ Line = 'Get-PartnerProduct -Country Germ'; Offers = @('DE') }
        @{ Line = 'Get-PartnerProductPromotion -Country gb'; Offers = @('GB') }
        @{ Line = 'Get-PartnerProductInventory -CountryCode united'; Offers = 'AE', 'GB', 'US' }
        @{ Line = "Get-PartnerProductSku -Country 'ger"; Offers = @('DE') }
    )
    $customerParameters = @(
        'Get-PartnerCustomer', 'Get-PartnerProduct', 'Get-PartnerProductSku', 'Get-PartnerProductAvailability', 'Get-PartnerProductInventory', 'Find-PartnerProductAvailability'
        'Test-PartnerProductPromotion', 'Test-PartnerCustomerCart', 'New-PartnerCustomerCartLineItem', 'New-PartnerCustomerCart', 'Get-PartnerCustomerCart', 'Set-PartnerCustomerCart'
        'Submit-PartnerCustomerCart', 'Get-PartnerCustomerOrder', 'Get-PartnerCustomerBillingProfile'
    ).ForEach({ @{ Cmdlet = $_ } })
}

BeforeAll {
    . "$PSScriptRoot/_TestHelper.ps1"
    . "$PSScriptRoot/_Purchase.ps1"
    Import-ModuleUnderTest

    # Without the files of the folder, which a console offers where a completer has nothing to say.
    function Get-Offer([string] $Line) {
        (TabExpansion2 $Line $Line.Length).CompletionMatches | Where-Object ResultType -NotIn 'ProviderItem', 'ProviderContainer'
    }
}

AfterAll { Disconnect-PartnerCenter }

Describe 'Completion of "<Line>"' -ForEach $lists {
    It 'offers the values that fit, <State>' -ForEach @{ State = 'connected' }, @{ State = 'not connected' } {
        if ($State -eq 'connected') { Connect-PartnerCenter -Emulator } else { Disconnect-PartnerCenter }
        (Get-Offer $Line).CompletionText | ForEach-Object { $_.Trim("'") } | Should -BeExactly $Offers
        if ($State -eq 'connected') { (Get-Request '').Count | Should -Be 0 }
    }
}

Describe 'Completion of a country' {
    It 'shows the name with the code' {
        $offer = Get-Offer 'Get-PartnerProduct -Country germ'
        $offer.CompletionText, $offer.ToolTip | Should -BeExactly 'DE', 'Germany'
    }
}

Describe 'Completion of a customer' {
    BeforeEach { Connect-PartnerCenter -Emulator }

    It 'of <Cmdlet> offers those that the session has read, with the company name as tooltip' -ForEach $customerParameters {
        $null = Get-PartnerCustomer -Name 'Cont'
        $offer = @(Get-Offer "$Cmdlet -CustomerId ")
        $offer.Count | Should -Be 1
        $offer[0].CompletionText, $offer[0].ToolTip | Should -BeExactly $customer, 'Contoso'
    }

    It 'finds by the start of the id or of the name: <Word>' -ForEach @{ Word = 'tails' }, @{ Word = 'c0000000-0000-4000-8000-000000000005' }, @{ Word = "'Tailspin T" } {
        $null = Get-PartnerCustomer
        (Get-Offer "Get-PartnerProduct -CustomerId $Word").CompletionText.Trim("'") | Should -BeExactly 'c0000000-0000-4000-8000-000000000005'
    }

    It 'is in the order of the names' {
        $null = Get-PartnerCustomer $thirdCustomer, $customer, $secondCustomer
        (Get-Offer 'Get-PartnerProduct -CustomerId ').ToolTip | Should -BeExactly 'Contoso', 'Fabrikam', 'Northwind Traders'
    }

    It 'sends nothing' {
        $null = Get-PartnerCustomer
        $before = Get-SentCount
        $null = Get-Offer 'Get-PartnerProduct -CustomerId '
        Get-SentCount | Should -Be $before
    }

    It 'is silent before anything was read' {
        Get-Offer 'Get-PartnerProduct -CustomerId ' | Should -BeNullOrEmpty
    }

    It 'is silent without a connection, and for a new one' {
        $null = Get-PartnerCustomer -Name Contoso
        Connect-PartnerCenter -Emulator
        Get-Offer 'Get-PartnerProduct -CustomerId ' | Should -BeNullOrEmpty
        Disconnect-PartnerCenter
        $Error.Clear()
        Get-Offer 'Get-PartnerProduct -CustomerId c' | Should -BeNullOrEmpty
        $Error | Should -BeNullOrEmpty
    }

    It 'takes less than a tenth of a second for two hundred customers' {
        $null = Get-PartnerCustomer
        $null = Get-Offer 'Get-PartnerProduct -CustomerId c'
        $times = 1..5 | ForEach-Object { (Measure-Command { $null = Get-Offer 'Get-PartnerProduct -CustomerId c' }).TotalMilliseconds }
        ($times | Sort-Object)[2] | Should -BeLessThan 100
    }
}
