# Rows of an invoice through Microsoft Graph (v2), and straight to a file, as a user meets them.
BeforeAll {
    . "$PSScriptRoot/_TestHelper.ps1"
    . "$PSScriptRoot/_Invoices.ps1"
    Import-ModuleUnderTest
    $emulator = Start-EmulatorHost
    $endpoint = $emulator.Endpoint
}

AfterAll {
    Disconnect-PartnerCenter
    Stop-EmulatorHost $emulator
}

Describe 'Rows of v2' {
    BeforeAll {
        Connect-EmulatorHost $endpoint
        $null = New-EmulatorInvoice $endpoint @{ id = 'G000000001'; date = '2025-10-08'; lines = 2000; blobs = 3; brokenRows = 3, 1500 }
        $rows = @(Get-PartnerInvoiceLineItem -InvoiceId G000000001 -Api v2 -ErrorVariable failed -ErrorAction SilentlyContinue)
    }

    It 'come with their columns, in order' {
        $rows.Count | Should -Be 1998
        $rows[0].GetType().Name | Should -Be 'ReconciliationLineItem'
        $rows[0].InvoiceNumber | Should -Be 'G000000001'
        $rows[0].Total | Should -BeOfType decimal
        $rows[0].ChargeStartDate | Should -BeOfType DateTimeOffset
        $rows[0].AdditionalProperties.Count | Should -Be 0
    }

    It 'that are broken are one error each, with file and line' {
        $failed.Count | Should -Be 2
        $failed[0].FullyQualifiedErrorId | Should -Be 'UnreadableAnswer,PartnerCenterCart.Commands.GetPartnerInvoiceLineItem'
        $failed[0].Exception.Message | Should -Match '^Line 4 of file part-00000\S+\.json\.gz of the line items of invoice G000000001'
    }

    It 'are picked by themselves for an invoice of 2025, and those of v1 for an older one' {
        $null = New-EmulatorInvoice $endpoint @{ id = 'G000000002'; date = '2021-06-08'; lines = 10 }
        (Get-PartnerInvoiceLineItem -InvoiceId G000000002 | Select-Object -First 1).Api | Should -Be 'v1'
        (Get-PartnerInvoiceLineItem -InvoiceId G000000001 -ErrorAction Ignore | Select-Object -First 1).Api | Should -Be 'v2'
    }

    It 'show their secret nowhere' {
        $secrets = [Collections.Generic.List[string]]::new()
        $said = Get-PartnerInvoiceLineItem -InvoiceId G000000001 -Verbose -Debug -ErrorAction Continue *>&1 | Select-Object -First 4000 | Out-String
        $said | Should -Match '_blobs/'
        $said | Should -Not -Match 'sig=[A-Za-z0-9%]{8}'
        $secrets.Count | Should -Be 0
    }

    It 'are told apart from no data' {
        $null = New-EmulatorInvoice $endpoint @{ id = 'D000000001'; type = 'Recurring'; date = '2025-10-08'; lines = 10 }
        Get-PartnerInvoiceLineItem -InvoiceId D000000001 -Api v2 -BillingProvider OneTime -ErrorVariable refused -ErrorAction SilentlyContinue
        $refused[0].FullyQualifiedErrorId | Should -Be 'NotFound,PartnerCenterCart.Commands.GetPartnerInvoiceLineItem'
        $refused[0].Exception.ServiceCode | Should -Be '5000'
    }

    It 'are refused outside of the global cloud before anything is sent' {
        $china = Connect-PartnerCenter -AccessToken 'some-token' -Endpoint $endpoint -Environment ChinaCloud -PassThru
        $before = @(Get-PartnerCenterEmulatorRequest -Connection $china).Count
        Get-PartnerInvoiceLineItem -InvoiceId G000000001 -Api v2 -BillingProvider OneTime -Connection $china -ErrorVariable refused -ErrorAction SilentlyContinue
        $refused[0].FullyQualifiedErrorId | Should -Be 'InvalidInput,PartnerCenterCart.Commands.GetPartnerInvoiceLineItem'
        @(Get-PartnerCenterEmulatorRequest -Connection $china).Count | Should -Be $before
        Connect-PartnerCenter -AccessToken 'some-token' -Endpoint $endpoint
    }
}

Describe 'A file of rows' {
    BeforeAll {
        Connect-EmulatorHost $endpoint
        $null = New-EmulatorInvoice $endpoint @{ id = 'G000000001'; date = '2025-10-08'; lines = 3000; blobs = 4 }
        $null = New-EmulatorInvoice $endpoint @{ id = 'G000000002'; date = '2021-06-08'; lines = 2500 }
        $rows = @(Get-PartnerInvoiceLineItem -InvoiceId G000000001)
    }

    It 'has every row of <Api>, by the pipeline, with numbers that any culture reads' -ForEach @(
        @{ Api = 'v2'; Id = 'G000000001'; Count = 3000 }
        @{ Api = 'v1'; Id = 'G000000002'; Count = 2500 }
    ) {
        $culture = [cultureinfo]::CurrentCulture
        [cultureinfo]::CurrentCulture = 'de-DE'
        try { $file = [pscustomobject]@{ InvoiceId = $Id } | Export-PartnerInvoiceLineItem -Path "TestDrive:/$Api.csv" }
        finally { [cultureinfo]::CurrentCulture = $culture }
        $file | Should -BeOfType IO.FileInfo
        $read = @(Import-Csv -LiteralPath $file.FullName)
        $read.Count | Should -Be $Count
        $totals = $read | ForEach-Object { [decimal]::Parse(($Api -eq 'v2' ? $_.Total : $_.TotalForCustomer), [cultureinfo]::InvariantCulture) }
        $expected = Get-PartnerInvoiceLineItem -InvoiceId $Id | ForEach-Object TotalForCustomer
        ($totals | Measure-Object -Sum).Sum | Should -Be ($expected | Measure-Object -Sum).Sum
        $read[0].PSObject.Properties.Name[-1] | Should -Be 'AdditionalProperties'
        $read[7].BillingProvider | Should -Be 'one_time'
    }

    It 'has the same rows as <Name>' -ForEach @(@{ Name = 'rows.jsonl' }, @{ Name = 'rows.jsonl.gz' }, @{ Name = 'rows.csv.gz' }) {
        $file = Export-PartnerInvoiceLineItem -InvoiceId G000000001 -Path "TestDrive:/$Name"
        $stream = [IO.File]::OpenRead($file.FullName)
        if ($Name -like '*.gz') { $stream = [IO.Compression.GZipStream]::new($stream, [IO.Compression.CompressionMode]::Decompress) }
        $reader = [IO.StreamReader]::new($stream)
        try { $lines = $reader.ReadToEnd().TrimEnd() -split '\r?\n' } finally { $reader.Dispose() }
        $read = $Name -like '*.csv*' ? ($lines | ConvertFrom-Csv) : ($lines | ConvertFrom-Json)
        ($read.OrderId -join ',') | Should -BeExactly ($rows.OrderId -join ',')
    }

    It 'has the columns that were asked for, in their order' {
        $file = Export-PartnerInvoiceLineItem -InvoiceId G000000001 -Path TestDrive:/chosen.csv -Column Total, CustomerName
        (Get-Content -LiteralPath $file.FullName -TotalCount 1) | Should -BeExactly 'Total,CustomerName'
    }

    It 'is not replaced without -Force, and told so before anything is sent' {
        Set-Content -LiteralPath TestDrive:/old.csv -Value 'old'
        $before = @(Get-PartnerCenterEmulatorRequest).Count
        Export-PartnerInvoiceLineItem -InvoiceId G000000001 -Path TestDrive:/old.csv -ErrorVariable refused -ErrorAction SilentlyContinue
        $refused[0].FullyQualifiedErrorId | Should -Be 'InvalidInput,PartnerCenterCart.Commands.ExportPartnerInvoiceLineItem'
        @(Get-PartnerCenterEmulatorRequest).Count | Should -Be $before
        Export-PartnerInvoiceLineItem -InvoiceId G000000001 -Path TestDrive:/old.csv -Force | Should -Not -BeNullOrEmpty
        (Get-Item -LiteralPath TestDrive:/old.csv).Length | Should -BeGreaterThan 1000
    }

    It 'is not made by -WhatIf, which sends nothing' {
        $before = @(Get-PartnerCenterEmulatorRequest).Count
        Export-PartnerInvoiceLineItem -InvoiceId G000000001 -Path TestDrive:/never/x.csv -WhatIf
        Test-Path TestDrive:/never | Should -BeFalse
        @(Get-PartnerCenterEmulatorRequest).Count | Should -Be $before
    }

    It 'stays as it was when the run fails, and nothing is left beside it' {
        Set-Content -LiteralPath TestDrive:/kept.csv -Value 'old'
        Set-PartnerCenterEmulatorFault -Operation reconciliation.blob -Status 404 -Times 50
        Export-PartnerInvoiceLineItem -InvoiceId G000000001 -Path TestDrive:/kept.csv -Force -ErrorVariable failed -ErrorAction SilentlyContinue
        Set-PartnerCenterEmulatorFault -Clear -ErrorAction Ignore
        Reset-PartnerCenterEmulator -Confirm:$false
        Set-EmulatorSetting $endpoint @{ exportSeconds = 0 }
        $null = New-EmulatorInvoice $endpoint @{ id = 'G000000001'; date = '2025-10-08'; lines = 3000; blobs = 4 }
        $failed.Count | Should -Be 1
        Get-Content -LiteralPath TestDrive:/kept.csv | Should -Be 'old'
        Get-ChildItem -LiteralPath TestDrive:/ -Filter 'kept.csv*' | Should -HaveCount 1
    }

    It 'leaves out a row that is broken, and is not made where that ends the command' {
        $null = New-EmulatorInvoice $endpoint @{ id = 'G000000003'; date = '2025-10-08'; lines = 10; brokenRows = @(9) }
        $made = Export-PartnerInvoiceLineItem -InvoiceId G000000003 -Path TestDrive:/broken.csv -ErrorVariable failed -ErrorAction SilentlyContinue
        $failed.Count | Should -Be 1
        @(Import-Csv -LiteralPath $made.FullName).Count | Should -Be 9
        { Export-PartnerInvoiceLineItem -InvoiceId G000000003 -Path TestDrive:/stopped.csv -ErrorAction Stop } | Should -Throw -ErrorId 'UnreadableAnswer,*'
        Get-ChildItem -LiteralPath TestDrive:/ -Filter 'stopped*' | Should -HaveCount 0
    }

    It 'of a folder gets the name of its invoice' {
        $null = New-Item -ItemType Directory TestDrive:/folder
        (Export-PartnerInvoiceLineItem -InvoiceId G000000001 -Path TestDrive:/folder).Name | Should -Be 'G000000001.csv'
    }

    It 'is refused by another name than that of a kind' {
        Export-PartnerInvoiceLineItem -InvoiceId G000000001 -Path TestDrive:/x.xlsx -ErrorVariable refused -ErrorAction SilentlyContinue
        $refused[0].FullyQualifiedErrorId | Should -Be 'InvalidInput,PartnerCenterCart.Commands.ExportPartnerInvoiceLineItem'
    }
}

Describe 'A cache' {
    BeforeAll {
        Connect-EmulatorHost $endpoint
        $null = New-EmulatorInvoice $endpoint @{ id = 'G000000009'; date = '2025-10-08'; lines = 6000; blobs = 6 }
        $whole = Export-PartnerInvoiceLineItem -InvoiceId G000000009 -Path TestDrive:/whole.csv
    }

    It 'spares the next run what is whole' {
        $cache = Join-Path (Get-PSDrive TestDrive).Root 'kept'
        $null = Export-PartnerInvoiceLineItem -InvoiceId G000000009 -Path TestDrive:/a.csv -CachePath $cache
        $before = @(Get-PartnerCenterEmulatorRequest | Where-Object Operation -EQ reconciliation.blob).Count
        $again = Export-PartnerInvoiceLineItem -InvoiceId G000000009 -Path TestDrive:/b.csv -CachePath $cache
        @(Get-PartnerCenterEmulatorRequest | Where-Object Operation -EQ reconciliation.blob).Count | Should -Be $before
        Get-Hash $again.FullName | Should -Be (Get-Hash $whole.FullName)
    }
}
