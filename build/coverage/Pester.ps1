# Started by Coverage.ps1 in a pwsh of its own: the Pester files, without the ones that look at the files of the module themselves.
param([Parameter(Mandatory)][string] $PesterPath, [string] $Only = '*')

Import-Module $PesterPath
$names = $Only -split '\|'
$files = Get-ChildItem -Path "$PSScriptRoot/../../tests/Module/*.Tests.ps1" | Where-Object { $file = $_; $names | Where-Object { $file.Name -like "$_.Tests.ps1" } } |
    Where-Object Name -NotMatch '^(Conventions|Package|Benchmarks|Documentation|Help|Isolation\.Packages)\.?'
foreach ($file in $files) {
    $configuration = New-PesterConfiguration
    $configuration.Run.Path = $file.FullName
    $configuration.Run.PassThru = $true
    $configuration.Output.Verbosity = 'None'
    $result = Invoke-Pester -Configuration $configuration
    "$($file.Name): $($result.PassedCount) passed, $($result.FailedCount) failed"
}
