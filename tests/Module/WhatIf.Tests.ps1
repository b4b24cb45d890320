# -WhatIf sends nothing but GETs, and says what would happen.
BeforeDiscovery {
    $calls = @(
        @{ Cmdlet = 'New-PartnerCustomerCart'; Call = { New-PartnerCustomerCart -CustomerId $customer -LineItem (New-TestLine) -WhatIf } }
        @{ Cmdlet = 'Set-PartnerCustomerCart'; Call = { $cart | Set-PartnerCustomerCart -WhatIf } }
        @{ Cmdlet = 'Set-PartnerCustomerCart'; Call = { Set-PartnerCustomerCart -CustomerId $customer -CartId $cart.Id -LineItem (New-TestLine @{ Quantity = 9 }) -WhatIf } }
        @{ Cmdlet = 'Add-PartnerCustomerCartLineItem'; Call = { $cart | Add-PartnerCustomerCartLineItem -LineItem (New-TestLine) -WhatIf } }
        @{ Cmdlet = 'Remove-PartnerCustomerCartLineItem'; Call = { $cart | Remove-PartnerCustomerCartLineItem -LineItemId 0 -WhatIf } }
        @{ Cmdlet = 'Submit-PartnerCustomerCart'; Call = { $cart | Submit-PartnerCustomerCart -WhatIf } }
        @{ Cmdlet = 'Submit-PartnerCustomerCart -Confirm:$false'; Call = { $cart | Submit-PartnerCustomerCart -WhatIf -Confirm:$false } }
        @{ Cmdlet = 'the whole purchase, with $WhatIfPreference'; Call = { $WhatIfPreference = $true; New-TestLine | New-PartnerCustomerCart -CustomerId $customer | Submit-PartnerCustomerCart; $cart | Submit-PartnerCustomerCart } }
    )
}

BeforeAll {
    . "$PSScriptRoot/_TestHelper.ps1"
    . "$PSScriptRoot/_Purchase.ps1"
    Import-ModuleUnderTest
    $emulator = Start-EmulatorHost
    Connect-EmulatorDoor host $emulator
    $cart = New-PartnerCustomerCart -CustomerId $customer -LineItem (New-TestLine), (New-TestLine @{ FriendlyName = 'Sales team'; Quantity = 3 })

    # What a user sees: -WhatIf writes to the host, which a redirection does not reach. The child is not interactive.
    function Get-Shown([scriptblock] $Script, [string[]] $Argument = @()) {
        $setup = 'param($customer, $cartId) Import-Module $env:PCC_MODULE; Connect-PartnerCenter -AccessToken some-token -Endpoint $env:EMULATOR_ENDPOINT; '
        $line = '$line = @{ CatalogItemId = "CFQ7TTC0LFLX:0001:CFQ7TTC0LB30"; Quantity = 2; BillingCycle = "monthly"; TermDuration = "P1M" }; '
        Invoke-CleanPwsh -Environment @{ EMULATOR_ENDPOINT = $emulator.Endpoint } -ArgumentList (@($customer, $cart.Id) + $Argument) -Script ([scriptblock]::Create($setup + $line + $Script))
    }
}

AfterAll {
    Disconnect-PartnerCenter
    Stop-EmulatorHost $emulator
}

Describe '<Cmdlet> -WhatIf' -ForEach $calls {
    It 'changes nothing, gives nothing and sends nothing but GETs' {
        $before = Get-SentCount
        $outcome = Get-Outcome $Call
        $outcome.Error | Should -BeNullOrEmpty
        $outcome.Output | Where-Object { $_ -isnot [Management.Automation.InformationRecord] } | Should -BeNullOrEmpty
        @(Get-PartnerCenterEmulatorRequest | Select-Object -Skip $before | Where-Object Method -NE GET) | Should -BeNullOrEmpty
        ($cart | Get-PartnerCustomerCart).LineItems.Quantity | Should -Be 2, 3
        ($cart | Get-PartnerCustomerCart).Status | Should -Be 'Active'
    }
}

Describe 'bad input with -WhatIf' {
    It 'is an error all the same' {
        $outcome = Get-Outcome { New-PartnerCustomerCart -CustomerId $customer -LineItem (New-TestLine @{ Quantity = 0 }) -WhatIf }
        $outcome.Error.FullyQualifiedErrorId | Should -BeExactly (Get-ErrorId InvalidInput New-PartnerCustomerCart)
    }

    It 'of a cart that is not there is an error' {
        $outcome = Get-Outcome { Submit-PartnerCustomerCart -CustomerId $customer -CartId $unknownCart -WhatIf }
        $outcome.Error.FullyQualifiedErrorId | Should -BeExactly (Get-ErrorId NotFound Submit-PartnerCustomerCart)
    }
}

Describe 'the question' {
    BeforeAll {
        $software = New-PartnerCustomerCart -CustomerId $customer -LineItem (New-TestLine @{ CatalogItemId = 'DG7GMGF0DWTL:0001:DG7GMGF0DSFM'; BillingCycle = 'one_time'; TermDuration = $null })
        $ordered = New-TestCart
        $null = $ordered | Submit-PartnerCustomerCart -Confirm:$false
        $shown = (Get-Shown -Argument $software.Id, $ordered.Id -Script {
                foreach ($id in @($cartId) + $args) { Submit-PartnerCustomerCart -CustomerId $customer -CartId $id -WhatIf }
            }).StdOut
    }

    It 'of Submit- names customer, cart, lines and total' {
        # 2 and 3 licences at 43.20 a month.
        $shown[0] | Should -BeLike "What if:*2 lines*216.00 USD*$($cart.Id)*$customer*"
    }

    It 'of Submit- says when the price is unknown' {
        $software.TotalPrice | Should -BeNullOrEmpty
        $shown[1] | Should -BeLike "What if:*1 line*price unknown*$($software.Id)*"
    }

    It 'of Submit- says that an ordered cart is not bought again' {
        $shown[2] | Should -BeLike 'What if:*ordered already*'
    }

    It 'of New-, Add-, Set- and Remove- names customer or cart, and lines' {
        $shown = (Get-Shown {
                $line | New-PartnerCustomerCart -CustomerId $customer -WhatIf
                Add-PartnerCustomerCartLineItem -CustomerId $customer -CartId $cartId -LineItem $line -WhatIf
                Set-PartnerCustomerCart -CustomerId $customer -CartId $cartId -LineItem $line -WhatIf
                Remove-PartnerCustomerCartLineItem -CustomerId $customer -CartId $cartId -LineItemId 1 -WhatIf
            }).StdOut
        $shown.Count | Should -Be 4
        $shown[0] | Should -BeLike "What if:*Create a cart with 1 line: 2 x CFQ7TTC0LFLX:0001:CFQ7TTC0LB30*$customer*"
        $shown[1] | Should -BeLike "What if:*Add 1 line: 2 x CFQ7TTC0LFLX:0001:CFQ7TTC0LB30*$($cart.Id)*$customer*"
        $shown[2] | Should -BeLike "What if:*Replace*1 line: 2 x CFQ7TTC0LFLX:0001:CFQ7TTC0LB30*$($cart.Id)*$customer*"
        $shown[3] | Should -BeLike "What if:*Remove line 1*$($cart.Id)*$customer*"
    }
}

Describe 'Submit-PartnerCustomerCart without -Confirm:$false' {
    It 'fails where nobody can be asked, and buys nothing' {
        $open = New-TestCart
        $run = Get-Shown { Submit-PartnerCustomerCart -CustomerId $customer -CartId $args[0]; 'after' } $open.Id
        $run.StdErr | Should -BeLike '*NonInteractive*'
        @(Get-PartnerCenterEmulatorRequest carts.checkout | Where-Object Path -Like "*$($open.Id)*") | Should -BeNullOrEmpty
        ($open | Get-PartnerCustomerCart).Status | Should -Be 'Active'
    }

    It 'asks nobody with -Confirm:$false, and then reads nothing before it buys' {
        $open = New-TestCart
        $before = Get-SentCount
        ($open | Submit-PartnerCustomerCart -Confirm:$false).Orders.Count | Should -Be 1
        (Get-PartnerCenterEmulatorRequest | Select-Object -Skip $before).Operation | Should -Be 'carts.checkout'
    }

    It 'asks nobody when $ConfirmPreference is None' {
        $open = New-TestCart
        $result = & { $ConfirmPreference = 'None'; $open | Submit-PartnerCustomerCart }
        $result.Orders.Count | Should -Be 1
    }
}
