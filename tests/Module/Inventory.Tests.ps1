# Get-PartnerProductInventory: one call for all targets, and nothing that the service leaves out is lost.
BeforeAll {
    . "$PSScriptRoot/_TestHelper.ps1"
    . "$PSScriptRoot/_Purchase.ps1"
    . "$PSScriptRoot/_CatalogHelper.ps1"
    Import-ModuleUnderTest
    $for = @{ Country = 'US'; CustomerId = $customer; AzureSubscriptionId = $azurePlan; ArmRegionName = 'japanwest' }

    function Get-SentCheck { ConvertFrom-Json (Get-Request inventory.check)[-1].Body }
}

AfterAll { Disconnect-PartnerCenter }

Describe 'Get-PartnerProductInventory' {
    BeforeEach { Connect-PartnerCenter -Emulator }

    It 'asks about all targets of a pipeline in one call' {
        $rows = 'DZH318Z0BQ3P', 'CFQ7TTC0LFLZ' | ForEach-Object { Get-PartnerProductSku -Country US -ProductId $_ } | Get-PartnerProductInventory @for
        (Get-Request inventory.check).Count | Should -Be 1
        ($rows | ForEach-Object { "$_" }) | Should -BeExactly 'DZH318Z0BQ3P:0038', 'DZH318Z0BQ3P:0039', 'DZH318Z0BQ3P:000S', 'DZH318Z0BQ3P:0011', 'CFQ7TTC0LFLZ:0002'
    }

    It 'asks for the country and sends who it is for, with the keys in camelCase' {
        $null = Get-PartnerProductInventory @for -ProductId DZH318Z0BQ3P -SkuId 0038 -InventoryContext @{ FurtherKey = 7 }
        Get-QueryValue (Get-Request inventory.check)[0] country | Should -BeExactly 'US'
        $sent = Get-SentCheck
        $sent.targetItems | ConvertTo-Json -Compress | Should -BeExactly '{"productId":"DZH318Z0BQ3P","skuId":"0038"}'
        $context = $sent.inventoryContext
        $context.PSObject.Properties.Name | Sort-Object | Should -BeExactly 'armRegionName', 'azureSubscriptionId', 'customerId', 'furtherKey'
        $context.customerId, $context.azureSubscriptionId, $context.armRegionName, $context.furtherKey | Should -BeExactly $customer, $azurePlan, 'japanwest', '7'
    }

    It 'without a SKU asks for all of the product' {
        (Get-PartnerProductInventory @for -ProductId DZH318Z0BQ3P).SkuId | Should -BeExactly '0038', '0039', '000S', '0011'
        (Get-SentCheck).targetItems[0].PSObject.Properties.Name | Should -BeExactly 'productId'
    }

    It 'says what restricts an item, and what is free' {
        $rows = Get-PartnerProductInventory @for -ProductId DZH318Z0BQ3P
        $rows.IsRestricted | Should -Be $true, $true, $false, $false
        $rows[0].Restrictions[0].ReasonCode | Should -BeExactly 'NotAvailableForSubscription'
        $rows[0].Restrictions[0].Properties.values | Should -BeExactly 'japanwest'
        "$($rows[0].Restrictions[0])" | Should -BeLike '*Location*japanwest*'
    }

    It 'restricts what the Azure subscription cannot have' {
        # The plan of this customer is barred from brazilsouth.
        $rows = Get-PartnerProductInventory -Country US -CustomerId $customer -AzureSubscriptionId $azurePlan -ArmRegionName brazilsouth -ProductId DZH318Z1B201
        ($rows | Where-Object IsRestricted).SkuId | Should -BeExactly '0007', '0008'
    }

    It 'shows what the service left out of its answer, and warns' {
        $outcome = Get-Outcome { Get-PartnerProductInventory @for -ProductId DZH318Z0BQ3P, NOPE00000000 }
        $outcome.Error | Should -BeNullOrEmpty
        $outcome.Output.Count | Should -Be 5
        $left = $outcome.Output[-1]
        $left.ProductId, $left.Country | Should -BeExactly 'NOPE00000000', 'US'
        $left.IsRestricted | Should -BeNullOrEmpty
        $outcome.Warning.Count | Should -Be 1
        $outcome.Warning[0] | Should -BeLike '*NOPE00000000*out of its answer*'
    }

    It 'shows a SKU that was left out although another one of its product is there' {
        $outcome = Get-Outcome { 'SkuId', '0038', '9999' | ConvertFrom-Csv | Get-PartnerProductInventory @for -ProductId DZH318Z0BQ3P }
        $outcome.Output.SkuId | Should -BeExactly '0038', '9999'
        $outcome.Warning[0] | Should -BeLike '*DZH318Z0BQ3P:9999*'
    }

    It 'tells the same of a table: -WarningVariable names each that is missing' {
        $rows = Get-PartnerProductInventory @for -ProductId NOPE00000001, NOPE00000002 -WarningVariable missing -WarningAction SilentlyContinue
        $rows.ProductId | Should -BeExactly 'NOPE00000001', 'NOPE00000002'
        $missing.Count | Should -Be 2
    }

    It 'takes the region of a SKU that comes down the pipeline, one call for each region' {
        $rows = Get-PartnerProductSku -Country US -ProductId DZH318Z1B201 -ReservationScope AzurePlan | Get-PartnerProductInventory -CustomerId $customer -AzureSubscriptionId $azurePlan
        ($rows | Where-Object IsRestricted).SkuId | Should -BeExactly '0007', '0008'
        $regions = (Get-Request inventory.check).ForEach({ ($_.Body | ConvertFrom-Json).inventoryContext.armRegionName })
        $regions | Should -BeExactly 'eastus', 'westeurope', 'uksouth', 'brazilsouth'
    }

    It 'takes the region''s key from -InventoryContext, too' {
        (Get-PartnerProductInventory -Country US -ProductId DZH318Z0BQ3P -SkuId 0038 -InventoryContext @{
            CustomerId = $customer; AzureSubscriptionId = $azurePlan; ArmRegionName = 'japanwest' }).IsRestricted | Should -BeTrue
    }

    It 'is what the service says when a key is missing that the SKU names' {
        $failures = (Get-Outcome { Get-PartnerProductInventory -Country US -ProductId DZH318Z0BQ3P }).Error
        $failures.FullyQualifiedErrorId | Should -BeExactly (Get-ErrorId BadRequest Get-PartnerProductInventory)
        "$failures" | Should -BeLike '*customerId*'
    }
}

Describe 'Get-PartnerProductInventory of more than one country' {
    BeforeEach { Connect-PartnerCenter -Emulator }

    It 'asks about each item in its own country' {
        $rows = @(
            [pscustomobject]@{ ProductId = 'CFQ7TTC0LFLZ'; SkuId = '0002'; Country = 'US' }
            [pscustomobject]@{ ProductId = 'DZH318Z1M803'; SkuId = '0001'; Country = 'DE' }
        ) | Get-PartnerProductInventory -WarningAction SilentlyContinue
        $rows.Country | Should -BeExactly 'US', 'DE'
        # The second one is sold in Germany alone.
        $rows.IsRestricted | Should -Be $false, $false
    }
}

Describe 'Get-PartnerProductInventory with bad input' {
    BeforeEach { Connect-PartnerCenter -Emulator }

    It 'sends nothing: <What>' -ForEach @(
        @{ What = 'no country'; Call = { Get-PartnerProductInventory -ProductId CFQ7TTC0LFLZ }; Says = '*country is missing*Two letters*' }
        @{ What = 'an unknown country'; Call = { Get-PartnerProductInventory -ProductId CFQ7TTC0LFLZ -Country XX }; Says = "*'XX' is not a country code*US*" }
        @{ What = 'a product id that is none'; Call = { Get-PartnerProductInventory -ProductId 'a b' -Country US }; Says = "*'a b' is not a product id*" }
        @{ What = 'a blank product id'; Call = { Get-PartnerProductInventory -ProductId '' -Country US }; Says = '*product id is missing*' }
        @{ What = 'a SKU id without its zeros'; Call = { Get-PartnerProductInventory -ProductId CFQ7TTC0LFLZ -SkuId 2 -Country US }; Says = "*Did you mean '0002'*" }
        @{ What = 'a customer id that is none'; Call = { Get-PartnerProductInventory -ProductId CFQ7TTC0LFLZ -Country US -CustomerId Contoso }; Says = '*GUID*' }
    ) {
        Assert-RefusedUnsent $Call Get-PartnerProductInventory $Says
    }

    It 'spoils one target alone; the error names it' {
        $outcome = Get-Outcome { Get-PartnerProductInventory -Country US -ProductId CFQ7TTC0LFLZ, 'a b', CFQ7TTC0LF8S }
        $outcome.Output.ProductId | Should -BeExactly 'CFQ7TTC0LFLZ', 'CFQ7TTC0LF8S'
        $outcome.Error.Count | Should -Be 1
        $outcome.Error[0].TargetObject | Should -BeExactly 'a b'
    }

    It 'spoils one object of a pipeline alone; the error names it' {
        $outcome = Get-Outcome { 'CFQ7TTC0LFLZ', 'a b', 'CFQ7TTC0LF8S' | ForEach-Object { [pscustomobject]@{ ProductId = $_ } } | Get-PartnerProductInventory -Country US }
        $outcome.Output.ProductId | Should -BeExactly 'CFQ7TTC0LFLZ', 'CFQ7TTC0LF8S'
        $outcome.Error.Count | Should -Be 1
        "$($outcome.Error[0].TargetObject)" | Should -BeLike '*a b*'
    }

    It 'does nothing for an empty pipeline' {
        (Get-CalledOperation { @() | Get-PartnerProductInventory -Country US }) | Should -BeNullOrEmpty
    }
}
