# A line that cannot be bought as it stands is one error record that says what is expected, before anything is sent,
# whatever the line is made of and whichever cmdlet gets it.
BeforeDiscovery {
    # A null takes the member away; a name that is none adds it.
    $lines = @(
        @{ What = 'no catalog item'; Change = @{ CatalogItemId = $null }; Says = '*catalog item id*expected*' }
        @{ What = 'a blank catalog item'; Change = @{ CatalogItemId = ' ' }; Says = '*catalog item id*expected*' }
        @{ What = 'quantity 0'; Change = @{ Quantity = 0 }; Says = '*quantity 0*at least 1*' }
        @{ What = 'quantity -1'; Change = @{ Quantity = -1 }; Says = '*quantity -1*at least 1*' }
        @{ What = 'quantity 2.5'; Change = @{ Quantity = 2.5 }; Says = '*2.5*whole number*' }
        @{ What = 'quantity "2.5"'; Change = @{ Quantity = '2.5' }; Says = '*2.5*whole number*' }
        @{ What = 'quantity "abc"'; Change = @{ Quantity = 'abc' }; Says = '*abc*whole number*' }
        @{ What = 'quantity "2,5", which is no 25'; Change = @{ Quantity = '2,5' }; Says = '*2,5*whole number*' }
        @{ What = 'quantity "1kb", which is no 1024'; Change = @{ Quantity = '1kb' }; Says = '*1kb*whole number*' }
        @{ What = 'quantity "-3"'; Change = @{ Quantity = '-3' }; Says = '*quantity -3*at least 1*' }
        @{ What = 'a quantity beyond any'; Change = @{ Quantity = 30000000000 }; Says = '*30000000000*whole number*' }
        @{ What = 'term "yearly"'; Change = @{ TermDuration = 'yearly' }; Says = '*yearly*ISO 8601*P1M*P1Y*' }
        @{ What = 'term "1Y"'; Change = @{ TermDuration = '1Y' }; Says = '*1Y*ISO 8601*' }
        @{ What = 'term "P"'; Change = @{ TermDuration = 'P' }; Says = "*'P'*ISO 8601*" }
        @{ What = 'term "P1"'; Change = @{ TermDuration = 'P1' }; Says = '*P1*ISO 8601*' }
        @{ What = 'term "P1Y "" and more'; Change = @{ TermDuration = 'P1Y or longer' }; Says = '*P1Y or longer*ISO 8601*' }
        @{ What = 'term "P-1Y"'; Change = @{ TermDuration = 'P-1Y' }; Says = '*P-1Y*ISO 8601*' }
        @{ What = 'billing cycle "fortnightly"'; Change = @{ BillingCycle = 'fortnightly' }; Says = '*fortnightly*monthly, annual, none, one_time, triennial, biennial*' }
        @{ What = 'billing cycle "unknown"'; Change = @{ BillingCycle = 'unknown' }; Says = '*unknown*monthly, annual*' }
        @{ What = 'billing cycle "99"'; Change = @{ BillingCycle = '99' }; Says = '*99*monthly, annual*' }
        @{ What = 'a date that is none'; Change = @{ CustomTermEndDate = 'someday' }; Says = '*someday*date*expected*' }
        @{ What = 'an attestation that is neither yes nor no'; Change = @{ AttestationAccepted = 'maybe' }; Says = '*maybe*true or false*' }
    )
    # One shape and one cmdlet get them all, the others enough to see that they ask the same rules.
    $some = @($lines | Where-Object What -In 'no catalog item', 'quantity 0', 'quantity 2.5', 'quantity "abc"', 'term "yearly"', 'billing cycle "fortnightly"')
    $badMembers = @(
        @{ What = 'no quantity'; Change = @{ Quantity = $null }; Says = '*no quantity*at least 1*' }
        @{ What = 'a blank quantity'; Change = @{ Quantity = '' }; Says = '*no quantity*at least 1*' }
        @{ What = 'a misspelt quantity'; Change = @{ Qantity = 2 }; Says = "*'Qantity'*Did you mean Quantity*" }
        @{ What = 'a misspelt term'; Change = @{ TermDuratoin = 'P1Y' }; Says = "*'TermDuratoin'*Did you mean TermDuration*" }
        @{ What = 'a member of something else'; Change = @{ Colour = 'red' }; Says = "*'Colour'*CatalogItemId*" }
        @{ What = 'an add-on with a misspelt member'; Change = @{ AddonItems = @(@{ CatalogItemId = 'x'; Quantty = 1 }) }; Says = "*'Quantty'*Did you mean Quantity*" }
        @{ What = 'an add-on with quantity 0'; Change = @{ AddonItems = @(@{ CatalogItemId = 'x'; Quantity = 0 }) }; Says = '*quantity 0*at least 1*' }
    )
    $noLines = @(
        @{ What = 'nothing'; Lines = $null }
        @{ What = 'an empty list'; Lines = @() }
        @{ What = 'a list that holds nothing'; Lines = @($null) }
        @{ What = 'text'; Lines = 'CFQ7TTC0LFLX:0001:CFQ7TTC0LB30' }
        @{ What = 'a number'; Lines = 42 }
        @{ What = 'a list in a list'; Lines = @(, @(1, 2)) }
    )
    $shapes = @(
        @{ Shape = 'hashtable'; Bad = $lines; Make = { param($line) $line } }
        @{ Shape = 'ordered dictionary'; Bad = $some; Make = { param($line) $made = [ordered]@{}; foreach ($name in $line.Keys) { $made[$name.ToUpperInvariant()] = $line[$name] }; $made } }
        @{ Shape = 'PSCustomObject'; Bad = $some; Make = { param($line) [pscustomobject]$line } }
    )
    $takers = @(
        @{ Cmdlet = 'New-PartnerCustomerCart'; Call = { New-PartnerCustomerCart -CustomerId $customer -LineItem $args[0] } }
        @{ Cmdlet = 'Add-PartnerCustomerCartLineItem'; Call = { Add-PartnerCustomerCartLineItem -CustomerId $customer -CartId $cart.Id -LineItem $args[0] } }
        @{ Cmdlet = 'Set-PartnerCustomerCart'; Call = { Set-PartnerCustomerCart -CustomerId $customer -CartId $cart.Id -LineItem $args[0] } }
    )
}

BeforeAll {
    . "$PSScriptRoot/_TestHelper.ps1"
    . "$PSScriptRoot/_Purchase.ps1"
    Import-ModuleUnderTest
    Connect-PartnerCenter -Emulator
    $cart = New-TestCart
}

AfterAll { Disconnect-PartnerCenter }

Describe 'New-PartnerCustomerCartLineItem' {
    It 'refuses <What>, as parameters' -ForEach $lines {
        $parameters = New-TestLine $Change
        if (-not $parameters.ContainsKey('CatalogItemId')) { $parameters.CatalogItemId = $null }
        Assert-RefusedUnsent { New-PartnerCustomerCartLineItem @parameters } New-PartnerCustomerCartLineItem $Says
    }

    It 'refuses <What>, from a CSV file' -ForEach ($lines | Where-Object What -NE 'no catalog item') {
        [pscustomobject](New-TestLine $Change) | Export-Csv -LiteralPath "$TestDrive/lines.csv"
        Assert-RefusedUnsent { Import-Csv -LiteralPath "$TestDrive/lines.csv" | New-PartnerCustomerCartLineItem } New-PartnerCustomerCartLineItem $Says
    }

    It 'names the item that the line is for as the target' {
        (Get-Outcome { New-PartnerCustomerCartLineItem -CatalogItemId a:b:c -Quantity 0 }).Error[0].TargetObject | Should -Be 'a:b:c'
    }
}

Describe '<Cmdlet>' -ForEach $takers {
    It 'refuses <What>' -ForEach ($some + $badMembers) {
        Assert-RefusedUnsent { & $Call (New-TestLine $Change) } $Cmdlet $Says
    }

    It 'refuses <What> instead of lines' -ForEach $noLines {
        Assert-RefusedUnsent { & $Call $Lines } $Cmdlet '*expected*'
    }
}

Describe 'New-PartnerCustomerCart with a line that is a <Shape>' -ForEach $shapes {
    It 'refuses <What>' -ForEach ($Bad + $badMembers) {
        Assert-RefusedUnsent { & $Make (New-TestLine $Change) | New-PartnerCustomerCart -CustomerId $customer } New-PartnerCustomerCart $Says
    }
}

Describe 'New-PartnerCustomerCart with three lines of which one is bad' {
    It 'makes no cart of the other two: half of what was meant is not what was meant' {
        Assert-RefusedUnsent { (New-TestLine), (New-TestLine @{ Quantity = 0 }), (New-TestLine) | New-PartnerCustomerCart -CustomerId $customer } New-PartnerCustomerCart '*Line 1*quantity 0*'
    }

    It 'says which line of the pipeline could not be read' {
        $bad = New-TestLine @{ Qantity = 2 }
        (Get-Outcome { (New-TestLine), $bad, (New-TestLine) | New-PartnerCustomerCart -CustomerId $customer }).Error[0].TargetObject | Should -Be $bad
    }

    It 'still makes the carts of other customers' {
        $outcome = Get-Outcome {
            [pscustomobject](New-TestLine @{ CustomerId = $customer }), [pscustomobject](New-TestLine @{ CustomerId = $secondCustomer; Quantity = 0 }), [pscustomobject](New-TestLine @{ CustomerId = $thirdCustomer }) |
                New-PartnerCustomerCart
        }
        $outcome.Output.CustomerId | Should -Be $customer, $thirdCustomer
        $outcome.Error.Count | Should -Be 1
        $outcome.Error[0].TargetObject | Should -Be $secondCustomer
    }
}
