# The rules and the service agree: of everything that the emulator sells, and of what is nearly that, the rules find an error
# exactly where a cart would get one.
BeforeDiscovery {
    # First the customer, then its Azure plan.
    $american = 'c0000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000001'
    $german = 'c0000000-0000-4000-8000-000000000002', 'a0000000-0000-4000-8000-000000000101'
    $saver = '6f4ce4d8-f42e-45e0-8661-92ad6ac9d003', '0350d130-4d3d-4005-aca0-cf84f0ab0d4a'
    $variants = @(
        @{ What = 'as it is sold'; Change = {} }
        @{ What = 'one more than the most'; Change = { $_.Quantity = $sku.MaximumQuantity + 1 }; Only = { $sku.MaximumQuantity -lt 100000 } }
        @{ What = 'one less than the least'; Change = { $_.Quantity = $sku.MinimumQuantity - 1 }; Only = { $sku.MinimumQuantity -gt 1 } }
        @{ What = 'for three years by the year'; Change = { $_.TermDuration = 'P3Y'; $_.BillingCycle = 'annual' } }
        @{ What = 'for a year by the month'; Change = { $_.TermDuration = 'P1Y'; $_.BillingCycle = 'monthly' } }
        @{ What = 'for a year at once'; Change = { $_.TermDuration = 'P1Y'; $_.BillingCycle = 'one_time' } }
        # A reservation of the older form has no term, but a duration in its context; the rules ask for one of the two.
        @{ What = 'without a term'; Change = { $_.TermDuration = $null }; Only = { -not $_.ProvisioningContext.Count } }
        @{ What = 'without an attestation'; Change = { $_.AttestationAccepted = $null } }
        @{ What = 'without a provisioning context'; Change = { $_.ProvisioningContext = $null } }
        @{ What = 'for an unknown Azure subscription'; Change = { $_.ProvisioningContext['subscriptionId'] = 'ffffffff-ffff-4fff-8fff-ffffffffffff' }; Only = { $_.ProvisioningContext.Count } }
    )
    $catalogues = @(
        @{ Name = 'an American customer'; Who = $american; Scope = 'AzurePlan'; Variants = $variants }
        @{ Name = 'an American customer, legacy reservations'; Who = $american; Scope = $null; Variants = $variants[0] }
        @{ Name = 'a German customer'; Who = $german; Scope = 'AzurePlan'; Variants = $variants[0] }
        @{ Name = 'another American customer'; Who = $saver; Scope = 'AzurePlan'; Variants = $variants[0] }
    )
}

BeforeAll {
    . "$PSScriptRoot/_TestHelper.ps1"
    . "$PSScriptRoot/_Purchase.ps1"
    . "$PSScriptRoot/_CatalogHelper.ps1"
    Import-ModuleUnderTest

    # A line for each thing that a customer can buy, with what its SKU asks for.
    function New-EveryLine([string[]] $Who, [string] $Scope) {
        $views = 'OnlineServices', 'MarketplaceSaaS', 'Software', 'Azure'
        Find-PartnerProductAvailability -CustomerId $Who[0] -Product '*' -All -Catalog $views -ReservationScope $Scope | ForEach-Object {
            # One SKU of the contract's examples is a reservation and perpetual software at once; legacy items are not in the rules.
            if ($_.CatalogItemId -like 'DG7GMGF0DWTL:*' -or $_.CatalogItemId -notlike '*:*:*') { return }
            $more = @{ Quantity = [Math]::Max(1, $_.Sku.MinimumQuantity) }
            if ($_.Sku.ProvisioningVariables) { $more.ProvisioningContext = @{ subscriptionId = $Who[1]; scope = 'shared' } }
            if ($_.Sku.AttestationProperties) { $more.AttestationAccepted = $true }
            if ($_.Sku.MinimumPurchaseCommitment) {
                $more.ProvisioningContext = @{ subscriptionId = $Who[1]; scope = 'shared' }
                $more.PurchaseCommitment = @{ amount = 1; currency = $_.CurrencyCode; grain = 'hourly' }
            }
            $_ | New-PartnerCustomerCartLineItem @more | Add-Member -NotePropertyName Sku -NotePropertyValue $_.Sku -PassThru
        }
    }
}

AfterAll { Disconnect-PartnerCenter }

Describe 'The catalogue of <Name>,' -ForEach $catalogues {
    BeforeAll { Connect-PartnerCenter -Emulator }

    It '<What>' -ForEach $Variants {
        $lines = @(New-EveryLine $Who $Scope | ForEach-Object {
                $sku = $_.Sku
                # What a savings plan lacks, the service says about the whole cart and not about a line.
                if (($Only -and -not (& $Only)) -or ($What -ne 'as it is sold' -and $sku.MinimumPurchaseCommitment)) { return }
                $null = & $Change
                $_
            })
        $lines.Count | Should -BeGreaterThan 0
        $cart = $lines | New-PartnerCustomerCart -CustomerId $Who[0] -ErrorAction SilentlyContinue
        $cart.LineItems.Count | Should -Be $lines.Count
        $findings = Test-PartnerCustomerCart -CustomerId $Who[0] -InputObject $lines | Where-Object Severity -EQ Error | Group-Object LineItemId -AsHashTable
        $differences = foreach ($line in $cart.LineItems) {
            $found = $findings ? $findings[$line.Id] : $null
            if ([bool]$line.Error -ne [bool]$found) {
                "$line is $($line.CatalogItemId): the service says $($line.Error ? $line.Error : 'nothing'), the rules say $($found ? $found.ForEach({ $_.RuleId }) : 'nothing')"
            }
        }
        $differences | Select-Object -First 5 | Should -BeNullOrEmpty
    }
}
