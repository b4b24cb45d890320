# The limits of the service are kept by all runspaces together. The emulator's clock jumps over the waits at its inner door; at the
# outer one they take real time, so that they are short there.
BeforeAll {
    . "$PSScriptRoot/_TestHelper.ps1"
    . "$PSScriptRoot/_Purchase.ps1"
    Import-ModuleUnderTest
    $emulator = Start-EmulatorHost
    # The runspaces find the cmdlets as they would find those of an installed module.
    $pathBefore = $env:PSModulePath
    $env:PSModulePath = (Split-Path (Split-Path (Get-ModuleUnderTestPath))), $pathBefore -join [IO.Path]::PathSeparator

    # Most requests within any minute of the emulator's clock.
    function Get-BusiestMinute($Request) {
        $times = @($Request.Time | Sort-Object)
        $most = $first = 0
        foreach ($last in 0..($times.Count - 1)) {
            while (($times[$last] - $times[$first]).TotalSeconds -ge 60) { $first++ }
            $most = [Math]::Max($most, $last - $first + 1)
        }
        return $most
    }
}

AfterAll {
    $env:PSModulePath = $pathBefore
    Disconnect-PartnerCenter
    Stop-EmulatorHost $emulator
}

Describe 'a documented limit' {
    BeforeAll {
        Connect-PartnerCenter -Emulator
        $order = New-TestCart | Submit-PartnerCustomerCart -Confirm:$false
        $answers = 1..8 | ForEach-Object -ThrottleLimit 8 -Parallel {
            $order = $using:order
            $found = 1..100 | ForEach-Object { $order } | Get-PartnerCustomerOrder -Verbose -ErrorVariable failed 4>&1
            [pscustomobject]@{
                Found    = @($found | Where-Object { $_ -isnot [Management.Automation.VerboseRecord] }).Count
                Verbose  = "$($found | Where-Object { $_ -is [Management.Automation.VerboseRecord] })"
                Failures = $failed.Count
            }
        }
        $requests = Get-Request orders.get
    }

    It 'is kept by eight runspaces together' {
        $requests.Count | Should -Be 800
        Get-BusiestMinute $requests | Should -BeLessOrEqual 500
    }

    It 'lets a burst through, and makes nobody wait longer than it must' {
        ($requests[-1].Time - $requests[0].Time).TotalSeconds | Should -BeLessThan 180
        Get-BusiestMinute $requests | Should -BeGreaterThan 400
    }

    It 'is not felt but as a wait' {
        $answers.Found | Should -Be (@(100) * 8)
        $answers.Failures | Should -Be (@(0) * 8)
        @($requests.Status | Sort-Object -Unique) | Should -Be 200
    }

    It 'is named by -Verbose where somebody waits' {
        @($answers.Verbose -like '*waits * s for its turn: 500 calls a minute are the limit for orders*').Count | Should -BeGreaterThan 0
    }
}

Describe 'a caller with few calls beside one with many' {
    It 'is not starved' {
        Connect-PartnerCenter -Emulator
        $order = New-TestCart | Submit-PartnerCustomerCart -Confirm:$false
        $null = 'many', 'few' | ForEach-Object -ThrottleLimit 2 -Parallel {
            $order = $using:order
            if ($_ -eq 'many') { $null = 1..1500 | ForEach-Object { $order } | Get-PartnerCustomerOrder -ThrottleLimit 16 }
            else { $null = 1..20 | ForEach-Object { $order } | Get-PartnerCustomerOrder -IncludePrice }
        }
        $requests = Get-Request orders.get
        $requests.Count | Should -Be 1520
        $few = @(0..1519 | Where-Object { $requests[$_].Query })
        $few.Count | Should -Be 20
        $few[-1] | Should -BeLessThan 1400 -Because 'it takes turns with the other, and does not wait until the other is done'
    }
}

Describe 'a 429 for one runspace' {
    It 'holds the others at the <Door> door, and nobody is told' -ForEach @(
        @{ Door = 'in-process'; Seconds = '30' }
        @{ Door = 'host'; Seconds = '0.3' }
    ) {
        Connect-EmulatorDoor $Door $emulator
        Set-PartnerCenterEmulatorFault -Operation carts.create -Status 429 -RetryAfter $Seconds -Times 4
        $failures = 1..6 | ForEach-Object -ThrottleLimit 6 -Parallel {
            $line = @{ CatalogItemId = 'CFQ7TTC0LFLX:0001:CFQ7TTC0LB30'; Quantity = $_; BillingCycle = 'monthly'; TermDuration = 'P1M' }
            1..5 | ForEach-Object { $null = New-PartnerCustomerCart -CustomerId $using:customer -LineItem $line -ErrorVariable failed -ErrorAction SilentlyContinue -WarningAction SilentlyContinue; $failed }
        }
        $failures | Should -BeNullOrEmpty
        $requests = Get-Request carts.create
        @($requests.Status -eq 429).Count | Should -Be 4
        @($requests.Status -eq 201).Count | Should -Be 30
    }
}

# The limit of 500 itself is tested in PlanThrottleTests, which may set it at the inner door.
Describe 'two purchase plans in two runspaces' {
    It 'wait together when the service has enough of them, and nobody is told of a 429' {
        Connect-PartnerCenter -Emulator
        Set-PartnerCenterEmulatorFault -Operation carts.create -Status 429 -RetryAfter 30 -Times 20 -Confirm:$false
        Set-PartnerCenterEmulatorFault -Operation carts.checkout -Status 429 -RetryAfter 5 -Times 20 -Confirm:$false
        $folder = "$TestDrive"
        $outcome = 'a', 'b' | ForEach-Object -ThrottleLimit 2 -Parallel {
            $name = $_
            $rows = 1..60 | ForEach-Object { @{ Reference = "$name-$_"; Customer = $using:customer; ProductId = 'CFQ7TTC0LFLX'; SkuId = '0001'; Quantity = 1; TermDuration = 'P1M'; BillingCycle = 'monthly' } }
            $bought = $rows | Import-PartnerPurchasePlan | Invoke-PartnerPurchasePlan -JournalPath (Join-Path $using:folder "$name.jsonl") -ThrottleLimit 8 -Confirm:$false -ErrorVariable failed -ErrorAction SilentlyContinue -WarningAction SilentlyContinue
            [pscustomobject]@{ Failures = $failed; States = @($bought.State | Sort-Object -Unique); Rows = $bought.Count }
        }

        $outcome.Failures | Should -BeNullOrEmpty
        $outcome.States | Should -Be 'Ordered', 'Ordered'
        $outcome.Rows | Should -Be 60, 60
        $requests = Get-Request carts.create
        @($requests.Status -eq 429).Count | Should -Be 20
        @($requests.Status -eq 201).Count | Should -Be 120
    }
}
