using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;

namespace PartnerCenterCart.Commands;

/// <summary>Makes a cart line, checked before anything is sent.</summary>
[Cmdlet(VerbsCommon.New, "PartnerCustomerCartLineItem")]
[OutputType(typeof(CartLineItem))]
public sealed class NewPartnerCustomerCartLineItem : PartnerInputCmdlet
{
    /// <summary>From an availability (product:sku:availability), a legacy offer GUID, or MS-AZR-0145P.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("CatalogId")]
    [AllowEmptyString]
    [AllowNull]
    public string? CatalogItemId { get; set; }

    /// <summary>An availability from Find- or Get-PartnerProductAvailability; it tells the terms that there are.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    public PSObject? InputObject { get; set; }

    /// <summary>Licences or instances, at least 1.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    public object? Quantity { get; set; } = 1;

    /// <summary>monthly, annual, one_time, none, triennial or biennial, in any spelling; the SKU tells which it supports.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(BillingCycleCompleter))]
    public string? BillingCycle { get; set; }

    /// <summary>ISO 8601 duration: P1M, P1Y, P3Y. None for perpetual software, Azure plan and legacy offers.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(TermDurationCompleter))]
    public string? TermDuration { get; set; }

    /// <summary>Your own label.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? FriendlyName { get; set; }

    /// <summary>What the SKU needs to be provisioned, such as subscriptionId and scope.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public PSObject? ProvisioningContext { get; set; }

    /// <summary>For reservations: Shared or Single; goes into the provisioning context as scope.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? ReservationScope { get; set; }

    /// <summary>For reservations: the Azure subscription; goes into the provisioning context as subscriptionId.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? AzureSubscriptionId { get; set; }

    /// <summary>For reservations of the older form: 1Year or 3Years; goes into the provisioning context as duration.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? Duration { get; set; }

    /// <summary>The base subscription that a legacy add-on belongs to.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? ParentSubscriptionId { get; set; }

    /// <summary>Promotion to apply; those that apply by themselves need none.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? PromotionId { get; set; }

    /// <summary>End of the first term; a date without an offset is UTC.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public object? CustomTermEndDate { get; set; }

    /// <summary>What follows a trial: a term, such as P1Y.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public PSObject? RenewsTo { get; set; }

    /// <summary>Partner (MPN) ids of the resellers: the first is the transaction reseller, the others are additional ones.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string[]? PartnerIdOnRecord { get; set; }

    /// <summary>Resellers: @{ transaction_reseller = '5357564' }, or objects with key and value.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("Participants")]
    public PSObject[]? Participant { get; set; }

    /// <summary>Add-ons of a traditional licence offer: lines, hashtables or objects.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("AddonItems")]
    public PSObject[]? AddonItem { get; set; }

    /// <summary>What a savings plan commits to: amount, currency, grain.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public PSObject? PurchaseCommitment { get; set; }

    /// <summary>Accepts the attestation that the SKU enforces.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public object? AttestationAccepted { get; set; }

    /// <summary>Only if it has to be named; the service chooses the customer's.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(CurrencyCompleter))]
    public string? CurrencyCode { get; set; }

    /// <summary>The customer that the line is for; New-PartnerCustomerCart makes one cart for each.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(CustomerCompleter))]
    public string? CustomerId { get; set; }

    private protected override object? Target => CatalogItemId;

    private protected override void Process()
    {
        Availability? availability = InputObject?.BaseObject as Availability;

        // One way to read members, whether they come as parameters or as a hashtable.
        var members = new PSObject();
        foreach (string name in LineParameters)
        {
            if (GetType().GetProperty(name)!.GetValue(this) is { } value)
            {
                members.Properties.Add(new PSNoteProperty(name, value));
            }
        }

        CartLineItem line = MemberBinder.Line(members);
        AddContext(line, "ParentSubscriptionId", ParentSubscriptionId);
        AddContext(line, "subscriptionId", AzureSubscriptionId);
        AddContext(line, "duration", Duration);

        // An availability's own reservation scope says which plan it fits, not how the reservation is shared.
        AddContext(line, "scope", availability == null || ReservationScope != availability.ReservationScope ? ReservationScope?.ToLowerInvariant() : null);
        AddResellers(line);
        if (availability != null)
        {
            LineTerms.Choose(line, availability);
        }

        CartCheck.Line(line);
        WriteObject(line);
    }

    private static void AddContext(CartLineItem line, string key, string? value)
    {
        if (!string.IsNullOrWhiteSpace(value))
        {
            (line.ProvisioningContext ??= new ProvisioningContext())[key] = value!.Trim();
        }
    }

    private void AddResellers(CartLineItem line)
    {
        foreach (string id in (PartnerIdOnRecord ?? System.Array.Empty<string>()).Where(id => !string.IsNullOrWhiteSpace(id)))
        {
            line.Participants ??= new List<CartParticipant>();
            string part = line.Participants.Any(p => ParticipantType.Known.Same(p.Key, ParticipantType.TransactionReseller))
                ? ParticipantType.AdditionalTransactionReseller
                : ParticipantType.TransactionReseller;
            line.Participants.Add(new CartParticipant(part, id.Trim()));
        }
    }

    private static readonly string[] NotMembers =
    {
        nameof(InputObject), nameof(ParentSubscriptionId), nameof(ReservationScope), nameof(AzureSubscriptionId), nameof(Duration), nameof(PartnerIdOnRecord),
    };

    private static readonly string[] LineParameters = typeof(NewPartnerCustomerCartLineItem)
        .GetProperties()
        .Where(p => p.DeclaringType == typeof(NewPartnerCustomerCartLineItem) && !NotMembers.Contains(p.Name))
        .Select(p => p.Name)
        .ToArray();
}
