# Add-PartnerCenterEmulatorInvoice, against both doors of the emulator.
BeforeDiscovery { $doors = @(@{ Door = 'in-process' }, @{ Door = 'host' }) }

BeforeAll {
    . "$PSScriptRoot/_TestHelper.ps1"
    . "$PSScriptRoot/_Purchase.ps1"
    Import-ModuleUnderTest
    $emulator = Start-EmulatorHost
}

AfterAll {
    Disconnect-PartnerCenter
    Stop-EmulatorHost $emulator
}

Describe 'through the <Door> door, an invoice' -ForEach $doors {
    BeforeEach { Connect-EmulatorDoor $Door $emulator }

    It 'is what was asked for, and says what was chosen' {
        $invoice = Add-PartnerCenterEmulatorInvoice 1000000 -UsageLineCount 30 -InvoiceId G000000001 -InvoiceDate 2021-06-08Z -Currency eur -BlobCount 4 -Seed 7
        $invoice | Should -BeOfType PartnerCenterCart.EmulatorInvoice
        $invoice.Id, $invoice.Type, $invoice.Currency, $invoice.Lines, $invoice.UsageLines, $invoice.Blobs, $invoice.Seed |
            Should -Be 'G000000001', 'OneTime', 'EUR', 1000000, 30, 4, 7
        $invoice.Date.UtcDateTime | Should -Be ([datetime]'2021-06-08')
    }

    It 'gets a number and a date when it has none' {
        $first = Add-PartnerCenterEmulatorInvoice 1
        $second = Add-PartnerCenterEmulatorInvoice 1 -Legacy
        $first.Id | Should -Match '^G\d{9}$'
        $second.Id | Should -Match '^D0\d{8}$'
        $second.Type | Should -Be 'Recurring'
        $first.Date.Day | Should -Be 8
        (Add-PartnerCenterEmulatorInvoice 1).Id | Should -Not -Be $first.Id
    }

    It 'is made from each object of the pipeline, and one bad object spoils its own alone' {
        $outcome = Get-Outcome {
            [pscustomobject]@{ InvoiceId = 'G000000001'; LineCount = 3 }, [pscustomobject]@{ InvoiceId = 'G000000002'; LineCount = 0 }, [pscustomobject]@{ Id = 'G000000003'; LineCount = 5 } |
                Add-PartnerCenterEmulatorInvoice
        }
        $outcome.Output.Id | Should -Be 'G000000001', 'G000000003'
        $outcome.Error.Count | Should -Be 1
        $outcome.Error[0].FullyQualifiedErrorId | Should -BeExactly (Get-ErrorId InvalidInput Add-PartnerCenterEmulatorInvoice)
        $outcome.Error[0].TargetObject | Should -Be 'G000000002'
    }

    It 'is not made with -WhatIf' {
        Add-PartnerCenterEmulatorInvoice 3 -InvoiceId G000000001 -WhatIf | Should -BeNullOrEmpty
    }

    It 'is not of the future' {
        (Get-Outcome { Add-PartnerCenterEmulatorInvoice 1 -InvoiceDate ([DateTimeOffset]::UtcNow.AddDays(40)) }).Error[0].Exception.Kind | Should -Be 'BadRequest'
    }

    It 'shows as a row' {
        (Add-PartnerCenterEmulatorInvoice 3 -InvoiceId G000000001 -InvoiceDate 2021-06-08Z | Out-String) | Should -Match 'G000000001\s+OneTime\s+2021-06-08\s+USD\s+3\s+0\s+1'
    }
}

Describe 'a host' {
    It 'makes the invoices that it is started with' {
        $own = Start-EmulatorHost -Argument '--invoice', '{"id":"G000000001","lines":3}', '--invoice', '{"id":"G000000002","lines":4}'
        try {
            (Invoke-RestMethod "$($own.Endpoint)/_emulator/invoices").items.id | Should -Contain 'G000000001'
            (Invoke-RestMethod "$($own.Endpoint)/_emulator/invoices").items.id | Should -Contain 'G000000002'
        }
        finally { Stop-EmulatorHost $own }
    }
}
