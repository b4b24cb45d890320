#requires -Version 7.4
<#
.SYNOPSIS
    Measures what signing in costs over Microsoft.Identity.Client itself: the first token and a cached one.
.DESCRIPTION
    Run it on a fresh build: pwsh -File benchmarks/SignIn.ps1, or dot-source it and call Measure-SignIn. Goals: the first token at
    most 60 ms over the library itself, a cached one at most 0.2 ms. Both sides talk to the fake identity platform of the tests, in
    the process, and take turns; each first token has a tenant of its own, so that no cache helps.
#>
[CmdletBinding()]
param([int] $First = 30, [int] $Cached = 20000)

Set-StrictMode -Version 3.0
$ErrorActionPreference = 'Stop'
$root = (Resolve-Path -LiteralPath "$PSScriptRoot/..").Path

function Measure-SignIn([int] $First = 30, [int] $Cached = 20000) {
    $http = Join-Path $root 'artifacts/bin/PartnerCenterCart.Http.Tests/release'
    'Newtonsoft.Json', 'Microsoft.IdentityModel.Abstractions', 'Microsoft.Identity.Client', 'PartnerCenterCart.Core', 'Polly.Core', 'PartnerCenterCart.Http', 'PartnerCenterCart.Http.Tests' |
        ForEach-Object { try { $null = [Reflection.Assembly]::LoadFrom((Join-Path $http "$_.dll")) } catch { Write-Verbose "$_" } }
    $bench = [Reflection.Assembly]::LoadFrom((Join-Path $http 'PartnerCenterCart.Http.Tests.dll')).GetType('PartnerCenterCart.Http.Tests.SignInBenchmark')
    $figures = $bench.GetMethod('Run').Invoke($null, @($First, $Cached))
    [pscustomobject]@{ What = 'first token, ms over Microsoft.Identity.Client'; Ours = $figures[0]; Library = $figures[1]; Difference = $figures[0] - $figures[1]; Goal = 60 }
    [pscustomobject]@{ What = 'cached token, ms'; Ours = $figures[2]; Library = $figures[3]; Difference = $figures[2]; Goal = 0.2 }
}

if ($MyInvocation.InvocationName -ne '.') { Measure-SignIn $First $Cached | Format-Table -AutoSize }
