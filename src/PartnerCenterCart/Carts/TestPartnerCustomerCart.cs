using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;

namespace PartnerCenterCart.Commands;

/// <summary>
/// Tells before the service does what is wrong with a cart, or with lines that are about to become one. It returns one
/// finding for each problem and sends no write; no finding, no problem.
/// </summary>
[Cmdlet(VerbsDiagnostic.Test, "PartnerCustomerCart")]
[OutputType(typeof(CartFinding))]
public sealed class TestPartnerCustomerCart : PartnerCmdlet
{
    private readonly List<PSObject> lines = new();
    private string? customerOfLines;

    /// <summary>Carts, or lines, as they come down the pipeline.</summary>
    [Parameter(ValueFromPipeline = true)]
    [Alias("LineItem", "LineItems", "Cart")]
    public PSObject[]? InputObject { get; set; }

    /// <summary>Tenant id of the customer; carts bring it with them.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(CustomerCompleter))]
    public string? CustomerId { get; set; }

    /// <summary>A cart to read and test.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    public string? CartId { get; set; }

    /// <summary>Only the rules that need no call.</summary>
    [Parameter]
    public SwitchParameter Offline { get; set; }

    private protected override object? Target => InputObject ?? (object?)CartId;

    private protected override void Process()
    {
        if (InputObject == null)
        {
            TestById();
            return;
        }

        foreach (PSObject item in InputObject)
        {
            if (IsNameOfCart(item))
            {
                TestById();
            }
            else if (IsCart(item))
            {
                Test(MemberBinder.Cart(item), CustomerId);
            }
            else
            {
                lines.Add(item);
                customerOfLines ??= CustomerId;
            }
        }
    }

    private protected override void Finish()
    {
        foreach (IGrouping<string, CartLineItem> group in lines.Select(MemberBinder.Line).ToList().GroupBy(line => line.CustomerId ?? customerOfLines ?? string.Empty))
        {
            Test(new Cart { LineItems = group.ToList(), CustomerId = group.Key }, group.Key);
        }
    }

    // An object that only names a cart, such as a row of a report.
    private static bool IsNameOfCart(PSObject item) =>
        item.BaseObject is not (Cart or CartLineItem) && item.Properties["CartId"] != null && item.Properties["CatalogItemId"] == null && !IsCart(item);

    private void TestById() =>
        Test(Send((client, token) => client.Customers.ById(CustomerId!).Carts.ById(CartId!).GetAsync(token)), CustomerId);

    private static bool IsCart(PSObject item) => item.BaseObject is Cart || item.Properties["LineItems"] != null;

    private void Test(Cart cart, string? customerId)
    {
        string? customer = string.IsNullOrWhiteSpace(customerId) ? cart.CustomerId : customerId;
        if (!Offline)
        {
            customer = PartnerId.Customer(customer);
        }

        cart.CustomerId ??= customer;
        foreach (CartFinding finding in Send((client, token) => new CartValidator(client).ValidateAsync(customer, cart, Offline, token)))
        {
            WriteObject(finding);
        }
    }
}
