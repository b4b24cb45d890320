# Dot-sourced by Package.ps1: which packages the module ships parts of. Found by comparing contents, not names, so that no list can be out
# of date: a file that belongs to no restored package ends the build of the package.

# -Assets holds the project.assets.json of the projects that ship. Gives one object for each package, in the order of their ids.
function Get-ShippedPackage([string] $Module, [string[]] $Assets) {
    $foreign = @(Get-ChildItem -LiteralPath $Module -Recurse -Filter *.dll | Where-Object Name -NotLike 'PartnerCenterCart*.dll' | Sort-Object FullName)
    $names = @($foreign.Name | Sort-Object -Unique)
    $packages = @{}
    $owner = @{}
    foreach ($file in $Assets) {
        $lock = Get-Content -LiteralPath $file -Raw | ConvertFrom-Json -AsHashtable
        foreach ($target in $lock.targets.Values) {
            foreach ($key in $target.Keys) {
                if ($target[$key].type -ne 'package') { continue }
                $folder = $lock.packageFolders.Keys | ForEach-Object { Join-Path $_ $lock.libraries[$key].path } | Where-Object { Test-Path -LiteralPath $_ } | Select-Object -First 1
                $id, $version = $key.Split('/')
                $package = $packages[$key] ??= @{ Id = $id; Version = $version; Folder = $folder; DependsOn = [Collections.Generic.SortedSet[string]]::new(); Files = [Collections.Generic.List[object]]::new() }
                $target[$key]['dependencies']?.Keys | Where-Object { $_ } | ForEach-Object { [void]$package.DependsOn.Add($_) }
                foreach ($asset in @($target[$key]['runtime']?.Keys) + @($target[$key]['runtimeTargets']?.Keys) | Where-Object { $_ }) {
                    if ((Split-Path $asset -Leaf) -in $names) { $owner[(Get-Sha256 (Join-Path $folder $asset))] = $key }
                }
            }
        }
    }
    foreach ($file in $foreign) {
        $hash = Get-Sha256 $file.FullName
        if (-not $owner[$hash]) { throw "$($file.FullName) belongs to no package that the module was restored with." }
        $packages[$owner[$hash]].Files.Add([pscustomobject]@{ Path = Get-RelativePath $Module $file.FullName; Sha256 = $hash })
    }
    $packages.Values | Where-Object { $_.Files.Count -gt 0 } | Sort-Object { $_.Id } | ForEach-Object { Add-Metadata $_ }
}

function Get-Sha256([string] $Path) { (Get-FileHash -LiteralPath $Path -Algorithm SHA256).Hash.ToLowerInvariant() }

function Get-RelativePath([string] $From, [string] $Path) { [IO.Path]::GetRelativePath((Resolve-Path -LiteralPath $From).Path, $Path).Replace('\', '/') }

# Whether a module under MIT may come with what is under this licence without becoming something else itself.
function Test-License([string] $Expression) {
    $free = 'MIT', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'MS-PL', 'ISC', '0BSD'
    $choices = $Expression.Replace('(', '').Replace(')', '') -split '\s+OR\s+'
    [bool]($choices | Where-Object { -not ($_ -split '\s+AND\s+' | Where-Object { $_.Trim() -notin $free }) })
}

# What the package says of itself.
function Add-Metadata($Package) {
    $nuspec = [xml][IO.File]::ReadAllText((Get-Item -Path (Join-Path $Package.Folder '*.nuspec')).FullName)
    $said = { param($name) $nuspec.SelectSingleNode("//*[local-name()='metadata']/*[local-name()='$name']") }
    $license = & $said 'license'
    $named = $license -and $license.GetAttribute('type') -eq 'expression' ? $license.InnerText : (Get-LicenseOfAddress $Package.Id (& $said 'licenseUrl')?.InnerText)
    if (-not (Test-License $named)) { throw "$($Package.Id) $($Package.Version) is under $named, which the module cannot come with." }
    $nupkg = Get-Item -Path (Join-Path $Package.Folder '*.nupkg.sha512')
    [pscustomobject]@{
        Id        = $Package.Id
        Version   = $Package.Version
        License   = $named
        Copyright = (& $said 'copyright')?.InnerText
        Authors   = (& $said 'authors')?.InnerText
        Project   = (& $said 'projectUrl')?.InnerText
        Sha512    = [Convert]::ToHexString([Convert]::FromBase64String((Get-Content -LiteralPath $nupkg.FullName -Raw).Trim())).ToLowerInvariant()
        Texts     = @(Get-ChildItem -LiteralPath $Package.Folder -File | Where-Object Name -Match '^(licen[cs]e|notice|third-?party-?notices?)(\.(txt|md))?$' | Sort-Object Name)
        DependsOn = @($Package.DependsOn)
        Files     = @($Package.Files)
    }
}

# Packages from before 2018 name their licence by an address alone.
function Get-LicenseOfAddress([string] $Id, [string] $Address) {
    switch -Regex ($Address) {
        '^https://github\.com/dotnet/(corefx|runtime)/blob/(master|main)/LICENSE\.TXT$' { return 'MIT' }
        default { throw "$Id names its licence as '$Address'; look at it, and say in build/package/Shipped.ps1 which one it is." }
    }
}
