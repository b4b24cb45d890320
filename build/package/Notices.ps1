# Dot-sourced by Package.ps1: THIRD-PARTY-NOTICES.txt, from what the packages say of themselves.

function Get-Notice([object[]] $Package) {
    $texts = [ordered]@{}
    $entries = foreach ($item in $Package) {
        "$($item.Id) $($item.Version)"
        "    Licence:    $($item.License)"
        if ($item.Copyright) { "    Copyright:  $($item.Copyright)" }
        if ($item.Project) { "    Project:    $($item.Project)" }
        "    Files:      $($item.Files.Path -join ', ')"
        "    Texts:      $(@(Get-LicenseText $item | ForEach-Object { Add-Text $texts $_ $item.Id }) -join ', ')"
        ''
    }
    'THIRD-PARTY NOTICES'
    ''
    'PartnerCenterCart is published under the MIT license (see LICENSE). It comes with the libraries below, which are under licences of their own.'
    'The texts that a library refers to stand below the list, each one once.'
    ''
    $entries
    foreach ($text in $texts.Values) {
        '=' * 100
        "Text $($text.Number)$($text.From ? ", as it comes with $($text.From)" : '')"
        '=' * 100
        ''
        $text.Text
        ''
    }
}

# The texts of a package; where it brings none, the licence that it names, with its copyright.
function Get-LicenseText($Package) {
    foreach ($file in $Package.Texts) { [pscustomobject]@{ Text = [IO.File]::ReadAllText($file.FullName); From = $true } }
    if (@($Package.Texts | Where-Object Name -Match '^licen').Count -gt 0) { return }
    $template = $Package.License -split '\s+OR\s+|[()]' | ForEach-Object { Join-Path $PSScriptRoot "licenses/$($_.Trim()).txt" } | Where-Object { Test-Path -LiteralPath $_ } | Select-Object -First 1
    if (-not $template) { throw "$($Package.Id) is under $($Package.License) and brings no text of it; put the text in build/package/licenses/." }
    [pscustomobject]@{ Text = [IO.File]::ReadAllText($template).Replace('<copyright>', $Package.Copyright ? $Package.Copyright : "Copyright (c) $($Package.Authors)"); From = $false }
}

# The number of a text, which is new or was there before.
function Add-Text($Texts, $Text, [string] $Id) {
    $plain = ($Text.Text -replace '\r\n?', "`n").Trim([char]0xFEFF, "`n", ' ')
    $entry = $Texts[$plain]
    if (-not $entry) {
        $entry = [pscustomobject]@{ Number = $Texts.Count + 1; Text = $plain; From = $Text.From ? $Id : '' }
        $Texts[$plain] = $entry
    }
    return $entry.Number
}
