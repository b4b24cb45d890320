# Shared by the Pester files of exports and comparisons. Dot-source it after _TestHelper.ps1.

# Makes an invoice of any size; the same settings give the same rows.
function New-EmulatorInvoice([string] $Endpoint, [hashtable] $Settings) {
    Invoke-RestMethod -Method Post -Uri "$Endpoint/_emulator/invoices" -Body ($Settings | ConvertTo-Json) -ContentType 'application/json'
}

function Set-EmulatorSetting([string] $Endpoint, [hashtable] $Settings) {
    $null = Invoke-RestMethod -Method Post -Uri "$Endpoint/_emulator/settings" -Body ($Settings | ConvertTo-Json) -ContentType 'application/json'
}

# Connects to the host, which makes exports at once: a wait there would take real time.
function Connect-EmulatorHost([string] $Endpoint) {
    Connect-PartnerCenter -AccessToken 'some-token' -Endpoint $Endpoint
    Reset-PartnerCenterEmulator -Confirm:$false
    Set-EmulatorSetting $Endpoint @{ exportSeconds = 0 }
}

function Get-Hash([string] $Path) { (Get-FileHash -LiteralPath $Path -Algorithm SHA256).Hash }
