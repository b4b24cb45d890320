# What the platform installs into the app. PartnerCenterCart itself goes into the app's Modules folder.
@{ 'AzureFunctions.PowerShell.Durable.SDK' = '2.*' }
