# Get- and Set-PartnerCustomerSubscription and what belongs to them.
BeforeAll {
    . "$PSScriptRoot/_TestHelper.ps1"
    . "$PSScriptRoot/_Purchase.ps1"
    . "$PSScriptRoot/_AfterCheckout.ps1"
    Import-ModuleUnderTest
    $emulator = Start-EmulatorHost
    # A legacy subscription with an etag, and an Azure subscription that is not registered.
    $legacy = 'a0000000-0000-4000-8000-000000000004'
    $azure = 'a0000000-0000-4000-8000-000000000002'
    $unknown = 'ffffffff-ffff-4fff-8fff-ffffffffffff'
}

AfterAll {
    Disconnect-PartnerCenter
    Stop-EmulatorHost $emulator
}

Describe 'Get-PartnerCustomerSubscription through the <Door> door' -ForEach @{ Door = 'in-process' }, @{ Door = 'host' } {
    BeforeEach { Connect-EmulatorDoor $Door $emulator }

    It 'lists all of them' {
        $all = Get-PartnerCustomerSubscription -CustomerId $customer
        $all.Id | Should -Contain $legacy
        $all.CustomerId | Sort-Object -Unique | Should -BeExactly $customer
    }

    It 'reads them by id, from the pipeline too' {
        (Get-PartnerCustomerSubscription $customer $legacy, $azure).Id | Should -BeExactly $legacy, $azure
        (Get-PartnerCustomerSubscription $customer | Get-PartnerCustomerSubscription).Count | Should -Be @(Get-PartnerCustomerSubscription $customer).Count
    }

    It 'goes on after one that is not there' {
        $outcome = Get-Outcome { Get-PartnerCustomerSubscription $customer $legacy, $unknown, $azure }
        $outcome.Output.Id | Should -BeExactly $legacy, $azure
        $outcome.Error.FullyQualifiedErrorId | Should -BeExactly (Get-ErrorId NotFound Get-PartnerCustomerSubscription)
        $outcome.Error[0].TargetObject | Should -BeExactly $unknown
    }

    It 'lists those of a reseller' {
        (Get-PartnerCustomerSubscription -CustomerId c501c3c4-d776-40ef-9ecf-9cefb59442c1 -MpnId 4847383).PartnerId | Should -BeExactly '4847383'
        Get-PartnerCustomerSubscription -CustomerId c501c3c4-d776-40ef-9ecf-9cefb59442c1 -MpnId 1 | Should -BeNullOrEmpty
    }
}

Describe 'Get-PartnerCustomerSubscription by order' {
    BeforeEach { Connect-PartnerCenter -Emulator }

    It 'does not wait for the lag of the list' {
        $result = Get-Bought $seat
        $null = Set-PartnerCenterEmulatorClock -Advance 00:04:00
        ($result | Get-PartnerCustomerSubscription).FriendlyName | Should -BeExactly 'desks'
        (Get-Request subscriptions.listByOrder)[0].Query | Should -BeExactly "order_id=$($result.OrderId)"
        $null = Set-PartnerCenterEmulatorClock -Advance 00:15:00
        @($result | Get-PartnerCustomerSubscription).Count | Should -Be 1 -Because 'what the list has by now is not shown twice'
    }

    It 'lists nothing where nothing was bought' {
        $before = Get-SentCount
        [pscustomobject]@{ CustomerId = $customer; OrderId = @() } | Get-PartnerCustomerSubscription | Should -BeNullOrEmpty
        Get-SentCount | Should -Be $before -Because 'it must not become a list of everything'
    }

    It 'lists add-ons' {
        $addOn = @{ CatalogItemId = 'C94271D8-B431-4A25-A3C5-A57737A1C909'; Quantity = 2; BillingCycle = 'monthly'; ProvisioningContext = @{ ParentSubscriptionId = $legacy } }
        $null = Get-Bought $addOn | Wait-PartnerCustomerOrder
        (Get-PartnerCustomerSubscription $customer $legacy -AddOn).ParentSubscriptionId | Should -Be $legacy
        $outcome = Get-Outcome { Get-PartnerCustomerSubscription $customer -AddOn }
        $outcome.Error.FullyQualifiedErrorId | Should -BeExactly (Get-ErrorId InvalidInput Get-PartnerCustomerSubscription)
    }

    It 'shows a status that nobody knows as it is' {
        Set-PartnerCenterEmulatorFault -Operation subscriptions.get -UnknownValue
        (Get-PartnerCustomerSubscription $customer $legacy).Status | Should -BeExactly 'added_tomorrow'
    }
}

Describe 'Set-PartnerCustomerSubscription through the <Door> door' -ForEach @{ Door = 'in-process' }, @{ Door = 'host' } {
    BeforeEach {
        Connect-EmulatorDoor $Door $emulator
        $result = Get-Bought $seat
        $null = Set-PartnerCenterEmulatorClock -Advance 00:04:00
        $subscription = $result | Get-PartnerCustomerSubscription
    }

    It 'changes a friendly name and nothing else, unknown members included' {
        Set-PartnerCenterEmulatorFault -Operation subscriptions.get -UnknownMember
        $changed = $subscription | Set-PartnerCustomerSubscription -FriendlyName 'new name'
        $changed.FriendlyName | Should -BeExactly 'new name'
        $changed.CustomerId | Should -BeExactly $customer
        $sent = (Get-Request subscriptions.update)[-1].Body | ConvertFrom-Json -AsHashtable
        $sent.addedTomorrow.values.Count | Should -Be 3
        $sent.refundableQuantity.Keys | Should -Contain 'addedTomorrow'
        $sent.friendlyName | Should -BeExactly 'new name'
        foreach ($name in 'Quantity', 'Status', 'AutoRenewEnabled', 'TermDuration', 'CommitmentEndDate', 'OrderId', 'CancellationAllowedUntilDate') { $changed.$name | Should -Be $subscription.$name }
    }

    It 'changes renewal, quantity and status' {
        ($subscription | Set-PartnerCustomerSubscription -AutoRenewEnabled $false).AutoRenewEnabled | Should -BeFalse
        ($subscription | Set-PartnerCustomerSubscription -AutoRenew $true).AutoRenewEnabled | Should -BeTrue
        ($subscription | Set-PartnerCustomerSubscription -Quantity 8).Quantity | Should -Be 8
        ($subscription | Set-PartnerCustomerSubscription -Status Suspended).Status | Should -BeExactly 'suspended'
        ($subscription | Set-PartnerCustomerSubscription -Status active).Status | Should -BeExactly 'active'
        ($subscription | Set-PartnerCustomerSubscription -Status deleted).Status | Should -BeExactly 'deleted'
    }

    It 'sends the etag of a legacy subscription' {
        $null = Set-PartnerCustomerSubscription $customer $legacy -FriendlyName 'old'
        (Get-Request subscriptions.update)[-1].Headers.'If-Match' | Should -Not -BeNullOrEmpty
        (Set-PartnerCustomerSubscription $customer $legacy -FriendlyName 'older').FriendlyName | Should -BeExactly 'older'
    }

    It 'says that the time for giving seats back is over' {
        $null = Set-PartnerCenterEmulatorClock -Advance 8.00:00:00
        $outcome = Get-Outcome { $subscription | Set-PartnerCustomerSubscription -Quantity 1 }
        $outcome.Error.FullyQualifiedErrorId | Should -BeExactly (Get-ErrorId BadRequest Set-PartnerCustomerSubscription)
        $outcome.Error[0].Exception.ServiceCode | Should -BeExactly '900214'
    }

    It 'gives a conflict as one' {
        Set-PartnerCenterEmulatorFault -Operation subscriptions.update -Status 409 -Code 800082
        $outcome = Get-Outcome { $subscription | Set-PartnerCustomerSubscription -FriendlyName x }
        $outcome.Error.FullyQualifiedErrorId | Should -BeExactly (Get-ErrorId Conflict Set-PartnerCustomerSubscription)
        $outcome.Error[0].Exception.RecommendedAction | Should -BeLike '*try again later*'
    }

    It 'says that a legacy subscription is suspended rather than deleted' {
        $outcome = Get-Outcome { Set-PartnerCustomerSubscription $customer $legacy -Status deleted }
        $outcome.Error[0].Exception.ServiceCode | Should -BeExactly '800040'
        $outcome.Error[0].Exception.RecommendedAction | Should -BeLike '*suspended*'
    }

    It 'goes on after a bad one in a pipeline of three' {
        $outcome = Get-Outcome {
            $legacy, $unknown, $subscription.Id | ForEach-Object { [pscustomobject]@{ CustomerId = $customer; SubscriptionId = $_ } } | Set-PartnerCustomerSubscription -FriendlyName same
        }
        $outcome.Output.FriendlyName | Should -BeExactly 'same', 'same'
        $outcome.Error.FullyQualifiedErrorId | Should -BeExactly (Get-ErrorId NotFound Set-PartnerCustomerSubscription)
    }
}

Describe 'Set-PartnerCustomerSubscription' {
    BeforeEach { Connect-PartnerCenter -Emulator }

    It 'waits as the service asks when it is throttled' {
        Set-PartnerCenterEmulatorFault -Operation subscriptions.update -Status 429 -RetryAfter 3
        (Set-PartnerCustomerSubscription $customer $legacy -FriendlyName x).FriendlyName | Should -BeExactly 'x'
        (Get-Request subscriptions.update).Headers.'MS-RequestId' | Sort-Object -Unique | Should -HaveCount 1
    }

    It 'does not guess when the answer for a legacy subscription is lost' {
        Set-PartnerCenterEmulatorFault -Operation subscriptions.update -ResetConnection After
        $outcome = Get-Outcome { Set-PartnerCustomerSubscription $customer $legacy -FriendlyName x }
        $outcome.Error.FullyQualifiedErrorId | Should -BeExactly (Get-ErrorId OutcomeUnknown Set-PartnerCustomerSubscription)
        $outcome.Error[0].Exception.Message | Should -BeLike '*Get-PartnerCustomerSubscription*'
    }

    It 'sends no change where there is none to make' {
        $name = (Get-PartnerCustomerSubscription $customer $legacy).FriendlyName
        (Set-PartnerCustomerSubscription $customer $legacy -FriendlyName $name).Id | Should -BeExactly $legacy
        Get-Request subscriptions.update | Should -BeNullOrEmpty
    }

    It 'refuses <What> before anything is sent' -ForEach @(
        @{ What = 'nothing to change'; Change = @{} }
        @{ What = 'an empty name'; Change = @{ FriendlyName = '' } }
        @{ What = 'a quantity of 0'; Change = @{ Quantity = 0 } }
        @{ What = 'a status that nobody knows'; Change = @{ Status = 'sleeping' } }
    ) {
        $before = Get-SentCount
        $outcome = Get-Outcome { Set-PartnerCustomerSubscription $customer $legacy @Change }
        $outcome.Error.FullyQualifiedErrorId | Should -BeExactly (Get-ErrorId InvalidInput Set-PartnerCustomerSubscription)
        Get-SentCount | Should -Be $before
    }

    It 'asks with the cancellation window, and sends nothing but GETs with -WhatIf' {
        $subscription = Get-Bought $seat | Wait-PartnerCustomerOrder | Get-PartnerCustomerSubscription
        $before = Get-SentCount
        $file = New-TemporaryFile
        try {
            Start-Transcript -LiteralPath $file -UseMinimalHeader | Out-Null
            $subscription | Set-PartnerCustomerSubscription -Quantity 3 -WhatIf | Should -BeNullOrEmpty
            Stop-Transcript | Out-Null
            $shown = Get-Content -LiteralPath $file -Raw
        }
        finally { Remove-Item -LiteralPath $file }
        $shown -replace '\s+', ' ' | Should -Match 'Change the quantity from 5 to 3; can be cancelled until .* UTC .*5 of 5 can be given back now'
        Get-ChangeSince $before | Should -BeNullOrEmpty
    }
}

Describe 'What belongs to a subscription' {
    BeforeEach { Connect-EmulatorDoor host $emulator }

    It 'is registered for reservations' {
        (Get-PartnerCustomerSubscriptionRegistrationStatus $customer $azure).Status | Should -BeExactly 'NotRegistered'
        (Register-PartnerCustomerSubscription $customer $azure).Status | Should -BeExactly 'Registering'
        $null = Set-PartnerCenterEmulatorClock -Advance 00:01:00
        $status = Get-PartnerCustomerSubscription $customer $azure | Get-PartnerCustomerSubscriptionRegistrationStatus
        $status.IsRegistered | Should -BeTrue
        $status.CustomerId | Should -BeExactly $customer
    }

    It 'has a provisioning status, with App+User tokens only' {
        (Get-PartnerCustomerSubscriptionProvisioningStatus $customer $legacy).Status | Should -BeExactly 'success'
        $null = Set-PartnerCustomerSubscription $customer $legacy -Quantity 26
        $status = Get-PartnerCustomerSubscriptionProvisioningStatus $customer $legacy
        ($status.Status, $status.Quantity, $status.SubscriptionId) | Should -Be 'pending', 26, $legacy
        Set-EmulatorSetting $emulator @{ appOnly = $true }
        $outcome = Get-Outcome { Get-PartnerCustomerSubscriptionProvisioningStatus $customer $legacy }
        $outcome.Error.FullyQualifiedErrorId | Should -BeExactly (Get-ErrorId Forbidden Get-PartnerCustomerSubscriptionProvisioningStatus)
    }

    It 'is activated in a sandbox, and has a link elsewhere' {
        Set-EmulatorSetting $emulator @{ provisioningSeconds = 0 }
        $subscription = Get-Bought $saas | Get-PartnerCustomerSubscription
        ($subscription | Get-PartnerCustomerSubscriptionActivationLink).Uri | Should -BeLike 'https://*'
        $outcome = Get-Outcome { $subscription | New-PartnerCustomerSubscriptionActivation }
        $outcome.Error[0].Exception.ServiceCode | Should -BeExactly '900127'
        Set-EmulatorSetting $emulator @{ sandbox = $true }
        ($subscription | New-PartnerCustomerSubscriptionActivation).Status | Should -BeExactly 'Success'
    }

    It 'can be aligned to ends' {
        $ends = Get-PartnerCustomerTermEndDate $customer P1Y
        $ends.Count | Should -BeGreaterThan 11
        $ends[0].CustomerId | Should -BeExactly $customer
        Set-EmulatorSetting $emulator @{ pageSize = 5 }
        (Get-PartnerCustomerTermEndDate $customer P1Y).Count | Should -Be $ends.Count -Because 'all pages are read'
    }
}
