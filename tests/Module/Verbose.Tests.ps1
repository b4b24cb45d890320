# -Verbose has one line for each call, -Debug the headers and bodies.
BeforeDiscovery {
    . "$PSScriptRoot/_Purchase.ps1"
    $calls = @(Get-ServiceCall)
}

BeforeAll {
    . "$PSScriptRoot/_TestHelper.ps1"
    . "$PSScriptRoot/_Purchase.ps1"
    Import-ModuleUnderTest
    Connect-PartnerCenter -Emulator

    # The lines about calls; ShouldProcess has its own.
    function Get-CallLine($Outcome) { return , @($Outcome.Verbose -match 'correlation id') }
}

AfterAll { Disconnect-PartnerCenter }

Describe '<Cmdlet>' -ForEach $calls {
    BeforeEach {
        $cart = New-PartnerCustomerCart -CustomerId $customer -LineItem (New-TestLine), (New-TestLine)
        $before = Get-SentCount
    }

    It 'says with -Verbose method, path, status, milliseconds and correlation id of each call, in order' {
        $told = Get-CallLine (Get-Outcome { $VerbosePreference = 'Continue'; & $Call $customer $cart.Id })
        $sent = @(Get-PartnerCenterEmulatorRequest | Select-Object -Skip $before)
        $told.Count | Should -Be $sent.Count
        for ($index = 0; $index -lt $sent.Count; $index++) {
            $told[$index] | Should -Match "^$($sent[$index].Method) $([regex]::Escape($sent[$index].Path)) $($sent[$index].Status) in \d+ ms, correlation id $($sent[$index].Headers['MS-CorrelationId'])$"
        }
    }

    It 'gives with -Debug headers and bodies, the token masked' {
        $debug = (Get-Outcome { $DebugPreference = 'Continue'; & $Call $customer $cart.Id }).Debug
        $sent = @(Get-PartnerCenterEmulatorRequest | Select-Object -Skip $before)
        $debug.Count | Should -Be (2 * $sent.Count)
        for ($index = 0; $index -lt $sent.Count; $index++) {
            $request, $answer = $debug[(2 * $index), (2 * $index + 1)]
            $request | Should -BeLike "*$($sent[$index].Method) *$($sent[$index].Path)*"
            $request | Should -Match '(?m)^Authorization: Bearer \*\*\*\s*$'
            $request | Should -Match "(?m)^MS-RequestId: $($sent[$index].Headers['MS-RequestId'])"
            if ($sent[$index].Body) { $request.Contains($sent[$index].Body) | Should -BeTrue }
            $answer | Should -BeLike "*$($sent[$index].Status)*"
            $answer | Should -Match '(?m)^Content-Type: application/json'
            $answer | Should -Match '(?m)^\{.*\}$'
        }
    }

    It 'says nothing unless it is asked' {
        $outcome = Get-Outcome { & $Call $customer $cart.Id }
        $outcome.Verbose + $outcome.Debug | Should -BeNullOrEmpty
    }
}

Describe '-Verbose' {
    BeforeEach {
        Reset-PartnerCenterEmulator
        $cart = New-TestCart
    }

    It 'as a parameter works like the preference, and -Verbose:$false against it' {
        (Get-CallLine (Get-Outcome { $cart | Get-PartnerCustomerCart -Verbose })).Count | Should -Be 1
        Get-CallLine (Get-Outcome { $VerbosePreference = 'Continue'; $cart | Get-PartnerCustomerCart -Verbose:$false }) | Should -BeNullOrEmpty
    }

    It 'tells each try and each wait of a call that is repeated' {
        Set-PartnerCenterEmulatorFault -Operation carts.get -Status 503
        $verbose = (Get-Outcome { $cart | Get-PartnerCustomerCart -Verbose }).Verbose
        $verbose.Count | Should -Be 3
        $verbose[0] | Should -BeLike 'GET * 503 in * ms, correlation id *'
        $verbose[1] | Should -BeLike 'GET * waits * s before try 2*'
        $verbose[2] | Should -BeLike 'GET * 200 in * ms, correlation id *'
    }

    It 'tells of a call without an answer' {
        Set-PartnerCenterEmulatorFault -Operation carts.create -ResetConnection Before
        Get-CallLine (Get-Outcome { New-PartnerCustomerCart -CustomerId $customer -LineItem (New-TestLine) -Verbose }) |
            Should -BeLike 'POST /v1/customers/*/carts ConnectionFailed after * ms, correlation id *'
    }

    It 'tells of a call that the service refuses, before its error' {
        $all = @(& { $ErrorActionPreference = 'Continue'; Get-PartnerCustomerCart -CustomerId $customer -CartId $unknownCart -Verbose *>&1 })
        $all.Count | Should -Be 2
        "$($all[0])" | Should -BeLike 'GET * 404 in *'
        $all[1] | Should -BeOfType Management.Automation.ErrorRecord
    }
}

Describe '-Debug without -Verbose' {
    # With -Debug, PowerShell turns each verbose line into a question; where nobody can be asked, the command would fail
    # after its work is done.
    It 'asks nothing and shows no verbose lines' {
        $run = Invoke-CleanPwsh {
            Import-Module $env:PCC_MODULE
            $line = @{ CatalogItemId = 'CFQ7TTC0LFLX:0001:CFQ7TTC0LB30'; Quantity = 2; BillingCycle = 'monthly'; TermDuration = 'P1M' }
            (Connect-PartnerCenter -Emulator -PassThru -Debug).Kind
            Connect-PartnerCenter -Emulator
            ($line | New-PartnerCustomerCart -CustomerId c0000000-0000-4000-8000-000000000001 -Debug 5> $null).Status
            $cart = $line | New-PartnerCustomerCart -CustomerId c0000000-0000-4000-8000-000000000001
            ($cart | Get-PartnerCustomerCart -Debug 5> $null).Status
            ($cart | Submit-PartnerCustomerCart -Confirm:$false -Debug 5> $null).Orders.Count
            Disconnect-PartnerCenter -Debug
        }
        $run.StdErr | Should -BeNullOrEmpty
        $run.StdOut | Should -Be 'Emulator', 'Active', 'Active', '1'
    }
}

Describe 'the correlation id' {
    BeforeEach { $cart = New-TestCart }

    It 'is one for all calls of one user action, while each call has a request id of its own' {
        $before = Get-SentCount
        $null = $cart | Add-PartnerCustomerCartLineItem -LineItem (New-TestLine)
        $sent = @(Get-PartnerCenterEmulatorRequest | Select-Object -Skip $before)
        $sent.Operation | Should -Be 'carts.get', 'carts.update'
        @($sent.ForEach{ $_.Headers['MS-CorrelationId'] } | Sort-Object -Unique).Count | Should -Be 1
        @($sent.ForEach{ $_.Headers['MS-RequestId'] } | Sort-Object -Unique).Count | Should -Be 2
    }

    It 'is another one for the next user action' {
        $before = Get-SentCount
        $null = 1..2 | ForEach-Object { $cart | Get-PartnerCustomerCart }
        $sent = @(Get-PartnerCenterEmulatorRequest | Select-Object -Skip $before)
        @($sent.ForEach{ $_.Headers['MS-CorrelationId'] } | Sort-Object -Unique).Count | Should -Be 2
    }
}
