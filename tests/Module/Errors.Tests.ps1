# What a cmdlet says when the service fails: one error record, whose id is the kind of the failure.
BeforeDiscovery {
    . "$PSScriptRoot/_Purchase.ps1"
    $answers = @(
        @{ Status = 400; Kind = 'BadRequest'; Category = 'InvalidArgument' }
        @{ Status = 401; Kind = 'Unauthorized'; Category = 'AuthenticationError' }
        @{ Status = 403; Kind = 'Forbidden'; Category = 'PermissionDenied' }
        @{ Status = 404; Kind = 'NotFound'; Category = 'ObjectNotFound' }
        @{ Status = 408; Kind = 'Timeout'; Category = 'OperationTimeout' }
        @{ Status = 409; Kind = 'Conflict'; Category = 'ResourceExists' }
        @{ Status = 412; Kind = 'Conflict'; Category = 'ResourceExists' }
        @{ Status = 429; Kind = 'Throttled'; Category = 'LimitsExceeded' }
        @{ Status = 500; Kind = 'ServiceError'; Category = 'ResourceUnavailable' }
        @{ Status = 502; Kind = 'ServiceError'; Category = 'ResourceUnavailable' }
        @{ Status = 503; Kind = 'ServiceError'; Category = 'ResourceUnavailable' }
        @{ Status = 504; Kind = 'Timeout'; Category = 'OperationTimeout' }
    )
    $calls = @(Get-ServiceCall)
    $changes = @(Get-ChangingCall)
    # What the service says about each: its code, and what becomes of it here. A conflict of carts.checkout with 800064 is
    # another attempt that still runs, which is no answer yet.
    $refusals = @(
        @{ What = 'not found'; Fault = @{ Status = 404; Code = '800008' }; Kind = 'NotFound' }
        @{ What = 'a conflict'; Fault = @{ Status = 409; Code = '27009' }; Kind = 'Conflict' }
        @{ What = 'throttled for good'; Fault = @{ Status = 429; RetryAfter = '5' }; Kind = 'Throttled' }
        @{ What = 'forbidden'; Fault = @{ Status = 403; Code = '900308' }; Kind = 'Forbidden' }
    )
}

BeforeAll {
    . "$PSScriptRoot/_TestHelper.ps1"
    . "$PSScriptRoot/_Purchase.ps1"
    Import-ModuleUnderTest
    Connect-PartnerCenter -Emulator
}

AfterAll { Disconnect-PartnerCenter }

Describe 'status <Status> from the service' -ForEach $answers {
    BeforeAll {
        Reset-PartnerCenterEmulator
        Set-PartnerCenterEmulatorFault -Operation carts.get -Status $Status -Code 3000 -Description 'The tester wants it so' -Times 0
        $failures = @((Get-Outcome { Get-PartnerCustomerCart -CustomerId $customer -CartId $unknownCart }).Error)
        $failure = $failures[0]
        $asked = (Get-Request carts.get)[0]
    }

    It 'is one error record of kind <Kind>' {
        $failures.Count | Should -Be 1
        $failure.FullyQualifiedErrorId | Should -BeExactly (Get-ErrorId $Kind Get-PartnerCustomerCart)
        $failure.Exception.Kind | Should -Be $Kind
        $failure.CategoryInfo.Category | Should -Be $Category
        $failure.TargetObject | Should -Be $unknownCart
    }

    It 'keeps what the service said and what support asks for' {
        $exception = $failure.Exception
        $exception | Should -BeOfType PartnerCenterCart.PartnerException
        $exception.StatusCode | Should -Be $Status
        $exception.ServiceCode | Should -Be '3000'
        $exception.ServiceDescription | Should -Be 'The tester wants it so'
        $exception.Operation | Should -Be 'carts.get'
        $exception.Request | Should -Be "GET $($asked.Path)"
        $exception.CorrelationId | Should -Be $asked.Headers['MS-CorrelationId']
        $exception.RequestId | Should -Be $asked.Headers['MS-RequestId']
    }

    It 'is worded with what failed, for what, and what the service said' {
        foreach ($part in $unknownCart, $customer, "$Status", '3000', 'The tester wants it so', "GET $($asked.Path)", $asked.Headers['MS-CorrelationId'], $asked.Headers['MS-RequestId']) {
            $failure.Exception.Message | Should -Match ([regex]::Escape($part))
        }
        "$failure" | Should -BeLike "*$Status*The tester wants it so*"
    }
}

Describe '<Cmdlet>' -ForEach $calls {
    It 'gives one error record with its own name when it is <What>' -ForEach $refusals {
        Reset-PartnerCenterEmulator
        $cart = New-PartnerCustomerCart -CustomerId $customer -LineItem (New-TestLine), (New-TestLine)
        $fault = @{ Times = 0 } + $Fault
        Set-PartnerCenterEmulatorFault -Operation $Operation @fault
        $outcome = Get-Outcome { & $Call $customer $cart.Id }
        $outcome.Error.Count | Should -Be 1
        $outcome.Error[0].FullyQualifiedErrorId | Should -BeExactly (Get-ErrorId $Kind $Cmdlet)
        $outcome.Error[0].TargetObject | Should -BeIn $customer, $cart.Id
        $outcome.Output | Should -BeNullOrEmpty
    }
}

Describe '<Cmdlet>' -ForEach $changes {
    It 'gives its object when the service works' {
        Reset-PartnerCenterEmulator
        $cart = New-PartnerCustomerCart -CustomerId $customer -LineItem (New-TestLine), (New-TestLine @{ Quantity = 3 })
        $outcome = Get-Outcome { & $Call $customer $cart.Id }
        $outcome.Error | Should -BeNullOrEmpty
        $outcome.Output.Count | Should -Be 1
        $outcome.Output[0].CustomerId | Should -Be $customer
        (Get-Request $Operation)[-1].Status | Should -BeIn 200, 201
    }
}

Describe 'a body of kind <Shape>' -ForEach @(
    @{ Shape = 'Fault'; Code = '3000'; Says = '*The tester wants it so*' }
    @{ Shape = 'Extended'; Code = '3000'; Says = '*The tester wants it so*' }
    @{ Shape = 'Text'; Code = $null; Says = '*The tester wants it so*' }
    @{ Shape = 'Html'; Code = $null; Says = '*The tester wants it so*' }
    @{ Shape = 'Empty'; Code = $null; Says = '*503*' }
) {
    It 'still gives status, method, path and words' {
        Reset-PartnerCenterEmulator
        Set-PartnerCenterEmulatorFault -Operation carts.get -Status 503 -Code 3000 -Description 'The tester wants it so' -ErrorBody $Shape -Times 0
        $exception = (Get-Outcome { Get-PartnerCustomerCart -CustomerId $customer -CartId $unknownCart }).Error[0].Exception
        $exception.Kind | Should -Be 'ServiceError'
        $exception.ServiceCode | Should -Be $Code
        $exception.Message | Should -BeLike $Says
        $exception.Message | Should -BeLike "*503*GET /v1/customers/$customer/carts/$unknownCart*"
        $exception.Message | Should -Not -BeLike '*<*'
    }
}

Describe 'a code that has a remedy' {
    It 'recommends it: <Code>' -ForEach @(
        @{ Code = '800008'; Says = '*Make a new one*' }
        @{ Code = '13605'; Says = '*Microsoft Customer Agreement*' }
        @{ Code = '400019'; Says = '*Read the availability again*' }
        @{ Code = '900206'; Says = '*PartnerOnRecordAttestationAccepted*' }
    ) {
        Reset-PartnerCenterEmulator
        $cart = New-TestCart
        Set-PartnerCenterEmulatorFault -Operation carts.checkout -Code $Code
        $failure = (Get-Outcome { $cart | Submit-PartnerCustomerCart -Confirm:$false }).Error[0]
        $failure.ErrorDetails.RecommendedAction | Should -BeLike $Says
        $failure.Exception.Message | Should -BeLike $Says
        $failure.TargetObject | Should -Be $cart
    }
}
