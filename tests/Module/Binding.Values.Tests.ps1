# Values inside lines: provisioning context, participants, add-ons, numbers and dates, in any culture.
BeforeAll {
    . "$PSScriptRoot/_TestHelper.ps1"
    . "$PSScriptRoot/_WireHelper.ps1"
    Import-ModuleUnderTest
    Connect-PartnerCenter -Emulator
    $customer = 'd6bf25b7-e0a8-4f2d-a31b-97b55cfc774d'
    $item = @{ CatalogItemId = 'a:b:c'; Quantity = 1; BillingCycle = 'monthly' }

    function Get-SentLine($Line, [switch] $Attested) {
        $null = New-PartnerCustomerCart -CustomerId $customer -LineItem $Line -PartnerOnRecordAttestationAccepted:$Attested -ErrorAction SilentlyContinue
        return (ConvertFrom-WireText (Get-LastRequest carts.create).Body).lineItems[0]
    }
}

AfterAll {
    Disconnect-PartnerCenter
}

Describe 'A provisioning context in the culture <_>' -ForEach 'de-DE', 'tr-TR', 'ar-SA', 'en-US' {
    BeforeAll {
        $culture = [cultureinfo]::CurrentCulture
        [cultureinfo]::CurrentCulture = $_
        $values = [ordered]@{
            text     = 'as it is'
            whole    = 1234
            fraction = 1234.5
            money    = 0.05d
            yes      = $true
            no       = $false
            date     = [datetime]::new(2027, 1, 2)
            utc      = [datetime]::new(2027, 1, 2, 3, 4, 5, [DateTimeKind]::Utc)
            moment   = [DateTimeOffset]::new(2027, 1, 2, 3, 4, 5, [timespan]::FromHours(1))
            id       = [guid]'3D5ECED6-1151-44C7-AEE6-70A4BB725666'
        }
        $text = 'text=as it is|whole=1234|fraction=1234.5|money=0.05|yes=true|no=false|date=2027-01-02T00:00:00Z|utc=2027-01-02T03:04:05Z|' +
            'moment=2027-01-02T03:04:05+01:00|id=3d5eced6-1151-44c7-aee6-70a4bb725666'
        function Format-Context($Context) { ($Context.Keys | ForEach-Object { "$_=$($Context[$_])" }) -join '|' }
    }

    AfterAll {
        [cultureinfo]::CurrentCulture = $culture
    }

    It 'becomes text from an ordered dictionary' {
        Format-Context (Get-SentLine (New-PartnerCustomerCartLineItem @item -ProvisioningContext $values)).provisioningContext | Should -BeExactly $text
    }

    It 'becomes text from a PSCustomObject' {
        Format-Context (Get-SentLine (New-PartnerCustomerCartLineItem @item -ProvisioningContext ([pscustomobject]$values))).provisioningContext | Should -BeExactly $text
    }

    It 'becomes text inside a hashtable' {
        Format-Context (Get-SentLine ($item + @{ provisioningcontext = $values })).provisioningContext | Should -BeExactly $text
    }

    It 'becomes text in a cast' {
        $line = [PartnerCenterCart.CartLineItem]($item + @{ ProvisioningContext = $values })
        Format-Context (Get-SentLine $line).provisioningContext | Should -BeExactly $text
    }

    It 'stands beside numbers and dates that are read in no culture' {
        $sent = Get-SentLine ($item + @{ CustomTermEndDate = '06/30/2027'; PurchaseCommitment = @{ Amount = '1234.5' } })
        $sent.customTermEndDate | Should -BeExactly '2027-06-30T00:00:00Z'
        $sent.purchaseCommitment.amount | Should -Be 1234.5
    }
}

Describe 'A provisioning context' {
    It 'leaves out values that are not set' {
        $sent = (Get-SentLine ($item + @{ ProvisioningContext = @{ scope = 'shared'; subscriptionId = $null } })).provisioningContext
        $sent.Keys | Should -BeExactly 'scope'
    }

    It 'sends keys as they were written' {
        (Get-SentLine ($item + @{ ProvisioningContext = @{ SubscriptionId = 'x' } })).provisioningContext.Keys | Should -BeExactly 'SubscriptionId'
    }

    It 'can be filled key by key' {
        $line = New-PartnerCustomerCartLineItem @item -ProvisioningContext @{}
        $line.ProvisioningContext['scope'] = 'single'
        $line.ProvisioningContext.Add('subscriptionId', 5)
        $sent = (Get-SentLine $line).provisioningContext
        $sent.subscriptionId | Should -BeExactly '5'
    }

    It 'accepts the parent subscription beside it' {
        $sent = (Get-SentLine (New-PartnerCustomerCartLineItem @item -ProvisioningContext @{ scope = 'x' } -ParentSubscriptionId ' p ')).provisioningContext
        $sent.Keys | Should -BeExactly 'scope', 'ParentSubscriptionId'
        $sent.ParentSubscriptionId | Should -BeExactly 'p'
    }
}

Describe 'Participants' {
    It 'bind from <Form>' -ForEach @(
        @{ Form = 'a map of part and id'; Given = @{ transaction_reseller = '5357564' } }
        @{ Form = 'a map with a number'; Given = @{ transaction_reseller = 5357564 } }
        @{ Form = 'a hashtable with key and value'; Given = @{ Key = 'transaction_reseller'; Value = '5357564' } }
        @{ Form = 'an ordered dictionary with key and value'; Given = [ordered]@{ key = 'transaction_reseller'; value = 5357564 } }
        @{ Form = 'a PSCustomObject'; Given = [pscustomobject]@{ KEY = 'transaction_reseller'; value = '5357564' } }
        @{ Form = 'JSON'; Given = '[{"key":"transaction_reseller","value":"5357564"}]' | ConvertFrom-Json }
    ) {
        foreach ($line in (New-PartnerCustomerCartLineItem @item -Participants $Given), ($item + @{ participants = $Given })) {
            $sent = @((Get-SentLine $line -Attested).participants)
            $sent | Should -HaveCount 1
            $sent[0].key | Should -BeExactly 'transaction_reseller'
            $sent[0].value | Should -BeExactly '5357564'
        }
    }

    It 'bind from objects of the module' {
        $participant = [PartnerCenterCart.CartParticipant]::new('consumption_reseller', '1')
        $sent = (Get-SentLine (New-PartnerCustomerCartLineItem @item -Participants $participant) -Attested).participants
        $sent[0].key | Should -BeExactly 'consumption_reseller'
    }

    It 'keep the order of several' {
        $sent = (Get-SentLine ($item + @{ Participants = @(@{ transaction_reseller = '3' }, @{ additional_transaction_reseller = '2', '1' }) }) -Attested).participants
        $sent.value | Should -BeExactly '3', '2', '1'
        $sent.key | Should -BeExactly 'transaction_reseller', 'additional_transaction_reseller', 'additional_transaction_reseller'
    }
}

Describe 'A cast to a line' {
    It 'takes nested members' {
        $line = [PartnerCenterCart.CartLineItem]@{
            CatalogItemId       = 'a:b:c'
            Quantity            = 3
            BillingCycle        = 'monthly'
            ProvisioningContext = @{ scope = 'shared'; seats = 5 }
            AddonItems          = @(@{ CatalogItemId = 'd:e:f'; Quantity = '2' }, @{ CatalogItemId = 'g:h:i'; Quantity = 1; AddonItems = @(@{ CatalogItemId = 'j:k:l'; Quantity = 1 }) })
            Participants        = @(@{ Key = 'transaction_reseller'; Value = '1' })
            RenewsTo            = @{ TermDuration = 'P1Y' }
            PurchaseCommitment  = @{ Amount = 0.05; Currency = 'usd'; Grain = 'hourly' }
        }
        $sent = Get-SentLine $line -Attested
        $sent.provisioningContext.seats | Should -BeExactly '5'
        $sent.addonItems.catalogItemId | Should -BeExactly 'd:e:f', 'g:h:i'
        $sent.addonItems.id | Should -Be 1, 2
        $sent.addonItems[1].addonItems[0].id | Should -Be 3
        $sent.participants[0].value | Should -BeExactly '1'
        $sent.renewsTo.termDuration | Should -BeExactly 'P1Y'
        $sent.purchaseCommitment.amount | Should -Be 0.05
    }

    It 'works right after the import, before any command has run' {
        $result = Invoke-CleanPwsh {
            Import-Module $env:PCC_MODULE
            ([PartnerCenterCart.CartLineItem]@{ CatalogItemId = 'a:b:c'; Quantity = 3; TermDuration = 'P1M' }).ToString()
        }
        $result.StdErr | Should -BeNullOrEmpty
        $result.StdOut | Should -BeExactly '3 x a:b:c (P1M)'
    }
}

Describe 'A member that cannot be' {
    It 'is refused when it is <Why>' -ForEach @(
        @{ Why = 'misspelt'; Line = @{ TermDuratoin = 'P1M' }; Message = "*'TermDuratoin' is not a member of a cart line. Did you mean TermDuration?*" }
        @{ Why = 'unknown'; Line = @{ Colour = 'blue' }; Message = "*'Colour' is not a member of a cart line. Its members are *" }
        @{ Why = 'half a licence'; Line = @{ Quantity = 2.5 }; Message = '*2.5*whole number*' }
        @{ Why = 'a quantity in words'; Line = @{ Quantity = 'many' }; Message = "*'many'*whole number*" }
        @{ Why = 'a date in words'; Line = @{ CustomTermEndDate = 'soon' }; Message = "*'soon'*date such as*" }
    ) {
        Reset-PartnerCenterEmulator -Confirm:$false
        $given = @{ CatalogItemId = 'a:b:c'; Quantity = 1 }
        foreach ($key in $Line.Keys) { $given[$key] = $Line[$key] }
        $null = $given | New-PartnerCustomerCart -CustomerId $customer -ErrorAction SilentlyContinue -ErrorVariable problems
        $problems[0].FullyQualifiedErrorId | Should -BeExactly 'InvalidInput,PartnerCenterCart.Commands.NewPartnerCustomerCart'
        "$($problems[0])" | Should -BeLike $Message
        $problems[0].TargetObject | Should -Be $given
        Get-PartnerCenterEmulatorRequest | Should -BeNullOrEmpty
    }
}
