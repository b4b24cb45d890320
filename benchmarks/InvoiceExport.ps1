<#
.SYNOPSIS
    a million rows of an invoice to a file
.DESCRIPTION
    An invoice of a million rows (v2, eight files) over loopback from the emulator host: Export-PartnerInvoiceLineItem to .csv, against a
    bare C# loop that fetches the same files, unzips them and parses them with JsonTextReader into nothing, and against a script that reads the
    rows by Invoke-RestMethod, page by page (v1, fewer rows). Memory is what the working set of the process grows by at most.
#>
param([switch] $Quick)

Set-StrictMode -Version 3.0
$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
. "$PSScriptRoot/_Figures.ps1"
. "$PSScriptRoot/../tests/Module/_Invoices.ps1"
Import-ModuleUnderTest
$count, $scriptRows, $turns = $Quick ? (100000, 10000, 1) : (1000000, 100000, 2)
Add-Type -Path "$PSScriptRoot/Exports.cs" -CompilerOptions '-nowarn:CS1701' -ReferencedAssemblies @(
    'netstandard', 'System.Runtime', 'System.Collections', 'System.Net.Http', 'System.IO.Compression', 'System.Threading', 'System.Threading.Timer'
    [Newtonsoft.Json.JsonConvert].Assembly.Location
)

# What the working set of this process grows by at most while a block runs; a collection first, so that earlier work does not count.
function Measure-Growth([scriptblock] $Work) {
    [GC]::Collect()
    [GC]::WaitForPendingFinalizers()
    [GC]::Collect()
    $watch = [Benchmark.GrowthWatch]::new()
    try {
        $clock = [Diagnostics.Stopwatch]::StartNew()
        $null = & $Work
        [pscustomobject]@{ Seconds = $clock.Elapsed.TotalSeconds; MB = $watch.Stop() / 1MB }
    }
    finally { $watch.Dispose() }
}

function Read-Bare([string[]] $File) {
    $rows = [Benchmark.BareFiles]::Read($File)
    if ($rows -ne $count) { throw "$rows rows came instead of $count." }
}

# As scripts do it: a page at a time, all in memory, by the token of the next.
function Read-Page([string] $Endpoint, [string] $InvoiceId) {
    $uri = "$Endpoint/v1/invoices/$InvoiceId/lineitems?provider=onetime&invoicelineitemtype=billinglineitems&size=2000"
    $headers = @{ Authorization = 'Bearer benchmark'; Accept = 'application/json' }
    $rows = [Collections.Generic.List[object]]::new()
    do {
        $page = Invoke-RestMethod -Uri $uri -Headers $headers
        $rows.AddRange([object[]]$page.items)
        $next = $page.PSObject.Properties['continuationToken']?.Value
        if ($next) {
            $uri = ($uri -replace '&seekOperation=Next') + '&seekOperation=Next'
            $headers['MS-ContinuationToken'] = $next
        }
    } while ($next)
    $rows | Export-Csv -LiteralPath (Join-Path $folder 'script.csv')
}

$emulator = Start-EmulatorHost
$folder = (New-Item -ItemType Directory -Path (Join-Path ([IO.Path]::GetTempPath()) "pcc-bench-$([Guid]::NewGuid())")).FullName
try {
    $endpoint = $emulator.Endpoint
    Connect-EmulatorHost $endpoint
    $null = New-EmulatorInvoice $endpoint @{ id = 'G000000001'; date = '2025-10-08'; lines = $count; blobs = 8 }
    $null = New-EmulatorInvoice $endpoint @{ id = 'G000000002'; date = '2021-06-08'; lines = $scriptRows }
    $null = New-EmulatorInvoice $endpoint @{ id = 'G000000003'; date = '2025-10-08'; lines = 2000 }
    $null = Export-PartnerInvoiceLineItem -InvoiceId G000000003 -Path "$folder/warm.csv"

    # The emulator makes the files when they are first fetched; that is nobody's time here.
    $null = Invoke-RestMethod -Method Post -Uri "$endpoint/v1.0/reports/partners/billing/reconciliation/billed/export" -Body '{"invoiceId":"G000000001"}' -ContentType 'application/json' -Headers @{ Authorization = 'Bearer benchmark' } -ResponseHeadersVariable heads
    $operation = Invoke-RestMethod -Uri $heads.Location[0] -Headers @{ Authorization = 'Bearer benchmark' }
    $manifest = $operation.resourceLocation
    $files = @($manifest.blobs | ForEach-Object { "$($manifest.rootDirectory)/$($_.name)?$($manifest.sasToken)" })
    Read-Bare $files

    $bare, $ours = [Collections.Generic.List[double]]::new(), [Collections.Generic.List[object]]::new()
    foreach ($turn in 1..$turns) {
        $clock = [Diagnostics.Stopwatch]::StartNew()
        Read-Bare $files
        $bare.Add($count / $clock.Elapsed.TotalSeconds)
        $ours.Add((Measure-Growth { Export-PartnerInvoiceLineItem -InvoiceId G000000001 -Path "$folder/rows.csv" -Force }))
    }
    $script = Measure-Growth { Read-Page $endpoint G000000002 }

    $rate = ($ours | ForEach-Object { $count / $_.Seconds } | Measure-Object -Average).Average
    $bareRate = ($bare | Measure-Object -Average).Average
    $scriptRate = $scriptRows / $script.Seconds
    $growth = ($ours.MB | Measure-Object -Maximum).Maximum
    New-BenchmarkRow "$count v2 rows to .csv" $rate 'bare C# loop over the same files' $bareRate -Unit 'rows/s' -Goal 'at least half' -Met ($rate -ge $bareRate / 2)
    New-BenchmarkRow "$count v2 rows to .csv" $rate "Invoke-RestMethod page by page and Export-Csv, $scriptRows rows" $scriptRate -Unit 'rows/s' -Goal 'at least 5 times' -Met ($rate -ge 5 * $scriptRate)
    New-BenchmarkRow "$count v2 rows to .csv, working set" $growth "the script with $scriptRows rows" $script.MB -Unit 'MB' -Goal 'at most 150 MB more' -Met ($growth -le 150)
}
finally {
    Disconnect-PartnerCenter
    Stop-EmulatorHost $emulator
    Remove-Item -LiteralPath $folder -Recurse -Force -ErrorAction Ignore
}
