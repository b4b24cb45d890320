# What happens when an answer does not arrive. The waits between tries run on the emulator's clock and take no time here.
BeforeDiscovery {
    $losses = @(
        @{ What = 'a connection reset before the work'; Fault = @{ ResetConnection = 'Before' } }
        @{ What = 'a connection reset after the work'; Fault = @{ ResetConnection = 'After' } }
        @{ What = 'a truncated body'; Fault = @{ TruncateBody = $true } }
    )
    # The network's waits take real time, so that it is asked for one kind of loss where the kinds do not differ.
    $doors = @(
        @{ Door = 'in-process'; ReadLosses = $losses; BuyLosses = $losses }
        @{ Door = 'host'; ReadLosses = @($losses[2]); BuyLosses = @($losses[1]) }
    )
}

BeforeAll {
    . "$PSScriptRoot/_TestHelper.ps1"
    . "$PSScriptRoot/_Purchase.ps1"
    Import-ModuleUnderTest
    $emulator = Start-EmulatorHost

    # How many carts and orders the emulator holds for the customer, whatever its answers said.
    function Get-OrderCount {
        $null = Set-PartnerCenterEmulatorClock -Advance 00:20:00
        @(Get-PartnerCustomerOrder -CustomerId $customer).Count
    }
}

AfterAll {
    Disconnect-PartnerCenter
    Stop-EmulatorHost $emulator
}

Describe 'through the <Door> door' -ForEach $doors {
    BeforeEach { Connect-EmulatorDoor $Door $emulator }

    It 'reads again after <What>' -ForEach $ReadLosses {
        $cart = New-TestCart
        Set-PartnerCenterEmulatorFault -Operation carts.get @Fault
        (Get-PartnerCustomerCart -CustomerId $customer -CartId $cart.Id).Id | Should -Be $cart.Id
        $requests = Get-Request carts.get
        $requests.Count | Should -Be 2
        @($requests.ForEach{ $_.Headers['MS-RequestId'] } | Sort-Object -Unique).Count | Should -Be 1
    }

    It 'puts the same cart again after <What>' -ForEach $ReadLosses {
        $cart = New-TestCart
        Set-PartnerCenterEmulatorFault -Operation carts.update @Fault
        $changed = $cart | Add-PartnerCustomerCartLineItem -LineItem (New-TestLine @{ Quantity = 7 })
        $changed.LineItems.Quantity | Should -Be 2, 7
        $puts = Get-Request carts.update
        $puts.Count | Should -Be 2
        $puts[1].Body | Should -BeExactly $puts[0].Body
        $puts[1].Headers['MS-RequestId'] | Should -Be $puts[0].Headers['MS-RequestId']
    }

    It 'checks out again after <What>, and buys once' -ForEach $BuyLosses {
        $cart = New-TestCart
        Set-PartnerCenterEmulatorFault -Operation carts.checkout @Fault
        $result = $cart | Submit-PartnerCustomerCart -Confirm:$false
        $result.Orders.Count | Should -Be 1
        $tries = Get-Request carts.checkout
        $tries.Count | Should -Be 2
        $tries[1].Headers['MS-RequestId'] | Should -Be $tries[0].Headers['MS-RequestId']
        $tries[1].Headers['MS-CorrelationId'] | Should -Be $tries[0].Headers['MS-CorrelationId']
        Get-OrderCount | Should -Be 1
        ($result | Get-PartnerCustomerOrder).Id | Should -Be $result.Orders[0].Id
    }

    It 'does not create a cart again after <What>, but says that one may exist' -ForEach $losses {
        Set-PartnerCenterEmulatorFault -Operation carts.create @Fault
        $outcome = Get-Outcome { New-PartnerCustomerCart -CustomerId $customer -LineItem (New-TestLine) }
        (Get-Request carts.create).Count | Should -Be 1
        $outcome.Output | Should -BeNullOrEmpty
        $outcome.Error.Count | Should -Be 1
        $outcome.Error[0].FullyQualifiedErrorId | Should -BeExactly (Get-ErrorId OutcomeUnknown New-PartnerCustomerCart)
        $outcome.Error[0].TargetObject | Should -Be $customer
        $outcome.Error[0].ErrorDetails.RecommendedAction | Should -BeLike '*cart may exist*'
        $outcome.Error[0].Exception.InnerException.Kind | Should -BeIn 'ConnectionFailed', 'UnreadableAnswer'
        $outcome.Error[0].Exception.NothingWasDone | Should -BeFalse
    }
}

Describe 'when no answer ever comes' {
    BeforeEach { Connect-PartnerCenter -Emulator }

    It 'a reading cmdlet says that the connection failed' {
        Set-PartnerCenterEmulatorFault -Operation carts.get -ResetConnection Before -Times 0
        $failure = (Get-Outcome { Get-PartnerCustomerCart -CustomerId $customer -CartId $unknownCart }).Error
        $failure.FullyQualifiedErrorId | Should -BeExactly (Get-ErrorId ConnectionFailed Get-PartnerCustomerCart)
        $failure.CategoryInfo.Category | Should -Be 'ConnectionError'
        $failure.Exception.StatusCode | Should -BeNullOrEmpty
        (Get-Request carts.get).Count | Should -Be 5
    }

    It 'a checkout says that it is not known, and the same cart submitted again gives the orders' {
        $cart = New-TestCart
        Set-PartnerCenterEmulatorFault -Operation carts.checkout -ResetConnection After -Times 0
        $failure = (Get-Outcome { $cart | Submit-PartnerCustomerCart -Confirm:$false }).Error
        $failure.Count | Should -Be 1
        $failure[0].FullyQualifiedErrorId | Should -BeExactly (Get-ErrorId OutcomeUnknown Submit-PartnerCustomerCart)
        $failure[0].TargetObject | Should -Be $cart
        $failure[0].ErrorDetails.RecommendedAction | Should -BeLike '*Submit the same cart again*'

        Set-PartnerCenterEmulatorFault -Clear
        $result = $cart | Submit-PartnerCustomerCart -Confirm:$false
        $result.Orders.Count | Should -Be 1
        Get-OrderCount | Should -Be 1
    }

    It 'a change of a cart says where to look' {
        $cart = New-TestCart
        Set-PartnerCenterEmulatorFault -Operation carts.update -ResetConnection After -Times 0
        $failure = (Get-Outcome { $cart | Add-PartnerCustomerCartLineItem -LineItem (New-TestLine) }).Error
        $failure.FullyQualifiedErrorId | Should -BeExactly (Get-ErrorId OutcomeUnknown Add-PartnerCustomerCartLineItem)
        $failure.ErrorDetails.RecommendedAction | Should -BeLike "*Get-PartnerCustomerCart*$($cart.Id)*"
    }
}

Describe 'a failure of the service while a cart is created' {
    BeforeEach { Connect-PartnerCenter -Emulator }

    It 'is final, and not tried again, when the service names its error' {
        Set-PartnerCenterEmulatorFault -Operation carts.create -Status 500 -Code 800003
        (Get-Outcome { New-TestCart }).Error.FullyQualifiedErrorId | Should -BeExactly (Get-ErrorId ServiceError New-PartnerCustomerCart)
        (Get-Request carts.create).Count | Should -Be 1
    }

    It 'leaves it open when it names none' {
        Set-PartnerCenterEmulatorFault -Operation carts.create -Status 502 -ErrorBody Html -ApplyWork
        (Get-Outcome { New-TestCart }).Error.FullyQualifiedErrorId | Should -BeExactly (Get-ErrorId OutcomeUnknown New-PartnerCustomerCart)
        (Get-Request carts.create).Count | Should -Be 1
    }
}
