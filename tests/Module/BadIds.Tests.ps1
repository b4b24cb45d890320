# An id that cannot be one is one error record that says what is expected, and nothing is sent.
BeforeDiscovery {
    . "$PSScriptRoot/_Purchase.ps1"
    $ids = @(
        @{ What = 'missing'; Id = $null }
        @{ What = 'empty'; Id = '' }
        @{ What = 'blank'; Id = '   ' }
        @{ What = 'a word'; Id = 'contoso' }
        @{ What = 'a domain'; Id = 'contoso.onmicrosoft.com' }
        @{ What = 'a GUID without hyphens'; Id = 'c0000000000040008000000000000001' }
        @{ What = 'a GUID in braces'; Id = '{c0000000-0000-4000-8000-000000000001}' }
        @{ What = 'a GUID that is too short'; Id = 'c0000000-0000-4000-8000-00000000001' }
        @{ What = 'a GUID and a path'; Id = 'c0000000-0000-4000-8000-000000000001/carts' }
        @{ What = 'a way up'; Id = '../c0000000-0000-4000-8000-000000000001' }
        @{ What = 'a GUID and a query'; Id = 'c0000000-0000-4000-8000-000000000001?a=b' }
    )
    # One cmdlet gets them all, the others enough to see that they ask the same rule.
    $some = @($ids | Where-Object What -In 'missing', 'blank', 'a word', 'a GUID and a path')
    $calls = @(Get-ServiceCall | ForEach-Object { $_ + @{ Ids = $_.Cmdlet -eq 'Get-PartnerCustomerCart' ? $ids : $some } })
    $callsWithCart = $calls | Where-Object Cmdlet -NotIn 'New-PartnerCustomerCart', 'Get-PartnerCustomerOrder'
}

BeforeAll {
    . "$PSScriptRoot/_TestHelper.ps1"
    . "$PSScriptRoot/_Purchase.ps1"
    Import-ModuleUnderTest
    Connect-PartnerCenter -Emulator
    $cart = New-TestCart
}

AfterAll { Disconnect-PartnerCenter }

Describe '<Cmdlet>' -ForEach $calls {
    It 'refuses a customer id that is <What>' -ForEach $Ids {
        Assert-RefusedUnsent { & $Call $Id $cart.Id } $Cmdlet '*customer id*GUID*is expected*'
    }

    It 'refuses a customer id that is <What>, from the pipeline' -ForEach ($Ids | Where-Object Id) {
        $bound = @{ CustomerId = $Id; CartId = $cart.Id; LineItemId = 0 }
        $piped = @{
            'Get-PartnerCustomerCart'            = { [pscustomobject]$bound | Get-PartnerCustomerCart }
            'Get-PartnerCustomerOrder'           = { [pscustomobject]@{ CustomerId = $Id } | Get-PartnerCustomerOrder }
            'New-PartnerCustomerCart'            = { [pscustomobject](New-TestLine @{ CustomerId = $Id }) | New-PartnerCustomerCart }
            'Set-PartnerCustomerCart'            = { [pscustomobject]$bound | Set-PartnerCustomerCart -LineItem (New-TestLine) }
            'Add-PartnerCustomerCartLineItem'    = { [pscustomobject]$bound | Add-PartnerCustomerCartLineItem -LineItem (New-TestLine) }
            'Remove-PartnerCustomerCartLineItem' = { [pscustomobject]$bound | Remove-PartnerCustomerCartLineItem }
            'Submit-PartnerCustomerCart'         = { [pscustomobject]$bound | Submit-PartnerCustomerCart -Confirm:$false }
        }
        Assert-RefusedUnsent $piped[$Cmdlet] $Cmdlet '*customer id*GUID*is expected*'
    }
}

Describe '<Cmdlet>' -ForEach $callsWithCart {
    It 'refuses a cart id that is <What>' -ForEach $Ids {
        Assert-RefusedUnsent { & $Call $customer $Id } $Cmdlet '*cart id*GUID*is expected*'
    }
}

Describe 'an order id' {
    It 'is refused when it is <What>' -ForEach @(
        @{ What = 'missing'; Id = $null }
        @{ What = 'empty'; Id = '' }
        @{ What = 'blank'; Id = ' ' }
        @{ What = 'a path'; Id = 'a68736758d9c/lines' }
        @{ What = 'a way up'; Id = '..' }
        @{ What = 'two words'; Id = 'a68736758d9c a68736758d9d' }
        @{ What = 'a query'; Id = 'a68736758d9c?x=1' }
        @{ What = 'longer than any'; Id = 'a' * 65 }
    ) {
        Assert-RefusedUnsent { Get-PartnerCustomerOrder -CustomerId $customer -OrderId $Id } Get-PartnerCustomerOrder '*order id*expected*'
    }

    It 'is sent in each of its forms: <Id>' -ForEach @(
        @{ Id = 'a68736758d9c' }
        @{ Id = 'B23FDEDD-D6BD-415A-8B71-3624C81C9644' }
        @{ Id = 'OdgfpEXgKnXvGKzPyFWs3yz3sbJt7gKv1' }
    ) {
        $before = (Get-Request orders.get).Count
        $failure = (Get-Outcome { Get-PartnerCustomerOrder -CustomerId $customer -OrderId $Id }).Error
        $failure.FullyQualifiedErrorId | Should -BeExactly (Get-ErrorId NotFound Get-PartnerCustomerOrder)
        (Get-Request orders.get).Count | Should -Be ($before + 1)
    }
}

Describe 'a good id' {
    It 'may have blanks around it and any letter case' {
        (Get-PartnerCustomerCart -CustomerId " $($customer.ToUpperInvariant()) " -CartId "`t$($cart.Id)`n").Id | Should -Be $cart.Id
    }
}

Describe 'a billing cycle of orders' {
    It 'is refused when it is <Cycle>, which is no documented one' -ForEach @(@{ Cycle = 'fortnightly' }, @{ Cycle = 'unknown' }, @{ Cycle = ' ' }) {
        Assert-RefusedUnsent { Get-PartnerCustomerOrder -CustomerId $customer -BillingCycle $Cycle } Get-PartnerCustomerOrder '*monthly, annual*'
    }
}
