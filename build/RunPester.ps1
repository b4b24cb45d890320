# Runs every Pester file of one folder and writes one line of JSON for each, after "##pester ", as soon as it is done.
# The JSON says more than the XML, which has no word on a file that cannot be parsed or on a setup that fails.
param(
    [Parameter(Mandatory)][string] $Folder,
    [Parameter(Mandatory)][string] $ResultsFolder,
    [Parameter(Mandatory)][string] $PesterPath
)

Set-StrictMode -Version 3.0
$ErrorActionPreference = 'Stop'
Import-Module $PesterPath

function ConvertTo-Failure([string] $Name, $ErrorRecord, $At) {
    $errors = @($ErrorRecord | Where-Object { $_ })
    $text = @($errors | ForEach-Object { $_.ToString().Trim() }) -join [Environment]::NewLine
    # The test's own line comes first in the trace that Pester has cleaned of its own frames.
    $trace = @($errors | ForEach-Object { $_.PSObject.Properties['DisplayStackTrace']?.Value } | Where-Object { $_ }) -join "`n"
    $place = [regex]::Match($trace, '(?m)(?<=, )[^,\r\n]+\.ps1:\d+').Value
    @{ name = $Name; message = $text ? $text : 'no reason given'; location = $place ? $place : $At }
}

function Find-BlockError($Block) {
    while ($Block) {
        if ($Block.ErrorRecord) { return $Block.ErrorRecord }
        $Block = $Block.PSObject.Properties['Parent']?.Value
    }
}

function Get-Failure($Result, [string] $File) {
    foreach ($test in $Result.Failed) {
        $why = $test.ErrorRecord ? $test.ErrorRecord : (Find-BlockError $test.Block)
        ConvertTo-Failure $test.ExpandedPath $why "${File}:$($test.StartLine)"
    }
    # A block whose teardown failed after all of its tests had passed.
    $told = @($Result.Failed | Where-Object { -not $_.ErrorRecord } | ForEach-Object { $_.ExpandedPath })
    foreach ($block in $Result.FailedBlocks) {
        $path = $block.ExpandedPath
        if ($block.ErrorRecord -and -not ($told | Where-Object { $_.StartsWith("$path.", 'Ordinal') })) {
            ConvertTo-Failure "$path (setup or teardown)" $block.ErrorRecord "${File}:$($block.StartLine)"
        }
    }
    foreach ($container in $Result.FailedContainers) {
        if ($told.Count -eq 0) {
            ConvertTo-Failure '(the file itself)' $container.ErrorRecord $File
        }
    }
}

foreach ($file in Get-ChildItem -LiteralPath $Folder -Filter '*.Tests.ps1' -File | Sort-Object Name) {
    $configuration = New-PesterConfiguration
    $configuration.Run.Path = $file.FullName
    $configuration.Run.PassThru = $true
    $configuration.Output.Verbosity = 'None'
    $configuration.TestResult.Enabled = $true
    $configuration.TestResult.OutputFormat = 'JUnitXml'
    $configuration.TestResult.OutputPath = Join-Path $ResultsFolder "$($file.BaseName).xml"
    # Users write their tests without strict mode; the mode of this script must not reach into them.
    Set-StrictMode -Off
    $result = Invoke-Pester -Configuration $configuration
    Set-StrictMode -Version 3.0
    # Written only now, because a test may change the preferences and the place of the session that it runs in.
    $failures = @(Get-Failure $result $file.FullName)
    $skipped = @($result.Skipped).Count + @($result.Inconclusive).Count
    $line = @{
        file     = $file.Name
        passed   = $result.PassedCount
        failed   = $failures.Count
        skipped  = $skipped
        seconds  = $result.Duration.TotalSeconds
        failures = $failures
    } | ConvertTo-Json -Depth 4 -Compress -EscapeHandling EscapeNonAscii
    "##pester $line"
}
