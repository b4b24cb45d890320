# Dot-sourced by Run.ps1: a long list through a cmdlet, and what stays in memory meanwhile.

# Live bytes after a full collection, at several places of the list: flat where the rows before are not held.
function Measure-Listing([string] $Endpoint, [int] $Products) {
    Connect-PartnerCenter -AccessToken benchmark -Endpoint $Endpoint
    $settings = @{ pageSize = 500; generatedProducts = @{ OnlineServices = $Products } } | ConvertTo-Json
    $null = Invoke-RestMethod -Method Post -Uri "$Endpoint/_emulator/settings" -Body $settings -ContentType 'application/json'
    try {
        $live = [Collections.Generic.List[object]]::new()
        $state = @{ Row = 0; First = 0.0 }
        $every = [int]($Products / 4)
        $watch = [Diagnostics.Stopwatch]::StartNew()
        Get-PartnerProduct -Country US -Catalog OnlineServices | ForEach-Object -Process {
            if ($state.Row++ -eq 0) { $state.First = $watch.Elapsed.TotalMilliseconds }
            if ($state.Row % $every -eq 1) {
                $watch.Stop()
                $live.Add([pscustomobject]@{ Row = $state.Row; MB = [GC]::GetTotalMemory($true) / 1MB })
                $watch.Start()
            }
        }
        return [pscustomobject]@{ Rows = $state.Row; FirstRow = $state.First; All = $watch.Elapsed.TotalMilliseconds; Live = $live }
    }
    finally {
        Reset-PartnerCenterEmulator -Confirm:$false
        Disconnect-PartnerCenter
    }
}

function Format-Listing($Listing) {
    $live = ($Listing.Live | ForEach-Object { 'row {0}: {1:0.0}' -f $_.Row, $_.MB }) -join ', '
    'Get-PartnerProduct, {0} products in pages of 500: first row after {1:0} ms, all after {2:0} ms; live memory, MB: {3}' -f $Listing.Rows, $Listing.FirstRow, $Listing.All, $live
}
