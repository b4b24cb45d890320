using System;
using System.Management.Automation;

namespace PartnerCenterCart.Commands;

/// <summary>Reads the ends that the first term of a new subscription can be aligned to.</summary>
[Cmdlet(VerbsCommon.Get, "PartnerCustomerTermEndDate")]
[OutputType(typeof(CustomTermEndDate))]
public sealed class GetPartnerCustomerTermEndDate : CustomerCmdlet
{
    /// <summary>The term to be bought: P1M, P1Y, P3Y.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    [ArgumentCompleter(typeof(TermDurationCompleter))]
    public string? TermDuration { get; set; }

    /// <summary>When it begins; today when left out.</summary>
    [Parameter]
    public DateTimeOffset? TermStartDate { get; set; }

    /// <summary>Only the end of this subscription.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? SubscriptionId { get; set; }

    private protected override void Process(string customerId) => SendPages(
        (client, token) => client.Customers.ById(customerId).Subscriptions.CustomTermEndDates.GetAsync(TermDuration!, TermStartDate, SubscriptionId, token), WriteObject);
}
