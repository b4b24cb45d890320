# -ThrottleLimit: many inputs at once, and everything that a user can see of it is as with one after another, but for the order.
BeforeDiscovery { $doors = @(@{ Door = 'in-process' }, @{ Door = 'host' }) }

BeforeAll {
    . "$PSScriptRoot/_TestHelper.ps1"
    . "$PSScriptRoot/_Purchase.ps1"
    Import-ModuleUnderTest
    $emulator = Start-EmulatorHost

    function New-TestCarts([int] $Count) { foreach ($number in 1..$Count) { New-TestCart } }

    function Get-OrderedCount($Cart) { @(($Cart | Get-PartnerCustomerCart).Status -eq 'Ordered').Count }

    # How many checkouts were under way in one moment: each takes its time, which overlaps with those that came before it ended.
    function Get-MostAtOnce([string] $Operation, [double] $Seconds) {
        $times = @((Get-Request $Operation).Time | Sort-Object)
        ($times | ForEach-Object { $start = $_; @($times | Where-Object { $_ -ge $start -and ($_ - $start).TotalSeconds -lt $Seconds }).Count } | Measure-Object -Maximum).Maximum
    }
}

AfterAll {
    Disconnect-PartnerCenter
    Stop-EmulatorHost $emulator
}

Describe 'carts that are submitted at once through the <Door> door' -ForEach $doors {
    BeforeEach { Connect-EmulatorDoor $Door $emulator }

    It 'are all bought, each once' {
        $carts = New-TestCarts 20
        $results = $carts | Submit-PartnerCustomerCart -ThrottleLimit 8 -Confirm:$false
        $results.Count | Should -Be 20
        Compare-Object $results.CartId $carts.Id | Should -BeNullOrEmpty
        @($results.OrderId | Sort-Object -Unique).Count | Should -Be 20
        (Get-Request carts.checkout).Count | Should -Be 20
    }

    It 'come one after another, in order, unless it is asked for' {
        $carts = New-TestCarts 5
        ($carts | Submit-PartnerCustomerCart -Confirm:$false).CartId | Should -Be $carts.Id
    }

    It 'are never more at once than was said' {
        $carts = New-TestCarts 12
        Set-PartnerCenterEmulatorFault -Operation carts.checkout -Delay 00:00:01 -Times 0
        $null = $carts | Submit-PartnerCustomerCart -ThrottleLimit 4 -Confirm:$false
        $most = Get-MostAtOnce carts.checkout 0.9
        $most | Should -BeGreaterThan 1
        $most | Should -BeLessOrEqual 4
    }
}

Describe 'one bad cart among many at once' {
    BeforeEach {
        Connect-PartnerCenter -Emulator
        $carts = @(New-TestCarts 6)
        $inputs = $carts[0..2] + [pscustomobject]@{ CustomerId = $customer; CartId = $unknownCart } + $carts[3..5]
    }

    It 'is one error that names it, and the others are bought' {
        $outcome = Get-Outcome { $inputs | Submit-PartnerCustomerCart -ThrottleLimit 3 -Confirm:$false }
        $outcome.Output.Count | Should -Be 6
        $outcome.Error.Count | Should -Be 1
        $outcome.Error[0].FullyQualifiedErrorId | Should -BeExactly (Get-ErrorId NotFound Submit-PartnerCustomerCart)
        $outcome.Error[0].TargetObject | Should -Be $unknownCart
    }

    It 'ends the command under -ErrorAction Stop, but what was bought comes out' {
        $got = [Collections.Generic.List[object]]::new()
        { $inputs | Submit-PartnerCustomerCart -ThrottleLimit 3 -Confirm:$false -ErrorAction Stop | ForEach-Object { $got.Add($_) } } | Should -Throw -ErrorId (Get-ErrorId NotFound Submit-PartnerCustomerCart)
        $got.Count | Should -Be (Get-OrderedCount $carts)
        Compare-Object $got.CartId ($carts | Get-PartnerCustomerCart | Where-Object Status -EQ Ordered).Id | Should -BeNullOrEmpty
    }

    It 'with an id that is none under -ErrorAction Stop loses nothing that is under way' {
        Set-PartnerCenterEmulatorFault -Operation carts.checkout -Delay 00:00:00.3 -Times 0
        $wrong = $carts[0..2] + [pscustomobject]@{ CustomerId = $customer; CartId = 'x' }
        $got = [Collections.Generic.List[object]]::new()
        { $wrong | Submit-PartnerCustomerCart -ThrottleLimit 8 -Confirm:$false -ErrorAction Stop | ForEach-Object { $got.Add($_) } } | Should -Throw -ErrorId (Get-ErrorId InvalidInput Submit-PartnerCustomerCart)
        Set-PartnerCenterEmulatorFault -Clear
        $got.Count | Should -Be 3
        Get-OrderedCount $carts[0..2] | Should -Be 3
    }
}

Describe 'Select-Object that has enough' {
    BeforeEach { Connect-PartnerCenter -Emulator }

    It 'hears by warnings what else was bought' {
        $carts = New-TestCarts 8
        Set-PartnerCenterEmulatorFault -Operation carts.checkout -Delay 00:00:00.3 -Times 0
        $outcome = Get-Outcome { $carts | Submit-PartnerCustomerCart -ThrottleLimit 4 -Confirm:$false | Select-Object -First 1 }
        Set-PartnerCenterEmulatorFault -Clear
        $outcome.Output.Count | Should -Be 1
        $outcome.Warning.Count | Should -Be ((Get-OrderedCount $carts) - 1)
        foreach ($cart in $carts | Get-PartnerCustomerCart | Where-Object { $_.Status -eq 'Ordered' -and $_.Id -ne $outcome.Output[0].CartId }) {
            "$($outcome.Warning)" | Should -BeLike "*$($cart.Id)*order *"
        }
    }

    It 'does not swallow what was not bought of the one that it takes' {
        $cart = New-TestCart
        Set-PartnerCenterEmulatorFault -Operation carts.checkout -OrderGroup 0
        $outcome = Get-Outcome { $cart | Submit-PartnerCustomerCart -Confirm:$false | Select-Object -First 1 }
        $outcome.Output.Count | Should -Be 1
        $outcome.Error.FullyQualifiedErrorId | Should -BeExactly (Get-ErrorId OrderError Submit-PartnerCustomerCart)
    }

    It 'does not swallow it under -ErrorAction Stop either' {
        $cart = New-TestCart
        Set-PartnerCenterEmulatorFault -Operation carts.checkout -OrderGroup 0
        (Get-Outcome { $cart | Submit-PartnerCustomerCart -Confirm:$false -ErrorAction Stop | Select-Object -First 1 }).Warning | Should -BeLike '*Order group 0*was not bought*'
    }
}

Describe 'many at once' {
    BeforeEach { Connect-PartnerCenter -Emulator }

    It 'are asked about one by one, before anything of them is sent' {
        $carts = New-TestCarts 3
        $before = Get-SentCount
        $null = Get-Outcome { $carts | Submit-PartnerCustomerCart -ThrottleLimit 3 -WhatIf }
        (Get-Request carts.checkout).Count | Should -Be 0
        (Get-SentCount) - $before | Should -Be 3 -Because 'each question reads its cart'
    }

    It 'are created at once, too' {
        $lines = foreach ($id in $customer, $secondCustomer, $thirdCustomer) { New-TestLine @{ CustomerId = $id } }
        $carts = $lines | ForEach-Object { [pscustomobject]$_ } | New-PartnerCustomerCart -ThrottleLimit 3
        Compare-Object $carts.CustomerId $customer, $secondCustomer, $thirdCustomer | Should -BeNullOrEmpty
    }

    It 'are read at once: carts, orders, and the lists of several customers' {
        $carts = New-TestCarts 6
        Compare-Object ($carts | Get-PartnerCustomerCart -ThrottleLimit 4).Id $carts.Id | Should -BeNullOrEmpty
        $results = $carts | Submit-PartnerCustomerCart -ThrottleLimit 4 -Confirm:$false
        Compare-Object ($results | Get-PartnerCustomerOrder -ThrottleLimit 4).Id $results.OrderId | Should -BeNullOrEmpty
        $null = Set-PartnerCenterEmulatorClock -Advance 00:20:00
        $customers = $customer, $secondCustomer | ForEach-Object { [pscustomobject]@{ CustomerId = $_ } }
        @($customers | Get-PartnerCustomerOrder -ThrottleLimit 2).Count | Should -Be 6
        @($customers | Get-PartnerCustomerOrder -ThrottleLimit 2 | Select-Object -First 2).Count | Should -Be 2
    }

    It 'show their calls by -Verbose, and end after the last of them' {
        $carts = New-TestCarts 6
        $outcome = Get-Outcome { $carts | Get-PartnerCustomerCart -ThrottleLimit 6 -Verbose }
        foreach ($cart in $carts) { "$($outcome.Verbose)" | Should -BeLike "*GET */carts/$($cart.Id) 200*" }
    }
}

Describe 'while the service is down' {
    BeforeEach {
        Connect-PartnerCenter -Emulator
        $carts = New-TestCarts 20
    }

    It 'many at once pause, say so, and go on' {
        Set-PartnerCenterEmulatorFault -Operation * -Status 503 -Times 30
        $outcome = Get-Outcome { $carts | Submit-PartnerCustomerCart -ThrottleLimit 4 -Confirm:$false -MaximumPause 01:00:00 }
        $outcome.Error | Should -BeNullOrEmpty
        $outcome.Output.Count | Should -Be 20
        @($outcome.Warning -like '*the run pauses*').Count | Should -Be 1
        @($outcome.Warning -like '*is back after*').Count | Should -Be 1
        Get-OrderedCount $carts | Should -Be 20
    }

    It 'the command ends after the longest pause, with one error, and the rest is not sent' {
        Set-PartnerCenterEmulatorFault -Operation * -Status 503 -Times 0
        $outcome = Get-Outcome { $carts | Get-PartnerCustomerCart -ThrottleLimit 4 -MaximumPause 00:02:00 }
        Set-PartnerCenterEmulatorFault -Clear
        @($outcome.Error.FullyQualifiedErrorId | Where-Object { $_ -eq (Get-ErrorId ServiceDown Get-PartnerCustomerCart) }).Count | Should -Be 1
        $outcome.Error.Count | Should -BeLessOrEqual 4
        @((Get-Request carts.get).Path | Sort-Object -Unique).Count | Should -BeLessThan 8
    }

    It 'one after another fail as ever' {
        Set-PartnerCenterEmulatorFault -Operation carts.get -Status 503 -Times 0
        $outcome = Get-Outcome { $carts[0..1] | Get-PartnerCustomerCart }
        $outcome.Error.Count | Should -Be 2
        (Get-Request carts.get).Count | Should -Be 10
    }
}

Describe 'Ctrl+C while many are under way' {
    It 'returns at once' {
        Connect-PartnerCenter -Emulator
        $carts = New-TestCarts 8
        Set-PartnerCenterEmulatorFault -Operation carts.checkout -Delay 00:10:00 -Times 0
        $shell = [powershell]::Create().AddScript({ param($module, $carts) Import-Module $module; $carts | Submit-PartnerCustomerCart -ThrottleLimit 4 -Confirm:$false })
        $running = $shell.AddArgument((Get-ModuleUnderTestPath)).AddArgument($carts).BeginInvoke()
        $limit = [Diagnostics.Stopwatch]::StartNew()
        while ((Get-Request carts.checkout).Count -lt 4 -and $limit.Elapsed.TotalSeconds -lt 20) { $null = $running.AsyncWaitHandle.WaitOne(10) }
        $watch = [Diagnostics.Stopwatch]::StartNew()
        $shell.Stop()
        $watch.Elapsed.TotalSeconds | Should -BeLessThan 3
        $shell.Dispose()
        (Get-Request carts.checkout).Count | Should -Be 4
    }
}
