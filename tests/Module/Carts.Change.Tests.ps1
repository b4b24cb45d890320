# Set-PartnerCustomerCart, Add- and Remove-PartnerCustomerCartLineItem where all goes well.
BeforeAll {
    . "$PSScriptRoot/_TestHelper.ps1"
    . "$PSScriptRoot/_WireHelper.ps1"
    Import-ModuleUnderTest
    Connect-PartnerCenter -Emulator
    $customer = '28045616-f6b9-462f-9701-0d89b5e65c44'
    $reservation = @{
        CatalogItemId       = 'DZH318Z0BQ36:004G:DZH318Z08C0S'
        FriendlyName        = 'Reserved VM'
        BillingCycle        = 'one_time'
        TermDuration        = 'P1Y'
        ProvisioningContext = @{ subscriptionId = '1C461A25-F729-4FA5-AADB-280947DD05E8'; scope = 'shared' }
    }
    $seat = @{ CatalogItemId = 'CFQ7TTC0LFLX:0001:CFQ7TTC0LB30'; Quantity = 20; BillingCycle = 'monthly'; TermDuration = 'P1M' }
    $software = @{ CatalogItemId = 'DG7GMGF0DWM3:0002:DG7GMGF0DT1M'; Quantity = 1; BillingCycle = 'one_time' }
}

AfterAll {
    Disconnect-PartnerCenter
}

Describe 'Changing carts' {
    BeforeEach {
        Reset-PartnerCenterEmulator -Confirm:$false
        $cart = @(
            New-PartnerCustomerCartLineItem @reservation
            New-PartnerCustomerCartLineItem @seat
        ) | New-PartnerCustomerCart -CustomerId $customer
    }

    Context 'Add-PartnerCustomerCartLineItem' {
        It 'puts back the added line and every other line unchanged' {
            $changed = $cart | Add-PartnerCustomerCartLineItem -LineItem $software
            $before = (ConvertFrom-Resource $cart).LineItems
            $sent = (ConvertFrom-WireText (Get-LastRequest carts.update).Body).lineItems
            $sent | Should -HaveCount 3
            Compare-WireTree $before[0] $sent[0] | Should -BeNullOrEmpty
            Compare-WireTree $before[1] $sent[1] | Should -BeNullOrEmpty
            $sent[2].catalogItemId | Should -BeExactly $software.CatalogItemId
            $changed.LineItems.Id | Should -Be 0, 1, 2
            $changed.CustomerId | Should -BeExactly $customer
        }

        It 'adds several lines in one change' {
            $changed = Add-PartnerCustomerCartLineItem -CustomerId $customer -CartId $cart.Id -LineItems $software, $software
            $changed.LineItems.Id | Should -Be 0, 1, 2, 3
            Get-PartnerCenterEmulatorRequest carts.update | Should -HaveCount 1
        }

        It 'reads what is in the cart now, not what the variable holds' {
            $null = $cart | Add-PartnerCustomerCartLineItem -LineItem $software
            ($cart | Add-PartnerCustomerCartLineItem -LineItem $software).LineItems | Should -HaveCount 4
        }

        It 'takes lines from the pipeline' {
            $changed = New-PartnerCustomerCartLineItem @software | Add-PartnerCustomerCartLineItem -CustomerId $customer -CartId $cart.Id
            $changed.LineItems[2].CatalogItemId | Should -BeExactly $software.CatalogItemId
        }

        It 'gives a line of another cart a number of its own' {
            $other = New-PartnerCustomerCartLineItem @software | New-PartnerCustomerCart -CustomerId $customer
            ($cart | Add-PartnerCustomerCartLineItem -LineItem $other.LineItems[0]).LineItems.Id | Should -Be 0, 1, 2
        }
    }

    Context 'Remove-PartnerCustomerCartLineItem' {
        It 'puts back every other line unchanged' {
            $changed = $cart | Remove-PartnerCustomerCartLineItem -LineItemId 0
            $sent = (ConvertFrom-WireText (Get-LastRequest carts.update).Body).lineItems
            $sent | Should -HaveCount 1
            Compare-WireTree (ConvertFrom-Resource $cart).LineItems[1] $sent[0] | Should -BeNullOrEmpty
            $changed.LineItems.Id | Should -Be 1
        }

        It 'takes the lines of a cart from the pipeline' {
            $null = $cart | Add-PartnerCustomerCartLineItem -LineItem $software, $software
            $left = $cart | Get-PartnerCustomerCart
            $null = $left.LineItems | Where-Object BillingCycle -EQ 'one_time' | Remove-PartnerCustomerCartLineItem
            ($cart | Get-PartnerCustomerCart).LineItems.Id | Should -Be 1
        }

        It 'removes several lines in one change' {
            $null = $cart | Add-PartnerCustomerCartLineItem -LineItem $software
            (Remove-PartnerCustomerCartLineItem $customer $cart.Id 0, 2).LineItems.Id | Should -Be 1
            Get-PartnerCenterEmulatorRequest carts.update | Should -HaveCount 2
        }

        It 'removes an add-on and keeps its base' {
            $base = New-PartnerCustomerCartLineItem -CatalogItemId '91FD106F-4B2C-4938-95AC-F54F74E9A239' -Quantity 3 -BillingCycle monthly -AddonItem @(
                @{ CatalogItemId = 'C94271D8-B431-4A25-A3C5-A57737A1C909'; Quantity = 2; BillingCycle = 'monthly' }
                @{ CatalogItemId = '43FCE491-76D1-4BCC-B709-8A288786DBAE'; Quantity = 3; BillingCycle = 'monthly' }
            ) | New-PartnerCustomerCart -CustomerId $customer
            $changed = $base | Remove-PartnerCustomerCartLineItem -LineItemId 1
            $changed.LineItems.Id | Should -Be 0
            $changed.LineItems[0].AddonItems.Id | Should -Be 2
        }

        It 'changes nothing when one of the lines is not there' {
            $changed = $cart | Remove-PartnerCustomerCartLineItem -LineItemId 0, 7 -ErrorAction SilentlyContinue -ErrorVariable problems
            $changed | Should -BeNullOrEmpty
            $problems | Should -HaveCount 1
            $problems[0].FullyQualifiedErrorId | Should -BeExactly 'NotFound,PartnerCenterCart.Commands.RemovePartnerCustomerCartLineItem'
            "$($problems[0])" | Should -BeLike '*no line 7*0, 1*'
            Get-PartnerCenterEmulatorRequest carts.update | Should -BeNullOrEmpty
        }

        It 'does not empty a cart' {
            $null = $cart | Remove-PartnerCustomerCartLineItem -LineItemId 0, 1 -ErrorAction SilentlyContinue -ErrorVariable problems
            $problems[0].FullyQualifiedErrorId | Should -BeExactly 'InvalidInput,PartnerCenterCart.Commands.RemovePartnerCustomerCartLineItem'
            ($cart | Get-PartnerCustomerCart).LineItems | Should -HaveCount 2
        }
    }

    Context 'Set-PartnerCustomerCart' {
        It 'sends back what came when nothing was changed' {
            $null = $cart | Get-PartnerCustomerCart | Set-PartnerCustomerCart
            $came = Get-LastRequest carts.create
            $sent = ConvertFrom-WireText (Get-LastRequest carts.update).Body
            Compare-WireTree (ConvertFrom-Resource $cart) $sent | Should -BeNullOrEmpty
            $came.Status | Should -Be 201
        }

        It 'changes what was changed, and nothing else' {
            $cart.LineItems[1].Quantity = 25
            $changed = $cart | Set-PartnerCustomerCart
            $changed.Id | Should -BeExactly $cart.Id
            $changed.LineItems.Quantity | Should -Be 1, 25
            $changed.LineItems[0].ProvisioningContext['scope'] | Should -BeExactly 'shared'
            $changed.CustomerId | Should -BeExactly $customer
        }

        It 'replaces the lines, with the names of the old module' {
            $changed = Set-PartnerCustomerCart -CartId $cart.Id -CustomerId $customer -LineItems (New-PartnerCustomerCartLineItem @software)
            $changed.Id | Should -BeExactly $cart.Id
            $changed.LineItems.CatalogItemId | Should -BeExactly $software.CatalogItemId
        }

        It 'takes ids from a cart that is given by name, as from the pipeline' {
            $changed = Set-PartnerCustomerCart -InputObject $cart -ErrorAction SilentlyContinue -ErrorVariable problems
            "$problems" | Should -BeNullOrEmpty
            $changed.Id | Should -BeExactly $cart.Id
        }

        It 'keeps the participants of a cart whose attestation the answer does not show' {
            $resold = New-PartnerCustomerCartLineItem @seat -Participants @{ transaction_reseller = '5357564' } |
                New-PartnerCustomerCart -CustomerId $customer -PartnerOnRecordAttestationAccepted
            $changed = $resold | Set-PartnerCustomerCart
            $changed.LineItems[0].Participants[0].ToString() | Should -BeExactly 'transaction_reseller=5357564'
        }

        It 'puts back a cart that went through JSON text' {
            $null = $cart | ConvertTo-Json -Depth 8 | ConvertFrom-Json | Set-PartnerCustomerCart
            $sent = ConvertFrom-WireText (Get-LastRequest carts.update).Body
            Compare-WireTree (ConvertFrom-Resource $cart) $sent | Should -BeNullOrEmpty
        }
    }

    Context 'A cart in the pipeline' {
        It 'goes through every cart cmdlet' {
            $result = $cart | Get-PartnerCustomerCart | Set-PartnerCustomerCart | Add-PartnerCustomerCartLineItem -LineItem $software |
                Remove-PartnerCustomerCartLineItem -LineItemId 0 | Submit-PartnerCustomerCart -Confirm:$false
            $result.Orders | Should -HaveCount 2
            $result.CartId | Should -BeExactly $cart.Id
        }
    }
}
