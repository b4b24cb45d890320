# The same for Windows PowerShell 5.1, in its own words: it has no load contexts and no ternary. Skipped everywhere else. The
# other versions lie in artifacts/isolation, where Isolation.Packages.Tests.ps1 has put them.
BeforeDiscovery {
    $isDesktop = $PSVersionTable.PSEdition -eq 'Desktop'
    $packages = Join-Path (Split-Path (Split-Path $PSScriptRoot)) 'artifacts/isolation'
    $desktopMatrix = foreach ($row in @(
            @{ Name = 'Microsoft.Identity.Client'; Version = '4.61.3'; Folder = 'net462' }
            @{ Name = 'Microsoft.Identity.Client'; Version = '4.92.0'; Folder = 'net472' }
            @{ Name = 'Newtonsoft.Json'; Version = '12.0.3'; Folder = 'net45' }
            @{ Name = 'Polly.Core'; Version = '8.5.2'; Folder = 'net472' })) {
        $path = Join-Path $packages ('{0}/{1}/lib/{2}/{3}.dll' -f $row.Name.ToLowerInvariant(), $row.Version, $row.Folder, $row.Name)
        foreach ($when in 'before', 'after') {
            @{ Name = $row.Name; Version = $row.Version; When = $when; Path = $path; Skipped = -not ($isDesktop -and (Test-Path $path)) }
        }
    }
}

Describe 'Windows PowerShell 5.1 with <Name> <Version> loaded <When> import' -ForEach $desktopMatrix {
    It 'connects, calls, and is imported again, and each side keeps its own' -Skip:$Skipped {
        $module = $env:PCC_MODULE
        if (-not $module) { $module = Join-Path (Split-Path (Split-Path $PSScriptRoot)) 'out/PartnerCenterCart/PartnerCenterCart.psd1' }
        $script = @'
$ErrorActionPreference = 'Stop'
if ($env:WHEN -eq 'before') { $other = [Reflection.Assembly]::LoadFrom($env:PRELOAD) }
Import-Module $env:PCC_MODULE
if ($env:WHEN -eq 'after') { $other = [Reflection.Assembly]::LoadFrom($env:PRELOAD) }
foreach ($round in 1, 2) {
    Connect-PartnerCenter -Emulator
    $line = @{ CatalogItemId = 'CFQ7TTC0LFLX:0001:CFQ7TTC0LB30'; Quantity = 2; BillingCycle = 'monthly'; TermDuration = 'P1M' }
    ($line | New-PartnerCustomerCart -CustomerId c0000000-0000-4000-8000-000000000001).Status
    $secret = New-Object pscredential 'f0000000-0000-4000-8000-00000000000f', (ConvertTo-SecureString x -AsPlainText -Force)
    try { Connect-PartnerCenter -Tenant a1000000-0000-4000-8000-000000000001 -Credential $secret -Authority https://localhost:9 } catch { $_.FullyQualifiedErrorId }
    Remove-Module PartnerCenterCart
    Import-Module $env:PCC_MODULE
}
@([AppDomain]::CurrentDomain.GetAssemblies() | Where-Object { $_.Location -eq $other.Location }).Count
'@
        $env:PCC_MODULE, $env:PRELOAD, $env:WHEN = $module, $Path, $When
        $output = powershell.exe -NoProfile -NonInteractive -Command $script
        $expected = 'Active', 'ConnectionFailed,PartnerCenterCart.Commands.ConnectPartnerCenter'
        $output | Should -Be ($expected + $expected + '1')
    }
}
