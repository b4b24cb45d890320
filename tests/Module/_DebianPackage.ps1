# Programs that single tests run beside. Dot-source it in BeforeDiscovery, and skip by name where it says no.

# Whether the package is there, told by a file of it. Where apt-get may be used (root, on Debian and its kin), it is installed first;
# PCC_NO_INSTALL=1 forbids that.
function Test-DebianPackage([string] $Name, [string] $File) {
    if (Test-Path -Path $File) { return $true }
    $mayInstall = $IsLinux -and $env:PCC_NO_INSTALL -ne '1' -and (Get-Command apt-get -CommandType Application -ErrorAction Ignore) -and (id -u) -eq 0
    if ($mayInstall) {
        $wait = '-o', 'DPkg::Lock::Timeout=300', '-o', 'Acquire::Retries=1'
        $null = & {
            $env:DEBIAN_FRONTEND = 'noninteractive'
            timeout 120 apt-get update -qq @wait
            timeout 600 apt-get install -y -qq --no-install-recommends @wait $Name
        } 2>&1
    }
    return Test-Path -Path $File
}
