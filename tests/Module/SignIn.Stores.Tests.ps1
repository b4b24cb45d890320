# The refresh token of the secure application model: handed back, kept, aged, and never shown.
BeforeAll {
    . "$PSScriptRoot/_TestHelper.ps1"
    . "$PSScriptRoot/_SignIn.ps1"
    $platform = Start-IdentityPlatform
    $emulator = Start-EmulatorHost
    function Get-Seed { $platform.Brain.IssueRefreshToken($application, $tenant) }
    $reveal = '[Net.NetworkCredential]::new("", $args[0]).Password'
}

AfterAll {
    Stop-EmulatorHost $emulator
    if ($platform) { $platform.Stop() }
}

Describe 'New-PartnerAccessToken' -Skip:(-not $IsLinux) {
    It 'exchanges a refresh token and hands the new one back, as SecureStrings' {
        $seed = Get-Seed
        $run = Invoke-SignedIn $platform $emulator -Environment @{ REFRESH = $seed } -Script {
            $sign = @{ Authority = $env:AUTHORITY; Tenant = $env:TENANT; Credential = $credential }
            $one = New-PartnerAccessToken @sign -RefreshToken $env:REFRESH
            $two = New-PartnerAccessToken @sign -RefreshToken $one -Resource Graph
            $three = New-PartnerAccessToken @sign -RefreshToken $two.RefreshToken -Resource PriceSheet
            "$($one.AccessToken.GetType().Name) $($one.RefreshToken.GetType().Name) $($one.TokenKind) $($one.HasMfa) $($one.Account)"
            "$([int]($one.RefreshTokenExpiresOn - $one.RefreshTokenIssuedAt).TotalDays) $($one.ExpiresOn -gt [DateTimeOffset]::UtcNow)"
            Connect-PartnerCenter $one -Endpoint $env:EMULATOR_ENDPOINT -PassThru | ForEach-Object TokenKind
            $one, $two, $three | Format-List * -Force | Out-String
            $one, $two, $three | Out-String
            $one | ConvertTo-Json -WarningAction Ignore
        }
        $run.StdErr | Should -BeNullOrEmpty
        $run.StdOut[0, 1, 2] | Should -Be 'SecureString SecureString AppUser True agent@partner.example', '90 True', 'AppUser'
        ($run.StdOut -join "`n") | Should -Not -Match 'eyJ|0\.refresh'
        @($platform.Brain.TokenRequests | Select-Object -Last 3 | ForEach-Object { $_['scope'] -split ' ' -match '://' }) |
            Should -Be 'https://api.partnercenter.microsoft.com/user_impersonation', 'https://graph.microsoft.com/.default', 'https://api.partner.microsoft.com/.default'
    }

    It 'gets the consent by device code' {
        $run = Invoke-SignedIn $platform $emulator {
            $answer = New-PartnerAccessToken -UseDeviceAuthentication -Authority $env:AUTHORITY -ApplicationId $env:APPLICATION -WarningVariable told -WarningAction SilentlyContinue
            "$told"
            "$($answer.RefreshToken.Length -gt 10) $($answer.Tenant)"
        }
        $run.StdOut[0] | Should -BeLike '*TEST-CODE*' -Because $run.StdErr
        $run.StdOut[1] | Should -Be "True $($platform.Brain.HomeTenant)"
    }
}

Describe 'a -TokenStore' -Skip:(-not $IsLinux) {
    It 'that is a file takes each new token, so that the next run needs no other' {
        $file = Join-Path $TestDrive 'store/token.bin'
        $environment = @{ REFRESH = Get-Seed; STORE = $file }
        $first = Invoke-SignedIn $platform $emulator -Environment $environment -Script {
            Connect-PartnerCenter @to -RefreshToken $env:REFRESH -Credential $credential -TokenStore $env:STORE -WarningVariable told -WarningAction SilentlyContinue
            $context = Get-PartnerContext
            "$($context.RefreshTokenAge.TotalMinutes -lt 5) $([int]($context.RefreshTokenExpiresOn - $context.RefreshTokenIssuedAt).TotalDays)"
            "$told"
        }
        $first.StdOut[0] | Should -Be 'True 90' -Because $first.StdErr
        # Said exactly where the machine has neither keychain nor secret service.
        $isPlain = [IO.File]::ReadAllText($file).Contains('0.refresh-')
        if ($isPlain) {
            $first.StdOut[1] | Should -BeLike '*permissions alone*'
            "$([IO.File]::GetUnixFileMode($file))" | Should -Be 'UserWrite, UserRead'
        }
        1..3 | ForEach-Object {
            $run = Invoke-SignedIn $platform $emulator -Environment $environment -Script {
                Connect-PartnerCenter @to -Credential $credential -TokenStore $env:STORE -PassThru -WarningAction SilentlyContinue | ForEach-Object Kind
            }
            $run.StdOut | Should -Be 'RefreshToken' -Because $run.StdErr
        }
        $sent = @($platform.Brain.TokenRequests | Select-Object -Last 4 | ForEach-Object { $_['refresh_token'] })
        @($sent | Sort-Object -Unique).Count | Should -Be 4
    }

    It 'that is a script block hears each new token as a SecureString, in the caller''s runspace' {
        $run = Invoke-SignedIn $platform $emulator -Environment @{ REFRESH = Get-Seed } -Script {
            $kept = [Collections.Generic.List[object]]::new()
            $mine = [runspace]::DefaultRunspace.Id
            $store = { param($token) $kept.Add("$($token.GetType().Name) $([runspace]::DefaultRunspace.Id -eq $mine) $($token.Length -gt 10)") }
            Connect-PartnerCenter @to -RefreshToken $env:REFRESH -Credential $credential -TokenStore $store
            Set-PartnerCenterEmulatorFault -Operation orders.list -Status 401
            Get-PartnerCustomerOrder -CustomerId c0000000-0000-4000-8000-000000000001
            $kept
        }
        $run.StdOut | Should -Be 'SecureString True True', 'SecureString True True' -Because $run.StdErr
    }

    It 'that is a script block works where parallel runspaces renew' {
        $run = Invoke-SignedIn $platform $emulator -Environment @{ REFRESH = Get-Seed } -Script {
            Connect-PartnerCenter @to -RefreshToken $env:REFRESH -Credential $credential -TokenStore { param($token) [Environment]::SetEnvironmentVariable('KEPT', "$($token.Length -gt 10)") }
            [Environment]::SetEnvironmentVariable('KEPT', '')
            Set-PartnerCenterEmulatorFault -Operation orders.list -Status 401
            1..4 | ForEach-Object -Parallel { Import-Module ([Environment]::GetEnvironmentVariable('PCC_MODULE')); Get-PartnerCustomerOrder -CustomerId c0000000-0000-4000-8000-000000000001 } -ThrottleLimit 4
            "kept: $env:KEPT"
        }
        $run.StdOut | Should -Be 'kept: True' -Because $run.StdErr
    }

    It 'that is a secret is read and written through SecretManagement, with its date' {
        $run = Invoke-SignedIn $platform $emulator -Environment @{ REFRESH = Get-Seed } -Script {
            $vault = @{}
            function Get-Secret { param($Name) $vault[$Name].Secret }
            function Get-SecretInfo { param($Name) if ($vault[$Name]) { [pscustomobject]@{ Name = $Name; Metadata = $vault[$Name].Metadata } } }
            function Set-Secret { param($Name, $Secret, $Metadata) $vault[$Name] = @{ Secret = $Secret; Metadata = $Metadata } }
            Connect-PartnerCenter @to -RefreshToken $env:REFRESH -Credential $credential -TokenStore partner-token
            "$($vault['partner-token'].Secret.GetType().Name) $([bool][DateTimeOffset]$vault['partner-token'].Metadata['RefreshTokenIssuedAt'])"
            $vault['partner-token'].Metadata['RefreshTokenIssuedAt'] = [DateTimeOffset]::UtcNow.AddDays(-80).ToString('o')
            $context = Connect-PartnerCenter @to -Credential $credential -TokenStore partner-token -PassThru
            "$($context.RefreshTokenAge.TotalMinutes -lt 5)"
        }
        $run.StdOut | Should -Be 'SecureString True', 'True' -Because $run.StdErr
    }

    It 'that fails warns, and the connection works' {
        $run = Invoke-SignedIn $platform $emulator -Environment @{ REFRESH = Get-Seed } -Script {
            Connect-PartnerCenter @to -RefreshToken $env:REFRESH -Credential $credential -TokenStore { throw 'The vault is locked.' } -WarningVariable told -WarningAction SilentlyContinue
            "$told"
            "$((Get-PartnerContext).Currency)"
        }
        $run.StdOut[0] | Should -BeLike '*The vault is locked*stays valid*' -Because $run.StdErr
        $run.StdOut[1] | Should -Be 'USD'
    }

    It 'that is a vault which cannot be read is not written over' {
        $run = Invoke-SignedIn $platform $emulator -Environment @{ REFRESH = Get-Seed } -Script {
            $vault = @{ 'partner-token' = 'living' }
            function Get-SecretInfo { param($Name) Write-Error "vault timeout at $Name" }
            function Get-Secret { param($Name) Write-Error "vault timeout at $Name" }
            function Set-Secret { param($Name, $Secret, $Metadata) $vault[$Name] = $Metadata ? $Secret : "bare $Secret" }
            try { Connect-PartnerCenter @to -RefreshToken $env:REFRESH -Credential $credential -TokenStore partner-token }
            catch { "$_" }
            $vault['partner-token']
        }
        $run.StdOut[0] | Should -BeLike "*the secret 'partner-token' cannot be read: *vault timeout*" -Because $run.StdErr
        $run.StdOut[1] | Should -Be 'living'
    }

    It 'that is damaged is named, not the platform' {
        $file = Join-Path $TestDrive 'damaged.bin'
        Set-Content -LiteralPath $file -Value '[x'
        $run = Invoke-SignedIn $platform $emulator -Environment @{ STORE = $file } -Script {
            try { Connect-PartnerCenter @to -Credential $credential -TokenStore $env:STORE -WarningAction Ignore } catch { "$_" }
        }
        $run.StdOut | Should -BeLike '*damaged.bin* is damaged*' -Because $run.StdErr
    }

    It 'that is a script block counts as failed when a command in it fails' {
        $run = Invoke-SignedIn $platform $emulator -Environment @{ REFRESH = Get-Seed } -Script {
            $ErrorActionPreference = 'Continue'
            Connect-PartnerCenter @to -RefreshToken $env:REFRESH -Credential $credential -TokenStore { Set-Content /nonexistent/x 'z' } -WarningVariable told -WarningAction SilentlyContinue
            "$told"
        }
        $run.StdOut | Should -BeLike '*could not be kept*stays valid*' -Because $run.StdErr
    }

    It 'that calls a command of its own connection is told so, and nothing waits for itself' {
        $run = Invoke-SignedIn $platform $emulator -Environment @{ REFRESH = Get-Seed } -Script {
            $context = Connect-PartnerCenter @to -RefreshToken $env:REFRESH -Credential $credential -SkipValidation -PassThru -WarningVariable told -WarningAction SilentlyContinue -TokenStore {
                Get-PartnerCustomer -Connection $context -ErrorAction Stop
            }
            Get-PartnerCustomerOrder -CustomerId c0000000-0000-4000-8000-000000000001 -WarningVariable told -WarningAction SilentlyContinue
            "$told"
            $context.RefreshTokenAge.TotalMinutes -lt 5
        }
        $run.StdOut[0] | Should -BeLike '*token store*when the store is done*' -Because $run.StdErr
        $run.StdOut[1] | Should -Be 'True'
    }

    It 'hides the token in what a failing script says' {
        $run = Invoke-SignedIn $platform $emulator -Environment @{ REFRESH = Get-Seed } -Script {
            Connect-PartnerCenter @to -RefreshToken $env:REFRESH -Credential $credential -WarningVariable told -WarningAction SilentlyContinue -TokenStore {
                param($token) throw "cannot save '$([Net.NetworkCredential]::new('', $token).Password)'"
            }
            "$told"
        }
        $run.StdOut | Should -BeLike "*cannot save '*'*stays valid*" -Because $run.StdErr
        $run.StdOut | Should -Not -Match '0\.refresh'
    }
}

Describe '-PersistCache' -Skip:(-not $IsLinux) {
    It 'keeps a person''s tokens beyond the process, and warns where they are plain' {
        $home2 = Join-Path $TestDrive 'home'
        $environment = @{ HOME = $home2; XDG_DATA_HOME = Join-Path $home2 'data' }
        New-Item -ItemType Directory -Path $home2 | Out-Null
        $script = {
            $device = @{ UseDeviceAuthentication = $true; PersistCache = $true; Authority = $env:AUTHORITY; ApplicationId = $env:APPLICATION; Tenant = $env:TENANT }
            $answer = New-PartnerAccessToken @device -WarningVariable told -WarningAction SilentlyContinue
            "asked: $([bool]($told -match 'TEST-CODE')) plain: $([bool]($told -match 'permissions alone')) refresh: $([bool]$answer.RefreshToken)"
        }
        $first = Invoke-SignedIn $platform $emulator -Environment $environment -Script $script
        $second = Invoke-SignedIn $platform $emulator -Environment $environment -Script $script
        $isPlain = "plain: $(@(Get-ChildItem $home2 -Recurse -File -Filter *.bin | Where-Object { [IO.File]::ReadAllText($_.FullName).Contains('0.refresh-') }).Count -gt 0)"
        $first.StdOut | Should -Be "asked: True $isPlain refresh: True" -Because $first.StdErr
        $second.StdOut | Should -Be "asked: False $isPlain refresh: True" -Because $second.StdErr
    }

    It 'never asks anybody in a later command, whatever the kept tokens are worth then' {
        $home2 = Join-Path $TestDrive 'silent'
        $environment = @{ HOME = $home2; XDG_DATA_HOME = Join-Path $home2 'data' }
        New-Item -ItemType Directory -Path $home2 | Out-Null
        $script = {
            Connect-PartnerCenter -UseDeviceAuthentication -PersistCache -Authority $env:AUTHORITY -Endpoint $env:EMULATOR_ENDPOINT -ApplicationId $env:APPLICATION -Tenant $env:TENANT -WarningAction Ignore
            Set-PartnerCenterEmulatorFault -Operation orders.list -Status 401
            try {
                Get-PartnerCustomerOrder -CustomerId c0000000-0000-4000-8000-000000000001 -ErrorAction Stop -WarningVariable told -WarningAction SilentlyContinue
                'renewed'
            }
            catch { 'refused' }
            "asked: $([bool]($told -match 'TEST-CODE'))"
        }
        $first = Invoke-SignedIn $platform $emulator -Environment $environment -Script $script
        $first.StdOut | Should -Be 'renewed', 'asked: False' -Because $first.StdErr
        $platform.Brain.FailNext(400, 'invalid_grant', 'AADSTS700082: The refresh token has expired.')
        $second = Invoke-SignedIn $platform $emulator -Environment $environment -Script $script
        $second.StdOut | Should -Be 'refused', 'asked: False' -Because $second.StdErr
    }

    It 'starts anew where the file is damaged' {
        $home2 = Join-Path $TestDrive 'other'
        $environment = @{ HOME = $home2; XDG_DATA_HOME = Join-Path $home2 'data' }
        New-Item -ItemType Directory -Path $home2 | Out-Null
        $script = { (New-PartnerAccessToken -UseDeviceAuthentication -PersistCache -Authority $env:AUTHORITY -ApplicationId $env:APPLICATION -Tenant $env:TENANT -WarningAction SilentlyContinue).TokenKind }
        Invoke-SignedIn $platform $emulator -Environment $environment -Script $script | Out-Null
        Get-ChildItem $home2 -Recurse -File -Filter *.bin | Set-Content -Value 'garbage'
        $run = Invoke-SignedIn $platform $emulator -Environment $environment -Script $script
        $run.StdOut | Should -Be 'AppUser' -Because $run.StdErr
    }
}

Describe 'the age of the refresh token' -Skip:(-not $IsLinux) {
    It 'is on the context, and <Days> days of it <Word>' -ForEach @(
        @{ Days = 70; Word = 'are nothing to speak of'; Warns = $false }
        @{ Days = 80; Word = 'give a warning'; Warns = $true }
    ) {
        $run = Invoke-SignedIn $platform $emulator -Environment @{ REFRESH = Get-Seed; DAYS = $Days } -Script {
            $issued = [DateTimeOffset]::UtcNow.AddDays(-[int]$env:DAYS)
            $context = Connect-PartnerCenter @to -RefreshToken $env:REFRESH -RefreshTokenIssuedAt $issued -Credential $credential -PassThru -WarningVariable told -WarningAction SilentlyContinue
            "$([int]$context.RefreshTokenAge.TotalDays)"
            "$told"
        }
        $run.StdOut[0] | Should -Be "$Days" -Because $run.StdErr
        "$($run.StdOut[1])" | Should -BeLike ($Warns ? '*refresh token ends on*New-PartnerAccessToken*' : '')
    }
}

Describe 'secrets' -Skip:(-not $IsLinux) {
    It 'are in no stream, no error, no transcript and no view' {
        $seed = Get-Seed
        $transcript = Join-Path $TestDrive 'transcript.txt'
        $run = Invoke-SignedIn $platform $emulator -Environment @{ REFRESH = $seed } -ArgumentList $transcript -Script {
            $null = Start-Transcript -Path $args[0]
            $VerbosePreference = $DebugPreference = $InformationPreference = 'Continue'
            Connect-PartnerCenter @to -RefreshToken $env:REFRESH -Credential $credential
            Get-PartnerContext | Format-List * -Force
            Get-PartnerContext | ConvertTo-Json -Depth 5 -WarningAction Ignore
            Get-PartnerContext | Format-Custom -Depth 5
            Get-PartnerContext
            New-PartnerAccessToken -Authority $env:AUTHORITY -Tenant $env:TENANT -RefreshToken $env:REFRESH -Credential $credential
            Get-PartnerCustomerCart -CustomerId c0000000-0000-4000-8000-000000000001 -CartId ffffffff-ffff-4fff-8fff-ffffffffffff -ErrorAction Continue
            $error | Format-List * -Force
            Connect-PartnerCenter @to -RefreshToken $env:REFRESH -ApplicationId b0000000-0000-4000-8000-00000000000b -Credential ([pscredential]::new('x', $credential.Password)) -ErrorAction Continue
            $null = Stop-Transcript
        }
        $text = ($run.StdOut -join "`n") + $run.StdErr + (Get-Content $transcript -Raw)
        $text | Should -BeLike '*Authorization: Bearer *'
        $text | Should -Not -Match 'eyJ[A-Za-z0-9_-]{8,}\.'
        $text | Should -Not -Match '0\.refresh-'
        $text.Contains($platform.Brain.Secret) | Should -BeFalse
    }
}

Describe 'a persisted cache' -Skip:(-not $IsLinux) {
    It 'serves the next process, until Disconnect-PartnerCenter clears it' {
        $own = @{ TENANT = [Guid]::NewGuid().ToString(); XDG_DATA_HOME = "$TestDrive"; HOME = "$TestDrive" }
        $connect = { Connect-PartnerCenter @to -Credential $credential -PersistCache -WarningAction SilentlyContinue }
        $before = @($platform.Brain.TokenRequests).Count
        1..2 | ForEach-Object { (Invoke-SignedIn $platform $emulator -Environment $own -Script $connect).StdErr | Should -BeNullOrEmpty }
        @($platform.Brain.TokenRequests).Count - $before | Should -Be 1
        (Invoke-SignedIn $platform $emulator -Environment $own -Script ([scriptblock]::Create("$connect; Disconnect-PartnerCenter"))).StdErr | Should -BeNullOrEmpty
        $null = Invoke-SignedIn $platform $emulator -Environment $own -Script $connect
        @($platform.Brain.TokenRequests).Count - $before | Should -Be 2
    }

    It 'is not there unless it was asked for' {
        $own = @{ XDG_DATA_HOME = "$TestDrive/none"; HOME = "$TestDrive/none" }
        $null = Invoke-SignedIn $platform $emulator -Environment $own -Script { Connect-PartnerCenter @to -Credential $credential }
        Get-ChildItem "$TestDrive/none" -Recurse -Filter *.bin -ErrorAction Ignore | Should -BeNullOrEmpty
    }
}
