# Stop-PartnerCustomerOrder: where the service allows it, up to the last second; and why not, where not.
BeforeAll {
    . "$PSScriptRoot/_TestHelper.ps1"
    . "$PSScriptRoot/_Purchase.ps1"
    . "$PSScriptRoot/_AfterCheckout.ps1"
    Import-ModuleUnderTest
}

AfterAll { Disconnect-PartnerCenter }

Describe 'Stop-PartnerCustomerOrder' {
    BeforeEach { Connect-PartnerCenter -Emulator }

    It 'cancels new commerce through its subscription' {
        $order = Get-Bought $seat | Wait-PartnerCustomerOrder
        $stopped = $order | Stop-PartnerCustomerOrder -Confirm:$false
        $stopped.Subscriptions.Status | Should -BeExactly 'deleted'
        $stopped.CustomerId | Should -BeExactly $customer
        ($order | Get-PartnerCustomerSubscription).Status | Should -BeExactly 'deleted'
        Get-Request orders.patch | Should -BeNullOrEmpty
    }

    It 'cancels software through its order' {
        $order = Get-Bought $software | Wait-PartnerCustomerOrder
        $stopped = $order | Stop-PartnerCustomerOrder -Confirm:$false
        $stopped.Status | Should -BeExactly 'cancelled'
        $stopped.LineItems[0].Quantity | Should -Be 0
    }

    It 'cancels one line and leaves the others' {
        $order = Get-Bought $seat, $otherSeat | Wait-PartnerCustomerOrder
        $null = $order | Stop-PartnerCustomerOrder -LineItemNumber 1 -Confirm:$false
        ($order | Get-PartnerCustomerSubscription).Status | Sort-Object | Should -BeExactly 'active', 'deleted'
    }

    It 'has the last second of the window, and not the next' {
        $order = Get-Bought $seat, $otherSeat | Wait-PartnerCustomerOrder
        $until = ($order | Get-PartnerCustomerSubscription)[0].CancellationAllowedUntilDate
        $now = Set-PartnerCenterEmulatorClock -Advance 0
        # The emulator's clock runs: two seconds before the end it is open, whatever the machine does meanwhile.
        $null = Set-PartnerCenterEmulatorClock -Advance ($until - $now - [TimeSpan]::FromSeconds(2))
        ($order | Stop-PartnerCustomerOrder -LineItemNumber 0 -Confirm:$false).Subscriptions.Status | Should -BeExactly 'deleted'
        $null = Set-PartnerCenterEmulatorClock -Advance 00:00:03
        $before = Get-SentCount
        $outcome = Get-Outcome { $order | Stop-PartnerCustomerOrder -LineItemNumber 1 -Confirm:$false }
        $outcome.Error.FullyQualifiedErrorId | Should -BeExactly (Get-ErrorId Conflict Stop-PartnerCustomerOrder)
        $outcome.Error[0].Exception.Message | Should -BeLike "*window closed at $($until.UtcDateTime.ToString('yyyy-MM-dd HH:mm:ss')) UTC*"
        $outcome.Error[0].Exception.RecommendedAction | Should -BeLike '*AutoRenewEnabled*'
        Get-ChangeSince $before | Should -BeNullOrEmpty
    }

    It 'says why not: <What>' -ForEach @(
        @{ What = 'a reservation in production'; Line = 'reservation'; Kind = 'Forbidden'; Code = '800019'; AtOnce = $false }
        @{ What = 'new commerce that is not there yet'; Line = 'seat'; Kind = 'BadRequest'; Code = '800061'; AtOnce = $true }
    ) {
        $result = Get-Bought (Get-Variable $Line -ValueOnly)
        if (-not $AtOnce) { $null = $result | Wait-PartnerCustomerOrder }
        $outcome = Get-Outcome { $result | Stop-PartnerCustomerOrder -Confirm:$false }
        $outcome.Error.FullyQualifiedErrorId | Should -BeExactly (Get-ErrorId $Kind Stop-PartnerCustomerOrder)
        $outcome.Error[0].Exception.ServiceCode | Should -BeExactly $Code
        $outcome.Error[0].Exception.RecommendedAction | Should -BeLike '*through*subscription*'
    }

    It 'asks with the money at stake and the window, and sends nothing but GETs with -WhatIf' {
        $order = Get-Bought $seat | Wait-PartnerCustomerOrder
        $before = Get-SentCount
        $file = New-TemporaryFile
        try {
            Start-Transcript -LiteralPath $file -UseMinimalHeader | Out-Null
            $order | Stop-PartnerCustomerOrder -WhatIf | Should -BeNullOrEmpty
            Stop-Transcript | Out-Null
            $shown = Get-Content -LiteralPath $file -Raw
        }
        finally { Remove-Item -LiteralPath $file }
        $shown -replace '\s+', ' ' | Should -Match 'Cancel 1 line, [\d.,]+ USD before tax.*can be cancelled until .* UTC'
        Get-ChangeSince $before | Should -BeNullOrEmpty
        ($order | Get-PartnerCustomerSubscription).Status | Should -BeExactly 'active'
    }

    It 'says that nothing is left to be cancelled' {
        $order = Get-Bought $seat | Wait-PartnerCustomerOrder
        $null = $order | Stop-PartnerCustomerOrder -Confirm:$false
        $outcome = Get-Outcome { $order | Stop-PartnerCustomerOrder -Confirm:$false }
        $outcome.Warning | Should -BeLike '*is left to be cancelled*'
        $outcome.Error | Should -BeNullOrEmpty
    }

    It 'goes on after a bad order in a pipeline of three' {
        $first = Get-Bought $software
        $second = Get-Bought $software
        $outcome = Get-Outcome {
            $first.OrderId[0], 'a68736758d9c', $second.OrderId[0] | ForEach-Object { [pscustomobject]@{ CustomerId = $customer; OrderId = $_ } } | Stop-PartnerCustomerOrder -Confirm:$false
        }
        $outcome.Output.Status | Should -BeExactly 'cancelled', 'cancelled'
        $outcome.Error.FullyQualifiedErrorId | Should -BeExactly (Get-ErrorId NotFound Stop-PartnerCustomerOrder)
        $outcome.Error[0].TargetObject | Should -BeExactly 'a68736758d9c'
    }

    It 'names the lines that there are when one is not' {
        $result = Get-Bought $software
        $outcome = Get-Outcome { $result | Stop-PartnerCustomerOrder -LineItemNumber 7 -Confirm:$false }
        $outcome.Error.FullyQualifiedErrorId | Should -BeExactly (Get-ErrorId NotFound Stop-PartnerCustomerOrder)
        $outcome.Error[0].Exception.Message | Should -BeLike '*it has 0*'
    }

    It 'goes on without prices where they may not be seen' {
        $result = Get-Bought $software
        Set-PartnerCenterEmulatorFault -Operation orders.get -Status 403 -Code 800043
        ($result | Stop-PartnerCustomerOrder -Confirm:$false).Status | Should -BeExactly 'cancelled'
    }

    It 'survives <What>' -ForEach @(
        @{ What = 'throttling'; Fault = @{ Status = 429; RetryAfter = '2' } }
        @{ What = 'an answer that is lost after the work'; Fault = @{ ResetConnection = 'After' } }
        @{ What = 'an order that is busy'; Fault = @{ Status = 409; Code = '800060' } }
    ) {
        $result = Get-Bought $software
        Set-PartnerCenterEmulatorFault -Operation orders.patch @Fault
        ($result | Stop-PartnerCustomerOrder -Confirm:$false).Status | Should -BeExactly 'cancelled'
        (Get-Request orders.patch).Headers.'MS-RequestId' | Sort-Object -Unique | Should -HaveCount 1
    }

    It 'gives a conflict as one' {
        $result = Get-Bought $software
        Set-PartnerCenterEmulatorFault -Operation orders.patch -Status 409 -Code 800014
        $outcome = Get-Outcome { $result | Stop-PartnerCustomerOrder -Confirm:$false }
        $outcome.Error.FullyQualifiedErrorId | Should -BeExactly (Get-ErrorId Conflict Stop-PartnerCustomerOrder)
    }
}
