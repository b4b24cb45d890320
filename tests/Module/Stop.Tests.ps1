# Ctrl+C returns at once, also in the middle of a call, and the session stays usable.
BeforeDiscovery {
    . "$PSScriptRoot/_Purchase.ps1"
    $calls = @(Get-ServiceCall)
    $doors = @(@{ Door = 'in-process' }, @{ Door = 'host' })
}

BeforeAll {
    . "$PSScriptRoot/_TestHelper.ps1"
    . "$PSScriptRoot/_Purchase.ps1"
    Import-ModuleUnderTest
    $emulator = Start-EmulatorHost
    $soon = [TimeSpan]::FromSeconds(10)

    # A session as a user has one; it sees the connection of the process.
    $runspace = [runspacefactory]::CreateRunspace()
    $runspace.Open()
    $setup = [powershell]::Create($runspace).AddScript({ param($module, $functions) Import-Module $module; . $functions })
    $null = $setup.AddArgument((Get-ModuleUnderTestPath)).AddArgument((Join-Path $PSScriptRoot '_Purchase.ps1')).Invoke()

    function Start-Call([string] $Text, [object[]] $Argument) {
        $shell = [powershell]::Create($runspace).AddScript("param(`$c, `$k) & { $Text } `$c `$k")
        foreach ($item in $Argument) { $null = $shell.AddArgument($item) }
        [pscustomobject]@{ Shell = $shell; Running = $shell.BeginInvoke() }
    }

    # Until the emulator has seen the request, or the call is over, or too much time has gone by.
    function Wait-Request([string] $Operation, [int] $Count, $Call) {
        $limit = [Diagnostics.Stopwatch]::StartNew()
        while ((Get-Request $Operation).Count -lt $Count) {
            if ($Call.Running.AsyncWaitHandle.WaitOne(10)) { throw "The call ended before it was stopped: $($Call.Shell.Streams.Error)" }
            if ($limit.Elapsed -gt $soon) { throw "The request $Operation did not arrive." }
        }
    }

    # Stops it, gives how long that took, and says that the runspace is good for another call.
    function Assert-StopsAtOnce($Call) {
        $watch = [Diagnostics.Stopwatch]::StartNew()
        $stopping = $Call.Shell.BeginStop($null, $null)
        $stopping.AsyncWaitHandle.WaitOne($soon) | Should -BeTrue -Because 'Ctrl+C returns at once'
        $Call.Shell.EndStop($stopping)
        $watch.Elapsed | Should -BeLessThan ([TimeSpan]::FromSeconds(3))
        $Call.Shell.InvocationStateInfo.State | Should -Be 'Stopped'
        $Call.Shell.Streams.Error | Should -BeNullOrEmpty
        $Call.Shell.Dispose()

        Set-PartnerCenterEmulatorFault -Clear
        $next = Start-Call 'New-PartnerCustomerCart -CustomerId $args[0] -LineItem (New-TestLine)' $customer
        $next.Running.AsyncWaitHandle.WaitOne($soon) | Should -BeTrue -Because 'the session stays usable'
        $next.Shell.EndInvoke($next.Running)[0].Status | Should -Be 'Active'
        $next.Shell.Dispose()
    }
}

AfterAll {
    $runspace.Dispose()
    Disconnect-PartnerCenter
    Stop-EmulatorHost $emulator
}

Describe 'through the <Door> door, <Cmdlet>' -ForEach @(foreach ($door in $doors) { foreach ($call in $calls) { $door + $call } }) {
    It 'can be stopped in the middle of a call' {
        Connect-EmulatorDoor $Door $emulator
        $cart = New-PartnerCustomerCart -CustomerId $customer -LineItem (New-TestLine), (New-TestLine)
        $before = (Get-Request $Operation).Count
        Set-PartnerCenterEmulatorFault -Operation $Operation -Delay 00:10:00
        $running = Start-Call $Call $customer, $cart.Id
        Wait-Request $Operation ($before + 1) $running
        Assert-StopsAtOnce $running
    }
}

Describe 'a call that waits before its next try' {
    It 'can be stopped' {
        Connect-EmulatorDoor host $emulator
        Set-PartnerCenterEmulatorFault -Operation carts.create -Status 429 -RetryAfter 600 -Times 0
        $running = Start-Call 'New-PartnerCustomerCart -CustomerId $args[0] -LineItem (New-TestLine)' $customer
        Wait-Request carts.create 1 $running
        # The warning is written when the wait begins.
        $limit = [Diagnostics.Stopwatch]::StartNew()
        while ($running.Shell.Streams.Warning.Count -eq 0 -and $limit.Elapsed -lt $soon) { $null = $running.Running.AsyncWaitHandle.WaitOne(10) }
        "$($running.Shell.Streams.Warning)" | Should -BeLike '*600 seconds*'
        Assert-StopsAtOnce $running
        (Get-Request carts.create).Count | Should -Be 2 -Because 'the stopped call is not tried again, and the next one is a call of its own'
    }
}

Describe 'a pipeline of several calls' {
    It 'sends nothing more after it was stopped' {
        Connect-EmulatorDoor in-process $emulator
        $carts = 1..3 | ForEach-Object { New-TestCart }
        Set-PartnerCenterEmulatorFault -Operation carts.checkout -Delay 00:10:00
        $running = Start-Call '$args[1] | Submit-PartnerCustomerCart -Confirm:$false' $customer, $carts
        Wait-Request carts.checkout 1 $running
        Assert-StopsAtOnce $running
        (Get-Request carts.checkout).Count | Should -Be 1
        ($carts | Get-PartnerCustomerCart).Status | Should -Be 'Active', 'Active', 'Active'
    }
}

Describe 'Disconnect-PartnerCenter while a call runs' {
    It 'ends the call with an error instead of leaving it waiting' {
        Connect-EmulatorDoor in-process $emulator
        $context = Get-PartnerContext
        Set-PartnerCenterEmulatorFault -Operation carts.create -Delay 00:10:00
        $running = Start-Call 'New-PartnerCustomerCart -CustomerId $args[0] -LineItem (New-TestLine)' $customer
        Wait-Request carts.create 1 $running
        $context | Disconnect-PartnerCenter
        $running.Running.AsyncWaitHandle.WaitOne($soon) | Should -BeTrue
        $running.Shell.Streams.Error.Count | Should -Be 1
        $running.Shell.Streams.Error[0].Exception.GetType().Name | Should -Be 'PartnerException'
        $running.Shell.Dispose()
    }
}
