# Dot-sourced by Package.ps1: the software bill of materials, CycloneDX 1.6 as JSON. No tool for it can be counted on in every registry,
# and what it says is known here: the packages, their hashes, their licences, and the files of the module that are theirs.

function Get-Bom([string] $Module, $Manifest, [object[]] $Package, [string] $Timestamp) {
    $version = $Manifest.ModuleVersion
    $root = "PartnerCenterCart@$version"
    $own = Get-ChildItem -LiteralPath $Module -Recurse -Filter PartnerCenterCart*.dll | Sort-Object FullName
    $ownFiles = @($own | ForEach-Object { Get-FileComponent (Get-RelativePath $Module $_.FullName) (Get-Sha256 $_.FullName) })
    $components = @($Package | ForEach-Object { Get-PackageComponent $_ })
    $shipped = $Package.Id
    $dependencies = @([ordered]@{ ref = $root; dependsOn = @($Package | ForEach-Object { Get-PackageUrl $_ }) }) +
        @($Package | ForEach-Object {
                $of = $_.DependsOn | Where-Object { $_ -in $shipped }
                [ordered]@{ ref = Get-PackageUrl $_; dependsOn = @($Package | Where-Object Id -In $of | ForEach-Object { Get-PackageUrl $_ }) }
            })
    $metadata = [ordered]@{}
    if ($Timestamp) { $metadata.timestamp = $Timestamp }
    $metadata.component = [ordered]@{
        type = 'library'; 'bom-ref' = $root; name = 'PartnerCenterCart'; version = $version
        description = $Manifest.Description; licenses = @(@{ license = @{ id = 'MIT' } }); copyright = $Manifest.Copyright
        components = $ownFiles
    }
    $bom = [ordered]@{
        '$schema' = 'http://cyclonedx.org/schema/bom-1.6.schema.json'; bomFormat = 'CycloneDX'; specVersion = '1.6'
        serialNumber = ''; version = 1; metadata = $metadata; components = $components; dependencies = $dependencies
    }
    # Made from what it names, so that equal contents give an equal bill.
    $bom.serialNumber = "urn:uuid:$(Get-GuidOf ($bom | ConvertTo-Json -Depth 10 -Compress))"
    return $bom
}

function Get-PackageUrl($Package) { "pkg:nuget/$($Package.Id)@$($Package.Version)" }

function Get-PackageComponent($Package) {
    # A single id is a licence; what is put together of several is an expression.
    $license = $Package.License -match '\s' ? @{ expression = $Package.License } : @{ license = @{ id = $Package.License } }
    $component = [ordered]@{
        type = 'library'; 'bom-ref' = Get-PackageUrl $Package; name = $Package.Id; version = $Package.Version; scope = 'required'
        hashes = @([ordered]@{ alg = 'SHA-512'; content = $Package.Sha512 }); licenses = @($license)
    }
    if ($Package.Copyright) { $component.copyright = $Package.Copyright }
    $component.purl = Get-PackageUrl $Package
    if ($Package.Project) { $component.externalReferences = @([ordered]@{ type = 'website'; url = $Package.Project }) }
    $component.components = @($Package.Files | ForEach-Object { Get-FileComponent $_.Path $_.Sha256 })
    return $component
}

function Get-FileComponent([string] $Path, [string] $Sha256) {
    [ordered]@{ type = 'file'; 'bom-ref' = "file:$Path"; name = $Path; hashes = @([ordered]@{ alg = 'SHA-256'; content = $Sha256 }) }
}

# A name-based UUID, version 8 of RFC 9562: the first bytes of a hash.
function Get-GuidOf([string] $Text) {
    $hash = [Security.Cryptography.SHA256]::HashData([Text.Encoding]::UTF8.GetBytes($Text))
    $hash[6] = ($hash[6] -band 0x0F) -bor 0x80
    $hash[8] = ($hash[8] -band 0x3F) -bor 0x80
    $hex = [Convert]::ToHexString($hash).ToLowerInvariant()
    ($hex.Substring(0, 8), $hex.Substring(8, 4), $hex.Substring(12, 4), $hex.Substring(16, 4), $hex.Substring(20, 12)) -join '-'
}

# Every rule that a reader of the bill relies on. Throws with the first one that does not hold.
function Assert-Bom($Bom, [string] $Module) {
    $parts = @($Bom.metadata.component) + @($Bom.components)
    $all = @($parts) + @($parts | ForEach-Object { $_.components } | Where-Object { $_ })
    $references = @($all | ForEach-Object { $_['bom-ref'] })
    $twice = $references | Group-Object -CaseSensitive | Where-Object Count -GT 1
    if ($twice) { throw "The bill of materials names $($twice[0].Name) twice." }
    foreach ($dependency in $Bom.dependencies) {
        foreach ($reference in @($dependency.ref) + @($dependency.dependsOn)) {
            if ($reference -cnotin $references) { throw "The bill of materials refers to $reference, which it does not name." }
        }
    }
    foreach ($hash in $all | ForEach-Object { $_['hashes'] } | Where-Object { $_ }) {
        $length = @{ 'SHA-256' = 64; 'SHA-512' = 128 }[$hash.alg]
        if ($hash.content -cnotmatch "^[0-9a-f]{$length}$") { throw "'$($hash.content)' is no $($hash.alg)." }
    }
    if ($Bom.serialNumber -cnotmatch '^urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$') { throw "'$($Bom.serialNumber)' is no serial number." }
    $named = @($all | Where-Object { $_.type -eq 'file' } | ForEach-Object { $_.name } | Sort-Object)
    $there = @(Get-ChildItem -LiteralPath $Module -Recurse -Filter *.dll | ForEach-Object { Get-RelativePath $Module $_.FullName } | Sort-Object)
    $difference = Compare-Object $named $there
    if ($difference) { throw "The bill of materials and the module differ: $($difference.InputObject -join ', ')." }
}
