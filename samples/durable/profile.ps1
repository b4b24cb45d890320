# Runs once in each runspace of a worker. The connection is the process's, so that the first one makes it for all.
Import-Module AzureFunctions.PowerShell.Durable.SDK -ErrorAction Stop
if (-not (Get-PartnerContext)) {
    Connect-PartnerCenter -Identity -Tenant $env:PARTNER_TENANT -ErrorAction Stop
}
