BeforeAll {
    . "$PSScriptRoot/_TestHelper.ps1"
    . "$PSScriptRoot/_Purchase.ps1"
    Import-ModuleUnderTest
    $refused = Get-ErrorId InvalidInput Connect-PartnerCenter
}

AfterAll { Disconnect-PartnerCenter }

Describe 'an endpoint' {
    It 'may be <Endpoint>' -ForEach @(
        @{ Endpoint = 'https://api.partnercenter.microsoft.com'; Goes = 'https://api.partnercenter.microsoft.com/' }
        @{ Endpoint = ' https://partner.partnercenterapi.microsoftonline.cn/ '; Goes = 'https://partner.partnercenterapi.microsoftonline.cn/' }
        @{ Endpoint = 'http://localhost:8080'; Goes = 'http://localhost:8080/' }
        @{ Endpoint = 'http://127.0.0.1:8080'; Goes = 'http://127.0.0.1:8080/' }
        @{ Endpoint = 'http://127.1.2.3'; Goes = 'http://127.1.2.3/' }
        @{ Endpoint = 'http://[::1]:8080'; Goes = 'http://[::1]:8080/' }
        @{ Endpoint = ''; Goes = 'https://api.partnercenter.microsoft.com/' }
    ) {
        (Connect-PartnerCenter -AccessToken some-token -Endpoint $Endpoint -PassThru).Endpoint | Should -Be $Goes
    }

    It 'is not reached over plain http: <Endpoint>' -ForEach @(
        @{ Endpoint = 'http://api.partnercenter.microsoft.com' }
        @{ Endpoint = 'HTTP://example.com:8080' }
        @{ Endpoint = 'http://localhost.example.com' }
        @{ Endpoint = 'http://127.0.0.1.example.com' }
        @{ Endpoint = 'http://0.0.0.0:8080' }
        @{ Endpoint = 'http://10.0.0.1' }
        @{ Endpoint = 'http://127.0.0.1@example.com' }
    ) {
        $failure = { Connect-PartnerCenter -AccessToken some-token -Endpoint $Endpoint } | Should -Throw -ErrorId $refused -PassThru
        $failure.Exception.Message | Should -BeLike '*http*https*loopback*'
    }

    It 'is scheme, host and port alone, not <Endpoint>' -ForEach @(
        @{ Endpoint = 'junk' }
        @{ Endpoint = 'api.partnercenter.microsoft.com' }
        @{ Endpoint = '/v1/customers' }
        @{ Endpoint = 'https://' }
        @{ Endpoint = 'ftp://example.com' }
        @{ Endpoint = 'file:///tmp/state' }
        @{ Endpoint = 'https://example.com/v1' }
        @{ Endpoint = 'https://example.com?version=1' }
        @{ Endpoint = 'https://example.com/#top' }
        @{ Endpoint = 'https://tester@example.com' }
    ) {
        $failure = { Connect-PartnerCenter -AccessToken some-token -Endpoint $Endpoint } | Should -Throw -ErrorId $refused -PassThru
        $failure.CategoryInfo.Category | Should -Be 'InvalidArgument'
        $failure.Exception.Message | Should -BeLike '*scheme*host*'
    }

    It 'that holds a password is refused without repeating it: <Endpoint>' -ForEach @(
        @{ Endpoint = 'https://tester:pa55word@example.com' }
        @{ Endpoint = 'http://tester:pa55word@example.com' }
        @{ Endpoint = 'ftp://tester:pa55word@example.com' }
        @{ Endpoint = 'http://tester:pa55word@127.0.0.1:8080' }
    ) {
        $failure = { Connect-PartnerCenter -AccessToken some-token -Endpoint $Endpoint } | Should -Throw -ErrorId $refused -PassThru
        $failure.Exception.Message | Should -Not -BeLike '*pa55word*'
        "$($failure.ErrorDetails)" | Should -Not -BeLike '*pa55word*'
    }

    It 'that is refused leaves the connection before it in place and ends the script' {
        $before = Connect-PartnerCenter -Emulator -PassThru
        { Connect-PartnerCenter -AccessToken some-token -Endpoint junk -ErrorAction SilentlyContinue } | Should -Throw -ErrorId $refused
        Get-PartnerContext | Should -Be $before
    }

    It 'belongs to a token, not to the emulator' {
        { Connect-PartnerCenter -Emulator -Endpoint http://127.0.0.1 } | Should -Throw -ErrorId 'AmbiguousParameterSet,PartnerCenterCart.Commands.ConnectPartnerCenter'
    }
}

Describe 'a host that nobody answers at' {
    It 'is named in the error of each call' {
        # Port 9 is "discard"; nothing listens there on a loopback address.
        Connect-PartnerCenter -AccessToken some-token -Endpoint http://127.0.0.1:9
        $failure = (Get-Outcome { Submit-PartnerCustomerCart -CustomerId $customer -CartId $unknownCart -Confirm:$false }).Error
        $failure.FullyQualifiedErrorId | Should -Be (Get-ErrorId ConnectionFailed Submit-PartnerCustomerCart)
        $failure.CategoryInfo.Category | Should -Be 'ConnectionError'
        $failure.Exception.Message | Should -BeLike '*127.0.0.1 port 9*'
        $failure.Exception.NothingWasDone | Should -BeTrue
    }
}
