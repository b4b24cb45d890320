BeforeAll {
    . "$PSScriptRoot/_TestHelper.ps1"
    . "$PSScriptRoot/_Purchase.ps1"
    Import-ModuleUnderTest

    # A service that hears one request and answers 404: the emulator keeps no token, so that it cannot be asked for it.
    function Get-AuthorizationHeard($AccessToken) {
        $probe = [Net.Sockets.TcpListener]::new([Net.IPAddress]::Loopback, 0)
        $probe.Start()
        $connection = Connect-PartnerCenter -AccessToken $AccessToken -Endpoint "http://127.0.0.1:$($probe.LocalEndpoint.Port)" -Scope Runspace -PassThru
        $shell = [powershell]::Create()
        try {
            $null = $shell.AddScript({ param($path, $connection, $customer, $cart) Import-Module $path; Get-PartnerCustomerCart -CustomerId $customer -CartId $cart -Connection $connection -ErrorAction Ignore })
            $running = $shell.AddArgument((Get-ModuleUnderTestPath)).AddArgument($connection).AddArgument($customer).AddArgument($unknownCart).BeginInvoke()
            $accept = $probe.AcceptTcpClientAsync()
            if (-not $accept.Wait(10000)) { throw 'No request came.' }
            $stream = $accept.Result.GetStream()
            $reader = [IO.StreamReader]::new($stream)
            $heard = $null
            while ($line = $reader.ReadLine()) { if ($line -match '^Authorization: (.*)') { $heard = $Matches[1] } }
            $stream.Write([Text.Encoding]::ASCII.GetBytes("HTTP/1.1 404 Not Found`r`nContent-Length: 0`r`nConnection: close`r`n`r`n"))
            $accept.Result.Dispose()
            $null = $shell.EndInvoke($running)
            return $heard
        }
        finally {
            $probe.Stop()
            $connection | Disconnect-PartnerCenter
            $shell.Runspace.Dispose()
            $shell.Dispose()
        }
    }
}

Describe 'an access token' {
    It 'is sent as it is, given as <As>' -ForEach @(
        @{ As = 'text'; Make = { 'some-token' } }
        @{ As = 'a SecureString'; Make = { ConvertTo-SecureString 'some-token' -AsPlainText -Force } }
        @{ As = 'a header value'; Make = { 'Bearer some-token' } }
        @{ As = 'text with a line end, as read from a file'; Make = { "some-token`n" } }
    ) {
        Get-AuthorizationHeard (& $Make) | Should -BeExactly 'Bearer some-token'
    }

    It 'is not <As>' -ForEach @(
        @{ As = 'empty'; Token = '' }
        @{ As = 'blank'; Token = '  ' }
        @{ As = 'nothing'; Token = $null }
        @{ As = 'a scheme alone'; Token = 'Bearer ' }
        @{ As = 'two words'; Token = 'some-token other-token' }
        @{ As = 'two lines, which would be two headers'; Token = "some-token`r`nX-Other: 1" }
        @{ As = 'letters that no header can hold'; Token = 'some-tok€n' }
        @{ As = 'a number'; Token = 42 }
        @{ As = 'the whole token answer'; Token = [pscustomobject]@{ access_token = 'some-token' } }
    ) {
        $failure = { Connect-PartnerCenter -AccessToken $Token } | Should -Throw -ErrorId (Get-ErrorId InvalidInput Connect-PartnerCenter) -PassThru
        $failure.Exception.Message | Should -BeLike '*-AccessToken*expected*'
        ($failure | Format-List * -Force | Out-String) | Should -Not -Match 'some-tok'
    }
}

Describe 'the service refuses a token' {
    It 'says what to do about it' {
        Connect-PartnerCenter -Emulator
        Set-PartnerCenterEmulatorFault -Operation carts.get -Code 900421 -Status 401
        $failure = (Get-Outcome { Get-PartnerCustomerCart -CustomerId $customer -CartId $unknownCart }).Error
        $failure.FullyQualifiedErrorId | Should -Be (Get-ErrorId Unauthorized Get-PartnerCustomerCart)
        $failure.ErrorDetails.RecommendedAction | Should -BeLike '*multi-factor*'
        Disconnect-PartnerCenter
    }
}
