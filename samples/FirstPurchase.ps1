#requires -Version 5.1
<#
.SYNOPSIS
    Fills a cart, looks at it, changes it, checks it out and shows the orders, against the emulator that ships with the module.
.DESCRIPTION
    Nothing leaves this process and nothing is bought. With a token of your own, replace the first command by
    Connect-PartnerCenter -AccessToken $token, and the ids by those of your customer and of current availabilities.
#>
[Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSAvoidUsingWriteHost', '', Justification = 'A demonstration talks to its reader.')]
[CmdletBinding()]
param(
    # Tenant id of the customer; the emulator knows this one.
    [string] $CustomerId = '28045616-f6b9-462f-9701-0d89b5e65c44'
)

$ErrorActionPreference = 'Stop'
Connect-PartnerCenter -Emulator

Write-Host 'What is to be bought: a reservation, a subscription with an add-on, perpetual software, third-party SaaS.'
$lines = @(
    New-PartnerCustomerCartLineItem -CatalogItemId 'DZH318Z0BQ36:004G:DZH318Z08C0S' -FriendlyName 'Reserved VM' -Quantity 1 -BillingCycle one_time -TermDuration P1Y -ProvisioningContext @{
        subscriptionId = '1C461A25-F729-4FA5-AADB-280947DD05E8'
        scope          = 'shared'
    }
    New-PartnerCustomerCartLineItem -CatalogItemId 'CFQ7TTC0LFLX:0001:CFQ7TTC0LB30' -Quantity 20 -BillingCycle monthly -TermDuration P1M
    New-PartnerCustomerCartLineItem -CatalogItemId 'CFQ7TTC0HDJX:0001:CFQ7TTC0K806' -Quantity 20 -BillingCycle monthly -TermDuration P1M
    New-PartnerCustomerCartLineItem -CatalogItemId 'DG7GMGF0DWTL:0001:DG7GMGF0DSFM' -Quantity 1 -BillingCycle one_time
)
$cart = $lines | New-PartnerCustomerCart -CustomerId $CustomerId
$cart | Format-Table | Out-Host

Write-Host 'One line more, a plain hashtable; every other line stays as it is.'
$cart = $cart | Add-PartnerCustomerCartLineItem -LineItem @{
    CatalogItemId = 'DZH318Z0BXWC:0002:DZH318Z0BMRV'
    Quantity      = 1
    BillingCycle  = 'monthly'
    TermDuration  = 'P1M'
}
$cart.LineItems | Format-Table | Out-Host

Write-Host 'Checked out. At a console the module asks first, and names the customer, the lines and the total.'
$result = $cart | Submit-PartnerCustomerCart -Confirm:$false
$result | Format-Table | Out-Host

Write-Host 'The orders, one for each order group.'
$orders = $result | Get-PartnerCustomerOrder -IncludePrice
$orders | Format-Table | Out-Host

Write-Host 'Twenty minutes later they are provisioned; the subscriptions are there.'
$null = Set-PartnerCenterEmulatorClock -Advance (New-TimeSpan -Minutes 20)
$result | Get-PartnerCustomerOrder | ForEach-Object -Process { $_.LineItems } | Format-Table | Out-Host

Write-Host 'What went over the wire:'
Get-PartnerCenterEmulatorRequest | Format-Table | Out-Host

Disconnect-PartnerCenter
