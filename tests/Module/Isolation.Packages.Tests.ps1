# Real packages of other versions in the session, before and after import: what was there stays, what we use is ours. The
# packages come from NuGet, once; where one cannot be had, its rows say so and are skipped.
BeforeDiscovery {
    $root = (Resolve-Path -LiteralPath "$PSScriptRoot/../..").Path
    $packages = Join-Path $root 'artifacts/isolation'

    # Path of a package's library, or nothing.
    function Find-OtherVersion([string] $Id, [string] $Version) {
        $folder = Join-Path $packages "$($Id.ToLowerInvariant())/$Version"
        if (-not (Test-Path $folder)) {
            $work = Join-Path ([IO.Path]::GetTempPath()) "pcc-restore-$([Guid]::NewGuid())"
            $null = New-Item -ItemType Directory -Path $work
            Set-Content -Path "$work/one.csproj" -Value @"
<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>netstandard2.0</TargetFramework><DisableImplicitFrameworkReferences>true</DisableImplicitFrameworkReferences>
<RestorePackagesPath>$packages</RestorePackagesPath></PropertyGroup><ItemGroup><PackageDownload Include="$Id" Version="[$Version]" /></ItemGroup></Project>
"@
            dotnet restore "$work/one.csproj" --verbosity quiet *> $null
            Remove-Item -LiteralPath $work -Recurse -Force
        }
        'net8.0', 'net6.0', 'netstandard2.0' | ForEach-Object { Join-Path $folder "lib/$_/$Id.dll" } | Where-Object { Test-Path $_ } | Select-Object -First 1
    }

    $matrix = foreach ($row in @(
            @{ Name = 'Microsoft.Identity.Client'; Version = '4.61.3'; Than = 'lower' }
            @{ Name = 'Microsoft.Identity.Client'; Version = '4.92.0'; Than = 'higher' }
            @{ Name = 'Newtonsoft.Json'; Version = '12.0.3'; Than = 'lower' }
            @{ Name = 'Newtonsoft.Json'; Version = '13.0.5'; Than = 'higher' }
            @{ Name = 'Polly.Core'; Version = '8.5.2'; Than = 'lower' }
            @{ Name = 'Polly.Core'; Version = '8.9.1'; Than = 'higher' })) {
        $path = Find-OtherVersion $row.Name $row.Version
        foreach ($when in 'before', 'after') {
            $row + @{ When = $when; Path = $path; Missing = -not $path -or -not $IsLinux; Note = $path ? '' : ' (skipped: the package could not be had)' }
        }
    }
}

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

Describe 'with a <Than> <Name> (<Version>) loaded <When> import<Note>' -ForEach $matrix {
    It 'connecting, a call, removing and importing again all work, and each side keeps its own' -Skip:$Missing {
        $environment = @{
            PRELOAD = $Path; NAME = $Name; WHEN = $When
            SSL_CERT_FILE = $platform.Trust; AUTHORITY = $platform.Address; EMULATOR_ENDPOINT = $emulator.Endpoint; APPLICATION = $application; TENANT = $tenant; SECRET = $platform.Brain.Secret
        }
        $run = Invoke-CleanPwsh -Environment $environment -Script {
            $ErrorActionPreference = 'Stop'
            $default = [Runtime.Loader.AssemblyLoadContext]::Default
            function Get-Loaded($Context) {
                @([Runtime.Loader.AssemblyLoadContext]::All | Where-Object Name -EQ $Context | ForEach-Object Assemblies | Where-Object { $_.GetName().Name -eq $env:NAME } |
                        ForEach-Object { [Diagnostics.FileVersionInfo]::GetVersionInfo($_.Location).FileVersion } | Sort-Object -Unique) -join ','
            }
            function Add-Other {
                # PowerShell itself brings a Newtonsoft.Json, and does not let every other one in beside it.
                try { $null = $default.LoadFromAssemblyPath($env:PRELOAD) } catch { $null = [Reflection.Assembly]::LoadFile($env:PRELOAD) }
                $script:before = Get-Loaded 'Default'
            }
            function Invoke-Everything {
                $credential = [pscredential]::new($env:APPLICATION, (ConvertTo-SecureString $env:SECRET -AsPlainText -Force))
                Connect-PartnerCenter -Authority $env:AUTHORITY -Endpoint $env:EMULATOR_ENDPOINT -Tenant $env:TENANT -Credential $credential
                $line = @{ CatalogItemId = 'CFQ7TTC0LFLX:0001:CFQ7TTC0LB30'; Quantity = 2; BillingCycle = 'monthly'; TermDuration = 'P1M' }
                ($line | New-PartnerCustomerCart -CustomerId c0000000-0000-4000-8000-000000000001).Status
            }
            if ($env:WHEN -eq 'before') { Add-Other }
            Import-Module $env:PCC_MODULE
            if ($env:WHEN -eq 'after') { Add-Other }
            Invoke-Everything
            Remove-Module PartnerCenterCart
            Import-Module $env:PCC_MODULE
            Invoke-Everything
            "others: $($before -eq (Get-Loaded 'Default'))"
            "other: $before"
            "ours: $(Get-Loaded 'PartnerCenterCart.Http')"
        }
        $run.StdErr | Should -BeNullOrEmpty
        $run.StdOut[0, 1, 2] | Should -Be 'Active', 'Active', 'others: True'
        if ($Name -ne 'Newtonsoft.Json') {
            $run.StdOut[3] | Should -BeLike "other: $Version*"
            $file = Join-Path (Split-Path (Get-ModuleUnderTestPath)) "http/core/$Name.dll"
            $run.StdOut[4] | Should -Be "ours: $([Diagnostics.FileVersionInfo]::GetVersionInfo($file).FileVersion)"
        }
    }
}
