# Every way to connect, through a fake identity platform over real HTTPS. SSL_CERT_FILE makes a process trust it; only
# systems with OpenSSL read that.
BeforeAll {
    . "$PSScriptRoot/_TestHelper.ps1"
    . "$PSScriptRoot/_SignIn.ps1"
    $platform = Start-IdentityPlatform
    $emulator = Start-EmulatorHost
}

AfterAll {
    Stop-EmulatorHost $emulator
    if ($platform) { $platform.Stop() }
}

Describe 'connecting with <Way>' -Skip:(-not $IsLinux) -ForEach @(
    @{ Way = 'a secret'; Kind = 'Application'; Token = 'AppOnly'; Grant = 'client_credentials'; Connect = 'Connect-PartnerCenter @to -Credential $credential' }
    @{ Way = 'a secret and an application id'; Kind = 'Application'; Token = 'AppOnly'; Grant = 'client_credentials'; Connect = 'Connect-PartnerCenter @to -ApplicationId $env:APPLICATION -Credential ([pscredential]::new("app", $credential.Password)) -ServicePrincipal' }
    @{ Way = 'a certificate file'; Kind = 'Application'; Token = 'AppOnly'; Grant = 'client_credentials'; Connect = 'Connect-PartnerCenter @to -ApplicationId $env:APPLICATION -CertificatePath $env:PFX -CertificatePassword (ConvertTo-SecureString p -AsPlainText -Force)' }
    @{ Way = 'a certificate object'; Kind = 'Application'; Token = 'AppOnly'; Grant = 'client_credentials'; Connect = 'Connect-PartnerCenter @to -ApplicationId $env:APPLICATION -Certificate ([Security.Cryptography.X509Certificates.X509Certificate2]::new($env:PFX, "p"))' }
    @{ Way = 'a federated token'; Kind = 'Application'; Token = 'AppOnly'; Grant = 'client_credentials'; Connect = 'Connect-PartnerCenter @to -ApplicationId $env:APPLICATION -FederatedToken some-federated-token' }
    @{ Way = 'a federated token file'; Kind = 'Application'; Token = 'AppOnly'; Grant = 'client_credentials'; Connect = 'Connect-PartnerCenter @to -ApplicationId $env:APPLICATION -FederatedTokenFile $env:FEDERATED' }
    @{ Way = 'a managed identity'; Kind = 'ManagedIdentity'; Token = 'AppOnly'; Grant = ''; Connect = 'Connect-PartnerCenter -Identity -Endpoint $env:EMULATOR_ENDPOINT' }
    @{ Way = 'a user-assigned managed identity'; Kind = 'ManagedIdentity'; Token = 'AppOnly'; Grant = ''; Connect = 'Connect-PartnerCenter -Identity -ApplicationId $env:APPLICATION -Endpoint $env:EMULATOR_ENDPOINT' }
    @{ Way = 'a device code'; Kind = 'User'; Token = 'AppUser'; Grant = 'device_code'; Connect = 'Connect-PartnerCenter @to -UseDeviceAuthentication -WarningVariable told -WarningAction SilentlyContinue' }
    @{ Way = 'a refresh token'; Kind = 'RefreshToken'; Token = 'AppUser'; Grant = 'refresh_token'; Connect = 'Connect-PartnerCenter @to -RefreshToken $env:REFRESH -Credential $credential' }
    @{ Way = 'a refresh token and a certificate'; Kind = 'RefreshToken'; Token = 'AppUser'; Grant = 'refresh_token'; Connect = 'Connect-PartnerCenter @to -RefreshToken (ConvertTo-SecureString $env:REFRESH -AsPlainText -Force) -ApplicationId $env:APPLICATION -CertificatePath $env:PFX -CertificatePassword (ConvertTo-SecureString p -AsPlainText -Force)' }
) {
    BeforeAll {
        $before = $platform.Brain.Requests.Count
        $pfx = Join-Path $TestDrive 'application.pfx'
        [IO.File]::WriteAllBytes($pfx, [PartnerCenterCart.IdentityPlatform.FakePlatformServer]::MakePfx('p'))
        Set-Content -Path (Join-Path $TestDrive 'federated.txt') -Value 'some-federated-token'
        $environment = @{
            PFX = $pfx; FEDERATED = Join-Path $TestDrive 'federated.txt'; REFRESH = $platform.Brain.IssueRefreshToken($application, $tenant)
            IDENTITY_ENDPOINT = "$($platform.PlainAddress)/msi/token"; IDENTITY_HEADER = 'some-header'
        }
        $run = Invoke-SignedIn $platform $emulator -Environment $environment -Script ([scriptblock]::Create(@"
            $Connect
            Get-PartnerContext | Select-Object Kind, TokenKind, Tenant, Account, Currency, HasMfa, @{ n = 'Environment'; e = { "`$(`$_.Environment)" } }, TokenExpiresOn, RefreshTokenIssuedAt | ConvertTo-Json -EnumsAsStrings -Compress
            "`$told"
            `$line = @{ CatalogItemId = 'CFQ7TTC0LFLX:0001:CFQ7TTC0LB30'; Quantity = 2; BillingCycle = 'monthly'; TermDuration = 'P1M' }
            (`$line | New-PartnerCustomerCart -CustomerId c0000000-0000-4000-8000-000000000001).Status
"@))
        $context = $run.StdOut ? ($run.StdOut[0] | ConvertFrom-Json) : $null
        $tokens = @($platform.Brain.TokenRequests)[-1]
    }

    It 'makes a connection of its kind, and calls work' {
        $run.StdErr | Should -BeNullOrEmpty
        "$($context.Kind) $($context.TokenKind) $($context.Environment)" | Should -Be "$Kind $Token GlobalCloud"
        $run.StdOut[-1] | Should -Be 'Active'
    }

    It 'asks the identity platform once, in its way, for the audience of Partner Center' {
        $tokens['grant_type'] | Should -Be $Grant
        "$($tokens['scope'])$($tokens['resource'])" | Should -BeLike '*https://api.partnercenter.microsoft.com*'
        "$($tokens['scope'])$($tokens['resource'])" | Should -Not -Match 'graph\.windows\.net'
    }

    It 'knows currency and tenant, and the account and the second factor of a person' {
        $context.Currency | Should -Be 'USD'
        $context.Tenant | Should -Not -BeNullOrEmpty
        $context.TokenExpiresOn | Should -Not -BeNullOrEmpty
        if ($Token -eq 'AppUser') {
            $context.Account | Should -Be 'agent@partner.example'
            $context.HasMfa | Should -BeTrue
        }
        else {
            $context.Account | Should -BeNullOrEmpty
            $context.HasMfa | Should -BeNullOrEmpty
        }
    }

    It 'shows the device code as a warning, where there is one' {
        $run.StdOut[1] | Should -BeLike ($Way -eq 'a device code' ? '*TEST-CODE*' : '')
    }
}

Describe 'at connect' -Skip:(-not $IsLinux) {
    BeforeEach {
        $platform.Brain.Mfa = $true
        $platform.Brain.Audience = $null
        Invoke-RestMethod -Method Delete "$($emulator.Endpoint)/_emulator/requests" | Out-Null
        Invoke-RestMethod -Method Post "$($emulator.Endpoint)/_emulator/reset" | Out-Null
    }

    It 'makes one call, which asks about the second factor' {
        $run = Invoke-SignedIn $platform $emulator { Connect-PartnerCenter @to -Credential $credential }
        $run.StdErr | Should -BeNullOrEmpty
        $calls = @((Invoke-RestMethod "$($emulator.Endpoint)/_emulator/requests").items)
        $calls.operation | Should -Be 'invoices.summary'
        $calls[0].headers.ValidateMfa | Should -Be 'true'
    }

    It 'makes no call at all with -SkipValidation' {
        $before = $platform.Brain.Requests.Count
        $run = Invoke-SignedIn $platform $emulator { Connect-PartnerCenter @to -Credential $credential -SkipValidation -PassThru | ForEach-Object Kind }
        $run.StdOut | Should -Be 'Application' -Because $run.StdErr
        @((Invoke-RestMethod "$($emulator.Endpoint)/_emulator/requests").items).Count | Should -Be 0
        $platform.Brain.Requests.Count | Should -Be $before
    }

    It 'says that the second factor is missing, and how to get it' {
        $platform.Brain.Mfa = $false
        $run = Invoke-SignedIn $platform $emulator -Environment @{ REFRESH = $platform.Brain.IssueRefreshToken($application, $tenant) } -Script {
            Connect-PartnerCenter @to -RefreshToken $env:REFRESH -Credential $credential -WarningVariable told -WarningAction SilentlyContinue
            "$told"
            "$((Get-PartnerContext).HasMfa)"
        }
        $run.StdOut[0] | Should -BeLike '*multi-factor*900421*New-PartnerAccessToken*' -Because $run.StdErr
        $run.StdOut[1] | Should -Be 'False'
    }

    It 'fails with the same advice where the service refuses such tokens' {
        $platform.Brain.Mfa = $false
        Invoke-RestMethod -Method Post "$($emulator.Endpoint)/_emulator/settings" -Body '{"requireMfa":true}' -ContentType application/json | Out-Null
        $run = Invoke-SignedIn $platform $emulator -Environment @{ REFRESH = $platform.Brain.IssueRefreshToken($application, $tenant) } -Script {
            try { Connect-PartnerCenter @to -RefreshToken $env:REFRESH -Credential $credential } catch { $_.FullyQualifiedErrorId; $_.Exception.ServiceCode; $_.ErrorDetails.RecommendedAction }
            "connected: $([bool](Get-PartnerContext))"
        }
        $run.StdOut[0, 1] | Should -Be 'Unauthorized,PartnerCenterCart.Commands.ConnectPartnerCenter', '900421' -Because $run.StdErr
        $run.StdOut[2] | Should -BeLike '*New-PartnerAccessToken*'
        $run.StdOut[-1] | Should -Be 'connected: False'
    }

    It 'works where the service demands the right audience, and is refused with another' {
        Invoke-RestMethod -Method Post "$($emulator.Endpoint)/_emulator/settings" -Body '{"audience":"https://api.partnercenter.microsoft.com"}' -ContentType application/json | Out-Null
        $run = Invoke-SignedIn $platform $emulator {
            Connect-PartnerCenter @to -Credential $credential -PassThru | ForEach-Object Currency
            Connect-PartnerCenter some-opaque-token -Endpoint $env:EMULATOR_ENDPOINT
            try { Get-PartnerCustomerCart -CustomerId c0000000-0000-4000-8000-000000000001 -CartId ffffffff-ffff-4fff-8fff-ffffffffffff } catch { $_.Exception.ServiceCode; $_.ErrorDetails.RecommendedAction }
        }
        $run.StdOut[0, 1] | Should -Be 'USD', '900420' -Because $run.StdErr
        $run.StdOut[2] | Should -BeLike '*https://api.partnercenter.microsoft.com*'
    }

    It 'refuses what the identity platform refuses: <Code>' -ForEach @(
        @{ Code = 'AADSTS7000215'; Status = 401; ErrorName = 'invalid_client'; Says = '*value of the client secret*' }
        @{ Code = 'AADSTS50076'; Status = 400; ErrorName = 'invalid_grant'; Says = '*multi-factor*' }
        @{ Code = 'AADSTS65001'; Status = 400; ErrorName = 'invalid_grant'; Says = '*consent*' }
    ) {
        $platform.Brain.FailNext($Status, $ErrorName, "${Code}: It was {secret} that was wrong.")
        $run = Invoke-SignedIn $platform $emulator {
            $VerbosePreference = $DebugPreference = 'Continue'
            try { Connect-PartnerCenter @to -Credential $credential } catch { $_.FullyQualifiedErrorId; $_.CategoryInfo.Category; $_.ErrorDetails.RecommendedAction; $_ | Format-List * -Force | Out-String -Width 1000; $_.Exception | Format-List * -Force | Out-String -Width 1000 }
        }
        $text = $run.StdOut -join "`n"
        $text | Should -BeLike '*Unauthorized,PartnerCenterCart.Commands.ConnectPartnerCenter*AuthenticationError*'
        $text | Should -BeLike $Says
        $text | Should -BeLike "*$Code*"
        "$text$($run.StdErr)".Contains($platform.Brain.Secret) | Should -BeFalse
    }
}

Describe 'the tokens of a session' -Skip:(-not $IsLinux) {
    It 'are renewed without a word, and after a 401 once' {
        $before = @($platform.Brain.TokenRequests).Count
        $platform.Brain.ExpiresIn = 30
        $run = Invoke-SignedIn $platform $emulator {
            Connect-PartnerCenter @to -Credential $credential
            $seen = 1..3 | ForEach-Object { Get-PartnerCustomerOrder -CustomerId c0000000-0000-4000-8000-000000000001 }
            "$($seen.Count) orders"
        }
        $platform.Brain.ExpiresIn = 3600
        $run.StdErr | Should -BeNullOrEmpty
        @($platform.Brain.TokenRequests).Count - $before | Should -BeGreaterThan 3

        $before = @($platform.Brain.TokenRequests).Count
        $run = Invoke-SignedIn $platform $emulator {
            Connect-PartnerCenter @to -Credential $credential
            Reset-PartnerCenterEmulator
            Set-PartnerCenterEmulatorFault -Operation orders.list -Status 401
            Get-PartnerCustomerOrder -CustomerId c0000000-0000-4000-8000-000000000001
            $sent = @(Get-PartnerCenterEmulatorRequest -Operation orders.list)
            "$($sent.Count) $(@($sent.ForEach({ $_.Headers['MS-RequestId'] }) | Sort-Object -Unique).Count)"
        }
        $run.StdOut[-1] | Should -Be '2 1' -Because $run.StdErr
        @($platform.Brain.TokenRequests).Count - $before | Should -Be 2
    }

    It 'are each connection''s own: 20 runspaces, 20 tenants, 1,000 calls' {
        $run = Invoke-SignedIn $platform $emulator {
            $answers = 0..19 | ForEach-Object -ThrottleLimit 20 -Parallel {
                Import-Module ([Environment]::GetEnvironmentVariable('PCC_MODULE'))
                $mine = 'a0000000-0000-4000-8000-{0:d12}' -f $_
                Connect-PartnerCenter -Credential $using:credential -Tenant $mine -Authority $env:AUTHORITY -Endpoint $env:IDENTITY_PLATFORM -Scope Runspace -SkipValidation
                1..50 | ForEach-Object { Get-PartnerCustomerOrder -CustomerId $mine -ErrorAction Ignore }
                "$((Get-PartnerContext).Tenant -eq $mine)"
            }
            @($answers -eq 'True').Count
        }
        $run.StdOut[-1] | Should -Be '20' -Because $run.StdErr
        # The plain door of the fake platform stood in for the service here: it answers 404 and keeps what it heard.
        $calls = @($platform.Brain.Requests | Where-Object Path -Like '/v1/customers/a0000000-0000-4000-8000-*')
        $calls.Count | Should -Be 1000
        $foreign = $calls | Where-Object {
            $payload = $_.Headers['Authorization'].Split('.')[1].Replace('-', '+').Replace('_', '/')
            $claims = [Text.Encoding]::UTF8.GetString([Convert]::FromBase64String($payload.PadRight([Math]::Ceiling($payload.Length / 4) * 4, '='))) | ConvertFrom-Json
            $_.Path -notlike "*$($claims.tid)*"
        }
        $foreign | Should -BeNullOrEmpty
    }
}
