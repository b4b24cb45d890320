# Stands in for the host of Azure Functions: runs one function of samples/durable in this process as a worker would, with the bindings
# and the commands of Durable Functions faked. Orchestrations run to their end at once, their activities here. Started by the tests
# in a pwsh of its own; what came of it is one line of JSON.
[Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSReviewUnusedParameter', '', Justification = 'The fakes have the parameters of what they stand for.')]
[Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseShouldProcessForStateChangingFunctions', '', Justification = 'The fakes have the names of what they stand for.')]
param([string] $App, [string] $Function, [string] $InputPath)

$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
Import-Module $env:PCC_MODULE
$null = Connect-PartnerCenter -AccessToken 'worker-token' -Endpoint $env:EMULATOR_ENDPOINT

Add-Type -TypeDefinition 'public class HttpResponseContext { public int StatusCode { get; set; } public object Body { get; set; } }'
$outputs = @{}
$started = [Collections.Generic.List[object]]::new()
$timers = [Collections.Generic.List[timespan]]::new()

# What travels between functions travels as JSON.
function Copy-AsJson($Value) { ConvertTo-Json -InputObject $Value -Depth 20 | ConvertFrom-Json -DateKind String }

function Push-OutputBinding([string] $Name, $Value) { $outputs[$Name] = $Value }
function Get-DurableStatus([string] $InstanceId) {
    if ($env:RUNNING_INSTANCE -eq $InstanceId) { [pscustomobject]@{ InstanceId = $InstanceId; RuntimeStatus = 'Running' } }
}
function Start-DurableOrchestration([string] $FunctionName, [string] $InstanceId, $InputObject) {
    $started.Add(@{ FunctionName = $FunctionName; InstanceId = $InstanceId; InputObject = Copy-AsJson $InputObject })
    return $InstanceId
}
function New-DurableOrchestrationCheckStatusResponse($Request, [string] $InstanceId) { [HttpResponseContext]@{ StatusCode = 202; Body = $InstanceId } }
function Invoke-DurableActivity {
    # -Input by an alias, because $Input is the pipeline's in a function.
    [CmdletBinding()]
    param([string] $FunctionName, [Alias('Input')] $Given, [switch] $NoWait)
    return @{ FunctionName = $FunctionName; Given = Copy-AsJson $Given }
}
function Wait-DurableTask($Task) { foreach ($one in $Task) { Copy-AsJson (& "$App/$($one.FunctionName)/run.ps1" (Copy-AsJson $one.Given)) } }
function Start-DurableTimer([timespan] $Duration) {
    $timers.Add($Duration)
    $null = Set-PartnerCenterEmulatorClock -Advance $Duration
}

$given = Get-Content -LiteralPath $InputPath -Raw | ConvertFrom-Json -DateKind String
if ($Function -eq 'BuyPlan') { $given = [pscustomobject]@{ Input = $given } }
$output = & "$App/$Function/run.ps1" $given
ConvertTo-Json -InputObject @{ Output = $output; Bindings = $outputs; Started = $started; Timers = @($timers | ForEach-Object { "$_" }) } -Depth 20 -Compress
