# What the tests after a checkout buy, and how they set the emulator up. Dot-source it after _Purchase.ps1.
[Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseDeclaredVarsMoreThanAssignments', '', Justification = 'Read by the files that dot-source this one.')]
param()

$seat = @{ CatalogItemId = 'CFQ7TTC0LFLX:0001:CFQ7TTC0LB30'; Quantity = 5; BillingCycle = 'monthly'; TermDuration = 'P1Y'; FriendlyName = 'desks' }
$otherSeat = @{ CatalogItemId = 'CFQ7TTC0LFLZ:0002:CFQ7TTC0K4TS'; Quantity = 2; BillingCycle = 'monthly'; TermDuration = 'P1Y' }
$software = @{ CatalogItemId = 'DG7GMGF0DWM3:0002:DG7GMGF0DT1M'; Quantity = 1; BillingCycle = 'one_time' }
$saas = @{ CatalogItemId = 'DZH318Z0BXWC:0002:DZH318Z0BMRV'; Quantity = 1; BillingCycle = 'monthly'; TermDuration = 'P1M' }
$azurePlan = @{ CatalogItemId = 'DZH318Z0BPS6:0001:DZH318Z0BPM1'; Quantity = 1; BillingCycle = 'one_time'; FriendlyName = 'production' }
$reservation = @{
    CatalogItemId = 'DZH318Z0BQ36:004G:DZH318Z08C0S'; Quantity = 1; BillingCycle = 'one_time'; TermDuration = 'P1Y'
    ProvisioningContext = @{ subscriptionId = 'a0000000-0000-4000-8000-000000000001'; scope = 'shared' }
}
# An active customer without an Azure plan.
$withoutPlan = 'c1000000-0000-4000-8000-000000000002'

function Get-Bought([object[]] $Line, [string] $CustomerId = $customer) {
    $Line | New-PartnerCustomerCart -CustomerId $CustomerId -ErrorAction Stop | Submit-PartnerCustomerCart -Confirm:$false -ErrorAction Stop
}

# Settings can be changed at the host's door alone.
function Set-EmulatorSetting($Emulator, [hashtable] $Setting) {
    $null = Invoke-RestMethod -Method Post -Uri "$($Emulator.Endpoint)/_emulator/settings" -Body ($Setting | ConvertTo-Json) -ContentType 'application/json'
}

# Requests since a moment that were no GETs.
function Get-ChangeSince([int] $Count) {
    , @(Get-PartnerCenterEmulatorRequest | Select-Object -Skip $Count | Where-Object Method -NE GET)
}
