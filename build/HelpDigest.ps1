# Dot-sourced by Help.ps1 and by the test that says when its output is out of date.

# What a page says, whatever line ends a checkout gave it.
function Get-PageDigest([string] $Path) {
    $bytes = [Text.Encoding]::UTF8.GetBytes([IO.File]::ReadAllText($Path).ReplaceLineEndings("`n"))
    return [Convert]::ToHexString([Security.Cryptography.SHA256]::HashData($bytes)).Substring(0, 16)
}
