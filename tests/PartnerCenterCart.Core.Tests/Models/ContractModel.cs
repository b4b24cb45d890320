using System;
using System.Collections.Generic;
using System.Linq;
using Newtonsoft.Json.Linq;
using PartnerCenterCart.Json;
using Xunit;

namespace PartnerCenterCart.Core.Tests;

/// <summary>One model of the contract: its C# type, its fixture, and its members as models.md lists them.</summary>
internal sealed class ContractModel
{
    /// <summary>Copied by hand from models.md, sections 1, 5 and 6, so that no renaming in C# can change both sides.</summary>
    public static readonly IReadOnlyList<ContractModel> All = new[]
    {
        new ContractModel(typeof(ResourceAttributes), "resource-attributes", "objectType", "etag"),
        new ContractModel(typeof(Link), "link", "uri", "method", "headers", "body"),
        new ContractModel(typeof(LinkHeader), "link-header", "key", "value"),
        new ContractModel(typeof(StandardResourceLinks), "standard-resource-links", "self", "next", "previous"),
        new ContractModel(typeof(PartnerCollection<Order>), "seek-based-resource-collection",
            "totalCount", "items", "links", "attributes", "continuationToken"),
        new ContractModel(typeof(Cart), "cart",
            "id", "creationTimestamp", "lastModifiedTimestamp", "expirationTimestamp", "lastModifiedUser", "status", "lineItems",
            "partnerOnRecordAttestationAccepted", "links", "attributes"),
        new ContractModel(typeof(CartLineItem), "cart-line-item",
            "id", "catalogItemId", "friendlyName", "quantity", "currencyCode", "billingCycle", "termDuration", "promotionId",
            "participants", "provisioningContext", "orderGroup", "purchaseSystem", "addonItems", "renewsTo", "error",
            "customTermEndDate", "coterminousSubscriptionId", "attestationAccepted", "pricing", "purchaseCommitment"),
        new ContractModel(typeof(CartParticipant), "cart-participant", "key", "value"),
        new ContractModel(typeof(RenewsTo), "renews-to", "termDuration"),
        new ContractModel(typeof(PurchaseCommitment), "purchase-commitment", "amount", "currency", "grain"),
        new ContractModel(typeof(Pricing), "pricing", "listPrice", "discountedPrice", "proratedPrice", "price", "extendedPrice"),
        new ContractModel(typeof(CartError), "cart-error", "errorCode", "errorDescription", "additionalInformation"),
        new ContractModel(typeof(CartCheckoutResult), "cart-checkout-result", "orders", "orderErrors", "additionalInformation", "attributes"),
        new ContractModel(typeof(OrderError), "order-error", "orderGroupId", "code", "description", "attributes"),
        new ContractModel(typeof(Order), "order",
            "id", "alternateId", "referenceCustomerId", "billingCycle", "currencyCode", "currencySymbol", "lineItems", "creationDate",
            "status", "transactionType", "totalPrice", "partnerOnRecordAttestationAccepted", "client", "links", "attributes"),
        new ContractModel(typeof(OrderLineItem), "order-line-item",
            "lineItemNumber", "offerId", "subscriptionId", "parentSubscriptionId", "termDuration", "renewsTo", "transactionType",
            "promotionId", "customTermEndDate", "friendlyName", "quantity", "pricing", "partnerIdOnRecord",
            "additionalPartnerIdsOnRecord", "provisioningContext", "purchaseCommitment", "attestationAccepted", "links", "attributes"),
        new ContractModel(typeof(OrderLinks), "order-links", "self", "next", "previous", "provisioningStatus", "patchOperation"),
        new ContractModel(typeof(OrderLineItemLinks), "order-line-item-links",
            "product", "sku", "availability", "subscription", "provisioningStatus", "activationLinks"),

        // The emulator's own, from the members that its control routes take and give.
        new ContractModel(typeof(EmulatorFault), "emulator-fault",
            "operation", "status", "code", "description", "times", "delaySeconds", "chance", "seed", "resetConnection", "truncateBody", "retryAfter",
            "errorBody", "byteOrderMark", "applyWork", "orderGroup", "lineError", "exportError", "exportStatus", "unknownMembers",
            "unknownEnumValues", "numbersAsText", "doubledHeaders", "pascalCase"),
        new ContractModel(typeof(EmulatorInvoice), "emulator-invoice",
            "id", "type", "currency", "date", "lines", "usageLines", "blobs", "seed", "numbersAsText", "brokenRows", "paid", "taxReceipts"),
        new ContractModel(typeof(EmulatorRequest), "emulator-request",
            "sequence", "time", "operation", "method", "path", "query", "headers", "body", "status"),
        new ContractModel(typeof(EmulatorClockReading), "emulator-clock-reading", "now"),
    };

    public ContractModel(Type type, string fixture, params string[] members)
    {
        Type = type;
        Fixture = fixture;
        Members = members;
    }

    public Type Type { get; }

    public string Fixture { get; }

    public string[] Members { get; }

    /// <summary>Of all lists.</summary>
    public static IEnumerable<ContractModel> Everywhere => All.Concat(CatalogModels.All).Concat(BillingModels.All).Concat(ReconciliationModels.All);

    public static ContractModel Named(string fixture) => Everywhere.Single(model => model.Fixture == fixture);

    /// <summary>Fixture names, for theories.</summary>
    public static TheoryData<string> Fixtures(IEnumerable<ContractModel> models)
    {
        var data = new TheoryData<string>();
        foreach (ContractModel model in models)
        {
            data.Add(model.Fixture);
        }

        return data;
    }

    /// <summary>Its fixture.</summary>
    public JObject Json() => Core.Tests.Fixture.Json($"core/{Fixture}.json");

    /// <summary>What the library makes of its fixture.</summary>
    public PartnerResource Read() =>
        (PartnerResource)typeof(PartnerJson).GetMethod(nameof(PartnerJson.Read), new[] { typeof(string) })!.MakeGenericMethod(Type).Invoke(null, new object[] { Json().ToString() })!;
}
