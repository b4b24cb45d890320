# For each rule of Test-PartnerCustomerCart what makes it fire, and what is nearly that and is quiet. Each script gives the
# findings. Dot-source it after _CatalogHelper.ps1; the tables are for BeforeDiscovery, too.

# Findings of lines, given as changes of a line that can be bought.
function Test-RuleLine([hashtable[]] $Change = @(@{}), [string] $For = $customer, [switch] $Offline) {
    $Change | ForEach-Object { [pscustomobject](New-TestLine $_) } | Test-PartnerCustomerCart -CustomerId $For -Offline:$Offline
}

# The emulator's time.
function Get-EmulatorNow { Set-PartnerCenterEmulatorClock -Advance 00:00:01 }

# A reservation as a line; the second parameter is the Azure subscription, null for no context at all.
function New-ReservationChange([string] $Item = 'DZH318Z0BQ36:004G:DZH318Z08C0S', [AllowNull()][object] $Azure = $azurePlan) {
    $change = @{ CatalogItemId = $Item; Quantity = 1; BillingCycle = 'one_time'; TermDuration = 'P1Y' }
    if ($Azure) { $change.ProvisioningContext = @{ subscriptionId = $Azure; scope = 'shared' } }
    return $change
}

# The customer of the contract's savings plan, which has an Azure plan, and such a plan as a line.
$saver = '6f4ce4d8-f42e-45e0-8661-92ad6ac9d003'
function New-SavingsPlanChange([hashtable] $Context = @{ scope = 'shared'; subscriptionId = '0350d130-4d3d-4005-aca0-cf84f0ab0d4a' }) {
    @{
        CatalogItemId = 'DZH318Z09V6F:0001:DZH318Z0BLD3'; Quantity = 1; BillingCycle = 'one_time'; TermDuration = 'P1Y'; ProvisioningContext = $Context
        PurchaseCommitment = @{ amount = 1; currency = 'USD'; grain = 'hourly' }
    }
}

# Seats of a product with promotions, as a line.
function New-PromotionChange([string] $Product, [string] $Sku, [object] $Promotion, [int] $Quantity = 10, [string] $Cycle = 'monthly') {
    @{ CatalogItemId = Get-CurrentItem $Product $Sku; Quantity = $Quantity; BillingCycle = $Cycle; TermDuration = 'P1Y'; PromotionId = $Promotion }
}

function Get-OfflineRuleCase {
    @{ Rule = 'NoLines'
        Fires = { [pscustomobject]@{ CustomerId = $customer; LineItems = @() } | Test-PartnerCustomerCart -Offline }
        Quiet = { [pscustomobject]@{ CustomerId = $customer; LineItems = @(New-TestLine) } | Test-PartnerCustomerCart -Offline } }
    @{ Rule = 'CartOrdered'
        Fires = { $cart = New-TestCart; $null = $cart | Submit-PartnerCustomerCart -Confirm:$false; $cart | Get-PartnerCustomerCart | Test-PartnerCustomerCart -Offline }
        Quiet = { New-TestCart | Test-PartnerCustomerCart -Offline } }
    @{ Rule = 'CartExpired'
        Fires = { $cart = New-TestCart; $null = Set-PartnerCenterEmulatorClock -Advance 7.00:00:01; $cart | Test-PartnerCustomerCart -Offline }
        Quiet = { $cart = New-TestCart; $null = Set-PartnerCenterEmulatorClock -Advance 6.00:00:00; $cart | Test-PartnerCustomerCart -Offline } }
    @{ Rule = 'CartExpiresSoon'
        Fires = { $cart = New-TestCart; $null = Set-PartnerCenterEmulatorClock -Advance 6.23:01:00; $cart | Test-PartnerCustomerCart -Offline }
        Quiet = { $cart = New-TestCart; $null = Set-PartnerCenterEmulatorClock -Advance 6.22:59:00; $cart | Test-PartnerCustomerCart -Offline } }
    @{ Rule = 'MixedCurrencies'
        Fires = { Test-RuleLine @{ CurrencyCode = 'USD' }, @{ CurrencyCode = 'EUR' } -Offline }
        Quiet = { Test-RuleLine @{ CurrencyCode = 'USD' }, @{ CurrencyCode = 'usd' }, @{} -Offline } }
    @{ Rule = 'ResellerAttestationMissing'
        Fires = { Test-RuleLine @{ Participants = @{ transaction_reseller = '4649221' } } -Offline }
        Quiet = { [pscustomobject]@{ LineItems = @(New-TestLine @{ Participants = @{ transaction_reseller = '4649221' } }); PartnerOnRecordAttestationAccepted = $true } | Test-PartnerCustomerCart -Offline } }
    @{ Rule = 'LineHasError'
        Fires = { Set-PartnerCenterEmulatorFault -Operation carts.create -LineError QuotaNotAvailable; New-PartnerCustomerCart $customer (New-TestLine) -ErrorAction Ignore | Test-PartnerCustomerCart -Offline }
        Quiet = { New-TestCart | Test-PartnerCustomerCart -Offline } }
    @{ Rule = 'CatalogItemMissing'; Fires = { Test-RuleLine @{ CatalogItemId = $null } -Offline }; Quiet = { Test-RuleLine -Offline } }
    @{ Rule = 'QuantityInvalid'; Fires = { Test-RuleLine @{ Quantity = 0 } -Offline }; Quiet = { Test-RuleLine @{ Quantity = 1 } -Offline } }
    @{ Rule = 'BillingCycleInvalid'; Fires = { Test-RuleLine @{ BillingCycle = 'weekly' } -Offline }; Quiet = { Test-RuleLine @{ BillingCycle = 'OneTime' } -Offline } }
    @{ Rule = 'TermInvalid'; Fires = { Test-RuleLine @{ TermDuration = '1 year' } -Offline }; Quiet = { Test-RuleLine @{ TermDuration = 'P30D' } -Offline } }
    @{ Rule = 'CycleLongerThanTerm'
        Fires = { Test-RuleLine @{ TermDuration = 'P1M'; BillingCycle = 'annual' } -Offline }
        Quiet = { Test-RuleLine @{ TermDuration = 'P1Y'; BillingCycle = 'annual' }, @{ TermDuration = 'P1Y'; BillingCycle = 'one_time' } -Offline } }
    @{ Rule = 'TooManyResellers'
        Fires = { Test-RuleLine @{ Participants = @{ additional_transaction_reseller = 1..6 } } -Offline | Where-Object RuleId -NE ResellerAttestationMissing }
        Quiet = { Test-RuleLine @{ Participants = @{ transaction_reseller = 1; additional_transaction_reseller = 2..6 } } -Offline | Where-Object RuleId -NE ResellerAttestationMissing } }
    @{ Rule = 'CustomTermEndDateInvalid'
        Fires = { Test-RuleLine @{ CustomTermEndDate = (Get-EmulatorNow).AddDays(-1) } -Offline }
        Quiet = { Test-RuleLine @{ TermDuration = 'P1Y'; CustomTermEndDate = (Get-EmulatorNow).AddMonths(6) } -Offline } }
}

function Get-OnlineRuleCase {
    @{ Rule = 'CustomerUnknown'; Fires = { Test-RuleLine -For 'ffffffff-ffff-4fff-8fff-ffffffffffff' }; Quiet = { Test-RuleLine } }
    @{ Rule = 'CustomerNotAllowed'; Fires = { Test-RuleLine -For (Get-MadeCustomerId 6) }; Quiet = { Test-RuleLine -For (Get-MadeCustomerId 33); Test-RuleLine -For (Get-MadeCustomerId 54) } }
    @{ Rule = 'AgreementMissing'; Fires = { Test-RuleLine -For (Get-MadeCustomerId 3) }; Quiet = { Test-RuleLine -For (Get-MadeCustomerId 24) } }
    @{ Rule = 'CatalogItemUnknown'; Fires = { Test-RuleLine @{ CatalogItemId = 'CFQ7TTC0LFLX:9999:CFQ7TTC0LB30' } }; Quiet = { Test-RuleLine } }
    @{ Rule = 'CatalogItemStale'
        Fires = { $old = Get-CurrentItem CFQ7TTC1A105 0001; $null = Set-PartnerCenterEmulatorClock -Advance 31.00:00:00; Test-RuleLine @{ CatalogItemId = $old } }
        Quiet = { $null = Set-PartnerCenterEmulatorClock -Advance 31.00:00:00; Test-RuleLine @{ CatalogItemId = Get-CurrentItem CFQ7TTC1A105 0001 } } }
    @{ Rule = 'NotPurchasable'; Door = 'altered'
        Fires = {
            $path = "/v1/customers/$customer/products/CFQ7TTC0LFLX/skus/0001/availabilities/CFQ7TTC0LB30"
            $availability = (Invoke-WebRequest "$($emulator.Endpoint)$path" -Headers @{ Authorization = 'Bearer tester-token' }).Content
            $altered.Answers["^$path$"] = $availability -replace '"isPurchasable":\s*true', '"isPurchasable":false'
            Test-RuleLine
        }
        Quiet = { Test-RuleLine } }
    @{ Rule = 'QuantityOutOfRange'
        Fires = { Test-RuleLine @{ CatalogItemId = 'CFQ7TTC0LF8S:0001:CFQ7TTC0N81H'; Quantity = 301 } }
        Quiet = { Test-RuleLine @{ CatalogItemId = 'CFQ7TTC0LF8S:0001:CFQ7TTC0N81H'; Quantity = 300 } } }
    @{ Rule = 'BillingCycleNotOffered'; Fires = { Test-RuleLine @{ BillingCycle = 'none' } }; Quiet = { Test-RuleLine @{ TermDuration = 'P3Y'; BillingCycle = 'triennial' } } }
    @{ Rule = 'TermNotOffered'
        Fires = { Test-RuleLine @{ CatalogItemId = 'CFQ7TTC0LFLZ:0002:CFQ7TTC0K4TS'; TermDuration = 'P3Y'; BillingCycle = 'annual' } }
        Quiet = { Test-RuleLine @{ CatalogItemId = 'CFQ7TTC0LFLZ:0002:CFQ7TTC0K4TS'; TermDuration = 'P1Y'; BillingCycle = 'annual' } } }
    @{ Rule = 'TermMissing'; Fires = { Test-RuleLine @{ TermDuration = $null } }; Quiet = { Test-RuleLine @{ TermDuration = 'p1m' } } }
    @{ Rule = 'TermNotAllowed'
        Fires = { Test-RuleLine @{ CatalogItemId = 'DG7GMGF0D7FV:0001:DG7GMGF0D7F1'; BillingCycle = 'one_time'; TermDuration = 'P1Y' } }
        Quiet = { Test-RuleLine @{ CatalogItemId = 'DG7GMGF0D7FV:0001:DG7GMGF0D7F1'; BillingCycle = 'one_time'; TermDuration = $null } } }
    @{ Rule = 'ProvisioningVariableMissing'; Fires = { Test-RuleLine (New-ReservationChange -Azure $null) }; Quiet = { Test-RuleLine (New-ReservationChange) } }
    @{ Rule = 'AttestationMissing'
        Fires = { Test-RuleLine @{ CatalogItemId = 'CFQ7TTC0J203:0001:CFQ7TTC0J20A' } }
        Quiet = { Test-RuleLine @{ CatalogItemId = 'CFQ7TTC0J203:0001:CFQ7TTC0J20A'; AttestationAccepted = $true } } }
    @{ Rule = 'AzureSubscriptionUnknown'; Fires = { Test-RuleLine (New-ReservationChange -Azure 'ffffffff-ffff-4fff-8fff-ffffffffffff') | Where-Object RuleId -NE CheckNotPossible }; Quiet = { Test-RuleLine (New-ReservationChange) } }
    @{ Rule = 'AzureSubscriptionNotRegistered'; Fires = { Test-RuleLine (New-ReservationChange -Azure $unregistered) }; Quiet = { Test-RuleLine (New-ReservationChange) } }
    @{ Rule = 'SavingsPlanScopeInvalid'; Fires = { Test-RuleLine (New-SavingsPlanChange @{ scope = 'everywhere' }) -For $saver }; Quiet = { Test-RuleLine (New-SavingsPlanChange) -For $saver } }
    @{ Rule = 'SavingsPlanContextMissing'; Fires = { Test-RuleLine (New-SavingsPlanChange @{ scope = 'single' }) -For $saver }; Quiet = { Test-RuleLine (New-SavingsPlanChange @{ scope = 'single'; entitlementId = 'cdd17cc7-14fe-4445-8650-1f52de705851' }) -For $saver } }
    @{ Rule = 'AzurePlanNotActive'; Fires = { Test-RuleLine (New-SavingsPlanChange @{ scope = 'shared'; subscriptionId = $azurePlan }) -For $saver }; Quiet = { Test-RuleLine (New-SavingsPlanChange) -For $saver } }
    @{ Rule = 'AzureSubscriptionNotActive'; Fires = { Test-RuleLine (New-SavingsPlanChange @{ scope = 'single'; entitlementId = $azurePlan }) -For $saver }; Quiet = { Test-RuleLine (New-SavingsPlanChange @{ scope = 'single'; entitlementId = 'cdd17cc7-14fe-4445-8650-1f52de705851' }) -For $saver } }
    @{ Rule = 'InventoryRestricted'; Fires = { Test-RuleLine (New-ReservationChange 'DZH318Z0BQ3P:0038:DZH318Z0BS38') }; Quiet = { Test-RuleLine (New-ReservationChange 'DZH318Z0BQ3P:000S:DZH318Z0BS0S') } }
    @{ Rule = 'InventoryNotListed'; Door = 'altered'
        Fires = { $altered.Answers['^/v1/extensions/product/checkinventory'] = '[]'; Test-RuleLine (New-ReservationChange) }
        Quiet = { Test-RuleLine (New-ReservationChange) } }
    @{ Rule = 'ParentSubscriptionUnknown'
        Fires = { Test-RuleLine @{ CatalogItemId = 'C94271D8-B431-4A25-A3C5-A57737A1C909'; TermDuration = $null; ProvisioningContext = @{ ParentSubscriptionId = 'a0000000-0000-4000-8000-000000000104' } } }
        Quiet = { Test-RuleLine @{ CatalogItemId = 'C94271D8-B431-4A25-A3C5-A57737A1C909'; TermDuration = $null; ProvisioningContext = @{ ParentSubscriptionId = 'a0000000-0000-4000-8000-000000000004' } } } }
    @{ Rule = 'AddonWithoutBase'
        Fires = { Test-RuleLine @{ CatalogItemId = 'CFQ7TTC0HDJX:0001:CFQ7TTC0K806'; Quantity = 5 } }
        Quiet = { Test-RuleLine @{ Quantity = 5 }, @{ CatalogItemId = 'CFQ7TTC0HDJX:0001:CFQ7TTC0K806'; Quantity = 5 } } }
    @{ Rule = 'PromotionUnknown'; Fires = { Test-RuleLine (New-PromotionChange CFQ7TTC1A105 0001 'AAAA:0001:BBBB') }; Quiet = { Test-RuleLine (New-PromotionChange CFQ7TTC1A105 0001 (Get-QuarterPromotion 2)) } }
    @{ Rule = 'PromotionNotRunning'; Fires = { Test-RuleLine (New-PromotionChange CFQ7TTC1A105 0001 (Get-QuarterPromotion 2 1)) }; Quiet = { Test-RuleLine (New-PromotionChange CFQ7TTC1A105 0001 (Get-QuarterPromotion 2)) } }
    @{ Rule = 'PromotionSeats'; Fires = { Test-RuleLine (New-PromotionChange CFQ7TTC1A105 0001 (Get-QuarterPromotion 2) -Quantity 4) }; Quiet = { Test-RuleLine (New-PromotionChange CFQ7TTC1A105 0001 (Get-QuarterPromotion 2) -Quantity 5) } }
    @{ Rule = 'PromotionNotEligible'; Fires = { Test-RuleLine (New-PromotionChange CFQ7TTC1A111 0001 (Get-QuarterPromotion 5)) }; Quiet = { Test-RuleLine (New-PromotionChange CFQ7TTC1A106 0002 (Get-QuarterPromotion 4) -Cycle annual) } }
    @{ Rule = 'PromotionOrder'
        Fires = { Test-RuleLine @{}, (New-PromotionChange CFQ7TTC1A102 0001 (Get-QuarterPromotion 3) -Cycle annual) }
        Quiet = { Test-RuleLine (New-PromotionChange CFQ7TTC1A102 0001 (Get-QuarterPromotion 3) -Cycle annual), @{} } }
    @{ Rule = 'CheckNotPossible'; Fires = { Set-PartnerCenterEmulatorFault -Operation customers.validationStatus.get -Code 900329; Test-RuleLine }; Quiet = { Test-RuleLine } }
}
