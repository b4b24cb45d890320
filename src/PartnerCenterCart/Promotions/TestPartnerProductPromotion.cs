using System.Collections.Generic;
using System.Management.Automation;

namespace PartnerCenterCart.Commands;

/// <summary>Asks which promotions a customer gets for an item, and why not. It changes nothing.</summary>
[Cmdlet(VerbsDiagnostic.Test, "PartnerProductPromotion")]
[OutputType(typeof(PromotionResult))]
public sealed class TestPartnerProductPromotion : PartnerCmdlet
{
    /// <summary>Tenant id of the customer.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(CustomerCompleter))]
    [AllowEmptyString]
    [AllowNull]
    public string? CustomerId { get; set; }

    /// <summary>The item; cart lines come down the pipeline with it.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    [AllowNull]
    public string? CatalogItemId { get; set; }

    /// <summary>Licences, at least 1.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public object? Quantity { get; set; } = 1;

    /// <summary>ISO 8601 duration: P1M, P1Y, P3Y.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(TermDurationCompleter))]
    public string? TermDuration { get; set; }

    /// <summary>monthly, annual, triennial, in any spelling.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(BillingCycleCompleter))]
    public string? BillingCycle { get; set; }

    /// <summary>One promotion; all that could apply when left out.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? PromotionId { get; set; }

    private protected override object? Target => CatalogItemId;

    private protected override void Process()
    {
        var request = new PromotionEligibilitiesRequest
        {
            Items = new List<PromotionEligibilitiesRequestItem>
            {
                new()
                {
                    Id = 0,
                    CatalogItemId = CatalogItemId,
                    Quantity = NumberBinder.Whole(Quantity, "quantity"),
                    TermDuration = TermDuration,
                    BillingCycle = BillingCycle,
                    PromotionId = string.IsNullOrWhiteSpace(PromotionId) ? null : PromotionId,
                },
            },
        };
        SendPages(
            (client, token) => client.Customers.ById(CustomerId!).PromotionEligibilities.CreateAsync(request, token),
            item =>
            {
                foreach (PromotionEligibility eligibility in item.Eligibilities ?? new List<PromotionEligibility>())
                {
                    WriteObject(new PromotionResult(item, eligibility));
                }
            });
    }
}
