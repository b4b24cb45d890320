BeforeAll {
    . "$PSScriptRoot/_TestHelper.ps1"
    . "$PSScriptRoot/_Purchase.ps1"
    Import-ModuleUnderTest
}

Describe 'the state file of an emulator' {
    BeforeEach { $state = Join-Path $TestDrive "$([Guid]::NewGuid()).state" }
    AfterEach { while (Get-PartnerContext) { Disconnect-PartnerCenter } }

    It 'keeps carts and orders from one connection to the next' {
        Connect-PartnerCenter -Emulator -StatePath $state
        $open = New-TestCart
        $order = New-TestCart | Submit-PartnerCustomerCart -Confirm:$false
        Disconnect-PartnerCenter
        Connect-PartnerCenter -Emulator -StatePath $state
        ($open | Get-PartnerCustomerCart).Status | Should -Be 'Active'
        ($order | Get-PartnerCustomerOrder).Id | Should -Be $order.OrderId
    }

    It 'can be connected to again without a disconnect in between' {
        Connect-PartnerCenter -Emulator -StatePath $state
        $cart = New-TestCart
        Connect-PartnerCenter -Emulator -StatePath $state
        ($cart | Get-PartnerCustomerCart).Id | Should -Be $cart.Id
        $second = New-TestCart
        ($second | Get-PartnerCustomerCart).Id | Should -Be $second.Id
    }

    It 'is read by another process' {
        Connect-PartnerCenter -Emulator -StatePath $state
        $cart = New-TestCart
        Disconnect-PartnerCenter
        $run = Invoke-CleanPwsh -ArgumentList $state, $cart.Id -Script {
            Import-Module $env:PCC_MODULE
            Connect-PartnerCenter -Emulator -StatePath $args[0]
            (Get-PartnerCustomerCart -CustomerId c0000000-0000-4000-8000-000000000001 -CartId $args[1]).Status
            Submit-PartnerCustomerCart -CustomerId c0000000-0000-4000-8000-000000000001 -CartId $args[1] -Confirm:$false | ForEach-Object OrderId
        }
        $run.StdErr | Should -BeNullOrEmpty
        $status, $orderId = $run.StdOut
        $status | Should -Be 'Active'

        # That process ended without Disconnect-PartnerCenter; what it bought is there all the same.
        Connect-PartnerCenter -Emulator -StatePath $state
        (Get-PartnerCustomerOrder -CustomerId $customer -OrderId $orderId).Id | Should -Be $orderId
    }

    It 'keeps the clock' {
        Connect-PartnerCenter -Emulator -StatePath $state
        $before = Set-PartnerCenterEmulatorClock -Advance 30.00:00:00
        Disconnect-PartnerCenter
        Connect-PartnerCenter -Emulator -StatePath $state
        Set-PartnerCenterEmulatorClock -Advance 0 | Should -BeGreaterOrEqual $before
    }

    It 'is found relative to the current location' {
        Push-Location $TestDrive
        try {
            $context = Connect-PartnerCenter -Emulator -StatePath 'here.state' -PassThru
            $null = New-TestCart
        }
        finally {
            Pop-Location
        }
        $context.StatePath | Should -Be (Join-Path (Resolve-Path $TestDrive).ProviderPath 'here.state')
        Test-Path (Join-Path $TestDrive 'here.state') | Should -BeTrue
    }

    It 'makes the folder that it is to be in' {
        $deep = Join-Path $TestDrive "$([Guid]::NewGuid())/a/b.state"
        Connect-PartnerCenter -Emulator -StatePath $deep
        $null = New-TestCart
        Test-Path $deep | Should -BeTrue
    }

    It 'is empty after Reset-PartnerCenterEmulator' {
        Connect-PartnerCenter -Emulator -StatePath $state
        $cart = New-TestCart
        Reset-PartnerCenterEmulator
        Disconnect-PartnerCenter
        Connect-PartnerCenter -Emulator -StatePath $state
        (Get-Outcome { $cart | Get-PartnerCustomerCart }).Error.FullyQualifiedErrorId | Should -Be (Get-ErrorId NotFound Get-PartnerCustomerCart)
    }

    It 'is refused, and left as it is, when it is <What>' -ForEach @(
        @{ What = 'another file'; Content = 'Dear diary, today I bought forty licences.' }
        @{ What = 'JSON of something else'; Content = '[1,2,3]' }
        @{ What = 'another file of several lines'; Content = "first line`nsecond line`nthird line`n" }
    ) {
        Set-Content -LiteralPath $state -Value $Content -NoNewline
        $failure = { Connect-PartnerCenter -Emulator -StatePath $state } | Should -Throw -ErrorId (Get-ErrorId InvalidInput Connect-PartnerCenter) -PassThru
        $failure.Exception.Message | Should -BeLike "*$state*"
        Get-Content -LiteralPath $state -Raw | Should -Be $Content
    }

    It 'is refused when it is a folder' {
        $null = New-Item -ItemType Directory $state
        $failure = { Connect-PartnerCenter -Emulator -StatePath $state } | Should -Throw -ErrorId (Get-ErrorId InvalidInput Connect-PartnerCenter) -PassThru
        $failure.Exception.Message | Should -BeLike "*$state*"
    }

    It 'drops a line that a killed process left half written' {
        Connect-PartnerCenter -Emulator -StatePath $state
        $cart = New-TestCart
        Disconnect-PartnerCenter
        Add-Content -LiteralPath $state -Value '{"cart":{"id":"12' -NoNewline
        Connect-PartnerCenter -Emulator -StatePath $state
        ($cart | Get-PartnerCustomerCart).Id | Should -Be $cart.Id
        $after = New-TestCart
        Disconnect-PartnerCenter
        Connect-PartnerCenter -Emulator -StatePath $state
        ($after | Get-PartnerCustomerCart).Id | Should -Be $after.Id
    }

    It 'belongs to the emulator, not to a token' {
        { Connect-PartnerCenter -AccessToken some-token -StatePath $state } | Should -Throw -ErrorId 'AmbiguousParameterSet,PartnerCenterCart.Commands.ConnectPartnerCenter'
    }
}
