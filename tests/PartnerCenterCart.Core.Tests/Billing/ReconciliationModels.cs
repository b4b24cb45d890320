using System.Collections.Generic;

namespace PartnerCenterCart.Core.Tests;

/// <summary>The models of the exports of Microsoft Graph.</summary>
internal static class ReconciliationModels
{
    /// <summary>
    /// Copied from newer-facts.md and, the columns, from the published list of attributes, so that no renaming in C# can change both
    /// sides. The secret of a manifest is no public member.
    /// </summary>
    public static readonly IReadOnlyList<ContractModel> All = new ContractModel[]
    {
        new(typeof(ReconciliationLineItem), "step5-reconciliation-line-item",
            "partnerId", "customerId", "customerName", "customerDomainName", "customerCountry", "invoiceNumber", "mpnId",
            "tier2MpnId", "orderId", "orderDate", "productId", "skuId", "availabilityId", "skuName", "productName",
            "productCategory", "productQualifiers", "chargeType", "unitPrice", "effectiveUnitPrice", "unitType", "quantity",
            "billableQuantity", "subtotal", "taxTotal", "total", "currency", "pricingCurrency", "pcToBCExchangeRate",
            "pcToBCExchangeRateDate", "priceAdjustmentDescription", "discountDetails", "publisherName", "publisherId",
            "subscriptionDescription", "subscriptionId", "subscriptionStartDate", "subscriptionEndDate", "chargeStartDate",
            "chargeEndDate", "termAndBillingCycle", "billingFrequency", "alternateId", "referenceId", "quoteId",
            "meterDescription", "reservationOrderId", "creditReasonCode", "promotionId", "invoiceLineItemType",
            "billingProvider", "attributes"),
        new(typeof(ReconciliationUsageLineItem), "step5-reconciliation-usage-line-item",
            "partnerId", "partnerName", "customerId", "customerName", "customerDomainName", "customerCountry", "mpnId",
            "tier2MpnId", "invoiceNumber", "productId", "skuId", "availabilityId", "skuName", "productName", "publisherName",
            "publisherId", "subscriptionDescription", "subscriptionId", "chargeStartDate", "chargeEndDate", "usageDate",
            "meterType", "meterCategory", "meterId", "meterSubCategory", "meterName", "meterRegion", "unit",
            "resourceLocation", "consumedService", "resourceGroup", "resourceUri", "chargeType", "unitPrice", "quantity",
            "unitType", "billingPreTaxTotal", "billingCurrency", "pricingPreTaxTotal", "pricingCurrency", "serviceInfo1",
            "serviceInfo2", "tags", "additionalInfo", "effectiveUnitPrice", "pcToBCExchangeRate", "pcToBCExchangeRateDate",
            "entitlementId", "entitlementDescription", "partnerEarnedCreditPercentage", "creditPercentage", "creditType",
            "benefitOrderId", "benefitId", "benefitType", "invoiceLineItemType", "billingProvider", "attributes"),
        new(typeof(ReconciliationManifest), "step5-reconciliation-manifest",
            "id", "eTag", "schemaVersion", "createdDateTime", "dataFormat", "partnerTenantId", "partitionType",
            "rootDirectory", "blobCount", "blobs"),
        new(typeof(ReconciliationBlob), "step5-reconciliation-blob",
            "name", "partitionValue"),
        new(typeof(ReconciliationExportError), "step5-reconciliation-export-error",
            "code", "message"),
        new(typeof(ReconciliationExport), "step5-reconciliation-export",
            "@odata.type", "id", "status", "createdDateTime", "lastActionDateTime", "error", "resourceLocation",
            "resourceLocation@odata.navigationLink"),
    };
}
