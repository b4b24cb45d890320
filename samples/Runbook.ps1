#requires -Version 5.1
#requires -Modules PartnerCenterCart
<#
.SYNOPSIS
    A runbook that buys for a customer with a managed identity, unattended: no secret, no question, and no second purchase.
.DESCRIPTION
    For Azure Automation, a function or a container with a managed identity. Give the identity's application its place in Partner
    Center, publish the module to the Automation account, and start the runbook with its parameters.

    It looks the item up again, because catalog item ids are reissued; asks the rules before it buys; and tells three ends
    apart: bought, refused (nothing was bought, mend it and start again), and not known, where starting again without looking could
    buy twice. What it returns is the job's output; what it throws makes the job fail with the reason.

    Where a connection is there already it is used, which is how the test of this sample runs it against the emulator. What
    cannot be tried without Azure is the identity itself: Connect-PartnerCenter -Identity asks the endpoint that Azure gives to the
    machine.
#>
[CmdletBinding()]
param(
    # Tenant id of the customer.
    [Parameter(Mandatory)][string] $CustomerId,

    # Product and SKU, such as CFQ7TTC0LFLX:0001.
    [Parameter(Mandatory)][string] $ProductSku,

    [Parameter(Mandatory)][int] $Quantity,

    [string] $BillingCycle = 'monthly',

    [string] $TermDuration = 'P1Y',

    # Client id of a user-assigned identity; the system-assigned one when it is left out.
    [string] $IdentityClientId
)

$ErrorActionPreference = 'Stop'
# Nobody sees a progress bar here, and nobody answers a question.
$ProgressPreference = 'SilentlyContinue'
$ConfirmPreference = 'None'

if (-not (Get-PartnerContext)) {
    $identity = @{ Identity = $true }
    if ($IdentityClientId) { $identity.ApplicationId = $IdentityClientId }
    Connect-PartnerCenter @identity
}

$product, $sku = $ProductSku -split ':'
$offer = Get-PartnerProductAvailability -CustomerId $CustomerId -ProductId $product -SkuId $sku |
    Where-Object { $_.IsPurchasable -ne $false -and ($_.Terms | Where-Object { $_.Duration -eq $TermDuration -and $_.BillingCycle -eq $BillingCycle }) } |
    Select-Object -First 1
if (-not $offer) { throw "Nothing of $ProductSku is for sale to customer $CustomerId for $TermDuration, billed $BillingCycle." }

try {
    $cart = New-PartnerCustomerCartLineItem -CatalogItemId $offer.CatalogItemId -Quantity $Quantity -BillingCycle $BillingCycle -TermDuration $TermDuration |
        New-PartnerCustomerCart -CustomerId $CustomerId
    $result = $cart | Submit-PartnerCustomerCart -Validate -Confirm:$false
}
catch {
    # The first part of an error id is its kind.
    $kind = ($_.FullyQualifiedErrorId -split ',')[0]
    if ($kind -eq 'OutcomeUnknown') { throw "NOT KNOWN whether it was bought. Look before you start this again: $($_.Exception.Message)" }
    throw "Nothing was bought ($kind): $($_.Exception.Message)"
}

# An order that does not make it in its time is bought all the same: the job says so and does not fail.
$orders = $result | Wait-PartnerCustomerOrder -Timeout (New-TimeSpan -Minutes 15) -ErrorAction Continue
foreach ($id in $result.OrderId) {
    $order = $orders | Where-Object { $_.Id -eq $id }
    [pscustomobject]@{
        CustomerId     = $CustomerId
        CartId         = $cart.Id
        OrderId        = $id
        Status         = if ($order) { $order.Status } else { 'bought, not provisioned yet' }
        SubscriptionId = @($order.Subscriptions.Id)
    }
}
