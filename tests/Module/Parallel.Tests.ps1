# Every caller of ForEach-Object -Parallel gets its own: cart, connection, errors.
BeforeDiscovery { $doors = @(@{ Door = 'in-process' }, @{ Door = 'host' }) }

BeforeAll {
    . "$PSScriptRoot/_TestHelper.ps1"
    . "$PSScriptRoot/_Purchase.ps1"
    Import-ModuleUnderTest
    $emulator = Start-EmulatorHost
    # The runspaces find the cmdlets as they would find those of an installed module.
    $pathBefore = $env:PSModulePath
    $env:PSModulePath = (Split-Path (Split-Path (Get-ModuleUnderTestPath))), $pathBefore -join [IO.Path]::PathSeparator
}

AfterAll {
    $env:PSModulePath = $pathBefore
    Disconnect-PartnerCenter
    Stop-EmulatorHost $emulator
}

Describe 'forty callers at the <Door> door' -ForEach $doors {
    BeforeAll {
        Connect-EmulatorDoor $Door $emulator
        $answers = 1..40 | ForEach-Object -ThrottleLimit 8 -Parallel {
            $line = @{ CatalogItemId = 'CFQ7TTC0LFLX:0001:CFQ7TTC0LB30'; Quantity = $_; BillingCycle = 'monthly'; TermDuration = 'P1M'; FriendlyName = "caller $_" }
            $cart = New-PartnerCustomerCart -CustomerId $using:customer -LineItem $line
            $result = $cart | Submit-PartnerCustomerCart -Confirm:$false
            [pscustomobject]@{ Caller = $_; Cart = $cart; Result = $result; Order = $result | Get-PartnerCustomerOrder }
        }
    }

    It 'make forty carts' {
        $answers.Count | Should -Be 40
        @($answers.Cart.Id | Sort-Object -Unique).Count | Should -Be 40
        (Get-Request carts.create).Count | Should -Be 40
    }

    It 'each get the cart that they asked for' {
        foreach ($answer in $answers) {
            $answer.Cart.LineItems[0].FriendlyName | Should -Be "caller $($answer.Caller)"
            $answer.Cart.LineItems[0].Quantity | Should -Be $answer.Caller
        }
    }

    It 'each buy what they put in it, once' {
        foreach ($answer in $answers) {
            $answer.Result.CartId | Should -Be $answer.Cart.Id
            $answer.Order.Id | Should -Be $answer.Result.OrderId
            $answer.Order.LineItems[0].Quantity | Should -Be $answer.Caller
        }
        @($answers.Order.Id | Sort-Object -Unique).Count | Should -Be 40
        (Get-Request carts.checkout).Count | Should -Be 40
    }
}

Describe 'callers in parallel' {
    BeforeEach { Connect-EmulatorDoor in-process $emulator }

    It 'each get their own errors and verbose lines' {
        $known = (New-TestCart).Id
        $answers = 1..20 | ForEach-Object -ThrottleLimit 8 -Parallel {
            $id = $_ % 2 ? $using:known : ('ffffffff-ffff-4fff-8fff-{0:d12}' -f $_)
            $verbose = Get-PartnerCustomerCart -CustomerId $using:customer -CartId $id -ErrorVariable failed -ErrorAction SilentlyContinue -OutVariable found -Verbose 4>&1 |
                Where-Object { $_ -is [Management.Automation.VerboseRecord] }
            [pscustomobject]@{ Asked = $id; Found = $found.Id; Target = $failed.TargetObject; Verbose = "$verbose" }
        }
        $answers.Count | Should -Be 20
        foreach ($answer in $answers) {
            $answer.Asked | Should -BeIn $answer.Found, $answer.Target
            $answer.Verbose | Should -BeLike "*$($answer.Asked)*"
        }
        @($answers.Found | Where-Object { $_ }).Count | Should -Be 10
    }

    It 'that are handed a connection use it, whatever the current one is' {
        $mine = Connect-PartnerCenter -Emulator -PassThru -Scope Runspace
        $carts = 1..8 | ForEach-Object -ThrottleLimit 4 -Parallel {
            $line = @{ CatalogItemId = 'CFQ7TTC0LFLX:0001:CFQ7TTC0LB30'; Quantity = 2; BillingCycle = 'monthly'; TermDuration = 'P1M' }
            New-PartnerCustomerCart -CustomerId $using:customer -LineItem $line -Connection $using:mine
        }
        @($carts.Id | Sort-Object -Unique).Count | Should -Be 8
        (Get-Request carts.create).Count | Should -Be 8
        Disconnect-PartnerCenter
        (Get-Request carts.create).Count | Should -Be 0
    }
}
