# What README.md and docs/ show works: every ```powershell block runs, those of one page in order in one session.
# A block that cannot run here (it needs a token, or shows a prompt) is marked ```powershell no-run.
BeforeDiscovery {
    $root = (Resolve-Path -LiteralPath "$PSScriptRoot/../..").Path
    $files = @(Get-Item -LiteralPath "$root/README.md" -ErrorAction Ignore) + @(Get-ChildItem -Path "$root/docs" -Recurse -Filter *.md -ErrorAction Ignore)
    $pages = $files | Where-Object { $_ } | ForEach-Object { @{ Page = [IO.Path]::GetRelativePath($root, $_.FullName).Replace('\', '/'); Path = $_.FullName } }
}

BeforeAll {
    . "$PSScriptRoot/_TestHelper.ps1"

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

    # Runs the blocks in an empty folder, with the module found by its name. Gives back the run and, of what failed, where.
    function Invoke-Block([object[]] $Block) {
        $folder = Join-Path ([IO.Path]::GetTempPath()) "pcc-docs-$([Guid]::NewGuid())"
        $null = New-Item -ItemType Directory -Path "$folder/blocks", "$folder/here"
        try {
            foreach ($item in $Block) { [IO.File]::WriteAllText("$folder/blocks/line-$($item.Line.ToString('00000')).ps1", $item.Text, [Text.UTF8Encoding]::new($true)) }
            $modules = Split-Path (Split-Path (Get-ModuleUnderTestPath))
            $environment = @{ PSModulePath = $modules + [IO.Path]::PathSeparator + $env:PSModulePath }
            Invoke-CleanPwsh -ArgumentList $folder -Environment $environment {
                param($Folder)
                Set-Location -LiteralPath "$Folder/here"
                [Environment]::CurrentDirectory = "$Folder/here"
                $ErrorActionPreference = 'Stop'
                foreach ($blockFile in Get-ChildItem -LiteralPath "$Folder/blocks" | Sort-Object Name) {
                    try { . $blockFile.FullName }
                    catch {
                        [Console]::Error.WriteLine("$($blockFile.BaseName): $_ at '$($_.InvocationInfo.Line.Trim())'")
                        exit 1
                    }
                }
            }
        }
        finally {
            Remove-Item -LiteralPath $folder -Recurse -Force -ErrorAction Ignore
        }
    }
}

Describe '<Page>' -ForEach $pages {
    It 'runs as it is written' {
        $blocks = @(Get-RunnableBlock $Path)
        if ($blocks.Count -gt 0) {
            $run = Invoke-Block $blocks
            $run.StdErr | Should -BeNullOrEmpty -Because "every powershell block of $Page must run; the number is the line of the page"
            $run.ExitCode | Should -Be 0
        }
    }

    It 'marks PowerShell as powershell, so that it is run' {
        $other = Get-FencedBlock $Path | Where-Object { $_.Info -match '^(ps1?|pwsh|posh|console)\b' -or ($_.Info -eq '' -and $_.Text -match '(?m)^\s*(PS> ?)?(\$\w+ = |[A-Z][a-z]+-Partner)') }
        $other | ForEach-Object Line | Should -BeNullOrEmpty -Because "these lines of $Page begin a block of PowerShell under another name"
    }

    It 'names only cmdlets of the module in what is not run' {
        $names = (Import-PowerShellDataFile -LiteralPath (Get-ModuleUnderTestPath)).CmdletsToExport
        $blocks = Get-FencedBlock $Path | Where-Object { $_.Info -match '\bno-run\b' }
        $used = $blocks | ForEach-Object { [regex]::Matches($_.Text, '\b[A-Z][a-z]+-Partner\w+') } | ForEach-Object Value | Sort-Object -Unique
        $used | Where-Object { $_ -notin $names } | Should -BeNullOrEmpty
    }

    It 'links to files that exist' {
        $text = [IO.File]::ReadAllText($Path) -replace '(?ms)^\s*```.*?^\s*```\s*$'
        foreach ($link in [regex]::Matches($text, '\]\((?<target>[^)#\s]+)(#[^)]*)?\)')) {
            $target = $link.Groups['target'].Value
            if ($target -match '^[a-z]+:') { continue }
            Join-Path (Split-Path $Path) ([uri]::UnescapeDataString($target)) | Should -Exist -Because "$Page links to it"
        }
    }
}

Describe 'The documentation' {
    It 'has a README whose quick start runs' {
        $readme = Join-Path $repositoryRoot 'README.md'
        $readme | Should -Exist
        @(Get-RunnableBlock $readme).Count | Should -BeGreaterThan 0 -Because 'a reader starts there, and what it shows is tested by running it'
    }

    It 'names the two commands of the quick start' {
        $text = [IO.File]::ReadAllText((Join-Path $repositoryRoot 'README.md'))
        $text | Should -Match '\./build\.sh demo'
        $text | Should -Match '\./build\.sh test'
    }
}

Describe 'The test of the documentation itself' {
    It 'tells the line of a block that fails' {
        $page = Join-Path $TestDrive 'page.md'
        Set-Content -LiteralPath $page -Value 'Text', '```powershell', '$x = 1', '```', '', '```powershell no-run', 'throw', '```', '```powershell', 'if ($x -ne 1) { throw "lost" }', 'Get-Nothing', '```'
        $blocks = Get-RunnableBlock $page
        $blocks.Line | Should -Be 3, 10
        $run = Invoke-Block $blocks
        $run.ExitCode | Should -Be 1
        $run.StdErr | Should -BeLike "line-00010: *Get-Nothing*"
    }
}
