BeforeDiscovery {
    . "$PSScriptRoot/_Purchase.ps1"
    $calls = @(Get-ServiceCall) + @(Get-EmulatorCall)
}

BeforeAll {
    . "$PSScriptRoot/_TestHelper.ps1"
    . "$PSScriptRoot/_Purchase.ps1"
    Import-ModuleUnderTest
    $modulePath = Get-ModuleUnderTestPath

    # Asks for the current connection in a runspace of its own.
    function Get-ContextElsewhere {
        $shell = [powershell]::Create()
        try {
            $shell.AddScript({ param($path) Import-Module $path; Get-PartnerContext }).AddArgument($modulePath).Invoke()
        }
        finally {
            $shell.Runspace.Dispose()
            $shell.Dispose()
        }
    }
}

Describe 'a connection' {
    BeforeEach { Connect-PartnerCenter -Emulator }
    AfterEach { while (Get-PartnerContext) { Disconnect-PartnerCenter } }

    It 'is returned only when it is asked for' {
        Connect-PartnerCenter -Emulator | Should -BeNullOrEmpty
        Connect-PartnerCenter -Emulator -PassThru | Should -BeOfType PartnerCenterCart.PartnerContext
    }

    It 'is shown by Get-PartnerContext with kind, endpoint and scope' {
        $context = Connect-PartnerCenter -AccessToken some-token -Endpoint http://127.0.0.1:9 -Locale de-DE -PassThru
        Get-PartnerContext | Should -Be $context
        "$($context.Kind) $($context.Endpoint) $($context.Scope) $($context.Locale)" | Should -Be 'AccessToken http://127.0.0.1:9/ Process de-DE'
    }

    It 'goes to the global cloud when no endpoint is named' {
        (Connect-PartnerCenter some-token -PassThru).Endpoint | Should -Be 'https://api.partnercenter.microsoft.com/'
    }

    It 'is gone after Disconnect-PartnerCenter' {
        Disconnect-PartnerCenter
        Get-PartnerContext | Should -BeNullOrEmpty
    }

    It 'needs not be there to be disconnected' {
        Disconnect-PartnerCenter
        (Get-Outcome { Disconnect-PartnerCenter }).Error | Should -BeNullOrEmpty
    }

    It 'gives way to the next one but works on for those who hold it' {
        $first = Get-PartnerContext
        $cart = New-TestCart
        Connect-PartnerCenter -Emulator
        (Get-PartnerCustomerCart -CustomerId $customer -CartId $cart.Id -Connection $first).Id | Should -Be $cart.Id
        (Get-Outcome { Get-PartnerCustomerCart -CustomerId $customer -CartId $cart.Id }).Error.FullyQualifiedErrorId |
            Should -Be (Get-ErrorId NotFound Get-PartnerCustomerCart)
        $first | Disconnect-PartnerCenter
    }

    It 'is told apart when one of two is disconnected' {
        $first = Get-PartnerContext
        $second = Connect-PartnerCenter -Emulator -PassThru
        Disconnect-PartnerCenter -Connection $first
        Get-PartnerContext | Should -Be $second
        $first.IsClosed | Should -BeTrue
        $second.IsClosed | Should -BeFalse
    }

    It 'that was closed is refused with the command that connects' {
        $closed = Get-PartnerContext
        Disconnect-PartnerCenter
        $failure = (Get-Outcome { Get-PartnerCustomerCart -CustomerId $customer -CartId $unknownCart -Connection $closed }).Error
        $failure.FullyQualifiedErrorId | Should -Be (Get-ErrorId NotConnected Get-PartnerCustomerCart)
        $failure.Exception.Message | Should -BeLike '*Connect-PartnerCenter*'
        $failure.ErrorDetails.RecommendedAction | Should -Not -BeNullOrEmpty
    }

    It 'of the process is seen in every runspace' {
        Get-ContextElsewhere | Should -Be (Get-PartnerContext)
    }

    It 'of one runspace is seen there alone, and first' {
        $ofProcess = Get-PartnerContext
        $ofRunspace = Connect-PartnerCenter -Emulator -Scope Runspace -PassThru
        Get-PartnerContext | Should -Be $ofRunspace
        Get-ContextElsewhere | Should -Be $ofProcess
        Disconnect-PartnerCenter
        Get-PartnerContext | Should -Be $ofProcess
    }

    It 'of the emulator starts empty each time' {
        $cart = New-TestCart
        Connect-PartnerCenter -Emulator
        (Get-Outcome { $cart | Get-PartnerCustomerCart }).Error.Exception.ServiceCode | Should -Be '800008'
    }

    It 'sends its language with each call' {
        Connect-PartnerCenter -Emulator -Locale de-DE
        $null = New-TestCart
        (Get-Request carts.create).Headers['X-Locale'] | Should -Be 'de-DE'
    }

    It 'names no language that is none' {
        { Connect-PartnerCenter -Emulator -Locale 'de DE' } | Should -Throw -ErrorId 'ParameterArgumentValidationError,PartnerCenterCart.Commands.ConnectPartnerCenter'
    }
}

Describe 'without a connection, <Cmdlet>' -ForEach $calls {
    BeforeAll { while (Get-PartnerContext) { Disconnect-PartnerCenter } }

    It 'says which command connects' {
        $failures = @((Get-Outcome { & $Call $customer $unknownCart }).Error)
        $failures.Count | Should -Be 1
        $failures[0].FullyQualifiedErrorId | Should -Be (Get-ErrorId NotConnected $Cmdlet)
        $failures[0].CategoryInfo.Category | Should -Be 'ConnectionError'
        $failures[0].Exception.Message | Should -BeLike '*Connect-PartnerCenter*'
        $failures[0].ErrorDetails.RecommendedAction | Should -Be 'Connect-PartnerCenter'
    }
}
