# What ./build.sh package makes, of the module as it is built for this run: the folder that people get, and the papers beside it.
BeforeAll {
    . "$PSScriptRoot/_TestHelper.ps1"
    $module = Split-Path (Get-ModuleUnderTestPath)
    $script:script = Join-Path $repositoryRoot 'build/package/Package.ps1'
    $artifacts = Join-Path $repositoryRoot 'artifacts'
    $made = & $script:script -Module $module -Artifacts $artifacts -Destination (Join-Path $TestDrive 'package')
    Set-StrictMode -Off
    $manifest = Import-PowerShellDataFile -LiteralPath "$($made.Module)/PartnerCenterCart.psd1"
    $bom = Get-Content -LiteralPath $made.Bom -Raw | ConvertFrom-Json
    $notices = [IO.File]::ReadAllText("$($made.Module)/THIRD-PARTY-NOTICES.txt")

    function Get-ZipEntry([string] $Path) {
        $zip = [IO.Compression.ZipFile]::OpenRead($Path)
        try { $zip.Entries.FullName }
        finally { $zip.Dispose() }
    }

    function Get-Nuspec {
        $zip = [IO.Compression.ZipFile]::OpenRead($made.Nupkg)
        try {
            $reader = [IO.StreamReader]::new($zip.GetEntry('PartnerCenterCart.nuspec').Open())
            ([xml]$reader.ReadToEnd()).package.metadata
        }
        finally { $zip.Dispose() }
    }

    # The module's files in a module path of their own: as a package manager leaves them, which keeps nothing of the nupkg's own parts.
    function Expand-Nupkg([string] $Path, [string] $Folder) {
        $target = Join-Path $Folder "PartnerCenterCart/$($made.Version)"
        [IO.Compression.ZipFile]::ExtractToDirectory($Path, $target)
        '_rels', 'package', '[Content_Types].xml', 'PartnerCenterCart.nuspec' | ForEach-Object { Remove-Item -LiteralPath (Join-Path $target $_) -Recurse -Force }
    }

    # A purchase by somebody who has installed the module and nothing else.
    $purchase = {
        param($Folder)
        $ErrorActionPreference = 'Stop'
        $env:PSModulePath = $Folder
        Connect-PartnerCenter -Emulator
        $line = New-PartnerCustomerCartLineItem -CatalogItemId 'CFQ7TTC0LF8S:0001:CFQ7TTC0VZW5' -Quantity 5 -BillingCycle monthly -TermDuration P1Y
        $order = $line | New-PartnerCustomerCart -CustomerId '28045616-f6b9-462f-9701-0d89b5e65c44' | Submit-PartnerCustomerCart -Confirm:$false | Get-PartnerCustomerOrder
        $order.LineItems[0].Quantity
        (Get-Module PartnerCenterCart).ModuleBase
    }
}

Describe 'The manifest of the package' {
    It 'is complete as the Gallery asks' {
        $data = $manifest.PrivateData.PSData
        $manifest.Description | Should -Not -BeNullOrEmpty
        $manifest.Author | Should -Not -BeNullOrEmpty
        $manifest.CompatiblePSEditions | Should -HaveCount 2
        $data.LicenseUri, $data.ProjectUri | ForEach-Object { $_ -as [uri] | ForEach-Object Scheme } | Should -BeExactly 'https', 'https'
        foreach ($edition in 'PSEdition_Core', 'PSEdition_Desktop') { $data.Tags | Should -Contain $edition }
        $data.Tags | Where-Object { $_ -match '\s' } | Should -BeNullOrEmpty -Because 'a nuspec separates its tags by spaces'
    }

    It 'has release notes for its version' {
        $manifest.PrivateData.PSData.ReleaseNotes | Should -BeLike "$($manifest.ModuleVersion):*" -Because 'ReleaseNotes in PartnerCenterCart.psd1 begin with the version that they are about'
    }
}

Describe 'The nupkg' {
    It 'has the module at its root' {
        $inside = Get-ZipEntry $made.Nupkg
        foreach ($file in Get-ChildItem -LiteralPath $made.Module -Recurse -File) {
            $inside | Should -Contain ([IO.Path]::GetRelativePath($made.Module, $file.FullName).Replace('\', '/'))
        }
        $inside | Where-Object { $_ -match '\.pdb$|^lib/' } | Should -BeNullOrEmpty
    }

    It 'says in its nuspec what the manifest says' {
        $nuspec = Get-Nuspec
        $nuspec.id, $nuspec.version, $nuspec.description | Should -BeExactly 'PartnerCenterCart', $manifest.ModuleVersion, $manifest.Description
        $nuspec.licenseUrl, $nuspec.projectUrl, $nuspec.releaseNotes | Should -BeExactly ('LicenseUri', 'ProjectUri', 'ReleaseNotes' | ForEach-Object { $manifest.PrivateData.PSData.$_ })
    }

    It 'has the tags that the Gallery finds modules and cmdlets by, in no more than it takes' {
        $tags = (Get-Nuspec).tags
        $tags.Length | Should -BeLessOrEqual 4000
        $expected = @($manifest.PrivateData.PSData.Tags) + 'PSModule', 'PSIncludes_Cmdlet' + @($manifest.CmdletsToExport | ForEach-Object { "PSCmdlet_$_" })
        $expected | Where-Object { $_ -notin $tags.Split(' ') } | Should -BeNullOrEmpty
    }

    It 'is smaller than 5 MB, and so is the zip' {
        (Get-Item -LiteralPath $made.Nupkg).Length | Should -BeLessThan 5MB
        (Get-Item -LiteralPath $made.Zip).Length | Should -BeLessThan 5MB
    }
}

Describe 'Installed in a module path with nothing else there' {
    It 'the nupkg makes a purchase' {
        $folder = Join-Path $TestDrive 'from nupkg'
        Expand-Nupkg $made.Nupkg $folder
        $run = Invoke-CleanPwsh $purchase -ArgumentList $folder
        $run.StdErr | Should -BeNullOrEmpty
        $run.StdOut | Should -BeExactly '5', (Join-Path $folder "PartnerCenterCart/$($made.Version)")
    }

    It 'the zip makes a purchase' {
        $folder = Join-Path $TestDrive 'from zip'
        [IO.Compression.ZipFile]::ExtractToDirectory($made.Zip, $folder)
        $run = Invoke-CleanPwsh $purchase -ArgumentList $folder
        $run.StdErr | Should -BeNullOrEmpty
        $run.StdOut | Should -BeExactly '5', (Join-Path $folder "PartnerCenterCart/$($made.Version)")
    }

    It 'Save-PSResource from a local repository makes a purchase' -Skip:(-not (Get-Command Save-PSResource -ErrorAction Ignore)) {
        $folder = New-Item -ItemType Directory (Join-Path $TestDrive 'from repository')
        Register-PSResourceRepository -Name pcc-package-test -Uri (Split-Path $made.Nupkg) -Trusted
        try { Save-PSResource PartnerCenterCart -Repository pcc-package-test -Path $folder }
        finally { Unregister-PSResourceRepository pcc-package-test }
        $run = Invoke-CleanPwsh $purchase -ArgumentList $folder.FullName
        $run.StdErr | Should -BeNullOrEmpty
        $run.StdOut[0] | Should -BeExactly '5'
    }

    It 'the module has everything that its build has' {
        $built = Get-ChildItem -LiteralPath $module -Recurse -File | ForEach-Object { [IO.Path]::GetRelativePath($module, $_.FullName) }
        $packed = Get-ChildItem -LiteralPath $made.Module -Recurse -File | ForEach-Object { [IO.Path]::GetRelativePath($made.Module, $_.FullName) }
        Compare-Object $built $packed | Where-Object SideIndicator -EQ '<=' | Should -BeNullOrEmpty
        'THIRD-PARTY-NOTICES.txt', 'PartnerCenterCart.cdx.json', 'CHANGELOG.md', 'LICENSE' | Where-Object { $_ -notin $packed } | Should -BeNullOrEmpty
    }
}

Describe 'The bill of materials' {
    It 'names the hash of every assembly of the module' {
        $files = @($bom.metadata.component.components) + @($bom.components.components) | Group-Object name -AsHashTable
        foreach ($dll in Get-ChildItem -LiteralPath $made.Module -Recurse -Filter *.dll) {
            $name = [IO.Path]::GetRelativePath($made.Module, $dll.FullName).Replace('\', '/')
            $files[$name].hashes.content | Should -BeExactly (Get-FileHash -LiteralPath $dll.FullName).Hash.ToLowerInvariant() -Because $name
        }
    }

    It 'names each package with its version, licence, hash and address' {
        $bom.components.Count | Should -BeGreaterThan 5
        foreach ($component in $bom.components) {
            $component.purl | Should -BeExactly "pkg:nuget/$($component.name)@$($component.version)"
            $component.licenses | Should -HaveCount 1 -Because $component.name
            $component.hashes[0].content | Should -MatchExactly '^[0-9a-f]{128}$'
        }
    }

    It 'says what needs what, and nothing that it does not name' {
        $known = @($bom.metadata.component.'bom-ref') + @($bom.components.'bom-ref')
        $bom.dependencies.ref | Sort-Object | Should -BeExactly ($known | Sort-Object)
        $bom.dependencies.dependsOn | Where-Object { $_ -notin $known } | Should -BeNullOrEmpty
        ($bom.dependencies | Where-Object ref -Like 'pkg:nuget/Microsoft.Identity.Client.Extensions.Msal@*').dependsOn | Where-Object { $_ -like 'pkg:nuget/Microsoft.Identity.Client@*' } | Should -HaveCount 1
    }

    It 'is refused when the module holds what it does not name' {
        . "$PSScriptRoot/../../build/package/Shipped.ps1"
        . "$PSScriptRoot/../../build/package/Bom.ps1"
        $bill = Get-Content -LiteralPath $made.Bom -Raw | ConvertFrom-Json -AsHashtable
        { Assert-Bom $bill $made.Module } | Should -Not -Throw
        $bill.components = @($bill.components | Select-Object -Skip 1)
        { Assert-Bom $bill $made.Module } | Should -Throw '*which it does not name*'
    }
}

Describe 'The notices' {
    It 'name every package of the bill with its licence' {
        foreach ($component in $bom.components) {
            $notices | Should -Match "(?m)^$([regex]::Escape("$($component.name) $($component.version)"))`$"
        }
    }

    It 'hold a text for each, and each text once' {
        $numbers = [regex]::Matches($notices, '(?m)^Text (\d+)') | ForEach-Object { $_.Groups[1].Value }
        $numbers | Should -BeExactly (1..$numbers.Count | ForEach-Object { "$_" })
        $referred = [regex]::Matches($notices, '(?m)^    Texts:\s+(.+)$') | ForEach-Object { $_.Groups[1].Value.Trim() }
        $referred | Should -HaveCount $bom.components.Count
        $referred | ForEach-Object { $_ -split ', ' } | Sort-Object { [int]$_ } -Unique | Should -BeExactly $numbers
        $notices | Should -Match 'Permission is hereby granted, free of charge'
        $notices | Should -Not -Match '<copyright>'
    }
}

Describe 'A library' {
    It 'under <License> may be shipped: <Expected>' -ForEach @(
        @{ License = 'MIT'; Expected = $true }, @{ License = 'MS-PL OR Apache-2.0'; Expected = $true }, @{ License = 'GPL-2.0-only OR MIT'; Expected = $true }
        @{ License = 'AGPL-3.0-only'; Expected = $false }, @{ License = 'MIT AND GPL-3.0-only'; Expected = $false }, @{ License = 'LicenseRef-Something'; Expected = $false }
    ) {
        . "$PSScriptRoot/../../build/package/Shipped.ps1"
        Test-License $License | Should -Be $Expected -Because 'the module is under MIT'
    }
}

Describe 'A module with a file of unknown origin' {
    It 'is not packed' {
        $odd = Join-Path $TestDrive 'odd'
        Copy-Item -LiteralPath $module -Destination $odd -Recurse
        Set-Content -LiteralPath "$odd/http/core/Stranger.dll" 'not from a package'
        { & $script:script -Module $odd -Artifacts $artifacts -Destination (Join-Path $TestDrive 'never') } | Should -Throw '*Stranger.dll belongs to no package*'
    }
}

Describe 'The same module packed twice' {
    It 'gives an equal zip and an equal bill' {
        $again = & $script:script -Module $module -Artifacts $artifacts -Destination (Join-Path $TestDrive 'again')
        (Get-FileHash -LiteralPath $again.Zip).Hash | Should -BeExactly (Get-FileHash -LiteralPath $made.Zip).Hash
        (Get-FileHash -LiteralPath $again.Bom).Hash | Should -BeExactly (Get-FileHash -LiteralPath $made.Bom).Hash
    }
}
