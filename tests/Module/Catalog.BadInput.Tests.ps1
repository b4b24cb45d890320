# What cannot be asked of the catalogue: one error that names what can, and nothing is sent.
BeforeAll {
    . "$PSScriptRoot/_TestHelper.ps1"
    . "$PSScriptRoot/_Purchase.ps1"
    . "$PSScriptRoot/_CatalogHelper.ps1"
    Import-ModuleUnderTest
    Connect-PartnerCenter -Emulator
    $cmdlets = @{
        'Get-PartnerProduct'             = @{ Catalog = 'Azure' }
        'Get-PartnerProductSku'          = @{ ProductId = 'CFQ7TTC0LFLZ' }
        'Get-PartnerProductAvailability' = @{ ProductId = 'CFQ7TTC0LFLZ'; SkuId = '0002' }
        'Find-PartnerProductAvailability' = @{ Product = 'Microsoft 365 E5' }
    }

    function Invoke-With([string] $Cmdlet, [hashtable] $Change) {
        $parameters = $cmdlets[$Cmdlet].Clone()
        foreach ($name in $Change.Keys) { $parameters[$name] = $Change[$name] }
        & $Cmdlet @parameters
    }
}

AfterAll { Disconnect-PartnerCenter }

Describe '<Cmdlet>' -ForEach @(
    @{ Cmdlet = 'Get-PartnerProduct' }
    @{ Cmdlet = 'Get-PartnerProductSku' }
    @{ Cmdlet = 'Get-PartnerProductAvailability' }
    @{ Cmdlet = 'Find-PartnerProductAvailability' }
) {
    It 'refuses <What> and says what is allowed' -ForEach @(
        @{ What = 'no catalogue at all'; Change = @{}; Says = '*-Country*-CustomerId*' }
        @{ What = 'a customer id that nobody has'; Change = @{ CustomerId = '' }; Says = '*-CustomerId that was given is empty*' }
        @{ What = 'a blank country'; Change = @{ Country = ' ' }; Says = '*-Country*-CustomerId*' }
        @{ What = 'a country that there is none of'; Change = @{ Country = 'XX' }; Says = "*'XX' is not a country code. Two letters of ISO 3166-1*US, DE or GB*" }
        @{ What = 'a country by its name'; Change = @{ Country = 'Germany' }; Says = "*'Germany' is not a country code*Did you mean DE (Germany)*" }
        @{ What = 'a country by three letters'; Change = @{ Country = 'GBR' }; Says = '*Did you mean GB (United Kingdom)*' }
        @{ What = 'a country in everyday use'; Change = @{ Country = 'UK' }; Says = '*Did you mean GB (United Kingdom)*' }
        @{ What = 'an unknown segment'; Change = @{ Country = 'US'; Segment = 'kids' }; Says = "*'kids' is not a segment*commercial, education, government, nonprofit*" }
        @{ What = 'a segment by its number'; Change = @{ Country = 'US'; Segment = '1' }; Says = '*commercial, education, government, nonprofit*' }
        @{ What = 'an unknown reservation scope'; Change = @{ Country = 'US'; ReservationScope = 'Shared' }; Says = "*'Shared' is not a reservation scope*AzurePlan*" }
        @{ What = 'a customer id that is none'; Change = @{ CustomerId = 'Contoso' }; Says = "*'Contoso' is not a customer id*GUID*" }
    ) {
        Assert-RefusedUnsent { Invoke-With $Cmdlet $Change } $Cmdlet $Says
    }
}

Describe 'Get-PartnerProduct' {
    It 'names every view when the one that is asked for is <What>' -ForEach @{ What = 'unknown'; View = 'Nowhere' }, @{ What = 'blank'; View = ' ' }, @{ What = 'a number'; View = '6' } {
        Assert-RefusedUnsent { Get-PartnerProduct -Country US -Catalog $View } Get-PartnerProduct ('*' + ([PartnerCenterCart.TargetView]::Known.Texts -join ', ') + '*')
    }
}

Describe 'Find-PartnerProductAvailability' {
    It 'refuses <What>' -ForEach @(
        @{ What = 'an unknown view'; Change = @{ Country = 'US'; Catalog = 'OnlineServices', 'Nowhere' }; Says = "*'Nowhere' is not a catalog*OnlineServices*" }
        @{ What = 'a term that is none'; Change = @{ Country = 'US'; TermDuration = '1 year' }; Says = '*P1M*P1Y*P3Y*' }
        @{ What = 'an unknown billing cycle'; Change = @{ Country = 'US'; BillingCycle = 'weekly' }; Says = "*'weekly' is not a billing cycle*monthly, annual*" }
        @{ What = 'a blank product'; Change = @{ Country = 'US'; Product = '  ' }; Says = '*Which product?*' }
    ) {
        Assert-RefusedUnsent { Invoke-With Find-PartnerProductAvailability $Change } Find-PartnerProductAvailability $Says
    }
}

Describe 'An id' {
    It 'that cannot be one is refused: <What>' -ForEach @(
        @{ What = 'product'; Cmdlet = 'Get-PartnerProduct'; Call = { Get-PartnerProduct -Country US -ProductId 'a b' }; Says = "*'a b' is not a product id*CFQ7TTC0LH18*" }
        @{ What = 'blank product'; Cmdlet = 'Get-PartnerProduct'; Call = { Get-PartnerProduct -Country US -ProductId '' }; Says = '*product id is missing*' }
        @{ What = 'a whole catalog item id'; Cmdlet = 'Get-PartnerProduct'; Call = { Get-PartnerProduct -Country US -ProductId 'CFQ7TTC0LFLZ:0002:CFQ7TTC0K4TS' }; Says = '*is not a product id*begins with it*' }
        @{ What = 'a path'; Cmdlet = 'Get-PartnerProductSku'; Call = { Get-PartnerProductSku -Country US -ProductId '../customers' }; Says = '*is not a product id*' }
        @{ What = 'product of SKUs'; Cmdlet = 'Get-PartnerProductSku'; Call = { Get-PartnerProductSku -Country US -ProductId $null }; Says = '*product id is missing*' }
        @{ What = 'SKU without its zeros'; Cmdlet = 'Get-PartnerProductSku'; Call = { Get-PartnerProductSku -Country US -ProductId CFQ7TTC0LFLZ -SkuId 2 }; Says = "*Did you mean '0002'*" }
        @{ What = 'SKU of availabilities'; Cmdlet = 'Get-PartnerProductAvailability'; Call = { Get-PartnerProductAvailability -Country US -ProductId CFQ7TTC0LFLZ -SkuId '' }; Says = '*SKU id is missing*' }
        @{ What = 'availability'; Cmdlet = 'Get-PartnerProductAvailability'; Call = { Get-PartnerProductAvailability -Country US -ProductId CFQ7TTC0LFLZ -SkuId 0002 -AvailabilityId 'a b' }; Says = "*'a b' is not an availability id*" }
    ) {
        Assert-RefusedUnsent $Call $Cmdlet $Says
    }
}

Describe 'What the service refuses' {
    BeforeEach { Connect-PartnerCenter -Emulator }

    It 'is one error with its code: <Code>' -ForEach @(
        @{ Code = '400036'; What = 'a view that is not allowed' }
        @{ Code = '400030'; What = 'a segment that is not allowed' }
    ) {
        Set-PartnerCenterEmulatorFault -Operation products.list -Code $Code
        $outcome = Get-Outcome { Get-PartnerProduct -Country US -Catalog SpecializedOffers -Segment education }
        $outcome.Error.Count | Should -Be 1
        $outcome.Error[0].FullyQualifiedErrorId | Should -BeExactly (Get-ErrorId Forbidden Get-PartnerProduct)
        $outcome.Error[0].Exception.ServiceCode | Should -BeExactly $Code
        $outcome.Error[0].Exception.RecommendedAction | Should -Not -BeNullOrEmpty
    }
}
