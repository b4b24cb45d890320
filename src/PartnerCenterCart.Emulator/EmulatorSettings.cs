using System;
using System.Collections.Generic;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace PartnerCenterCart.Emulation;

/// <summary>What may change while the emulator runs (POST /_emulator/settings).</summary>
internal sealed record EmulatorSettings
{
    public const string InLinks = "links";
    public const string OnTop = "top";

    private static readonly DateTimeOffset FirstIssue = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [JsonProperty(NullValueHandling = NullValueHandling.Include)]
    public int? RequestsPerMinute { get; init; }

    public double ProvisioningSeconds { get; init; }

    public double OrderListLagSeconds { get; init; }

    /// <summary>1, 2 or "questionMark" before every JSON answer; null for none.</summary>
    [JsonProperty(NullValueHandling = NullValueHandling.Include)]
    public JToken? ByteOrderMark { get; init; }

    /// <summary>Treats every token as app-only, so that operations for app+user tokens answer 403/900329.</summary>
    public bool AppOnly { get; init; }

    /// <summary>The audience that tokens must be issued for (401/900420 else), and that they must not have expired; null takes any token.</summary>
    [JsonProperty(NullValueHandling = NullValueHandling.Include)]
    public string? Audience { get; init; }

    /// <summary>Refuses App+User tokens without multi-factor authentication (401/900421).</summary>
    public bool RequireMfa { get; init; }

    /// <summary>Seconds on the emulator's clock from the registration of an Azure subscription until it is registered.</summary>
    public double RegistrationSeconds { get; init; } = 30;

    /// <summary>Days on the emulator's clock after which the availabilities that are not from the contract get new ids; null for never.</summary>
    [JsonProperty(NullValueHandling = NullValueHandling.Include)]
    public double? ReissueDays { get; init; } = 30;

    /// <summary>Most items of a page, in every collection; null answers whole collections whole.</summary>
    [JsonProperty(NullValueHandling = NullValueHandling.Include)]
    public int? PageSize { get; init; }

    /// <summary>links.next as the service sometimes writes it: a double slash, and a second question mark (behaviours.md section 3).</summary>
    public bool MalformedLinks { get; init; }

    /// <summary>A page without items, but with a token, between any two pages of a seek list (behaviours.md section 5).</summary>
    public bool EmptyPages { get; init; }

    /// <summary>Least length of a continuation token.</summary>
    public int TokenLength { get; init; }

    /// <summary>Where the token of a seek list is: "links" (with the header), or "top" (only continuationToken).</summary>
    public string TokenPlace { get; init; } = InLinks;

    /// <summary>Promotion errors in the words of 2021: FirstPurchase, minRequiredSeats, no descriptions.</summary>
    public bool PromotionErrorsOf2021 { get; init; }

    /// <summary>How many numbered products a targetView shows besides its own.</summary>
    public IReadOnlyDictionary<string, int> GeneratedProducts { get; init; } = new Dictionary<string, int>();

    /// <summary>Days from a purchase in which it can be cancelled or given back in part, where the product can at all.</summary>
    public double CancellationDays { get; init; } = 7;

    /// <summary>An integration sandbox: reservations can be cancelled, marketplace subscriptions activated.</summary>
    public bool Sandbox { get; init; }

    /// <summary>Catalog item ids whose order lines are not provisioned.</summary>
    public IReadOnlyList<string> FailingItems { get; init; } = [];

    /// <summary>Catalog item ids whose orders wait for a purchase-order document.</summary>
    public IReadOnlyList<string> PurchaseOrderItems { get; init; } = [];

    /// <summary>Seconds from the document to the end of its review.</summary>
    public double PurchaseOrderReviewSeconds { get; init; } = 60;

    /// <summary>Whether reviews of documents that are sent from now on end with a rejection.</summary>
    public bool RejectPurchaseOrders { get; init; }

    /// <summary>Seconds after a line is provisioned until its subscription shows.</summary>
    public double SubscriptionLagSeconds { get; init; }

    /// <summary>Seconds after an invoice is out, and after a month began, in which their lines answer 204 with Retry-After.</summary>
    public double LineItemLagSeconds { get; init; }

    /// <summary>The older line items answer only for the periods that they still serve; false answers for all.</summary>
    public bool RetiredLineItems { get; init; } = true;

    /// <summary>Seconds from the request for an export until it is done.</summary>
    public double ExportSeconds { get; init; } = 20;

    /// <summary>Seconds for which the signature in a manifest opens its files.</summary>
    public double SasSeconds { get; init; } = 3600;

    /// <summary>A finished export names its manifest by a link instead of holding it.</summary>
    public bool ManifestLink { get; init; }

    public static EmulatorSettings From(EmulatorOptions options) => new()
    {
        RequestsPerMinute = options.RequestsPerMinute,
        ProvisioningSeconds = options.ProvisioningSeconds,
        OrderListLagSeconds = options.OrderListLagSeconds,
    };

    /// <summary>Counts the issues of availability ids; two moments with the same number see the same ids.</summary>
    public long IssueAt(DateTimeOffset now) => ReissueDays is { } days ? (long)Math.Floor((now - FirstIssue).TotalDays / days) : 0;
}
