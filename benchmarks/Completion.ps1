<#
.SYNOPSIS
    what the Tab key takes
.DESCRIPTION
    Completing a customer and a term from what the connection has seen already, against completing the parameter of a cmdlet that comes
    with PowerShell. Connected to the emulator in the process; the first turn fills the cache.
#>
[CmdletBinding()]
param([switch] $Quick)
. "$PSScriptRoot/_Figures.ps1"

Import-ModuleUnderTest
Connect-PartnerCenter -Emulator
try {
    $complete = {
        param($line)
        $start = [Diagnostics.Stopwatch]::GetTimestamp()
        $offers = (TabExpansion2 $line $line.Length).CompletionMatches
        [Diagnostics.Stopwatch]::GetElapsedTime($start).TotalMilliseconds
        if ($offers.Count -eq 0) { throw "Nothing was offered for '$line'." }
    }
    $null = Get-PartnerCustomer
    $lines = @{
        customer  = 'Get-PartnerCustomerOrder -CustomerId '
        term      = 'New-PartnerCustomerCartLineItem -TermDuration '
        reference = 'Get-Command -CommandType '
    }
    $times = Measure-InTurn ([ordered]@{ customer = $complete; term = $complete; reference = $complete }) { param($name) $lines[$name] } -Turns ($Quick ? 10 : 50) -WarmUp 5
    $goal = 'under 100 ms'
    foreach ($name in 'customer', 'term') {
        $median = Get-SeriesMedian $times[$name]
        New-BenchmarkRow "Tab after '$($lines[$name].Trim())'" $median "Tab after '$($lines.reference.Trim())'" (Get-SeriesMedian $times.reference) -Goal $goal -Met ($median -lt 100)
    }
}
finally { Disconnect-PartnerCenter }
