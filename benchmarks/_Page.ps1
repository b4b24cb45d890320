# Dot-sourced by Run.ps1: what the figures look like, on the console and in docs/benchmarks.md.

function Format-Figure([double] $Value, [string] $Unit) {
    $size = [Math]::Abs($Value)
    $text = $size -ge 100 ? $Value.ToString('N0', [cultureinfo]::InvariantCulture) :
        $size -ge 10 ? $Value.ToString('0.0', [cultureinfo]::InvariantCulture) :
        $size -gt 0 -and $size -lt 0.01 ? $Value.ToString('0.00000', [cultureinfo]::InvariantCulture) : $Value.ToString('0.000', [cultureinfo]::InvariantCulture)
    "$text $Unit".TrimEnd()
}

function Format-Row($Row) {
    [ordered]@{
        what      = $Row.What
        measured  = Format-Figure $Row.Measured $Row.Unit
        against   = $Row.Against
        reference = Format-Figure $Row.Reference $Row.Unit
        ratio     = $null -eq $Row.Ratio ? '' : ([double]$Row.Ratio).ToString('0.00', [cultureinfo]::InvariantCulture)
        goal      = $Row.Goal
        met       = $Row.Met
        note      = $Row.Note
    }
}

function Format-Console($Rows) {
    $Rows | ForEach-Object { [pscustomobject](Format-Row $_) } | Format-Table -AutoSize -Wrap | Out-String -Width 220
}

function Format-MarkdownTable($Rows) {
    '| What | Measured | Against | Reference | Ratio | Goal | Met | |'
    '|---|---:|---|---:|---:|---|---|---|'
    foreach ($row in $Rows) {
        '| ' + (@((Format-Row $row).Values | ForEach-Object { "$_".Replace('|', '\|') }) -join ' | ') + ' |'
    }
}

# $Section: Name, Synopsis, Description, Load, Rows of every benchmark.
function Format-Page([string[]] $Machine, $Section) {
    '# Benchmarks'
    ''
    'Written by `./build.sh benchmark`, in one run; `./build.sh benchmark Import` runs one of them and leaves this page alone. Every figure stands'
    'beside a reference that the same machine gave in turn with it; the ratio is measured / reference. A goal that lies within the spread'
    'of what was measured is "unclear". Nothing here is a test: tests never look at the time.'
    ''
    $Machine | ForEach-Object { "- $_" }
    foreach ($part in $Section) {
        ''
        "## $($part.Name): $($part.Synopsis)"
        ''
        $part.Description
        ''
        if ($part.Load) { "Load of the machine at the start: $($part.Load)."; '' }
        Format-MarkdownTable $part.Rows
    }
}
