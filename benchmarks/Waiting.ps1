<#
.SYNOPSIS
    many orders waited for together
.DESCRIPTION
    Orders that are provisioned already, waited for by Wait-PartnerCustomerOrder over loopback to the emulator host, against a script that
    asks for one order after another with Invoke-RestMethod, as often as the cmdlet asked. Live memory is what a full collection leaves,
    when the first order comes out and when the last one does.
#>
[CmdletBinding()]
param([switch] $Quick)
. "$PSScriptRoot/_Figures.ps1"

$count = $Quick ? 50 : 500
Import-ModuleUnderTest
$emulator = Start-EmulatorHost
try {
    Connect-PartnerCenter -AccessToken benchmark -Endpoint $emulator.Endpoint
    $line = New-PartnerCustomerCartLineItem -CatalogItemId 'CFQ7TTC0LFLX:0001:CFQ7TTC0LB30' -Quantity 20 -BillingCycle monthly -TermDuration P1M
    $bought = @(1..$count | ForEach-Object { $line | New-PartnerCustomerCart -CustomerId $benchmarkCustomer | Submit-PartnerCustomerCart -Confirm:$false })
    $null = Set-PartnerCenterEmulatorClock -Advance 1.00:00:00
    $orders = @($bought.OrderId)
    $ask = { param($id) Invoke-RestMethod -Uri "$($emulator.Endpoint)/v1/customers/$benchmarkCustomer/orders/$id" -Headers @{ Authorization = 'Bearer benchmark' } }

    # What is compiled by the first call is not the wait.
    $null = $bought[0] | Wait-PartnerCustomerOrder
    $null = & $ask $orders[0]
    $sent = @(Get-PartnerCenterEmulatorRequest).Count
    $state = @{ Row = 0; Live = [Collections.Generic.List[double]]::new() }
    $watch = [Diagnostics.Stopwatch]::StartNew()
    $bought | Wait-PartnerCustomerOrder | ForEach-Object -Process {
        if ($state.Row++ -in 0, ($count - 1)) {
            $watch.Stop()
            $state.Live.Add([GC]::GetTotalMemory($true) / 1MB)
            $watch.Start()
        }
    }
    $ours = $watch.Elapsed.TotalMilliseconds
    if ($state.Row -ne $count) { throw "$($state.Row) of $count orders came out." }
    $calls = @(Get-PartnerCenterEmulatorRequest).Count - $sent

    $watch.Restart()
    foreach ($call in 0..($calls - 1)) { $null = & $ask $orders[$call % $count] }
    $script = $watch.Elapsed.TotalMilliseconds

    New-BenchmarkRow "Wait-PartnerCustomerOrder, $count orders, $calls calls" $ours 'the same number of Invoke-RestMethod' $script
    New-BenchmarkRow 'calls' $calls 'one look at each order, and its subscriptions' (2 * $count) -Unit '' -Goal 'no more' -Met ($calls -le 2 * $count)
    New-BenchmarkRow 'live memory at the last order' $state.Live[1] 'at the first one' $state.Live[0] -Unit MB -Goal 'flat: at most 1.25 times' -Met ($state.Live[1] -le 1.25 * $state.Live[0])
}
finally {
    Disconnect-PartnerCenter
    Stop-EmulatorHost $emulator
}
