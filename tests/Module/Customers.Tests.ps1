# Get-PartnerCustomer: all, by id, by the start of name or domain. What lists have in common is in Catalog.Lists.Tests.ps1.
BeforeAll {
    . "$PSScriptRoot/_TestHelper.ps1"
    . "$PSScriptRoot/_Purchase.ps1"
    . "$PSScriptRoot/_CatalogHelper.ps1"
    Import-ModuleUnderTest
    $unknown = 'ffffffff-ffff-4fff-8fff-ffffffffffff'
}

AfterAll { Disconnect-PartnerCenter }

Describe 'Get-PartnerCustomer without parameters' {
    BeforeAll {
        Connect-PartnerCenter -Emulator
        $all = @(Get-PartnerCustomer)
        $requests = Get-Request customers.list
    }

    It 'gives every customer of the partner once' {
        # One of the emulator's two hundred has no relationship with the partner.
        $all.Count | Should -Be 199
        ($all.Id | Sort-Object -Unique).Count | Should -Be 199
    }

    It 'tells what lists tell: id, name and domain, under the names that other cmdlets bind' {
        $contoso = $all | Where-Object Id -EQ $customer
        $contoso.CustomerId, $contoso.CompanyName, $contoso.Domain | Should -BeExactly $customer, 'Contoso', 'contoso.onmicrosoft.com'
        $contoso.BillingProfile | Should -BeNullOrEmpty
        $contoso.AllowDelegatedAccess | Should -BeNullOrEmpty
    }

    It 'seeks: the second request says Next and sends the token of the first answer' {
        $requests.Count | Should -Be 2
        Get-QueryValue $requests[0] seekOperation | Should -BeNullOrEmpty
        $requests[0].Headers.Keys | Should -Not -Contain 'MS-ContinuationToken'
        Get-QueryValue $requests[1] seekOperation | Should -Be 'Next'
        $requests[1].Headers['MS-ContinuationToken'] | Should -Not -BeNullOrEmpty
    }
}

Describe 'Get-PartnerCustomer by id' {
    BeforeEach { Connect-PartnerCenter -Emulator }

    It 'gives what lists leave out, too' {
        $contoso = Get-PartnerCustomer -CustomerId $customer
        $contoso.BillingProfile.DefaultAddress.Country | Should -BeExactly 'US'
        $contoso.CustomDomains | Should -Contain 'contoso.onmicrosoft.com'
        $contoso.AllowDelegatedAccess | Should -BeTrue
    }

    It 'takes several ids, one request for each, in their order' {
        (Get-PartnerCustomer $secondCustomer, $customer, $thirdCustomer).Id | Should -BeExactly $secondCustomer, $customer, $thirdCustomer
        (Get-Request customers.get).Count | Should -Be 3
    }

    It 'takes ids from the pipeline by property name' {
        ('CustomerId', $customer, $secondCustomer | ConvertFrom-Csv | Get-PartnerCustomer).CompanyName | Should -BeExactly 'Contoso', 'Fabrikam'
        (New-TestCart $thirdCustomer | Get-PartnerCustomer).CompanyName | Should -BeExactly 'Northwind Traders'
    }

    It 'one that is unknown is one error; the others come' {
        $outcome = Get-Outcome { Get-PartnerCustomer -CustomerId $customer, $unknown, $secondCustomer }
        $outcome.Output.Id | Should -BeExactly $customer, $secondCustomer
        $outcome.Error.Count | Should -Be 1
        $outcome.Error[0].FullyQualifiedErrorId | Should -BeExactly (Get-ErrorId NotFound Get-PartnerCustomer)
        $outcome.Error[0].TargetObject | Should -BeExactly $unknown
        $outcome.Error[0].Exception.ServiceCode | Should -BeExactly '60003'
    }

    It 'one without a relationship with the partner is forbidden' {
        $failures = (Get-Outcome { Get-PartnerCustomer 'c0000000-0000-4000-8000-000000000008' }).Error
        $failures.FullyQualifiedErrorId | Should -BeExactly (Get-ErrorId Forbidden Get-PartnerCustomer)
        $failures.Exception.ServiceCode | Should -BeExactly '20002'
    }

    It 'text that is no id is refused before anything is sent: <Id>' -ForEach @{ Id = 'Contoso' }, @{ Id = '' }, @{ Id = '../customers' } {
        Assert-RefusedUnsent { Get-PartnerCustomer -CustomerId $Id } Get-PartnerCustomer '*GUID*'
    }

    It 'stops asking at Select-Object -First 1' {
        (Get-PartnerCustomer $customer, $secondCustomer, $thirdCustomer | Select-Object -First 1).Id | Should -BeExactly $customer
        (Get-Request customers.get).Count | Should -Be 1
    }
}

Describe 'Get-PartnerCustomer by <Parameter>' -ForEach @(
    @{ Parameter = 'Name'; Field = 'CompanyName'; Exact = 'Contoso'; Begin = 'cONT'; Middle = '*onto*'; Ends = 'C*oso'; One = 'Conto?o'; NoMatch = 'ontoso' }
    @{ Parameter = 'Domain'; Field = 'Domain'; Exact = 'contoso.onmicrosoft.com'; Begin = 'CONT'; Middle = '*toso.on*'; Ends = 'c*oso.onmicrosoft.com'; One = 'conto?o.*'; NoMatch = 'onmicrosoft.com' }
) {
    BeforeEach { Connect-PartnerCenter -Emulator }

    It 'takes <_> for the same customer' -ForEach 'Exact', 'Begin', 'Middle', 'Ends', 'One' {
        $search = @{ $Parameter = (Get-Variable $_ -ValueOnly) }
        (Get-PartnerCustomer @search).Id | Should -Be $customer
    }

    It 'lets the service compare the start' {
        $search = @{ $Parameter = $Begin }
        $null = Get-PartnerCustomer @search
        $requests = Get-Request ''
        $requests.Operation | Should -Be 'customers.search'
        Get-QueryValue $requests[0] filter | Should -BeExactly "{`"Field`":`"$Field`",`"Value`":`"$Begin`",`"Operator`":`"starts_with`"}"
    }

    It 'finds nothing by a text from the middle without wildcards' {
        $search = @{ $Parameter = $NoMatch }
        Get-PartnerCustomer @search | Should -BeNullOrEmpty
    }

    It 'asks for the list where a wildcard stands in front, and streams it' {
        $search = @{ $Parameter = $Middle }
        (Get-PartnerCustomer @search | Select-Object -First 1).Id | Should -Be $customer
        (Get-Request '').Operation | Should -Be 'customers.list'
    }

    It 'is refused when blank, before anything is sent' {
        $search = @{ $Parameter = '  ' }
        Assert-RefusedUnsent { Get-PartnerCustomer @search } Get-PartnerCustomer "*start of $Field*"
    }
}

Describe 'a name that would mean something to the query' {
    BeforeEach { Connect-PartnerCenter -Emulator }

    It 'is searched as it is: <Text>' -ForEach @{ Text = 'a & b=c' }, @{ Text = 'say "hi"' }, @{ Text = '{"Field":"x"}' }, @{ Text = 'Bäcker + Söhne 100%' } {
        (Get-Outcome { Get-PartnerCustomer -Name $Text }).Error | Should -BeNullOrEmpty
        ((Get-QueryValue (Get-Request customers.search)[0] filter) | ConvertFrom-Json).Value | Should -BeExactly $Text
    }
}

Describe 'pages of customers as the service may send them' {
    BeforeAll {
        $emulator = Start-EmulatorHost
        Connect-EmulatorDoor host $emulator
        $expected = @(Get-PartnerCustomer).Id
    }

    BeforeEach { Reset-PartnerCenterEmulator }

    AfterAll { Stop-EmulatorHost $emulator }

    It 'are all read with <What>' -ForEach @(
        @{ What = 'an empty page between two'; Setting = @{ pageSize = 70; emptyPages = $true }; Requests = 5 }
        @{ What = 'the token at the top and no link'; Setting = @{ pageSize = 70; tokenPlace = 'top' }; Requests = 3 }
        @{ What = 'tokens of many characters'; Setting = @{ pageSize = 70; tokenLength = 8000 }; Requests = 3 }
        @{ What = 'malformed links'; Setting = @{ pageSize = 70; malformedLinks = $true }; Requests = 3 }
        @{ What = 'a byte order mark in front'; Setting = @{ pageSize = 70; byteOrderMark = 2 }; Requests = 3 }
    ) {
        Set-EmulatorSetting $emulator $Setting
        @(Get-PartnerCustomer).Id | Should -BeExactly $expected
        (Get-Request customers.list).Count | Should -Be $Requests
    }

    It 'keep the filter from page to page' {
        Set-EmulatorSetting $emulator @{ pageSize = 6 }
        @(Get-PartnerCustomer -Name 'Example').Count | Should -BeGreaterThan 12
        (Get-Request customers.search).ForEach({ Get-QueryValue $_ filter }) | Sort-Object -Unique | Should -BeExactly '{"Field":"CompanyName","Value":"Example","Operator":"starts_with"}'
    }
}
