# 429 is waited out, on the clock of the connection: here the emulator's, which jumps.
BeforeAll {
    . "$PSScriptRoot/_TestHelper.ps1"
    . "$PSScriptRoot/_Purchase.ps1"
    Import-ModuleUnderTest
}

BeforeDiscovery {
    . "$PSScriptRoot/_Purchase.ps1"
    $calls = @(Get-ServiceCall)
}

AfterAll { Disconnect-PartnerCenter }

Describe 'when <Cmdlet> is throttled' -ForEach $calls {
    BeforeEach {
        Connect-PartnerCenter -Emulator
        $cart = New-PartnerCustomerCart -CustomerId $customer -LineItem (New-TestLine), (New-TestLine)
    }

    It 'waits as many seconds as the service says, and goes on' {
        Set-PartnerCenterEmulatorFault -Operation $Operation -Status 429 -RetryAfter 57
        $outcome = Get-Outcome { & $Call $customer $cart.Id }
        $outcome.Error | Should -BeNullOrEmpty
        $tries = @((Get-Request $Operation) | Select-Object -Last 2)
        $tries.Status[0] | Should -Be 429
        $tries.Status[1] | Should -BeIn 200, 201
        ($tries[1].Time - $tries[0].Time).TotalSeconds | Should -BeGreaterOrEqual 57
        ($tries[1].Time - $tries[0].Time).TotalSeconds | Should -BeLessThan 70
        $tries[1].Headers['MS-RequestId'] | Should -Be $tries[0].Headers['MS-RequestId']
    }

    It 'waits until the date that the service says' {
        $until = (Set-PartnerCenterEmulatorClock -Advance 0).AddMinutes(2)
        Set-PartnerCenterEmulatorFault -Operation $Operation -Status 429 -RetryAfter $until.ToString('r')
        (Get-Outcome { & $Call $customer $cart.Id }).Error | Should -BeNullOrEmpty
        $again = (Get-Request $Operation)[-1].Time
        # An HTTP date has no fractions of a second.
        $again | Should -BeGreaterOrEqual $until.AddSeconds(-1)
        $again | Should -BeLessThan $until.AddSeconds(30)
    }
}

Describe 'a long wait' {
    BeforeEach { Connect-PartnerCenter -Emulator }

    It 'is announced by a warning' {
        $cart = New-TestCart
        Set-PartnerCenterEmulatorFault -Operation carts.get -Status 429 -RetryAfter 57
        (Get-Outcome { $cart | Get-PartnerCustomerCart }).Warning | Should -BeLike '*57 seconds*'
    }

    It 'goes without one when it is short' {
        $cart = New-TestCart
        Set-PartnerCenterEmulatorFault -Operation carts.get -Status 429 -RetryAfter 1
        (Get-Outcome { $cart | Get-PartnerCustomerCart }).Warning | Should -BeNullOrEmpty
    }
}

Describe 'throttling that does not end' {
    BeforeAll {
        Connect-PartnerCenter -Emulator
        Set-PartnerCenterEmulatorFault -Operation carts.create -Status 429 -RetryAfter 57 -Times 0
        $failures = @((Get-Outcome { New-TestCart }).Error)
    }

    It 'is one error with what the service asked for' {
        $failures.Count | Should -Be 1
        $failures[0].FullyQualifiedErrorId | Should -BeExactly (Get-ErrorId Throttled New-PartnerCustomerCart)
        $failures[0].CategoryInfo.Category | Should -Be 'LimitsExceeded'
        $failures[0].Exception.RetryAfter | Should -Be '00:00:57'
        $failures[0].Exception.NothingWasDone | Should -BeTrue
        $failures[0].ErrorDetails.RecommendedAction | Should -BeLike '*57 seconds*'
    }

    It 'was tried five times in all, always under the same request id' {
        $tries = Get-Request carts.create
        $tries.Count | Should -Be 5
        @($tries.ForEach{ $_.Headers['MS-RequestId'] } | Sort-Object -Unique).Count | Should -Be 1
    }
}
