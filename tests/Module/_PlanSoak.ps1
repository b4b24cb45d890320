# Runs a purchase plan in a real pwsh against the emulator's program, and kills one of the two again and again, at chosen numbers
# of requests. Dot-source it after _TestHelper.ps1.

$soakCustomers = 1..3 | ForEach-Object { "c0000000-0000-4000-8000-00000000000$_" }

$soakScript = {
    $ErrorActionPreference = 'Continue'
    $ProgressPreference = 'SilentlyContinue'
    Import-Module $env:PCC_MODULE
    $null = Connect-PartnerCenter -AccessToken 'soak-token' -Endpoint $env:SOAK_ENDPOINT -ErrorAction Stop
    $null = Import-PartnerPurchasePlan $env:SOAK_PLAN | Invoke-PartnerPurchasePlan -JournalPath $env:SOAK_JOURNAL -ThrottleLimit $env:SOAK_LIMIT -Confirm:$false
    'ended'
}

# Every tenth request is disturbed, in five ways. Settings and faults are gone with the process of the host.
function Set-SoakDisturbance([string] $Endpoint, [int] $Seed, [double] $Latency) {
    $faults = @{ status = 429; retryAfter = '0' }, @{ status = 503 }, @{ resetConnection = 'before' }, @{ resetConnection = 'after' }, @{ delaySeconds = 0.05 }
    $null = Invoke-RestMethod "$Endpoint/_emulator/settings" -Method Post -Body '{"orderListLagSeconds":0}' -ContentType application/json
    foreach ($fault in $faults) {
        $body = $fault + @{ operation = '*'; times = 0; chance = 0.02; seed = $Seed++ }
        $null = Invoke-RestMethod "$Endpoint/_emulator/faults" -Method Post -Body (ConvertTo-Json $body) -ContentType application/json
    }
    # Slow enough to be hit in the middle of something.
    $null = Invoke-RestMethod "$Endpoint/_emulator/faults" -Method Post -Body (ConvertTo-Json @{ operation = '*'; times = 0; delaySeconds = $Latency }) -ContentType application/json
}

# How many requests of a purchase have come in since.
function Get-SoakPost([string] $Endpoint, [long] $After) {
    $items = (Invoke-RestMethod "$Endpoint/_emulator/requests?after=$After").items
    return @($items | Where-Object { $_.operation -in 'carts.create', 'carts.checkout' }).Count
}

# The number of the last request, of which this one was known before.
function Get-SoakSequence([string] $Endpoint, [long] $Known) {
    $newer = @((Invoke-RestMethod "$Endpoint/_emulator/requests?after=$Known").items)
    return $newer.Count ? $newer[-1].sequence : $Known
}

function Start-SoakRun([hashtable] $Environment) {
    $program, $first = Get-PwshCommand
    $process = Start-HelperProcess $program (@(@($first) + '-NoProfile', '-NonInteractive', '-Command', $soakScript.ToString() | Where-Object { $_ })) $Environment
    $process.StandardInput.Close()
    # Pipes that nobody reads fill up.
    $process | Add-Member -NotePropertyName Output -NotePropertyValue $process.StandardOutput.ReadToEndAsync()
    $process | Add-Member -NotePropertyName ErrorText -NotePropertyValue $process.StandardError.ReadToEndAsync()
    return $process
}

# Buys a plan of so many rows while one side is killed so often. Gives back what the service has sold, and the journal.
# Killing the service needs signals that Windows does not have.
function Invoke-PlanSoak {
    [CmdletBinding()]
    param([int] $Rows, [int] $Kills, [int] $Seed, [string] $Folder, [switch] $OfHost)

    $random = [Random]::new($Seed)
    # A restart of the host takes its time, and what it does not know yet goes on.
    $latency, $limit = $OfHost ? (0.08, 2) : (0.03, 4)
    $Folder = (New-Item -ItemType Directory -Path (Join-Path $Folder ([Guid]::NewGuid()))).FullName
    $plan = Join-Path $Folder 'plan.csv'
    $journal = Join-Path $Folder 'journal.jsonl'
    $state = Join-Path $Folder 'emulator.state'
    1..$Rows | ForEach-Object {
        [pscustomobject]@{ Reference = "PO-$_"; Customer = $soakCustomers[$_ % 3]; ProductId = 'CFQ7TTC0LFLX'; SkuId = '0001'; Quantity = 1 + $_ % 4; Term = 'P1M'; BillingCycle = 'monthly' }
    } | Export-Csv -LiteralPath $plan
    $emulator = Start-EmulatorHost @('--state', $state)
    $endpoint = $emulator.Endpoint
    $environment = @{ PCC_MODULE = Get-ModuleUnderTestPath; SOAK_ENDPOINT = $endpoint; SOAK_PLAN = $plan; SOAK_JOURNAL = $journal; SOAK_LIMIT = $limit; NO_COLOR = '1'; POWERSHELL_TELEMETRY_OPTOUT = '1' }
    $run = $null
    $killed = 0
    $runs = 0
    $restarts = 0
    $seen = 0
    try {
        Set-SoakDisturbance $endpoint $Seed $latency
        while ($true) {
            if (-not $run -or $run.HasExited) {
                $settled = (Test-Path -LiteralPath $journal) ? @(Get-PartnerPurchasePlanStatus $journal | Where-Object State -EQ 'Ordered').Count : 0
                if ($settled -eq $Rows) { break }
                if (++$runs -gt $Kills * 2 + 30) { throw "Seed ${Seed}: after $runs runs $settled of $Rows rows are settled. $($run.ErrorText.Result)" }
                $run = Start-SoakRun $environment
            }
            if ($killed -ge $Kills) {
                if (-not $run.WaitForExit(300000)) { throw "Seed ${Seed}: a run did not end." }
                continue
            }
            # Spread over the requests that are left; on average half of its share, because some more come until it strikes.
            $left = 2 * $Rows - 2 * $settled
            $target = $random.Next(1, [Math]::Max(2, [int]($left / ($Kills - $killed + 1))))
            $pause = $random.Next(0, 30)
            $seen = Get-SoakSequence $endpoint $seen
            while (-not $run.HasExited -and (Get-SoakPost $endpoint $seen) -lt $target) { [Threading.Thread]::Sleep(2) }
            if ($run.HasExited) { continue }
            [Threading.Thread]::Sleep($pause)
            if ($OfHost) {
                $emulator.Process.Kill()
                $emulator.Process.WaitForExit()
                # For a while nobody listens; then the run stands still until the new host disturbs like the old one.
                [Threading.Thread]::Sleep($random.Next(0, 700))
                /bin/kill -STOP $run.Id
                $emulator = Start-EmulatorHost @('--state', $state, '--port', ([uri]$endpoint).Port)
                Set-SoakDisturbance $endpoint ($Seed + 1000 * ++$restarts) $latency
                /bin/kill -CONT $run.Id
                $settled = @(Get-PartnerPurchasePlanStatus $journal | Where-Object State -EQ 'Ordered').Count
                $seen = 0
            }
            else {
                $run.Kill()
                $run.WaitForExit()
            }
            $killed++
        }
        # Undisturbed, what the service says it has sold.
        $null = Invoke-RestMethod "$endpoint/_emulator/faults" -Method Delete
        $null = Connect-PartnerCenter -AccessToken 'soak-token' -Endpoint $endpoint
        $bought = foreach ($id in $soakCustomers) {
            foreach ($order in Get-PartnerCustomerOrder -CustomerId $id) {
                foreach ($line in $order.LineItems) { [pscustomobject]@{ Reference = $line.FriendlyName; OrderId = $order.Id; Quantity = $line.Quantity } }
            }
        }
        return [pscustomobject]@{ Killed = $killed; Runs = $runs; Bought = @($bought); Status = @(Get-PartnerPurchasePlanStatus $journal) }
    }
    finally {
        if ($run -and -not $run.HasExited) { $run.Kill() }
        Stop-EmulatorHost $emulator
        Disconnect-PartnerCenter -ErrorAction Ignore
    }
}

# Each row once, under its reference, with its order in the journal.
function Assert-PlanSoak($Outcome, [int] $Rows, [int] $Kills, [int] $Seed) {
    $because = "seed $Seed must buy each row once"
    $Outcome.Killed | Should -Be $Kills -Because "seed $Seed must have something left to kill"
    $Outcome.Bought.Count | Should -Be $Rows -Because $because
    $Outcome.Bought.Reference | Sort-Object | Should -BeExactly (1..$Rows | ForEach-Object { "PO-$_" } | Sort-Object) -Because $because
    $Outcome.Status.Count | Should -Be $Rows -Because $because
    $expected = $Outcome.Bought | ForEach-Object { "$($_.Reference) $($_.OrderId) $($_.Quantity)" } | Sort-Object
    $Outcome.Status | ForEach-Object { "$($_.Reference) $($_.OrderId) $($_.Quantity)" } | Sort-Object | Should -BeExactly $expected -Because "seed ${Seed}: the journal must name the order of each row"
}
