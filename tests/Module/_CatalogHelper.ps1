# What the tests of customers, catalogue, promotions and rules share. Dot-source it after _TestHelper.ps1 and _Purchase.ps1;
# the tables of calls are for BeforeDiscovery, too.
[Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseDeclaredVarsMoreThanAssignments', '', Justification = 'Read by the files that dot-source this one.')]
param()

# An Azure plan of the first customer, registered for reservations, and a subscription that is not.
$azurePlan = 'a0000000-0000-4000-8000-000000000001'
$unregistered = 'a0000000-0000-4000-8000-000000000002'

# A customer that the emulator made; the number at the end says everything about it.
function Get-MadeCustomerId([int] $Number) { 'c1000000-0000-4000-8000-{0:d12}' -f $Number }

# Settings have no cmdlet: they are set at the emulator's HTTP door. -Emulator is what Start-EmulatorHost gave.
function Set-EmulatorSetting($Emulator, [hashtable] $Setting) {
    $null = Invoke-RestMethod -Method Post -Uri "$($Emulator.Endpoint)/_emulator/settings" -Body ($Setting | ConvertTo-Json) -ContentType 'application/json'
}

# The operations that a script calls, in their order.
function Get-CalledOperation([scriptblock] $Script) {
    $before = Get-SentCount
    $null = & $Script
    return , @((Get-Request '') | Select-Object -Skip $before | ForEach-Object Operation)
}

# Value of a name in the query of a request; null where it is not there.
function Get-QueryValue($Request, [string] $Name) {
    [Web.HttpUtility]::ParseQueryString("$($Request.Query)")[$Name]
}

# The catalog item id that a product and SKU has now; it is reissued on the emulator's clock.
function Get-CurrentItem([string] $Product, [string] $Sku, [string] $CustomerId = $customer) {
    (Get-PartnerProductAvailability -CustomerId $CustomerId -ProductId $Product -SkuId $Sku -ErrorAction Stop | Select-Object -First 1).CatalogItemId
}

# A promotion that begins anew with every quarter, by its number; -QuartersAgo goes back in time.
function Get-QuarterPromotion([int] $Number, [int] $QuartersAgo = 0) {
    $name = '39NFJQT2P{0:d3}' -f $Number
    $running = (Get-PartnerProductPromotion -Country US | Where-Object PromotionId -Like '39NFJQT2P001:*').PromotionId
    $quarter = [int]$running.Split(':')[1] - $QuartersAgo
    return '{0}:{1:d4}:39NFJQT1Q5KM' -f $name, $quarter
}

# Every list cmdlet, as a call that has at least three pages of PageSize rows.
function Get-ListCall {
    @{ What = 'customers'; Operation = 'customers.list'; PageSize = 67; Cmdlet = 'Get-PartnerCustomer'; Call = { Get-PartnerCustomer } }
    @{ What = 'customers by name'; Operation = 'customers.search'; PageSize = 6; Cmdlet = 'Get-PartnerCustomer'; Call = { Get-PartnerCustomer -Name 'Example, ' } }
    @{ What = 'customers by domain'; Operation = 'customers.search'; PageSize = 6; Cmdlet = 'Get-PartnerCustomer'; Call = { Get-PartnerCustomer -Domain 'example*' } }
    @{ What = 'products of a country'; Operation = 'products.list'; PageSize = 12; Cmdlet = 'Get-PartnerProduct'; Call = { Get-PartnerProduct -Country US -Catalog OnlineServices } }
    @{ What = 'products of a customer'; Operation = 'customerProducts.list'; PageSize = 5; Cmdlet = 'Get-PartnerProduct'; Call = { Get-PartnerProduct -CustomerId $customer -Catalog Software } }
    @{ What = 'SKUs of a country'; Operation = 'skus.list'; PageSize = 3; Cmdlet = 'Get-PartnerProductSku'; Call = { Get-PartnerProductSku -Country US -ProductId DZH318Z1B201 -ReservationScope AzurePlan } }
    @{ What = 'SKUs of a customer'; Operation = 'customerSkus.list'; PageSize = 3; Cmdlet = 'Get-PartnerProductSku'; Call = { Get-PartnerProductSku -CustomerId $customer -ProductId DZH318Z1B201 -ReservationScope AzurePlan } }
    @{ What = 'availabilities of a country'; Operation = 'availabilities.list'; PageSize = 1; First = 2; Cmdlet = 'Get-PartnerProductAvailability'; Call = { Get-PartnerProductAvailability -Country US -ProductId CFQ7TTC0LFLZ -SkuId 0002 } }
    # No SKU has three for one customer, who gets those of its segment: two pages.
    @{ What = 'availabilities of a customer'; Operation = 'customerAvailabilities.list'; PageSize = 1; First = 1; Cmdlet = 'Get-PartnerProductAvailability'; Call = { Get-PartnerProductAvailability -CustomerId $customer -ProductId CFQ7TTC0LF8S -SkuId 0001 } }
    @{ What = 'promotions'; Operation = 'promotions.list'; PageSize = 4; Cmdlet = 'Get-PartnerProductPromotion'; Call = { Get-PartnerProductPromotion -Country US } }
}
