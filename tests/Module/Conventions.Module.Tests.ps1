# What every cmdlet of the module has in common. A failure says how to fix it.
BeforeDiscovery {
    . "$PSScriptRoot/_TestHelper.ps1"
    Import-ModuleUnderTest
    $commands = Get-Command -Module PartnerCenterCart | ForEach-Object { @{ Name = $_.Name; Command = $_ } }
    $local = 'Connect-PartnerCenter', 'Disconnect-PartnerCenter', 'Get-PartnerContext', 'New-PartnerAccessToken', 'New-PartnerCustomerCartLineItem', 'Resolve-PartnerError',
        'Import-PartnerPurchasePlan', 'Get-PartnerPurchasePlanStatus', 'Export-PartnerPurchasePlanStatus'
    $callers = $commands | Where-Object { $_.Name -notin $local }
}

BeforeAll {
    . "$PSScriptRoot/_TestHelper.ps1"
    Import-ModuleUnderTest
    $manifestPath = Get-ModuleUnderTestPath
    $manifest = Import-PowerShellDataFile -LiteralPath $manifestPath
    $assembly = (Get-Command Get-PartnerContext).ImplementingType.Assembly
    $viewed = ([xml][IO.File]::ReadAllText((Join-Path (Split-Path $manifestPath) 'PartnerCenterCart.format.ps1xml'))).SelectNodes('//ViewSelectedBy/TypeName').InnerText
    $common = [Management.Automation.PSCmdlet]::CommonParameters + [Management.Automation.PSCmdlet]::OptionalCommonParameters
}

Describe 'The manifest' {
    It 'is valid' {
        { Test-ModuleManifest -Path $manifestPath -ErrorAction Stop } | Should -Not -Throw
    }

    It 'exports exactly the cmdlets of the assembly' {
        $cmdlets = $assembly.GetExportedTypes() | ForEach-Object { $_.GetCustomAttributes([Management.Automation.CmdletAttribute], $false) } | ForEach-Object { "$($_.VerbName)-$($_.NounName)" }
        $manifest.CmdletsToExport | Sort-Object | Should -Be ($cmdlets | Sort-Object) -Because 'CmdletsToExport in PartnerCenterCart.psd1 lists every public class with a [Cmdlet] attribute'
        (Get-Command -Module PartnerCenterCart).Name | Sort-Object | Should -Be ($cmdlets | Sort-Object)
    }

    It 'exports nothing else, and no wildcards' {
        foreach ($member in 'FunctionsToExport', 'VariablesToExport', 'AliasesToExport') { $manifest[$member] | Should -HaveCount 0 -Because "$member makes every import slower when it is missing or a wildcard" }
        $manifest.CmdletsToExport | Should -Not -Match '\*'
    }

    It 'names both editions and what they need' {
        $manifest.PowerShellVersion | Should -BeExactly '5.1'
        $manifest.DotNetFrameworkVersion | Should -BeExactly '4.7.2'
        $manifest.CompatiblePSEditions | Sort-Object | Should -BeExactly 'Core', 'Desktop'
    }

    It 'has the version that the assemblies have' {
        $assembly.GetName().Version.ToString(3) | Should -BeExactly $manifest.ModuleVersion -Because 'Directory.Build.props reads the version from the manifest, the one place for it'
    }

    It 'loads no more than the cmdlets and Core beforehand' {
        $manifest.RequiredAssemblies | Should -BeExactly 'PartnerCenterCart.Core.dll'
    }

    It 'stands beside the licence' {
        Get-Content -LiteralPath (Join-Path (Split-Path $manifestPath) 'LICENSE') -TotalCount 1 | Should -Match 'MIT'
    }
}

Describe '<Name>' -ForEach $commands {
    BeforeAll {
        $metadata = [Management.Automation.CommandMetadata]::new($Command)
        $verb, $noun = $Name.Split('-')
        $parameters = $Command.Parameters.Values | Where-Object Name -NotIn $common
    }

    It 'has an approved verb' {
        (Get-Verb).Verb | Should -Contain $verb -Because 'Get-Verb lists the verbs that users can guess'
    }

    It 'has a singular noun' {
        $noun | Should -Not -Match '(?<!Statu)(?<!s)s$' -Because 'a noun names one thing, however many come out'
    }

    It 'has its class in a file of the same name' {
        $class = "$verb$noun"
        $Command.ImplementingType.Name | Should -BeExactly $class
        Get-ChildItem -LiteralPath "$PSScriptRoot/../../src/PartnerCenterCart" -Recurse -Filter "$class.cs" | Should -HaveCount 1 -Because "the class $class belongs in $class.cs"
    }

    It 'asks before it changes something, and only then' {
        # What the verbs of PowerShell promise. Wait can repair names, when it is told to.
        $changing = (Get-Verb | Where-Object Group -In 'Lifecycle', 'Security').Verb + 'Add', 'Clear', 'Copy', 'Export', 'Move', 'New', 'Push', 'Publish', 'Remove', 'Rename', 'Reset', 'Restore', 'Save', 'Set', 'Update', 'Checkpoint', 'Wait'
        # They make something in memory alone, or ask for a token, which changes nothing.
        $harmless = 'New-PartnerAccessToken', 'New-PartnerCustomerCartLineItem'
        $changes = $verb -in $changing -and $Name -notin $harmless
        $metadata.SupportsShouldProcess | Should -Be $changes -Because 'SupportsShouldProcess = true belongs on what changes something, so that -WhatIf shows it, and on nothing else'
    }

    It 'asks loudly only where money is spent, or something is stated that binds' {
        $grave = 'Invoke-PartnerPurchasePlan', 'New-PartnerCustomerAgreement', 'New-PartnerCustomerOrder', 'Set-PartnerCustomerOrder', 'Stop-PartnerCustomerOrder', 'Submit-PartnerCustomerCart'
        $metadata.ConfirmImpact -eq 'High' | Should -Be ($Name -in $grave) -Because 'ConfirmImpact.High prompts; only a purchase, its undoing and a legal statement are worth it. A new cmdlet of that kind belongs on the list of this test'
    }

    It 'asks by default or when it is told to' {
        if ($metadata.SupportsShouldProcess) {
            $metadata.ConfirmImpact | Should -Not -Be 'None' -Because 'ConfirmImpact.None takes the question away from users who asked for questions'
        }
    }

    It 'says what it returns' {
        $silent = $Name -in 'Disconnect-PartnerCenter', 'Reset-PartnerCenterEmulator', 'Set-PartnerCenterEmulatorFault', 'Set-PartnerCenterEmulatorSetting'
        $Command.OutputType.Count -gt 0 | Should -Be (-not $silent) -Because 'an [OutputType] lets the console complete members; a cmdlet that returns nothing has none'
    }

    It 'returns what has a view' {
        $without = $Command.OutputType.Type | Where-Object { $_ -and $_.Assembly.GetName().Name -like 'PartnerCenterCart*' -and $_.FullName -notin $viewed }
        $without.FullName | Should -BeNullOrEmpty -Because 'PartnerCenterCart.format.ps1xml needs a <View> with this <TypeName>, or the console shows every property it has'
    }

    It 'has a page of help' {
        $waiting = Get-Content -LiteralPath "$PSScriptRoot/_HelpMissing.txt" -ErrorAction Ignore
        if ($Name -notin $waiting) {
            "$PSScriptRoot/../../docs/cmdlets/$Name.md" | Should -Exist -Because '"./build.sh docs" makes the page of a new cmdlet, to be filled in'
        }
    }

    It 'has parameters in the singular' {
        $plural = $parameters | Where-Object ParameterType -NE ([switch]) | ForEach-Object Name | Where-Object { $_ -match '[^s]s$' -and $_ -notin 'Status', 'Times' }
        $plural | Should -BeNullOrEmpty -Because 'house style: a singular name, with the plural as its alias'
    }

    It 'binds ids by property name' {
        # These name something beside what is piped: whose subscriptions are asked for, what becomes an add-on of what. Who signs in is
        # no property of anything that is piped, and Compare's invoice is an alternative to rows that name theirs.
        $beside = 'MpnId', 'ParentSubscriptionId'
        foreach ($id in $parameters | Where-Object { $_.Name -cmatch 'Id$' -and $_.Name -notin $beside -and $Name -notin 'Connect-PartnerCenter', 'New-PartnerAccessToken', 'Compare-PartnerInvoiceLineItem' }) {
            $id.ParameterSets.Values.ValueFromPipelineByPropertyName | Should -Not -Contain $false -Because "-$($id.Name) needs ValueFromPipelineByPropertyName, so that what another cmdlet returns can be piped in"
        }
    }

    It 'takes what has no type of the module yet' {
        foreach ($parameter in $parameters | Where-Object Name -In 'LineItem', 'InputObject', 'AddonItem', 'Participants', 'ProvisioningContext') {
            $parameter.ParameterType.Name | Should -Match '^PSObject(\[\])?$' -Because "-$($parameter.Name) must take hashtables and mocks: declare it as PSObject and bind it with MemberBinder"
        }
    }
}

Describe 'The verbs and nouns' {
    It 'have no page of help without a cmdlet, and no view without a type' {
        $exported = (Get-Command -Module PartnerCenterCart).Name
        Get-ChildItem -Path "$PSScriptRoot/../../docs/cmdlets/*-*.md" | Where-Object BaseName -NotIn $exported | ForEach-Object Name | Should -BeNullOrEmpty -Because 'these pages describe nothing that the module exports'
        $viewed | Where-Object { $_ -like 'PartnerCenterCart.*' -and -not ($_ -as [type]) } | Should -BeNullOrEmpty -Because 'these names in PartnerCenterCart.format.ps1xml are no types: a typing error, or a type that has gone'
    }
}

Describe '<Name>, which calls the service,' -ForEach $callers {
    It 'takes -Connection' {
        $Command.Parameters.Keys | Should -Contain 'Connection' -Because 'its class must derive from PartnerCmdlet, which brings -Connection, the stop token and the bridge'
        $Command.Parameters['Connection'].ParameterType.FullName | Should -BeExactly 'System.Management.Automation.PSObject' -Because 'a mock of Connect-PartnerCenter returns a PSCustomObject'
    }
}

Describe 'The names of the old module' {
    It 'work for <Command> -<Old>' -ForEach @(
        @{ Command = 'New-PartnerCustomerCart'; Old = 'CustomerId' }, @{ Command = 'New-PartnerCustomerCart'; Old = 'LineItems' }
        @{ Command = 'Get-PartnerCustomerCart'; Old = 'CustomerId' }, @{ Command = 'Get-PartnerCustomerCart'; Old = 'CartId' }
        @{ Command = 'Set-PartnerCustomerCart'; Old = 'CustomerId' }, @{ Command = 'Set-PartnerCustomerCart'; Old = 'CartId' }, @{ Command = 'Set-PartnerCustomerCart'; Old = 'LineItems' }
        @{ Command = 'Add-PartnerCustomerCartLineItem'; Old = 'CustomerId' }, @{ Command = 'Add-PartnerCustomerCartLineItem'; Old = 'CartId' }, @{ Command = 'Add-PartnerCustomerCartLineItem'; Old = 'LineItem' }
        @{ Command = 'Submit-PartnerCustomerCart'; Old = 'CustomerId' }, @{ Command = 'Submit-PartnerCustomerCart'; Old = 'CartId' }
        @{ Command = 'Get-PartnerCustomerOrder'; Old = 'CustomerId' }, @{ Command = 'Get-PartnerCustomerOrder'; Old = 'OrderId' }
        @{ Command = 'Get-PartnerCustomerSubscription'; Old = 'SubscriptionId' }, @{ Command = 'Get-PartnerCustomerSubscription'; Old = 'OrderId' }, @{ Command = 'Get-PartnerCustomerSubscription'; Old = 'MpnId' }
        @{ Command = 'Set-PartnerCustomerSubscription'; Old = 'AutoRenew' }, @{ Command = 'Set-PartnerCustomerSubscription'; Old = 'FriendlyName' }, @{ Command = 'Set-PartnerCustomerSubscription'; Old = 'Quantity' }, @{ Command = 'Set-PartnerCustomerSubscription'; Old = 'Status' }
        @{ Command = 'Get-PartnerCustomerOrderLineItemActivationLink'; Old = 'OrderLineItemNumber' }, @{ Command = 'Get-PartnerCustomerOrderProvisioningStatus'; Old = 'OrderId' }
        @{ Command = 'Get-PartnerCustomerEntitlement'; Old = 'OrderId' }, @{ Command = 'Get-PartnerCustomerAgreement'; Old = 'AgreementType' }
        @{ Command = 'New-PartnerCustomerAgreement'; Old = 'AgreementType' }, @{ Command = 'New-PartnerCustomerAgreement'; Old = 'ContactEmail' }, @{ Command = 'New-PartnerCustomerAgreement'; Old = 'ContactFirstName' }
        @{ Command = 'New-PartnerCustomerAgreement'; Old = 'ContactLastName' }, @{ Command = 'New-PartnerCustomerAgreement'; Old = 'ContactPhoneNumber' }, @{ Command = 'New-PartnerCustomerAgreement'; Old = 'DateAgreed' }, @{ Command = 'New-PartnerCustomerAgreement'; Old = 'TemplateId' }
        @{ Command = 'New-PartnerCustomerSubscriptionActivation'; Old = 'SubscriptionId' }, @{ Command = 'New-PartnerCustomerOrder'; Old = 'LineItems' }
        @{ Command = 'Get-PartnerInvoice'; Old = 'InvoiceId' }, @{ Command = 'Get-PartnerInvoiceLineItem'; Old = 'BillingProvider' }, @{ Command = 'Get-PartnerInvoiceLineItem'; Old = 'LineItemType' }
        @{ Command = 'Get-PartnerInvoiceLineItem'; Old = 'CurrencyCode' }, @{ Command = 'Get-PartnerInvoiceLineItem'; Old = 'Period' }
        @{ Command = 'Get-PartnerInvoiceStatement'; Old = 'OutputPath' }, @{ Command = 'Get-PartnerInvoiceStatement'; Old = 'Overwrite' }
        @{ Command = 'Get-PartnerInvoiceTaxReceiptStatement'; Old = 'TaxReceiptId' }, @{ Command = 'Get-PartnerInvoiceTaxReceiptStatement'; Old = 'Overwrite' }
        @{ Command = 'Get-PartnerCustomerOrder'; Old = 'BillingCycle' }, @{ Command = 'Get-PartnerCustomerOrder'; Old = 'IncludePrice' }
    ) {
        (Get-Command $Command).ResolveParameter($Old) | Should -Not -BeNullOrEmpty
    }
}
