# Shared by the tests that run what README, guides and help show. Dot-source it in BeforeAll, after _TestHelper.ps1.

# The pages at the root, under docs and beside the samples, but for the list of changes: Page (its name in the repository) and Path.
function Get-DocumentationFile {
    $root = (Resolve-Path -LiteralPath "$PSScriptRoot/../..").Path
    $files = @(Get-ChildItem -Path $root -File -Filter *.md -Exclude CHANGELOG.md) + @(Get-ChildItem -Path "$root/docs", "$root/samples", "$root/benchmarks" -Recurse -Filter *.md)
    $files | ForEach-Object { @{ Page = [IO.Path]::GetRelativePath($root, $_.FullName).Replace('\', '/'); Path = $_.FullName } }
}

# The fenced blocks of a page: Info, Line (of the first line inside), Text.
function Get-FencedBlock([string] $Path) {
    $fence = $info = $first = $null
    $text = [Collections.Generic.List[string]]::new()
    $number = 0
    foreach ($line in [IO.File]::ReadAllLines($Path)) {
        $number++
        if ($fence) {
            if ($line.Trim() -match "^$fence+$") {
                [pscustomobject]@{ Info = $info; Line = $first; Text = $text -join "`n" }
                $fence = $null
                $text.Clear()
            }
            else { $text.Add($line) }
        }
        elseif ($line -match '^\s*(?<fence>`{3,}|~{3,})\s*(?<info>[^`]*)$') {
            $fence, $info, $first = $Matches.fence, $Matches.info.Trim(), ($number + 1)
        }
    }
    if ($fence) { throw "The block that begins at line $($first - 1) of $Path does not end." }
}

function Get-RunnableBlock([string] $Path) {
    Get-FencedBlock $Path | Where-Object { $_.Info -match '^powershell\b' -and $_.Info -notmatch '\bno-run\b' }
}

# The examples of an about_ topic: what is indented by eight. One that begins with "# Against the service" is not run.
function Get-AboutBlock([string] $Path) {
    $text = [Collections.Generic.List[string]]::new()
    $lines = @([IO.File]::ReadAllLines($Path)) + 'end'
    for ($i = 0; $i -lt $lines.Count; $i++) {
        if ($lines[$i] -match '^ {8}' -or ($text.Count -gt 0 -and $lines[$i] -eq '' -and $lines[$i + 1] -match '^ {8}')) {
            $text.Add(($lines[$i] -replace '^ {8}'))
        }
        elseif ($text.Count -gt 0) {
            $isRun = $text[0] -notlike '# Against the service*'
            [pscustomobject]@{ Info = $isRun ? 'powershell' : 'powershell no-run'; Line = $i - $text.Count + 1; Text = $text -join "`n" }
            $text.Clear()
        }
    }
}

# Runs the blocks of pages (each a hashtable of Page and Block): those of one page in order in one session, in an empty
# folder (or, with Folder, in a copy of that one), with the module found by its name; pages after each other in one process, because starting one for each takes
# longer than all examples. Gives back a table: page -> what failed and where, empty when nothing did.
function Invoke-Page([hashtable[]] $Page, [int] $TimeoutSeconds = 300) {
    $folder = Join-Path ([IO.Path]::GetTempPath()) "pcc-docs-$([Guid]::NewGuid())"
    try {
        $number = 0
        foreach ($one in $Page) {
            $own = Join-Path $folder $number.ToString('00000')
            $null = New-Item -ItemType Directory -Path "$own/blocks", "$own/here"
            if ($one.Folder) { Copy-Item -Path "$($one.Folder)/*" -Destination "$own/here" -Recurse }
            foreach ($block in $one.Block) {
                $file = "$own/blocks/line-$($block.Line.ToString('00000')).ps1"
                [IO.File]::WriteAllText($file, $block.Text, [Text.UTF8Encoding]::new($true))
            }
            $number++
        }
        $modules = Split-Path (Split-Path (Get-ModuleUnderTestPath))
        $environment = @{ PSModulePath = $modules + [IO.Path]::PathSeparator + $env:PSModulePath }
        $run = Invoke-CleanPwsh -ArgumentList $folder -Environment $environment -TimeoutSeconds $TimeoutSeconds {
            param($Folder)
            foreach ($page in Get-ChildItem -LiteralPath $Folder | Sort-Object Name) {
                [Environment]::CurrentDirectory = Join-Path $page.FullName 'here'
                $shell = [powershell]::Create([initialsessionstate]::CreateDefault())
                $failure = ''
                try {
                    $null = $shell.AddScript('param($Here) Set-Location -LiteralPath $Here; $ErrorActionPreference = "Stop"').AddArgument([Environment]::CurrentDirectory).Invoke()
                    foreach ($block in Get-ChildItem -LiteralPath (Join-Path $page.FullName 'blocks') | Sort-Object Name) {
                        $shell.Commands.Clear()
                        try {
                            # Formatted as well, because that is what a reader sees of it.
                            $null = $shell.AddScript('param($Block) . $Block').AddArgument($block.FullName).AddCommand('Out-String').Invoke()
                        }
                        catch {
                            $inner = $_.Exception.InnerException.ErrorRecord ?? $_
                            $failure = "$($block.BaseName): $inner at '$("$($inner.InvocationInfo.Line)".Trim())'"
                            break
                        }
                    }
                    # The connection of the process must not serve the next page.
                    $shell.Commands.Clear()
                    $null = $shell.AddScript('$ErrorActionPreference = "Ignore"; Get-PartnerContext -ListAvailable | Disconnect-PartnerCenter').Invoke()
                }
                finally { $shell.Dispose() }
                [Environment]::CurrentDirectory = $Folder
                '##page ' + (@{ number = [int]$page.Name; failure = "$failure" } | ConvertTo-Json -Compress -EscapeHandling EscapeNonAscii)
            }
        }
        $told = @{}
        foreach ($line in $run.StdOut -like '##page *') {
            $result = $line.Substring('##page '.Length) | ConvertFrom-Json
            $told[$Page[$result.number].Page] = $result.failure
        }
        foreach ($one in $Page) {
            if (-not $told.ContainsKey($one.Page)) { $told[$one.Page] = "PowerShell ended (exit code $($run.ExitCode)) before this page had a result. $($run.StdErr)" }
        }
        return $told
    }
    finally {
        Remove-Item -LiteralPath $folder -Recurse -Force -ErrorAction Ignore
    }
}
