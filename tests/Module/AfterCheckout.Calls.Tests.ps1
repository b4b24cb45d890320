# What every cmdlet after a checkout has in common: bad ids, throttling, stopping, -WhatIf, tables that fit.
BeforeDiscovery {
    $none = 'ffffffff-ffff-4fff-8fff-ffffffffffff'
    $calls = @(
        @{ Cmdlet = 'Get-PartnerCustomerOrderProvisioningStatus'; Operation = 'orders.provisioningStatus'; Call = { param($c, $o) Get-PartnerCustomerOrderProvisioningStatus $c $o } }
        @{ Cmdlet = 'Get-PartnerCustomerOrderLineItemActivationLink'; Operation = 'orders.activationLinks'; Call = { param($c, $o) Get-PartnerCustomerOrderLineItemActivationLink $c $o } }
        @{ Cmdlet = 'Get-PartnerCustomerOrderAttachment'; Operation = 'orders.attachments.list'; Call = { param($c, $o) Get-PartnerCustomerOrderAttachment $c $o } }
        @{ Cmdlet = 'Wait-PartnerCustomerOrder'; Operation = 'orders.get'; Call = { param($c, $o) Wait-PartnerCustomerOrder $c $o } }
        @{ Cmdlet = 'Stop-PartnerCustomerOrder'; Operation = 'orders.get'; Call = { param($c, $o) Stop-PartnerCustomerOrder $c $o -Confirm:$false } }
        @{ Cmdlet = 'Get-PartnerCustomerSubscription'; Operation = 'subscriptions.get'; Call = { Get-PartnerCustomerSubscription $args[0] $args[2] } }
        @{ Cmdlet = 'Set-PartnerCustomerSubscription'; Operation = 'subscriptions.update'; Call = { Set-PartnerCustomerSubscription $args[0] $args[2] -FriendlyName "x$(Get-Random)" } }
        @{ Cmdlet = 'Register-PartnerCustomerSubscription'; Operation = 'subscriptions.register'; Call = { Register-PartnerCustomerSubscription $args[0] $args[2] } }
        @{ Cmdlet = 'Get-PartnerCustomerSubscriptionRegistrationStatus'; Operation = 'subscriptions.registrationStatus'; Call = { Get-PartnerCustomerSubscriptionRegistrationStatus $args[0] $args[2] } }
        @{ Cmdlet = 'Get-PartnerCustomerSubscriptionProvisioningStatus'; Operation = 'subscriptions.provisioningStatus'; Call = { Get-PartnerCustomerSubscriptionProvisioningStatus $args[0] $args[2] } }
        @{ Cmdlet = 'Get-PartnerCustomerSubscriptionActivationLink'; Operation = 'subscriptions.activationLinks'; Call = { Get-PartnerCustomerSubscriptionActivationLink $args[0] $args[2] } }
        @{ Cmdlet = 'Get-PartnerCustomerTermEndDate'; Operation = 'subscriptions.customTermEndDates'; Call = { param($c) Get-PartnerCustomerTermEndDate $c P1Y } }
        @{ Cmdlet = 'Get-PartnerCustomerEntitlement'; Operation = 'entitlements.list'; Call = { param($c) Get-PartnerCustomerEntitlement $c } }
        @{ Cmdlet = 'Get-PartnerCustomerReservation'; Operation = 'entitlements.list'; Call = { param($c) Get-PartnerCustomerReservation $c } }
        @{ Cmdlet = 'Get-PartnerCustomerAgreement'; Operation = 'agreements.list'; Call = { param($c) Get-PartnerCustomerAgreement $c } }
        @{ Cmdlet = 'Get-PartnerCustomerAgreementStatus'; Operation = 'agreements.directSignStatus'; Call = { param($c) Get-PartnerCustomerAgreementStatus $c } }
        @{ Cmdlet = 'New-PartnerCustomerAgreement'; Operation = 'agreements.create'; Call = { param($c) New-PartnerCustomerAgreement $c -ContactFirstName Tania -ContactLastName Carr -ContactEmail "t$(Get-Random)@contoso.example" -Confirm:$false } }
        @{ Cmdlet = 'Set-PartnerCustomerOrder'; Operation = 'orders.get'; Call = { param($c, $o) Set-PartnerCustomerOrder $c $o -BillingCycle annual -Confirm:$false } }
        @{ Cmdlet = 'New-PartnerCustomerOrder'; Operation = 'orders.create'; Call = { param($c) New-PartnerCustomerOrder $c @{ CatalogItemId = 'CFQ7TTC0LFLX:0001:CFQ7TTC0LB30'; Quantity = 1; BillingCycle = 'monthly'; TermDuration = 'P1M' } -Confirm:$false } }
    )
    $byOrder = $calls | Where-Object { $_.Call -match '\$o\b\)? .*\$c \$o' }
    $bySubscription = $calls | Where-Object { $_.Call -match 'args\[2\]' }
    $changing = @(
        @{ What = 'Stop'; Call = { param($c, $o) Stop-PartnerCustomerOrder $c $o -WhatIf } }
        @{ What = 'Wait'; Call = { param($c, $o) Wait-PartnerCustomerOrder $c $o -EnsureFriendlyName -WhatIf } }
        @{ What = 'Set'; Call = { Set-PartnerCustomerSubscription $args[0] $args[2] -Quantity 9 -WhatIf } }
        @{ What = 'Register'; Call = { Register-PartnerCustomerSubscription $args[0] $args[2] -WhatIf } }
        @{ What = 'activate'; Call = { New-PartnerCustomerSubscriptionActivation $args[0] $args[2] -WhatIf } }
        @{ What = 'confirm'; Call = { param($c) New-PartnerCustomerAgreement $c -ContactFirstName Tania -ContactLastName Carr -ContactEmail tania.carr@contoso.example -WhatIf } }
        @{ What = 'change'; Call = { param($c, $o) Set-PartnerCustomerOrder $c $o -BillingCycle annual -WhatIf } }
        @{ What = 'order'; Call = { param($c) New-PartnerCustomerOrder $c @{ CatalogItemId = 'CFQ7TTC0LFLX:0001:CFQ7TTC0LB30'; Quantity = 1; BillingCycle = 'monthly'; TermDuration = 'P1M' } -WhatIf } }
    )
    $views = foreach ($width in 79, 80, 120) {
        foreach ($view in 'Order', 'Subscription', 'OrderLineItemProvisioningStatus', 'OrderLineItemActivationLink', 'Entitlement', 'Reservation', 'Agreement', 'DirectSignedCustomerAgreementStatus', 'AgreementMetaData', 'AgreementDocument', 'CustomTermEndDate', 'SubscriptionProvisioningStatus', 'SubscriptionRegistrationStatus') {
            @{ View = $view; Width = $width }
        }
    }
}

BeforeAll {
    . "$PSScriptRoot/_TestHelper.ps1"
    . "$PSScriptRoot/_Purchase.ps1"
    . "$PSScriptRoot/_AfterCheckout.ps1"
    Import-ModuleUnderTest
    Connect-PartnerCenter -Emulator
    $azure = 'a0000000-0000-4000-8000-000000000002'
    $orders = Get-Bought $saas, $reservation, $software | Wait-PartnerCustomerOrder
    $order = ($orders | Where-Object BillingCycle -EQ monthly).Id
    $unknown = 'ffffffff-ffff-4fff-8fff-ffffffffffff'
}

AfterAll { Disconnect-PartnerCenter }

Describe '<Cmdlet>' -ForEach $calls {
    BeforeEach { Set-PartnerCenterEmulatorFault -Clear }

    It 'refuses what is no customer id before anything is sent' -ForEach @{ Id = 'contoso' }, @{ Id = '' }, @{ Id = $null }, @{ Id = '../x' } {
        Assert-RefusedUnsent { & $Call $Id $order $azure } $Cmdlet '*customer id*GUID*is expected*'
    }

    It 'gives one error for a customer that is not there, and does not end the script' {
        $outcome = Get-Outcome { & $Call $unknown $order $azure; 'went on' }
        $outcome.Error.FullyQualifiedErrorId | Should -BeExactly (Get-ErrorId NotFound $Cmdlet)
        $outcome.Output | Should -BeExactly 'went on'
    }

    It 'waits as the service asks when it is throttled' {
        $before = (Get-Request $Operation).Count
        Set-PartnerCenterEmulatorFault -Operation $Operation -Status 429 -RetryAfter 2
        $outcome = Get-Outcome { & $Call $customer $order $azure }
        $outcome.Error | Where-Object { $_.FullyQualifiedErrorId -like 'Throttled*' } | Should -BeNullOrEmpty
        (Get-Request $Operation).Count - $before | Should -BeGreaterOrEqual 2
    }

    It 'can be stopped in the middle of a call' {
        $before = (Get-Request $Operation).Count
        Set-PartnerCenterEmulatorFault -Operation $Operation -Delay 00:10:00
        $shell = [powershell]::Create()
        try {
            $null = $shell.AddScript("param(`$module, `$c, `$o, `$s) Import-Module `$module; & { $Call } `$c `$o `$s")
            foreach ($argument in (Get-ModuleUnderTestPath), $customer, $order, $azure) { $null = $shell.AddArgument($argument) }
            $running = $shell.BeginInvoke()
            $limit = [Diagnostics.Stopwatch]::StartNew()
            while ((Get-Request $Operation).Count -le $before -and $limit.Elapsed.TotalSeconds -lt 20) { $null = $running.AsyncWaitHandle.WaitOne(10) }
            $watch = [Diagnostics.Stopwatch]::StartNew()
            $shell.BeginStop($null, $null).AsyncWaitHandle.WaitOne(10000) | Should -BeTrue
            $watch.Elapsed.TotalSeconds | Should -BeLessThan 3
            $shell.InvocationStateInfo.State | Should -Be 'Stopped'
            $shell.Streams.Error | Should -BeNullOrEmpty
        }
        finally { $shell.Dispose() }
    }
}

Describe '<Cmdlet> by order' -ForEach $byOrder {
    It 'refuses what is no order id before anything is sent' -ForEach @{ Id = 'a b' }, @{ Id = '' }, @{ Id = '../x' } {
        Assert-RefusedUnsent { & $Call $customer $Id } $Cmdlet '*not an order id*'
    }

    It 'says that there is no such order' {
        (Get-Outcome { & $Call $customer a68736758d9c }).Error.FullyQualifiedErrorId | Should -BeExactly (Get-ErrorId NotFound $Cmdlet)
    }
}

Describe '<Cmdlet> by subscription' -ForEach $bySubscription {
    It 'refuses what is no subscription id before anything is sent' -ForEach @{ Id = 'a b' }, @{ Id = '' }, @{ Id = '../x' } {
        Assert-RefusedUnsent { & $Call $customer $order $Id } $Cmdlet '*subscription id*is expected*'
    }

    It 'says that there is no such subscription' {
        (Get-Outcome { & $Call $customer $order $unknown }).Error.FullyQualifiedErrorId | Should -BeExactly (Get-ErrorId NotFound $Cmdlet)
    }
}

Describe '<What> with -WhatIf' -ForEach $changing {
    It 'sends nothing but GETs' {
        Set-PartnerCenterEmulatorFault -Clear
        $before = Get-SentCount
        $outcome = Get-Outcome { & $Call $customer $order $azure }
        $outcome.Error | Should -BeNullOrEmpty
        Get-ChangeSince $before | Should -BeNullOrEmpty
    }
}

Describe 'The table of <View> at <Width> columns' -ForEach $views {
    BeforeAll {
        Set-PartnerCenterEmulatorFault -Clear
        $shown = switch ($View) {
            'Order' { $orders }
            'Subscription' { Get-PartnerCustomerSubscription $customer }
            'OrderLineItemProvisioningStatus' { $orders | Get-PartnerCustomerOrderProvisioningStatus }
            'OrderLineItemActivationLink' { Get-PartnerCustomerOrderLineItemActivationLink $customer $order }
            'Entitlement' { Get-PartnerCustomerEntitlement $customer -ShowExpiry }
            'Reservation' { Get-PartnerCustomerReservation $customer }
            'Agreement' { Get-PartnerCustomerAgreement $customer }
            'DirectSignedCustomerAgreementStatus' { Get-PartnerCustomerAgreementStatus $customer }
            'AgreementMetaData' { Get-PartnerAgreementDetail }
            'AgreementDocument' { Get-PartnerAgreementDetail | Get-PartnerAgreementDocument }
            'CustomTermEndDate' { Get-PartnerCustomerTermEndDate $customer P1Y }
            'SubscriptionProvisioningStatus' { Get-PartnerCustomerSubscriptionProvisioningStatus $customer $azure }
            'SubscriptionRegistrationStatus' { Get-PartnerCustomerSubscriptionRegistrationStatus $customer $azure }
        }
        $table = @($shown | Format-Table | Out-String -Width $Width) -split '\r?\n' | Where-Object { $_.Trim() }
    }

    It 'fits, with its headings on one line, and names no types' {
        $shown[0].GetType().Name | Should -BeExactly $View
        $table[1].Trim() | Should -Match '^[- ]+$'
        $table | ForEach-Object { $_.TrimEnd().Length | Should -BeLessOrEqual $Width }
        $table -join "`n" | Should -Not -Match 'PartnerCenterCart\.|System\.'
    }
}
