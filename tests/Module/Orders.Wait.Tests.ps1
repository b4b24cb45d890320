# Wait-PartnerCustomerOrder: many orders together, on the emulator's clock.
BeforeAll {
    . "$PSScriptRoot/_TestHelper.ps1"
    . "$PSScriptRoot/_Purchase.ps1"
    . "$PSScriptRoot/_AfterCheckout.ps1"
    Import-ModuleUnderTest
    $emulator = Start-EmulatorHost
}

AfterAll {
    Disconnect-PartnerCenter
    Stop-EmulatorHost $emulator
}

Describe 'Wait-PartnerCustomerOrder in-process' {
    BeforeEach { Connect-PartnerCenter -Emulator }

    It 'follows a purchase as it is typed' {
        $cart = $seat, $otherSeat, $software | New-PartnerCustomerCart -CustomerId $customer
        $subscriptions = $cart | Submit-PartnerCustomerCart -Confirm:$false | Wait-PartnerCustomerOrder | Get-PartnerCustomerSubscription
        $subscriptions.FriendlyName | Should -BeExactly 'desks', 'Microsoft 365 E5'
        $subscriptions.Status | Should -BeExactly 'active', 'active'
        $subscriptions.CustomerId | Sort-Object -Unique | Should -BeExactly $customer
    }

    It 'returns each order when it is provisioned, with its subscriptions' {
        $orders = @(Get-Bought $seat, $software | Wait-PartnerCustomerOrder)
        $orders.Status | Should -BeExactly 'completed', 'completed'
        $orders.CustomerId | Should -BeExactly $customer, $customer
        $seats = $orders | Where-Object BillingCycle -EQ monthly
        $seats.Subscriptions[0].Id | Should -BeExactly $seats.LineItems[0].SubscriptionId
        ($orders | Where-Object BillingCycle -EQ one_time).Subscriptions | Should -BeNullOrEmpty
    }

    It 'takes <What>' -ForEach @(
        @{ What = 'checkout results'; Wait = { $args[0] | Wait-PartnerCustomerOrder } }
        @{ What = 'orders'; Wait = { $args[0].Orders | Wait-PartnerCustomerOrder } }
        @{ What = 'ids'; Wait = { Wait-PartnerCustomerOrder $customer $args[0].OrderId } }
        @{ What = 'rows of a file'; Wait = { $args[0].OrderId | ForEach-Object { [pscustomobject]@{ CustomerId = $customer; OrderId = $_ } } | Wait-PartnerCustomerOrder } }
    ) {
        $result = Get-Bought $seat, $software
        (& $Wait $result).Id | Sort-Object | Should -BeExactly ($result.OrderId | Sort-Object)
    }

    It 'takes no real time on the emulator''s clock' {
        $result = Get-Bought $seat
        $before = (Get-Date)
        $null = $result | Wait-PartnerCustomerOrder
        ((Get-Date) - $before).TotalSeconds | Should -BeLessThan 10 -Because 'provisioning takes three minutes on the emulator''s clock'
    }

    It 'waits for many orders together, one poll for each per interval' {
        $results = 1..20 | ForEach-Object { Get-Bought $otherSeat }
        $before = Get-SentCount
        @($results | Wait-PartnerCustomerOrder -PollingInterval 00:00:30).Count | Should -Be 20
        $polls = Get-PartnerCenterEmulatorRequest | Select-Object -Skip $before | Where-Object Operation -In orders.get, orders.provisioningStatus
        $first = ($polls | Sort-Object Time)[0].Time
        # 0, 30, 75, 142.5 and 243.75 seconds; the last look reads the status and then the order.
        $polls.Count | Should -BeLessOrEqual (20 * 6)
        (($polls | Sort-Object Time)[-1].Time - $first).TotalMinutes | Should -BeLessThan 5 -Because 'they do not wait for each other'
    }

    It 'gives a typed error for an order that did not make it, while the others come out' {
        $result = Get-Bought $software, $seat
        $done = Get-Bought $otherSeat
        $null = $done | Wait-PartnerCustomerOrder
        $late = Get-Bought $seat
        $outcome = Get-Outcome { $done, $late | Wait-PartnerCustomerOrder -Timeout 00:01:00 }
        $outcome.Output.Id | Should -BeExactly $done.OrderId
        $outcome.Error.Count | Should -Be 1
        $outcome.Error[0].FullyQualifiedErrorId | Should -BeExactly (Get-ErrorId Timeout Wait-PartnerCustomerOrder)
        $outcome.Error[0].CategoryInfo.Category | Should -Be 'OperationTimeout'
        $outcome.Error[0].TargetObject.Id | Should -BeExactly $late.OrderId
        $outcome.Error[0].Exception.Message | Should -BeLike "*$($late.OrderId)*pending*"
    }

    It 'goes on after a bad order in a pipeline of three' {
        $result = Get-Bought $seat
        $outcome = Get-Outcome {
            $result.OrderId, 'a68736758d9c', 'no id!' | ForEach-Object { [pscustomobject]@{ CustomerId = $customer; OrderId = $_ } } | Wait-PartnerCustomerOrder
        }
        $outcome.Output.Id | Should -BeExactly $result.OrderId
        $outcome.Error.FullyQualifiedErrorId | Should -BeExactly (Get-ErrorId InvalidInput Wait-PartnerCustomerOrder), (Get-ErrorId NotFound Wait-PartnerCustomerOrder)
        $outcome.Error[1].TargetObject | Should -BeExactly 'a68736758d9c'
    }

    It 'survives <What> without a wrong answer' -ForEach @(
        @{ What = 'throttling'; Fault = @{ Status = 429; RetryAfter = '20'; Times = 3 } }
        @{ What = 'a service that fails'; Fault = @{ Status = 503; Times = 8 } }
        @{ What = 'a lost connection'; Fault = @{ ResetConnection = 'Before'; Times = 7 } }
        @{ What = 'an answer cut short'; Fault = @{ TruncateBody = $true; Times = 6 } }
    ) {
        $result = Get-Bought $seat
        foreach ($operation in 'orders.get', 'orders.provisioningStatus') { Set-PartnerCenterEmulatorFault -Operation $operation @Fault }
        $outcome = Get-Outcome { $result | Wait-PartnerCustomerOrder -WarningAction SilentlyContinue }
        $outcome.Error | Should -BeNullOrEmpty
        $outcome.Output.Status | Should -BeExactly 'completed'
        @($outcome.Output.Subscriptions).Count | Should -Be 1
    }

    It 'shows a status that nobody knows as it is' {
        $result = Get-Bought $seat
        Set-PartnerCenterEmulatorFault -Operation orders.get -UnknownValue -Times 0
        $outcome = Get-Outcome { $result | Wait-PartnerCustomerOrder -Timeout 00:10:00 }
        $outcome.Error[0].FullyQualifiedErrorId | Should -BeExactly (Get-ErrorId Timeout Wait-PartnerCustomerOrder)
        $outcome.Error[0].Exception.Message | Should -BeLike '*added_tomorrow*'
    }

    It 'says that a friendly name was lost, and repairs it only when told to' {
        $result = Get-Bought $azurePlan $withoutPlan
        $seen = Get-Outcome { $result | Wait-PartnerCustomerOrder }
        $seen.Warning | Should -BeLike "*'production'*-EnsureFriendlyName*"
        Get-Request subscriptions.update | Should -BeNullOrEmpty

        $before = $seen.Output.Subscriptions[0] | Get-PartnerCustomerSubscription
        $order = $result | Wait-PartnerCustomerOrder -EnsureFriendlyName -WarningAction SilentlyContinue
        $order.Subscriptions[0].FriendlyName | Should -BeExactly 'production'
        $after = $order.Subscriptions[0] | Get-PartnerCustomerSubscription
        $after.FriendlyName | Should -BeExactly 'production'
        foreach ($name in 'Quantity', 'Status', 'AutoRenewEnabled', 'CommitmentEndDate', 'OfferId') { $after.$name | Should -Be $before.$name }
    }

    It 'leaves names that are right alone' {
        $null = Get-Bought $seat | Wait-PartnerCustomerOrder -EnsureFriendlyName
        Get-Request subscriptions.update | Should -BeNullOrEmpty
    }

    It 'sends nothing but GETs with -WhatIf' {
        $result = Get-Bought $azurePlan $withoutPlan
        $before = Get-SentCount
        $null = $result | Wait-PartnerCustomerOrder -EnsureFriendlyName -WhatIf -WarningAction SilentlyContinue
        Get-ChangeSince $before | Should -BeNullOrEmpty
    }

    It 'has a progress row for each order' {
        $results = (Get-Bought $seat), (Get-Bought $otherSeat)
        $shell = [powershell]::Create()
        try {
            $null = $shell.AddScript({ param($module, $results) Import-Module $module; $results | Wait-PartnerCustomerOrder }).AddArgument((Get-ModuleUnderTestPath)).AddArgument($results)
            $shell.Invoke().Count | Should -Be 2
            $rows = $shell.Streams.Progress | Where-Object Activity -Like 'Waiting for order*'
            ($rows.ActivityId | Sort-Object -Unique).Count | Should -Be 2
            foreach ($id in $results.OrderId) { $rows.Activity | Should -Contain "Waiting for order $id" }
            ($rows | Where-Object RecordType -EQ Completed).Count | Should -Be 2
        }
        finally { $shell.Dispose() }
    }

    It 'ends with the pipeline when the first order is enough' {
        $results = (Get-Bought $seat), (Get-Bought $otherSeat)
        @($results | Wait-PartnerCustomerOrder | Select-Object -First 1).Count | Should -Be 1
    }

    It 'waits for nothing where nothing was bought' {
        Set-PartnerCenterEmulatorFault -Operation carts.checkout -OrderGroup 0
        $nothing = $software | New-PartnerCustomerCart -CustomerId $customer | Submit-PartnerCustomerCart -Confirm:$false -ErrorAction SilentlyContinue
        $before = Get-SentCount
        $nothing | Wait-PartnerCustomerOrder | Should -BeNullOrEmpty
        Get-SentCount | Should -Be $before
    }

    It 'refuses an interval of nothing' {
        $outcome = Get-Outcome { Wait-PartnerCustomerOrder $customer a68736758d9c -PollingInterval 0 }
        $outcome.Error.FullyQualifiedErrorId | Should -BeExactly (Get-ErrorId InvalidInput Wait-PartnerCustomerOrder)
    }
}

Describe 'Wait-PartnerCustomerOrder through the host' {
    BeforeEach {
        Connect-EmulatorDoor host $emulator
        Set-EmulatorSetting $emulator @{ provisioningSeconds = 0.4 }
        $often = @{ PollingInterval = [TimeSpan]::FromMilliseconds(50) }
    }

    It 'works' {
        (Get-Bought $seat | Wait-PartnerCustomerOrder @often | Get-PartnerCustomerSubscription).FriendlyName | Should -BeExactly 'desks'
    }

    It 'waits by the order itself with an App-only token' {
        Set-EmulatorSetting $emulator @{ appOnly = $true }
        $order = Get-Bought $seat | Wait-PartnerCustomerOrder @often
        $order.Subscriptions[0].FriendlyName | Should -BeExactly 'desks'
        @(Get-Request orders.provisioningStatus).Count | Should -BeLessOrEqual 1
    }

    It 'gives the order, and an error for each line that failed' {
        Set-EmulatorSetting $emulator @{ failingItems = @($otherSeat.CatalogItemId) }
        $outcome = Get-Outcome { Get-Bought $seat, $otherSeat | Wait-PartnerCustomerOrder @often }
        @($outcome.Output.Subscriptions).Count | Should -Be 1
        $outcome.Error.FullyQualifiedErrorId | Should -BeExactly (Get-ErrorId OrderError Wait-PartnerCustomerOrder)
        $outcome.Error[0].Exception.Message | Should -BeLike '*Line 1*'
    }

    It 'gives an error for an order that failed as a whole' {
        Set-EmulatorSetting $emulator @{ failingItems = @($otherSeat.CatalogItemId) }
        $outcome = Get-Outcome { Get-Bought $otherSeat | Wait-PartnerCustomerOrder @often }
        $outcome.Output | Should -BeNullOrEmpty
        $outcome.Error.FullyQualifiedErrorId | Should -BeExactly (Get-ErrorId OrderError Wait-PartnerCustomerOrder)
    }

    It 'can be stopped at once in the middle of a wait' {
        Set-EmulatorSetting $emulator @{ provisioningSeconds = 86400 }
        $result = Get-Bought $seat
        $before = (Get-Request orders.get).Count
        $shell = [powershell]::Create()
        $null = $shell.AddScript({ param($module, $result) Import-Module $module; $result | Wait-PartnerCustomerOrder -PollingInterval 1:00:00 -Timeout 5:00:00 }).AddArgument((Get-ModuleUnderTestPath)).AddArgument($result)
        $running = $shell.BeginInvoke()
        $limit = [Diagnostics.Stopwatch]::StartNew()
        while ((Get-Request orders.get).Count -le $before -and $limit.Elapsed.TotalSeconds -lt 10) { $null = $running.AsyncWaitHandle.WaitOne(10) }
        $watch = [Diagnostics.Stopwatch]::StartNew()
        $stopping = $shell.BeginStop($null, $null)
        $stopping.AsyncWaitHandle.WaitOne(10000) | Should -BeTrue
        $watch.Elapsed.TotalSeconds | Should -BeLessThan 3
        $shell.InvocationStateInfo.State | Should -Be 'Stopped'
        $shell.Streams.Error | Should -BeNullOrEmpty
        $shell.Dispose()
    }
}
