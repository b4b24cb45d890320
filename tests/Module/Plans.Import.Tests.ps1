BeforeAll {
    . "$PSScriptRoot/_TestHelper.ps1"
    . "$PSScriptRoot/_Purchase.ps1"
    . "$PSScriptRoot/_Plan.ps1"
    Import-ModuleUnderTest

    function Set-PlanFile([string] $Name, [string] $Text) {
        $path = Join-Path $TestDrive $Name
        [IO.File]::WriteAllText($path, $Text, [Text.UTF8Encoding]::new($true))
        return $path
    }
}

Describe 'Importing a purchase plan' {
    It 'knows columns in several spellings, quotes, and a byte-order mark' {
        $path = Set-PlanFile 'plan.csv' @'
Ref,Customer Domain,product_id,SKU,Seats,Term,billing-cycle,Friendly Name
"PO ""7"", first",contoso.onmicrosoft.com,CFQ7TTC0LFLX,0001, 5 ,p1m,Monthly,"Seats, monthly"
PO-8,Fabrikam,CFQ7TTC0LFLX,0001,3,P1Y,Annual,
'@
        $plan = Import-PartnerPurchasePlan $path

        $plan.Problems | Should -BeNullOrEmpty
        $plan.Rows.Reference | Should -BeExactly 'PO "7", first', 'PO-8'
        $plan.Rows[0].Quantity | Should -Be 5
        $plan.Rows[0].TermDuration | Should -BeExactly 'P1M'
        $plan.Rows[0].Line.FriendlyName | Should -BeExactly 'Seats, monthly'
        $plan.Rows[1].BillingCycle | Should -BeExactly 'annual'
        $plan.Source | Should -Be $path
    }

    It 'takes every option of a line, nested ones by a dot' {
        $path = Set-PlanFile 'options.csv' @'
Customer,CatalogItemId,Quantity,ProvisioningContext.scope,ProvisioningContext.subscriptionId,Participants.transaction_reseller,PurchaseCommitment.amount,PurchaseCommitment.currency,RenewsTo,CustomTermEndDate,AttestationAccepted,PromotionId,PartnerOnRecordAttestationAccepted
Contoso,A:0001:B,1,shared,11111111-1111-4111-8111-111111111111,5357564,1.5,USD,P1Y,2027-06-30,true,P:1:2,true
'@
        $plan = Import-PartnerPurchasePlan $path

        $plan.Problems | Should -BeNullOrEmpty
        $line = $plan.Rows[0].Line
        $line.ProvisioningContext['scope'] | Should -Be 'shared'
        $line.Participants[0].Value | Should -Be '5357564'
        $line.PurchaseCommitment.Amount | Should -Be 1.5
        $line.RenewsTo.TermDuration | Should -Be 'P1Y'
        $line.CustomTermEndDate.Year | Should -Be 2027
        $line.AttestationAccepted | Should -BeTrue
        $plan.Rows[0].IsAttested | Should -BeTrue
    }

    It 'reads the same in every culture' {
        $path = Set-PlanFile 'numbers.csv' "Customer;CatalogItemId;Quantity;PurchaseCommitment.amount`nContoso;A:0001:B;1;1.5"
        $before = [cultureinfo]::CurrentCulture
        try {
            [cultureinfo]::CurrentCulture = 'de-DE'
            $plan = Import-PartnerPurchasePlan $path -Delimiter ';'
        }
        finally { [cultureinfo]::CurrentCulture = $before }
        $plan.Rows[0].Line.PurchaseCommitment.Amount | Should -Be 1.5
    }

    It 'takes JSON with nested members' {
        $path = Set-PlanFile 'plan.json' '[{"customer":"Contoso","catalogItemId":"A:0001:B","quantity":2,"addonItems":[{"catalogItemId":"C:0001:D","quantity":2}]},{"customer":"Fabrikam","productId":"P","skuId":"0001","quantity":"3"}]'

        $plan = Import-PartnerPurchasePlan $path

        $plan.Problems | Should -BeNullOrEmpty
        $plan.Rows[0].Line.AddonItems[0].CatalogItemId | Should -Be 'C:0001:D'
        $plan.Rows[1].Quantity | Should -Be 3
    }

    It 'takes objects, hashtables and lines from the pipeline' {
        $rows = @{ Customer = 'Contoso'; CatalogItemId = 'A:0001:B'; Quantity = 1 }, [pscustomobject]@{ CustomerId = $customer; OfferId = 'A:0001:B'; Quantity = 2 }
        $line = New-PartnerCustomerCartLineItem -CatalogItemId A:0001:B -Quantity 3 -BillingCycle monthly
        $line.CustomerId = $customer

        $plan = $rows + $line | Import-PartnerPurchasePlan

        $plan.Problems | Should -BeNullOrEmpty
        $plan.Rows.Quantity | Should -Be 1, 2, 3
        $plan.Rows[2].Customer | Should -Be $customer
        $plan.Rows.Reference | Should -BeExactly 'row 1', 'row 2', 'row 3'
    }

    It 'lists all problems of all rows with their numbers, and still returns the plan' {
        $path = Set-PlanFile 'bad.csv' @'
Reference,Customer,CatalogItemId,Quantity,Term,Remark
A,Contoso,A:0001:B,two,P1M,
a,,A:0001:B,0,nine,
C,Contoso,,"1,5",P1M,
'@
        $outcome = Get-Outcome { Import-PartnerPurchasePlan $path -IgnoreColumn Remark }

        $outcome.Output[0].Problems | ForEach-Object { "$($_.RowNumber) $($_.RuleId)" } | Should -BeExactly '1 RowUnreadable', '2 ReferenceNotUnique', '2 CustomerMissing', '2 QuantityInvalid', '2 TermInvalid', '3 RowUnreadable', '3 ItemMissing'
        $outcome.Warning | Should -BeLike '3 rows have errors*'
        $outcome.Output[0].Rows.RowNumber | Should -Be 1, 2, 3
    }

    It 'looks on where a value cannot be read: all that is wrong with a row comes at once' {
        $null = Connect-PartnerCenter -Emulator
        $path = Set-PlanFile 'many.csv' @'
Reference,Customer,ProductId,SkuId,Quantity,Term,BillingCycle,RenewsTo.TermDuration,CustomTermEndDate,Attested
A,Nobody,CFQ7TTC0LFLX,,"1,5",nine,weekly,,soon,perhaps
'@
        $plan = Import-PartnerPurchasePlan $path -WarningAction Ignore | Test-PartnerPurchasePlan -WarningAction Ignore
        Disconnect-PartnerCenter

        $found = $plan.Problems | ForEach-Object { "$($_.RuleId) $($_.Message)" }
        foreach ($expected in "RowUnreadable '1,5'*", "RowUnreadable 'soon'*", "RowUnreadable 'perhaps'*", 'ItemMissing*', 'BillingCycleInvalid*', 'TermInvalid*', 'CustomerNotFound*') {
            @($found -like $expected).Count | Should -Be 1 -Because "$expected is wrong, too: $($found -join '; ')"
        }
    }

    It 'takes no decimal and no grouped number for a quantity in any culture: <Text> in <Culture>' -TestCases @(
        @{ Text = '1,5'; Culture = 'de-DE' }, @{ Text = '1.000'; Culture = 'de-DE' }, @{ Text = '1.5'; Culture = 'en-US' }, @{ Text = '1,000'; Culture = 'en-US' }
    ) {
        $path = Set-PlanFile 'quantity.csv' "Customer;CatalogItemId;Quantity`nContoso;A:0001:B;$Text"
        $before = [cultureinfo]::CurrentCulture
        try {
            [cultureinfo]::CurrentCulture = $Culture
            $plan = Import-PartnerPurchasePlan $path -Delimiter ';' -WarningAction Ignore
        }
        finally { [cultureinfo]::CurrentCulture = $before }
        $plan.Problems[0].Message | Should -BeLike "'$Text' cannot be the Quantity*"
    }

    It 'says which -Delimiter a file of one column may need' {
        $outcome = Get-Outcome { Import-PartnerPurchasePlan (Set-PlanFile 'semicolons.csv' "Customer;Quantity`nContoso;1") }
        $outcome.Error[0].FullyQualifiedErrorId | Should -BeExactly (Get-ErrorId InvalidInput Import-PartnerPurchasePlan)
        "$($outcome.Error[0].ErrorDetails.RecommendedAction)" | Should -BeLike "*-Delimiter ';'*"
    }

    It 'does not take a column that it does not know, which could be a misspelt one' {
        $plan = Import-PartnerPurchasePlan (Set-PlanFile 'misspelt.csv' "Customer,CatalogItemId,Quantity,TermDurration`nContoso,A:0001:B,1,P1Y") -WarningAction Ignore

        $plan.HasErrors | Should -BeTrue
        $plan.Problems[0].Message | Should -BeLike "*'TermDurration'*Did you mean TermDuration?*"
    }

    It 'says what is wrong with a file: <Name>' -TestCases @(
        @{ Name = 'none.csv'; Text = $null; Says = "*There is no file*" }
        @{ Name = 'broken.json'; Text = '[{"a":'; Says = '*cannot be read as JSON*' }
    ) {
        $path = $Text ? (Set-PlanFile $Name $Text) : (Join-Path $TestDrive $Name)
        $outcome = Get-Outcome { Import-PartnerPurchasePlan $path }
        $outcome.Error[0].FullyQualifiedErrorId | Should -BeExactly (Get-ErrorId InvalidInput Import-PartnerPurchasePlan)
        "$($outcome.Error[0])" | Should -BeLike $Says
    }

    It 'makes a plan without rows of nothing, which cannot be bought' {
        (Import-PartnerPurchasePlan (Set-PlanFile 'empty.csv' 'Customer,Quantity') -WarningAction Ignore).Problems.RuleId | Should -Be 'NoRows'
    }
}

Describe 'Testing a purchase plan' {
    BeforeAll { $null = Connect-PartnerCenter -Emulator }
    AfterAll { Disconnect-PartnerCenter }

    It 'resolves it, sums it up and changes nothing' {
        $plan = New-TestPlan 3 | Test-PartnerPurchasePlan

        $plan.Problems | Should -BeNullOrEmpty
        $plan.Rows.CustomerName | Should -BeExactly 'Contoso', 'Fabrikam', 'Northwind Traders'
        $plan.Totals.CurrencyCode | Should -BeExactly 'EUR', 'GBP', 'USD'
        $plan.CancelUntil | Should -BeGreaterThan ([DateTimeOffset]::UtcNow)
        "$plan" | Should -BeLike '*price unknown*'
        (Get-Request '').Method | Sort-Object -Unique | Should -Be 'GET'
    }

    It 'sends no POST at all with -WhatIf in force' {
        $WhatIfPreference = $true
        Get-PartnerProductPromotion -Country US -ErrorAction Ignore | Out-Null
        $promotion = (Get-PartnerProductPromotion -Country US)[0]
        $item = $promotion.RequiredProducts[0]
        $plan = @{ Customer = $customer; ProductId = $item.ProductId; SkuId = $item.SkuId; Quantity = 1; Term = $item.Term.Duration; BillingCycle = $item.Term.BillingCycle; PromotionId = $promotion.Id } | Import-PartnerPurchasePlan | Test-PartnerPurchasePlan

        $plan.Problems.RuleId | Should -Contain 'CheckNotPossible'
        (Get-Request '').Method | Sort-Object -Unique | Should -Be 'GET'
    }

    It 'shows its rows, problems and totals as tables' {
        $plan = @(New-TestPlanRow 1) + @(New-TestPlanRow 1 @{ Customer = 'Nobody'; Reference = 'X' }) | Import-PartnerPurchasePlan | Test-PartnerPurchasePlan -WarningAction Ignore

        ($plan | Out-String).Trim() | Should -Match '(?m)^ *Rows +Customers +Errors'
        ($plan.Problems | Out-String) | Should -Match '(?m)^ +2 X +Error +CustomerNotFound'
        ($plan.Rows | Out-String) | Should -Match '(?m)^ +1 PO-1 +Contoso +1 P1M +monthly +Microsoft'
    }
}
