# Lines bind from whatever a user has: objects of the module, hashtables, CSV rows, JSON, what a job sends back.
BeforeDiscovery {
    $forms = @(
        @{ Form = 'a line of the module'; Make = { New-PartnerCustomerCartLineItem @members } }
        @{ Form = 'a cast'; Make = { [PartnerCenterCart.CartLineItem]$members } }
        @{ Form = 'a hashtable'; Make = { $members } }
        @{ Form = 'an ordered dictionary'; Make = { $ordered = [ordered]@{}; $members.Keys | ForEach-Object { $ordered[$_] = $members[$_] }; $ordered } }
        @{ Form = 'a generic dictionary'; Make = { $d = [Collections.Generic.Dictionary[string, object]]::new(); $members.Keys | ForEach-Object { $d[$_] = $members[$_] }; , $d } }
        @{ Form = 'a PSCustomObject'; Make = { [pscustomobject]$members } }
        @{ Form = 'names in lower case'; Make = { $lower = @{}; $members.Keys | ForEach-Object { $lower[$_.ToLowerInvariant()] = $members[$_] }; $lower } }
        @{ Form = 'a PSCustomObject with names in upper case'; Make = { $upper = @{}; $members.Keys | ForEach-Object { $upper[$_.ToUpperInvariant()] = $members[$_] }; [pscustomobject]$upper } }
        @{ Form = 'JSON text'; Make = { $members | ConvertTo-Json | ConvertFrom-Json } }
        @{ Form = 'JSON text as a hashtable'; Make = { $members | ConvertTo-Json | ConvertFrom-Json -AsHashtable } }
        @{ Form = 'a hashtable that went through a job'; Make = { [Management.Automation.PSSerializer]::Deserialize([Management.Automation.PSSerializer]::Serialize($members)) } }
        @{ Form = 'a line that went through a job'; Make = { [Management.Automation.PSSerializer]::Deserialize([Management.Automation.PSSerializer]::Serialize((New-PartnerCustomerCartLineItem @members))) } }
        @{ Form = 'the service''s name catalogId'; Make = { $renamed = $members.Clone(); $renamed.catalogId = $renamed.CatalogItemId; $renamed.Remove('CatalogItemId'); $renamed } }
    )
}

BeforeAll {
    . "$PSScriptRoot/_TestHelper.ps1"
    . "$PSScriptRoot/_WireHelper.ps1"
    Import-ModuleUnderTest
    Connect-PartnerCenter -Emulator
    $customer = 'd6bf25b7-e0a8-4f2d-a31b-97b55cfc774d'
    $members = @{
        CatalogItemId       = 'DG7GMGF0DWTL:0001:DG7GMGF0DSJB'
        FriendlyName        = 'Mine'
        Quantity            = 2
        BillingCycle        = 'one_time'
        TermDuration        = 'P1Y'
        ProvisioningContext = @{ subscriptionId = '3D5ECED6-1151-44C7-AEE6-70A4BB725666' }
    }
    $expected = '{"lineItems":[{"id":0,"catalogItemId":"DG7GMGF0DWTL:0001:DG7GMGF0DSJB","friendlyName":"Mine","quantity":2,"billingCycle":"one_time",' +
        '"termDuration":"P1Y","provisioningContext":{"subscriptionId":"3D5ECED6-1151-44C7-AEE6-70A4BB725666"}}]}'

    # What a job or a remote session makes of an object.
    function ConvertTo-Received($Object) {
        [Management.Automation.PSSerializer]::Deserialize([Management.Automation.PSSerializer]::Serialize($Object))
    }
}

AfterAll {
    Disconnect-PartnerCenter
}

Describe 'A line' {
    BeforeEach {
        Reset-PartnerCenterEmulator -Confirm:$false
    }

    It 'binds from <Form> in the pipeline' -ForEach $forms {
        & $Make | New-PartnerCustomerCart -CustomerId $customer -ErrorAction SilentlyContinue | Should -HaveCount 1
        (Get-LastRequest carts.create).Body | Should -BeExactly $expected
    }

    It 'binds from <Form> to -LineItem' -ForEach $forms {
        $line = & $Make
        New-PartnerCustomerCart -CustomerId $customer -LineItem $line -ErrorAction SilentlyContinue | Should -HaveCount 1
        (Get-LastRequest carts.create).Body | Should -BeExactly $expected
    }

    It 'binds from <Form> where it is added to a cart' -ForEach $forms {
        $cart = New-PartnerCustomerCart -CustomerId $customer -LineItem $members -ErrorAction SilentlyContinue
        $null = & $Make | Add-PartnerCustomerCartLineItem -CustomerId $customer -CartId $cart.Id -ErrorAction SilentlyContinue
        $sent = (ConvertFrom-WireText (Get-LastRequest carts.update).Body).lineItems[1]
        Compare-WireTree (ConvertFrom-WireText $expected).lineItems[0] $sent | ForEach-Object Key | Should -BeExactly '~id'
    }
}

Describe 'Lines of a CSV file' {
    BeforeAll {
        $csv = @'
CatalogItemId,Quantity,BillingCycle,TermDuration,FriendlyName,PromotionId,CustomTermEndDate,AttestationAccepted,ParentSubscriptionId,ProvisioningContext,RenewsTo
CFQ7TTC0LFLX:0001:CFQ7TTC0LB30,20,Monthly,P1M,Seats,,2027-06-30,,,,
DG7GMGF0DWM3:0002:DG7GMGF0DT1M,1,OneTime,, ,,,,,,
DZH318Z0C0WF:0001:DZH318Z0BP69,10,None,P1M,,,,True,,,P1Y
'@ | ConvertFrom-Csv
    }

    It 'leave blank cells unset' {
        $lines = $csv | New-PartnerCustomerCartLineItem
        $lines | Should -HaveCount 3
        $null = $lines | New-PartnerCustomerCart -CustomerId $customer -ErrorAction SilentlyContinue
        (Get-LastRequest carts.create).Body | Should -BeExactly ('{"lineItems":[' +
            '{"id":0,"catalogItemId":"CFQ7TTC0LFLX:0001:CFQ7TTC0LB30","friendlyName":"Seats","quantity":20,"billingCycle":"monthly","termDuration":"P1M","customTermEndDate":"2027-06-30T00:00:00Z"},' +
            '{"id":1,"catalogItemId":"DG7GMGF0DWM3:0002:DG7GMGF0DT1M","quantity":1,"billingCycle":"one_time"},' +
            '{"id":2,"catalogItemId":"DZH318Z0C0WF:0001:DZH318Z0BP69","quantity":10,"billingCycle":"none","termDuration":"P1M","renewsTo":{"termDuration":"P1Y"},"attestationAccepted":true}]}')
    }

    It 'go straight into a cart, with the members of a line as columns' {
        $rows = "catalogitemid,quantity,billingcycle,termduration,friendlyname`nCFQ7TTC0LFLX:0001:CFQ7TTC0LB30,20,Monthly,P1M,`n" | ConvertFrom-Csv
        $cart = $rows | New-PartnerCustomerCart -CustomerId $customer
        $cart.LineItems[0].Quantity | Should -Be 20
        $cart.LineItems[0].FriendlyName | Should -BeNullOrEmpty
    }

    It 'make one cart for each customer of a column' {
        $rows = @'
CustomerId,CatalogItemId,Quantity,BillingCycle
c0000000-0000-4000-8000-000000000002,DG7GMGF0DWM3:0002:DG7GMGF0DT1M,1,OneTime
d6bf25b7-e0a8-4f2d-a31b-97b55cfc774d,DG7GMGF0DWM3:0002:DG7GMGF0DT1M,2,OneTime
c0000000-0000-4000-8000-000000000002,DG7GMGF0DWM3:0002:DG7GMGF0DT1M,3,OneTime
'@ | ConvertFrom-Csv
        $carts = $rows | New-PartnerCustomerCartLineItem | New-PartnerCustomerCart
        $carts.CustomerId | Should -BeExactly 'c0000000-0000-4000-8000-000000000002', $customer
        $carts[0].LineItems.Quantity | Should -Be 1, 3
    }

    It 'accept an attestation where the cell says <Text>' -ForEach @{ Text = 'True'; Value = $true }, @{ Text = 'true'; Value = $true }, @{ Text = 'False'; Value = $false }, @{ Text = 'false'; Value = $false } {
        $row = "CatalogItemId,Quantity,BillingCycle,AttestationAccepted`nCFQ7TTC0J203:0001:CFQ7TTC0J20A,1,monthly,$Text" | ConvertFrom-Csv
        ($row | New-PartnerCustomerCartLineItem).AttestationAccepted | Should -Be $Value
    }
}

Describe 'A line that went through a job' {
    BeforeEach {
        Reset-PartnerCenterEmulator -Confirm:$false
    }

    It 'keeps its <Member>' -ForEach @(
        @{ Member = 'CustomTermEndDate'; Value = '2027-06-30'; Json = '"customTermEndDate":"2027-06-30T00:00:00Z"' }
        @{ Member = 'Participants'; Value = @{ transaction_reseller = '5357564' }; Json = '"participants":[{"key":"transaction_reseller","value":"5357564"}]' }
        @{ Member = 'RenewsTo'; Value = 'P1Y'; Json = '"renewsTo":{"termDuration":"P1Y"}' }
        @{ Member = 'PurchaseCommitment'; Value = @{ Amount = 0.05; Currency = 'usd'; Grain = 'hourly' }; Json = '"purchaseCommitment":{"amount":0.05,"currency":"usd","grain":"hourly"}' }
        @{ Member = 'AddonItem'; Value = @{ CatalogItemId = 'x:y:z'; Quantity = 4 }; Json = '"addonItems":[{"id":1,"catalogItemId":"x:y:z","quantity":4' }
        @{ Member = 'AttestationAccepted'; Value = $true; Json = '"attestationAccepted":true' }
    ) {
        $given = @{ $Member = $Value }
        $received = ConvertTo-Received (New-PartnerCustomerCartLineItem @members @given)
        $null = $received | New-PartnerCustomerCart -CustomerId $customer -PartnerOnRecordAttestationAccepted -ErrorAction SilentlyContinue -ErrorVariable problems
        $request = Get-PartnerCenterEmulatorRequest carts.create
        $request | Should -HaveCount 1 -Because "$problems"
        $request.Body | Should -BeLike "*$($Json.Replace('[', '`[').Replace(']', '`]'))*"
    }

    It 'binds after it was read from a cart, prices and all' {
        $cart = @{ CatalogItemId = 'CFQ7TTC0LFLX:0001:CFQ7TTC0LB30'; Quantity = 2; BillingCycle = 'monthly'; TermDuration = 'P1M' } | New-PartnerCustomerCart -CustomerId $customer
        $copy = ConvertTo-Received $cart.LineItems[0] | New-PartnerCustomerCart -CustomerId $customer -ErrorAction SilentlyContinue -ErrorVariable problems
        "$problems" | Should -BeNullOrEmpty
        $copy.LineItems[0].Quantity | Should -Be 2
    }
}

Describe 'A cart that went through a job' {
    It 'is known by its ids to <_>' -ForEach 'Get-PartnerCustomerCart', 'Submit-PartnerCustomerCart' {
        $cart = @{ CatalogItemId = 'DG7GMGF0DWM3:0002:DG7GMGF0DT1M'; Quantity = 2; BillingCycle = 'one_time' } | New-PartnerCustomerCart -CustomerId $customer
        $confirm = $_ -like 'Submit-*' ? @{ Confirm = $false } : @{}
        (ConvertTo-Received $cart | & $_ @confirm).CartId | Should -BeExactly $cart.Id
    }

    It 'leads its checkout result to the orders' {
        $result = @{ CatalogItemId = 'DG7GMGF0DWM3:0002:DG7GMGF0DT1M'; Quantity = 2; BillingCycle = 'one_time' } |
            New-PartnerCustomerCart -CustomerId $customer | Submit-PartnerCustomerCart -Confirm:$false
        (ConvertTo-Received $result | Get-PartnerCustomerOrder).Id | Should -BeExactly $result.OrderId
    }
}
