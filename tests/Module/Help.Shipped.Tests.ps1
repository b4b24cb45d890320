# Get-Help works from the module as it is built.
BeforeDiscovery {
    $root = (Resolve-Path -LiteralPath "$PSScriptRoot/../..").Path
    $pages = Get-ChildItem -Path "$root/docs/cmdlets/*-*.md" | ForEach-Object { @{ Name = $_.BaseName } }
    $topics = Get-ChildItem -Path "$root/src/PartnerCenterCart/en-US/about_*.help.txt" | ForEach-Object { @{ Topic = $_.Name -replace '\.help\.txt$'; Path = $_.FullName } }
}

BeforeAll {
    . "$PSScriptRoot/_TestHelper.ps1"
    . "$PSScriptRoot/_Documentation.ps1"
    # In a process of its own, with the module on the path and not imported, as it is for a user.
    $modules = Split-Path (Split-Path (Get-ModuleUnderTestPath))
    $run = Invoke-CleanPwsh -Environment @{ PSModulePath = $modules + [IO.Path]::PathSeparator + $env:PSModulePath } {
        $common = [Management.Automation.PSCmdlet]::CommonParameters + [Management.Automation.PSCmdlet]::OptionalCommonParameters
        foreach ($command in Get-Command -Module PartnerCenterCart -CommandType Cmdlet -ListImported:$false) {
            $help = Get-Help $command.Name -Full
            $silent = foreach ($parameter in $command.Parameters.Values | Where-Object { $_.Name -notin $common -and $_.Attributes.DontShow -notcontains $true }) {
                $found = Get-Help $command.Name -Parameter $parameter.Name -ErrorAction Ignore
                if (-not "$($found.description.Text)".Trim()) { $parameter.Name }
            }
            '##help ' + (@{
                    name = $command.Name; synopsis = "$($help.Synopsis)"; description = "$($help.description.Text)"; silent = @($silent)
                    full = Get-Help $command.Name -Full | Out-String -Width 200; examples = Get-Help $command.Name -Examples | Out-String -Width 200
                    codes = @($help.examples.example.code); links = @($help.relatedLinks.navigationLink.linkText)
                } | ConvertTo-Json -Compress -EscapeHandling EscapeNonAscii)
        }
        foreach ($topic in Get-Help about_PartnerCenterCart* | ForEach-Object Name) {
            '##topic ' + (@{ name = $topic; text = Get-Help $topic | Out-String -Width 200 } | ConvertTo-Json -Compress -EscapeHandling EscapeNonAscii)
        }
    }
    $shown = @{}
    foreach ($line in $run.StdOut -like '##help *') {
        $help = $line.Substring(7) | ConvertFrom-Json
        $shown[$help.name] = $help
    }
    $topicsShown = @{}
    foreach ($line in $run.StdOut -like '##topic *') {
        $help = $line.Substring(8) | ConvertFrom-Json
        $topicsShown[$help.name] = $help.text
    }
}

Describe 'Get-Help <Name>' -ForEach $pages {
    BeforeAll { $help = $shown[$Name] }

    It 'says what it does, with every parameter' {
        $run.StdErr | Should -BeNullOrEmpty
        $help.synopsis | Should -Not -BeLike "*$Name*" -Because 'without help PowerShell shows the syntax instead'
        $help.description | Should -Not -BeNullOrEmpty
        $help.silent | Should -BeNullOrEmpty -Because '-Parameter must describe these'
    }

    It 'shows the examples as code, free of Markdown' {
        $path = Join-Path $repositoryRoot "docs/cmdlets/$Name.md"
        $titles = [regex]::Matches([IO.File]::ReadAllText($path), '(?m)^### (Example.*)$').ForEach{ $_.Groups[1].Value.Trim() }
        foreach ($title in $titles) { $help.examples | Should -BeLike "*$([WildcardPattern]::Escape($title))*" }
        foreach ($code in $help.codes) { $code | Should -Not -BeNullOrEmpty }
        @($help.codes).Count | Should -Be @($titles).Count
        $help.full | Should -Not -Match '```' -Because 'Get-Help shows text'
        $help.full | Should -Not -Match '\]\(' -Because 'Get-Help shows text'
    }

    It 'links to what there is' {
        foreach ($link in $help.links) {
            if ($link -match '^[A-Z][a-z]+-Partner') { $shown.Keys | Should -Contain $link }
            elseif ($link -like 'about_*') { $topicsShown.Keys | Should -Contain $link }
        }
    }
}

Describe 'Get-Help <Topic>' -ForEach $topics {
    It 'shows the topic' {
        $topicsShown[$Topic] | Should -BeLike "*$Topic*"
    }

    It 'fits a console of 80 columns, in plain text' {
        $lines = [IO.File]::ReadAllLines($Path)
        $lines | Where-Object Length -GT 80 | Should -BeNullOrEmpty
        $lines | Where-Object { $_ -match '[^\x20-\x7e]' } | Should -BeNullOrEmpty -Because 'Windows PowerShell 5.1 reads the file as ANSI'
    }

    It 'names only cmdlets and topics that there are' {
        $text = [IO.File]::ReadAllText($Path)
        [regex]::Matches($text, '\b[A-Z][a-z]+-Partner\w+').Value | Sort-Object -Unique | Where-Object { $_ -notin $shown.Keys } | Should -BeNullOrEmpty
        [regex]::Matches($text, '\babout_Partner\w+').Value | Sort-Object -Unique | Where-Object { $_ -notin $topicsShown.Keys } | Should -BeNullOrEmpty
    }
}
