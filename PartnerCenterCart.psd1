@{
    RootModule             = 'PartnerCenterCart.dll'
    ModuleVersion          = '0.1.0'
    GUID                   = '0baea747-9347-43e0-b5e0-c92b52b2261c'
    Author                 = 'PartnerCenterCart contributors'
    CompanyName            = 'PartnerCenterCart contributors'
    Copyright              = '(c) PartnerCenterCart contributors. MIT license.'
    Description            = 'Buys for customers of a Cloud Solution Provider through Microsoft Partner Center: fill a cart, check it out, follow the orders. Ships with an emulator of the service for tests.'
    PowerShellVersion      = '5.1'
    DotNetFrameworkVersion = '4.7.2'
    CompatiblePSEditions   = @('Desktop', 'Core')
    # Core alone: [PartnerCenterCart.CartLineItem] resolves right after import, and nothing else is loaded before it is used.
    RequiredAssemblies     = @('PartnerCenterCart.Core.dll')
    TypesToProcess         = @('PartnerCenterCart.types.ps1xml')
    FormatsToProcess       = @('PartnerCenterCart.format.ps1xml')
    FunctionsToExport      = @()
    VariablesToExport      = @()
    AliasesToExport        = @()
    CmdletsToExport        = @(
        'Add-PartnerCenterEmulatorInvoice'
        'Add-PartnerCustomerCartLineItem'
        'Add-PartnerCustomerOrderAttachment'
        'Connect-PartnerCenter'
        'Disconnect-PartnerCenter'
        'Export-PartnerPurchasePlanStatus'
        'Find-PartnerProductAvailability'
        'Get-PartnerAgreementDetail'
        'Get-PartnerAgreementDocument'
        'Get-PartnerCenterEmulatorRequest'
        'Get-PartnerContext'
        'Get-PartnerCustomer'
        'Get-PartnerCustomerAgreement'
        'Get-PartnerCustomerAgreementStatus'
        'Get-PartnerCustomerBillingProfile'
        'Get-PartnerCustomerCart'
        'Get-PartnerCustomerCompanyProfile'
        'Get-PartnerCustomerEntitlement'
        'Get-PartnerCustomerOrder'
        'Get-PartnerCustomerOrderAttachment'
        'Get-PartnerCustomerOrderLineItemActivationLink'
        'Get-PartnerCustomerOrderProvisioningStatus'
        'Get-PartnerCustomerReservation'
        'Get-PartnerCustomerSubscription'
        'Get-PartnerCustomerSubscriptionActivationLink'
        'Get-PartnerCustomerSubscriptionProvisioningStatus'
        'Get-PartnerCustomerSubscriptionRegistrationStatus'
        'Get-PartnerCustomerTermEndDate'
        'Get-PartnerCustomerValidationStatus'
        'Get-PartnerProduct'
        'Get-PartnerProductAvailability'
        'Get-PartnerProductInventory'
        'Get-PartnerProductPromotion'
        'Get-PartnerProductSku'
        'Get-PartnerPurchasePlanStatus'
        'Import-PartnerPurchasePlan'
        'Invoke-PartnerPurchasePlan'
        'New-PartnerAccessToken'
        'New-PartnerCustomerAgreement'
        'New-PartnerCustomerCart'
        'New-PartnerCustomerCartLineItem'
        'New-PartnerCustomerOrder'
        'New-PartnerCustomerSubscriptionActivation'
        'Register-PartnerCustomerSubscription'
        'Remove-PartnerCustomerCartLineItem'
        'Reset-PartnerCenterEmulator'
        'Resolve-PartnerError'
        'Set-PartnerCenterEmulatorClock'
        'Set-PartnerCenterEmulatorFault'
        'Set-PartnerCustomerCart'
        'Set-PartnerCustomerOrder'
        'Set-PartnerCustomerSubscription'
        'Stop-PartnerCustomerOrder'
        'Submit-PartnerCustomerCart'
        'Test-PartnerCustomerCart'
        'Test-PartnerProductPromotion'
        'Test-PartnerPurchasePlan'
        'Wait-PartnerCustomerOrder'
    )
    PrivateData            = @{
        PSData = @{
            Tags         = @('PartnerCenter', 'CSP', 'Microsoft365', 'Azure', 'Licensing', 'PSEdition_Core', 'PSEdition_Desktop', 'Windows', 'Linux', 'MacOS')
            LicenseUri   = 'https://licenses.nuget.org/MIT'
            # Where the module is found; it has no other home yet.
            ProjectUri   = 'https://www.powershellgallery.com/packages/PartnerCenterCart'
            ReleaseNotes = '0.1.0: the first version. Finding what to buy, carts and checkout, orders and subscriptions, signing in, and an emulator of the service. Everything in it: CHANGELOG.md in the folder of the module.'
        }
    }
}
