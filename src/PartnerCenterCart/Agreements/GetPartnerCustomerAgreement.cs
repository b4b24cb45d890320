using System.Management.Automation;

namespace PartnerCenterCart.Commands;

/// <summary>Reads which agreements the partner confirmed for customers; purchases hang on them.</summary>
[Cmdlet(VerbsCommon.Get, "PartnerCustomerAgreement")]
[OutputType(typeof(Agreement))]
public sealed class GetPartnerCustomerAgreement : PartnerCmdlet
{
    private string? current;

    /// <summary>Tenant ids of customers.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    [AllowNull]
    [ArgumentCompleter(typeof(CustomerCompleter))]
    public string?[]? CustomerId { get; set; }

    /// <summary>Only this agreement; all of them when left out.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(AgreementTypeCompleter))]
    public string AgreementType { get; set; } = PartnerCenterCart.AgreementType.All;

    private protected override object? Target => current;

    private protected override void Process()
    {
        foreach (string? id in CustomerId ?? new string?[] { null })
        {
            current = id;
            Guarded(() => SendPages((client, token) => client.Customers.ById(id!).Agreements.GetAsync(AgreementType, token), WriteObject));
        }
    }
}
