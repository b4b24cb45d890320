# Orders that wait for a purchase-order document, from the wait that says so to the purchase.
BeforeAll {
    . "$PSScriptRoot/_TestHelper.ps1"
    . "$PSScriptRoot/_Purchase.ps1"
    . "$PSScriptRoot/_AfterCheckout.ps1"
    Import-ModuleUnderTest
    $emulator = Start-EmulatorHost
    $file = Join-Path $TestDrive 'order.pdf'
    [IO.File]::WriteAllBytes($file, [byte[]](1..9))
    # In a sandbox this product waits for a document.
    $reviewed = @{ CatalogItemId = 'DG7GMGF0D7FV:0001:DG7GMGF0D7F1'; Quantity = 1; BillingCycle = 'one_time' }
}

AfterAll {
    Disconnect-PartnerCenter
    Stop-EmulatorHost $emulator
}

Describe 'An order that waits for its purchase-order document' {
    BeforeEach {
        Connect-EmulatorDoor host $emulator
        # The host lives in real time: what takes time is over at once, or its clock is moved.
        Set-EmulatorSetting $emulator @{ sandbox = $true; provisioningSeconds = 0 }
        $result = Get-Bought $reviewed, $software
        $waiting = $result.Orders | Where-Object Status -EQ pending_po_upload
    }

    It 'ends its wait at once and says what to do, while others come out' {
        Set-EmulatorSetting $emulator @{ sandbox = $false; purchaseOrderItems = @($seat.CatalogItemId) }
        $both = Get-Bought $seat, $software
        $outcome = Get-Outcome { $both | Wait-PartnerCustomerOrder }
        $outcome.Output.BillingCycle | Should -BeExactly 'one_time'
        $outcome.Error.FullyQualifiedErrorId | Should -BeExactly (Get-ErrorId Conflict Wait-PartnerCustomerOrder)
        $outcome.Error.Exception.Message | Should -BeLike '*waits for its purchase-order document*pending_po_upload*'
        $outcome.Error.ErrorDetails.RecommendedAction | Should -BeLike "Add-PartnerCustomerOrderAttachment -CustomerId $customer -OrderId * -Path*"
    }

    It 'is bought after the document was sent and reviewed' {
        $waiting | Should -HaveCount 1
        $null = $waiting | Add-PartnerCustomerOrderAttachment -Path $file -CustomerPrice 12.5 -Currency USD -FxRate 1.1
        ($waiting | Get-PartnerCustomerOrder).Status | Should -BeExactly 'po_upload_complete'
        $null = Set-PartnerCenterEmulatorClock -Advance ([TimeSpan]::FromMinutes(2))
        ($waiting | Wait-PartnerCustomerOrder).Status | Should -BeExactly 'completed'
    }

    It 'is an error of its own when the document is rejected' {
        Set-EmulatorSetting $emulator @{ rejectPurchaseOrders = $true }
        $null = $waiting | Add-PartnerCustomerOrderAttachment -Path $file -CustomerPrice 12.5 -Currency USD
        $null = Set-PartnerCenterEmulatorClock -Advance ([TimeSpan]::FromMinutes(2))
        $outcome = Get-Outcome { $waiting | Wait-PartnerCustomerOrder }
        $outcome.Output | Should -BeNullOrEmpty
        $outcome.Error.Exception.Message | Should -BeLike '*po_review_rejected*'
        $outcome.Error.ErrorDetails.RecommendedAction | Should -BeLike '*rejected in its review*'
    }
}
