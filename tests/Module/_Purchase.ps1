# What the tests buy and for whom, and how they look at what came of it. Dot-source it after _TestHelper.ps1; the tables of
# calls are for BeforeDiscovery, too.
[Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseDeclaredVarsMoreThanAssignments', '', Justification = 'Read by the files that dot-source this one.')]
param()

# Customers of the emulator: in US dollars, euros and pounds.
$customer = 'c0000000-0000-4000-8000-000000000001'
$secondCustomer = 'c0000000-0000-4000-8000-000000000002'
$thirdCustomer = 'c0000000-0000-4000-8000-000000000003'
$unknownCart = 'ffffffff-ffff-4fff-8fff-ffffffffffff'

# A line that can be bought; -Change overwrites members, a null takes one away.
function New-TestLine([hashtable] $Change = @{}) {
    $line = @{ CatalogItemId = 'CFQ7TTC0LFLX:0001:CFQ7TTC0LB30'; Quantity = 2; BillingCycle = 'monthly'; TermDuration = 'P1M' }
    foreach ($name in $Change.Keys) {
        if ($null -eq $Change[$name]) { $line.Remove($name) } else { $line[$name] = $Change[$name] }
    }
    return $line
}

function New-TestCart([string] $CustomerId = $customer) {
    New-PartnerCustomerCart -CustomerId $CustomerId -LineItem (New-TestLine) -ErrorAction Stop
}

function Get-Request([string] $Operation) {
    return , @(Get-PartnerCenterEmulatorRequest -Operation $Operation)
}

function Get-SentCount { (Get-Request '').Count }

# Runs a script and keeps apart what came out of it: Output, Error, Warning, Verbose, Debug. An error that ends the script
# is the last of Error.
function Get-Outcome([scriptblock] $Script) {
    # A runner may have set another one, with which the first error would be the only one.
    $ErrorActionPreference = 'Continue'
    $outcome = [pscustomobject]@{ Output = @(); Error = @(); Warning = @(); Verbose = @(); Debug = @() }
    try {
        & $Script *>&1 | ForEach-Object {
            switch ($_) {
                { $_ -is [Management.Automation.ErrorRecord] } { $outcome.Error += $_; break }
                { $_ -is [Management.Automation.WarningRecord] } { $outcome.Warning += $_.Message; break }
                { $_ -is [Management.Automation.VerboseRecord] } { $outcome.Verbose += $_.Message; break }
                { $_ -is [Management.Automation.DebugRecord] } { $outcome.Debug += $_.Message; break }
                default { $outcome.Output += $_ }
            }
        }
    }
    catch {
        $outcome.Error += $_
    }
    return $outcome
}

# The error id of a kind, as a cmdlet gives it.
function Get-ErrorId([string] $Kind, [string] $Cmdlet) {
    "$Kind,PartnerCenterCart.Commands.$($Cmdlet -replace '-')"
}

# Refused here: one error record that says what is expected, no output, and no request that the emulator would have seen.
function Assert-RefusedUnsent([scriptblock] $Script, [string] $Cmdlet, [string] $Says) {
    $before = Get-SentCount
    $outcome = Get-Outcome $Script
    Get-SentCount | Should -Be $before -Because 'nothing is sent'
    $outcome.Error.Count | Should -Be 1
    $outcome.Error[0].FullyQualifiedErrorId | Should -BeExactly (Get-ErrorId InvalidInput $Cmdlet)
    $outcome.Error[0].CategoryInfo.Category | Should -Be 'InvalidArgument'
    $outcome.Error[0].Exception.Message | Should -BeLike $Says
    $outcome.Output | Should -BeNullOrEmpty
}

# Every cmdlet that calls the service, as a call for a customer and a cart. Operation is what fails when a fault is set on it.
function Get-ServiceCall {
    @{ Cmdlet = 'Get-PartnerCustomerCart'; Operation = 'carts.get'; Call = { param($c, $k) Get-PartnerCustomerCart -CustomerId $c -CartId $k } }
    @{ Cmdlet = 'Get-PartnerCustomerOrder'; Operation = 'orders.list'; Call = { Get-PartnerCustomerOrder -CustomerId $args[0] } }
    Get-ChangingCall
}

function Get-ChangingCall {
    @{ Cmdlet = 'New-PartnerCustomerCart'; Operation = 'carts.create'; Call = { New-PartnerCustomerCart -CustomerId $args[0] -LineItem (New-TestLine) } }
    @{ Cmdlet = 'Set-PartnerCustomerCart'; Operation = 'carts.update'; Call = { param($c, $k) Set-PartnerCustomerCart -CustomerId $c -CartId $k -LineItem (New-TestLine) } }
    @{ Cmdlet = 'Add-PartnerCustomerCartLineItem'; Operation = 'carts.update'; Call = { param($c, $k) Add-PartnerCustomerCartLineItem -CustomerId $c -CartId $k -LineItem (New-TestLine) } }
    @{ Cmdlet = 'Remove-PartnerCustomerCartLineItem'; Operation = 'carts.update'; Call = { param($c, $k) Remove-PartnerCustomerCartLineItem -CustomerId $c -CartId $k -LineItemId 0 } }
    @{ Cmdlet = 'Submit-PartnerCustomerCart'; Operation = 'carts.checkout'; Call = { param($c, $k) Submit-PartnerCustomerCart -CustomerId $c -CartId $k -Confirm:$false } }
}

# The emulator's cmdlets.
function Get-EmulatorCall {
    @{ Cmdlet = 'Reset-PartnerCenterEmulator'; Call = { Reset-PartnerCenterEmulator } }
    @{ Cmdlet = 'Set-PartnerCenterEmulatorClock'; Call = { Set-PartnerCenterEmulatorClock -Advance 00:01:00 } }
    @{ Cmdlet = 'Set-PartnerCenterEmulatorFault'; Call = { Set-PartnerCenterEmulatorFault -Operation carts.get -Status 500 } }
    @{ Cmdlet = 'Get-PartnerCenterEmulatorSetting'; Call = { Get-PartnerCenterEmulatorSetting } }
    @{ Cmdlet = 'Set-PartnerCenterEmulatorSetting'; Call = { Set-PartnerCenterEmulatorSetting orderListLagSeconds 0 } }
    @{ Cmdlet = 'Get-PartnerCenterEmulatorRequest'; Call = { Get-PartnerCenterEmulatorRequest } }
}

# Connects to one of the emulator's two doors, at its start. -Emulator is what Start-EmulatorHost gave.
function Connect-EmulatorDoor([string] $Door, $Emulator) {
    if ($Door -eq 'in-process') { return Connect-PartnerCenter -Emulator }
    Connect-PartnerCenter -AccessToken 'tester-token' -Endpoint $Emulator.Endpoint
    Reset-PartnerCenterEmulator
}
