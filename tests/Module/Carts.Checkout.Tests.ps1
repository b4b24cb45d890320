# Submit-PartnerCustomerCart: what comes out, in which order, and what an error record tells.
BeforeAll {
    . "$PSScriptRoot/_TestHelper.ps1"
    . "$PSScriptRoot/_WireHelper.ps1"
    Import-ModuleUnderTest
    Connect-PartnerCenter -Emulator
    $customer = '28045616-f6b9-462f-9701-0d89b5e65c44'
    $failure = 'OrderError,PartnerCenterCart.Commands.SubmitPartnerCustomerCart'
}

AfterAll {
    Disconnect-PartnerCenter
}

Describe 'Submit-PartnerCustomerCart' {
    BeforeEach {
        Reset-PartnerCenterEmulator -Confirm:$false
        # Three order groups: 0 (one-time), 1 (new commerce, monthly), 2 (third-party SaaS).
        $cart = @(
            @{ CatalogItemId = 'DG7GMGF0DWM3:0002:DG7GMGF0DT1M'; Quantity = 1; BillingCycle = 'one_time' }
            @{ CatalogItemId = 'CFQ7TTC0LFLX:0001:CFQ7TTC0LB30'; Quantity = 20; BillingCycle = 'monthly'; TermDuration = 'P1M' }
            @{ CatalogItemId = 'DZH318Z0BXWC:0002:DZH318Z0BMRV'; Quantity = 1; BillingCycle = 'monthly'; TermDuration = 'P1M' }
        ) | New-PartnerCustomerCart -CustomerId $customer
    }

    It 'makes one order of each order group' {
        $result = $cart | Submit-PartnerCustomerCart -Confirm:$false
        $result.Orders | Should -HaveCount 3
        $result.OrderErrors | Should -BeNullOrEmpty
        $result.Orders.BillingCycle | Should -BeExactly 'one_time', 'monthly', 'monthly'
    }

    It 'takes the names of the old module' {
        $result = Submit-PartnerCustomerCart -CartId $cart.Id -CustomerId $customer -Confirm:$false
        $result.Orders | Should -HaveCount 3
    }

    It 'names customer, cart and orders on its result' {
        $result = $cart | Submit-PartnerCustomerCart -Confirm:$false
        $result.CustomerId | Should -BeExactly $customer
        $result.CartId | Should -BeExactly $cart.Id
        $result.OrderId | Should -BeExactly $result.Orders.Id
        $result.Orders.CustomerId | Should -BeExactly $customer, $customer, $customer
    }

    It 'makes one call when nobody is asked' {
        $null = $cart | Submit-PartnerCustomerCart -Confirm:$false
        Get-PartnerCenterEmulatorRequest carts.get | Should -BeNullOrEmpty
        Get-PartnerCenterEmulatorRequest carts.checkout | Should -HaveCount 1
    }

    It 'makes the cart an ordered one' {
        $null = $cart | Submit-PartnerCustomerCart -Confirm:$false
        ($cart | Get-PartnerCustomerCart).Status | Should -BeExactly 'Ordered'
    }

    It 'gives the same orders for a cart that is ordered already' {
        $first = $cart | Submit-PartnerCustomerCart -Confirm:$false
        $again = $cart | Submit-PartnerCustomerCart -Confirm:$false
        $again.OrderId | Should -BeExactly $first.OrderId
        $null = Set-PartnerCenterEmulatorClock -Advance '00:20:00'
        Get-PartnerCustomerOrder -CustomerId $customer | Should -HaveCount 3
    }

    It 'gives the same orders for an ordered cart whose time is over' {
        $first = $cart | Submit-PartnerCustomerCart -Confirm:$false
        $null = Set-PartnerCenterEmulatorClock -Advance '8.00:00:00'
        ($cart | Submit-PartnerCustomerCart -Confirm:$false).OrderId | Should -BeExactly $first.OrderId
    }

    It 'writes the result first, then one error record for each failed group' {
        Set-PartnerCenterEmulatorFault -Operation carts.checkout -OrderGroup 1 -Code 800010 -Description 'No inventory.'
        $all = $cart | Submit-PartnerCustomerCart -Confirm:$false -ErrorAction Continue 2>&1
        $all[0] | Should -BeOfType 'PartnerCenterCart.CartCheckoutResult'
        $all[1] | Should -BeOfType [Management.Automation.ErrorRecord]
        $all | Should -HaveCount 2
        $all[0].Orders | Should -HaveCount 2
        $all[0].OrderErrors.OrderGroupId | Should -BeExactly '1'
    }

    It 'says in the error record what failed, and for which cart' {
        Set-PartnerCenterEmulatorFault -Operation carts.checkout -OrderGroup 2 -Code 800010 -Description 'No inventory.'
        $null = $cart | Submit-PartnerCustomerCart -Confirm:$false -ErrorAction SilentlyContinue -ErrorVariable problems
        $problems | Should -HaveCount 1
        $problems[0].FullyQualifiedErrorId | Should -BeExactly $failure
        $problems[0].CategoryInfo.Category | Should -Be 'InvalidResult'
        $problems[0].TargetObject | Should -Be $cart
        $problems[0].Exception.Kind | Should -Be 'OrderError'
        $problems[0].Exception.ServiceCode | Should -BeExactly '800010'
        "$($problems[0])" | Should -BeLike "*group 2 *$($cart.Id)*$customer*No inventory.*800010*"
    }

    It 'names the cart by its id as the target when only the id was given' {
        Set-PartnerCenterEmulatorFault -Operation carts.checkout -OrderGroup 2
        $null = Submit-PartnerCustomerCart $customer $cart.Id -Confirm:$false -ErrorAction SilentlyContinue -ErrorVariable problems
        $problems[0].TargetObject | Should -BeExactly $cart.Id
    }

    It 'has the result out before -ErrorAction Stop stops' {
        Set-PartnerCenterEmulatorFault -Operation carts.checkout -OrderGroup 1
        $seen = [Collections.Generic.List[object]]::new()
        { $cart | Submit-PartnerCustomerCart -Confirm:$false -ErrorAction Stop | ForEach-Object { $seen.Add($_) } } |
            Should -Throw -ErrorId $failure
        $seen | Should -HaveCount 1
        $seen[0].Orders | Should -HaveCount 2
    }

    It 'has the result in -OutVariable when -ErrorAction Stop stops' {
        Set-PartnerCenterEmulatorFault -Operation carts.checkout -OrderGroup 1
        try { $cart | Submit-PartnerCustomerCart -Confirm:$false -ErrorAction Stop -OutVariable result }
        catch { $_.FullyQualifiedErrorId | Should -BeExactly $failure }
        $result[0].OrderId | Should -HaveCount 2
    }

    It 'goes on with the next cart after one that failed in part' {
        $second = @{ CatalogItemId = 'DG7GMGF0DWM3:0002:DG7GMGF0DT1M'; Quantity = 1; BillingCycle = 'one_time' } | New-PartnerCustomerCart -CustomerId $customer
        Set-PartnerCenterEmulatorFault -Operation carts.checkout -OrderGroup 1
        $results = $cart, $second | Submit-PartnerCustomerCart -Confirm:$false -ErrorAction SilentlyContinue -ErrorVariable problems
        $results.CartId | Should -BeExactly $cart.Id, $second.Id
        $problems | Should -HaveCount 1
    }

    It 'shows the result of a cart of which nothing was bought' {
        $single = @{ CatalogItemId = 'DG7GMGF0DWM3:0002:DG7GMGF0DT1M'; Quantity = 1; BillingCycle = 'one_time' } | New-PartnerCustomerCart -CustomerId $customer
        Set-PartnerCenterEmulatorFault -Operation carts.checkout -OrderGroup 0
        $result = $single | Submit-PartnerCustomerCart -Confirm:$false -ErrorAction SilentlyContinue
        $result.OrderErrors | Should -HaveCount 1
        $result.OrderId | Should -HaveCount 0
        $result.OrderId.GetType() | Should -Be ([string[]])
    }

    It 'tries failed groups again, and no bought ones' {
        Set-PartnerCenterEmulatorFault -Operation carts.checkout -OrderGroup 1
        $first = $cart | Submit-PartnerCustomerCart -Confirm:$false -ErrorAction SilentlyContinue
        $again = $cart | Submit-PartnerCustomerCart -Confirm:$false
        $again.Orders | Should -HaveCount 3
        $first.OrderId | ForEach-Object { $again.OrderId | Should -Contain $_ }
    }

    It 'tells why a line that has an error was not bought' {
        $bad = @{ CatalogItemId = 'CFQ7TTC0LF8S:0001:CFQ7TTC0VZW5'; Quantity = 400; BillingCycle = 'monthly'; TermDuration = 'P1Y' } |
            New-PartnerCustomerCart -CustomerId $customer -ErrorAction SilentlyContinue
        $result = Submit-PartnerCustomerCart -CustomerId $customer -CartId $bad.Id -Confirm:$false -ErrorAction SilentlyContinue -ErrorVariable problems
        $result.Orders | Should -BeNullOrEmpty
        $problems[0].FullyQualifiedErrorId | Should -BeExactly $failure
    }

    It 'buys nothing of a piped cart that has a line with an error' {
        $bad = @(
            @{ CatalogItemId = 'CFQ7TTC0LF8S:0001:CFQ7TTC0VZW5'; Quantity = 400; BillingCycle = 'annual'; TermDuration = 'P1Y' }
            @{ CatalogItemId = 'DZH318Z0BXWC:0002:DZH318Z0BMRV'; Quantity = 1; BillingCycle = 'monthly'; TermDuration = 'P1M' }
        ) | New-PartnerCustomerCart -CustomerId $customer -ErrorAction SilentlyContinue
        $bad | Submit-PartnerCustomerCart -Confirm:$false -ErrorAction SilentlyContinue -ErrorVariable problems | Should -BeNullOrEmpty
        $problems[0].FullyQualifiedErrorId | Should -BeExactly 'CartLineError,PartnerCenterCart.Commands.SubmitPartnerCustomerCart'
        Get-PartnerCenterEmulatorRequest carts.checkout | Where-Object { $_.Path -like "*$($bad.Id)*" } | Should -BeNullOrEmpty
    }

    It 'is not reached by a cart with a bad line where the command before it stops at errors' {
        $script = {
            @(
                @{ CatalogItemId = 'CFQ7TTC0LF8S:0001:CFQ7TTC0VZW5'; Quantity = 400; BillingCycle = 'annual'; TermDuration = 'P1Y' }
                @{ CatalogItemId = 'DZH318Z0BXWC:0002:DZH318Z0BMRV'; Quantity = 1; BillingCycle = 'monthly'; TermDuration = 'P1M' }
            ) | New-PartnerCustomerCart -CustomerId $customer -ErrorAction Stop | Submit-PartnerCustomerCart -Confirm:$false
        }
        $before = @(Get-PartnerCenterEmulatorRequest carts.checkout).Count
        $script | Should -Throw -ErrorId 'CartLineError,PartnerCenterCart.Commands.NewPartnerCustomerCart'
        @(Get-PartnerCenterEmulatorRequest carts.checkout).Count | Should -Be $before
    }

    It 'tells the orders of a cart that an older service refuses to check out again' {
        $bought = $cart | Submit-PartnerCustomerCart -Confirm:$false
        $null = Set-PartnerCenterEmulatorClock -Advance '00:20:00'
        Set-PartnerCenterEmulatorFault -Operation carts.checkout -Status 400 -Code 800065
        $again = $cart | Submit-PartnerCustomerCart -Confirm:$false
        $again.OrderId | Sort-Object | Should -Be ($bought.OrderId | Sort-Object)
    }

    It 'does not say that a purchase failed which an earlier try may have made' {
        Set-PartnerCenterEmulatorFault -Operation carts.checkout -ResetConnection After
        Set-PartnerCenterEmulatorFault -Operation carts.checkout -Status 404 -Code 800008
        $cart | Submit-PartnerCustomerCart -Confirm:$false -ErrorAction SilentlyContinue -ErrorVariable problems | Should -BeNullOrEmpty
        $problems[0].FullyQualifiedErrorId | Should -BeExactly 'OutcomeUnknown,PartnerCenterCart.Commands.SubmitPartnerCustomerCart'
        $problems[0].ErrorDetails.RecommendedAction | Should -BeLike 'Submit the same cart again*'
    }

    It 'writes its result before a preference of Stop on a mere note ends the script' {
        $stopped = $false
        $VerbosePreference = 'Stop'
        try { $null = $cart | Submit-PartnerCustomerCart -Confirm:$false -OutVariable out }
        catch { $stopped = $true }
        $VerbosePreference = 'SilentlyContinue'
        $stopped | Should -BeTrue
        if (($cart | Get-PartnerCustomerCart).Status -eq 'Ordered') { $out | Should -HaveCount 1 }
    }

    It 'buys nothing any more when a preference of Stop ends the script in a wait' {
        Set-PartnerCenterEmulatorFault -Operation carts.checkout -Status 429 -RetryAfter 30 -Times 0
        { $cart | Submit-PartnerCustomerCart -Confirm:$false -WarningAction Stop } | Should -Throw
        Set-PartnerCenterEmulatorFault -Clear
        ($cart | Get-PartnerCustomerCart).Status | Should -Be 'Active'
    }
}
