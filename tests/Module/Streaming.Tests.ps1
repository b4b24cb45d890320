# Objects come one by one, as soon as they are there, and the parameters that every cmdlet has do what users know.
BeforeAll {
    . "$PSScriptRoot/_TestHelper.ps1"
    . "$PSScriptRoot/_Purchase.ps1"
    Import-ModuleUnderTest

    function Connect-WithThreeCarts {
        Connect-PartnerCenter -Emulator
        1..3 | ForEach-Object { New-TestCart }
    }
}

AfterAll { Disconnect-PartnerCenter }

Describe 'a pipeline' {
    BeforeEach {
        $carts = Connect-WithThreeCarts
        $sentBefore = Get-SentCount
    }

    It 'hands each object on before the next one is asked for' {
        $null = $carts | Get-PartnerCustomerCart | Submit-PartnerCustomerCart -Confirm:$false | Get-PartnerCustomerOrder
        (Get-PartnerCenterEmulatorRequest | Select-Object -Skip $sentBefore).Operation | Should -Be (@('carts.get', 'carts.checkout', 'orders.get') * 3)
    }

    It 'hands the first customer''s cart on before the second one''s is made' {
        $seen = $customer, $secondCustomer, $thirdCustomer | ForEach-Object { [pscustomobject](New-TestLine @{ CustomerId = $_ }) } |
            New-PartnerCustomerCart | ForEach-Object { (Get-SentCount) - $sentBefore }
        $seen | Should -Be 1, 2, 3
    }

    It 'asks for nothing more after Select-Object -First 1: <What>' -ForEach @(
        @{ What = 'Get-PartnerCustomerCart'; Call = { $carts | Get-PartnerCustomerCart | Select-Object -First 1 } }
        @{ What = 'Get-PartnerCustomerCart with many ids'; Call = { Get-PartnerCustomerCart -CustomerId $customer -CartId $carts.Id | Select-Object -First 1 } }
        @{ What = 'Submit-PartnerCustomerCart'; Call = { $carts | Submit-PartnerCustomerCart -Confirm:$false | Select-Object -First 1 } }
        @{ What = 'New-PartnerCustomerCart'; Call = { $customer, $secondCustomer | ForEach-Object { [pscustomobject](New-TestLine @{ CustomerId = $_ }) } | New-PartnerCustomerCart | Select-Object -First 1 } }
    ) {
        @(& $Call).Count | Should -Be 1
        (Get-SentCount) - $sentBefore | Should -Be 1
    }

    It 'cut short with Select-Object -First 1 does not end the script that calls it' {
        $all = & {
            $null = $carts | Get-PartnerCustomerCart | Select-Object -First 1
            'after the first'
            $null = $carts | Submit-PartnerCustomerCart -Confirm:$false | Get-PartnerCustomerOrder | Select-Object -First 1
            'after the second'
        }
        $all | Should -Be 'after the first', 'after the second'
    }

    It 'cut short does not end a script file either' {
        $run = Invoke-CleanPwsh {
            Import-Module $env:PCC_MODULE
            Connect-PartnerCenter -Emulator
            $line = @{ CatalogItemId = 'CFQ7TTC0LFLX:0001:CFQ7TTC0LB30'; Quantity = 2; BillingCycle = 'monthly'; TermDuration = 'P1M' }
            ($line | New-PartnerCustomerCart -CustomerId c0000000-0000-4000-8000-000000000001 | Select-Object -First 1).Status
            'after'
        }
        $run.StdOut | Should -Be 'Active', 'after' -Because $run.StdErr
    }

    It 'keeps the two ends apart: each object is of the cmdlet that made it' {
        $pairs = $carts | Get-PartnerCustomerCart -PipelineVariable cart | Submit-PartnerCustomerCart -Confirm:$false -PipelineVariable result |
            Get-PartnerCustomerOrder | ForEach-Object { [pscustomobject]@{ Cart = $cart.Id; Of = $result.CartId; Order = $_.Id; Bought = $result.OrderId } }
        $pairs.Cart | Should -Be $carts.Id
        $pairs.Of | Should -Be $carts.Id
        $pairs.Order | Should -Be $pairs.Bought
    }
}

Describe 'a common parameter' {
    BeforeEach { $carts = Connect-WithThreeCarts }

    It '-OutVariable keeps what is also written' {
        $written = $carts | Get-PartnerCustomerCart -OutVariable kept
        $kept.Count | Should -Be 3
        $kept.Id | Should -Be $written.Id
    }

    It '-OutVariable of the first of two cmdlets keeps the carts, of the second the results' {
        $null = New-TestLine | New-PartnerCustomerCart -CustomerId $customer -OutVariable made | Submit-PartnerCustomerCart -Confirm:$false -OutVariable bought
        $made[0].GetType().Name, $bought[0].GetType().Name | Should -Be 'Cart', 'CartCheckoutResult'
        $bought[0].CartId | Should -Be $made[0].Id
    }

    It '-WarningVariable keeps the warning of a cart that expires soon' {
        $null = Set-PartnerCenterEmulatorClock -Advance 6.23:30:00
        $null = $carts[0] | Get-PartnerCustomerCart -WarningVariable warned -WarningAction SilentlyContinue
        "$warned" | Should -BeLike "*$($carts[0].Id)*expires in*minutes*"
    }

    It '-ErrorVariable of two cmdlets in one pipeline keeps each one''s own' {
        $odd = [pscustomobject]@{ CustomerId = $customer; CartId = $unknownCart }
        $null = @($odd, $carts[0]) | Get-PartnerCustomerCart -ErrorVariable ofGet -ErrorAction SilentlyContinue |
            Add-PartnerCustomerCartLineItem -LineItem @{} -ErrorVariable ofAdd -ErrorAction SilentlyContinue
        $ofGet.FullyQualifiedErrorId | Should -Be (Get-ErrorId NotFound Get-PartnerCustomerCart)
        $ofAdd.FullyQualifiedErrorId | Should -Be (Get-ErrorId InvalidInput Add-PartnerCustomerCartLineItem)
    }
}
