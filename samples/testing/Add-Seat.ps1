<#
.SYNOPSIS
    A script as an administrator would write it: more seats for a customer, up to a limit. Its tests are beside it.
#>
[CmdletBinding(SupportsShouldProcess)]
param(
    [Parameter(Mandatory)][string] $CustomerId,
    [Parameter(Mandatory)][int] $Quantity,
    # Never more seats than this, however many are asked for.
    [int] $Limit = 50
)

$subscription = Get-PartnerCustomerSubscription -CustomerId $CustomerId -ErrorAction Stop |
    Where-Object { $_.Status -eq 'active' -and $_.BillingType -eq 'license' } |
    Sort-Object -Property CreationDate -Descending | Select-Object -First 1
if (-not $subscription) { throw "Customer $CustomerId has no seats to add to." }
if ($subscription.Quantity + $Quantity -gt $Limit) { throw "$($subscription.Quantity) and $Quantity more are over the limit of $Limit." }
if ($PSCmdlet.ShouldProcess("Subscription $($subscription.Id)", "Add $Quantity seats")) {
    $subscription | Set-PartnerCustomerSubscription -Quantity ($subscription.Quantity + $Quantity) -ErrorAction Stop
}
