# What belongs to the module alone stays out of the session, and what is in the session stays out of the module. Each test
# has a pwsh of its own, because assemblies that are loaded stay loaded.
BeforeAll {
    . "$PSScriptRoot/_TestHelper.ps1"
    $emulator = Start-EmulatorHost
    $environment = @{ EMULATOR_ENDPOINT = $emulator.Endpoint }

    # Writes a library that has nothing but the name and the version of another.
    function New-Namesake([string] $Name, [string] $Version) {
        Add-Type -AssemblyName (Join-Path $PSHOME Microsoft.CodeAnalysis.dll), (Join-Path $PSHOME Microsoft.CodeAnalysis.CSharp.dll)
        $code = "[assembly: System.Reflection.AssemblyVersion(`"$Version`")] public static class Namesake { }"
        $tree = [Microsoft.CodeAnalysis.CSharp.CSharpSyntaxTree]::ParseText($code)
        $core = [Microsoft.CodeAnalysis.MetadataReference]::CreateFromFile([object].Assembly.Location)
        $options = [Microsoft.CodeAnalysis.CSharp.CSharpCompilationOptions]::new('DynamicallyLinkedLibrary')
        $file = [IO.File]::Create((Join-Path $TestDrive "$Name.dll"))
        try {
            $made = [Microsoft.CodeAnalysis.CSharp.CSharpCompilation]::Create($Name, [Microsoft.CodeAnalysis.SyntaxTree[]]$tree, [Microsoft.CodeAnalysis.MetadataReference[]]$core, $options).Emit($file)
        }
        finally {
            $file.Dispose()
        }
        if (-not $made.Success) { throw ($made.Diagnostics -join "`n") }
        return $file.Name
    }
}

AfterAll { Stop-EmulatorHost $emulator }

Describe 'after import' {
    BeforeAll {
        $run = Invoke-CleanPwsh {
            Import-Module $env:PCC_MODULE
            [PartnerCenterCart.CartLineItem]@{ CatalogItemId = 'CFQ7TTC0LFLX:0001:CFQ7TTC0LB30'; Quantity = 2 } | ForEach-Object { "$($_.GetType()) $($_.Quantity)" }
            @([AppDomain]::CurrentDomain.GetAssemblies().GetName().Name -match '^(Polly|Microsoft\.Identity|PartnerCenterCart\.(Http|Emulator)$)').Count
        }
    }

    It 'knows its types at once' {
        $run.StdOut[0] | Should -Be 'PartnerCenterCart.CartLineItem 2' -Because $run.StdErr
    }

    It 'has loaded neither the network nor the emulator yet' {
        $run.StdOut[1] | Should -Be '0' -Because $run.StdErr
    }
}

Describe 'after a call through <Door>' -ForEach @(
    @{ Door = 'the door in the process'; Connect = { Connect-PartnerCenter -Emulator } }
    @{ Door = 'the network'; Connect = { Connect-PartnerCenter -AccessToken some-token -Endpoint $env:EMULATOR_ENDPOINT } }
) {
    BeforeAll {
        $run = Invoke-CleanPwsh -Environment $environment -Script ([scriptblock]::Create(@"
            Import-Module `$env:PCC_MODULE
            $Connect
            `$line = @{ CatalogItemId = 'CFQ7TTC0LFLX:0001:CFQ7TTC0LB30'; Quantity = 2; BillingCycle = 'monthly'; TermDuration = 'P1M' }
            `$line | New-PartnerCustomerCart -CustomerId c0000000-0000-4000-8000-000000000001 | ForEach-Object Status
            foreach (`$context in [Runtime.Loader.AssemblyLoadContext]::All) {
                foreach (`$assembly in `$context.Assemblies) { "`$(`$context.Name)|`$(`$assembly.GetName().Name)" }
            }
"@))
        $status, $loaded = $run.StdOut
    }

    It 'the call has worked' {
        $status | Should -Be 'Active' -Because $run.StdErr
    }

    It 'no assembly of Polly or Microsoft.Identity is in the default context' {
        @($loaded -match '^Default\|(Polly|Microsoft\.Identity)') | Should -BeNullOrEmpty
    }

    It 'the network room and its retry library are in a context of their own' {
        @($loaded -match '\|(PartnerCenterCart\.Http|Polly)') | Sort-Object | Should -Be 'PartnerCenterCart.Http|PartnerCenterCart.Http', 'PartnerCenterCart.Http|Polly.Core'
    }

    It 'the models are in one context alone' {
        @($loaded -match '\|PartnerCenterCart(\.Core)?$').Count | Should -Be 2
        @($loaded -match '\|Newtonsoft\.Json$').Count | Should -Be 1
    }
}

Describe 'in a session that has <Name> <Version> already' -ForEach @(
    @{ Name = 'Polly.Core'; Version = '1.0.0.0' }
    @{ Name = 'Polly.Core'; Version = '99.0.0.0' }
    @{ Name = 'Microsoft.Identity.Client'; Version = '99.0.0.0' }
) {
    It 'works, and leaves the other one alone' {
        $path = New-Namesake $Name $Version
        $run = Invoke-CleanPwsh -ArgumentList $path, $Name -Environment $environment -Script {
            $default = [Runtime.Loader.AssemblyLoadContext]::Default
            $default.LoadFromAssemblyPath($args[0]).FullName
            Import-Module $env:PCC_MODULE
            Connect-PartnerCenter -AccessToken some-token -Endpoint $env:EMULATOR_ENDPOINT
            $line = @{ CatalogItemId = 'CFQ7TTC0LFLX:0001:CFQ7TTC0LB30'; Quantity = 2; BillingCycle = 'monthly'; TermDuration = 'P1M' }
            ($line | New-PartnerCustomerCart -CustomerId c0000000-0000-4000-8000-000000000001).Status
            $name = $args[1]
            $default.Assemblies | Where-Object { $_.GetName().Name -eq $name } | ForEach-Object { $_.GetName().Version.ToString() }
        }
        $run.StdOut | Should -Be "$Name, Version=$Version, Culture=neutral, PublicKeyToken=null", 'Active', $Version -Because $run.StdErr
    }
}

Describe 'Remove-Module' {
    It 'closes the connection, and the module can be imported again' {
        $run = Invoke-CleanPwsh {
            Import-Module $env:PCC_MODULE
            $context = Connect-PartnerCenter -Emulator -PassThru
            Remove-Module PartnerCenterCart
            "closed: $($context.IsClosed)"
            Import-Module $env:PCC_MODULE
            "connected: $([bool](Get-PartnerContext))"
            Connect-PartnerCenter -Emulator
            $line = @{ CatalogItemId = 'CFQ7TTC0LFLX:0001:CFQ7TTC0LB30'; Quantity = 2; BillingCycle = 'monthly'; TermDuration = 'P1M' }
            ($line | New-PartnerCustomerCart -CustomerId c0000000-0000-4000-8000-000000000001).Status
        }
        $run.StdOut | Should -Be 'closed: True', 'connected: False', 'Active' -Because $run.StdErr
    }

    It 'is not needed before the module is imported again with -Force' {
        $run = Invoke-CleanPwsh {
            Import-Module $env:PCC_MODULE
            Connect-PartnerCenter -Emulator
            Import-Module $env:PCC_MODULE -Force
            Connect-PartnerCenter -Emulator
            "connected: $([bool](Get-PartnerContext))"
        }
        $run.StdOut | Should -Be 'connected: True' -Because $run.StdErr
    }
}
