# How to test a script of your own: Pester, and the emulator inside the process. No network, no credential, nothing is bought.
BeforeAll {
    Import-Module PartnerCenterCart
    $script = Join-Path $PSScriptRoot 'Add-Seat.ps1'
    $customer = 'c0000000-0000-4000-8000-000000000002'
}

AfterAll { Disconnect-PartnerCenter }

Describe 'Add-Seat' {
    BeforeEach {
        # A fresh emulator for each test: what one bought is not there in the next.
        Connect-PartnerCenter -Emulator
        $line = New-PartnerCustomerCartLineItem -CatalogItemId 'CFQ7TTC0LFLX:0001:CFQ7TTC0LB30' -Quantity 5 -BillingCycle monthly -TermDuration P1Y
        $order = $line | New-PartnerCustomerCart -CustomerId $customer | Submit-PartnerCustomerCart -Confirm:$false | Wait-PartnerCustomerOrder
    }

    It 'adds seats to the newest subscription' {
        (& $script -CustomerId $customer -Quantity 3).Quantity | Should -Be 8
        ($order | Get-PartnerCustomerSubscription).Quantity | Should -Be 8
    }

    It 'stops at the limit, and changes nothing' {
        { & $script -CustomerId $customer -Quantity 100 } | Should -Throw '*over the limit of 50*'
        Get-PartnerCenterEmulatorRequest -Operation subscriptions.update | Should -BeNullOrEmpty
    }

    It 'changes nothing with -WhatIf' {
        & $script -CustomerId $customer -Quantity 3 -WhatIf
        Get-PartnerCenterEmulatorRequest -Operation subscriptions.update | Should -BeNullOrEmpty
    }

    It 'gets through when the service is busy for a moment' {
        Set-PartnerCenterEmulatorFault -Operation subscriptions.update -Status 429 -RetryAfter 2
        (& $script -CustomerId $customer -Quantity 1).Quantity | Should -Be 6
    }

    It 'says it when the service refuses' {
        Set-PartnerCenterEmulatorFault -Operation subscriptions.update -Status 400 -Code 2002
        { & $script -CustomerId $customer -Quantity 1 } | Should -Throw '*2002*'
    }

    It 'sends the whole subscription, so that nothing else changes' {
        $null = & $script -CustomerId $customer -Quantity 1
        $sent = (Get-PartnerCenterEmulatorRequest -Operation subscriptions.update).Body | ConvertFrom-Json
        $sent.friendlyName | Should -BeExactly 'Microsoft 365 E3'
        $sent.autoRenewEnabled | Should -BeTrue
    }
}
