# New-PartnerCustomerAgreement: what a purchase hangs on is confirmed, once, with a question, and never by itself.
BeforeAll {
    . "$PSScriptRoot/_TestHelper.ps1"
    . "$PSScriptRoot/_Purchase.ps1"
    . "$PSScriptRoot/_AfterCheckout.ps1"
    Import-ModuleUnderTest
    $emulator = Start-EmulatorHost
    $withoutAgreement = 'c0000000-0000-4000-8000-000000000007'
    $person = @{ ContactFirstName = 'Tania'; ContactLastName = 'Carr'; ContactEmail = 'tania.carr@wideworldimporters.example' }
}

AfterAll {
    Disconnect-PartnerCenter
    Stop-EmulatorHost $emulator
}

Describe 'New-PartnerCustomerAgreement through the <Door> door' -ForEach @{ Door = 'in-process' }, @{ Door = 'host' } {
    BeforeEach { Connect-EmulatorDoor $Door $emulator }

    It 'makes the purchase possible that failed with 13605' {
        $cart = New-PartnerCustomerCart -CustomerId $withoutAgreement -LineItem $seat
        $refusal = (Get-Outcome { $cart | Submit-PartnerCustomerCart -Confirm:$false }).Error
        $refusal.Exception.ServiceCode | Should -BeExactly '13605'
        $refusal.ErrorDetails.RecommendedAction | Should -BeLike '*New-PartnerCustomerAgreement*'

        $confirmed = New-PartnerCustomerAgreement $withoutAgreement @person -DateAgreed 2025-01-02 -Confirm:$false
        ($confirmed.CustomerId, $confirmed.Type, $confirmed.PrimaryContact.Email) | Should -BeExactly $withoutAgreement, 'MicrosoftCustomerAgreement', $person.ContactEmail
        $confirmed.DateAgreed.ToString('yyyy-MM-dd') | Should -BeExactly '2025-01-02'
        ($cart | Submit-PartnerCustomerCart -Confirm:$false).Orders | Should -HaveCount 1
        (Get-PartnerCustomerAgreement $withoutAgreement -AgreementType MicrosoftCustomerAgreement).PrimaryContact.LastName | Should -BeExactly 'Carr'
    }

    It 'takes the template from the service, or the one that is named' {
        $null = New-PartnerCustomerAgreement $withoutAgreement @person -Confirm:$false
        (Get-Request agreements.metadata).Query | Should -BeExactly 'agreementType=MicrosoftCustomerAgreement'
        ((Get-Request agreements.create)[-1].Body | ConvertFrom-Json).templateId | Should -BeExactly '117a77b0-9360-443b-8795-c6dedc750cf9'
        $cloud = Get-PartnerAgreementDetail MicrosoftCloudAgreement
        $null = New-PartnerCustomerAgreement $withoutAgreement @person -AgreementType MicrosoftCloudAgreement -TemplateId $cloud.TemplateId -Confirm:$false
        (Get-Request agreements.metadata).Count | Should -Be 2 -Because 'the second is the one of Get-PartnerAgreementDetail'
    }

    It 'explains that the same person confirmed before' {
        $null = New-PartnerCustomerAgreement $withoutAgreement @person -Confirm:$false
        $outcome = Get-Outcome { New-PartnerCustomerAgreement $withoutAgreement @person -Confirm:$false }
        $outcome.Output | Should -BeNullOrEmpty
        $outcome.Error.FullyQualifiedErrorId | Should -BeExactly (Get-ErrorId Conflict New-PartnerCustomerAgreement)
        $outcome.Error.Exception.ServiceCode | Should -BeExactly '600061'
        $outcome.Error.ErrorDetails.RecommendedAction | Should -BeLike '*nothing is left to do*'
        ($outcome.Error | Resolve-PartnerError).Meaning | Should -BeLike '*same contact*'
    }

    It 'is not sent again when its answer is lost, and says what to look at' {
        Set-PartnerCenterEmulatorFault -Operation agreements.create -ResetConnection After
        $outcome = Get-Outcome { New-PartnerCustomerAgreement $withoutAgreement @person -Confirm:$false }
        $outcome.Error.FullyQualifiedErrorId | Should -BeExactly (Get-ErrorId OutcomeUnknown New-PartnerCustomerAgreement)
        $outcome.Error.ErrorDetails.RecommendedAction | Should -BeLike "*Get-PartnerCustomerAgreement -CustomerId $withoutAgreement*"
        (Get-Request agreements.create).Count | Should -Be 1
        (Get-PartnerCustomerAgreement $withoutAgreement -AgreementType MicrosoftCustomerAgreement).PrimaryContact.LastName | Should -BeExactly 'Carr'
    }

    It 'goes on after a bad row in a file of three' {
        $rows = @(
            [pscustomobject]@{ CustomerId = $withoutAgreement; ContactFirstName = 'Tania'; ContactLastName = 'Carr'; ContactEmail = 'a@x.example'; DateAgreed = '2025-01-02' }
            [pscustomobject]@{ CustomerId = $withoutAgreement; ContactFirstName = 'Tania'; ContactLastName = 'Carr'; ContactEmail = 'b@x.example'; DateAgreed = '02.01.2025' }
            [pscustomobject]@{ CustomerId = $secondCustomer; ContactFirstName = 'Jo'; ContactLastName = 'Berg'; ContactEmail = 'c@x.example'; DateAgreed = '' }
        )
        $outcome = Get-Outcome { $rows | New-PartnerCustomerAgreement -Confirm:$false }
        $outcome.Output.PrimaryContact.Email | Should -BeExactly 'a@x.example', 'c@x.example'
        $outcome.Error.Exception.Message | Should -BeLike "*'02.01.2025' is not a date*"
    }
}

Describe 'New-PartnerCustomerAgreement' {
    BeforeEach { Connect-PartnerCenter -Emulator }

    It 'refuses <What> before anything is sent' -ForEach @(
        @{ What = 'no mail address'; Change = @{ ContactEmail = 'tania' }; Says = '*not a mail address*' }
        @{ What = 'no name'; Change = @{ ContactLastName = ' ' }; Says = '*missing: last name*' }
        @{ What = 'two agreements at once'; Change = @{ AgreementType = '*' }; Says = '*one agreement*' }
        @{ What = 'a day to come'; Change = @{ DateAgreed = '2999-01-01' }; Says = '*future*' }
    ) {
        $arguments = $person.Clone()
        foreach ($name in $Change.Keys) { $arguments[$name] = $Change[$name] }
        Assert-RefusedUnsent { New-PartnerCustomerAgreement $withoutAgreement @arguments -Confirm:$false } New-PartnerCustomerAgreement $Says
    }

    It 'is refused to an application by itself' {
        Connect-EmulatorDoor host $emulator
        Set-EmulatorSetting $emulator @{ appOnly = $true }
        $outcome = Get-Outcome { New-PartnerCustomerAgreement $withoutAgreement @person -Confirm:$false }
        $outcome.Error.FullyQualifiedErrorId | Should -BeExactly (Get-ErrorId Forbidden New-PartnerCustomerAgreement)
    }

    It 'asks who agreed to what, and when' {
        $shown = Invoke-CleanPwsh -ArgumentList $withoutAgreement -Script {
            param($customer)
            Import-Module $env:PCC_MODULE
            Connect-PartnerCenter -Emulator
            New-PartnerCustomerAgreement $customer -ContactFirstName Tania -ContactLastName Carr -ContactEmail t@x.example -DateAgreed 2025-01-02 -WhatIf
        }
        $shown.StdOut -join ' ' | Should -BeLike '*Confirm that Tania Carr (t@x.example) accepted the MicrosoftCustomerAgreement (https://aka.ms/customeragreement) on 2025-01-02*'
    }
}
