# Shared by the Pester files. Dot-source it in BeforeAll:  . "$PSScriptRoot/_TestHelper.ps1"

$repositoryRoot = (Resolve-Path -LiteralPath "$PSScriptRoot/../..").Path
. (Join-Path $repositoryRoot 'build/CleanPwsh.ps1')

function Get-ModuleUnderTestPath {
    $path = $env:PCC_MODULE ? $env:PCC_MODULE : (Join-Path $repositoryRoot 'out/PartnerCenterCart/PartnerCenterCart.psd1')
    if (-not (Test-Path -LiteralPath $path)) {
        throw "The module has not been built: run ./build.sh build first (looked for $path)."
    }
    return $path
}

function Import-ModuleUnderTest {
    Import-Module (Get-ModuleUnderTestPath) -Global -ErrorAction Stop
}

# The text of tests/Fixtures/contract/<Name>.json.
function Get-Fixture([Parameter(Mandatory)][string] $Name) {
    $path = Join-Path $repositoryRoot "tests/Fixtures/contract/$Name.json"
    if (-not (Test-Path -LiteralPath $path)) { throw "There is no fixture '$Name' (looked for $path)." }
    return [IO.File]::ReadAllText($path)
}

function Start-HelperProcess([string] $Program, [string[]] $Argument, [hashtable] $Environment = @{}) {
    $start = [Diagnostics.ProcessStartInfo]::new($Program)
    foreach ($item in $Argument) { $start.ArgumentList.Add($item) }
    foreach ($name in $Environment.Keys) { $start.Environment[$name] = [string]$Environment[$name] }
    $start.RedirectStandardInput = $start.RedirectStandardOutput = $start.RedirectStandardError = $true
    $start.StandardOutputEncoding = $start.StandardErrorEncoding = [Text.UTF8Encoding]::new($false)
    return [Diagnostics.Process]::Start($start)
}

# Starts the emulator as a program of its own on a free port. Its standard input is a pipe from here, which the system closes
# when this process ends in whatever way, so that no emulator outlives its test run.
function Start-EmulatorHost([string[]] $Argument = @(), [int] $TimeoutSeconds = 60) {
    $dll = $env:PCC_EMULATOR_HOST
    if (-not $dll) {
        $dll = Join-Path $repositoryRoot 'artifacts/bin/PartnerCenterCart.Emulator.Host/release/PartnerCenterCart.Emulator.Host.dll'
    }
    if (-not (Test-Path -LiteralPath $dll)) {
        throw "The emulator's host has not been built: run ./build.sh test, which builds it (looked for $dll)."
    }

    $process = Start-HelperProcess dotnet (@($dll, '--port', '0', '--until-stdin-closes') + $Argument)
    $errorText = $process.StandardError.ReadToEndAsync()
    $deadline = [DateTime]::UtcNow.AddSeconds($TimeoutSeconds)
    $endpoint = $null
    while (-not $endpoint) {
        $read = $process.StandardOutput.ReadLineAsync()
        $left = [Math]::Max(0, ($deadline - [DateTime]::UtcNow).TotalMilliseconds)
        if (-not $read.Wait([int]$left) -or $null -eq $read.Result) {
            if (-not $process.HasExited) { $process.Kill($true) }
            throw "The emulator's host did not say where it listens. $($errorText.Result)"
        }
        if ($read.Result -match 'Listening on (http://\S+)') { $endpoint = $Matches[1].TrimEnd('/') }
    }
    # A pipe that nobody reads fills up, and then the host would stand still.
    $null = $process.StandardOutput.BaseStream.CopyToAsync([IO.Stream]::Null)

    $emulator = [pscustomobject]@{ Endpoint = $endpoint; Process = $process }
    $emulator | Add-Member -MemberType ScriptMethod -Name Stop -Value {
        if ($this.Process.HasExited) { return }
        $this.Process.StandardInput.Close()
        if (-not $this.Process.WaitForExit(5000)) { $this.Process.Kill($true) }
    }
    return $emulator
}

# Takes nothing, too: an AfterAll runs even where BeforeAll failed before there was an emulator.
function Stop-EmulatorHost($Emulator) {
    if ($Emulator) { $Emulator.Stop() }
}

# Runs a script in a fresh pwsh, which finds the module's path in $env:PCC_MODULE. It sees no variables of the caller: hand
# them over as arguments (they arrive as text) or as environment.
# Gives back StdOut (lines), StdErr (text) and ExitCode.
function Invoke-CleanPwsh {
    param(
        [Parameter(Mandatory)][scriptblock] $Script,
        [string[]] $ArgumentList = @(),
        [hashtable] $Environment = @{},
        [int] $TimeoutSeconds = 120
    )

    $file = Join-Path ([IO.Path]::GetTempPath()) "pcc-$([Guid]::NewGuid()).ps1"
    # With a BOM, so that it is read as UTF-8 whatever the machine's culture.
    [IO.File]::WriteAllText($file, $Script.ToString(), [Text.UTF8Encoding]::new($true))
    try {
        $program, $first = Get-PwshCommand
        $arguments = @(@($first) + '-NoProfile', '-NonInteractive', '-File', $file + $ArgumentList | Where-Object { $null -ne $_ })
        $variables = @{ NO_COLOR = '1'; POWERSHELL_TELEMETRY_OPTOUT = '1'; POWERSHELL_UPDATECHECK = 'Off'; PCC_MODULE = Get-ModuleUnderTestPath }
        foreach ($name in $Environment.Keys) { $variables[$name] = $Environment[$name] }
        $process = Start-HelperProcess $program $arguments $variables
        $process.StandardInput.Close()
        $output = $process.StandardOutput.ReadToEndAsync()
        $errorText = $process.StandardError.ReadToEndAsync()
        if (-not $process.WaitForExit($TimeoutSeconds * 1000)) {
            $process.Kill($true)
            throw "The clean pwsh did not end within $TimeoutSeconds seconds. $($output.Result) $($errorText.Result)"
        }
        $text = $output.Result.TrimEnd("`r", "`n")
        return [pscustomobject]@{
            StdOut   = [string[]]($text ? @($text -split '\r?\n') : @())
            StdErr   = $errorText.Result
            ExitCode = $process.ExitCode
        }
    }
    finally {
        Remove-Item -LiteralPath $file -Force -ErrorAction Ignore
    }
}
