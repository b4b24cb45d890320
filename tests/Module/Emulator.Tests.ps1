# The emulator's own cmdlets, against both of its doors.
BeforeDiscovery {
    . "$PSScriptRoot/_Purchase.ps1"
    $doors = @(@{ Door = 'in-process' }, @{ Door = 'host' })
    $calls = @(Get-EmulatorCall)
}

BeforeAll {
    . "$PSScriptRoot/_TestHelper.ps1"
    . "$PSScriptRoot/_Purchase.ps1"
    Import-ModuleUnderTest
    $emulator = Start-EmulatorHost
}

AfterAll {
    Disconnect-PartnerCenter
    Stop-EmulatorHost $emulator
}

Describe 'through the <Door> door' -ForEach $doors {
    BeforeEach { Connect-EmulatorDoor $Door $emulator }

    It 'a cart expires when the clock has passed seven days' {
        $cart = New-TestCart
        $null = Set-PartnerCenterEmulatorClock -Advance 6.23:59:00
        ($cart | Get-PartnerCustomerCart -WarningAction SilentlyContinue).Id | Should -Be $cart.Id
        $null = Set-PartnerCenterEmulatorClock -Advance 00:02:00
        $failure = (Get-Outcome { $cart | Get-PartnerCustomerCart }).Error
        $failure.FullyQualifiedErrorId | Should -BeExactly (Get-ErrorId NotFound Get-PartnerCustomerCart)
        $failure.Exception.ServiceCode | Should -Be '800008'
        (Get-Outcome { $cart | Submit-PartnerCustomerCart -Confirm:$false }).Error.Exception.ServiceCode | Should -Be '800008'
    }

    It 'an order is provisioned when the clock has moved on, and then listed' {
        $result = New-TestCart | Submit-PartnerCustomerCart -Confirm:$false
        $order = $result | Get-PartnerCustomerOrder
        $order.Status | Should -Be 'pending'
        Get-PartnerCustomerOrder -CustomerId $customer | Should -BeNullOrEmpty -Because 'lists lag by 15 minutes'
        $null = Set-PartnerCenterEmulatorClock -Advance 00:20:00
        ($result | Get-PartnerCustomerOrder).Status | Should -Be 'completed'
        ($result | Get-PartnerCustomerOrder).LineItems[0].SubscriptionId | Should -Not -BeNullOrEmpty
        (Get-PartnerCustomerOrder -CustomerId $customer).Id | Should -Be $order.Id
    }

    It 'the clock says what it shows, and moves by as much as it was told' {
        $first = Set-PartnerCenterEmulatorClock -Advance 0
        $second = New-TimeSpan -Hours 5 | Set-PartnerCenterEmulatorClock
        $second | Should -BeOfType DateTimeOffset
        ($second - $first).TotalHours | Should -BeGreaterOrEqual 5
        ($second - $first).TotalHours | Should -BeLessThan 5.1
    }

    It 'the clock says it in one line' {
        $text = (Set-PartnerCenterEmulatorClock -Advance 0 | Out-String).Trim()
        $text | Should -Match "^The emulator's clock shows \d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC\.$"
    }

    It 'a setting is changed, and the others are not' {
        $before = Get-PartnerCenterEmulatorSetting
        $null = Set-PartnerCenterEmulatorSetting ORDERLISTLAGSECONDS 0
        $after = Get-PartnerCenterEmulatorSetting
        ($after | Where-Object Name -EQ 'orderListLagSeconds').Value | Should -Be 0
        $rest = { param($All) ($All | Where-Object Name -NE 'orderListLagSeconds' | ConvertTo-Json -Depth 5) }
        & $rest $after | Should -BeExactly (& $rest $before)
        $result = New-TestCart | Submit-PartnerCustomerCart -Confirm:$false
        (Get-PartnerCustomerOrder -CustomerId $customer).Id | Should -Be $result.OrderId -Because 'lists do not lag now'
        $before | Set-PartnerCenterEmulatorSetting
        & $rest (Get-PartnerCenterEmulatorSetting) | Should -BeExactly (& $rest $before)
        (Get-PartnerCenterEmulatorSetting orderListLag*).Value | Should -Be 900
    }

    It 'a setting takes <What>' -ForEach @(
        @{ What = 'a list of one'; Name = 'failingItems'; Value = 'CFQ7TTC0LFLX:0001'; Shown = 'CFQ7TTC0LFLX:0001' }
        @{ What = 'a list'; Name = 'failingItems'; Value = @('a:1', 'b:2'); Shown = 'a:1, b:2' }
        @{ What = 'a hashtable'; Name = 'generatedProducts'; Value = @{ OnlineServices = 7 }; Shown = 'OnlineServices: 7' }
        @{ What = 'a span of time'; Name = 'provisioningSeconds'; Value = [timespan]::FromMinutes(2); Shown = '120.0' }
        @{ What = 'true'; Name = 'sandbox'; Value = $true; Shown = 'True' }
        @{ What = 'nothing'; Name = 'reissueDays'; Value = $null; Shown = '' }
    ) {
        Set-PartnerCenterEmulatorSetting -Name $Name -Value $Value
        ((Get-PartnerCenterEmulatorSetting $Name | Format-Table -HideTableHeaders | Out-String).Trim() -replace ' {2,}', ' ') | Should -BeExactly "$Name $Shown".Trim()
    }

    It 'a setting that is none, or cannot be that, is refused' {
        (Get-Outcome { Set-PartnerCenterEmulatorSetting nothing 1 }).Error.FullyQualifiedErrorId | Should -BeExactly (Get-ErrorId BadRequest Set-PartnerCenterEmulatorSetting)
        (Get-Outcome { Set-PartnerCenterEmulatorSetting pageSize 0 }).Error.FullyQualifiedErrorId | Should -BeExactly (Get-ErrorId BadRequest Set-PartnerCenterEmulatorSetting)
    }

    It 'all settings are offered by Tab' {
        $line = 'Set-PartnerCenterEmulatorSetting -Name '
        $offered = [Management.Automation.CommandCompletion]::CompleteInput($line, $line.Length, $null).CompletionMatches.CompletionText
        $offered | Sort-Object | Should -BeExactly ((Get-PartnerCenterEmulatorSetting).Name | Sort-Object)
    }

    It 'the clock does not go <What>' -ForEach @(
        @{ What = 'back'; Advance = [timespan]'-00:00:01'; Kind = 'InvalidInput' }
        @{ What = 'beyond any calendar'; Advance = [timespan]::FromDays(365 * 200); Kind = 'BadRequest' }
    ) {
        $failure = (Get-Outcome { Set-PartnerCenterEmulatorClock -Advance $Advance }).Error
        $failure.Count | Should -Be 1
        $failure[0].FullyQualifiedErrorId | Should -BeExactly (Get-ErrorId $Kind Set-PartnerCenterEmulatorClock)
        $failure[0].TargetObject | Should -Be $Advance
    }

    It 'a reset puts everything back to the start' {
        $cart = New-TestCart
        $null = Set-PartnerCenterEmulatorClock -Advance 3.00:00:00
        Set-PartnerCenterEmulatorFault -Operation carts.get -Status 503 -Times 0
        Reset-PartnerCenterEmulator
        Get-PartnerCenterEmulatorRequest | Should -BeNullOrEmpty
        (Get-Outcome { $cart | Get-PartnerCustomerCart }).Error.FullyQualifiedErrorId | Should -BeExactly (Get-ErrorId NotFound Get-PartnerCustomerCart)
        ((Set-PartnerCenterEmulatorClock -Advance 0) - [DateTimeOffset]::UtcNow).TotalMinutes | Should -BeLessThan 1
    }

    It 'the log has each request with method, path, query, headers, body and status, but not the emulator''s own' {
        $cart = New-TestCart
        $null = Set-PartnerCenterEmulatorClock -Advance 1
        $null = Get-PartnerCustomerOrder -CustomerId $customer -IncludePrice
        $log = @(Get-PartnerCenterEmulatorRequest)
        $log.Operation | Should -Be 'carts.create', 'orders.list'
        $log.Method | Should -Be 'POST', 'GET'
        $log.Status | Should -Be 201, 200
        $log[0].Path | Should -Be "/v1/customers/$customer/carts"
        ($log[0].Body | ConvertFrom-Json).lineItems[0].catalogItemId | Should -Be $cart.LineItems[0].CatalogItemId
        $log[1].Body | Should -BeNullOrEmpty
        $log[1].Query | Should -Be 'include_price=true'
        $log[0].Headers['Authorization'] | Should -Be 'Bearer ***'
        $log[0].Headers['MS-PartnerCenter-Client'] | Should -BeLike 'PartnerCenterCart*'
        $log[1].Sequence | Should -BeGreaterThan $log[0].Sequence
    }

    It 'the log can be asked for one operation' {
        $cart = New-TestCart
        $null = $cart, $cart | Get-PartnerCustomerCart
        (Get-PartnerCenterEmulatorRequest carts.get).Operation | Should -Be 'carts.get', 'carts.get'
        Get-PartnerCenterEmulatorRequest carts.checkout | Should -BeNullOrEmpty
    }

    It '-WhatIf moves nothing, sets nothing and forgets nothing' {
        $cart = New-TestCart
        $before = Set-PartnerCenterEmulatorClock -Advance 0
        Set-PartnerCenterEmulatorClock -Advance 30.00:00:00 -WhatIf | Should -BeNullOrEmpty
        Set-PartnerCenterEmulatorFault -Operation carts.get -Status 503 -Times 0 -WhatIf
        Reset-PartnerCenterEmulator -WhatIf
        ((Set-PartnerCenterEmulatorClock -Advance 0) - $before).TotalMinutes | Should -BeLessThan 5
        ($cart | Get-PartnerCustomerCart).Id | Should -Be $cart.Id
    }
}

Describe '<Cmdlet>' -ForEach $calls {
    It 'is refused when the connection goes to a host on the network' {
        Connect-PartnerCenter -AccessToken some-token -Endpoint https://emulator.example.com
        $failures = @((Get-Outcome $Call).Error)
        $failures.Count | Should -Be 1
        $failures[0].FullyQualifiedErrorId | Should -BeExactly (Get-ErrorId InvalidInput $Cmdlet)
        $failures[0].Exception.Message | Should -BeLike '*emulator.example.com*Connect-PartnerCenter -Emulator*'
    }
}
