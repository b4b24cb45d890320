# Started by Coverage.ps1 in a pwsh of its own: the Pester files, without the ones that look at the files of the module themselves.
# Its names must not be those of the tests' own variables, which would find these where they have none.
param([Parameter(Mandatory)][string] $PesterPath, [string] $FileNames = '*')

Import-Module $PesterPath
$names = $FileNames -split '\|'
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
