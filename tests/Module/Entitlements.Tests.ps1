# What else is read after a checkout: provisioning status, links, entitlements, reservations, agreements; ordering without a cart.
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

Describe 'Get-PartnerCustomerOrderProvisioningStatus' {
    BeforeEach { Connect-PartnerCenter -Emulator }

    It 'is one object for each line' {
        $result = Get-Bought $seat, $otherSeat
        $null = Set-PartnerCenterEmulatorClock -Advance 00:02:00
        $lines = $result | Get-PartnerCustomerOrderProvisioningStatus
        $lines.Status | Should -BeExactly 'fulfilled', 'prefulfillmentpending'
        $lines.LineItemNumber | Should -Be 0, 1
        $lines.OrderId | Should -BeExactly $result.OrderId[0], $result.OrderId[0]
        $lines.CustomerId | Should -BeExactly $customer, $customer
    }

    It 'says that nothing is known in the first seconds' {
        $outcome = Get-Outcome { Get-Bought $seat | Get-PartnerCustomerOrderProvisioningStatus }
        $outcome.Error.FullyQualifiedErrorId | Should -BeExactly (Get-ErrorId NotFound Get-PartnerCustomerOrderProvisioningStatus)
        $outcome.Error[0].Exception.Message | Should -BeLike '*Wait-PartnerCustomerOrder*'
    }

    It 'shows a status that nobody knows as it is' {
        $result = Get-Bought $seat
        $null = Set-PartnerCenterEmulatorClock -Advance 00:02:00
        Set-PartnerCenterEmulatorFault -Operation orders.provisioningStatus -UnknownValue
        ($result | Get-PartnerCustomerOrderProvisioningStatus).Status | Should -BeExactly 'added_tomorrow'
    }

    It 'is refused to an App-only token' {
        Connect-EmulatorDoor host $emulator
        Set-EmulatorSetting $emulator @{ appOnly = $true }
        $outcome = Get-Outcome { Get-Bought $seat | Get-PartnerCustomerOrderProvisioningStatus }
        $outcome.Error.FullyQualifiedErrorId | Should -BeExactly (Get-ErrorId Forbidden Get-PartnerCustomerOrderProvisioningStatus)
    }
}

Describe 'Get-PartnerCustomerOrderLineItemActivationLink' {
    BeforeEach {
        Connect-PartnerCenter -Emulator
        $order = Get-Bought $saas | Wait-PartnerCustomerOrder
    }

    It 'is what is sent to the customer' {
        $link = $order | Get-PartnerCustomerOrderLineItemActivationLink
        $link.Uri | Should -BeLike 'https://*'
        ($link.LineItemNumber, $link.OrderId, $link.CustomerId) | Should -Be 0, $order.Id, $customer
    }

    It 'is read for one line, by the old name too' {
        ($order | Get-PartnerCustomerOrderLineItemActivationLink -OrderLineItemNumber 0).LineItemNumber | Should -Be 0
        @(Get-Request orders.lineItemActivationLinks).Count | Should -Be 1
        $outcome = Get-Outcome { $order | Get-PartnerCustomerOrderLineItemActivationLink -LineItemNumber 4 }
        $outcome.Error.FullyQualifiedErrorId | Should -BeExactly (Get-ErrorId NotFound Get-PartnerCustomerOrderLineItemActivationLink)
    }

    It 'is nothing for what needs none' {
        Get-Bought $seat | Get-PartnerCustomerOrderLineItemActivationLink | Should -BeNullOrEmpty
        Get-Bought $seat | Get-PartnerCustomerOrderAttachment | Should -BeNullOrEmpty
    }
}

Describe 'Get-PartnerCustomerEntitlement through the <Door> door' -ForEach @{ Door = 'in-process' }, @{ Door = 'host' } {
    BeforeEach {
        Connect-EmulatorDoor $Door $emulator
        $result = Get-Bought $software, $reservation
        $other = Get-Bought $software
        $null = Set-PartnerCenterEmulatorClock -Advance 00:04:00
    }

    It 'lists what was bought once' {
        $all = Get-PartnerCustomerEntitlement -CustomerId $customer
        $all.EntitlementType | Sort-Object | Should -BeExactly 'reservedinstance', 'software', 'software'
        $all.CustomerId | Sort-Object -Unique | Should -BeExactly $customer
    }

    It 'chooses by type and by order' {
        (Get-PartnerCustomerEntitlement $customer -EntitlementType Software).OrderId | Sort-Object | Should -BeExactly (@($result.OrderId; $other.OrderId) | Sort-Object)
        ($other | Get-PartnerCustomerEntitlement).OrderId | Should -BeExactly $other.OrderId
        Get-PartnerCustomerEntitlement $customer a68736758d9c | Should -BeNullOrEmpty
        $outcome = Get-Outcome { Get-PartnerCustomerEntitlement $customer -EntitlementType hardware }
        $outcome.Error.FullyQualifiedErrorId | Should -BeExactly (Get-ErrorId InvalidInput Get-PartnerCustomerEntitlement)
    }

    It 'shows when it ends only when asked' {
        (Get-PartnerCustomerEntitlement $customer -EntitlementType reservedInstance).ExpiryDate | Should -BeNullOrEmpty
        (Get-PartnerCustomerEntitlement $customer -EntitlementType reservedInstance -ShowExpiry).ExpiryDate | Should -BeGreaterThan ([DateTimeOffset]::UtcNow)
    }

    It 'leads to the details of a reservation, from its order and from the pipeline' {
        $details = $result | Get-PartnerCustomerReservation
        $details.ProvisioningState | Should -BeExactly 'Created'
        $details.ScopeType | Should -BeExactly 'Shared'
        ($details.CustomerId, $details.OrderId) | Should -BeExactly $customer, $result.OrderId[0]
        (Get-PartnerCustomerEntitlement $customer | Get-PartnerCustomerReservation).ReservationId | Should -BeExactly $details.ReservationId
        (Get-PartnerCustomerReservation $customer).ReservationId | Should -BeExactly $details.ReservationId
        $other | Get-PartnerCustomerReservation | Should -BeNullOrEmpty
    }
}

Describe 'Agreements' {
    BeforeEach { Connect-EmulatorDoor host $emulator }

    It 'are read for customers, all kinds of them' {
        (Get-PartnerCustomerAgreement $customer).Type | Should -BeExactly 'MicrosoftCloudAgreement', 'MicrosoftCustomerAgreement'
        (Get-PartnerCustomerAgreement $customer -AgreementType MicrosoftCustomerAgreement).CustomerId | Should -BeExactly $customer
        (Get-PartnerCustomerAgreement c0000000-0000-4000-8000-000000000007).Type | Should -BeExactly 'MicrosoftCloudAgreement'
    }

    It 'go on after a bad customer in a pipeline of three' {
        $outcome = Get-Outcome {
            $customer, $unknownCart, $secondCustomer | ForEach-Object { [pscustomobject]@{ CustomerId = $_ } } | Get-PartnerCustomerAgreement -AgreementType MicrosoftCloudAgreement
        }
        $outcome.Output.CustomerId | Should -BeExactly $customer, $secondCustomer
        $outcome.Error.FullyQualifiedErrorId | Should -BeExactly (Get-ErrorId NotFound Get-PartnerCustomerAgreement)
    }

    It 'have texts' {
        $documents = Get-PartnerAgreementDetail | Get-PartnerAgreementDocument -Language de-DE
        $documents.Language | Should -BeExactly 'de-DE', 'de-DE'
        $documents.DisplayUri | Should -BeLike 'https://*'
    }

    It 'tell who signed by himself, with App+User tokens only' {
        (Get-PartnerCustomerAgreementStatus $customer).IsSigned | Should -BeFalse
        Set-EmulatorSetting $emulator @{ appOnly = $true }
        foreach ($cmdlet in 'Get-PartnerCustomerAgreementStatus', 'Get-PartnerCustomerValidationStatus') {
            (Get-Outcome { & $cmdlet $customer }).Error.FullyQualifiedErrorId | Should -BeExactly (Get-ErrorId Forbidden $cmdlet)
        }
        (Get-Outcome { Get-PartnerAgreementDetail }).Error.FullyQualifiedErrorId | Should -BeExactly (Get-ErrorId Forbidden Get-PartnerAgreementDetail)
    }
}

Describe 'Purchase-order documents through the <Door> door' -ForEach @{ Door = 'in-process' }, @{ Door = 'host' } {
    BeforeEach {
        Connect-EmulatorDoor $Door $emulator
        $result = Get-Bought $software
        $file = Join-Path $TestDrive 'order ä.pdf'
        [IO.File]::WriteAllBytes($file, [byte[]](0..255))
    }

    It 'come back as they were sent' {
        $sent = $result | Add-PartnerCustomerOrderAttachment -Path $file -CustomerPrice 12.5 -Currency USD
        ($sent.FileName, $sent.AttachmentType, $sent.SizeInKB, $sent.CustomerId) | Should -Be 'order ä.pdf', 'POAttachment', 1, $customer
        ($result | Get-PartnerCustomerOrderAttachment).AttachmentId | Should -BeExactly $sent.AttachmentId
        $copy = $sent | Get-PartnerCustomerOrderAttachment -Destination (Join-Path $TestDrive "$Door.pdf")
        [IO.File]::ReadAllBytes($copy.FullName) | Should -Be (0..255)
        $outcome = Get-Outcome { $sent | Get-PartnerCustomerOrderAttachment -Destination $copy.FullName }
        $outcome.Error.FullyQualifiedErrorId | Should -BeExactly (Get-ErrorId InvalidInput Get-PartnerCustomerOrderAttachment)
    }

    It 'are not sent with -WhatIf, nor when there are none' {
        $before = Get-SentCount
        $result | Add-PartnerCustomerOrderAttachment -Path $file -CustomerPrice 1 -Currency USD -WhatIf
        Assert-RefusedUnsent { $result | Add-PartnerCustomerOrderAttachment -Path (Join-Path $TestDrive nowhere) -CustomerPrice 1 -Currency USD } Add-PartnerCustomerOrderAttachment '*cannot be read*'
        Get-SentCount | Should -Be $before
    }
}

Describe 'New-PartnerCustomerOrder' {
    BeforeEach { Connect-PartnerCenter -Emulator }

    It 'orders without a cart' {
        $order = New-PartnerCustomerOrder -CustomerId $customer -LineItem $seat, $otherSeat -Confirm:$false
        $order.Status | Should -BeExactly 'pending'
        $order.CustomerId | Should -BeExactly $customer
        ($order | Wait-PartnerCustomerOrder | Get-PartnerCustomerSubscription).Count | Should -Be 2
    }

    It 'is not sent again when its answer is lost' {
        Set-PartnerCenterEmulatorFault -Operation orders.create -ResetConnection After
        $outcome = Get-Outcome { New-PartnerCustomerOrder -CustomerId $customer -LineItem $seat -Confirm:$false }
        $outcome.Error.FullyQualifiedErrorId | Should -BeExactly (Get-ErrorId OutcomeUnknown New-PartnerCustomerOrder)
        @(Get-Request orders.create).Count | Should -Be 1
    }

    It 'refuses lines of several billing cycles, and sends nothing with -WhatIf' {
        Assert-RefusedUnsent { New-PartnerCustomerOrder -CustomerId $customer -LineItem $seat, $software -Confirm:$false } New-PartnerCustomerOrder '*one billing cycle*'
        $before = Get-SentCount
        New-PartnerCustomerOrder -CustomerId $customer -LineItem $seat -WhatIf
        Get-SentCount | Should -Be $before
    }
}

Describe 'Get-PartnerCustomerOrder' {
    BeforeEach { Connect-EmulatorDoor host $emulator }

    It 'reads all pages, of one billing cycle too' {
        1..3 | ForEach-Object { $null = Get-Bought $software }
        $null = Get-Bought $seat
        $null = Set-PartnerCenterEmulatorClock -Advance 00:20:00
        Set-EmulatorSetting $emulator @{ pageSize = 2 }
        @(Get-PartnerCustomerOrder $customer).Count | Should -Be 4
        @(Get-PartnerCustomerOrder $customer -BillingCycle one_time).Count | Should -Be 3
        Get-PartnerCustomerOrder $customer -BillingCycle Triennial | Should -BeNullOrEmpty
        (Get-Request orders.listByBillingCycle)[-1].Query | Should -BeExactly 'billingType=triennial'
    }

    It 'asks by id for what the list does not know yet' {
        $result = Get-Bought $seat
        Get-PartnerCustomerOrder $customer | Should -BeNullOrEmpty
        ($result | Get-PartnerCustomerOrder).Id | Should -BeExactly $result.OrderId
    }
}
