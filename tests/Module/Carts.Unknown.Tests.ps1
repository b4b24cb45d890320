# The service adds members without notice; what this version does not know must survive a read followed by a write.
BeforeAll {
    . "$PSScriptRoot/_TestHelper.ps1"
    . "$PSScriptRoot/_WireHelper.ps1"
    Import-ModuleUnderTest
    $emulator = Start-EmulatorHost
    Connect-Door Kestrel $emulator.Endpoint
    $customer = 'c0000000-0000-4000-8000-000000000001'
    $call = @{ Headers = @{ Authorization = 'Bearer some-token' }; ContentType = 'application/json' }
    $path = "$($emulator.Endpoint)/v1/customers/$customer/carts"

    # Planted without the module. The emulator gives back members that it does not know, as the service does.
    $planted = @'
{
  "soldBy": { "name": "Zürich", "rates": [1, 2.50, null, true] },
  "lineItems": [
    {
      "id": 3, "catalogItemId": "CFQ7TTC0LFLX:0001:CFQ7TTC0LB30", "quantity": 20, "billingCycle": "Monthly", "termDuration": "P1M",
      "greenEnergy": "yes", "deliveredBy": "2027-01-02T03:04:05.0000000Z"
    },
    {
      "id": 5, "catalogItemId": "91FD106F-4B2C-4938-95AC-F54F74E9A239", "quantity": 3, "billingCycle": "monthly", "note": [],
      "addonItems": [{ "id": 6, "catalogItemId": "C94271D8-B431-4A25-A3C5-A57737A1C909", "quantity": 2, "billingCycle": "monthly", "shade": { "of": "blue" } }]
    }
  ]
}
'@
}

AfterAll {
    Disconnect-PartnerCenter
    Stop-EmulatorHost $emulator
}

Describe 'Members that this version does not know' {
    BeforeEach {
        Reset-PartnerCenterEmulator -Confirm:$false
        $raw = Invoke-RestMethod $path -Method Post -Body $planted @call
        $before = ConvertFrom-WireText (Invoke-WebRequest "$path/$($raw.id)" @call).Content
        $cart = Get-PartnerCustomerCart -CustomerId $customer -CartId $raw.id
    }

    It 'can be read' {
        $cart.AdditionalProperties['soldBy']['rates'][1] | Should -Be 2.5
        $cart.LineItems[0].AdditionalProperties['greenEnergy'] | Should -BeExactly 'yes'
    }

    It 'go back as they came when the cart is put back' {
        $null = $cart | Set-PartnerCustomerCart
        Compare-WireTree $before (ConvertFrom-WireText (Get-LastRequest carts.update).Body) | ForEach-Object Text | Should -BeNullOrEmpty
    }

    It 'go back letter by letter, numbers and dates included' {
        $null = $cart | Set-PartnerCustomerCart
        $body = (Get-LastRequest carts.update).Body
        $body | Should -BeLike '*"rates":`[1,2.50,null,true`]*'
        $body | Should -BeLike '*"deliveredBy":"2027-01-02T03:04:05.0000000Z"*'
    }

    It 'stay when another line is added' {
        $null = $cart | Add-PartnerCustomerCartLineItem -LineItem @{ CatalogItemId = 'DG7GMGF0DWM3:0002:DG7GMGF0DT1M'; Quantity = 1; BillingCycle = 'one_time' }
        $sent = ConvertFrom-WireText (Get-LastRequest carts.update).Body
        Compare-WireTree $before $sent | ForEach-Object Text | Should -BeExactly '+lineItems[2]'
    }

    It 'stay when another line is removed' {
        $null = $cart | Remove-PartnerCustomerCartLineItem -LineItemId 3
        $sent = ConvertFrom-WireText (Get-LastRequest carts.update).Body
        Compare-WireTree $before.lineItems[1] $sent.lineItems[0] | ForEach-Object Text | Should -BeNullOrEmpty
        Compare-WireTree $before.soldBy $sent.soldBy | Should -BeNullOrEmpty
    }

    It 'of the cart stay when all of its lines are replaced' {
        $null = Set-PartnerCustomerCart -CustomerId $customer -CartId $cart.Id -LineItem @{ CatalogItemId = 'DG7GMGF0DWM3:0002:DG7GMGF0DT1M'; Quantity = 1; BillingCycle = 'one_time' }
        $sent = ConvertFrom-WireText (Get-LastRequest carts.update).Body
        Compare-WireTree $before.soldBy $sent.soldBy | Should -BeNullOrEmpty
    }

    It 'stay on the line that was changed' {
        $cart.LineItems[0].Quantity = 25
        $null = $cart | Set-PartnerCustomerCart
        $sent = ConvertFrom-WireText (Get-LastRequest carts.update).Body
        Compare-WireTree $before $sent | ForEach-Object Key | Should -BeExactly '~lineItems[0].quantity'
    }

    It 'of every object in an answer survive' {
        Set-PartnerCenterEmulatorFault -Operation carts.get -UnknownMembers
        # The fault may bring values, too, that the emulator itself does not take back.
        $null = $cart | Get-PartnerCustomerCart | Set-PartnerCustomerCart -ErrorAction SilentlyContinue
        $sent = ConvertFrom-WireText (Get-LastRequest carts.update).Body
        foreach ($holder in $sent, $sent.lineItems[0], $sent.lineItems[0].pricing, $sent.lineItems[1].addonItems[0], $sent.links, $sent.links.self, $sent.attributes) {
            $holder.addedTomorrow.values | Should -Be 1, 'two', $null
        }
    }
}

Describe 'Enumeration values that nobody knows' {
    BeforeEach {
        Reset-PartnerCenterEmulator -Confirm:$false
        $line = @{ CatalogItemId = 'CFQ7TTC0LFLX:0001:CFQ7TTC0LB30'; Quantity = 2; BillingCycle = 'monthly'; TermDuration = 'P1M' }
        $cart = New-PartnerCustomerCart -CustomerId $customer -LineItem $line
        $fault = { param($operation) $null = Invoke-RestMethod "$($emulator.Endpoint)/_emulator/faults" -Method Post -ContentType 'application/json' -Body (@{ operation = $operation; unknownEnumValues = $true } | ConvertTo-Json) }
    }

    It 'are shown and put back as they came' {
        & $fault carts.get
        $read = $cart | Get-PartnerCustomerCart
        $read.Status | Should -BeExactly 'added_tomorrow'
        $read.LineItems[0].BillingCycle | Should -BeExactly 'added_tomorrow'
        $read.LineItems[0].Quantity = 3
        $null = $read | Set-PartnerCustomerCart -ErrorAction SilentlyContinue
        (ConvertFrom-WireText (Get-LastRequest carts.update).Body).lineItems[0].billingCycle | Should -BeExactly 'added_tomorrow'
    }

    It 'do not break a list of orders' {
        $null = $cart | Submit-PartnerCustomerCart -Confirm:$false
        $null = Set-PartnerCenterEmulatorClock -Advance '00:20:00'
        & $fault orders.list
        $order = Get-PartnerCustomerOrder -CustomerId $customer
        $order | Should -HaveCount 1
        $order.Status | Should -BeExactly 'added_tomorrow'
    }
}
