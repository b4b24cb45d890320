using System.Management.Automation;

namespace PartnerCenterCart.Commands;

/// <summary>Reads carts by id; the service cannot list them.</summary>
[Cmdlet(VerbsCommon.Get, "PartnerCustomerCart")]
[OutputType(typeof(Cart))]
public sealed class GetPartnerCustomerCart : CartCmdlet
{
    private string? current;

    /// <summary>Tenant id of the customer.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    [AllowNull]
    [ArgumentCompleter(typeof(CustomerCompleter))]
    public string? CustomerId { get; set; }

    /// <summary>One or more cart ids.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    [AllowNull]
    public string?[]? CartId { get; set; }

    private protected override object? Target => current;

    private protected override void Process()
    {
        string customerId = PartnerId.Customer(CustomerId);
        foreach (string? id in CartId ?? new string?[] { null })
        {
            current = id;
            Guarded(() => WriteCart(Send((client, token) => client.Customers.ById(customerId).Carts.ById(id!).GetAsync(token))));
        }
    }
}
