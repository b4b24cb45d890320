<#
.SYNOPSIS
    Renews the help: brings the pages of docs/cmdlets up to the cmdlets that they describe, and builds Get-Help's file from them.
.DESCRIPTION
    What a page knows from the cmdlet (syntax, types, positions, aliases) is written anew; what somebody wrote stays. A cmdlet
    without a page gets one to be filled in. Needs PlatyPS; whoever has none takes the built file from the repository.
#>
param(
    [Parameter(Mandatory)][string] $Module,
    [Parameter(Mandatory)][string] $PagesFolder,
    [Parameter(Mandatory)][string] $OutputFile,
    [Parameter(Mandatory)][string] $PlatyPSPath
)

# No strict mode: PlatyPS runs scripts of its own in this scope, which it does not survive.
Set-StrictMode -Off
$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
Import-Module $PlatyPSPath, (Resolve-Path -LiteralPath $Module).Path
. (Join-Path $PSScriptRoot 'HelpDigest.ps1')
$scratch = Join-Path ([IO.Path]::GetTempPath()) "pcc-help-$([Guid]::NewGuid())"
$utf8 = [Text.UTF8Encoding]::new($false)

# What means the same everywhere is said in the same words everywhere.
$usual = @{
    Connection = 'The connection to use: what `Connect-PartnerCenter -PassThru` or `Get-PartnerContext` returned. Without it, the current connection is used.'
    Confirm    = 'Asks before anything is changed. `-Confirm:$false` does not ask, where the cmdlet would.'
    WhatIf     = 'Shows what would be changed, and changes nothing: no request is sent but those that read.'
    CustomerId = 'Tenant id of the customer. `Get-PartnerCustomer` finds it.'
}

# Parameters that take what a user has (text of a CSV file, a number, a date) and tell by themselves what is wrong with it are declared as
# objects. The page says what is meant.
$meant = @{
    Quantity = 'System.Int32'; LineItemNumber = 'System.Int32'; LineItemId = 'System.Int32'; AttestationAccepted = 'System.Boolean'
    CustomTermEndDate = 'System.DateTimeOffset'; DateAgreed = 'System.DateTimeOffset'; From = 'System.DateTimeOffset'; To = 'System.DateTimeOffset'
}

# ---- Pages ----

# The page as the cmdlet would have it, with what the page that is there already says in words.
function New-Page($Cmdlet, $Written) {
    $page = New-CommandHelp -CommandInfo $Cmdlet
    $page.Syntax | ForEach-Object { $_.HasCmdletBinding = $true }
    $page.Metadata.Remove('ms.date')
    if ($Cmdlet.OutputType.Count -eq 0) {
        $page.Outputs.Clear()
        $page.Outputs.Add([Microsoft.PowerShell.PlatyPS.Model.InputOutput]::new('None', 'It returns nothing.'))
    }
    if (-not $Written) {
        foreach ($parameter in $page.Parameters | Where-Object { $usual.Contains($_.Name) }) { $parameter.Description = $usual[$parameter.Name] }
        return $page
    }
    $page.Synopsis = $Written.Synopsis
    $page.Description = $Written.Description
    $page.Notes = $Written.Notes
    $page.Examples.Clear()
    $page.Examples.AddRange($Written.Examples)
    $page.RelatedLinks.Clear()
    $page.RelatedLinks.AddRange($Written.RelatedLinks)
    foreach ($list in 'Inputs', 'Outputs') {
        foreach ($entry in $page.$list) {
            $known = $Written.$list | Where-Object { $_.Typename -eq $entry.Typename } | Select-Object -First 1
            if ($known) { $entry.Description = $known.Description }
        }
    }
    foreach ($parameter in $page.Parameters) {
        $known = $Written.Parameters | Where-Object Name -EQ $parameter.Name
        if ($known) {
            $parameter.Description = $known.Description
            $parameter.DefaultValue = $known.DefaultValue
            $parameter.SupportsWildcards = $known.SupportsWildcards
        }
        elseif ($usual.Contains($parameter.Name)) { $parameter.Description = $usual[$parameter.Name] }
    }
    return $page
}

# PlatyPS writes a date, which would change without a change, and a heading for aliases, which our cmdlets do not have.
function Get-PageText($Page) {
    $file = Export-MarkdownCommandHelp -CommandHelp $Page -OutputFolder $scratch -Force
    $text = [IO.File]::ReadAllText($file.FullName).ReplaceLineEndings("`n")
    $text = $text -replace '(?m)^(ms\.date|HelpUri): .*\n' -replace '(?s)## ALIASES\n.*?(?=## DESCRIPTION)'
    foreach ($name in $meant.Keys) {
        $short = @{ 'System.Int32' = 'int'; 'System.Boolean' = 'bool' }[$meant[$name]] ?? $meant[$name].Split('.')[-1]
        $text = $text -creplace "(?<=\[?-$name\]?\s)<Object(?=(\[\])?>)", "<$short"
        $text = $text -creplace "(?<=(?m:^)### -$name\n(?s:.(?!\n###))*?\nType: )System\.Object(?=\W)", $meant[$name]
    }
    $text = $text -replace '\n{3,}', "`n`n"
    return $text.TrimEnd("`n") + "`n"
}

function Update-Pages([string] $Folder) {
    $cmdlets = @(Get-Command -Module PartnerCenterCart -CommandType Cmdlet | Sort-Object Name)
    $null = New-Item -ItemType Directory -Path $Folder -Force
    foreach ($cmdlet in $cmdlets) {
        $path = Join-Path $Folder "$($cmdlet.Name).md"
        $written = (Test-Path -LiteralPath $path) ? (Import-MarkdownCommandHelp -Path $path) : $null
        if (-not $written) { "New, to be filled in: $($cmdlet.Name).md" }
        $text = Get-PageText (New-Page $cmdlet $written)
        if (-not $written -or [IO.File]::ReadAllText($path) -cne $text) { [IO.File]::WriteAllText($path, $text, $utf8) }
    }
    Get-ChildItem -LiteralPath $Folder -Filter *-*.md | Where-Object BaseName -NotIn $cmdlets.Name |
        ForEach-Object { Write-Warning "$($_.Name) describes no cmdlet of the module." }
}

# ---- Get-Help's file ----

# Get-Help knows no Markdown, and breaks lines itself.
function ConvertTo-Plain([string] $Text) {
    $plain = $Text.ReplaceLineEndings("`n") -replace '\[([^\]]+)\]\([^)]*\)', '$1' -replace '(?<!`)`([^`\n]+)`(?!`)', '$1' -replace '\*\*([^*\n]+)\*\*', '$1'
    # A line goes on in the next one, unless that is empty, an item of a list or indented.
    return ($plain -replace '(?<=\S)\n(?=[^\s\-*|])', ' ').Trim()
}

# The first block of code is what Get-Help shows as the code; what stands before it introduces it, the rest explains.
function Split-Example([string] $Text) {
    $match = [regex]::Match($Text.ReplaceLineEndings("`n"), '(?s)^(?<before>.*?)```powershell[^\n]*\n(?<code>.*?)\n```(?<after>.*)$')
    if (-not $match.Success) { return @{ Before = ConvertTo-Plain $Text; Code = ''; After = @() } }
    $after = foreach ($part in [regex]::Split($match.Groups['after'].Value, '(?s)(```[^\n]*\n.*?\n```)')) {
        if ($part -match '(?s)^```[^\n]*\n(.*)\n```$') { $Matches[1] } elseif ($part.Trim()) { ConvertTo-Plain $part }
    }
    return @{ Before = ConvertTo-Plain $match.Groups['before'].Value; Code = $match.Groups['code'].Value; After = @($after) }
}

function Add-Element($Parent, [string] $Name, [string] $Text) {
    $element = $Parent.OwnerDocument.CreateElement($Name, $Parent.GetNamespaceOfPrefix($Name.Split(':')[0]))
    if ($Text) { $element.InnerText = $Text }
    return $Parent.AppendChild($element)
}

function Set-Example($Element, $Example) {
    $parts = Split-Example $Example.Remarks
    $Element.SelectSingleNode('*[local-name()="title"]').InnerText = "---------- $($Example.Title) ----------"
    $Element.SelectNodes('*[local-name()!="title"]') | ForEach-Object { $null = $Element.RemoveChild($_) }
    if ($parts.Before) {
        $introduction = Add-Element $Element maml:introduction
        $null = Add-Element $introduction maml:para $parts.Before
        $null = Add-Element $introduction maml:para
    }
    $null = Add-Element $Element dev:code $parts.Code
    $remarks = Add-Element $Element dev:remarks
    foreach ($text in $parts.After) {
        $null = Add-Element $remarks maml:para $text
        $null = Add-Element $remarks maml:para
    }
}

# PlatyPS keeps the examples' Markdown as it is, adds a link to nowhere, and gives types their full names.
function Complete-Command($Element, $Page) {
    $examples = $Element.SelectNodes('.//*[local-name()="example"]')
    for ($i = 0; $i -lt $examples.Count; $i++) { Set-Example $examples[$i] $Page.Examples[$i] }
    foreach ($link in $Element.SelectNodes('.//*[local-name()="navigationLink"][*[local-name()="linkText"]="Online Version"]')) {
        $null = $link.ParentNode.RemoveChild($link)
    }
    foreach ($parameter in $Element.SelectNodes('.//*[local-name()="parameters"]/*')) {
        $name = $parameter.SelectSingleNode('*[local-name()="name"]').InnerText
        $default = ($Page.Parameters | Where-Object Name -EQ $name).DefaultValue
        if ($default) { $null = Add-Element $parameter dev:defaultValue $default }
    }
    # Links between pages lead nowhere in a console.
    foreach ($uri in $Element.SelectNodes('.//*[local-name()="navigationLink"]/*[local-name()="uri"]')) {
        if ($uri.InnerText -notlike 'https:*') { $uri.InnerText = '' }
    }
    foreach ($value in $Element.SelectNodes('.//*[local-name()="parameterValue"]')) {
        $value.InnerText = [regex]::Replace($value.InnerText, '[\w.]+\.(?=\w)', '')
    }
}

function Get-PlainPage([string] $Path) {
    $page = Import-MarkdownCommandHelp -Path $Path
    $page.Synopsis = ConvertTo-Plain $page.Synopsis
    $page.Description = ConvertTo-Plain $page.Description
    $page.Notes = ConvertTo-Plain $page.Notes
    foreach ($part in @($page.Parameters) + @($page.Inputs) + @($page.Outputs)) { $part.Description = ConvertTo-Plain $part.Description }
    return $page
}

function Write-HelpFile([string] $Folder, [string] $File) {
    $files = @(Get-ChildItem -LiteralPath $Folder -Filter *-*.md | Sort-Object Name)
    $pages = @($files | ForEach-Object { Get-PlainPage $_.FullName })
    $built = Export-MamlCommandHelp -CommandHelp $pages -OutputFolder $scratch -Force
    $maml = [xml]::new()
    $maml.PreserveWhitespace = $false
    $maml.Load($built.FullName)
    $commands = @($maml.DocumentElement.ChildNodes)
    for ($i = 0; $i -lt $files.Count; $i++) {
        Complete-Command $commands[$i] $pages[$i]
        # So that a test can tell, where PlatyPS is not to be had, which page has changed since.
        $mark = $maml.CreateComment(" $($files[$i].Name) $(Get-PageDigest $files[$i].FullName) ")
        $null = $maml.DocumentElement.InsertBefore($mark, $commands[$i])
    }
    $null = New-Item -ItemType Directory -Path (Split-Path $File) -Force
    $settings = [Xml.XmlWriterSettings]@{ Indent = $true; Encoding = $utf8; NewLineChars = "`n" }
    $writer = [Xml.XmlWriter]::Create($File, $settings)
    try { $maml.Save($writer) }
    finally { $writer.Dispose() }
    "$($pages.Count) pages are in $(Split-Path $File -Leaf)."
}

try {
    Update-Pages $PagesFolder
    Write-HelpFile $PagesFolder $OutputFile
}
finally {
    Remove-Item -LiteralPath $scratch -Recurse -Force -ErrorAction Ignore
}
