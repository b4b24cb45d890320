# New-PartnerCustomerCartLineItem, New-PartnerCustomerCart and Get-PartnerCustomerCart where all goes well.
BeforeAll {
    . "$PSScriptRoot/_TestHelper.ps1"
    . "$PSScriptRoot/_WireHelper.ps1"
    Import-ModuleUnderTest
    Connect-PartnerCenter -Emulator
    $contoso = 'c0000000-0000-4000-8000-000000000001'
    $fabrikam = 'c0000000-0000-4000-8000-000000000002'
    $seat = @{ CatalogItemId = 'CFQ7TTC0LFLX:0001:CFQ7TTC0LB30'; BillingCycle = 'monthly'; TermDuration = 'P1M' }
}

AfterAll {
    Disconnect-PartnerCenter
}

Describe 'Making carts' {
    BeforeEach {
        Reset-PartnerCenterEmulator -Confirm:$false
    }

    Context 'New-PartnerCustomerCartLineItem' {
        It 'makes one licence unless told otherwise' {
            (New-PartnerCustomerCartLineItem @seat).Quantity | Should -Be 1
        }

        It 'puts billing cycle <Text> into the form of the service' -ForEach @(
            @{ Text = 'OneTime'; Wire = 'one_time' }, @{ Text = 'one-time'; Wire = 'one_time' }, @{ Text = 'ONE_TIME'; Wire = 'one_time' }
            @{ Text = 'Monthly'; Wire = 'monthly' }, @{ Text = 'ANNUAL'; Wire = 'annual' }, @{ Text = 'None'; Wire = 'none' }
            @{ Text = 'Triennial'; Wire = 'triennial' }, @{ Text = 'biennial'; Wire = 'biennial' }
        ) {
            (New-PartnerCustomerCartLineItem -CatalogItemId 'a:b:c' -BillingCycle $Text).BillingCycle | Should -BeExactly $Wire
        }

        It 'puts a term into upper case' {
            (New-PartnerCustomerCartLineItem -CatalogItemId 'a:b:c' -TermDuration p1y).TermDuration | Should -BeExactly 'P1Y'
        }

        It 'sends nothing' {
            $null = New-PartnerCustomerCartLineItem @seat
            Get-PartnerCenterEmulatorRequest | Should -BeNullOrEmpty
        }

        It 'works without a connection' {
            $result = Invoke-CleanPwsh {
                Import-Module $env:PCC_MODULE
                New-PartnerCustomerCartLineItem -CatalogItemId 'a:b:c' -Quantity 3 | ForEach-Object ToString
            }
            $result.StdErr | Should -BeNullOrEmpty
            $result.StdOut | Should -BeExactly '3 x a:b:c'
        }

        It 'carries nothing over from the row before' {
            $rows = [pscustomobject]@{ CatalogItemId = 'a:b:c'; Quantity = 5; FriendlyName = 'First'; TermDuration = 'P1M' }, [pscustomobject]@{ CatalogItemId = 'd:e:f'; Quantity = 1 }
            $second = @($rows | New-PartnerCustomerCartLineItem)[1]
            $second.Quantity | Should -Be 1
            $second.FriendlyName | Should -BeNullOrEmpty
            $second.TermDuration | Should -BeNullOrEmpty
        }

        It 'does not make one licence of a row whose quantity stands in another column' {
            [pscustomobject]@{ CatalogItemId = 'd:e:f'; Qty = 50 } | New-PartnerCustomerCartLineItem -ErrorAction SilentlyContinue -ErrorVariable problems | Should -BeNullOrEmpty
            $problems[0].Exception.Message | Should -BeLike '*no Quantity*Qty*'
        }

        It 'keeps every member that a user can set' {
            $line = New-PartnerCustomerCartLineItem -CatalogId 'a:b:c' -Quantity 7 -BillingCycle annual -TermDuration P3Y -FriendlyName 'Mine' `
                -ProvisioningContext @{ scope = 'shared' } -ParentSubscriptionId 'parent' -PromotionId 'promotion' -CustomTermEndDate '2027-06-30' -RenewsTo @{ TermDuration = 'P1Y' } `
                -Participants @{ transaction_reseller = '1' } -AddonItems @{ CatalogItemId = 'd:e:f'; Quantity = 2; BillingCycle = 'annual' } `
                -PurchaseCommitment @{ Amount = 1.5; Currency = 'usd'; Grain = 'hourly' } -AttestationAccepted $true -CurrencyCode EUR
            $null = $line | New-PartnerCustomerCart -CustomerId $fabrikam -PartnerOnRecordAttestationAccepted -ErrorAction SilentlyContinue
            $sent = Get-LastRequest carts.create
            $sent.Body | Should -BeExactly ('{"lineItems":[{"id":0,"catalogItemId":"a:b:c","friendlyName":"Mine","quantity":7,"currencyCode":"EUR","billingCycle":"annual",' +
                '"termDuration":"P3Y","promotionId":"promotion","participants":[{"key":"transaction_reseller","value":"1"}],' +
                '"provisioningContext":{"scope":"shared","ParentSubscriptionId":"parent"},' +
                '"addonItems":[{"id":1,"catalogItemId":"d:e:f","quantity":2,"billingCycle":"annual"}],"renewsTo":{"termDuration":"P1Y"},' +
                '"customTermEndDate":"2027-06-30T00:00:00Z","attestationAccepted":true,"purchaseCommitment":{"amount":1.5,"currency":"usd","grain":"hourly"}}],' +
                '"partnerOnRecordAttestationAccepted":true}')
        }
    }

    Context 'New-PartnerCustomerCart' {
        It 'makes one cart of all lines that come down the pipeline' {
            $line = New-PartnerCustomerCartLineItem @seat
            $cart = $line, $line, $line | New-PartnerCustomerCart -CustomerId $contoso
            $cart | Should -HaveCount 1
            $cart.LineItems.Id | Should -Be 0, 1, 2
            Get-PartnerCenterEmulatorRequest carts.create | Should -HaveCount 1
        }

        It 'makes one cart for each customer that lines name, in order of first appearance' {
            $lines = $fabrikam, $contoso, $fabrikam | ForEach-Object { New-PartnerCustomerCartLineItem @seat -CustomerId $_ }
            $carts = $lines | New-PartnerCustomerCart
            $carts.CustomerId | Should -BeExactly $fabrikam, $contoso
            $carts[0].LineItems | Should -HaveCount 2
            $carts[1].LineItems | Should -HaveCount 1
        }

        It 'makes one cart for each customer of hashtables, too' {
            $carts = (@{ CustomerId = $contoso; Quantity = 1 } + $seat), (@{ CustomerId = $fabrikam; Quantity = 2 } + $seat) | New-PartnerCustomerCart
            $carts.CustomerId | Should -BeExactly $contoso, $fabrikam
        }

        It 'takes the customer that is named over those of the lines' {
            $cart = New-PartnerCustomerCartLineItem @seat -CustomerId $fabrikam | New-PartnerCustomerCart -CustomerId $contoso
            $cart.CustomerId | Should -BeExactly $contoso
        }

        It 'makes the same cart for each customer that comes down the pipeline' {
            $carts = $contoso, $fabrikam | ForEach-Object { [pscustomobject]@{ CustomerId = $_ } } | New-PartnerCustomerCart -LineItem (New-PartnerCustomerCartLineItem @seat)
            $carts.CustomerId | Should -BeExactly $contoso, $fabrikam
        }

        It 'takes the partner''s attestation from a column' {
            $row = [pscustomobject](@{ Quantity = 1; PartnerOnRecordAttestationAccepted = $true } + $seat)
            $null = $row | New-PartnerCustomerCart -CustomerId $contoso -ErrorAction SilentlyContinue -ErrorVariable problems
            "$problems" | Should -BeNullOrEmpty
            (Get-LastRequest carts.create).Body | Should -BeLike '*"partnerOnRecordAttestationAccepted":true}'
        }

        It 'knows the old parameter name -LineItems' {
            $line = New-PartnerCustomerCartLineItem @seat
            (New-PartnerCustomerCart -CustomerId $contoso -LineItems @($line, $line)).LineItems | Should -HaveCount 2
        }

        It 'leaves the given line as it was' {
            $line = New-PartnerCustomerCartLineItem @seat
            $null = New-PartnerCustomerCart -CustomerId $contoso -LineItem $line
            $line.Id | Should -BeNullOrEmpty
            $line.Pricing | Should -BeNullOrEmpty
        }

        It 'says whose cart it is and which one, on the cart and its lines' {
            $cart = New-PartnerCustomerCartLineItem @seat | New-PartnerCustomerCart -CustomerId $contoso
            $cart.CustomerId | Should -BeExactly $contoso
            $cart.CartId | Should -BeExactly $cart.Id
            $cart.LineItems[0].CustomerId | Should -BeExactly $contoso
            $cart.LineItems[0].CartId | Should -BeExactly $cart.Id
            $cart.Status | Should -BeExactly 'Active'
        }

        It 'expires after seven days on the clock of the connection' {
            $cart = New-PartnerCustomerCartLineItem @seat | New-PartnerCustomerCart -CustomerId $contoso
            $null = Set-PartnerCenterEmulatorClock -Advance '6.00:00:00'
            $cart.ExpiresIn.TotalHours | Should -BeGreaterThan 23
            $cart.ExpiresIn.TotalHours | Should -BeLessOrEqual 24
        }

        It 'adds up the prices of the lines' {
            $line = New-PartnerCustomerCartLineItem @seat -Quantity 3
            $cart = $line, $line | New-PartnerCustomerCart -CustomerId $contoso
            $cart.TotalPrice | Should -Be 259.2
            $cart.CurrencyCode | Should -BeExactly 'USD'
        }

        It 'prices in the currency of the customer' {
            (New-PartnerCustomerCartLineItem @seat | New-PartnerCustomerCart -CustomerId $fabrikam).CurrencyCode | Should -BeExactly 'EUR'
        }

        It 'copies the lines of another cart' {
            $cart = New-PartnerCustomerCartLineItem @seat -Quantity 4 | New-PartnerCustomerCart -CustomerId $contoso
            $copy = $cart.LineItems | New-PartnerCustomerCart
            $copy.Id | Should -Not -Be $cart.Id
            $copy.CustomerId | Should -BeExactly $contoso
            $copy.LineItems[0].Quantity | Should -Be 4
        }
    }

    Context 'Get-PartnerCustomerCart' {
        BeforeEach {
            $carts = 1..3 | ForEach-Object { New-PartnerCustomerCartLineItem @seat -Quantity $_ | New-PartnerCustomerCart -CustomerId $contoso }
        }

        It 'reads one cart by its id' {
            $cart = Get-PartnerCustomerCart -CustomerId $contoso -CartId $carts[1].Id
            $cart.LineItems[0].Quantity | Should -Be 2
            $cart.CustomerId | Should -BeExactly $contoso
        }

        It 'reads many carts by their ids, in order' {
            (Get-PartnerCustomerCart $contoso $carts[2, 0].Id).Id | Should -BeExactly $carts[2, 0].Id
        }

        It 'reads the carts that come down the pipeline' {
            ($carts | Get-PartnerCustomerCart).Id | Should -BeExactly $carts.Id
        }

        It 'reads by what a CSV file holds' {
            $row = "CustomerId,CartId`n$contoso,$($carts[0].Id)" | ConvertFrom-Csv
            ($row | Get-PartnerCustomerCart).Id | Should -BeExactly $carts[0].Id
        }

        It 'accepts blanks around ids' {
            (Get-PartnerCustomerCart " $contoso " " $($carts[0].Id) ").Id | Should -BeExactly $carts[0].Id
        }
    }
}
