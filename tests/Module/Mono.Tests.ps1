# A stand-in for Windows PowerShell 5.1, which cannot be run everywhere: the net472 build of Core and Http, loaded as the module loads it on
# the desktop edition, buys under Mono. It shows the code and its libraries, not PowerShell 5.1 itself.
BeforeDiscovery {
    . "$PSScriptRoot/_DebianPackage.ps1"
    # Mono without the facade of netstandard, which Debian has in mono-devel, cannot load what is built for it.
    $isThere = Test-DebianPackage mono-devel '/usr/lib/mono/4.5/Facades/netstandard.dll'
}

BeforeAll {
    . "$PSScriptRoot/_TestHelper.ps1"
}

Describe 'The net472 build under Mono' {
    BeforeAll {
        Import-ModuleUnderTest
        $emulator = Start-EmulatorHost
        $connection = Connect-PartnerCenter -AccessToken desktop -Endpoint $emulator.Endpoint -PassThru
        # The module's own folder, as 5.1 would load it, and the program beside it.
        $folder = Join-Path $TestDrive 'module'
        Copy-Item -LiteralPath (Split-Path (Get-ModuleUnderTestPath)) -Destination $folder -Recurse
        Copy-Item -LiteralPath (Join-Path $repositoryRoot 'artifacts/bin/PartnerCenterCart.Desktop/release/PartnerCenterCart.Desktop.exe') -Destination $folder

        function Invoke-Desktop {
            $process = Start-HelperProcess mono "$folder/PartnerCenterCart.Desktop.exe", $emulator.Endpoint
            $process.StandardInput.Close()
            $output, $errorText = $process.StandardOutput.ReadToEndAsync(), $process.StandardError.ReadToEndAsync()
            if (-not $process.WaitForExit(60000)) { $process.Kill($true) }
            [pscustomobject]@{ StdOut = @($output.Result.TrimEnd() -split '\r?\n'); StdErr = $errorText.Result; ExitCode = $process.ExitCode }
        }
    }

    AfterAll {
        $connection | Disconnect-PartnerCenter
        Stop-EmulatorHost $emulator
    }

    BeforeEach { Reset-PartnerCenterEmulator -Connection $connection -Confirm:$false }

    It 'makes a purchase, reads its order and knows an error by its kind' -Skip:(-not $isThere) {
        $run = Invoke-Desktop
        $run.StdErr | Should -BeNullOrEmpty
        $run.ExitCode | Should -Be 0
        $run.StdOut | Should -BeExactly 'cart Active 1', 'order monthly 5 USD', 'error NotFound', 'room desktop', 'core 1'
    }

    It 'repeats a checkout whose answer was lost, with the same request id, and buys once' -Skip:(-not $isThere) {
        Set-PartnerCenterEmulatorFault carts.checkout -ResetConnection After -Connection $connection
        (Invoke-Desktop).StdOut | Should -Contain 'order monthly 5 USD'
        $tries = Get-PartnerCenterEmulatorRequest -Operation carts.checkout -Connection $connection
        $tries | Should -HaveCount 2
        $tries | ForEach-Object { $_.Headers['MS-RequestId'] } | Sort-Object -Unique | Should -HaveCount 1
        # The list of orders lags behind.
        Set-PartnerCenterEmulatorClock -Advance 01:00:00 -Connection $connection
        Get-PartnerCustomerOrder -CustomerId 28045616-f6b9-462f-9701-0d89b5e65c44 -Connection $connection | Where-Object { $_.LineItems[0].Quantity -eq 5 } | Should -HaveCount 1
    }

    It 'waits as long as Retry-After says' -Skip:(-not $isThere) {
        Set-PartnerCenterEmulatorFault orders.get -Status 429 -RetryAfter 0 -Connection $connection
        (Invoke-Desktop).StdOut | Should -Contain 'order monthly 5 USD'
        Get-PartnerCenterEmulatorRequest -Operation orders.get -Connection $connection | ForEach-Object Status | Should -Be 429, 200
    }
}
