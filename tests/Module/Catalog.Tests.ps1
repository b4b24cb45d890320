# Products, SKUs and availabilities: by country and by customer, by view, segment and reservation scope, by id. What lists have
# in common is in Catalog.Lists.Tests.ps1, what is refused in Catalog.BadInput.Tests.ps1.
BeforeDiscovery {
    # How many the emulator has for the US, as docs/emulator.md counts them less what only others get.
    $views = @{
        Azure = 20; AzureReservations = 11; AzureReservationsVM = 9; AzureReservationsSQL = 1; AzureReservationsCosmosDb = 1; MicrosoftAzure = 2; OnlineServices = 31
        Software = 13; SoftwareSUSELinux = 2; SoftwarePerpetual = 7; SoftwareSubscriptions = 4; SpecializedOffers = 1; MarketplaceSaaS = 8
    }.GetEnumerator() | ForEach-Object { @{ View = $_.Key; Count = $_.Value } }
    $segments = @('commercial', 'education', 'government', 'nonprofit').ForEach({ @{ Segment = $_ } })
}

BeforeAll {
    . "$PSScriptRoot/_TestHelper.ps1"
    . "$PSScriptRoot/_Purchase.ps1"
    . "$PSScriptRoot/_CatalogHelper.ps1"
    Import-ModuleUnderTest
    $school = Get-MadeCustomerId 7
}

AfterAll { Disconnect-PartnerCenter }

Describe 'Get-PartnerProduct' {
    BeforeEach { Connect-PartnerCenter -Emulator }

    It 'lists the <Count> products of <View>, whatever the spelling' -ForEach $views {
        @(Get-PartnerProduct -Country us -Catalog $View.ToUpperInvariant()).Count | Should -Be $Count
        $request = (Get-Request products.list)[0]
        (Get-QueryValue $request country), (Get-QueryValue $request targetView) | Should -BeExactly 'US', $View
        $request.Query | Should -Not -Match 'targetSegment|reservationScope'
    }

    It 'lists those of each country' {
        ('US', 'DE', 'GB' | ForEach-Object { (Get-PartnerProduct -Country $_ -Catalog MarketplaceSaaS).Id -like 'DZH318Z1M80[37]' }) | Should -BeExactly 'DZH318Z1M803', 'DZH318Z1M807'
    }

    It 'lists those of a customer, without a country' {
        (Get-PartnerProduct -CustomerId $secondCustomer -Catalog MarketplaceSaaS).Id | Should -Contain 'DZH318Z1M803'
        $request = (Get-Request customerProducts.list)[0]
        $request.Path | Should -BeExactly "/v1/customers/$secondCustomer/products"
        $request.Query | Should -BeExactly 'targetView=MarketplaceSaaS'
    }

    It 'lists those of a segment: <Segment>' -ForEach $segments {
        $products = Get-PartnerProduct -Country US -Catalog OnlineServices -Segment $Segment.ToUpperInvariant()
        Get-QueryValue (Get-Request products.list)[0] targetSegment | Should -BeExactly $Segment
        ($products.Title -like 'Office 365 A3') | Should -BeExactly @(if ($Segment -eq 'education') { 'Office 365 A3' })
    }

    It 'lists reservations that fit an Azure plan, or those that fit the legacy subscription' {
        (Get-PartnerProduct -Country US -Catalog AzureReservationsVM).Id | Should -Contain 'DZH318Z1B202'
        (Get-PartnerProduct -Country US -Catalog AzureReservationsVM).Id | Should -Not -Contain 'DZH318Z1B201'
        $forPlan = Get-PartnerProduct -Country US -Catalog AzureReservationsVM -ReservationScope azureplan
        $forPlan.Id | Should -Contain 'DZH318Z1B201'
        $forPlan.Id | Should -Not -Contain 'DZH318Z1B202'
        Get-QueryValue (Get-Request products.list)[-1] reservationScope | Should -BeExactly 'AzurePlan'
    }

    It 'filters titles: <Title>' -ForEach @(
        @{ Title = 'microsoft 365 e5'; Expected = 'Microsoft 365 E5' }
        @{ Title = '*365 E?'; Expected = 'Microsoft 365 E3', 'Microsoft 365 E5', 'Office 365 E1', 'Office 365 E5', 'Security add-on for Microsoft 365 E3' }
        @{ Title = 'Power*'; Expected = 'Power Automate per user plan', 'Power BI' }
        @{ Title = '* E[35]'; Expected = 'Microsoft 365 E3', 'Microsoft 365 E5', 'Office 365 E5', 'Security add-on for Microsoft 365 E3' }
        @{ Title = '365'; Expected = @() }
    ) {
        (Get-PartnerProduct -Country US -Catalog OnlineServices -Title $Title).Title | Sort-Object | Should -BeExactly $Expected
        (Get-Request '').Count | Should -Be 1
    }

    It 'reads products by id, in their order; one that is unknown is one error' {
        $outcome = Get-Outcome { Get-PartnerProduct -Country US -ProductId CFQ7TTC0LFLZ, NOPE00000000, DZH318Z0BPS6 }
        $outcome.Output.Title | Should -BeExactly 'Microsoft 365 E5', 'Microsoft Azure plan'
        $outcome.Error.FullyQualifiedErrorId | Should -BeExactly (Get-ErrorId NotFound Get-PartnerProduct)
        $outcome.Error.Exception.ServiceCode | Should -BeExactly '400013'
        $outcome.Error.TargetObject | Should -BeExactly 'NOPE00000000'
    }

    It 'takes the customer''s catalogue where both are named' {
        $null = Get-PartnerProduct -Country DE -CustomerId $customer -Catalog Azure
        (Get-Request '').Operation | Should -BeExactly 'customerProducts.list'
    }
}

Describe 'Get-PartnerProductSku and Get-PartnerProductAvailability' {
    BeforeEach { Connect-PartnerCenter -Emulator }

    It 'read by id, leading zeros and letters included' {
        (Get-PartnerProductSku -Country US -ProductId DZH318Z0BQ3P -SkuId '0038', '000S', '0011').Id | Should -BeExactly '0038', '000S', '0011'
        $one = Get-PartnerProductAvailability -Country US -ProductId CFQ7TTC0LFLZ -SkuId 0002 -AvailabilityId CFQ7TTC0K4TS
        $one.CatalogItemId | Should -BeExactly 'CFQ7TTC0LFLZ:0002:CFQ7TTC0K4TS'
        $one.Product.Title, $one.Sku.Id | Should -BeExactly 'Microsoft 365 E5', '0002'
    }

    It 'take a SKU id that is typed without quotes: <_>' -ForEach '0038', '000S' {
        $typed = [scriptblock]::Create("Get-PartnerProductSku -Country US -ProductId DZH318Z0BQ3P -SkuId $_; Get-PartnerProductAvailability DZH318Z0BQ3P $_ -Country US")
        (& $typed).SkuId | Should -BeExactly $_, $_
    }

    It 'know what is unknown: <What>' -ForEach @(
        @{ What = 'product'; Code = '400013'; Cmdlet = 'Get-PartnerProductSku'; Call = { Get-PartnerProductSku -Country US -ProductId NOPE00000000 } }
        @{ What = 'SKU'; Code = '400018'; Cmdlet = 'Get-PartnerProductSku'; Call = { Get-PartnerProductSku -Country US -ProductId CFQ7TTC0LFLZ -SkuId 9999 } }
        @{ What = 'SKU of a list'; Code = '400018'; Cmdlet = 'Get-PartnerProductAvailability'; Call = { Get-PartnerProductAvailability -CustomerId $customer -ProductId CFQ7TTC0LFLZ -SkuId 9999 } }
        @{ What = 'availability'; Code = '400019'; Cmdlet = 'Get-PartnerProductAvailability'; Call = { Get-PartnerProductAvailability -Country US -ProductId CFQ7TTC0LFLZ -SkuId 0002 -AvailabilityId NOPE00000000 } }
        @{ What = 'item that is not sold, with a success status'; Code = '400072'; Cmdlet = 'Get-PartnerProductAvailability'; Call = { Get-PartnerProductAvailability -Country US -ProductId CFQ7TTC0CL0S -SkuId 0001 -AvailabilityId CFQ7TTC0CL0A } }
    ) {
        $outcome = Get-Outcome $Call
        $outcome.Output | Should -BeNullOrEmpty
        $outcome.Error.Count | Should -Be 1
        $outcome.Error[0].FullyQualifiedErrorId | Should -BeExactly (Get-ErrorId NotFound $Cmdlet)
        $outcome.Error[0].Exception.ServiceCode | Should -BeExactly $Code
    }

    It 'show nonprofit only when asked for' {
        (Get-PartnerProductAvailability -Country US -ProductId CFQ7TTC0LFLZ -SkuId 0002).Segment | Should -BeExactly 'commercial', 'education', 'government'
        (Get-PartnerProductAvailability -Country US -ProductId CFQ7TTC0LFLZ -SkuId 0002 -Segment nonprofit).Segment | Should -BeExactly 'nonprofit'
    }

    It 'show what is not for sale as such in a list' {
        (Get-PartnerProductAvailability -Country US -ProductId CFQ7TTC0CL0S -SkuId 0001).IsPurchasable | Should -BeFalse
    }

    It 'give a customer what its segment gets, in its currency' {
        $seats = Get-PartnerProductAvailability -CustomerId $school -ProductId CFQ7TTC0LFLZ -SkuId 0002
        $seats.Segment | Should -BeExactly 'education'
        (Get-PartnerProductAvailability -CustomerId $secondCustomer -ProductId CFQ7TTC0LFLZ -SkuId 0002).CurrencyCode | Should -BeExactly 'EUR'
    }

    It 'follow the clock: an id that was reissued is unknown, the list has the current one' {
        $old = Get-PartnerProductAvailability -Country US -ProductId CFQ7TTC1A105 -SkuId 0001 -Segment commercial
        $null = Set-PartnerCenterEmulatorClock -Advance 31.00:00:00
        $new = Get-PartnerProductAvailability -Country US -ProductId CFQ7TTC1A105 -SkuId 0001 -Segment commercial
        $new.Id | Should -Not -Be $old.Id
        (Get-Outcome { $old | Get-PartnerProductAvailability }).Error.Exception.ServiceCode | Should -BeExactly '400019'
    }
}

Describe 'products down the pipeline' {
    BeforeEach { Connect-PartnerCenter -Emulator }

    It 'become SKUs and availabilities of the same catalogue: <What>' -ForEach @(
        @{ What = 'a country and a segment'; Choice = @{ Country = 'US'; Catalog = 'OnlineServices'; Segment = 'nonprofit' }; Title = 'Microsoft 365 E5'; Query = 'country=US&targetSegment=nonprofit'; Count = 1 }
        @{ What = 'a customer'; Choice = @{ CustomerId = 'c0000000-0000-4000-8000-000000000001'; Catalog = 'OnlineServices' }; Title = 'Office 365 E5'; Query = ''; Count = 2 }
        @{ What = 'a reservation scope'; Choice = @{ Country = 'US'; Catalog = 'AzureReservationsSQL'; ReservationScope = 'AzurePlan' }; Title = 'SQL Managed*'; Query = 'country=US&reservationScope=AzurePlan'; Count = 4 }
    ) {
        $rows = @(Get-PartnerProduct @Choice -Title $Title | Get-PartnerProductSku | Get-PartnerProductAvailability)
        $rows.Count | Should -Be $Count
        $below = (Get-Request '') | Select-Object -Skip 1
        $below.Operation -replace '^customer' | Sort-Object -Unique | Should -Be 'availabilities.list', 'skus.list'
        ($below | ForEach-Object { "$($_.Query)" } | Sort-Object -Unique) | Should -BeExactly $Query
        foreach ($row in $rows) { $row.CustomerId | Should -BeExactly $Choice.CustomerId }
    }

    It 'come back up: an availability pipes into its SKU, its product and itself' {
        $one = Get-PartnerProductAvailability -Country US -ProductId CFQ7TTC0LFLZ -SkuId 0002 -AvailabilityId CFQ7TTC0K4TE
        ($one | Get-PartnerProduct).Title | Should -BeExactly 'Microsoft 365 E5'
        ($one | Get-PartnerProductSku).Id | Should -BeExactly '0002'
        ($one | Get-PartnerProductAvailability).CatalogItemId | Should -BeExactly $one.CatalogItemId
    }

    It 'are read row by row: no SKU is asked for after the first that is wanted' {
        Get-PartnerProduct -Country US -Catalog OnlineServices | Get-PartnerProductSku | Get-PartnerProductAvailability | Select-Object -First 1 | Should -Not -BeNullOrEmpty
        (Get-Request '').Operation | Should -BeExactly 'products.list', 'skus.list', 'availabilities.list'
    }

    It 'come from customers: each one''s own catalogue' {
        ($customer, $secondCustomer | ForEach-Object { [pscustomobject]@{ CustomerId = $_ } } | Get-PartnerProduct -Catalog MicrosoftAzure).CustomerId | Sort-Object -Unique | Should -Be $customer, $secondCustomer
        (Get-PartnerCustomer $customer | Get-PartnerProduct -Catalog MicrosoftAzure).Title | Should -Contain 'Microsoft Azure plan'
    }

    It 'one that is bad is one error, the others go on' {
        $outcome = Get-Outcome { 'CFQ7TTC0LFLZ', 'NOPE00000000', 'CFQ7TTC0LF8S' | ForEach-Object { [pscustomobject]@{ ProductId = $_ } } | Get-PartnerProductSku -Country US }
        $outcome.Output.ProductId | Should -BeExactly 'CFQ7TTC0LFLZ', 'CFQ7TTC0LF8S'
        $outcome.Error.TargetObject | Should -BeExactly 'NOPE00000000'
    }
}
