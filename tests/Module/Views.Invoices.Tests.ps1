# The tables of invoices and of their rows, at the widths of a small and a large window.
BeforeDiscovery {
    $views = 'InvoiceSummary', 'Invoice', 'EstimateLink', 'LicenseBasedLineItem', 'UsageBasedLineItem', 'DailyUsageLineItem', 'OneTimeInvoiceLineItem', 'DailyRatedUsageLineItem'
    $everyView = foreach ($width in 79, 80, 120) { foreach ($view in $views) { @{ View = $view; Width = $width } } }
}

BeforeAll {
    $culture = [cultureinfo]::CurrentCulture
    . "$PSScriptRoot/_TestHelper.ps1"
    Import-ModuleUnderTest
    [cultureinfo]::CurrentCulture = 'en-US'
    Connect-PartnerCenter -Emulator
    $shown = @{
        InvoiceSummary          = Get-PartnerInvoiceSummary
        Invoice                 = Get-PartnerInvoice
        EstimateLink            = Get-PartnerInvoiceEstimateLink USD
        LicenseBasedLineItem    = Get-PartnerInvoiceLineItem D02005YFHI | Select-Object -First 3
        UsageBasedLineItem      = Get-PartnerInvoiceLineItem 1234000000 -BillingProvider Azure
        DailyUsageLineItem      = Get-PartnerInvoiceLineItem 1234000000 -BillingProvider Azure -LineItemType usage | Select-Object -First 3
        OneTimeInvoiceLineItem  = Get-PartnerInvoiceLineItem G000773581 -BillingProvider OneTime -Api v1 | Select-Object -First 3
        DailyRatedUsageLineItem = Get-PartnerInvoiceLineItem T000001234 -LineItemType usage | Select-Object -First 3
    }
}

AfterAll {
    [cultureinfo]::CurrentCulture = $culture
    Disconnect-PartnerCenter
}

Describe 'The table of <View> at <Width> columns' -ForEach $everyView {
    BeforeAll {
        $text = $shown[$View] | Format-Table | Out-String -Width $Width
        $table = @($text -split '\r?\n' | ForEach-Object { ($_ -replace ' +', ' ').Trim() } | Where-Object { $_ })
    }

    It 'has its headings on one line' {
        $table[1] | Should -Match '^[- ]+$' -Because "a heading that is broken into several lines cannot be read:`n$text"
    }

    It 'names no types and shows no empty amounts' {
        $text | Should -Not -Match 'PartnerCenterCart\.|System\.|\{0\}'
        $table.Count | Should -BeGreaterThan 2
    }

    It 'fits' {
        $text -split '\r?\n' | ForEach-Object { $_.TrimEnd().Length | Should -BeLessOrEqual $Width }
    }
}

Describe 'The table of invoices' {
    It 'shows what people look for at 80 columns' {
        $text = $shown.Invoice | Format-Table | Out-String -Width 80
        $text | Should -Match 'D02005YFHI\s+2017-01-21\s+Recurring\s+48,843\.37\s+1,000\.00\s+GBP'
    }
}
