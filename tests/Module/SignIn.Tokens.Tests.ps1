# Tokens that the caller brings, connections side by side, and what is refused before anything is sent.
BeforeAll {
    . "$PSScriptRoot/_TestHelper.ps1"
    . "$PSScriptRoot/_SignIn.ps1"
    Import-ModuleUnderTest
    $id = @{ Connect = 'PartnerCenterCart.Commands.ConnectPartnerCenter'; New = 'PartnerCenterCart.Commands.NewPartnerAccessToken' }
    $emulator = Start-EmulatorHost
    $secret = [pscredential]::new($application, (ConvertTo-SecureString 'some-secret-value' -AsPlainText -Force))
}

AfterAll {
    while (Get-PartnerContext) { Disconnect-PartnerCenter }
    Stop-EmulatorHost $emulator
}

Describe 'a token passed by -AccessToken' {
    It 'for <Case> is refused with what to ask for' -ForEach @(
        @{ Case = 'the retired audience'; Claim = @{ aud = 'https://graph.windows.net' }; Says = '*graph.windows.net*retired*https://api.partnercenter.microsoft.com/.default*' }
        @{ Case = 'another audience'; Claim = @{ aud = 'https://management.azure.com' }; Says = '*management.azure.com*https://api.partnercenter.microsoft.com*' }
        @{ Case = 'yesterday, written as text'; Claim = @{ exp = '1700000000' }; Says = '*expired at 2023-11-14 22:13:20 UTC*' }
        @{ Case = 'yesterday'; Claim = @{ exp = 1700000000 }; Says = '*expired at 2023-11-14 22:13:20 UTC*' }
        @{ Case = 'another tenant'; Claim = @{ tid = 'b2000000-0000-4000-8000-000000000002' }; Says = '*b2000000*a1000000*' }
    ) {
        $token = New-TestToken $Claim
        $failure = { Connect-PartnerCenter -AccessToken $token -Tenant $tenant -Endpoint $emulator.Endpoint } | Should -Throw -ErrorId "InvalidInput,$($id.Connect)" -PassThru
        $failure.Exception.Message | Should -BeLike $Says
        ($failure | Format-List * -Force | Out-String).Contains($token) | Should -BeFalse
    }

    It 'for the cloud of another audience is refused there' {
        { Connect-PartnerCenter -AccessToken (New-TestToken @{}) -Environment ChinaCloud } | Should -Throw -ErrorId "InvalidInput,$($id.Connect)"
    }

    It 'is confirmed, and tells tenant, application, account, kind and second factor' {
        $context = Connect-PartnerCenter -AccessToken (New-TestToken @{ scp = 'user_impersonation'; upn = 'agent@partner.example'; amr = @('pwd', 'mfa'); tenant_ctry = 'DE' }) -Endpoint $emulator.Endpoint -PassThru
        "$($context.Kind) $($context.TokenKind) $($context.Tenant) $($context.PartnerId) $($context.ApplicationId) $($context.Account) $($context.HasMfa) $($context.Currency) $($context.Country)" |
            Should -Be "AccessToken AppUser $tenant $tenant $application agent@partner.example True USD DE"
    }

    It 'without a second factor is taken with a warning that says how to get one' {
        $null = Connect-PartnerCenter -AccessToken (New-TestToken @{ scp = 'user_impersonation'; amr = @('pwd') }) -Endpoint $emulator.Endpoint -WarningVariable told -WarningAction SilentlyContinue
        "$told" | Should -BeLike '*multi-factor*New-PartnerAccessToken*'
    }

    It 'that is opaque is taken as it is, with no call' {
        (Connect-PartnerCenter some-opaque-token -Endpoint http://127.0.0.1:9 -PassThru).TokenKind | Should -Be 'Unknown'
    }
}

Describe 'an App-only connection' {
    It 'is told the way to connect by the service''s own refusal, too' {
        Connect-PartnerCenter -AccessToken (New-TestToken @{ idtyp = 'app'; roles = @('x') }) -Endpoint $emulator.Endpoint
        Set-PartnerCenterEmulatorFault -Operation orders.list -Status 403 -Code 900329
        $failure = { Get-PartnerCustomerOrder -CustomerId c0000000-0000-4000-8000-000000000001 -ErrorAction Stop } | Should -Throw -PassThru
        $failure.FullyQualifiedErrorId | Should -BeLike 'Forbidden,*'
        $failure.ErrorDetails.RecommendedAction | Should -BeLike '*Connect-PartnerCenter -RefreshToken*-UseDeviceAuthentication*'
    }
}

Describe 'Connect-PartnerCenter' {
    It 'refuses a retired cloud with the reason' {
        $failure = { Connect-PartnerCenter some-token -Environment GermanCloud } | Should -Throw -ErrorId "InvalidInput,$($id.Connect)" -PassThru
        $failure.Exception.Message | Should -BeLike '*closed*GlobalCloud*'
    }

    It 'goes to the endpoint of <Cloud>' -ForEach @(
        @{ Cloud = 'GlobalCloud'; Endpoint = 'https://api.partnercenter.microsoft.com/' }
        @{ Cloud = 'USGovernmentCloud'; Endpoint = 'https://api.partnercenter.microsoft.com/' }
        @{ Cloud = 'ChinaCloud'; Endpoint = 'https://partner.partnercenterapi.microsoftonline.cn/' }
    ) {
        $context = Connect-PartnerCenter -Environment $Cloud -Tenant $tenant -Credential $secret -SkipValidation -PassThru
        "$($context.Environment) $($context.Endpoint)" | Should -Be "$Cloud $Endpoint"
    }

    It 'completes the clouds' {
        $line = 'Connect-PartnerCenter -Environment '
        ([Management.Automation.CommandCompletion]::CompleteInput($line, $line.Length, $null)).CompletionMatches.CompletionText | Should -Be 'GlobalCloud', 'ChinaCloud', 'USGovernmentCloud'
    }

    It 'has one parameter set for each way' {
        (Get-Command Connect-PartnerCenter).ParameterSets.Name | Sort-Object | Should -Be @(
            'AccessToken', 'AuthorizationCode', 'Certificate', 'CertificatePath', 'CertificateThumbprint', 'Credential', 'DeviceAuthentication', 'Emulator', 'FederatedToken', 'FederatedTokenFile', 'Identity', 'Interactive', 'RefreshToken', 'TokenStore')
        (Get-Command Connect-PartnerCenter).DefaultParameterSet | Should -Be 'Interactive'
    }

    It 'refuses <Case> before anything is sent' -ForEach @(
        @{ Case = 'a secret without a tenant'; Call = { Connect-PartnerCenter -Credential $secret }; Says = '*-Tenant*' }
        @{ Case = 'two applications'; Call = { Connect-PartnerCenter -Tenant $tenant -ApplicationId b0000000-0000-4000-8000-00000000000b -Credential $secret }; Says = '*-ApplicationId*-Credential*' }
        @{ Case = 'an unknown thumbprint'; Call = { Connect-PartnerCenter -Tenant $tenant -ApplicationId $application -CertificateThumbprint 0123456789ABCDEF0123456789ABCDEF01234567 }; Says = '*personal store*' }
        @{ Case = 'a missing certificate file'; Call = { Connect-PartnerCenter -Tenant $tenant -ApplicationId $application -CertificatePath ./no-such.pfx }; Says = '*no-such.pfx*' }
        @{ Case = 'two credentials'; Call = { Connect-PartnerCenter -RefreshToken x -Tenant $tenant -Credential $secret -FederatedToken y }; Says = '*-Credential and -FederatedToken*' }
        @{ Case = 'a sign-in address without TLS'; Call = { Connect-PartnerCenter -Tenant $tenant -Credential $secret -Authority http://localhost }; Says = '*https*' }
        @{ Case = 'an empty refresh token'; Call = { Connect-PartnerCenter -RefreshToken ' ' -Tenant $tenant -Credential $secret }; Says = '*New-PartnerAccessToken*' }
        @{ Case = 'a store that cannot be read and no token'; Call = { Connect-PartnerCenter -TokenStore { } -Tenant $tenant -Credential $secret }; Says = '*-RefreshToken*' }
        @{ Case = 'a secret''s name without SecretManagement'; Call = { Connect-PartnerCenter -TokenStore my-secret -Tenant $tenant -Credential $secret }; Says = '*SecretManagement*' }
    ) {
        $failure = { & $Call } | Should -Throw -ErrorId "InvalidInput,$($id.Connect)" -PassThru
        "$($failure.Exception.Message) $($failure.ErrorDetails.RecommendedAction)" | Should -BeLike $Says
        ($failure | Format-List * -Force | Out-String) | Should -Not -Match 'some-secret-value'
    }

    It 'that is stopped ends at once and leaves the session usable' {
        # A port that takes the connection and never says a word.
        $silent = [Net.Sockets.TcpListener]::new([Net.IPAddress]::Loopback, 0)
        $silent.Start()
        $shell = [powershell]::Create()
        try {
            $null = $shell.AddScript({ param($path, $address) Import-Module $path; Connect-PartnerCenter -UseDeviceAuthentication -Authority $address })
            $running = $shell.AddArgument((Get-ModuleUnderTestPath)).AddArgument("https://localhost:$($silent.LocalEndpoint.Port)").BeginInvoke()
            $accept = $silent.AcceptTcpClientAsync()
            $accept.Wait(20000) | Should -BeTrue
            $watch = [Diagnostics.Stopwatch]::StartNew()
            $shell.Stop()
            $watch.Elapsed.TotalSeconds | Should -BeLessThan 2
            $shell.InvocationStateInfo.State | Should -Be 'Stopped'
            $shell.Commands.Clear()
            $shell.AddScript('Connect-PartnerCenter -Emulator -Scope Runspace -PassThru').Invoke().Kind | Should -Be 'Emulator'
            $accept.Result.Dispose()
        }
        finally {
            $silent.Stop()
            $shell.Runspace.Dispose()
            $shell.Dispose()
        }
    }
}

Describe 'Get-PartnerContext -ListAvailable' {
    It 'that fails leaves no connection to go on with: <Case>' -ForEach @(
        @{ Case = 'a warning that is to stop'; Call = { Connect-PartnerCenter (New-TestToken @{ amr = @('pwd'); scp = 'user_impersonation' }) -Endpoint $emulator.Endpoint -WarningAction Stop } }
        @{ Case = 'no token'; Call = { Connect-PartnerCenter -AccessToken '' } }
    ) {
        Connect-PartnerCenter -Emulator
        $Call | Should -Throw
        Get-PartnerContext | Should -BeNullOrEmpty
    }

    It 'that ends in a year beyond all dates is taken' {
        $context = Connect-PartnerCenter (New-TestToken @{ exp = 99999999999999999 }) -Endpoint $emulator.Endpoint -PassThru -SkipValidation
        $context.Tenant | Should -Be $tenant
        $context | Disconnect-PartnerCenter
    }

    It 'that fails for one runspace leaves the process its own, and the runspace none' {
        Connect-PartnerCenter -Emulator
        $shell = [powershell]::Create()
        try {
            $null = $shell.AddScript({
                    param($path)
                    Import-Module $path
                    try { Connect-PartnerCenter -AccessToken '' -Scope Runspace } catch { 'refused' }
                    "none: $($null -eq (Get-PartnerContext))"
                    Connect-PartnerCenter -Emulator -Scope Runspace
                    (Get-PartnerContext).Scope
                    Disconnect-PartnerCenter
                }).AddArgument((Get-ModuleUnderTestPath))
            $shell.Invoke() | ForEach-Object { "$_" } | Should -Be 'refused', 'none: True', 'Runspace'
        }
        finally { $shell.Runspace.Dispose(); $shell.Dispose() }
        (Get-PartnerContext).Scope | Should -Be 'Process'
        Disconnect-PartnerCenter
    }

    It 'is not closed by a Disconnect-PartnerCenter of something else' {
        { Disconnect-PartnerCenter -Connection 'x' -ErrorAction Stop } | Should -Throw '*-Connection is no connection*'
    }

    It 'lists what this runspace can use and nothing that is closed' {
        while (Get-PartnerContext) { Disconnect-PartnerCenter }
        Get-PartnerContext -ListAvailable | Disconnect-PartnerCenter
        $first = Connect-PartnerCenter -Emulator -PassThru
        $second = Connect-PartnerCenter some-token -PassThru
        $mine = Connect-PartnerCenter -Emulator -Scope Runspace -PassThru
        @(Get-PartnerContext -ListAvailable) | Should -Be $first, $second, $mine
        $shell = [powershell]::Create()
        try {
            $elsewhere = $shell.AddScript({ param($path) Import-Module $path; Get-PartnerContext -ListAvailable }).AddArgument((Get-ModuleUnderTestPath)).Invoke()
            @($elsewhere) | Should -Be $first, $second
        }
        finally {
            $shell.Runspace.Dispose()
            $shell.Dispose()
        }
        $second | Disconnect-PartnerCenter
        @(Get-PartnerContext -ListAvailable) | Should -Be $first, $mine
        $mine, $first | Disconnect-PartnerCenter
        Get-PartnerContext -ListAvailable | Should -BeNullOrEmpty
    }
}
