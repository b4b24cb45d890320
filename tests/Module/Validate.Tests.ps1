# Test-PartnerCustomerCart as a cmdlet: what it takes, what it asks, what it gives. The rules themselves are in Rules*.Tests.ps1.
BeforeAll {
    . "$PSScriptRoot/_TestHelper.ps1"
    . "$PSScriptRoot/_Purchase.ps1"
    . "$PSScriptRoot/_CatalogHelper.ps1"
    . "$PSScriptRoot/_RuleCases.ps1"
    Import-ModuleUnderTest

    # Wrong in two ways that need no call, and in one that does.
    function New-WrongLine { New-TestLine @{ Quantity = 0; BillingCycle = 'weekly'; CatalogItemId = 'NOPE00000000:0001:NOPE00000001' } }
    $offlineIds = 'QuantityInvalid', 'BillingCycleInvalid'
}

AfterAll { Disconnect-PartnerCenter }

Describe 'Test-PartnerCustomerCart takes' {
    BeforeEach {
        Connect-PartnerCenter -Emulator
        $cart = New-PartnerCustomerCart $customer (New-TestLine), (New-TestLine @{ Quantity = 300000000 }) -ErrorAction Ignore
    }

    It '<What>' -ForEach @(
        @{ What = 'a cart from the pipeline'; Call = { $cart | Test-PartnerCustomerCart } }
        @{ What = 'a cart as an argument'; Call = { Test-PartnerCustomerCart -InputObject $cart } }
        @{ What = 'customer and cart id'; Call = { Test-PartnerCustomerCart -CustomerId $customer -CartId $cart.Id } }
        @{ What = 'customer and cart id by position'; Call = { Test-PartnerCustomerCart $customer $cart.Id } }
        @{ What = 'an object that names a cart'; Call = { [pscustomobject]@{ CustomerId = $customer; CartId = $cart.Id } | Test-PartnerCustomerCart } }
        @{ What = 'a row of a table that names a cart'; Call = { 'CustomerId,CartId', "$customer,$($cart.Id)" | ConvertFrom-Csv | Test-PartnerCustomerCart } }
        @{ What = 'what came back from JSON'; Call = { $cart | Select-Object Id, CustomerId, LineItems, Status | ConvertTo-Json -Depth 9 | ConvertFrom-Json | Test-PartnerCustomerCart } }
        @{ What = 'a cart for which -CustomerId is named'; Call = { $cart | Test-PartnerCustomerCart -CustomerId $customer } }
        @{ What = 'a cart as a hashtable'; Call = { @{ CustomerId = $customer; LineItems = @($cart.LineItems) } | Test-PartnerCustomerCart } }
        @{ What = 'lines of a cart'; Call = { $cart.LineItems | Test-PartnerCustomerCart } }
    ) {
        $findings = @(& $Call) | Where-Object RuleId -NE LineHasError
        $findings.RuleId | Should -BeExactly 'QuantityOutOfRange'
        $findings[0].LineItemId | Should -Be 1
        $findings[0].CustomerId | Should -BeExactly $customer
        $findings[0].CatalogItemId | Should -BeExactly $cart.LineItems[1].CatalogItemId
    }

    It 'lines as <What>' -ForEach @(
        @{ What = 'hashtables'; Line = { New-TestLine @{ Quantity = 0 } } }
        @{ What = 'objects'; Line = { [pscustomobject](New-TestLine @{ Quantity = 0 }) } }
        @{ What = 'rows of a table'; Line = { 'CatalogItemId,Quantity,BillingCycle,TermDuration', 'CFQ7TTC0LFLX:0001:CFQ7TTC0LB30,0,monthly,P1M' | ConvertFrom-Csv } }
    ) {
        (& $Line | Test-PartnerCustomerCart -CustomerId $customer).RuleId | Should -BeExactly 'QuantityInvalid'
        (Test-PartnerCustomerCart -CustomerId $customer -LineItem (& $Line)).RuleId | Should -BeExactly 'QuantityInvalid'
    }

    It 'lines of several customers: each with its own' {
        $findings = $customer, (Get-MadeCustomerId 6) | ForEach-Object { [pscustomobject](New-TestLine @{ CustomerId = $_ }) } | Test-PartnerCustomerCart
        $findings.RuleId | Should -BeExactly 'CustomerNotAllowed'
        $findings.CustomerId | Should -BeExactly (Get-MadeCustomerId 6)
    }

    It 'several carts, one after the other, and goes on after one that is not there' {
        $outcome = Get-Outcome { [pscustomobject]@{ CustomerId = $customer; CartId = $unknownCart }, $cart | Test-PartnerCustomerCart }
        $outcome.Error.FullyQualifiedErrorId | Should -BeExactly (Get-ErrorId NotFound Test-PartnerCustomerCart)
        $outcome.Output.CartId | Sort-Object -Unique | Should -BeExactly $cart.Id
    }

    It 'nothing, and says what it wants' {
        $outcome = Get-Outcome { Test-PartnerCustomerCart }
        $outcome.Error.FullyQualifiedErrorId | Should -BeExactly (Get-ErrorId InvalidInput Test-PartnerCustomerCart)
        Assert-RefusedUnsent { New-TestLine | Test-PartnerCustomerCart -CustomerId Contoso } Test-PartnerCustomerCart '*GUID*'
        Assert-RefusedUnsent { New-TestLine | Test-PartnerCustomerCart } Test-PartnerCustomerCart '*customer id*'
        Assert-RefusedUnsent { @{ Qantity = 2 } | Test-PartnerCustomerCart -CustomerId $customer } Test-PartnerCustomerCart "*'Qantity'*Did you mean Quantity*"
    }
}

Describe 'What Test-PartnerCustomerCart sends' {
    BeforeEach { Connect-PartnerCenter -Emulator }

    It 'is no write: it reads, and asks about inventory and promotions' {
        $lines = @(
            New-ReservationChange
            New-PromotionChange CFQ7TTC1A105 0001 (Get-QuarterPromotion 2)
            @{ CatalogItemId = 'CFQ7TTC0HDJX:0001:CFQ7TTC0K806'; Quantity = 5; ProvisioningContext = @{ ParentSubscriptionId = 'a0000000-0000-4000-8000-000000000004' } }
        )
        $before = Get-SentCount
        $null = Test-RuleLine $lines
        $requests = @((Get-Request '') | Select-Object -Skip $before)
        ($requests | Where-Object Method -NE GET).Operation | Sort-Object -Unique | Should -BeExactly 'inventory.check', 'promotionEligibilities.create'
        $requests.Operation | Should -Contain 'customers.validationStatus.get'
        $requests.Operation | Should -Contain 'agreements.list'
        $requests.Operation | Should -Contain 'subscriptions.registrationStatus'
    }

    It 'is nothing with -Offline, which finds what needs no call' {
        $cart = New-TestCart
        (Get-CalledOperation { $script:ofLines = New-WrongLine | Test-PartnerCustomerCart -CustomerId $customer -Offline }) | Should -BeNullOrEmpty
        $ofLines.RuleId | Should -BeExactly $offlineIds
        (Get-CalledOperation { $cart | Test-PartnerCustomerCart -Offline }) | Should -BeNullOrEmpty
        (Get-CalledOperation { New-WrongLine | Test-PartnerCustomerCart -Offline }) | Should -BeNullOrEmpty
    }

    It 'needs no connection with -Offline' {
        $cart = New-TestCart
        Disconnect-PartnerCenter
        (New-WrongLine | Test-PartnerCustomerCart -Offline).RuleId | Should -BeExactly $offlineIds
        $cart | Test-PartnerCustomerCart -Offline | Should -BeNullOrEmpty
        { New-TestLine | Test-PartnerCustomerCart -CustomerId $customer } | Should -Throw -ErrorId (Get-ErrorId NotConnected Test-PartnerCustomerCart)
    }

    It 'is the cart alone with ids and -Offline' {
        $cart = New-TestCart
        Get-CalledOperation { Test-PartnerCustomerCart $customer $cart.Id -Offline } | Should -BeExactly 'carts.get'
    }

    It 'is each thing once, however many lines ask for it' {
        $called = Get-CalledOperation { Test-RuleLine @{}, @{ Quantity = 3 }, @{ TermDuration = 'P1Y' } }
        @($called).Count | Should -Be @($called | Sort-Object -Unique).Count
    }

    It 'is nothing more for a cart that is ordered or has no lines' {
        $cart = New-TestCart
        $null = $cart | Submit-PartnerCustomerCart -Confirm:$false
        Get-CalledOperation { Test-PartnerCustomerCart $customer $cart.Id } | Should -BeExactly 'carts.get'
        Get-CalledOperation { [pscustomobject]@{ CustomerId = $customer; LineItems = @() } | Test-PartnerCustomerCart } | Should -BeNullOrEmpty
    }
}

Describe 'What Test-PartnerCustomerCart gives' {
    BeforeEach { Connect-PartnerCenter -Emulator }

    It 'is nothing for a cart that can be bought' {
        New-TestCart | Test-PartnerCustomerCart | Should -BeNullOrEmpty
    }

    It 'is one finding for each problem, with what to do, and everything about a line at its line' {
        $findings = (New-TestLine), (New-WrongLine) | Test-PartnerCustomerCart -CustomerId $customer
        $findings.RuleId | Should -BeExactly ($offlineIds + 'CatalogItemUnknown')
        $findings.LineItemId | Sort-Object -Unique | Should -Be 1
        $findings.Line | ForEach-Object { $_.CatalogItemId | Should -BeExactly 'NOPE00000000:0001:NOPE00000001' }
        $findings | ForEach-Object { "$_" | Should -BeLike "Error $($_.RuleId): ?*"; $_.Recommendation | Should -Not -BeNullOrEmpty }
    }

    It 'can be read in a table' {
        $text = New-WrongLine | Test-PartnerCustomerCart -CustomerId $customer | Out-String -Width 200
        $text | Should -BeLike '*Error*QuantityInvalid*'
        $text | Should -Not -Match 'PartnerCenterCart\.'
    }

    It 'is information where an application''s token may not ask, and no error' {
        $emulator = Start-EmulatorHost
        try {
            Connect-EmulatorDoor host $emulator
            Set-EmulatorSetting $emulator @{ appOnly = $true }
            $outcome = Get-Outcome { Test-RuleLine @{ Quantity = 0 } }
            $outcome.Error | Should -BeNullOrEmpty
            ($outcome.Output | Where-Object Severity -NE Error).RuleId | Sort-Object -Unique | Should -BeExactly 'CheckNotPossible'
            ($outcome.Output | Where-Object Severity -EQ Error).RuleId | Should -BeExactly 'QuantityInvalid'
        }
        finally { Stop-EmulatorHost $emulator }
    }
}
