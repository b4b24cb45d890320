<#
.SYNOPSIS
    what signing in costs over the sign-in library itself
.DESCRIPTION
    The first token of a process (the module with all that it loads), the first of a connection and a cached one, each against
    Microsoft.Identity.Client used bare. Both sides talk to the fake identity platform of the tests and take turns.
#>
[CmdletBinding()]
param([switch] $Quick)
. "$PSScriptRoot/_Figures.ps1"
. "$PSScriptRoot/../tests/Module/_SignIn.ps1"

# Both in one process, in C#: the tests' own assembly has access to what is internal in Http.
function Measure-SignIn([int] $First, [int] $Cached) {
    $http = Join-Path $repositoryRoot 'artifacts/bin/PartnerCenterCart.Http.Tests/release'
    'Newtonsoft.Json', 'Microsoft.IdentityModel.Abstractions', 'Microsoft.Identity.Client', 'PartnerCenterCart.Core', 'Polly.Core', 'PartnerCenterCart.Http', 'PartnerCenterCart.Http.Tests' |
        ForEach-Object { try { $null = [Reflection.Assembly]::LoadFrom((Join-Path $http "$_.dll")) } catch { Write-Verbose "$_" } }
    $bench = [Reflection.Assembly]::LoadFrom((Join-Path $http 'PartnerCenterCart.Http.Tests.dll')).GetType('PartnerCenterCart.Http.Tests.SignInBenchmark')
    $figures = $bench.GetMethod('Run').Invoke($null, @($First, $Cached))
    $more = $figures[0] - $figures[1]
    New-BenchmarkRow 'first token of a connection' $figures[0] 'the library' $figures[1] -Goal 'at most +60 ms' -Met ($more -le 60) -Note "difference $($more.ToString('+0.000;-0.000')) ms"
    New-BenchmarkRow 'cached token' $figures[2] 'the library' $figures[3] -Goal 'at most 0.2 ms' -Met ($figures[2] -le 0.2)
}

# A process's very first token, over HTTPS: the module with all that it loads, beside the bare library in the default context.
function Measure-FirstSignIn([int] $Starts) {
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
    $platform = Start-IdentityPlatform
    try {
        $time = { param($script) [double](Invoke-SignedIn $platform $null -Script $script).StdOut[-1] }
        $times = Measure-InTurn ([ordered]@{ ours = $time; library = $time }) { param($name) @{ ours = $ours; library = $library }[$name] } -Turns $Starts
        Compare-Turn 'first token of a process' $times.ours 'the library' $times.library -Goal 60
    }
    finally {
        $platform.Stop()
    }
}

Measure-FirstSignIn ($Quick ? 3 : 9)
Measure-SignIn ($Quick ? 5 : 30) ($Quick ? 1000 : 20000)
