# Each operation of the sections customers, catalogue, inventory and promotions of the contract has a cmdlet that calls it.
BeforeDiscovery {
    $product = @{ ProductId = 'CFQ7TTC0LFLZ' }
    $sku = $product + @{ SkuId = '0002' }
    $availability = $sku + @{ AvailabilityId = 'CFQ7TTC0K4TS' }
    $operations = @(
        @{ Operation = 'customers.list'; Cmdlet = 'Get-PartnerCustomer'; Parameters = @{} }
        @{ Operation = 'customers.search'; Cmdlet = 'Get-PartnerCustomer'; Parameters = @{ Name = 'Con' } }
        @{ Operation = 'customers.get'; Cmdlet = 'Get-PartnerCustomer'; For = 'CustomerId'; Parameters = @{} }
        @{ Operation = 'customers.companyProfile.get'; Cmdlet = 'Get-PartnerCustomerCompanyProfile'; For = 'CustomerId'; Parameters = @{} }
        @{ Operation = 'customers.billingProfile.get'; Cmdlet = 'Get-PartnerCustomerBillingProfile'; For = 'CustomerId'; Parameters = @{} }
        @{ Operation = 'customers.validationStatus.get'; Cmdlet = 'Get-PartnerCustomerValidationStatus'; For = 'CustomerId'; Parameters = @{} }
        @{ Operation = 'products.list'; Cmdlet = 'Get-PartnerProduct'; For = 'Country'; Parameters = @{ Catalog = 'Azure' } }
        @{ Operation = 'products.get'; Cmdlet = 'Get-PartnerProduct'; For = 'Country'; Parameters = $product }
        @{ Operation = 'skus.list'; Cmdlet = 'Get-PartnerProductSku'; For = 'Country'; Parameters = $product }
        @{ Operation = 'skus.get'; Cmdlet = 'Get-PartnerProductSku'; For = 'Country'; Parameters = $sku }
        @{ Operation = 'availabilities.list'; Cmdlet = 'Get-PartnerProductAvailability'; For = 'Country'; Parameters = $sku }
        @{ Operation = 'availabilities.get'; Cmdlet = 'Get-PartnerProductAvailability'; For = 'Country'; Parameters = $availability }
        @{ Operation = 'customerProducts.list'; Cmdlet = 'Get-PartnerProduct'; For = 'CustomerId'; Parameters = @{ Catalog = 'Azure' } }
        @{ Operation = 'customerProducts.get'; Cmdlet = 'Get-PartnerProduct'; For = 'CustomerId'; Parameters = $product }
        @{ Operation = 'customerSkus.list'; Cmdlet = 'Get-PartnerProductSku'; For = 'CustomerId'; Parameters = $product }
        @{ Operation = 'customerSkus.get'; Cmdlet = 'Get-PartnerProductSku'; For = 'CustomerId'; Parameters = $sku }
        @{ Operation = 'customerAvailabilities.list'; Cmdlet = 'Get-PartnerProductAvailability'; For = 'CustomerId'; Parameters = $sku }
        @{ Operation = 'customerAvailabilities.get'; Cmdlet = 'Get-PartnerProductAvailability'; For = 'CustomerId'; Parameters = $availability }
        @{ Operation = 'inventory.check'; Cmdlet = 'Get-PartnerProductInventory'; For = 'Country'; Parameters = $product }
        @{ Operation = 'promotions.list'; Cmdlet = 'Get-PartnerProductPromotion'; For = 'Country'; Parameters = @{} }
        @{ Operation = 'promotions.get'; Cmdlet = 'Get-PartnerProductPromotion'; For = 'Country'; Parameters = @{ PromotionId = '39NFJQT1PJQB:0001:39NFJQT1Q5KN' } }
        @{ Operation = 'promotionEligibilities.create'; Cmdlet = 'Test-PartnerProductPromotion'; For = 'CustomerId'; Parameters = @{ CatalogItemId = 'CFQ7TTC0LFLX:0001:CFQ7TTC0LB30'; TermDuration = 'P1Y'; BillingCycle = 'annual' } }
    )
}

BeforeAll {
    . "$PSScriptRoot/_TestHelper.ps1"
    . "$PSScriptRoot/_Purchase.ps1"
    . "$PSScriptRoot/_CatalogHelper.ps1"
    Import-ModuleUnderTest
}

AfterAll { Disconnect-PartnerCenter }

Describe 'The operations' {
    It 'that docs/emulator.md lists for these sections are all in the table of this file' -TestCases @{ Tested = $operations.Operation } {
        $text = [IO.File]::ReadAllText((Join-Path $repositoryRoot 'docs/emulator.md'))
        $listed = [regex]::Matches($text, '`((customers|products|skus|availabilities|customerProducts|customerSkus|customerAvailabilities|inventory|promotions|promotionEligibilities)\.[\w.]+)`').ForEach({ $_.Groups[1].Value })
        $listed | Sort-Object -Unique | Should -BeExactly ($Tested | Sort-Object)
    }

    It '<Operation> is called by <Cmdlet>' -ForEach $operations {
        Connect-PartnerCenter -Emulator
        $parameters = $Parameters.Clone()
        if ($For) { $parameters[$For] = $For -eq 'Country' ? 'US' : $customer }
        $outcome = Get-Outcome { & $Cmdlet @parameters }
        $outcome.Error | Should -BeNullOrEmpty
        $outcome.Output | Should -Not -BeNullOrEmpty
        (Get-Request '').Operation | Sort-Object -Unique | Should -BeExactly $Operation
        (Get-Request '').Status | Sort-Object -Unique | Should -Be 200
    }

    It '<Operation> pipes in: <For> binds by property name' -ForEach ($operations | Where-Object For) {
        Connect-PartnerCenter -Emulator
        $parameters = $Parameters.Clone()
        $from = [pscustomobject]@{ $For = $For -eq 'Country' ? 'US' : $customer }
        $outcome = Get-Outcome { $from | & $Cmdlet @parameters }
        $outcome.Error | Should -BeNullOrEmpty
        (Get-Request '').Operation | Sort-Object -Unique | Should -BeExactly $Operation
    }

    It '<Operation> that answers 404 is one NotFound error' -ForEach $operations {
        Connect-PartnerCenter -Emulator
        $parameters = $Parameters.Clone()
        if ($For) { $parameters[$For] = $For -eq 'Country' ? 'US' : $customer }
        Set-PartnerCenterEmulatorFault -Operation $Operation -Code 1000
        $outcome = Get-Outcome { & $Cmdlet @parameters }
        $outcome.Output | Should -BeNullOrEmpty
        $outcome.Error.Count | Should -Be 1
        $outcome.Error[0].FullyQualifiedErrorId | Should -BeExactly (Get-ErrorId NotFound $Cmdlet)
    }
}
