# What people see: the default table of every type, at the widths of a small and a large window.
BeforeDiscovery {
    $widths = 79, 80, 120
    $views = 'Cart', 'CartLineItem', 'CartCheckoutResult', 'OrderError', 'CartError', 'CartParticipant', 'Pricing', 'PurchaseCommitment', 'Link', 'Order',
        'OrderLineItem', 'PartnerContext', 'EmulatorRequest'
    $everyView = foreach ($width in $widths) { foreach ($view in $views) { @{ View = $view; Width = $width } } }
}

BeforeAll {
    # Amounts are written in the reader's culture.
    $culture = [cultureinfo]::CurrentCulture
    . "$PSScriptRoot/_TestHelper.ps1"
    Import-ModuleUnderTest
    [cultureinfo]::CurrentCulture = 'en-US'
    $customer = '28045616-f6b9-462f-9701-0d89b5e65c44'
    $context = Connect-PartnerCenter -Emulator -PassThru
    $mixed = @(
        @{ CatalogItemId = 'DG7GMGF0DWM3:0002:DG7GMGF0DT1M'; Quantity = 1; BillingCycle = 'one_time'; FriendlyName = 'Branch office' }
        @{ CatalogItemId = 'CFQ7TTC0LFLX:0001:CFQ7TTC0LB30'; Quantity = 20; BillingCycle = 'monthly'; TermDuration = 'P1M' }
        @{ CatalogItemId = 'CFQ7TTC0LF8S:0001:CFQ7TTC0VZW5'; Quantity = 400; BillingCycle = 'annual'; TermDuration = 'P1Y' }
    ) | New-PartnerCustomerCart -CustomerId $customer -ErrorAction SilentlyContinue
    $seats = @{ CatalogItemId = 'CFQ7TTC0LFLX:0001:CFQ7TTC0LB30'; Quantity = 20; BillingCycle = 'monthly'; TermDuration = 'P1M' } | New-PartnerCustomerCart -CustomerId $customer
    $requests = Get-PartnerCenterEmulatorRequest
    Set-PartnerCenterEmulatorFault -Operation carts.checkout -OrderGroup 0 -Code 800010
    $result = Submit-PartnerCustomerCart -CustomerId $customer -CartId $mixed.Id -Confirm:$false -ErrorAction SilentlyContinue
    $order = $result | Get-PartnerCustomerOrder -IncludePrice
    $null = Set-PartnerCenterEmulatorClock -Advance '00:20:00'
    $provisioned = $result | Get-PartnerCustomerOrder
    $made = New-PartnerCustomerCartLineItem -CatalogItemId 'a:b:c' -Participants @{ transaction_reseller = '5357564' } -PurchaseCommitment @{ Amount = 0.05; Currency = 'usd'; Grain = 'hourly' }

    $shown = @{
        Cart               = $mixed, $seats
        CartLineItem       = $mixed.LineItems
        CartCheckoutResult = $result
        OrderError         = $result.OrderErrors
        CartError          = $mixed.LineItems[2].Error
        CartParticipant    = $made.Participants
        Pricing            = $seats.LineItems[0].Pricing
        PurchaseCommitment = $made.PurchaseCommitment
        Link               = $mixed.Links.Self
        Order              = $order
        OrderLineItem      = $provisioned.LineItems
        PartnerContext     = $context
        EmulatorRequest    = $requests
    }

    # The lines of a table that are not empty, ids by name, blanks between columns as one.
    function Get-Table([string] $View, [int] $Width) {
        $text = $shown[$View] | Format-Table | Out-String -Width $Width
        $text = $text.Replace($mixed.Id, 'MIXED').Replace($seats.Id, 'SEATS').Replace($order.Id, 'ORDER').Replace($provisioned.LineItems[0].SubscriptionId, 'SUBSCRIPTION')
        $text = $text -replace '\d{4}-\d\d-\d\d \d\d:\d\d(:\d\d)?', 'TIME'
        $text = $text -replace '\d{4}-\d\d-\d\d', 'DAY'
        $text -split '\r?\n' | ForEach-Object { ($_ -replace ' +', ' ').Trim() } | Where-Object { $_ }
    }
}

AfterAll {
    [cultureinfo]::CurrentCulture = $culture
    Disconnect-PartnerCenter
}

Describe 'The table of <View> at <Width> columns' -ForEach $everyView {
    BeforeAll {
        $table = @(Get-Table $View $Width)
    }

    It 'has its headings on one line' {
        $table[1] | Should -Match '^[- ]+$' -Because "a heading that is broken into several lines cannot be read. Widen its column in the view or leave it out:`n$($table -join "`n")`n"
        $table[0] | Should -Match '^\S'
    }

    It 'names no types' {
        $table -join "`n" | Should -Not -Match 'PartnerCenterCart\.|System\.|\{0\}|AdditionalProperties'
    }

    It 'has no colours of its own' {
        $table -join "`n" | Should -Not -Match "`e"
    }

    It 'fits' {
        $text = $shown[$View] | Format-Table | Out-String -Width $Width
        $text -split '\r?\n' | ForEach-Object { $_.TrimEnd().Length | Should -BeLessOrEqual $Width }
    }
}

Describe 'The table of a wide window' {
    It 'shows <View>' -ForEach @(
        @{ View = 'Cart'; Lines = @(
                'Id Status Lines Expires Customer Total'
                '-- ------ ----- ------- -------- -----'
                'MIXED Active 3 6 d 23 h 28045616-f6b9-462f-9701-0d89b5e65c44'
                'SEATS Active 1 6 d 23 h 28045616-f6b9-462f-9701-0d89b5e65c44 864.00 USD'
            )
        }
        @{ View = 'CartLineItem'; Lines = @(
                'Id Catalog item Qty Cycle Term Price Group Note'
                '-- ------------ --- ----- ---- ----- ----- ----'
                '0 DG7GMGF0DWM3:0002:DG7GMGF0DT1M 1 one_time 0 Branch office'
                '1 CFQ7TTC0LFLX:0001:CFQ7TTC0LB30 20 monthly P1M 864.00 USD 1'
                '2 CFQ7TTC0LF8S:0001:CFQ7TTC0VZW5 400 annual P1Y 2 MaxAllowedSeatsPerSubscriptionExceeded:…'
            )
        }
        @{ View = 'CartCheckoutResult'; Lines = @(
                'Cart Orders Failed Order ids'
                '---- ------ ------ ---------'
                'MIXED 1 2 ORDER'
            )
        }
        @{ View = 'OrderError'; Lines = @(
                'Group Code Description'
                '----- ---- -----------'
                '0 800010 No inventory for the catalog item.'
                "2 900275 Line quantity outside the offer's limits."
            )
        }
        @{ View = 'CartParticipant'; Lines = 'Part Partner id', '---- ----------', 'transaction_reseller 5357564' }
        @{ View = 'PurchaseCommitment'; Lines = 'Amount Currency Grain', '------ -------- -----', '0.05 usd hourly' }
        @{ View = 'Order'; Lines = @(
                'Id Status Cycle Total Lines Created Items'
                '-- ------ ----- ----- ----- ------- -----'
                'ORDER pending monthly 864.00 USD 1 DAY 20 x Microsoft 365 E3'
            )
        }
        @{ View = 'OrderLineItem'; Lines = @(
                'No Qty Term Subscription Name'
                '-- --- ---- ------------ ----'
                '0 20 P1M SUBSCRIPTION Microsoft 365 E3'
            )
        }
        @{ View = 'PartnerContext'; Lines = @(
                'Kind Scope Locale Connected at Endpoint'
                '---- ----- ------ ------------ --------'
                'Emulator Process en-US TIME http://localhost/'
            )
        }
        @{ View = 'EmulatorRequest'; Lines = @(
                'No Operation Method Status Path'
                '-- --------- ------ ------ ----'
                '1 carts.create POST 201 /v1/customers/28045616-f6b9-462f-9701-0d89b5e65c44/carts'
                '2 carts.create POST 201 /v1/customers/28045616-f6b9-462f-9701-0d89b5e65c44/carts'
            )
        }
    ) {
        Get-Table $View 120 | Should -BeExactly $Lines
    }
}

Describe 'The table of a small window' {
    It 'shows <View>' -ForEach @(
        @{ View = 'CartLineItem'; Lines = @(
                'Id Catalog item Qty Cycle Term Price Group'
                '-- ------------ --- ----- ---- ----- -----'
                '0 DG7GMGF0DWM3:0002:DG7GMGF0DT1M 1 one_time 0'
                '1 CFQ7TTC0LFLX:0001:CFQ7TTC0LB30 20 monthly P1M 864.00 USD 1'
                '2 CFQ7TTC0LF8S:0001:CFQ7TTC0VZW5 400 annual P1Y 2'
            )
        }
        @{ View = 'CartCheckoutResult'; Lines = 'Cart Orders Failed Order ids', '---- ------ ------ ---------', 'MIXED 1 2 ORDER' }
        @{ View = 'OrderLineItem'; Lines = 'No Qty Term Subscription Name', '-- --- ---- ------------ ----', '0 20 P1M SUBSCRIPTION Microsoft 365 E3' }
        @{ View = 'PartnerContext'; Lines = @(
                'Kind Scope Locale Connected at Endpoint'
                '---- ----- ------ ------------ --------'
                'Emulator Process en-US TIME http://localhost/'
            )
        }
    ) {
        Get-Table $View 80 | Should -BeExactly $Lines
    }

    It 'shows a status that asks for something in full' {
        $order = [PartnerCenterCart.Order]@{ Id = '28045616-f6b9-462f-9701-0d89b5e65c44'; Status = 'po_review_rejected'; BillingCycle = 'one_time' }
        $order | Out-String -Width 80 | Should -Match 'po_review_rejected'
    }

    It 'shows <Columns> of <View>' -ForEach @(
        @{ View = 'Cart'; Columns = 'Id', 'Status', 'Lines', 'Expires', 'Customer' }
        @{ View = 'Order'; Columns = 'Id', 'Status', 'Cycle', 'Total' }
    ) {
        $heading = @(Get-Table $View 80)[0] -split ' '
        foreach ($column in $Columns) { $heading | Should -Contain $column -Because 'people look for it first, and it must be there at 80 columns' }
    }
}

Describe 'Views' {
    It 'exist for every type that a cmdlet returns' {
        $shownTypes = (Get-FormatData -TypeName 'PartnerCenterCart.*' -PowerShellVersion $PSVersionTable.PSVersion).TypeNames
        $types = (Get-Command -Module PartnerCenterCart).OutputType.Name | Where-Object { $_ -like 'PartnerCenterCart.*' } | Sort-Object -Unique
        $types | Should -Not -BeNullOrEmpty
        foreach ($type in $types) {
            $shownTypes | Should -Contain $type -Because "PartnerCenterCart.format.ps1xml needs a table for $type, which a cmdlet returns"
        }
    }

    It 'serve objects that went through a job' {
        $received = [Management.Automation.PSSerializer]::Deserialize([Management.Automation.PSSerializer]::Serialize($seats))
        ($received | Format-Table | Out-String -Width 120) | Should -Match 'Expires\s+Customer'
    }
}
