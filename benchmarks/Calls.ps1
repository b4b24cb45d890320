<#
.SYNOPSIS
    what one call costs
.DESCRIPTION
    Creating a cart and checking it out over loopback to the emulator host, with the same body and headers: by the cmdlet, by
    Invoke-RestMethod as scripts use it (with and without a session), by a bare HttpClient called from PowerShell and from C#.
    Blocks of 50 calls take turns. What the many carts before the last ones cost is measured at the end.
#>
[CmdletBinding()]
param([switch] $Quick)
. "$PSScriptRoot/_Figures.ps1"

$catalogItem = 'CFQ7TTC0LFLX:0001:CFQ7TTC0LB30'
$body = '{"lineItems":[{"id":0,"catalogItemId":"' + $catalogItem + '","quantity":20,"billingCycle":"monthly","termDuration":"P1M"}]}'
$block = 50
$turns = @{ Turns = $Quick ? 6 : 40; WarmUp = $Quick ? 6 : 20 }
$carts = $Quick ? 3000 : 10000

# The transport stands where nobody else sees it, as in the module.
function Get-TransportType {
    $room = [Runtime.Loader.AssemblyLoadContext]::new('benchmark')
    $assemblies = Get-ChildItem -Path (Join-Path (Split-Path (Get-ModuleUnderTestPath)) 'http/core/*.dll') | ForEach-Object { $room.LoadFromAssemblyPath($_.FullName) }
    return $assemblies | ForEach-Object { $_.GetType('PartnerCenterCart.Http.HttpTransport') } | Where-Object { $_ }
}

function Compare-Call([string] $Name, $Times) {
    Compare-Turn $Name $Times.cmdlet 'Invoke-RestMethod' $Times.irm -Goal 0
    Compare-Turn $Name $Times.cmdlet 'Invoke-RestMethod -WebSession' $Times.session
    Compare-Turn $Name $Times.cmdlet 'bare HttpClient called from PowerShell' $Times.bare -Goal 0.5
    Compare-Turn "$Name, emulator in the process" $Times.inProcess 'the same over loopback' $Times.cmdlet
    Compare-Turn 'the same by the client of Core, in C#' $Times.core 'bare HttpClient in C#' $Times.bareLoop
}

Import-ModuleUnderTest
Import-Loop
$emulator = Start-EmulatorHost
try {
    $endpoint = $emulator.Endpoint
    # Read by the loops, which are made of text.
    Set-Variable uri "$endpoint/v1/customers/$benchmarkCustomer/carts"
    Set-Variable session ([Microsoft.PowerShell.Commands.WebRequestSession]::new())
    Set-Variable request @{ Method = 'Post'; ContentType = 'application/json'; UserAgent = 'benchmark' }
    $header = "-Headers @{ Authorization = 'Bearer benchmark'; Accept = 'application/json'; 'MS-RequestId' = [Guid]::NewGuid(); 'MS-CorrelationId' = [Guid]::NewGuid(); 'X-Locale' = 'en-US' }"
    $line = New-PartnerCustomerCartLineItem -CatalogItemId $catalogItem -Quantity 20 -BillingCycle monthly -TermDuration P1M
    $inProcess = Connect-PartnerCenter -Emulator -PassThru
    Connect-PartnerCenter -AccessToken benchmark -Endpoint $endpoint
    $bare = [Benchmark.BareClient]::new($endpoint, $benchmarkCustomer, $body)
    $core = [Benchmark.CoreClient]::new((Get-TransportType), $endpoint, $benchmarkCustomer, $line)

    $create = Measure-InTurn @turns ([ordered]@{
            cmdlet    = New-Loop 'New-PartnerCustomerCart -CustomerId $benchmarkCustomer -LineItem $line'
            irm       = New-Loop "Invoke-RestMethod -Uri `$uri -Body `$body @request $header"
            session   = New-Loop "Invoke-RestMethod -Uri `$uri -Body `$body @request -WebSession `$session $header"
            bare      = New-Loop '$bare.Create()'
            inProcess = New-Loop 'New-PartnerCustomerCart -CustomerId $benchmarkCustomer -LineItem $line -Connection $inProcess'
            core      = { param($items) $core.TimeCreate($items.Count) }
            bareLoop  = { param($items) $bare.TimeCreate($items.Count) }
        }) { 1..$block }
    Compare-Call 'New-PartnerCustomerCart' $create

    $checkout = Measure-InTurn @turns ([ordered]@{
            cmdlet    = New-Loop 'Submit-PartnerCustomerCart -CustomerId $benchmarkCustomer -CartId $item -Confirm:$false'
            irm       = New-Loop "Invoke-RestMethod -Uri `"`$uri/`$item/checkout`" @request $header"
            session   = New-Loop "Invoke-RestMethod -Uri `"`$uri/`$item/checkout`" @request -WebSession `$session $header"
            bare      = New-Loop '$bare.Checkout($item)'
            inProcess = New-Loop 'Submit-PartnerCustomerCart -CustomerId $benchmarkCustomer -CartId $item -Confirm:$false -Connection $inProcess'
            core      = { param($items) $core.TimeCheckout($items) }
            bareLoop  = { param($items) $bare.TimeCheckout($items) }
        }) {
        param($name)
        if ($name -ne 'inProcess') { return $bare.NewCarts($block) }
        1..$block | ForEach-Object { (New-PartnerCustomerCart -CustomerId $benchmarkCustomer -LineItem $line -Connection $inProcess).Id }
    }
    Compare-Call 'Submit-PartnerCustomerCart' $checkout

    # The emulator is warm by now, so what the last ones take more is what the many before them cost.
    Reset-PartnerCenterEmulator -Confirm:$false
    $blocks = @(foreach ($part in 1..20) { , $bare.TimeCreate($carts / 20) })
    Compare-Turn "last $($carts / 10) of $carts carts in the emulator" $blocks[18..19] "first $($carts / 10)" $blocks[0..1]
}
finally { Stop-EmulatorHost $emulator }
