# The page of the emulator's host in a real browser: headless Chromium, from Debian's package where it is not there yet and may be
# installed (as root, on Debian), else skipped by name.
BeforeDiscovery {
    $names = 'chromium', 'chromium-browser', 'google-chrome'
    $browser = Get-Command $names -CommandType Application -ErrorAction Ignore | Select-Object -First 1
    if (-not $browser -and $IsLinux -and (Test-Path /etc/debian_version) -and (id -u) -eq '0') {
        $null = timeout 300 apt-get install -y -qq chromium 2>&1
        $browser = Get-Command $names -CommandType Application -ErrorAction Ignore | Select-Object -First 1
    }
    $browserPath = $browser ? $browser.Source : ''
}

Describe 'The page of the emulator in Chromium' -Skip:(-not $browserPath) -ForEach @{ Browser = $browserPath } {
    BeforeAll {
        . "$PSScriptRoot/_TestHelper.ps1"
        . "$PSScriptRoot/_Purchase.ps1"
        Import-ModuleUnderTest
        $emulator = Start-EmulatorHost
        Connect-EmulatorDoor host $emulator
        $evil = '<script>document.title = "pwned"</script><img src=x onerror="document.title = 1">'
        $evilCustomer = 'e0000000-0000-4000-8000-000000000001'
        $null = Invoke-RestMethod -Method Post -Uri "$($emulator.Endpoint)/_emulator/customers" -ContentType application/json -Body (@{ id = $evilCustomer; companyName = $evil } | ConvertTo-Json)
        $cart = New-PartnerCustomerCart $evilCustomer -LineItem (New-TestLine @{ FriendlyName = $evil })
        $null = $cart | Submit-PartnerCustomerCart -Confirm:$false
        Set-PartnerCenterEmulatorFault -Operation carts.get -Status 503 -Times 2

        # Seconds of the page's own time pass in no time; the sandbox cannot be had as root.
        function Invoke-Browser([string[]] $Argument) {
            $all = '--headless', '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--hide-scrollbars', "--user-data-dir=$TestDrive/profile", '--virtual-time-budget=7000'
            $process = Start-HelperProcess $Browser ($all + $Argument + "$($emulator.Endpoint)/")
            $output = $process.StandardOutput.ReadToEndAsync()
            $null = $process.StandardError.ReadToEndAsync()
            if (-not $process.WaitForExit(120000)) { $process.Kill($true); throw 'Chromium did not end within two minutes.' }
            return $output.Result
        }
        $shown = Invoke-Browser '--dump-dom'
    }

    AfterAll {
        Disconnect-PartnerCenter
        Stop-EmulatorHost $emulator
    }

    It 'shows what there is' {
        $shown | Should -Match $cart.Id
        $shown | Should -Match '<section id="faults">[\s\S]*carts\.get[\s\S]*status 503'
        $shown | Should -Match '<span class="badge good">Ordered</span>'
    }

    It 'runs nothing that a name holds' {
        $shown | Should -Match '<title>Partner Center emulator</title>'
        $shown | Should -Not -Match '<img'
        $shown | Should -Match '&lt;script&gt;document.title = "pwned"&lt;/script&gt;'
    }

    It 'looks again by itself' {
        # The two attributes come in any order.
        [int]([regex]::Match($shown, '<body[^>]*data-updates="(\d+)"').Groups[1].Value) | Should -BeGreaterOrEqual 2
        $shown | Should -Match '<body[^>]*class="live"'
    }

    It 'can be read at <Size>' -ForEach @{ Size = '390,1600' }, @{ Size = '1280,1200' } {
        $picture = Join-Path $TestDrive "$($Size -replace ',', 'x').png"
        $null = Invoke-Browser "--window-size=$Size", "--screenshot=$picture"
        # A page that failed to paint is a few hundred bytes of one colour.
        (Get-Item -LiteralPath $picture).Length | Should -BeGreaterThan 15000
    }
}
