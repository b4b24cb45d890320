# Find-PartnerProductAvailability: from words to one thing to buy.
BeforeAll {
    . "$PSScriptRoot/_TestHelper.ps1"
    . "$PSScriptRoot/_Purchase.ps1"
    . "$PSScriptRoot/_CatalogHelper.ps1"
    Import-ModuleUnderTest
    $savingsPlanCustomer = '6f4ce4d8-f42e-45e0-8661-92ad6ac9d003'
}

AfterAll { Disconnect-PartnerCenter }

Describe 'one match' {
    BeforeAll { Connect-PartnerCenter -Emulator }

    It 'is found by <What>' -ForEach @(
        @{ What = 'title'; Words = @{ Product = 'microsoft 365 e5' } }
        @{ What = 'title with wildcards'; Words = @{ Product = 'Micro*365 E5' } }
        @{ What = 'a part of the title that no title is'; Words = @{ Product = '65 e5'; Sku = 'Microsoft 365 E5' } }
        @{ What = 'product id'; Words = @{ Product = 'cfq7ttc0lflz' } }
        @{ What = 'product and SKU id'; Words = @{ Product = 'CFQ7TTC0LFLZ'; Sku = '0002' } }
        @{ What = 'product id and SKU title'; Words = @{ Product = 'CFQ7TTC0LFLZ'; Sku = '*365 E5' } }
        @{ What = 'a term and cycle in other spellings'; Words = @{ Product = 'Microsoft 365 E5'; TermDuration = 'p1y'; BillingCycle = 'ANNUAL' } }
        @{ What = 'a view'; Words = @{ Product = 'Microsoft 365 E5'; Catalog = 'OnlineServices' } }
    ) {
        $search = @{ TermDuration = 'P1Y'; BillingCycle = 'annual' }
        foreach ($name in $Words.Keys) { $search[$name] = $Words[$name] }
        $found = @(Find-PartnerProductAvailability -CustomerId $customer @search)
        $found.Count | Should -Be 1
        $found[0].CatalogItemId, $found[0].TermDuration, $found[0].BillingCycle | Should -BeExactly 'CFQ7TTC0LFLZ:0002:CFQ7TTC0K4TS', 'P1Y', 'annual'
        $found[0].Product.Title, $found[0].Sku.Title | Should -BeExactly 'Microsoft 365 E5', 'Microsoft 365 E5'
    }

    It 'can be positional: product, then SKU' {
        (Find-PartnerProductAvailability 'Power BI' 'Power BI Pro' -CustomerId $customer -TermDuration P1Y -BillingCycle annual).SkuId | Should -BeExactly '0001'
    }

    It 'is of the customer: its country, currency and segment' {
        $german = Find-PartnerProductAvailability -CustomerId $secondCustomer -Product 'Microsoft 365 E5' -TermDuration P1Y -BillingCycle annual
        $german.CustomerId, $german.Country, $german.CurrencyCode | Should -BeExactly $secondCustomer, 'DE', 'EUR'
        (Find-PartnerProductAvailability -CustomerId (Get-MadeCustomerId 7) -Product 'Microsoft 365 E5' -TermDuration P1Y -BillingCycle annual).Segment | Should -BeExactly 'education'
    }

    It 'is of the country and the segment that are asked for' {
        $found = Find-PartnerProductAvailability -Country gb -Product 'Power BI' -Sku 0001 -TermDuration P1Y -BillingCycle annual -Segment Nonprofit
        $found.Country, $found.Segment, $found.CurrencyCode | Should -BeExactly 'GB', 'nonprofit', 'GBP'
        $found.CustomerId | Should -BeNullOrEmpty
    }

    It 'is found wherever it is sold: <Product>' -ForEach @(
        @{ Product = 'Microsoft Azure plan' }
        @{ Product = 'BizTalk*' }
        @{ Product = 'DZH318Z0BQ36'; Sku = '004G'; BillingCycle = 'one_time' }
        @{ Product = '*Helpdesk'; BillingCycle = 'annual' }
        @{ Product = 'SUSE Linux*SAP*' }
        @{ Product = 'Azure savings plan'; Sku = '0001'; BillingCycle = 'monthly' }
        @{ Product = '*partner bundle'; BillingCycle = 'annual' }
    ) {
        $words = @{ Product = $Product }
        if ($Sku) { $words.Sku = $Sku }
        if ($BillingCycle) { $words.BillingCycle = $BillingCycle }
        @(Find-PartnerProductAvailability -CustomerId $savingsPlanCustomer @words -ErrorAction Stop).Count | Should -Be 1
    }

    It 'comes for each row of a table' {
        $rows = 'Product,TermDuration,BillingCycle,CustomerId', "Microsoft 365 E5,P1Y,annual,$customer", "No such thing,P1Y,annual,$customer", "Microsoft 365 E3,P1M,monthly,$secondCustomer" | ConvertFrom-Csv
        $outcome = Get-Outcome { $rows | Find-PartnerProductAvailability }
        $outcome.Output.ProductId | Should -BeExactly 'CFQ7TTC0LFLZ', 'CFQ7TTC0LFLX'
        $outcome.Output.Country | Should -BeExactly 'US', 'DE'
        $outcome.Error.TargetObject | Should -BeExactly 'No such thing'
    }
}

Describe 'more than one match' {
    BeforeAll { Connect-PartnerCenter -Emulator }

    It 'is an error that lists the candidates: what each is, by which term and cycle, for whom' {
        $outcome = Get-Outcome { Find-PartnerProductAvailability -Country US -Product 'Microsoft 365 E5' -TermDuration P1Y }
        $outcome.Output | Should -BeNullOrEmpty
        $outcome.Error.Count | Should -Be 1
        $outcome.Error[0].FullyQualifiedErrorId | Should -BeExactly (Get-ErrorId Ambiguous Find-PartnerProductAvailability)
        $outcome.Error[0].TargetObject | Should -BeExactly 'Microsoft 365 E5'
        $table = $outcome.Error[0].Exception.Message -split '\r?\n' -match '^  CFQ7'
        $table.Count | Should -Be 6
        $table[1] | Should -Match '^  CFQ7TTC0LFLZ:0002:CFQ7TTC0K4TS +P1Y +annual +commercial +Microsoft 365 E5 / Microsoft 365 E5$'
        ($table | ForEach-Object { ($_.Trim() -split ' +')[3] } | Sort-Object -Unique) | Should -BeExactly 'commercial', 'education', 'government'
        $outcome.Error[0].Exception.RecommendedAction | Should -BeLike '*-BillingCycle*-Segment*-All*'
    }

    It 'names as many as fit on a screen, and says how many more' {
        $message = (Get-Outcome { Find-PartnerProductAvailability -Country US -Product 'Microsoft*' }).Error[0].Exception.Message
        ($message -split '\r?\n' -match '^  \w+:').Count | Should -Be 20
        $message | Should -Match 'and \d+ more'
    }

    It 'is all of them with -All' {
        $all = @(Find-PartnerProductAvailability -CustomerId $customer -Product 'Microsoft 365 E5' -All)
        $all.ForEach({ "$($_.TermDuration) $($_.BillingCycle)" }) | Should -BeExactly 'P1M monthly', 'P1Y monthly', 'P1Y annual'
        @(Find-PartnerProductAvailability -CustomerId $customer -Product '*' -Catalog MicrosoftAzure -All).CatalogItemId | Should -Be 'DZH318Z0BPS6:0001:DZH318Z0BPM1', 'MS-AZR-0145P'
    }

    It 'prefers the title that is the whole text to those that hold it' {
        # "Security add-on for Microsoft 365 E3" holds it, too.
        @(Find-PartnerProductAvailability -CustomerId $customer -Product 'Microsoft 365 E3' -All).ProductId | Sort-Object -Unique | Should -BeExactly 'CFQ7TTC0LFLX'
    }
}

Describe 'no match' {
    BeforeAll { Connect-PartnerCenter -Emulator }

    It 'is an error with the nearest titles: <Product>' -ForEach @(
        @{ Product = 'Microsft 365 E5'; Near = 'Microsoft 365 E5' }
        @{ Product = 'Visio Plan 3'; Near = 'Visio Plan 1' }
        @{ Product = 'Exchange Online (Plan 1)'; Near = 'Exchange Online' }
        @{ Product = 'Powr BI'; Near = 'Power BI' }
    ) {
        $outcome = Get-Outcome { Find-PartnerProductAvailability -CustomerId $customer -Product $Product }
        $outcome.Output | Should -BeNullOrEmpty
        $outcome.Error.Count | Should -Be 1
        $outcome.Error[0].FullyQualifiedErrorId | Should -BeExactly (Get-ErrorId NotFound Find-PartnerProductAvailability)
        $outcome.Error[0].Exception.Message | Should -BeLike "*'$Product'*"
        $outcome.Error[0].Exception.RecommendedAction | Should -BeLike "The nearest titles: *$Near*"
    }

    It 'by term, cycle or SKU alone says that the product is there' {
        foreach ($words in @{ TermDuration = 'P3Y' }, @{ BillingCycle = 'one_time' }, @{ Sku = 'Nothing*' }) {
            $failure = (Get-Outcome { Find-PartnerProductAvailability -CustomerId $customer -Product 'Microsoft 365 F3' @words }).Error
            $failure.FullyQualifiedErrorId | Should -BeExactly (Get-ErrorId NotFound Find-PartnerProductAvailability)
            $failure.Exception.Message | Should -BeLike 'Microsoft 365 F3 can be bought, but not*'
        }
    }

    It 'for what is not sold any more says that it is not for sale' {
        $failure = (Get-Outcome { Find-PartnerProductAvailability -CustomerId $customer -Product 'Project Online Essentials' }).Error
        $failure.FullyQualifiedErrorId | Should -BeExactly (Get-ErrorId NotFound Find-PartnerProductAvailability)
        $failure.Exception.Message | Should -Not -BeLike '*can be bought*'
    }

    It 'with -All is the same error' {
        (Get-Outcome { Find-PartnerProductAvailability -CustomerId $customer -Product 'No such thing' -All }).Error.FullyQualifiedErrorId |
            Should -BeExactly (Get-ErrorId NotFound Find-PartnerProductAvailability)
    }
}
