#!/usr/bin/env pwsh
#Requires -Version 7.4
<#
.SYNOPSIS
    Builds, shows and tests the module: ./build.ps1 Demo | Test | Build | Docs | Api | Package | Coverage | Benchmark [Name...] | Soak
#>
[Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSAvoidUsingWriteHost', '', Justification = 'It talks to a person.')]
[CmdletBinding()]
param(
    [Parameter(Position = 0)][string] $Verb,
    # For Benchmark: names of files in benchmarks; none means all.
    [Parameter(Position = 1, ValueFromRemainingArguments)][string[]] $Benchmark = @(),
    # For Benchmark: a look at the size of things, too short to rely on.
    [switch] $Quick
)

Set-StrictMode -Version 3.0
$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
# Exit codes are read here; a session that turns them into errors must not change that.
$PSNativeCommandUseErrorActionPreference = $false

$root = $PSScriptRoot
$results = Join-Path $root 'artifacts/TestResults'
$module = Join-Path $root 'out/PartnerCenterCart/PartnerCenterCart.psd1'
$emulatorHost = Join-Path $root 'artifacts/bin/PartnerCenterCart.Emulator.Host/release/PartnerCenterCart.Emulator.Host.dll'
$mustHavePester = $env:REQUIRE_PWSH -eq '1'
$benchmarkArguments = @($Benchmark) + ($Quick ? '-Quick' : $null)
$suites = [Collections.Generic.List[object]]::new()
. (Join-Path $root 'build/CleanPwsh.ps1')

# ---- Building ----

function Assert-DotNet {
    $version = (Get-Command dotnet -CommandType Application -ErrorAction Ignore) ? (dotnet --version 2>$null) : $null
    if (-not ("$version" -match '^(\d+)\.') -or [int]$Matches[1] -lt 10) {
        Write-Host 'The .NET SDK 10 or later could not be found; install it (https://dot.net) and run this again.'
        exit 1
    }
}

function Test-Build([ValidateSet('Module', 'Everything')][string] $Target) {
    Write-Host 'Building ...'
    dotnet msbuild (Join-Path $root 'build/Module.proj') "-t:$Target" -nologo -v:quiet -m -nr:false -tl:off | Out-Host
    return $LASTEXITCODE -eq 0
}

function Assert-Build([string] $Target) {
    if (-not (Test-Build $Target)) {
        Write-Host 'The build failed.'
        exit 1
    }
}

# ---- Child processes ----

# This script may run inside somebody's session, so what it sets for its children is taken back.
function Invoke-WithEnvironment([hashtable] $Variable, [scriptblock] $Action) {
    $before = @{}
    foreach ($name in $Variable.Keys) {
        $before[$name] = [Environment]::GetEnvironmentVariable($name)
        [Environment]::SetEnvironmentVariable($name, $Variable[$name])
    }
    try {
        & $Action
    }
    finally {
        foreach ($name in $before.Keys) { [Environment]::SetEnvironmentVariable($name, $before[$name]) }
    }
}

# No profile and no modules of this session: what works in the child works for a user.
function Invoke-CleanPwsh([string[]] $Argument, [hashtable] $Variable = @{}) {
    $program, $first = Get-PwshCommand
    $all = @($first) + '-NoProfile', '-NonInteractive' + $Argument | Where-Object { $_ }
    Invoke-WithEnvironment $Variable { & $program @all }
}

# ---- Counting ----

function New-Failure([string] $Name, [string] $Message, [string] $Location) {
    [pscustomobject]@{ Name = $Name; Message = $Message; Location = $Location }
}

function Add-Suite([string] $Name, [int] $Passed, [int] $Failed, [int] $Skipped, [object[]] $Failure = @(), [double] $Seconds = -1) {
    $suites.Add([pscustomobject]@{ Name = $Name; Passed = $Passed; Failed = $Failed; Skipped = $Skipped; Failure = $Failure })
    $time = $Seconds -ge 0 ? (' ({0:0.0} s)' -f $Seconds) : ''
    Write-Host "${Name}: $Passed passed, $Failed failed, $Skipped skipped$time"
}

function Add-FailedSuite([string] $Name, [string] $Message) {
    Add-Suite $Name 0 1 0 (New-Failure $Name $Message '')
}

function Get-Total([string] $Count) {
    [int]($suites | Measure-Object -Property $Count -Sum).Sum
}

# Prints what failed and the closing line, and ends the script.
function Complete-Run {
    if ((Get-Total Passed) + (Get-Total Failed) -eq 0) {
        Add-FailedSuite 'tests' 'No test ran.'
    }
    foreach ($suite in $suites) {
        foreach ($failure in $suite.Failure) {
            Write-Host ''
            Write-Host "FAILED $($suite.Name): $($failure.Name)"
            $failure.Message -split '\r?\n' | ForEach-Object { Write-Host "    $_" }
            if ($failure.Location) { Write-Host "    at $([IO.Path]::GetRelativePath($root, $failure.Location))" }
        }
    }
    Write-Host ''
    Write-Host "$(Get-Total Passed) passed, $(Get-Total Failed) failed, $(Get-Total Skipped) skipped"
    exit ((Get-Total Failed) -gt 0 ? 1 : 0)
}

# ---- xunit ----

function Invoke-Xunit([string] $Filter, [switch] $MayBeEmpty) {
    foreach ($project in Get-ChildItem (Join-Path $root 'tests/*/*.Tests.csproj')) {
        $name = $project.BaseName
        $trx = Join-Path $results "$name.trx"
        $watch = [Diagnostics.Stopwatch]::StartNew()
        # Given the dll instead of the project, the test platform starts without evaluating the project once more.
        $output = dotnet test (Join-Path $root "artifacts/bin/$name/release/$name.dll") --filter $Filter --results-directory $results `
            --logger "trx;LogFileName=$name.trx" --logger 'console;verbosity=minimal' 2>&1 | Out-String
        $crashed = $LASTEXITCODE -ne 0
        if (-not (Test-Path -LiteralPath $trx)) {
            Add-FailedSuite $name "It left no results file. $(Get-Beginning $output)"
            continue
        }
        $run = ([xml](Get-Content -LiteralPath $trx -Raw)).TestRun
        $count = $run.ResultSummary.Counters
        $failures = @(Get-XunitFailure $run)
        # A run that died after its last test reports no failed test.
        if ($crashed -and $failures.Count -eq 0) { $failures = @(New-Failure $name "The run did not finish. $(Get-Beginning $output)" '') }
        if ([int]$count.total -eq 0) {
            if ($MayBeEmpty -and -not $crashed) { continue }
            if (-not $crashed) { $failures = @(New-Failure $name 'It holds no tests.' '') }
        }
        Add-Suite $name $count.passed $failures.Count ([int]$count.total - [int]$count.executed) $failures $watch.Elapsed.TotalSeconds
    }
}

# Enough of a crash to know it by; the trace of one can fill pages.
function Get-Beginning([string] $Text) {
    ($Text.Trim() -split '\r?\n' | Select-Object -First 20) -join [Environment]::NewLine
}

function Get-XunitFailure($Run) {
    foreach ($test in $Run.SelectNodes("//*[local-name()='UnitTestResult'][@outcome='Failed']")) {
        $message = $test.SelectSingleNode(".//*[local-name()='Message']")?.InnerText
        $trace = $test.SelectSingleNode(".//*[local-name()='StackTrace']")?.InnerText
        $place = [regex]::Match("$trace", ' in (?<file>[^\r\n]+):line (?<line>\d+)')
        $location = $place.Success ? "$($place.Groups['file'].Value):$($place.Groups['line'].Value)" : ''
        New-Failure $test.testName "$message" $location
    }
}

# ---- Pester and PSScriptAnalyzer ----

# A module from this machine, or else from the gallery; nothing when neither has it.
function Find-ToolModule([string] $Name, [version] $From, [version] $Below) {
    $find = {
        Get-Module -ListAvailable -Name $Name | Where-Object { $_.Version -ge $From -and $_.Version -lt $Below } |
            Sort-Object Version -Descending | Select-Object -First 1
    }
    $found = & $find
    if (-not $found) {
        Write-Host "Getting $Name ..."
        try {
            Install-PSResource $Name -Version "[$From,$Below)" -Scope CurrentUser -TrustRepository -Quiet *> $null
        }
        catch {
            Write-Verbose "$Name could not be installed: $_"
        }
        $found = & $find
    }
    return $found
}

function Invoke-PesterFolder([string] $Folder) {
    $files = @(Get-ChildItem -Path (Join-Path $root $Folder '*.Tests.ps1') -File -ErrorAction Ignore | Sort-Object Name)
    if ($files.Count -eq 0) { return }
    $pester = Find-ToolModule Pester 5.5 6.0
    if (-not $pester) {
        foreach ($file in $files) {
            $name = "$Folder/$($file.Name)"
            if ($mustHavePester) { Add-FailedSuite $name 'Pester could not be had, and REQUIRE_PWSH=1 asks for it.' }
            else { Add-Suite "$name (skipped: no Pester)" 0 0 1 }
        }
        return
    }

    $missing = [Collections.Generic.List[string]]::new([string[]]$files.Name)
    $environment = @{ PCC_MODULE = $module; PCC_EMULATOR_HOST = $emulatorHost; NO_COLOR = '1' }
    $arguments = '-File', (Join-Path $root 'build/RunPester.ps1'), '-Folder', (Join-Path $root $Folder),
        '-ResultsFolder', $results, '-PesterPath', $pester.Path
    Invoke-CleanPwsh $arguments $environment | ForEach-Object {
        if ("$_" -notlike '##pester *') { return Write-Host $_ }
        $done = "$_".Substring('##pester '.Length) | ConvertFrom-Json
        [void]$missing.Remove($done.file)
        $failures = @($done.failures | ForEach-Object { New-Failure $_.name $_.message $_.location })
        if ($done.passed + $done.failed + $done.skipped -eq 0) { $failures = @(New-Failure $done.file 'It holds no tests.' '') }
        Add-Suite "$Folder/$($done.file)" $done.passed $failures.Count $done.skipped $failures $done.seconds
    }
    foreach ($name in $missing) {
        Add-FailedSuite "$Folder/$name" "PowerShell ended (exit code $LASTEXITCODE) before this file had a result."
    }
}

function Invoke-Analyzer {
    $analyzer = Find-ToolModule PSScriptAnalyzer 1.22 2.0
    if (-not $analyzer) {
        return Add-Suite 'PSScriptAnalyzer (skipped: it could not be had)' 0 0 1
    }
    $watch = [Diagnostics.Stopwatch]::StartNew()
    Import-Module $analyzer.Path
    $settings = Join-Path $root 'PSScriptAnalyzerSettings.psd1'
    $files = Get-ChildItem -LiteralPath $root -Directory | Where-Object Name -NotIn 'artifacts', 'out' | Get-ChildItem -Recurse -File -Include *.ps1, *.psd1
    $files = @($files) + @(Get-ChildItem -Path "$root/*" -File -Include *.ps1, *.psd1)
    # A manifest is only valid among the files that it names.
    $files = @($files | Where-Object Name -NE (Split-Path $module -Leaf)) + (Get-Item -LiteralPath $module)
    $failures = @(foreach ($file in $files) {
            # A variable that BeforeAll sets is read by the tests, and a made-up secret is none.
            $except = $file.Name -like '*.Tests.ps1' ? @('PSUseDeclaredVarsMoreThanAssignments', 'PSAvoidUsingConvertToSecureStringWithPlainText') : @()
            Invoke-ScriptAnalyzer -Path $file.FullName -Settings $settings -ExcludeRule $except | ForEach-Object {
                New-Failure $_.RuleName $_.Message "$($file.FullName):$($_.Line)"
            }
        })
    Add-Suite 'PSScriptAnalyzer' ($failures.Count -eq 0 ? 1 : 0) $failures.Count 0 $failures $watch.Elapsed.TotalSeconds
}

# ---- The verbs ----

function Invoke-Demo {
    Assert-Build Module
    # As for a user who has installed it: the module is found by its name.
    $path = (Join-Path $root 'out') + [IO.Path]::PathSeparator + $env:PSModulePath
    $command = '& { Import-Module PartnerCenterCart -ErrorAction Stop; & ./samples/FirstPurchase.ps1 }'
    Push-Location -LiteralPath $root
    try { Invoke-CleanPwsh '-Command', $command @{ PSModulePath = $path } }
    finally { Pop-Location }
    exit $LASTEXITCODE
}

function Invoke-Benchmark {
    Assert-Build Everything
    $arguments = @('-File', (Join-Path $root 'benchmarks/Run.ps1')) + $benchmarkArguments
    Invoke-CleanPwsh $arguments @{ PCC_MODULE = $module; PCC_EMULATOR_HOST = $emulatorHost }
    exit $LASTEXITCODE
}

# A clean build of its own, with the paths of this machine left out, so that the same commit gives the same files anywhere.
function Invoke-Package {
    $package = Join-Path $root 'artifacts/package'
    if (Test-Path -LiteralPath $package) { Remove-Item -LiteralPath $package -Recurse -Force }
    Write-Host 'Building ...'
    $own = "-p:ArtifactsPath=$package/build", "-p:Module=$package/build/module/", '-p:ContinuousIntegrationBuild=true'
    dotnet msbuild (Join-Path $root 'build/Module.proj') -t:Module @own -nologo -v:quiet -m -nr:false -tl:off | Out-Host
    if ($LASTEXITCODE -ne 0) {
        Write-Host 'The build failed.'
        exit 1
    }
    $made = & (Join-Path $root 'build/package/Package.ps1') -Module "$package/build/module" -Artifacts "$package/build" -Destination $package
    foreach ($file in $made.Nupkg, $made.Zip, $made.Bom) { Write-Host ('{0}: {1:N0} bytes' -f [IO.Path]::GetRelativePath($root, $file), (Get-Item -LiteralPath $file).Length) }
    exit 0
}

# The test of Core's public API writes its file anew when it is told to.
function Invoke-Api {
    Invoke-WithEnvironment @{ PCC_RENEW_API = '1' } {
        dotnet test (Join-Path $root 'tests/PartnerCenterCart.Core.Tests') -c Release --nologo -v quiet --filter 'FullyQualifiedName~PublicApiTests' | Out-Host
    }
    exit $LASTEXITCODE
}

function Invoke-Coverage {
    Assert-Build Everything
    $pester = Find-ToolModule Pester 5.5 6.0
    Invoke-CleanPwsh (@('-File', (Join-Path $root 'build/coverage/Coverage.ps1')) + ($pester ? @('-PesterPath', $pester.Path) : @()))
    exit $LASTEXITCODE
}

function Start-Run {
    if (Test-Path -LiteralPath $results) { Remove-Item -LiteralPath $results -Recurse -Force }
    [void](New-Item -ItemType Directory -Path $results)
    if (-not (Test-Build Everything)) {
        Add-FailedSuite 'build' 'The build failed; its errors are above.'
        Complete-Run
    }
}

# A suite that cannot be run must not take the others, and the closing line, with it.
function Invoke-Guarded([string] $Name, [scriptblock] $Action) {
    try { & $Action }
    catch { Add-FailedSuite $Name "It could not be run: $_ $($_.ScriptStackTrace)" }
}

function Invoke-Test {
    Start-Run
    Invoke-Guarded 'xunit' { Invoke-Xunit 'Category!=Soak' }
    Invoke-Guarded 'Pester' { Invoke-PesterFolder 'tests/Module' }
    Invoke-Guarded 'PSScriptAnalyzer' { Invoke-Analyzer }
    Complete-Run
}

function Invoke-Soak {
    Start-Run
    Invoke-Guarded 'xunit' { Invoke-Xunit 'Category=Soak' -MayBeEmpty }
    Invoke-Guarded 'Pester' { Invoke-PesterFolder 'tests/Module/Soak' }
    if ($suites.Count -eq 0) {
        Write-Host 'There are no soak tests yet.'
        exit 0
    }
    Complete-Run
}

function Invoke-BuildVerb {
    Assert-Build Module
    Write-Host 'The module is in out/PartnerCenterCart.'
    exit 0
}

# Renews the pages of docs/cmdlets and the file that Get-Help reads, which is in the repository so that a build needs no PlatyPS.
function Invoke-Docs {
    Assert-Build Module
    $platy = Find-ToolModule Microsoft.PowerShell.PlatyPS 1.0.3 1.1
    if (-not $platy) {
        Write-Host 'Microsoft.PowerShell.PlatyPS 1.0.3 could not be had, so the help stays as it is in the repository.'
        exit 1
    }
    $help = Join-Path $root 'src/PartnerCenterCart/en-US/PartnerCenterCart.dll-Help.xml'
    $arguments = '-Module', $module, '-PagesFolder', (Join-Path $root 'docs/cmdlets'), '-OutputFile', $help, '-PlatyPSPath', $platy.Path
    Invoke-CleanPwsh (@('-File', (Join-Path $root 'build/Help.ps1')) + $arguments)
    if ($LASTEXITCODE -ne 0) { exit 1 }
    # The module that was built above has the help of before.
    Assert-Build Module
    exit 0
}

$actions = @{
    Demo = { Invoke-Demo }; Test = { Invoke-Test }; Build = { Invoke-BuildVerb }; Docs = { Invoke-Docs }; Package = { Invoke-Package }
    Api = { Invoke-Api }; Coverage = { Invoke-Coverage }; Benchmark = { Invoke-Benchmark }; Soak = { Invoke-Soak }
}
if (-not $actions.ContainsKey($Verb) -or ($Benchmark -and $Verb -ne 'Benchmark')) {
    Write-Host 'Usage: ./build.ps1 Demo|Test|Build|Docs|Api|Package|Coverage|Benchmark [Name...]|Soak'
    exit 2
}
$quiet = @{
    DOTNET_NOLOGO = '1'; DOTNET_CLI_TELEMETRY_OPTOUT = '1'; DOTNET_GENERATE_ASPNET_CERTIFICATE = 'false'
    POWERSHELL_TELEMETRY_OPTOUT = '1'; POWERSHELL_UPDATECHECK = 'Off'
}
Invoke-WithEnvironment $quiet {
    Assert-DotNet
    & $actions[$Verb]
}
