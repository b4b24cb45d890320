# Downloads whose process is killed: the emulator holds an answer, the process dies there, and the next run must give what any would.
BeforeAll {
    . "$PSScriptRoot/_TestHelper.ps1"
    . "$PSScriptRoot/_Invoices.ps1"
    Import-ModuleUnderTest
    $emulator = Start-EmulatorHost
    $endpoint = $emulator.Endpoint
    Connect-EmulatorHost $endpoint
    $null = New-EmulatorInvoice $endpoint @{ id = 'G000000009'; date = '2025-10-08'; lines = 12000; blobs = 6 }
    $null = New-EmulatorInvoice $endpoint @{ id = 'G000000008'; date = '2021-06-08'; lines = 5000 }
    $wholes = @{
        G000000009 = Get-Hash (Export-PartnerInvoiceLineItem -InvoiceId G000000009 -Path TestDrive:/v2.csv).FullName
        G000000008 = Get-Hash (Export-PartnerInvoiceLineItem -InvoiceId G000000008 -Path TestDrive:/v1.csv).FullName
        statement  = Get-Hash (Get-PartnerInvoiceStatement G016907411 -OutputPath TestDrive:/whole).FullName
    }

    function Get-CallCount([string] $Operation) { @(Get-PartnerCenterEmulatorRequest | Where-Object Operation -EQ $Operation).Count }

    # Runs a command in a process of its own and kills it when so many calls of the operation came, the last of which are held.
    function Stop-Download([string] $Command, [string] $Operation, [int] $Calls) {
        $program, $first = Get-PwshCommand
        $script = "Import-Module '$(Get-ModuleUnderTestPath)'; Connect-PartnerCenter -AccessToken some-token -Endpoint $endpoint; $Command"
        $before = Get-CallCount $Operation
        $process = Start-HelperProcess $program @(@($first) + '-NoProfile', '-NonInteractive', '-Command', $script | Where-Object { $_ })
        $limit = [Diagnostics.Stopwatch]::StartNew()
        try {
            while ((Get-CallCount $Operation) - $before -lt $Calls -and $limit.Elapsed.TotalSeconds -lt 90 -and -not $process.WaitForExit(20)) { $null = $limit }
            $process.HasExited | Should -BeFalse -Because 'it must be killed in the middle'
            (Get-CallCount $Operation) - $before | Should -BeGreaterOrEqual $Calls
        }
        finally {
            $process.Kill($true)
            $process.WaitForExit()
            Set-PartnerCenterEmulatorFault -Clear
        }
    }
}

AfterAll {
    Disconnect-PartnerCenter
    Stop-EmulatorHost $emulator
}

Describe 'An export that is killed <Point>' -ForEach @(
    @{ Point = 'while the service makes it'; Id = 'G000000009'; Operation = 'reconciliation.operation'; Pass = 0; Calls = 1 }
    @{ Point = 'before the first file'; Id = 'G000000009'; Operation = 'reconciliation.blob'; Pass = 0; Calls = 1 }
    @{ Point = 'in the middle of a file'; Id = 'G000000009'; Operation = 'reconciliation.blob'; Pass = 0; Half = $true; Calls = 5 }
    @{ Point = 'when some files are whole'; Id = 'G000000009'; Operation = 'reconciliation.blob'; Pass = 3; Calls = 4 }
    @{ Point = 'between two pages of v1'; Id = 'G000000008'; Operation = 'invoices.lineItems'; Pass = 1; Calls = 2 }
) {
    It 'leaves <What>, and the next run gives the same bytes' -ForEach @(@{ What = 'the old file'; Old = $true }, @{ What = 'no file'; Old = $false }) {
        $folder = (New-Item -ItemType Directory -Path (Join-Path $TestDrive ([guid]::NewGuid()))).FullName
        $file = "$folder/rows.csv"
        if ($Old) { [IO.File]::WriteAllText($file, 'old') }
        if ($Pass) { Set-PartnerCenterEmulatorFault -Operation $Operation -Delay '00:00:00.001' -Times $Pass }
        if ($Half) { Set-PartnerCenterEmulatorFault -Operation $Operation -TruncateBody }
        Set-PartnerCenterEmulatorFault -Operation $Operation -Delay '00:05:00' -Times 50
        Stop-Download "Export-PartnerInvoiceLineItem -InvoiceId $Id -Path '$file' -CachePath '$folder/cache' -Force" $Operation $Calls

        Test-Path $file | Should -Be $Old
        if ($Old) { [IO.File]::ReadAllText($file) | Should -BeExactly 'old' }

        $exports = Get-CallCount reconciliation.billed.export
        $null = Export-PartnerInvoiceLineItem -InvoiceId $Id -Path $file -CachePath "$folder/cache" -Force
        Get-Hash $file | Should -Be $wholes[$Id]
        Test-Path "$file.partial" | Should -BeFalse
        Get-CallCount reconciliation.billed.export | Should -Be $exports -Because 'the export that was begun is gone on with'
    }
}

Describe 'A statement that is killed <Point>' -ForEach @(
    @{ Point = 'before its first byte'; Half = $false; Calls = 1 }
    @{ Point = 'in the middle'; Half = $true; Calls = 2 }
) {
    It 'leaves <What>, and the next run gives the same bytes' -ForEach @(@{ What = 'the old file'; Old = $true }, @{ What = 'no file'; Old = $false }) {
        $folder = (New-Item -ItemType Directory -Path (Join-Path $TestDrive ([guid]::NewGuid()))).FullName
        $file = Join-Path $folder 'Invoice_G016907411.pdf'
        if ($Old) { [IO.File]::WriteAllText($file, 'old') }
        if ($Half) { Set-PartnerCenterEmulatorFault -Operation invoices.statement -TruncateBody }
        Set-PartnerCenterEmulatorFault -Operation invoices.statement -Delay '00:05:00' -Times 50
        Stop-Download "Get-PartnerInvoiceStatement G016907411 -OutputPath '$folder' -Force" invoices.statement $Calls

        Test-Path $file | Should -Be $Old
        if ($Old) { [IO.File]::ReadAllText($file) | Should -BeExactly 'old' }
        Test-Path "$file.partial" | Should -Be $Half

        $null = Get-PartnerInvoiceStatement G016907411 -OutputPath $folder -Force
        Get-Hash $file | Should -Be $wholes.statement
        (Get-ChildItem -LiteralPath $folder -File -Force).Name | Should -Be 'Invoice_G016907411.pdf'
    }
}
