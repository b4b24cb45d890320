# Every list streams: whatever is exported, with as many of its lists as can be called from here, a few things to a page.
BeforeDiscovery {
    . "$PSScriptRoot/_TestHelper.ps1"
    Import-ModuleUnderTest
    # A value for each parameter that a list may need; a cmdlet that needs another one is not called here.
    $sample = @{
        CustomerId = '28045616-f6b9-462f-9701-0d89b5e65c44'; Country = 'US'; CountryCode = 'US'; Catalog = 'OnlineServices'; Segment = 'commercial'
        ProductId = 'CFQ7TTC0LF8S'; SkuId = '0001'; AgreementType = 'MicrosoftCustomerAgreement'
    }
    $lists = foreach ($command in Get-Command -Module PartnerCenterCart -Verb Get) {
        if ($command.Noun -like 'PartnerCenterEmulator*' -or $command.Parameters.Keys -notcontains 'Connection') { continue }
        $set = $command.ParameterSets | Where-Object IsDefault
        $set ??= $command.ParameterSets[0]
        $mandatory = @($set.Parameters | Where-Object IsMandatory | ForEach-Object Name)
        if ($mandatory | Where-Object { -not $sample.ContainsKey($_) }) { continue }
        # The country of a catalogue may be left out, but then a customer is needed.
        $arguments = @{}
        foreach ($name in $mandatory + @('Country' | Where-Object { $set.Parameters.Name -contains $_ })) { $arguments[$name] = $sample[$name] }
        @{ Name = $command.Name; Arguments = $arguments }
    }
}

BeforeAll {
    . "$PSScriptRoot/_TestHelper.ps1"
    . "$PSScriptRoot/_CatalogHelper.ps1"
    Import-ModuleUnderTest
    $emulator = Start-EmulatorHost
    Connect-PartnerCenter -AccessToken streaming -Endpoint $emulator.Endpoint
    Set-EmulatorSetting $emulator @{ pageSize = 2 }
    $read = @{}
    $customer = '28045616-f6b9-462f-9701-0d89b5e65c44'
    # Something that was bought, for the lists that show it.
    $line = New-PartnerCustomerCartLineItem -CatalogItemId 'CFQ7TTC0LF8S:0001:CFQ7TTC0VZW5' -Quantity 5 -BillingCycle monthly -TermDuration P1Y
    1..4 | ForEach-Object { $null = $line | New-PartnerCustomerCart -CustomerId $customer | Submit-PartnerCustomerCart -Confirm:$false }
    Set-PartnerCenterEmulatorClock -Advance 1.00:00:00

    # The control calls of this test itself are not in the log.
    function Get-SentCount { @(Get-PartnerCenterEmulatorRequest).Count }
}

AfterAll {
    Disconnect-PartnerCenter
    Stop-EmulatorHost $emulator
}

Describe '<Name> as a list' -ForEach $lists {
    It 'hands on its first row before the next page is asked for' {
        $before = Get-SentCount
        $first = $null
        # Where an answer was not found or not allowed there is no list to look at.
        $rows = @(& $Name @Arguments -ErrorAction SilentlyContinue | ForEach-Object { $first ??= Get-SentCount; $_ })
        $all = Get-SentCount
        $read[$Name] = $all - $before -gt 1 ? $rows.Count : 0
        if ($rows.Count -gt 1 -and $all - $before -gt 1) {
            $first | Should -BeLessThan $all -Because "the first row of $Name must be out before the last page is asked for: write with SendPages"
            $null = & $Name @Arguments -ErrorAction SilentlyContinue | Select-Object -First 1
            (Get-SentCount) - $all | Should -BeLessThan ($all - $before) -Because "$Name must ask for nothing more once Select-Object has enough"
        }
    }
}

Describe 'This test of streaming' {
    It 'has seen lists of several pages' {
        @($read.Values | Where-Object { $_ -gt 1 }).Count | Should -BeGreaterThan 3 -Because 'else it would see nothing'
    }
}
