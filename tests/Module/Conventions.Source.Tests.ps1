# The rooms of the solution and what each may know. Read from sources, project files and built assemblies.
BeforeAll {
    . "$PSScriptRoot/_TestHelper.ps1"
    Import-ModuleUnderTest
    $moduleFolder = Split-Path (Get-ModuleUnderTestPath)

    # Code without comments, where words may stand that code may not use.
    function Get-Code([string] $Path) {
        [IO.File]::ReadAllText($Path) -replace '(?m)(^|[ \t])//[/ ].*$'
    }

    # The places of a project where code matches, as file:line; -Except names a folder, -Of what a file must hold.
    function Find-Code([string] $Project, [string] $Pattern, [string] $Except, [string] $Of) {
        foreach ($file in Get-ChildItem -LiteralPath (Join-Path $repositoryRoot "src/$Project") -Recurse -Filter *.cs) {
            if ($Except -and $file.Directory.Name -eq $Except) { continue }
            if ($Of -and (Get-Code $file.FullName) -notmatch $Of) { continue }
            $number = 0
            foreach ($line in (Get-Code $file.FullName) -split '\r?\n') {
                $number++
                if ($line -cmatch $Pattern) { "$($file.Name):$number" }
            }
        }
    }

    # The assemblies that a dll refers to, without loading it.
    function Get-Reference([string] $Path) {
        $stream = [IO.File]::OpenRead($Path)
        try {
            $reader = [Reflection.Metadata.PEReaderExtensions]::GetMetadataReader([Reflection.PortableExecutable.PEReader]::new($stream))
            foreach ($handle in $reader.AssemblyReferences) { $reader.GetString($reader.GetAssemblyReference($handle).Name) }
        }
        finally { $stream.Dispose() }
    }

    function Get-ProjectReference([string] $Project) {
        $xml = [xml][IO.File]::ReadAllText((Join-Path $repositoryRoot "src/$Project/$Project.csproj"))
        $xml.SelectNodes('//ProjectReference | //PackageReference') | ForEach-Object { [IO.Path]::GetFileNameWithoutExtension(($_.Include -replace '\\', '/')) + ($_.LocalName -eq 'PackageReference' ? [IO.Path]::GetExtension($_.Include) : '') }
    }
}

Describe 'The source of' {
    It 'the cmdlets knows no network and no JSON' {
        Find-Code PartnerCenterCart '\bHttpClient\b|\bHttpRequestMessage\b|\bJToken\b|\bJObject\b|Newtonsoft|Microsoft\.Identity' |
            Should -BeNullOrEmpty -Because 'that is the work of Core and Http: give Core a method that says what happens, and call it'
    }

    It 'the cmdlets writes to the pipeline, not to the console' {
        Find-Code PartnerCenterCart '\bConsole\.|\bHost\.UI\b' |
            Should -BeNullOrEmpty -Because 'WriteObject, WriteVerbose and WriteWarning can be redirected; the console cannot'
    }

    It 'the cmdlets waits for nothing outside the bridge' {
        Find-Code PartnerCenterCart '\.Result\b|\.Wait\(|GetAwaiter\(' -Except Pipeline |
            Should -BeNullOrEmpty -Because 'Send and SendPages of PartnerCmdlet wait, so that Ctrl+C ends the wait at once'
    }

    It 'the cmdlets reads pages in one place' {
        Find-Code PartnerCenterCart '\.NextAsync\(|\.HasNext\b' -Except Pipeline |
            Should -BeNullOrEmpty -Because 'SendPages of PartnerCmdlet asks for a page when the rows before it are out; a loop of its own tends to ask ahead'
    }

    It 'a cmdlet is synchronous' {
        Find-Code PartnerCenterCart '\basync\b|\bawait\b' -Except Pipeline -Of ':\s*(PSCmdlet|\w+Cmdlet)\b' |
            Should -BeNullOrEmpty -Because 'a cmdlet hands one line of work to Core; several calls in a row belong into a method there'
    }

    It 'Core knows neither PowerShell nor a console' {
        Find-Code PartnerCenterCart.Core 'System\.Management\.Automation|\bConsole\b|Microsoft\.Identity|\bPolly\b' |
            Should -BeNullOrEmpty -Because 'C# users get the same Core; what needs PowerShell belongs in src/PartnerCenterCart'
    }

    It 'the emulator knows neither PowerShell nor the client' {
        Find-Code PartnerCenterCart.Emulator 'System\.Management\.Automation|\bPartnerCenterCart\.(Core|Http|Json|Commands)\b' |
            Should -BeNullOrEmpty -Because 'an emulator that shares records with the client would agree with its mistakes'
    }
}

Describe 'The references of' {
    It '<Project> are <Expected>' -ForEach @(
        @{ Project = 'PartnerCenterCart.Core'; Expected = @('Newtonsoft.Json') }
        @{ Project = 'PartnerCenterCart.Emulator'; Expected = @('Newtonsoft.Json') }
        @{ Project = 'PartnerCenterCart'; Expected = 'PartnerCenterCart.Core', 'PartnerCenterCart.Emulator', 'PowerShellStandard.Library' }
        @{ Project = 'PartnerCenterCart.Emulator.Host'; Expected = @('PartnerCenterCart.Emulator') }
    ) {
        Get-ProjectReference $Project | Sort-Object | Should -BeExactly $Expected -Because 'docs/architecture.md says what each room may know; a new reference needs a reason there'
    }

    It '<File> stay in its room' -ForEach @(
        @{ File = 'PartnerCenterCart.Core.dll'; Never = 'System.Management.Automation|PartnerCenterCart|Polly|Microsoft.Identity.*|System.Console' }
        @{ File = 'PartnerCenterCart.Emulator.dll'; Never = 'System.Management.Automation|PartnerCenterCart(\.Core|\.Http)?' }
        @{ File = 'PartnerCenterCart.dll'; Never = 'PartnerCenterCart.Http|Polly.*|Microsoft.Identity.*|Newtonsoft.Json|System.Net.Http' }
        @{ File = 'http/core/PartnerCenterCart.Http.dll'; Never = 'System.Management.Automation|PartnerCenterCart|PartnerCenterCart.Emulator' }
        @{ File = 'http/desktop/PartnerCenterCart.Http.dll'; Never = 'System.Management.Automation|PartnerCenterCart|PartnerCenterCart.Emulator' }
    ) {
        $references = Get-Reference (Join-Path $moduleFolder $File)
        $references | Should -Not -BeNullOrEmpty
        $references | Where-Object { $_ -match "^($Never)$" } | Should -BeNullOrEmpty -Because "$File must not know these; move the code that needs them"
    }

    It 'nothing that ships name the private room' {
        foreach ($file in Get-ChildItem -LiteralPath $moduleFolder -Filter *.dll) {
            Get-Reference $file.FullName | Should -Not -Contain 'PartnerCenterCart.Http' -Because "$($file.Name) loads in the default context, and Http is loaded by path alone"
        }
    }
}

Describe 'Core' {
    It 'shows no JSON library in its public members' {
        $assembly = [PartnerCenterCart.Cart].Assembly
        $flags = [Reflection.BindingFlags]'Public, Instance, Static, DeclaredOnly'
        $shown = foreach ($type in $assembly.GetExportedTypes()) {
            $type.BaseType
            foreach ($property in $type.GetProperties($flags)) { $property.PropertyType }
            foreach ($method in $type.GetMethods($flags)) { $method.ReturnType; $method.GetParameters() | ForEach-Object ParameterType }
            foreach ($constructor in $type.GetConstructors()) { $constructor.GetParameters() | ForEach-Object ParameterType }
        }
        $shown | Where-Object { "$_" -match 'Newtonsoft' } | Should -BeNullOrEmpty -Because 'hosts bring their own Newtonsoft.Json; use PlainValue for free shapes'
    }
}

Describe 'Error kinds' {
    It 'are all documented' {
        $path = Join-Path $repositoryRoot 'docs/errors.md'
        Test-Path -LiteralPath $path | Should -BeTrue -Because 'docs/errors.md lists every error id'
        $rows = Get-Content -LiteralPath $path | Where-Object { $_ -match '^\|' }
        foreach ($kind in [Enum]::GetNames([PartnerCenterCart.PartnerErrorKind])) {
            @($rows -match "``$kind``").Count | Should -BeGreaterOrEqual 1 -Because "docs/errors.md needs a table row with ``$kind``: what it means and what to do"
        }
    }
}

Describe 'The solution' {
    It 'keeps package versions in one place' {
        foreach ($project in Get-ChildItem -LiteralPath $repositoryRoot -Directory | Where-Object Name -NotIn 'artifacts', 'out' | Get-ChildItem -Recurse -Filter *.csproj) {
            [IO.File]::ReadAllText($project.FullName) | Should -Not -Match '<PackageReference[^>]*\sVersion=' -Because "the version of a package in $($project.Name) belongs in Directory.Packages.props"
        }
    }

    It 'is strict and deterministic' {
        $properties = ([xml][IO.File]::ReadAllText((Join-Path $repositoryRoot 'Directory.Build.props'))).Project.PropertyGroup
        $properties.Nullable | Should -BeExactly 'enable'
        $properties.TreatWarningsAsErrors | Should -BeExactly 'true'
        $properties.Deterministic | Should -BeExactly 'true'
    }

    It 'is tested by ./build.sh test and nothing else' {
        $lines = Get-Content -LiteralPath (Join-Path $repositoryRoot '.ci/run') | Where-Object { $_.Trim() -and $_ -notmatch '^\s*(#|set |cd )' }
        $lines -replace '^exec ' | Should -BeExactly './build.sh test'
    }
}

Describe 'The Pester files' {
    BeforeAll {
        function Find-InTest([string] $Pattern) {
            (Get-ChildItem -LiteralPath $PSScriptRoot -Filter *.ps1 | Select-String -CaseSensitive -Pattern $Pattern).ForEach({ "$($_.Filename):$($_.LineNumber)" })
        }
    }

    It 'do not sleep' {
        Find-InTest ('Start' + '-Sleep') | Should -BeNullOrEmpty -Because 'tests move the emulator''s clock instead of waiting'
    }

    It 'name no folder of one machine' {
        Find-InTest '(?<![\w.}/])/(home|Users|root|work|tmp)/\w|[A-Z]:\\Users' | Should -BeNullOrEmpty -Because 'a fresh clone may stand anywhere'
    }
}
