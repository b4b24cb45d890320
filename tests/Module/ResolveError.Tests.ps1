# Resolve-PartnerError explains without a network.
BeforeAll {
    . "$PSScriptRoot/_TestHelper.ps1"
    . "$PSScriptRoot/_Purchase.ps1"
    Import-ModuleUnderTest
    Connect-PartnerCenter -Emulator

    # In a session of its own, whose $Error holds nothing else.
    function Invoke-Session([string] $Text) {
        $shell = [powershell]::Create()
        try { $shell.AddScript('param($module) Import-Module $module; ' + $Text).AddArgument((Get-ModuleUnderTestPath)).Invoke() }
        finally { $shell.Dispose() }
    }
}

AfterAll { Disconnect-PartnerCenter }

Describe 'Resolve-PartnerError' {
    It 'explains the last errors, newest first' {
        $reports = Invoke-Session "Get-PartnerCustomerOrder $customer a68736758d9c -ErrorAction SilentlyContinue; Get-Item nowhere -ErrorAction SilentlyContinue; Get-PartnerCustomerOrder nobody -ErrorAction SilentlyContinue; Resolve-PartnerError"
        $reports.Kind | Should -Be 'InvalidInput', 'NotFound'
        $reports[1].ServiceCode | Should -BeExactly '20000'
        $reports[1].Meaning | Should -BeExactly 'order unknown'
        $reports[1].Remedy | Should -BeLike '*order id*'
        $reports[1].Command | Should -BeLike 'Get-PartnerCustomerOrder*'
        [guid]$reports[1].CorrelationId | Should -Not -Be ([guid]::Empty)
        [guid]$reports[1].RequestId | Should -Not -Be ([guid]::Empty)
        $reports[0].Meaning | Should -BeLike 'refused here*'
    }

    It 'is ready to be pasted' {
        $text = (Invoke-Session "Get-PartnerCustomerOrder $customer a68736758d9c -ErrorAction SilentlyContinue; Resolve-PartnerError -Last 1").Text
        foreach ($line in 'Error: NotFound in Get-PartnerCustomerOrder', 'Service code: 20000', 'Meaning: order unknown', 'Correlation id: ', 'Request id: ') { $text | Should -BeLike "*$line*" }
    }

    It 'takes errors from the pipeline, and ignores those of others' {
        $null = Get-PartnerCustomerOrder $customer a68736758d9c -ErrorVariable mine -ErrorAction SilentlyContinue
        Get-Item nowhere -ErrorVariable other -ErrorAction SilentlyContinue
        $report = $mine, $other | ForEach-Object { $_ } | Resolve-PartnerError
        $report.RequestId | Should -BeExactly $mine[0].Exception.RequestId
    }

    It 'explains an error that ended a script once' {
        @(Invoke-Session "try { Get-PartnerCustomerOrder $customer a68736758d9c -ErrorAction Stop } catch { }; Resolve-PartnerError").Count | Should -Be 1
    }

    It 'sends nothing and needs no connection' {
        $before = Get-SentCount
        $null = Get-PartnerCustomerOrder nobody -ErrorVariable mine -ErrorAction SilentlyContinue
        $null = $mine | Resolve-PartnerError
        Get-SentCount | Should -Be $before
        $run = Invoke-CleanPwsh { Import-Module $env:PCC_MODULE; Get-PartnerCustomerOrder nobody -ErrorAction SilentlyContinue; (Resolve-PartnerError).Kind }
        $run.StdOut | Should -BeExactly 'NotConnected'
    }

    It 'returns nothing where there was no error' {
        Invoke-Session 'Resolve-PartnerError' | Should -BeNullOrEmpty
    }
}
