#requires -Version 7.4
<#
.SYNOPSIS
    Makes the nupkg and the zip of an assembled module, with its bill of materials and the notices of others. ./build.sh package calls it.
.DESCRIPTION
    Gives back one object: Version, Nupkg, Zip, Bom and Module, the folder that both were made of.
#>
param(
    # The assembled module, as build/Module.proj leaves it.
    [Parameter(Mandatory)][string] $Module,
    # Where the build left obj/<project>/project.assets.json.
    [Parameter(Mandatory)][string] $Artifacts,
    [Parameter(Mandatory)][string] $Destination
)

Set-StrictMode -Version 3.0
$ErrorActionPreference = 'Stop'
$root = (Resolve-Path -LiteralPath "$PSScriptRoot/../..").Path
. "$PSScriptRoot/Shipped.ps1"
. "$PSScriptRoot/Notices.ps1"
. "$PSScriptRoot/Bom.ps1"
. "$PSScriptRoot/Nuspec.ps1"

# The moment of the commit: what is packed of one commit is the same whenever it is packed.
function Get-SourceTime {
    $seconds = $env:SOURCE_DATE_EPOCH ? $env:SOURCE_DATE_EPOCH : (git -C $root log -1 --format=%ct 2>$null)
    if ($seconds) { return [DateTimeOffset]::FromUnixTimeSeconds([long]"$seconds") }
}

function Write-Text([string] $Path, [string] $Text) { [IO.File]::WriteAllText($Path, $Text.Replace("`r`n", "`n").TrimEnd() + "`n") }

# Sorted, and every entry of the same moment, so that equal contents give an equal file.
function New-Zip([string] $Path, [string] $Folder, [string] $Prefix, $Time) {
    $file = [IO.File]::Create($Path)
    $zip = [IO.Compression.ZipArchive]::new($file, [IO.Compression.ZipArchiveMode]::Create)
    try {
        $items = [string[]]@(Get-ChildItem -LiteralPath $Folder -Recurse -File | ForEach-Object { Get-RelativePath $Folder $_.FullName })
        [Array]::Sort($items, [StringComparer]::Ordinal)
        foreach ($item in $items) {
            $entry = $zip.CreateEntry("$Prefix/$item", [IO.Compression.CompressionLevel]::SmallestSize)
            $entry.LastWriteTime = $Time ? $Time : [DateTimeOffset]::new(1980, 1, 1, 0, 0, 0, [TimeSpan]::Zero)
            $entry.ExternalAttributes = 0x81A4 -shl 16
            $to = $entry.Open()
            try {
                $bytes = [IO.File]::ReadAllBytes((Join-Path $Folder $item))
                $to.Write($bytes, 0, $bytes.Length)
            }
            finally { $to.Dispose() }
        }
    }
    finally {
        $zip.Dispose()
        $file.Dispose()
    }
}

function New-Nupkg([string] $Folder, [string] $Nuspec, [string] $Destination) {
    $arguments = 'pack', "$PSScriptRoot/Pack.csproj", '-nologo', '-v:quiet', '-tl:off', '-nr:false', "-p:NuspecFile=$Nuspec", "-p:NuspecBasePath=$Folder", "-p:PackageOutputPath=$Destination"
    $said = dotnet @arguments 2>&1 | Out-String
    if ($LASTEXITCODE -ne 0) { throw "dotnet pack failed: $said" }
}

$time = Get-SourceTime
$Destination = (New-Item -ItemType Directory -Force -Path $Destination).FullName
Get-ChildItem -Path "$Destination/*" -Include *.nupkg, *.zip, *.json | Remove-Item
$stage = Join-Path $Destination 'PartnerCenterCart'
if (Test-Path -LiteralPath $stage) { Remove-Item -LiteralPath $stage -Recurse -Force }
Copy-Item -LiteralPath $Module -Destination $stage -Recurse

$manifest = Import-PowerShellDataFile -LiteralPath "$stage/PartnerCenterCart.psd1"
$version = $manifest.ModuleVersion
$assets = Get-ChildItem -Path "$root/src" -Directory | Where-Object Name -NotLike '*.Host' | ForEach-Object { Join-Path $Artifacts "obj/$($_.Name)/project.assets.json" } | Where-Object { Test-Path -LiteralPath $_ }
$packages = @(Get-ShippedPackage $stage $assets)
$bom = Get-Bom $stage $manifest $packages ($time ? $time.UtcDateTime.ToString('yyyy-MM-ddTHH:mm:ssZ') : '')
Assert-Bom $bom $stage
Write-Text "$stage/PartnerCenterCart.cdx.json" ($bom | ConvertTo-Json -Depth 10)
Write-Text "$stage/THIRD-PARTY-NOTICES.txt" ((Get-Notice $packages) -join "`n")
Copy-Item -LiteralPath "$root/CHANGELOG.md" -Destination $stage

$nuspec = Join-Path $Destination 'PartnerCenterCart.nuspec'
Write-Text $nuspec (Get-Nuspec "$stage/PartnerCenterCart.psd1")
New-Nupkg $stage $nuspec $Destination
Remove-Item -LiteralPath $nuspec
$zip = Join-Path $Destination "PartnerCenterCart.$version.zip"
New-Zip $zip $stage "PartnerCenterCart/$version" $time
$bill = Join-Path $Destination "PartnerCenterCart.$version.cdx.json"
Copy-Item -LiteralPath "$stage/PartnerCenterCart.cdx.json" -Destination $bill
[pscustomobject]@{ Version = $version; Nupkg = Join-Path $Destination "PartnerCenterCart.$version.nupkg"; Zip = $zip; Bom = $bill; Module = $stage }
