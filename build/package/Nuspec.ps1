# Dot-sourced by Package.ps1: the nuspec as the PowerShell Gallery takes it; everything in it comes from the module's manifest.

function Get-Nuspec([string] $ManifestPath) {
    $manifest = Import-PowerShellDataFile -LiteralPath $ManifestPath
    $data = $manifest.PrivateData.PSData
    $escape = { param($text) [Security.SecurityElement]::Escape($text) }
    @"
<?xml version="1.0" encoding="utf-8"?>
<package xmlns="http://schemas.microsoft.com/packaging/2011/08/nuspec.xsd">
  <metadata>
    <id>$([IO.Path]::GetFileNameWithoutExtension($ManifestPath))</id>
    <version>$($manifest.ModuleVersion)</version>
    <authors>$(& $escape $manifest.Author)</authors>
    <owners>$(& $escape $manifest.CompanyName)</owners>
    <requireLicenseAcceptance>false</requireLicenseAcceptance>
    <licenseUrl>$(& $escape $data.LicenseUri)</licenseUrl>
    <projectUrl>$(& $escape $data.ProjectUri)</projectUrl>
    <description>$(& $escape $manifest.Description)</description>
    <releaseNotes>$(& $escape $data.ReleaseNotes)</releaseNotes>
    <copyright>$(& $escape $manifest.Copyright)</copyright>
    <tags>$(& $escape ((Get-GalleryTag $manifest) -join ' '))</tags>
  </metadata>
  <files>
    <file src="**/*" target="" />
  </files>
</package>
"@
}

# Find-Command searches by these. The Gallery takes 4,000 characters in all, so what does not fit any more is left out from the end.
function Get-GalleryTag($Manifest) {
    $wanted = @($Manifest.PrivateData.PSData.Tags) + 'PSModule', 'PSIncludes_Cmdlet' +
        @($Manifest.CmdletsToExport | ForEach-Object { "PSCmdlet_$_" }) + @($Manifest.CmdletsToExport | ForEach-Object { "PSCommand_$_" })
    $left = 4000
    foreach ($tag in $wanted) {
        $left -= $tag.Length + 1
        if ($left -lt 0) { return }
        $tag
    }
}
