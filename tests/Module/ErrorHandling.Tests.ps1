# Errors behave as users of PowerShell know them.
BeforeAll {
    . "$PSScriptRoot/_TestHelper.ps1"
    . "$PSScriptRoot/_Purchase.ps1"
    Import-ModuleUnderTest
    Connect-PartnerCenter -Emulator
    $cart = New-TestCart
    $other = New-TestCart
    $notFound = Get-ErrorId NotFound Get-PartnerCustomerCart
}

AfterAll { Disconnect-PartnerCenter }

Describe 'an error' {
    It 'does not end the script' {
        $after = & {
            $ErrorActionPreference = 'Continue'
            Get-PartnerCustomerCart -CustomerId $customer -CartId $unknownCart 2> $null
            'after'
        }
        $after | Should -Be 'after'
    }

    It 'is caught with -ErrorAction Stop, by its type' {
        $caught = try { Get-PartnerCustomerCart -CustomerId $customer -CartId $unknownCart -ErrorAction Stop } catch [PartnerCenterCart.PartnerException] { $_ }
        $caught.FullyQualifiedErrorId | Should -BeExactly $notFound
        $caught.Exception.Kind | Should -Be 'NotFound'
    }

    It 'is caught with $ErrorActionPreference Stop' {
        $caught = & {
            $ErrorActionPreference = 'Stop'
            try { Get-PartnerCustomerCart -CustomerId $customer -CartId $unknownCart } catch { $_ }
        }
        $caught.FullyQualifiedErrorId | Should -BeExactly $notFound
    }

    It 'is kept in -ErrorVariable while -ErrorAction SilentlyContinue shows nothing' {
        $shown = @(Get-PartnerCustomerCart -CustomerId $customer -CartId $unknownCart -ErrorVariable kept -ErrorAction SilentlyContinue 2>&1)
        $shown | Should -BeNullOrEmpty
        $kept.Count | Should -Be 1
        $kept[0].FullyQualifiedErrorId | Should -BeExactly $notFound
    }

    It 'is not even in $Error with -ErrorAction Ignore' {
        $before = $Error.Count
        Get-PartnerCustomerCart -CustomerId $customer -CartId $unknownCart -ErrorAction Ignore
        $Error.Count | Should -Be $before
    }

    It 'sets $? to false' {
        $worked = & { Get-PartnerCustomerCart -CustomerId $customer -CartId $unknownCart -ErrorAction SilentlyContinue; $? }
        $worked | Should -BeFalse
    }

    It 'of one cmdlet leaves the next one in the pipeline to its own' {
        $outcome = Get-Outcome { $unknownCart, $cart.Id | ForEach-Object { [pscustomobject]@{ CartId = $_ } } | Get-PartnerCustomerCart -CustomerId $customer | Add-PartnerCustomerCartLineItem -LineItem @{ Quantity = 1 } }
        $outcome.Error.FullyQualifiedErrorId | Should -Be $notFound, (Get-ErrorId InvalidInput Add-PartnerCustomerCartLineItem)
        $outcome.Error.InvocationInfo.MyCommand.Name | Should -Be 'Get-PartnerCustomerCart', 'Add-PartnerCustomerCartLineItem'
    }
}

Describe 'three inputs with one bad' {
    It 'give two results and one error, in order: Get-PartnerCustomerCart' {
        $outcome = Get-Outcome { Get-PartnerCustomerCart -CustomerId $customer -CartId $cart.Id, $unknownCart, $other.Id }
        $outcome.Output.Id | Should -Be $cart.Id, $other.Id
        $outcome.Error.FullyQualifiedErrorId | Should -Be $notFound
        $outcome.Error.TargetObject | Should -Be $unknownCart
    }

    It 'stop at the bad one with -ErrorAction Stop' {
        $before = (Get-Request carts.get).Count
        $outcome = Get-Outcome { Get-PartnerCustomerCart -CustomerId $customer -CartId $cart.Id, $unknownCart, $other.Id -ErrorAction Stop }
        $outcome.Output.Id | Should -Be $cart.Id
        $outcome.Error.Count | Should -Be 1
        (Get-Request carts.get).Count - $before | Should -Be 2
    }
}

Describe 'an order group that fails in a checkout' {
    BeforeEach {
        $mixed = New-PartnerCustomerCart -CustomerId $customer -LineItem (New-TestLine), (New-TestLine @{ CatalogItemId = 'DG7GMGF0DWTL:0001:DG7GMGF0DSFM'; BillingCycle = 'one_time'; TermDuration = $null })
        Set-PartnerCenterEmulatorFault -Operation carts.checkout -OrderGroup $mixed.LineItems[0].OrderGroup -Code 800023 -Description 'The tester wants it so'
    }
    AfterEach { Set-PartnerCenterEmulatorFault -Clear }

    It 'is an error record after the result' {
        $all = @(& { $ErrorActionPreference = 'Continue'; $mixed | Submit-PartnerCustomerCart -Confirm:$false 2>&1 })
        $all.Count | Should -Be 2
        $all[0] | Should -BeOfType PartnerCenterCart.CartCheckoutResult
        $all[0].Orders.Count | Should -Be 1
        $all[1].FullyQualifiedErrorId | Should -BeExactly (Get-ErrorId OrderError Submit-PartnerCustomerCart)
        $all[1].TargetObject | Should -Be $mixed
        $all[1].CategoryInfo.Category | Should -Be 'InvalidResult'
        $all[1].Exception.ServiceCode | Should -Be '800023'
        $all[1].Exception.Message | Should -BeLike "*$($mixed.LineItems[0].OrderGroup)*$($mixed.Id)*The tester wants it so*800023*"
    }

    It 'stops the script with -ErrorAction Stop only after the result is out' {
        $outcome = Get-Outcome { $mixed | Submit-PartnerCustomerCart -Confirm:$false -ErrorAction Stop -OutVariable bought }
        $outcome.Error.Count | Should -Be 1
        $outcome.Output[0].Orders.Count | Should -Be 1
    }
}

Describe 'a line that cannot be bought' {
    It 'is an error record after the cart, with the line as its target' {
        Set-PartnerCenterEmulatorFault -Operation carts.create -LineError InventoryNotAvailable
        $outcome = Get-Outcome { New-PartnerCustomerCart -CustomerId $customer -LineItem (New-TestLine), (New-TestLine) }
        $outcome.Output.Count | Should -Be 1
        $outcome.Error.Count | Should -Be 1
        $outcome.Error[0].FullyQualifiedErrorId | Should -BeExactly (Get-ErrorId CartLineError New-PartnerCustomerCart)
        $outcome.Error[0].CategoryInfo.Category | Should -Be 'InvalidResult'
        $outcome.Error[0].TargetObject | Should -Be $outcome.Output[0].LineItems[0]
        $outcome.Error[0].Exception.Message | Should -BeLike "*Line 0*$($outcome.Output[0].Id)*"
    }
}
