# No secret reaches any stream. One token looks like those of the service, the other like nothing in particular.
BeforeDiscovery {
    $tokens = @(
        @{ Kind = 'JSON web token'; Token = 'eyJhbGciOiJub25lIn0.eyJzdWIiOiJ0ZXN0ZXIifQ.c2VjcmV0c2VjcmV0' }
        @{ Kind = 'opaque token'; Token = '0.AAAA-s3cr3t_of-the~tester' }
    )
}

BeforeAll {
    . "$PSScriptRoot/_TestHelper.ps1"
    . "$PSScriptRoot/_Purchase.ps1"
    Import-ModuleUnderTest
    $emulator = Start-EmulatorHost
}

AfterAll {
    Disconnect-PartnerCenter
    Stop-EmulatorHost $emulator
}

Describe 'the <Kind>' -ForEach $tokens {
    BeforeEach {
        Connect-PartnerCenter -AccessToken $Token -Endpoint $emulator.Endpoint
        Reset-PartnerCenterEmulator
    }

    It 'is not in the connection, however it is shown' {
        $context = Get-PartnerContext
        $shown = @($context, ($context | Format-List * -Force), ($context | Format-Custom -Depth 5), ($context | ConvertTo-Json -Depth 4), ($context | Select-Object *)) | Out-String
        $shown.Contains($Token) | Should -BeFalse
        "$context".Contains($Token) | Should -BeFalse
    }

    It 'is not in what -Verbose and -Debug tell' {
        $told = Get-Outcome {
            Connect-PartnerCenter -AccessToken $Token -Endpoint $emulator.Endpoint -Verbose -Debug
            $cart = New-PartnerCustomerCart -CustomerId $customer -LineItem (New-TestLine) -Verbose -Debug
            $cart | Submit-PartnerCustomerCart -Confirm:$false -Verbose -Debug
        }
        $told.Error | Should -BeNullOrEmpty
        $told.Debug.Count | Should -BeGreaterThan 3
        ($told.Debug -match 'Authorization: Bearer \*\*\*').Count | Should -BeGreaterThan 0
        (($told.Verbose + $told.Debug) -join "`n").Contains($Token) | Should -BeFalse
    }

    It 'is not in an error record' {
        Set-PartnerCenterEmulatorFault -Operation carts.get -Status 401
        $failure = (Get-Outcome { Get-PartnerCustomerCart -CustomerId $customer -CartId $unknownCart }).Error
        $failure.Count | Should -Be 1
        $shown = @(($failure | Format-List * -Force), ($failure.Exception | Format-List * -Force), $failure.Exception.ToString(), (Get-Error -InputObject $failure[0])) | Out-String -Width 4000
        $shown.Contains($Token) | Should -BeFalse
    }

    It 'is not in an error record when the service repeats it' {
        Set-PartnerCenterEmulatorFault -Operation carts.get -Status 401 -Description "The token $Token is not valid."
        $told = Get-Outcome { Get-PartnerCustomerCart -CustomerId $customer -CartId $unknownCart -Verbose -Debug }
        $told.Error[0].Exception.Message | Should -BeLike '*The token*is not valid*'
        $shown = @(($told.Error[0] | Format-List * -Force), ($told.Error[0].Exception | Format-List * -Force), $told.Verbose, $told.Debug) | Out-String -Width 4000
        $shown.Contains($Token) | Should -BeFalse
    }

    It 'is not in the log of the emulator' {
        $null = New-TestCart
        (Get-Request carts.create).Headers['Authorization'] | Should -Be 'Bearer ***'
        (Get-PartnerCenterEmulatorRequest | ConvertTo-Json -Depth 6).Contains($Token) | Should -BeFalse
    }

    It 'is not in a transcript' {
        $transcript = Join-Path $TestDrive 'transcript.txt'
        $run = Invoke-CleanPwsh -ArgumentList $transcript -Environment @{ TESTER_TOKEN = $Token; TESTER_ENDPOINT = $emulator.Endpoint } -Script {
            $null = Start-Transcript -Path $args[0]
            Import-Module $env:PCC_MODULE
            $VerbosePreference = $DebugPreference = 'Continue'
            Connect-PartnerCenter -AccessToken $env:TESTER_TOKEN -Endpoint $env:TESTER_ENDPOINT -PassThru
            Get-PartnerCustomerCart -CustomerId c0000000-0000-4000-8000-000000000001 -CartId ffffffff-ffff-4fff-8fff-ffffffffffff
            Connect-PartnerCenter -AccessToken "$env:TESTER_TOKEN $env:TESTER_TOKEN"
            $null = Stop-Transcript
        }
        $text = Get-Content $transcript -Raw
        $text | Should -BeLike '*Authorization: Bearer*'
        $text.Contains($Token) | Should -BeFalse
        (($run.StdOut -join "`n") + $run.StdErr).Contains($Token) | Should -BeFalse
    }
}
