# docs/cmdlets has a page for each cmdlet of the module, and every page says what its cmdlet is.
BeforeDiscovery {
    $root = (Resolve-Path -LiteralPath "$PSScriptRoot/../..").Path
    $names = (Import-PowerShellDataFile -LiteralPath "$root/PartnerCenterCart.psd1").CmdletsToExport
    $pages = $names | Where-Object { Test-Path -LiteralPath "$root/docs/cmdlets/$_.md" } | ForEach-Object { @{ Name = $_; Path = "$root/docs/cmdlets/$_.md" } }
}

BeforeAll {
    . "$PSScriptRoot/_TestHelper.ps1"
    . "$PSScriptRoot/_Documentation.ps1"
    . "$repositoryRoot/build/HelpDigest.ps1"
    $folder = Join-Path $repositoryRoot 'docs/cmdlets'
    $built = Join-Path $repositoryRoot 'src/PartnerCenterCart/en-US/PartnerCenterCart.dll-Help.xml'
    $exported = (Import-PowerShellDataFile -LiteralPath (Get-ModuleUnderTestPath)).CmdletsToExport
    Import-ModuleUnderTest

    function Get-Section([string] $Text, [string] $Heading, [int] $Level = 2) {
        [regex]::Match($Text, "(?ms)^#{$Level} $([regex]::Escape($Heading))[ ]*\n(?<body>.*?)(?=^#{1,$Level} |\z)").Groups['body'].Value.Trim()
    }

    # What a user can give: no common parameters, and nothing that is hidden.
    function Get-OwnParameter([string] $Name) {
        $common = [Management.Automation.PSCmdlet]::CommonParameters
        (Get-Command $Name).Parameters.Values | Where-Object { $_.Name -notin $common -and -not ($_.Attributes | Where-Object { $_ -is [Parameter] -and $_.DontShow }) } | ForEach-Object Name
    }
}

Describe 'docs/cmdlets' {
    It 'has a page for each cmdlet, and none for anything else' {
        $present = (Get-ChildItem -LiteralPath $folder -Filter *-*.md).BaseName
        $exported | Where-Object { $_ -notin $present } | Should -BeNullOrEmpty -Because '"./build.sh docs" makes the page of a new cmdlet, to be filled in'
        $present | Where-Object { $_ -notin $exported } | Should -BeNullOrEmpty -Because 'these pages describe no cmdlet of the module'
    }
}

Describe 'The page of <Name>' -ForEach $pages {
    BeforeAll { $text = [IO.File]::ReadAllText($Path).ReplaceLineEndings("`n") }

    It 'is filled in' {
        $text | Should -Not -Match '\{\{' -Because 'this is for somebody to write'
        foreach ($heading in 'SYNOPSIS', 'DESCRIPTION', 'NOTES', 'RELATED LINKS') {
            Get-Section $text $heading | Should -Not -BeNullOrEmpty -Because "$Name needs its $heading"
        }
        (Get-Section $text 'SYNOPSIS').Length | Should -BeLessOrEqual 160
    }

    It 'describes every parameter, and none that is not there' {
        $parameters = Get-Section $text 'PARAMETERS'
        $described = [regex]::Matches($parameters, '(?m)^### -(\w+)').ForEach{ $_.Groups[1].Value }
        $described | Sort-Object | Should -Be (Get-OwnParameter $Name | Sort-Object) -Because '"./build.sh docs" brings them in line'
        foreach ($parameter in $described) {
            $words = (Get-Section $parameters "-$parameter" 3) -replace '(?s)```yaml.*?```'
            $words.Trim().Length | Should -BeGreaterThan 10 -Because "-$parameter must be described"
        }
    }

    It 'says what goes in and what comes out' {
        foreach ($heading in 'INPUTS', 'OUTPUTS') {
            $section = Get-Section $text $heading
            foreach ($type in [regex]::Matches($section, '(?m)^### (.+)$').ForEach{ $_.Groups[1].Value }) {
                Get-Section $section $type 3 | Should -Not -BeNullOrEmpty -Because "$type under $heading must be explained"
            }
        }
        $outputs = [regex]::Matches((Get-Section $text 'OUTPUTS'), '(?m)^### (.+)$').ForEach{ $_.Groups[1].Value }
        (Get-Command $Name).OutputType.Name | Where-Object { $_ -notin $outputs } | Should -BeNullOrEmpty
    }

    It 'has an example to paste against the emulator and one that pipes' {
        $blocks = @(Get-RunnableBlock $Path)
        ([regex]::Matches((Get-Section $text 'EXAMPLES'), '(?m)^### ')).Count | Should -BeGreaterOrEqual 2
        # Signing in needs somebody to sign in to.
        $fewest = $Name -eq 'New-PartnerAccessToken' ? 1 : 2
        $blocks.Count | Should -BeGreaterOrEqual $fewest -Because 'what is marked no-run shows nothing that is known to work'
        $first = "$($blocks[0].Text)"
        $first | Should -Match 'Connect-PartnerCenter -Emulator' -Because 'the first example must run as it is pasted'
        "$($blocks.Text)" | Should -Match "\b$Name\b"
        $blocks.Text | Where-Object { $_ -match $Name -and $_ -match '\S\s*\|' } | Should -Not -BeNullOrEmpty -Because 'one example must pipe'
        (Get-FencedBlock $Path | Where-Object { $_.Info -match 'powershell' -and $_.Text -match $Name }).Count | Should -BeGreaterOrEqual 2
    }

    It 'is built into the file of Get-Help as it is now' {
        [IO.File]::ReadAllText($built).Contains("<!-- $Name.md $(Get-PageDigest $Path) -->") | Should -BeTrue -Because 'the page has changed since: run ./build.sh docs'
    }
}

Describe 'The built help' {
    BeforeAll {
        $platy = Get-Module -ListAvailable Microsoft.PowerShell.PlatyPS | Where-Object { $_.Version -ge '1.0.3' -and $_.Version -lt '1.1' } | Sort-Object Version | Select-Object -Last 1
    }

    It 'is what PlatyPS makes of the pages, and the pages are in line with the cmdlets' {
        if (-not $platy) { return Set-ItResult -Skipped -Because 'Microsoft.PowerShell.PlatyPS could not be had' }
        $copy = Join-Path $TestDrive 'cmdlets'
        $null = New-Item -ItemType Directory -Path $copy
        Copy-Item -Path "$folder/*-*.md" -Destination $copy
        $run = Invoke-CleanPwsh -ArgumentList "$repositoryRoot/build/Help.ps1", (Get-ModuleUnderTestPath), $copy, "$TestDrive/help.xml", $platy.Path {
            param($Script, $Module, $Pages, $Output, $PlatyPS)
            & $Script -Module $Module -PagesFolder $Pages -OutputFile $Output -PlatyPSPath $PlatyPS
        }
        $run.StdErr | Should -BeNullOrEmpty
        $run.ExitCode | Should -Be 0
        foreach ($page in Get-ChildItem -LiteralPath $folder -Filter *-*.md) {
            [IO.File]::ReadAllText("$copy/$($page.Name)") | Should -BeExactly ([IO.File]::ReadAllText($page.FullName).ReplaceLineEndings("`n")) -Because "$($page.Name) is not in line with its cmdlet: run ./build.sh docs"
        }
        $same = [IO.File]::ReadAllText("$TestDrive/help.xml") -ceq [IO.File]::ReadAllText($built).ReplaceLineEndings("`n")
        $same | Should -BeTrue -Because 'the built help is not what the pages give: run ./build.sh docs'
    }
}
