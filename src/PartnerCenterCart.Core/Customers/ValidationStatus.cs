using System;
using Newtonsoft.Json;

namespace PartnerCenterCart;

/// <summary>Whether the account of a customer was vetted (contract: endpoints.md, customers.validationStatus.get).</summary>
public sealed class ValidationStatus : PartnerResource
{
    /// <summary>What was validated: <c>account</c>.</summary>
    public string? Type { get; set; }

    /// <summary>A text of <see cref="CustomerValidationStatus"/>; unknown text is kept.</summary>
    public string? Status { get; set; }

    /// <summary>When it changed last; the service sends no offset, it is UTC.</summary>
    public DateTimeOffset? LastUpdateDateTime { get; set; }

    /// <summary>The customer the status is of; not part of the resource, known from the call.</summary>
    [JsonIgnore]
    public string? CustomerId { get; set; }

    /// <summary>Whether this status stops purchases; null for a status that the documents do not judge.</summary>
    [JsonIgnore]
    public bool? BlocksPurchase => CustomerValidationStatus.BlocksPurchase(Status);

    /// <summary>The status.</summary>
    public override string ToString() => Status ?? string.Empty;
}
