using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using Newtonsoft.Json.Linq;

namespace PartnerCenterCart.Core.Tests;

/// <summary>Ids, lines and clients that many tests need.</summary>
internal static class Sample
{
    public const string CustomerId = "28045616-f6b9-462f-9701-0d89b5e65c44";

    public const string CartId = "2517c51b-58cd-4abe-87ed-3ab812401ab4";

    public const string OrderId = "a68736758d9c";

    public const string CatalogItemId = "CFQ7TTC0LF8S:0001:CFQ7TTC0VZW5";

    public static CartLineItem Line(int? id = null, int? quantity = 1, string? cycle = "monthly", string? term = "P1Y") =>
        new() { Id = id, CatalogItemId = CatalogItemId, Quantity = quantity, BillingCycle = cycle, TermDuration = term };

    public static Cart Cart(params CartLineItem[] lines) => new() { LineItems = lines.Length == 0 ? new() { Line() } : lines.ToList() };

    public static CustomerOperations Customer(IPartnerTransport transport, IClock? clock = null, RequestContext? context = null) =>
        new PartnerClient(transport, clock, context).Customers.ById(CustomerId);

    /// <summary>What is sent when this cart is created.</summary>
    public static async Task<JObject> SentAsync(Cart cart)
    {
        using var transport = new ScriptedTransport(Answer.Fixture("contract/cart-create-response-new-commerce-with-pricing.json", 201));
        await Customer(transport).Carts.CreateAsync(cart);
        return Body(transport.Request);
    }

    public static JObject Body(PartnerRequest request) => (JObject)Tests.Fixture.Parse(Encoding.UTF8.GetString(request.Body!));

    public static IEnumerable<JToken> Lines(JObject cart) => cart["lineItems"]!;
}
