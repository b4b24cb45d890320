# samples/durable: its functions run in processes of their own, with fakes for what the platform brings. What only Azure can show
# (the orchestration's replay, the bindings, the identity) is not seen here; that a row is bought once, whoever settles it, is.
BeforeDiscovery {
    $functions = Get-ChildItem -LiteralPath "$PSScriptRoot/../../samples/durable" -Directory | ForEach-Object { @{ Name = $_.Name } }
}

BeforeAll {
    . "$PSScriptRoot/_TestHelper.ps1"
    . "$PSScriptRoot/_Purchase.ps1"
    Import-ModuleUnderTest
    $emulator = Start-EmulatorHost
    $app = Join-Path $repositoryRoot 'samples/durable'
    $csv = @'
Reference,Customer,ProductId,SkuId,Quantity,TermDuration,BillingCycle
PO/1,contoso.onmicrosoft.com,CFQ7TTC0LFLX,0001,5,P1Y,monthly
PO 2,Fabrikam,CFQ7TTC0LFLX,0001,3,P1Y,annual
'@
    $row = $csv | ConvertFrom-Csv | Select-Object -First 1

    function Start-Worker([string] $Function, $Given, [string] $Running = '') {
        $file = Join-Path $TestDrive "$([Guid]::NewGuid()).json"
        ConvertTo-Json -InputObject $Given -Depth 9 | Set-Content -LiteralPath $file
        $program, $first = Get-PwshCommand
        $arguments = @(@($first) + '-NoProfile', '-NonInteractive', '-File', "$PSScriptRoot/_FunctionsHost.ps1", $app, $Function, $file | Where-Object { $_ })
        $environment = @{
            PCC_MODULE = Get-ModuleUnderTestPath; EMULATOR_ENDPOINT = $emulator.Endpoint; PURCHASE_JOURNALS = $journals; RUNNING_INSTANCE = $Running
            NO_COLOR = '1'; POWERSHELL_TELEMETRY_OPTOUT = '1'
        }
        $process = Start-HelperProcess $program $arguments $environment
        $process.StandardInput.Close()
        $process | Add-Member -NotePropertyName Output -NotePropertyValue $process.StandardOutput.ReadToEndAsync()
        $process | Add-Member -NotePropertyName ErrorText -NotePropertyValue $process.StandardError.ReadToEndAsync()
        return $process
    }

    function Wait-Worker($Process) {
        if (-not $Process.WaitForExit(90000)) { $Process.Kill($true); throw 'A function did not end.' }
        if ($Process.ExitCode -ne 0) { throw "A function failed: $($Process.ErrorText.Result)" }
        return $Process.Output.Result | ConvertFrom-Json
    }

    function Invoke-Function([string] $Function, $Given, [string] $Running = '') { Wait-Worker (Start-Worker $Function $Given $Running) }

    # Waits until the emulator has seen a checkout so often, and kills the worker.
    function Stop-Worker($Process, [int] $Checkouts) {
        $limit = [Diagnostics.Stopwatch]::StartNew()
        while ((Get-Request carts.checkout).Count -lt $Checkouts) {
            if ($limit.Elapsed.TotalSeconds -gt 60 -or $Process.WaitForExit(20)) { $Process.Kill($true); throw "The checkout did not arrive. $($Process.ErrorText.Result)" }
        }
        $Process.Kill($true)
        $Process.WaitForExit()
    }

    function Get-Bought {
        $null = Set-PartnerCenterEmulatorClock -Advance 01:00:00
        foreach ($id in $customer, $secondCustomer) { Get-PartnerCustomerOrder -CustomerId $id }
    }
}

AfterAll {
    Disconnect-PartnerCenter
    Stop-EmulatorHost $emulator
}

Describe 'samples/durable' {
    BeforeEach {
        Connect-PartnerCenter -AccessToken tester-token -Endpoint $emulator.Endpoint
        Reset-PartnerCenterEmulator
        $journals = (New-Item -ItemType Directory -Path (Join-Path $TestDrive ([Guid]::NewGuid()))).FullName
        $purchase = @{ InstanceId = 'plan-1'; Row = $row }
    }

    Context 'as an app' {
        It '<Name> has the parameter that its trigger is bound to' -ForEach $functions {
            $bindings = (Get-Content -LiteralPath "$app/$Name/function.json" -Raw | ConvertFrom-Json).bindings
            $trigger = @($bindings | Where-Object type -Like '*Trigger')
            $trigger | Should -HaveCount 1
            $syntax = [Management.Automation.Language.Parser]::ParseFile("$app/$Name/run.ps1", [ref]$null, [ref]$null)
            $syntax.ParamBlock.Parameters.Name.VariablePath.UserPath | Should -Be $trigger.name
        }

        It 'is an app that the platform can read' {
            (Get-Content -LiteralPath "$app/host.json" -Raw | ConvertFrom-Json).version | Should -BeExactly '2.0'
            (Import-PowerShellDataFile -LiteralPath "$app/requirements.psd1").Keys | Should -BeExactly 'AzureFunctions.PowerShell.Durable.SDK'
        }

        It 'connects once for a worker, whichever runspace comes first' {
            $null = New-Item -ItemType Directory -Path "$TestDrive/modules/AzureFunctions.PowerShell.Durable.SDK"
            Set-Content -LiteralPath "$TestDrive/modules/AzureFunctions.PowerShell.Durable.SDK/AzureFunctions.PowerShell.Durable.SDK.psm1" -Value ''
            $run = Invoke-CleanPwsh -ArgumentList "$app/profile.ps1", "$TestDrive/modules" -Environment @{ IDENTITY_ENDPOINT = 'http://127.0.0.1:9/token'; IDENTITY_HEADER = 'x'; PARTNER_TENANT = 'contoso.onmicrosoft.com' } {
                param($File, $Modules)
                $env:PSModulePath = (Split-Path (Split-Path $env:PCC_MODULE)), $Modules -join [IO.Path]::PathSeparator
                try { & $File; 'connected' } catch { "tried: $(($_.FullyQualifiedErrorId -split ',')[0])" }
                Connect-PartnerCenter -Emulator
                & $File
                (Get-PartnerContext).Kind
            }
            $run.StdOut | Should -HaveCount 2 -Because $run.StdErr
            $run.StdOut[0] | Should -BeLike 'tried: *' -Because 'nobody answers for the identity here'
            $run.StdOut[1] | Should -BeExactly 'Emulator'
        }
    }

    Context 'a plan that is sent' {
        It 'is bought by workers, row by row, and sent again nothing more is bought' {
            $answer = Invoke-Function StartPlan @{ RawBody = $csv }
            $answer.Bindings.Response.StatusCode | Should -Be 202
            $answer.Started.InstanceId | Should -Match '^plan-[0-9a-f]{32}$'
            $answer.Started.InputObject.Rows | Should -HaveCount 2

            $first = Invoke-Function BuyPlan $answer.Started.InputObject
            $first.Output.Ordered.Reference | Should -Be 'PO/1', 'PO 2'
            $first.Timers | Should -BeNullOrEmpty
            $again = Invoke-Function StartPlan @{ RawBody = $csv }
            $again.Started.InstanceId | Should -BeExactly $answer.Started.InstanceId
            $second = Invoke-Function BuyPlan $again.Started.InputObject

            $second.Output.Ordered.OrderId | Should -Be $first.Output.Ordered.OrderId
            (Get-Bought).Id | Sort-Object | Should -Be ($first.Output.Ordered.OrderId | Sort-Object)
        }

        It 'is not started a second time while it runs' {
            $id = (Invoke-Function StartPlan @{ RawBody = $csv }).Started.InstanceId
            $again = Invoke-Function StartPlan @{ RawBody = $csv } -Running $id
            $again.Started | Should -BeNullOrEmpty
            $again.Bindings.Response.Body | Should -BeExactly $id
        }

        It 'is refused as a whole when <What>, before anything is bought' -ForEach @(
            @{ What = 'a row is wrong'; Change = 'Fabrikam', 'Fabrikan'; Says = '*Fabrikan*' }
            @{ What = 'a row has no reference'; Change = 'PO 2,', ','; Says = '*Reference*' }
            @{ What = 'two rows have the same reference'; Change = 'PO 2', 'po/1'; Says = '*po/1*' }
        ) {
            $answer = Invoke-Function StartPlan @{ RawBody = $csv.Replace($Change[0], $Change[1]) }
            $answer.Bindings.Response.StatusCode | Should -Be 400
            $answer.Bindings.Response.Body | Should -BeLike $Says
            $answer.Started | Should -BeNullOrEmpty
            (Get-Request carts.create).Count | Should -Be 0
        }

        It 'reports a row that the service refuses, and buys the others' {
            $rows = $csv | ConvertFrom-Csv
            Set-PartnerCenterEmulatorFault carts.create -LineError InventoryNotAvailable
            $run = Invoke-Function BuyPlan @{ InstanceId = 'plan-1'; Rows = $rows }
            $run.Output.Refused.Reference | Should -Be 'PO/1'
            $run.Output.Refused.Message | Should -Not -BeNullOrEmpty
            $run.Output.Ordered.Reference | Should -Be 'PO 2'
            Get-Bought | Should -HaveCount 1
        }

        It 'asks again, after a while, for what is not settled' {
            # As long as the first round goes on nobody learns what became of the checkout.
            Set-PartnerCenterEmulatorFault carts.checkout -ResetConnection After -Times 5
            Set-PartnerCenterEmulatorFault carts.get -Status 500
            $run = Invoke-Function BuyPlan @{ InstanceId = 'plan-1'; Rows = @($row) }
            $run.Output.Ordered.Reference | Should -Be 'PO/1'
            Get-Bought | Should -HaveCount 1
        }
    }

    Context 'a row' {
        It 'that two workers settle at the same time is bought once' {
            Set-PartnerCenterEmulatorFault * -Delay 00:00:00.2 -Times 0
            $workers = 1..2 | ForEach-Object { Start-Worker SettleRow $purchase }
            $results = $workers | ForEach-Object { (Wait-Worker $_).Output }
            $results.Settled | Should -Contain $true
            Set-PartnerCenterEmulatorFault -Clear

            $last = (Invoke-Function SettleRow $purchase).Output
            $last.State | Should -BeExactly 'Ordered'
            foreach ($one in $results | Where-Object Settled) { $one.OrderId | Should -Be $last.OrderId }
            (Get-Bought).Id | Should -Be $last.OrderId
        }

        It 'that another worker holds comes back as not settled, and buys nothing' {
            $folder = (New-Item -ItemType Directory -Path (Join-Path $journals 'plan-1')).FullName
            $lock = [IO.File]::Open((Join-Path $folder 'row-PO%2F1.jsonl.lock'), 'OpenOrCreate', 'ReadWrite', 'None')
            try { $result = (Invoke-Function SettleRow $purchase).Output }
            finally { $lock.Dispose() }
            $result.Settled | Should -BeFalse
            $result.Message | Should -BeLike '*in use*'
            (Get-Request carts.create).Count | Should -Be 0

            (Invoke-Function SettleRow $purchase).Output.State | Should -BeExactly 'Ordered'
        }

        It 'whose worker is killed <When> is bought once by the next' -ForEach @(
            @{ When = 'before its cart is bought'; Fault = @{ Delay = '00:10:00' }; Checkouts = 1 }
            @{ When = 'after its cart is bought, and before it knows'; Fault = @{ ResetConnection = 'After'; Times = 0 }; Checkouts = 2 }
        ) {
            Set-PartnerCenterEmulatorFault carts.checkout @Fault
            Stop-Worker (Start-Worker SettleRow $purchase) $Checkouts
            Set-PartnerCenterEmulatorFault -Clear
            (Get-PartnerPurchasePlanStatus (Join-Path $journals 'plan-1/row-PO%2F1.jsonl')).State | Should -Be 'CheckingOut'

            $result = (Invoke-Function SettleRow $purchase).Output
            $result.Settled | Should -BeTrue
            $again = (Invoke-Function SettleRow $purchase).Output
            $again.OrderId | Should -Be $result.OrderId
            (Get-Bought).Id | Should -Be $result.OrderId
        }

        It 'has a journal inside its folder, whatever its reference says' {
            $row.Reference = '../../PO:1?*'
            try { $null = Invoke-Function SettleRow @{ InstanceId = 'plan-1'; Row = $row } }
            finally { $row.Reference = 'PO/1' }
            (Get-ChildItem -LiteralPath $journals -Recurse -File -Filter *.jsonl).Directory.Name | Should -Be 'plan-1'
        }
    }
}
