# How the table of a cart tells what time is left.
BeforeAll {
    . "$PSScriptRoot/_TestHelper.ps1"
    Import-ModuleUnderTest
    Connect-PartnerCenter -Emulator
}

AfterAll {
    Disconnect-PartnerCenter
}

Describe 'The time left of a cart' {
    BeforeEach {
        Reset-PartnerCenterEmulator -Confirm:$false
        $cart = @{ CatalogItemId = 'DG7GMGF0DWM3:0002:DG7GMGF0DT1M'; Quantity = 1; BillingCycle = 'one_time' } |
            New-PartnerCustomerCart -CustomerId '28045616-f6b9-462f-9701-0d89b5e65c44'
    }

    It 'is shown as <Text> when <Advance> have passed' -ForEach @(
        @{ Advance = '6.12:00:00'; Text = '11 h 59 min' }
        @{ Advance = '6.23:30:00'; Text = '30 min' }
        @{ Advance = '7.00:00:01'; Text = 'expired' }
    ) {
        $null = Set-PartnerCenterEmulatorClock -Advance $Advance
        $cart | Format-Table | Out-String -Width 120 | Should -BeLike "* $Text *"
    }

    It 'is not shown for an ordered cart' {
        $null = $cart | Submit-PartnerCustomerCart -Confirm:$false
        $cart | Get-PartnerCustomerCart | Format-Table | Out-String -Width 120 | Should -Match 'Ordered\s+1\s+28045616'
    }
}
