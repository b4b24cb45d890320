# Purchase plans for the tests. Dot-source it after _TestHelper.ps1 and _Purchase.ps1.

# Rows for three customers in turn; -Change overwrites members of all rows.
function New-TestPlanRow([int] $Count, [hashtable] $Change = @{}) {
    foreach ($number in 1..$Count) {
        $row = @{
            Reference = "PO-$number"; Customer = $customer, $secondCustomer, $thirdCustomer | Select-Object -Index (($number - 1) % 3)
            ProductId = 'CFQ7TTC0LFLX'; SkuId = '0001'; Quantity = $number; TermDuration = 'P1M'; BillingCycle = 'monthly'
        }
        foreach ($name in $Change.Keys) { $row[$name] = $Change[$name] }
        [pscustomobject]$row
    }
}

function New-TestPlan([int] $Count, [hashtable] $Change = @{}) {
    New-TestPlanRow $Count $Change | Import-PartnerPurchasePlan
}

# Label and order of everything that the emulator has sold to the three customers; its lists must not lag.
function Get-Purchase {
    foreach ($id in $customer, $secondCustomer, $thirdCustomer) {
        foreach ($order in Get-PartnerCustomerOrder -CustomerId $id) {
            foreach ($line in $order.LineItems) { [pscustomobject]@{ Reference = $line.FriendlyName; OrderId = $order.Id; Quantity = $line.Quantity } }
        }
    }
}
