# From words to a cart that can be bought, as one line that somebody types.
BeforeDiscovery { $doors = @(@{ Door = 'in-process' }, @{ Door = 'host' }) }

BeforeAll {
    . "$PSScriptRoot/_TestHelper.ps1"
    . "$PSScriptRoot/_Purchase.ps1"
    . "$PSScriptRoot/_CatalogHelper.ps1"
    Import-ModuleUnderTest
    $emulator = Start-EmulatorHost
    $c = $customer

    function Invoke-WholePath([string] $Title = 'Microsoft 365 E5*', [object] $Quantity = 5) {
        Find-PartnerProductAvailability -CustomerId $c -Product $Title -TermDuration P1Y -BillingCycle Monthly |
            New-PartnerCustomerCartLineItem -Quantity $Quantity | New-PartnerCustomerCart -CustomerId $c | Test-PartnerCustomerCart
    }
}

AfterAll {
    Disconnect-PartnerCenter
    Stop-EmulatorHost $emulator
}

Describe 'The whole path through the <Door> door' -ForEach $doors {
    BeforeEach { Connect-EmulatorDoor $Door $emulator }

    It 'as the issue writes it: one cart, and nothing to complain about' {
        $outcome = Get-Outcome {
            Find-PartnerProductAvailability -CustomerId $c -Product 'Microsoft 365 E5*' -TermDuration P1Y -BillingCycle Monthly |
                New-PartnerCustomerCartLineItem -Quantity 5 | New-PartnerCustomerCart -CustomerId $c | Test-PartnerCustomerCart
        }
        $outcome.Error | Should -BeNullOrEmpty
        $outcome.Warning | Should -BeNullOrEmpty
        $outcome.Output | Should -BeNullOrEmpty
        $line = ((Get-Request carts.create).Body | ConvertFrom-Json).lineItems[0]
        $line.catalogItemId, $line.quantity, $line.termDuration, $line.billingCycle | Should -BeExactly 'CFQ7TTC0LFLZ:0002:CFQ7TTC0K4TS', 5, 'P1Y', 'monthly'
    }

    It 'tells what is wrong where something is' {
        $outcome = Get-Outcome { Invoke-WholePath 'Office 365 E5' 301 }
        $outcome.Output.RuleId | Should -Contain 'QuantityOutOfRange'
        $outcome.Error.FullyQualifiedErrorId | Should -BeExactly (Get-ErrorId CartLineError New-PartnerCustomerCart)
    }

    It 'makes no cart where the words fit more than one thing, or none: <Title>' -ForEach @{ Title = '*365 E*'; Kind = 'Ambiguous' }, @{ Title = 'Microsft 365 E5'; Kind = 'NotFound' } {
        $outcome = Get-Outcome { Invoke-WholePath $Title }
        $outcome.Error.FullyQualifiedErrorId | Should -BeExactly (Get-ErrorId $Kind Find-PartnerProductAvailability)
        (Get-Request carts.create).Count | Should -Be 0
    }

    It 'goes on to the orders' {
        $bought = Find-PartnerProductAvailability -CustomerId $c -Product 'Microsoft 365 E5*' -TermDuration P1Y -BillingCycle Monthly |
            New-PartnerCustomerCartLineItem -Quantity 5 | New-PartnerCustomerCart | Submit-PartnerCustomerCart -Validate -Confirm:$false | Get-PartnerCustomerOrder
        $bought.LineItems[0].Quantity | Should -Be 5
        $bought.BillingCycle | Should -BeExactly 'monthly'
    }

    It 'of a list of customers makes a cart for each: every customer who may buy' {
        $carts = @(Get-PartnerCustomer -Name 'Example, ' | Select-Object -First 3 |
                Find-PartnerProductAvailability -Product 'Microsoft 365 E5' -TermDuration P1Y -BillingCycle Annual |
                New-PartnerCustomerCartLineItem -Quantity 1 | New-PartnerCustomerCart)
        $carts.Count | Should -Be 3
        ($carts.CustomerId | Sort-Object -Unique).Count | Should -Be 3
        $carts | Test-PartnerCustomerCart | Where-Object Severity -EQ Error | Should -BeNullOrEmpty
    }

    It 'knows the total before checkout, or says that the price is unknown: <Who>' -ForEach @(
        @{ Who = 'in dollars'; Id = 'c0000000-0000-4000-8000-000000000001'; Known = $true }
        @{ Who = 'in a market without prices'; Id = 'c0000000-0000-4000-8000-000000000009'; Known = $false }
    ) {
        $cart = Find-PartnerProductAvailability -CustomerId $Id -Product 'Microsoft 365 E5*' -TermDuration P1Y -BillingCycle Monthly |
            New-PartnerCustomerCartLineItem -Quantity 5 | New-PartnerCustomerCart
        if ($Known) { $cart.TotalPrice | Should -Be $cart.LineItems[0].Pricing.ExtendedPrice } else { $cart.TotalPrice | Should -BeNullOrEmpty }
    }
}

Describe 'Typed at a console' {
    It 'the line of the issue ends without output and without a word in red' {
        $run = Invoke-CleanPwsh {
            Import-Module $env:PCC_MODULE
            Connect-PartnerCenter -Emulator
            $c = 'c0000000-0000-4000-8000-000000000001'
            Find-PartnerProductAvailability -CustomerId $c -Product 'Microsoft 365 E5*' -TermDuration P1Y -BillingCycle Monthly |
                New-PartnerCustomerCartLineItem -Quantity 5 | New-PartnerCustomerCart -CustomerId $c | Test-PartnerCustomerCart
            'done'
        }
        $run.StdOut | Should -BeExactly 'done'
        $run.StdErr | Should -BeNullOrEmpty
        $run.ExitCode | Should -Be 0
    }
}
