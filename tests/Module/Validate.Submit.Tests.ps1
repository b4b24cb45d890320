# Submit-PartnerCustomerCart -Validate: the rules first, and nothing bought when one of them finds an error.
BeforeAll {
    . "$PSScriptRoot/_TestHelper.ps1"
    . "$PSScriptRoot/_Purchase.ps1"
    . "$PSScriptRoot/_CatalogHelper.ps1"
    Import-ModuleUnderTest
    # The emulator makes a cart for this customer and refuses the checkout: no customer agreement.
    $noAgreement = Get-MadeCustomerId 3
}

AfterAll { Disconnect-PartnerCenter }

Describe 'Submit-PartnerCustomerCart -Validate' {
    BeforeEach { Connect-PartnerCenter -Emulator }

    It 'buys a cart that is clean' {
        $outcome = Get-Outcome { New-TestCart | Submit-PartnerCustomerCart -Validate -Confirm:$false }
        $outcome.Error | Should -BeNullOrEmpty
        $outcome.Warning | Should -BeNullOrEmpty
        $outcome.Output.Orders.Count | Should -Be 1
        (Get-Request carts.checkout).Count | Should -Be 1
    }

    It 'buys nothing where there is an error, and names the rule and the line' {
        $cart = New-PartnerCustomerCart $customer (New-TestLine), (New-TestLine @{ Quantity = 300000000 }) -ErrorAction Ignore
        $outcome = Get-Outcome { Submit-PartnerCustomerCart -CustomerId $customer -CartId $cart.Id -Validate -Confirm:$false }
        $outcome.Output | Should -BeNullOrEmpty
        $outcome.Error.Count | Should -Be 1
        $outcome.Error[0].FullyQualifiedErrorId | Should -BeExactly (Get-ErrorId ValidationFailed Submit-PartnerCustomerCart)
        $outcome.Error[0].Exception.Message | Should -BeLike "*$($cart.Id)*QuantityOutOfRange (line 1)*"
        $outcome.Error[0].Exception.RecommendedAction | Should -BeLike '*Test-PartnerCustomerCart*'
        $outcome.Error[0].Exception.NothingWasDone | Should -BeTrue
        (Get-Request carts.checkout).Count | Should -Be 0
    }

    It 'stops before the service refuses: a customer without an agreement' {
        $outcome = Get-Outcome { New-TestCart $noAgreement | Submit-PartnerCustomerCart -Validate -Confirm:$false }
        $outcome.Error[0].FullyQualifiedErrorId | Should -BeExactly (Get-ErrorId ValidationFailed Submit-PartnerCustomerCart)
        (Get-Request carts.checkout).Count | Should -Be 0
    }

    It 'buys in spite of warnings, and shows them' {
        $cart = New-TestCart
        $null = Set-PartnerCenterEmulatorClock -Advance 6.23:30:00
        $outcome = Get-Outcome { $cart | Submit-PartnerCustomerCart -Validate -Confirm:$false }
        $outcome.Output.Orders.Count | Should -Be 1
        "$($outcome.Warning)" | Should -BeLike '*CartExpiresSoon*'
    }

    It 'buys in spite of a check that could not be made' {
        Set-PartnerCenterEmulatorFault -Operation customers.validationStatus.get -Code 900329
        (New-TestCart | Submit-PartnerCustomerCart -Validate -Confirm:$false -WarningAction SilentlyContinue).Orders.Count | Should -Be 1
    }

    It 'goes on with the other carts after one that has an error' {
        $carts = @(New-TestCart; New-PartnerCustomerCart $customer (New-TestLine @{ Quantity = 300000000 }) -ErrorAction Ignore; New-TestCart)
        $outcome = Get-Outcome { $carts | Submit-PartnerCustomerCart -Validate -Confirm:$false }
        $outcome.Output.CartId | Should -BeExactly $carts[0].Id, $carts[2].Id
        $outcome.Error.Count | Should -Be 1
        $outcome.Error[0].TargetObject.Id | Should -BeExactly $carts[1].Id
    }

    It 'with -WhatIf validates, and buys nothing' {
        $null = New-TestCart | Submit-PartnerCustomerCart -Validate -WhatIf
        (Get-Request carts.checkout).Count | Should -Be 0
        (Get-Request customers.validationStatus.get).Count | Should -Be 1
    }

    It 'without -Validate makes no check' {
        $null = New-TestCart | Submit-PartnerCustomerCart -Confirm:$false
        (Get-Request '').Operation | Should -BeExactly 'carts.create', 'carts.checkout'
    }

    It 'of an ordered cart gives its orders again' {
        $cart = New-TestCart
        $first = $cart | Submit-PartnerCustomerCart -Confirm:$false
        $outcome = Get-Outcome { $cart | Submit-PartnerCustomerCart -Validate -Confirm:$false }
        $outcome.Error | Should -BeNullOrEmpty
        $outcome.Output.OrderId | Should -BeExactly $first.OrderId
        "$($outcome.Warning)" | Should -BeLike '*CartOrdered*'
    }
}

Describe 'Submit-PartnerCustomerCart -Validate of a cart that has lain for days' {
    BeforeAll {
        $emulator = Start-EmulatorHost
        Connect-EmulatorDoor host $emulator
        Set-EmulatorSetting $emulator @{ reissueDays = 1 }
    }

    AfterAll { Stop-EmulatorHost $emulator }

    It 'names the current id of a line whose item was reissued meanwhile' {
        $cart = New-PartnerCustomerCart $customer (New-TestLine @{ CatalogItemId = Get-CurrentItem CFQ7TTC1A105 0001 })
        $null = Set-PartnerCenterEmulatorClock -Advance 2.00:00:00
        $outcome = Get-Outcome { $cart | Submit-PartnerCustomerCart -Validate -Confirm:$false }
        $outcome.Error[0].Exception.Message | Should -BeLike "*CatalogItemStale (line 0)*$(Get-CurrentItem CFQ7TTC1A105 0001)*"
        (Get-Request carts.checkout).Count | Should -Be 0
    }
}
