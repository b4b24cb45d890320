# What every list cmdlet has in common: all pages, row by row, no page more than is wanted, and what was read is kept.
BeforeDiscovery {
    . "$PSScriptRoot/_TestHelper.ps1"
    . "$PSScriptRoot/_Purchase.ps1"
    . "$PSScriptRoot/_CatalogHelper.ps1"
    $lists = @(Get-ListCall)
}

BeforeAll {
    . "$PSScriptRoot/_TestHelper.ps1"
    . "$PSScriptRoot/_Purchase.ps1"
    . "$PSScriptRoot/_CatalogHelper.ps1"
    Import-ModuleUnderTest
    $emulator = Start-EmulatorHost
    Connect-EmulatorDoor host $emulator
}

AfterAll {
    Disconnect-PartnerCenter
    Stop-EmulatorHost $emulator
}

Describe 'the list of <What>' -ForEach $lists {
    BeforeAll {
        Reset-PartnerCenterEmulator
        $inOnePage = @(& $Call).ForEach({ $_.Links.Self.Uri ?? $_.Id })
        $pages = [Math]::Ceiling($inOnePage.Count / $PageSize)
    }

    BeforeEach {
        Reset-PartnerCenterEmulator
        Set-EmulatorSetting $emulator @{ pageSize = $PageSize }
    }

    It 'is read over all its pages, in order and nothing twice' {
        $rows = @(& $Call).ForEach({ $_.Links.Self.Uri ?? $_.Id })
        $rows | Should -BeExactly $inOnePage
        (Get-Request $Operation).Count | Should -Be $pages
        $pages | Should -BeGreaterOrEqual ($Operation -eq 'customerAvailabilities.list' ? 2 : 3)
    }

    It 'comes row by row: the second page is asked for after the first page is out' {
        $askedAtRow = & $Call | ForEach-Object { (Get-Request $Operation).Count }
        $askedAtRow | Should -Be (0..($inOnePage.Count - 1) | ForEach-Object { [Math]::Floor($_ / $PageSize) + 1 })
    }

    It 'asks for no page more than Select-Object -First needs' {
        $wanted = $First ?? 5
        @(& $Call | Select-Object -First $wanted).Count | Should -Be $wanted
        (Get-Request $Operation).Count | Should -Be ([Math]::Ceiling($wanted / $PageSize))
    }

    It 'keeps the rows of the first page when the second one fails' {
        $outcome = Get-Outcome {
            $seen = 0
            & $Call | ForEach-Object {
                if ($seen++ -eq 0) { Set-PartnerCenterEmulatorFault -Operation $Operation -Status 403 -Code 400030 -Times 0 }
                $_
            }
            'the script goes on'
        }
        $outcome.Output.Count | Should -Be ($PageSize + 1)
        $outcome.Output[-1] | Should -BeExactly 'the script goes on'
        $outcome.Error.Count | Should -Be 1
        $outcome.Error[0].FullyQualifiedErrorId | Should -BeExactly (Get-ErrorId Forbidden $Cmdlet)
        $outcome.Error[0].Exception.ServiceCode | Should -BeExactly '400030'
    }

    It 'keeps the rows of the first page when -ErrorAction Stop ends it on the second one' {
        $rows = [Collections.Generic.List[object]]::new()
        $ErrorActionPreference = 'Stop'
        {
            & $Call | ForEach-Object {
                if ($rows.Count -eq 0) { Set-PartnerCenterEmulatorFault -Operation $Operation -Status 403 -Code 400030 -Times 0 }
                $rows.Add($_)
            }
        } | Should -Throw -ErrorId (Get-ErrorId Forbidden $Cmdlet)
        $rows.Count | Should -Be $PageSize
    }

    It 'is the same over next links as the service sometimes writes them' {
        Set-EmulatorSetting $emulator @{ malformedLinks = $true }
        @(& $Call).ForEach({ $_.Links.Self.Uri ?? $_.Id }) | Should -BeExactly $inOnePage
        (Get-Request $Operation).Count | Should -Be $pages
    }

    It 'throttled on a page, is just slower' {
        $outcome = Get-Outcome {
            $seen = 0
            & $Call | ForEach-Object {
                if ($seen++ -eq 0) { Set-PartnerCenterEmulatorFault -Operation $Operation -Status 429 -RetryAfter 0 }
                $_
            }
        }
        $outcome.Error | Should -BeNullOrEmpty
        $outcome.Output.Count | Should -Be $inOnePage.Count
        (Get-Request $Operation).Count | Should -Be ($pages + 1)
    }
}

Describe 'a list without rows' {
    BeforeAll { Reset-PartnerCenterEmulator }

    It 'is no output and no error: <What>' -ForEach @(
        @{ What = 'customers of a name'; Call = { Get-PartnerCustomer -Name 'Nobody has this name' } }
        @{ What = 'products of a title'; Call = { Get-PartnerProduct -Country US -Catalog Azure -Title 'No such title*' } }
    ) {
        $outcome = Get-Outcome $Call
        $outcome.Output | Should -BeNullOrEmpty
        $outcome.Error | Should -BeNullOrEmpty
    }
}
