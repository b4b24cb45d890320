using System;
using System.Management.Automation;

namespace PartnerCenterCart.Commands;

/// <summary>Reads carts by id; the service cannot list them.</summary>
[Cmdlet(VerbsCommon.Get, "PartnerCustomerCart")]
[OutputType(typeof(Cart))]
public sealed class GetPartnerCustomerCart : CustomerCmdlet
{
    /// <summary>One or more cart ids.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    [AllowNull]
    public string?[]? CartId { get; set; }

    /// <summary>How many carts are read at once; above 1 they come as they are there, in no order.</summary>
    [Parameter]
    [ValidateRange(1, 128)]
    public int ThrottleLimit { get; set; } = 1;

    /// <summary>How long to pause while the service is down, instead of failing cart by cart; 10 minutes with a -ThrottleLimit above 1, else not at all.</summary>
    [Parameter]
    public TimeSpan MaximumPause { get; set; }

    private protected override int Limit => ThrottleLimit;

    private protected override TimeSpan? Pause => PauseOf(nameof(MaximumPause), MaximumPause);

    private protected override void Process(string customerId)
    {
        foreach (string? id in CartId ?? new string?[] { null })
        {
            Current = id;
            Guarded(() =>
            {
                string cartId = PartnerId.Cart(id);
                SendBeside(id, (client, token) => client.Customers.ById(customerId).Carts.ById(cartId).GetAsync(token), this.WriteCart);
            });
        }
    }
}
