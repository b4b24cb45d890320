# Dot-sourced by build.ps1 and by the test helpers.

# How to start the PowerShell that runs this, as a command and its first arguments. The .NET tool's pwsh is not a program of
# its own: it runs as "dotnet pwsh.dll", and need not be on the PATH.
function Get-PwshCommand {
    $program = [Environment]::ProcessPath
    if ([IO.Path]::GetFileNameWithoutExtension($program) -eq 'dotnet') {
        return @($program, (Join-Path $PSHOME 'pwsh.dll'))
    }
    # A host such as an editor's is not pwsh; the pwsh that belongs to it stands in its PSHOME.
    if ([IO.Path]::GetFileNameWithoutExtension($program) -ne 'pwsh') {
        $program = Join-Path $PSHOME ($IsWindows ? 'pwsh.exe' : 'pwsh')
    }
    return @($program)
}
