#requires -Version 7.4
<#
.SYNOPSIS
    Measures what signing in costs over Microsoft.Identity.Client itself: the first token and a cached one.
.DESCRIPTION
    Run it on a fresh build (./build.sh test makes all of it): pwsh -File benchmarks/SignIn.ps1, or dot-source it and call
    Measure-SignIn and Measure-FirstSignIn, which give rows to show. Goals: the first token at most 60 ms over the library itself,
    a cached one at most 0.2 ms. Both sides talk to the fake identity platform of the tests and take turns.
#>
[CmdletBinding()]
param([int] $First = 30, [int] $Cached = 20000, [int] $Starts = 9)

Set-StrictMode -Version 3.0
$ErrorActionPreference = 'Stop'
$root = (Resolve-Path -LiteralPath "$PSScriptRoot/..").Path

function Measure-SignIn([int] $First = 30, [int] $Cached = 20000) {
    $http = Join-Path $root 'artifacts/bin/PartnerCenterCart.Http.Tests/release'
    'Newtonsoft.Json', 'Microsoft.IdentityModel.Abstractions', 'Microsoft.Identity.Client', 'PartnerCenterCart.Core', 'Polly.Core', 'PartnerCenterCart.Http', 'PartnerCenterCart.Http.Tests' |
        ForEach-Object { try { $null = [Reflection.Assembly]::LoadFrom((Join-Path $http "$_.dll")) } catch { Write-Verbose "$_" } }
    $bench = [Reflection.Assembly]::LoadFrom((Join-Path $http 'PartnerCenterCart.Http.Tests.dll')).GetType('PartnerCenterCart.Http.Tests.SignInBenchmark')
    $figures = $bench.GetMethod('Run').Invoke($null, @($First, $Cached))
    [pscustomobject]@{ What = 'first token of a connection, ms'; Ours = $figures[0]; Library = $figures[1]; Difference = $figures[0] - $figures[1]; Goal = 60 }
    [pscustomobject]@{ What = 'cached token, ms'; Ours = $figures[2]; Library = $figures[3]; Difference = $figures[2]; Goal = 0.2 }
}

# A process's very first token, over HTTPS: the module with all that it loads, beside the bare library in the default context.
function Measure-FirstSignIn([int] $Starts = 9) {
    . "$root/tests/Module/_TestHelper.ps1"
    . "$root/tests/Module/_SignIn.ps1"
    $platform = Start-IdentityPlatform
    $ours = {
        $watch = [Diagnostics.Stopwatch]::StartNew()
        $null = New-PartnerAccessToken -Authority $env:AUTHORITY -Tenant $env:TENANT -Credential $credential
        $watch.Elapsed.TotalMilliseconds
    }
    $library = {
        $folder = Join-Path (Split-Path $env:PCC_MODULE) 'http/core'
        $watch = [Diagnostics.Stopwatch]::StartNew()
        $null = [Reflection.Assembly]::LoadFrom("$folder/Microsoft.IdentityModel.Abstractions.dll"), [Reflection.Assembly]::LoadFrom("$folder/Microsoft.Identity.Client.dll")
        $builder = [Microsoft.Identity.Client.ConfidentialClientApplicationBuilder]::Create($env:APPLICATION).WithClientSecret($env:SECRET)
        $application = $builder.WithAuthority("$env:AUTHORITY/$env:TENANT/", $false).WithInstanceDiscovery($false).Build()
        $null = $application.AcquireTokenForClient([string[]]'https://api.partnercenter.microsoft.com/.default').ExecuteAsync().GetAwaiter().GetResult()
        $watch.Elapsed.TotalMilliseconds
    }
    try {
        $turns = foreach ($turn in 1..$Starts) {
            [pscustomobject]@{
                Ours    = [double](Invoke-SignedIn $platform $null -Script $ours).StdOut[-1]
                Library = [double](Invoke-SignedIn $platform $null -Script $library).StdOut[-1]
            }
        }
        $median = { param($values) @($values | Sort-Object)[[Math]::Floor(@($values).Count / 2)] }
        $difference = & $median ($turns | ForEach-Object { $_.Ours - $_.Library })
        [pscustomobject]@{ What = 'first token of a process, ms'; Ours = & $median $turns.Ours; Library = & $median $turns.Library; Difference = $difference; Goal = 60 }
    }
    finally {
        $platform.Stop()
    }
}

if ($MyInvocation.InvocationName -ne '.') {
    @(Measure-FirstSignIn $Starts) + @(Measure-SignIn $First $Cached) | Format-Table What, @{ n = 'Ours'; e = { $_.Ours.ToString('0.000') } }, @{ n = 'Library'; e = { $_.Library.ToString('0.000') } }, @{ n = 'Difference'; e = { $_.Difference.ToString('0.000') } }, Goal -AutoSize
}
