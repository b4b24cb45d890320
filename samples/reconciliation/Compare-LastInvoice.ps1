#requires -Version 5.1
#requires -Modules PartnerCenterCart
<#
.SYNOPSIS
    Every night, unattended: is what the last invoices charge what was ordered?
.DESCRIPTION
    Takes the invoices of the latest date (there is one for each currency), exports the lines of each to a compressed file, compares them
    with the orders of the service (and with a list of your own, where there is one), and writes a summary that can be mailed as it is.

    The folder remembers. An invoice does not change once it is there: when its file exists it is not fetched again, and an export that
    was cut off goes on with the parts that are whole. Started twice, it compares twice and says the same, unless orders or the list have
    changed meanwhile. Credits are documents of their own, with a number of their own, and are compared like any other.

    The exit code is 0 when everything agrees, 1 when something differs, 2 when an invoice could not be compared. -InvoiceId takes
    another invoice than the last ones.

    It uses the connection that is there; without one it connects with the managed identity of the machine. It asks for the list of
    invoices, which takes App-only tokens as well.
.EXAMPLE
    Connect-PartnerCenter -Emulator
    ./Compare-LastInvoice.ps1 -Folder invoices
#>
[CmdletBinding()]
param(
    # Where the files are kept, from one night to the next.
    [Parameter(Mandatory)][string] $Folder,

    # A list of what was agreed: CustomerId, and OrderId or SubscriptionId, with Quantity and UnitPrice where they are known.
    [string] $ExpectedPath,

    [string[]] $InvoiceId
)

$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
$Folder = (New-Item -ItemType Directory -Path $Folder -Force).FullName
# The list is looked at beside the orders, and comes before them.
$expected = @{}
if ($ExpectedPath) { $expected = @{ ExpectedPath = $ExpectedPath; WithOrders = $true } }

# The lines of an invoice, fetched once. The file gets its name when all of it is there, row by row: a row that cannot be read ends the
# run, because it would look like an order that was not charged.
function Get-LineFile($Invoice) {
    $file = Join-Path $Folder "$($Invoice.Id).jsonl.gz"
    if (-not (Test-Path -LiteralPath $file)) {
        $new = Join-Path $Folder "$($Invoice.Id).new.jsonl.gz"
        $parts = Join-Path $Folder "$($Invoice.Id).parts"
        $null = Export-PartnerInvoiceLineItem -InvoiceId $Invoice.Id -Path $new -CachePath $parts -Force
        Move-Item -LiteralPath $new -Destination $file
        Remove-Item -LiteralPath $parts -Recurse -Force -ErrorAction Ignore
    }
    return $file
}

# Compares one invoice, and returns the text of its summary and what the exit code is to be.
function Compare-Invoice($Invoice) {
    $name = $Invoice.Id
    $found = @(Compare-PartnerInvoiceLineItem -Path (Get-LineFile $Invoice) -InvoiceTotal $Invoice.TotalCharges @expected)

    # Items have a status; the summaries, one for each currency, come last and have none.
    $wrong = @($found | Where-Object { $_.PSObject.Properties['Status'] -and $_.Status -notin 'Matched', 'Usage', 'Rounding' })
    $sums = @($found | Where-Object { -not $_.PSObject.Properties['Status'] })
    $isClean = $wrong.Count -eq 0 -and @($sums | Where-Object { -not $_.IsClean }).Count -eq 0
    $wrong | Select-Object Status, CustomerName, CustomerId, OrderId, SubscriptionId, ItemName, ChargedQuantity, OrderedQuantity, Total, Currency, Difference |
        Export-Csv -LiteralPath (Join-Path $Folder "$name.differences.csv") -NoTypeInformation -Encoding utf8
    [pscustomobject]@{
        ExitCode = if ($isClean) { 0 } else { 1 }
        Text     = @(
            "Invoice $name of $($Invoice.InvoiceDate.UtcDateTime.ToString('yyyy-MM-dd')): $(if ($isClean) { 'agrees with what was ordered' } else { 'DIFFERS from what was ordered' })"
            $sums | ForEach-Object { "  $_" }
            $wrong | Select-Object -First 20 | ForEach-Object { "  $($_.Status): $($_.CustomerName), order $($_.OrderId), $($_.Total) $($_.Currency): $($_.Difference)" }
            if ($wrong.Count -gt 20) { "  and $($wrong.Count - 20) more, in $name.differences.csv" }
        )
    }
}

$text = @()
$exitCode = 0
try {
    if (-not (Get-PartnerContext)) { Connect-PartnerCenter -Identity -Tenant $env:PARTNER_TENANT }
    $all = @(Get-PartnerInvoice)
    $last = $all | Sort-Object -Property InvoiceDate | Select-Object -Last 1
    $invoices = @($all | Where-Object { if ($InvoiceId) { $_.Id -in $InvoiceId } else { $_.InvoiceDate -eq $last.InvoiceDate } })
    $missing = @($InvoiceId | Where-Object { $_ -and $_ -notin $all.Id })
    if ($missing -or -not $invoices) { throw "There is no invoice $missing." }
}
catch {
    $invoices = @()
    $text += "The invoices could not be read: $_"
    $exitCode = 2
}

foreach ($invoice in $invoices) {
    # One that cannot be compared does not keep the others from it.
    try { $result = Compare-Invoice $invoice }
    catch { $result = [pscustomobject]@{ ExitCode = 2; Text = @("Invoice $($invoice.Id): NOT COMPARED", "  $_") } }
    $text += $result.Text
    $exitCode = [Math]::Max($exitCode, $result.ExitCode)
}

# The job's output, and the file that is mailed. Its first word says whether anybody has to read on.
$text = @(@('OK', 'DIFFERENCES', 'NOT DONE')[$exitCode]) + $text
Set-Content -LiteralPath (Join-Path $Folder 'summary.txt') -Value $text -Encoding utf8
$text
exit $exitCode
