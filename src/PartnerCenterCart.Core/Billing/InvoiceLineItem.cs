using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using PartnerCenterCart.Json;

namespace PartnerCenterCart;

/// <summary>
/// A row of what was charged. Its columns are those of its subtype; a row that says of itself nothing that is known has
/// this type, and all its columns among <see cref="PartnerResource.AdditionalProperties"/> (contract: models.md, section 9).
/// </summary>
public class InvoiceLineItem : PartnerResource
{
    // One bit for each column whose value came in the other of two usual forms, such as a number as text. Rows come by the
    // million, and many columns of each do.
    private ulong otherForms;

    /// <summary>A text of <see cref="PartnerCenterCart.InvoiceLineItemType"/>; missing in some rows.</summary>
    public string? InvoiceLineItemType { get; set; }

    /// <summary>A text of <see cref="PartnerCenterCart.BillingProvider"/>; missing in some rows.</summary>
    public string? BillingProvider { get; set; }

    /// <summary><see cref="ResourceAttributes.ObjectType"/> names the subtype.</summary>
    public ResourceAttributes? Attributes { get; set; }

    /// <summary>Where the row is from; not part of the resource, known from the call.</summary>
    [JsonIgnore]
    public InvoiceLineItemSource? Source { get; set; }

    /// <summary>The invoice that was asked for; null for open charges.</summary>
    [JsonIgnore]
    public string? InvoiceId => Source?.InvoiceId;

    /// <summary>The provider that was asked for, a text of <see cref="PartnerCenterCart.BillingProvider"/>.</summary>
    [JsonIgnore]
    public string? Provider => Source?.Provider;

    /// <summary>The kind of rows that was asked for, a text of <see cref="PartnerCenterCart.InvoiceLineItemType"/>.</summary>
    [JsonIgnore]
    public string? LineItemType => Source?.LineItemType;

    /// <summary>Which interface it came through: <c>v1</c> or <c>v2</c>.</summary>
    [JsonIgnore]
    public string? Api => Source?.Api;

    /// <summary>Provider and kind of the row.</summary>
    public override string ToString() => $"{BillingProvider ?? Provider} {InvoiceLineItemType ?? LineItemType}";

    internal void CameInOtherForm(int column) => otherForms |= 1UL << column;

    internal override JToken? WireFormOf(string member, object? currentValue) =>
        base.WireFormOf(member, currentValue) ?? (otherForms == 0 ? null : RowSchema.Of(GetType()).OtherForm(member, currentValue, otherForms));
}
