# Compares what went over the wire, and what came out, with the published examples of the contract. Dot-source it after
# _TestHelper.ps1. It reads objects through their public members alone: the module's own serializer must not agree with itself.

[Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseDeclaredVarsMoreThanAssignments', '', Justification = 'The tests that dot-source it read them.')]
param()

# Known from the call or computed; the service has no such members.
$computedMembers = @{
    Cart               = 'CustomerId', 'CartId', 'ExpiresIn', 'TotalPrice', 'CurrencyCode'
    CartLineItem       = 'CustomerId', 'CartId', 'LineItemId'
    CartError          = @('Number')
    CartCheckoutResult = 'CustomerId', 'CartId', 'OrderId'
    Order              = 'CustomerId', 'OrderId'
}

# Made anew for each cart and order.
$cartIdentity = '~id', '~creationTimestamp', '~lastModifiedTimestamp', '~expirationTimestamp', '~lastModifiedUser', '~links.self.uri'
$orderIdentity = '~orders[].id', '~orders[].alternateId', '~orders[].creationDate'

# The service writes these in several spellings and reads them all (contract: models.md, section 0).
$enumMembers = 'billingCycle', 'transactionType', 'key'

# Starts a connection to one of the emulator's two doors; -HostEndpoint is what Start-EmulatorHost said.
function Connect-Door([string] $Door, [string] $HostEndpoint) {
    if ($Door -eq 'in-process') { Connect-PartnerCenter -Emulator }
    else {
        Connect-PartnerCenter -AccessToken 'some-token' -Endpoint $HostEndpoint
        Reset-PartnerCenterEmulator -Confirm:$false
    }
}

# JSON as ordered dictionaries, arrays, texts, decimals, booleans; member names match whatever their case.
function ConvertFrom-WireText([string] $Json) {
    $document = [Text.Json.JsonDocument]::Parse($Json)
    return , (ConvertFrom-WireElement $document.RootElement)
}

function ConvertFrom-WireElement($Element) {
    switch ([string]$Element.ValueKind) {
        'Object' {
            $members = [ordered]@{}
            foreach ($member in $Element.EnumerateObject()) { $members[$member.Name] = ConvertFrom-WireElement $member.Value }
            return $members
        }
        'Array' {
            $items = [Collections.ArrayList]::new()
            foreach ($item in $Element.EnumerateArray()) { [void]$items.Add((ConvertFrom-WireElement $item)) }
            return , $items
        }
        'String' { return $Element.GetString() }
        'Number' { return $Element.GetDecimal() }
        'True' { return $true }
        'False' { return $false }
    }
}

# An object of the module in the same shape, without the members that are not set.
function ConvertFrom-Resource($Value) {
    if ($Value -is [DateTimeOffset]) { return $Value.ToString('O', [cultureinfo]::InvariantCulture) }
    if ($null -eq $Value -or $Value -is [string] -or $Value -is [bool]) { return $Value }
    if ($Value -is [ValueType]) { return [decimal]$Value }
    $members = [ordered]@{}
    if ($Value -is [Collections.IDictionary]) {
        foreach ($key in $Value.Keys) { $members[$key] = ConvertFrom-Resource $Value[$key] }
        return $members
    }
    if ($Value -is [Collections.IEnumerable]) {
        $items = [Collections.ArrayList]::new()
        foreach ($item in $Value) { [void]$items.Add((ConvertFrom-Resource $item)) }
        return , $items
    }
    $computed = @($computedMembers[$Value.GetType().Name])
    foreach ($property in $Value.GetType().GetProperties()) {
        if ($property.Name -eq 'AdditionalProperties') {
            $unknown = $property.GetValue($Value)
            # Under a name of their own: a member that the model has lost must not pass for one that it has.
            foreach ($key in $unknown.Keys) { $members["unknown $key"] = ConvertFrom-Resource $unknown[$key] }
        }
        elseif ($property.Name -notin $computed -and $null -ne $property.GetValue($Value)) {
            $members[$property.Name] = ConvertFrom-Resource $property.GetValue($Value)
        }
    }
    return $members
}

function Test-SameValue([string] $Name, $Published, $Seen) {
    $date = '^\d{4}-\d\d-\d\dT'
    if ($Published -is [string] -and $Seen -is [string] -and $Published -match $date -and $Seen -match $date) {
        return [DateTimeOffset]::Parse($Published, [cultureinfo]::InvariantCulture, 'AssumeUniversal') -eq
            [DateTimeOffset]::Parse($Seen, [cultureinfo]::InvariantCulture, 'AssumeUniversal')
    }
    if ($Name -in $enumMembers) { return ($Published -replace '[_ -]') -eq ($Seen -replace '[_ -]') }
    if ($null -eq $Published -or $null -eq $Seen) { return $null -eq $Published -and $null -eq $Seen }
    return $Published.GetType() -eq $Seen.GetType() -and $Published -ceq $Seen
}

# Each difference as Key ("-path" is missing, "+path" is new, "~path" has another value) and Text.
function Compare-WireTree($Published, $Seen, [string] $Path = '', [string] $Name = '') {
    if ($Published -is [Collections.IDictionary] -and $Seen -is [Collections.IDictionary]) {
        foreach ($key in @(@($Published.Keys) + @($Seen.Keys) | Sort-Object -Unique)) {
            $short = [char]::ToLowerInvariant($key[0]) + $key.Substring(1)
            $member = $Path ? "$Path.$short" : $short
            if (-not $Published.Contains($key)) { @{ Key = "+$member"; Text = "+$member = $($Seen[$key] | ConvertTo-Json -Compress -Depth 9)" } }
            elseif (-not $Seen.Contains($key)) { @{ Key = "-$member"; Text = "-$member, published as $($Published[$key] | ConvertTo-Json -Compress -Depth 9)" } }
            else { Compare-WireTree $Published[$key] $Seen[$key] $member $short }
        }
    }
    elseif ($Published -is [Collections.ArrayList] -and $Seen -is [Collections.ArrayList]) {
        for ($index = 0; $index -lt [Math]::Max($Published.Count, $Seen.Count); $index++) {
            $item = "$Path[$index]"
            if ($index -ge $Published.Count) { @{ Key = "+$item"; Text = "+$item" } }
            elseif ($index -ge $Seen.Count) { @{ Key = "-$item"; Text = "-$item" } }
            else { Compare-WireTree $Published[$index] $Seen[$index] $item $Name }
        }
    }
    elseif (-not (Test-SameValue $Name $Published $Seen)) { @{ Key = "~$Path"; Text = "~$Path is '$Seen', published as '$Published'" } }
}

# Fails unless the differences are exactly those of -Except; there, [] stands for any index. -Seen is JSON text that was sent
# (or a part of it, from ConvertFrom-WireText), or an object that came out.
function Assert-MatchesExample {
    param([Parameter(Mandatory)][string] $Example, [Parameter(Mandatory)] $Seen, [string[]] $Except = @(), [string] $Part)

    $published = ConvertFrom-WireText (Get-Fixture $Example)
    if ($Part) { foreach ($step in $Part.Split('.')) { $published = $step -match '^\d+$' ? $published[[int]$step] : $published[$step] } }
    $tree = $Seen -is [string] ? (ConvertFrom-WireText $Seen) : $Seen -is [Collections.IDictionary] ? $Seen : (ConvertFrom-Resource $Seen)
    $differences = @(Compare-WireTree $published $tree)
    $unexpected = @($differences | Where-Object { $_.Key -notin $Except -and ($_.Key -replace '\[\d+\]', '[]') -notin $Except })
    $keys = @($differences | ForEach-Object { $_.Key; $_.Key -replace '\[\d+\]', '[]' })
    $vanished = @($Except | Where-Object { $_ -notin $keys })
    if ($unexpected) { throw "Not as published in ${Example}: $($unexpected.Text -join '; ')" }
    if ($vanished) { throw "The same as in ${Example}, so it is no exception any more: $($vanished -join ', ')" }
}

# The last request of an operation, as the emulator saw it.
function Get-LastRequest([string] $Operation) {
    $request = Get-PartnerCenterEmulatorRequest -Operation $Operation | Select-Object -Last 1
    if (-not $request) { throw "The emulator has not seen $Operation." }
    return $request
}
