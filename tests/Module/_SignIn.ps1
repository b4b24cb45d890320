# Shared by the Pester files about signing in. Dot-source it in BeforeAll, after _TestHelper.ps1.

# The fake identity platform that the xunit tests use too, compiled once for this process.
function Import-IdentityPlatform {
    if (-not ('PartnerCenterCart.IdentityPlatform.FakePlatformServer' -as [type])) {
        Add-Type -Path (Get-ChildItem (Join-Path $repositoryRoot 'tests/IdentityPlatform') -Filter *.cs).FullName -WarningAction Ignore
    }
}

# Starts it over HTTPS, with a certificate of its own in a file that SSL_CERT_FILE may name, and over http for managed identities.
function Start-IdentityPlatform {
    Import-IdentityPlatform
    $brain = [PartnerCenterCart.IdentityPlatform.FakeIdentityPlatform]::new()
    $secure = [PartnerCenterCart.IdentityPlatform.FakePlatformServer]::new($brain, $true)
    $plain = [PartnerCenterCart.IdentityPlatform.FakePlatformServer]::new($brain, $false)
    $trust = Join-Path ([IO.Path]::GetTempPath()) "pcc-trust-$([Guid]::NewGuid()).pem"
    Set-Content -LiteralPath $trust -Value $secure.Pem
    $platform = [pscustomobject]@{ Brain = $brain; Address = $secure.Address; PlainAddress = $plain.Address; Trust = $trust; Servers = @($secure, $plain) }
    $platform | Add-Member -MemberType ScriptMethod -Name Stop -Value {
        $this.Servers | ForEach-Object Dispose
        Remove-Item -LiteralPath $this.Trust -ErrorAction Ignore
    }
    return $platform
}

# Runs a script in a fresh pwsh that trusts the fake platform and finds it and the emulator's host in its environment.
function Invoke-SignedIn {
    param([Parameter(Mandatory)] $Platform, $Emulator, [Parameter(Mandatory)][scriptblock] $Script, [hashtable] $Environment = @{}, [string[]] $ArgumentList = @())
    $all = @{
        SSL_CERT_FILE = $Platform.Trust; AUTHORITY = $Platform.Address; IDENTITY_PLATFORM = $Platform.PlainAddress
        EMULATOR_ENDPOINT = $Emulator ? $Emulator.Endpoint : 'http://127.0.0.1:9'; APPLICATION = $application; TENANT = $tenant; SECRET = $Platform.Brain.Secret
    }
    foreach ($name in $Environment.Keys) { $all[$name] = $Environment[$name] }
    # As text: to the analyzer, it would be a script with a secret in it.
    $prelude = @'
        $ErrorActionPreference = 'Stop'
        Import-Module $env:PCC_MODULE
        $credential = [pscredential]::new($env:APPLICATION, (ConvertTo-SecureString $env:SECRET -AsPlainText -Force))
        $to = @{ Authority = $env:AUTHORITY; Endpoint = $env:EMULATOR_ENDPOINT; Tenant = $env:TENANT }
'@
    Invoke-CleanPwsh -Environment $all -ArgumentList $ArgumentList -Script ([scriptblock]::Create("$prelude`n$Script"))
}

# A token as the service takes it; claims as given.
function New-TestToken([hashtable] $Claim) {
    $all = @{ aud = 'https://api.partnercenter.microsoft.com'; exp = [DateTimeOffset]::UtcNow.AddHours(1).ToUnixTimeSeconds(); tid = $tenant; appid = $application }
    foreach ($name in $Claim.Keys) { $all[$name] = $Claim[$name] }
    $encode = { param($text) [Convert]::ToBase64String([Text.Encoding]::UTF8.GetBytes($text)).TrimEnd('=').Replace('+', '-').Replace('/', '_') }
    return (& $encode '{"alg":"none"}') + '.' + (& $encode ($all | ConvertTo-Json -Compress)) + '.c2lnbmF0dXJl'
}

$application = 'f0000000-0000-4000-8000-00000000000f'
$tenant = 'a1000000-0000-4000-8000-000000000001'
