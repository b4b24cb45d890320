# What README.md, docs/ and the pages of samples/ show works: every ```powershell block runs, those of one page in order in one session.
# A block that cannot run here is marked with the reason: ```powershell no-run (needs a tenant).
# The pages of docs/cmdlets are run by Help.Examples.Tests.ps1.
BeforeDiscovery {
    . "$PSScriptRoot/_Documentation.ps1"
    $pages = Get-DocumentationFile
}

BeforeAll {
    . "$PSScriptRoot/_TestHelper.ps1"

    . "$PSScriptRoot/_Documentation.ps1"
    # The pages of samples are read beside what they are about.
    $told = Invoke-Page @(foreach ($file in Get-DocumentationFile | Where-Object Page -NotLike 'docs/cmdlets/*') {
            @{ Page = $file.Page; Block = @(Get-RunnableBlock $file.Path); Folder = ($file.Page -like 'samples/*') ? (Split-Path $file.Path) : $null }
        })
}

Describe '<Page>' -ForEach ($pages | Where-Object Page -NotLike 'docs/cmdlets/*') {
    It 'runs as it is written' {
        $told[$Page] | Should -BeNullOrEmpty -Because "every powershell block of $Page must run; the number is the line of the page"
    }
}

Describe '<Page>' -ForEach $pages {
    It 'marks PowerShell as powershell, so that it is run' {
        # The help's blocks without a name are its syntax.
        $plain = $Page -notlike 'docs/cmdlets/*'
        $other = Get-FencedBlock $Path | Where-Object { $_.Info -match '^(ps1?|pwsh|posh|console)\b' -or ($plain -and $_.Info -eq '' -and $_.Text -match '(?m)^\s*(PS> ?)?(\$\w+ = |[A-Z][a-z]+-Partner)') }
        $other | ForEach-Object Line | Should -BeNullOrEmpty -Because "these lines of $Page begin a block of PowerShell under another name"
    }

    It 'says why what is not run is not run' {
        $silent = Get-FencedBlock $Path | Where-Object { $_.Info -match '\bno-run\b' -and $_.Info -notmatch '^powershell no-run \([a-z][^()]{6,}\)$' }
        $silent | ForEach-Object Line | Should -BeNullOrEmpty -Because "a block of $Page that no test runs begins with: powershell no-run (why)"
    }

    It 'names only cmdlets of the module in what is not run' {
        $names = (Import-PowerShellDataFile -LiteralPath (Get-ModuleUnderTestPath)).CmdletsToExport
        $blocks = Get-FencedBlock $Path | Where-Object { $_.Info -match '\bno-run\b' }
        $used = $blocks | ForEach-Object { [regex]::Matches($_.Text, '\b[A-Z][a-z]+-Partner\w+') } | ForEach-Object Value | Sort-Object -Unique
        $used | Where-Object { $_ -notin $names } | Should -BeNullOrEmpty
    }

    It 'takes its C# from the sample, which is compiled and run' {
        $squeeze = { param($Text) ($Text -split '\r?\n' | ForEach-Object Trim | Where-Object { $_ }) -join "`n" }
        $sample = (Get-ChildItem -Path "$repositoryRoot/samples/csharp/*.cs" | ForEach-Object { & $squeeze ([IO.File]::ReadAllText($_.FullName)) }) -join "`n"
        foreach ($block in Get-FencedBlock $Path | Where-Object Info -EQ csharp) {
            $sample.Contains((& $squeeze $block.Text)) | Should -BeTrue -Because "the block at line $($block.Line) of $Page must stand in samples/csharp"
        }
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
        (Invoke-Page @(@{ Page = 'page'; Block = $blocks })).page | Should -BeLike "line-00010: *Get-Nothing*"
    }

    It 'gives no page the connection, variables or folder of the page before' {
        $first = @{ Page = 'first'; Block = [pscustomobject]@{ Line = 1; Text = 'Connect-PartnerCenter -Emulator; $left = 1; Set-Content left.txt x' } }
        $second = @{ Page = 'second'; Block = [pscustomobject]@{ Line = 1; Text = 'if ($left -or (Test-Path left.txt)) { throw "left over" }; Get-PartnerCustomer' } }
        $told = Invoke-Page $first, $second
        $told.first | Should -BeNullOrEmpty
        $told.second | Should -BeLike '*There is no connection to Partner Center*'
    }

    It 'tells the examples of an about topic by their indent' {
        $topic = Join-Path $TestDrive 'about.txt'
        Set-Content -LiteralPath $topic -Value 'TOPIC', '    Text', '', '        $a = 1', '', '        $b = 2', '    Text', '        # Against the service:', '        Connect-PartnerCenter'
        $blocks = @(Get-AboutBlock $topic)
        $blocks.Text | Should -Be "`$a = 1`n`n`$b = 2", "# Against the service:`nConnect-PartnerCenter"
        $blocks.Line | Should -Be 4, 8
        $blocks.Info | Should -Be 'powershell', 'powershell no-run'
    }
}
