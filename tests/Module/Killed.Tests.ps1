# A process that dies in the middle of a purchase. Whatever was done when it died, the same cart submitted again buys once.
BeforeAll {
    . "$PSScriptRoot/_TestHelper.ps1"
    . "$PSScriptRoot/_Purchase.ps1"
    Import-ModuleUnderTest
    $emulator = Start-EmulatorHost

    # Starts a pwsh that submits the cart, waits until the emulator has seen the checkout so often, and kills it.
    function Stop-Purchase($Cart, [int] $Tries) {
        $program, $first = Get-PwshCommand
        $script = "Import-Module '$(Get-ModuleUnderTestPath)'; Connect-PartnerCenter -AccessToken tester-token -Endpoint $($emulator.Endpoint); " +
            "Submit-PartnerCustomerCart -CustomerId $($Cart.CustomerId) -CartId $($Cart.Id) -Confirm:`$false"
        $process = Start-HelperProcess $program (@($first) + '-NoProfile', '-NonInteractive', '-Command', $script | Where-Object { $_ })
        $limit = [Diagnostics.Stopwatch]::StartNew()
        while ((Get-Request carts.checkout).Count -lt $Tries) {
            if ($limit.Elapsed.TotalSeconds -gt 60 -or $process.WaitForExit(20)) { $process.Kill($true); throw 'The checkout did not arrive.' }
        }
        $process.Kill($true)
        $process.WaitForExit()
    }
}

AfterAll {
    Disconnect-PartnerCenter
    Stop-EmulatorHost $emulator
}

Describe 'a process that is killed <When>' -ForEach @(
    @{ When = 'before its cart is bought'; Fault = @{ Delay = '00:10:00' }; Tries = 1; Status = 'Active' }
    @{ When = 'after its cart is bought, and before it knows'; Fault = @{ ResetConnection = 'After'; Times = 0 }; Tries = 2; Status = 'Ordered' }
) {
    It 'leaves a cart that can be submitted again and is bought once' {
        Connect-EmulatorDoor host $emulator
        $cart = New-TestCart
        Set-PartnerCenterEmulatorFault -Operation carts.checkout @Fault
        Stop-Purchase $cart $Tries
        Set-PartnerCenterEmulatorFault -Clear
        ($cart | Get-PartnerCustomerCart).Status | Should -Be $Status

        $result = $cart | Submit-PartnerCustomerCart -Confirm:$false
        $again = $cart | Submit-PartnerCustomerCart -Confirm:$false

        $result.Orders.Count | Should -Be 1
        $again.OrderId | Should -Be $result.OrderId
        $null = Set-PartnerCenterEmulatorClock -Advance 00:20:00
        @(Get-PartnerCustomerOrder -CustomerId $customer).Id | Should -Be $result.OrderId
    }
}
