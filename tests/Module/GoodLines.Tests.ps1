# What is accepted, and in which form it goes out.
BeforeDiscovery {
    $cycles = @(
        @{ Spelled = 'monthly'; Sent = 'monthly' }
        @{ Spelled = 'Monthly'; Sent = 'monthly' }
        @{ Spelled = 'MONTHLY'; Sent = 'monthly' }
        @{ Spelled = ' monthly '; Sent = 'monthly' }
        @{ Spelled = '1'; Sent = 'monthly' }
        @{ Spelled = 'annual'; Sent = 'annual' }
        @{ Spelled = 'Annual'; Sent = 'annual' }
        @{ Spelled = 'none'; Sent = 'none' }
        @{ Spelled = 'None'; Sent = 'none' }
        @{ Spelled = 'one_time'; Sent = 'one_time' }
        @{ Spelled = 'OneTime'; Sent = 'one_time' }
        @{ Spelled = 'onetime'; Sent = 'one_time' }
        @{ Spelled = 'ONE_TIME'; Sent = 'one_time' }
        @{ Spelled = 'one-time'; Sent = 'one_time' }
        @{ Spelled = 'triennial'; Sent = 'triennial' }
        @{ Spelled = 'Triennial'; Sent = 'triennial' }
        @{ Spelled = 'biennial'; Sent = 'biennial' }
        @{ Spelled = 'Biennial'; Sent = 'biennial' }
    )
}

BeforeAll {
    . "$PSScriptRoot/_TestHelper.ps1"
    . "$PSScriptRoot/_Purchase.ps1"
    Import-ModuleUnderTest
    $emulator = Start-EmulatorHost
    Connect-EmulatorDoor host $emulator

    # The last body that was sent, as an object.
    function Get-Sent([string] $Operation) {
        (Get-Request $Operation)[-1].Body | ConvertFrom-Json
    }

    # The cmdlets set the faults that users need; this one makes values that do not exist yet.
    function Set-UnknownValue([string] $Operation) {
        $null = Invoke-RestMethod -Method Post "$($emulator.Endpoint)/_emulator/faults" -ContentType application/json -Body (
            @{ operation = $Operation; unknownEnumValues = $true; unknownMembers = $true } | ConvertTo-Json)
    }
}

AfterAll {
    Disconnect-PartnerCenter
    Stop-EmulatorHost $emulator
}

Describe 'a billing cycle' {
    It '"<Spelled>" of a line is sent as <Sent>' -ForEach $cycles {
        New-PartnerCustomerCart -CustomerId $customer -LineItem (New-TestLine @{ BillingCycle = $Spelled }) -ErrorAction Ignore | Out-Null
        (Get-Sent carts.create).lineItems[0].billingCycle | Should -BeExactly $Sent
        (New-PartnerCustomerCartLineItem -CatalogItemId a:b:c -BillingCycle $Spelled).BillingCycle | Should -BeExactly $Sent
    }

    It '"<Spelled>" of orders is asked for as <Sent>' -ForEach $cycles {
        (Get-Outcome { Get-PartnerCustomerOrder -CustomerId $customer -BillingCycle $Spelled }).Error | Should -BeNullOrEmpty
        (Get-Request orders.listByBillingCycle)[-1].Query | Should -BeExactly "billingType=$Sent"
    }

    It 'that is blank is not sent at all' {
        New-PartnerCustomerCart -CustomerId $customer -LineItem (New-TestLine @{ BillingCycle = '' }) -ErrorAction Ignore | Out-Null
        (Get-Sent carts.create).lineItems[0].PSObject.Properties.Name | Should -Not -Contain 'billingCycle'
    }
}

Describe 'a term' {
    It '"<Spelled>" is sent as <Sent>' -ForEach @(
        @{ Spelled = 'P1M'; Sent = 'P1M' }
        @{ Spelled = 'p1y'; Sent = 'P1Y' }
        @{ Spelled = ' P3Y '; Sent = 'P3Y' }
        @{ Spelled = 'P5Y'; Sent = 'P5Y' }
        @{ Spelled = 'P1Y6M'; Sent = 'P1Y6M' }
        @{ Spelled = 'P30D'; Sent = 'P30D' }
        @{ Spelled = 'P2W'; Sent = 'P2W' }
        @{ Spelled = 'PT72H'; Sent = 'PT72H' }
    ) {
        (New-PartnerCustomerCartLineItem -CatalogItemId a:b:c -TermDuration $Spelled).TermDuration | Should -BeExactly $Sent
    }
}

Describe 'a quantity' {
    It '<Given> is <Sent>' -ForEach @(
        @{ Given = '5'; Sent = 5 }
        @{ Given = ' 5 '; Sent = 5 }
        @{ Given = 5.0; Sent = 5 }
        @{ Given = [long]5; Sent = 5 }
        @{ Given = [int]::MaxValue; Sent = [int]::MaxValue }
    ) {
        (New-PartnerCustomerCartLineItem -CatalogItemId a:b:c -Quantity $Given).Quantity | Should -Be $Sent
    }

    It 'is 1 when it is not named' {
        (New-PartnerCustomerCartLineItem -CatalogItemId a:b:c).Quantity | Should -Be 1
    }
}

Describe 'yes or no' {
    It '<Given> is <Sent>, as in a CSV file' -ForEach @(
        @{ Given = 'true'; Sent = $true }
        @{ Given = 'True'; Sent = $true }
        @{ Given = 'false'; Sent = $false }
        @{ Given = 'FALSE'; Sent = $false }
        @{ Given = $true; Sent = $true }
        @{ Given = $false; Sent = $false }
        @{ Given = ''; Sent = $null }
    ) {
        [pscustomobject]@{ CatalogItemId = 'a:b:c'; AttestationAccepted = $Given } | New-PartnerCustomerCartLineItem | ForEach-Object AttestationAccepted | Should -Be $Sent
        (New-PartnerCustomerCartLineItem -CatalogItemId a:b:c -AddonItem @{ CatalogItemId = 'x'; Quantity = 1; AttestationAccepted = $Given }).AddonItems[0].AttestationAccepted | Should -Be $Sent
    }
}

Describe 'what came from the service' {
    It 'goes back untouched with Set-PartnerCustomerCart, documented or not' {
        $cart = New-TestCart
        Set-UnknownValue carts.get
        $read = $cart | Get-PartnerCustomerCart
        $read.LineItems[0].BillingCycle | Should -BeExactly 'added_tomorrow'
        $null = Get-Outcome { $read | Set-PartnerCustomerCart }
        $sent = Get-Sent carts.update
        $sent.lineItems[0].billingCycle | Should -BeExactly 'added_tomorrow'
        $sent.status | Should -BeExactly 'added_tomorrow'
        $sent.addedTomorrow.since | Should -Be 'tomorrow'
        $sent.lineItems[0].addedTomorrow.values | Should -Be 1, 'two', $null
    }

    It 'stays as it is while <Cmdlet> changes another line' -ForEach @(
        @{ Cmdlet = 'Add-PartnerCustomerCartLineItem'; Call = { $cart | Add-PartnerCustomerCartLineItem -LineItem (New-TestLine) } }
        @{ Cmdlet = 'Remove-PartnerCustomerCartLineItem'; Call = { $cart | Remove-PartnerCustomerCartLineItem -LineItemId 1 } }
    ) {
        $cart = New-PartnerCustomerCart -CustomerId $customer -LineItem (New-TestLine), (New-TestLine)
        Set-UnknownValue carts.get
        $null = Get-Outcome $Call
        $sent = Get-Sent carts.update
        $sent.lineItems[0].billingCycle | Should -BeExactly 'added_tomorrow'
        $sent.lineItems[0].addedTomorrow.since | Should -Be 'tomorrow'
        $sent.addedTomorrow.since | Should -Be 'tomorrow'
    }

    It 'is judged again where it was changed' {
        $cart = New-TestCart
        $cart.LineItems[0].BillingCycle = 'fortnightly'
        $before = Get-SentCount
        $failure = (Get-Outcome { $cart | Set-PartnerCustomerCart }).Error
        $failure.FullyQualifiedErrorId | Should -BeExactly (Get-ErrorId InvalidInput Set-PartnerCustomerCart)
        Get-SentCount | Should -Be $before
    }
}
