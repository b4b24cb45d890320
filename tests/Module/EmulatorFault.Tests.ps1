# Set-PartnerCenterEmulatorFault, parameter by parameter, against both doors of the emulator.
BeforeDiscovery { $doors = @(@{ Door = 'in-process' }, @{ Door = 'host' }) }

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

Describe 'through the <Door> door, a fault' -ForEach $doors {
    BeforeEach {
        Connect-EmulatorDoor $Door $emulator
        $cart = New-TestCart
    }

    It 'hits as many requests as -Times says: <Times>' -ForEach @(@{ Times = 1 }, @{ Times = 3 }) {
        Set-PartnerCenterEmulatorFault -Operation carts.get -Status 404 -Times $Times
        $outcome = Get-Outcome { 1..4 | ForEach-Object { $cart | Get-PartnerCustomerCart } }
        $outcome.Error.Count | Should -Be $Times
        $outcome.Output.Count | Should -Be (4 - $Times)
    }

    It 'stays with -Times 0 until the faults are cleared' {
        Set-PartnerCenterEmulatorFault -Operation carts.get -Status 404 -Times 0
        (Get-Outcome { 1..4 | ForEach-Object { $cart | Get-PartnerCustomerCart } }).Error.Count | Should -Be 4
        Set-PartnerCenterEmulatorFault -Clear
        ($cart | Get-PartnerCustomerCart).Id | Should -Be $cart.Id
    }

    It 'hits its own operation alone, or with * any' {
        Set-PartnerCenterEmulatorFault -Operation carts.checkout -Status 403
        ($cart | Get-PartnerCustomerCart).Id | Should -Be $cart.Id
        Set-PartnerCenterEmulatorFault -Clear
        Set-PartnerCenterEmulatorFault -Operation * -Status 403 -Times 2
        (Get-Outcome { $cart | Get-PartnerCustomerCart; Get-PartnerCustomerOrder -CustomerId $customer }).Error.Exception.StatusCode | Should -Be 403, 403
    }

    It 'has the status of its -Code, and the words of its -Description' {
        Set-PartnerCenterEmulatorFault -Operation carts.get -Code 800023 -Description 'The tester wants it so'
        $exception = (Get-Outcome { $cart | Get-PartnerCustomerCart }).Error[0].Exception
        $exception.StatusCode, $exception.ServiceCode, $exception.ServiceDescription | Should -Be 403, '800023', 'The tester wants it so'
    }

    It 'makes the answer late with -Delay' {
        Set-PartnerCenterEmulatorFault -Operation carts.get -Delay 00:00:00.3
        $watch = [Diagnostics.Stopwatch]::StartNew()
        ($cart | Get-PartnerCustomerCart).Id | Should -Be $cart.Id
        $watch.Elapsed.TotalSeconds | Should -BeGreaterOrEqual 0.29
    }

    It 'does the work all the same with -ApplyWork' {
        Set-PartnerCenterEmulatorFault -Operation carts.update -Status 409 -Code 27009 -ApplyWork
        (Get-Outcome { $cart | Add-PartnerCustomerCartLineItem -LineItem (New-TestLine) }).Error.Count | Should -Be 1
        ($cart | Get-PartnerCustomerCart).LineItems.Count | Should -Be 2
    }

    It 'does no work without -ApplyWork' {
        Set-PartnerCenterEmulatorFault -Operation carts.update -Status 409 -Code 27009
        (Get-Outcome { $cart | Add-PartnerCustomerCartLineItem -LineItem (New-TestLine) }).Error.Count | Should -Be 1
        ($cart | Get-PartnerCustomerCart).LineItems.Count | Should -Be 1
    }

    It 'puts -ByteOrderMark <Mark> before an answer, which is read all the same' -ForEach @(@{ Mark = '1' }, @{ Mark = '2' }, @{ Mark = 'questionMark' }, @{ Mark = 'QuestionMark' }) {
        $set = Get-Outcome { Set-PartnerCenterEmulatorFault -Operation carts.get -ByteOrderMark $Mark }
        $set.Error | Should -BeNullOrEmpty
        $read = Get-Outcome { $cart | Get-PartnerCustomerCart }
        $read.Error | Should -BeNullOrEmpty
        $read.Output[0].Id | Should -Be $cart.Id
    }

    It 'adds members that nobody knows with -UnknownMembers, and they are kept' {
        Set-PartnerCenterEmulatorFault -Operation carts.get -UnknownMembers
        $read = $cart | Get-PartnerCustomerCart
        $read.AdditionalProperties.Keys | Should -Contain 'addedTomorrow'
        $read.LineItems[0].AdditionalProperties.Keys | Should -Contain 'addedTomorrow'
    }

    It 'spoils one line with -LineError' {
        Set-PartnerCenterEmulatorFault -Operation carts.create -LineError InventoryNotAvailable
        $outcome = Get-Outcome { New-PartnerCustomerCart -CustomerId $customer -LineItem (New-TestLine), (New-TestLine) }
        $outcome.Output[0].LineItems[0].Error.ErrorCode | Should -Not -BeNullOrEmpty
        $outcome.Output[0].LineItems[1].Error | Should -BeNullOrEmpty
        $outcome.Error.FullyQualifiedErrorId | Should -BeExactly (Get-ErrorId CartLineError New-PartnerCustomerCart)
    }

    It 'fails one order group with -OrderGroup, and the rest is bought' {
        $two = New-PartnerCustomerCart -CustomerId $customer -LineItem (New-TestLine), (New-TestLine @{ CatalogItemId = 'DG7GMGF0DWTL:0001:DG7GMGF0DSFM'; BillingCycle = 'one_time'; TermDuration = $null })
        Set-PartnerCenterEmulatorFault -Operation carts.checkout -OrderGroup $two.LineItems[1].OrderGroup
        $outcome = Get-Outcome { $two | Submit-PartnerCustomerCart -Confirm:$false }
        $outcome.Output[0].Orders.Count | Should -Be 1
        $outcome.Output[0].OrderErrors.OrderGroupId | Should -Be $two.LineItems[1].OrderGroup
        # The group that failed can be tried again; the other one is not bought twice.
        $again = $two | Submit-PartnerCustomerCart -Confirm:$false
        $again.Orders.Count | Should -Be 2
        $again.Orders.Id | Should -Contain $outcome.Output[0].Orders[0].Id
    }

    It 'that makes no sense is refused, and says what there is: <What>' -ForEach @(
        @{ What = 'an operation'; Fault = @{ Operation = 'carts.crate'; Status = 500 }; Says = '*carts.create*' }
        @{ What = 'a line error'; Fault = @{ Operation = 'carts.create'; LineError = 'OutOfLuck' }; Says = '*InventoryNotAvailable*' }
        @{ What = 'a delay of a day'; Fault = @{ Operation = 'carts.get'; Delay = [timespan]'1.00:00:00' }; Says = '*delay*' }
    ) {
        $failures = @((Get-Outcome { Set-PartnerCenterEmulatorFault @Fault }).Error)
        $failures.Count | Should -Be 1
        $failures[0].FullyQualifiedErrorId | Should -BeExactly (Get-ErrorId BadRequest Set-PartnerCenterEmulatorFault)
        $failures[0].Exception.Message | Should -BeLike $Says
        $failures[0].TargetObject | Should -Be $Fault.Operation
    }
}

Describe 'the parameters of a fault' {
    It 'are checked while they are bound: <Name>' -ForEach @(
        @{ Name = 'Status'; Value = 200 }
        @{ Name = 'Times'; Value = -1 }
        @{ Name = 'ResetConnection'; Value = 'Never' }
        @{ Name = 'ErrorBody'; Value = 'Pdf' }
        @{ Name = 'ByteOrderMark'; Value = '3' }
    ) {
        $fault = @{ Operation = 'carts.get'; $Name = $Value }
        { Set-PartnerCenterEmulatorFault @fault } | Should -Throw -ErrorId 'ParameterArgumentValidationError,PartnerCenterCart.Commands.SetPartnerCenterEmulatorFault'
    }
}
