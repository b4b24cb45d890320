using System.Linq;
using System.Management.Automation;

namespace PartnerCenterCart.Commands;

/// <summary>Puts a changed cart back, or replaces the lines of a cart and nothing else of it.</summary>
[Cmdlet(VerbsCommon.Set, "PartnerCustomerCart", SupportsShouldProcess = true, DefaultParameterSetName = "Cart")]
[OutputType(typeof(Cart))]
public sealed class SetPartnerCustomerCart : PartnerCmdlet
{
    /// <summary>A cart that was read and changed; all of it goes back, also what this version does not know.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = "Cart")]
    [Alias("Cart")]
    [AllowNull]
    public PSObject? InputObject { get; set; }

    /// <summary>Tenant id of the customer.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true, ParameterSetName = "Lines")]
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true, ParameterSetName = "Cart")]
    [AllowEmptyString]
    [AllowNull]
    [ArgumentCompleter(typeof(CustomerCompleter))]
    public string? CustomerId { get; set; }

    /// <summary>Id of the cart.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true, ParameterSetName = "Lines")]
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true, ParameterSetName = "Cart")]
    [AllowEmptyString]
    [AllowNull]
    public string? CartId { get; set; }

    /// <summary>The new lines, all of them: lines that are not named are removed.</summary>
    [Parameter(Mandatory = true, Position = 2, ParameterSetName = "Lines")]
    [Alias("LineItems")]
    [AllowEmptyCollection]
    [AllowNull]
    public PSObject?[]? LineItem { get; set; }

    private protected override object? Target => CartId;

    private protected override void Process()
    {
        // A cart that is given by name rather than piped brings its ids all the same.
        Cart? given = ParameterSetName == "Cart" ? MemberBinder.Cart(InputObject) : null;
        string customerId = PartnerId.Customer(string.IsNullOrWhiteSpace(CustomerId) ? given?.CustomerId : CustomerId);
        string cartId = PartnerId.Cart(string.IsNullOrWhiteSpace(CartId) ? given?.Id : CartId);
        Cart cart;
        if (given == null)
        {
            // Checked before the cart is read: bad lines send nothing at all.
            var lines = (LineItem ?? System.Array.Empty<PSObject>()).Select(MemberBinder.Line).ToList();
            CartCheck.Verify(new Cart { LineItems = lines });
            cart = Send((client, token) => client.Customers.ById(customerId).Carts.ById(cartId).GetAsync(token));
            cart.LineItems = lines;
        }
        else
        {
            cart = given;
        }

        CartCheck.Verify(cart);
        if (ShouldProcess($"Cart {cartId} of customer {customerId}", $"Replace the lines by {Lines.Describe(cart.AllLines().ToList())}"))
        {
            this.WriteCart(Send((client, token) => client.Customers.ById(customerId).Carts.ById(cartId).PutAsync(cart, token)));
        }
    }
}
