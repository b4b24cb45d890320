using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using PartnerCenterCart.Json;

namespace PartnerCenterCart.Core.Tests;

/// <summary>
/// A cart, and a service that has nothing against it: a customer in good standing and <see cref="Sample.CatalogItemId"/>
/// for sale. Tests change the one thing that they are about; members are JSON without the braces.
/// </summary>
internal sealed class ValidationCase
{
    public const string Customer = $"/v1/customers/{Sample.CustomerId}";
    public const string Status = $"GET {Customer}/validationStatus?type=account";
    public const string Agreements = $"GET {Customer}/agreements?agreementType=%2A";
    public const string DirectSigned = $"GET {Customer}/directSignedMicrosoftCustomerAgreementStatus";
    public const string Subscriptions = $"GET {Customer}/subscriptions";
    public const string Inventory = "POST /v1/extensions/product/checkinventory?country=US";
    public const string Eligibility = $"POST {Customer}/promotionEligibilities";

    private static readonly DateTimeOffset Now = new(2024, 6, 10, 12, 0, 0, TimeSpan.Zero);

    public ValidationCase()
    {
        Answers($"GET {Customer}", $$"""{"id":"{{Sample.CustomerId}}","billingProfile":{"defaultAddress":{"country":"US"} } }""");
        Answers(Status, """{"type":"account","status":"Allowed"}""");
        Answers(Agreements, """{"items":[{"type":"MicrosoftCustomerAgreement"}]}""");
        Answers(DirectSigned, """{"isSigned":false}""");
        Answers(Subscriptions, """{"items":[]}""");
        Sells(Sample.CatalogItemId);
    }

    public PathTransport Service { get; } = new();

    public FrozenClock Clock { get; } = new(Now);

    public Cart Cart { get; private set; } = new() { CustomerId = Sample.CustomerId, LineItems = new() };

    public static string Sku(string item) => $"GET {Customer}/products/{item.Split(':')[0]}/skus/{item.Split(':')[1]}";

    public static string Availabilities(string item) => Sku(item) + "/availabilities";

    public static string Availability(string item) => $"{Availabilities(item)}/{item.Split(':')[2]}";

    public static string Promotion(string id, string country = "US") => $"GET /v1/productpromotions/{Uri.EscapeDataString(id)}?country={country}";

    public static string Subscription(string id) => $"{Subscriptions}/{id}";

    public static string Fault(string code) => $$"""{"code":"{{code}}","description":"No."}""";

    public static string Rules(IEnumerable<CartFinding> findings) => string.Join(" ", findings.Select(finding => finding.RuleId));

    public ValidationCase Answers(string methodAndPath, string body, int status = 200)
    {
        Service.Set(methodAndPath, body, status);
        return this;
    }

    public ValidationCase Refuses(string methodAndPath, int status = 403, string code = "2032") => Answers(methodAndPath, Fault(code), status);

    /// <summary>Puts an item into the catalogue of the customer.</summary>
    public ValidationCase Sells(string item, string sku = "", string availability = "")
    {
        string[] ids = item.Split(':');
        JObject offer = Members(
            $$"""id:"{{ids[2]}}",productId:"{{ids[0]}}",skuId:"{{ids[1]}}",catalogItemId:"{{item}}",country:"US",segment:"commercial",isPurchasable:true,terms:[{duration:"P1M",billingCycle:"Monthly"},{duration:"P1Y",billingCycle:"Monthly"},{duration:"P1Y",billingCycle:"Annual"}]""",
            availability);
        Answers(Sku(item), Members($$"""id:"{{ids[1]}}",productId:"{{ids[0]}}",title:"Seats",minimumQuantity:1,maximumQuantity:300,supportedBillingCycles:["monthly","annual"]""", sku).ToString());
        Answers(Availability(item), offer.ToString());
        return Answers(Availabilities(item), new JObject { ["items"] = new JArray(offer) }.ToString());
    }

    /// <summary>Adds a line, which is one of a year of <see cref="Sample.CatalogItemId"/> where nothing else is said.</summary>
    public ValidationCase Line(string members = "")
    {
        Cart.LineItems!.Add(PartnerJson.Read<CartLineItem>(
            Members($"""catalogItemId:"{Sample.CatalogItemId}",quantity:1,billingCycle:"monthly",termDuration:"P1Y" """, members).ToString(Formatting.None))!);
        return this;
    }

    public ValidationCase WithCart(string members)
    {
        List<CartLineItem> lines = Cart.LineItems!;
        Cart = PartnerJson.Read<Cart>(Members(string.Empty, members).ToString(Formatting.None))!;
        Cart.CustomerId = Sample.CustomerId;
        Cart.Clock = Clock;
        Cart.LineItems ??= lines;
        return this;
    }

    /// <summary>The cart as if the service had sent it.</summary>
    public ValidationCase AsRead()
    {
        CartOperations.Complete(Cart, Sample.CustomerId, Sample.CartId, Clock);
        return this;
    }

    public Task<IReadOnlyList<CartFinding>> FindAsync(bool offline = false, CancellationToken stop = default) =>
        new CartValidator(new PartnerClient(Service, Clock)).ValidateAsync(Sample.CustomerId, Cart, offline, stop);

    /// <summary>Names of the rules that found something, in the order of the findings.</summary>
    public async Task<string> RulesAsync(bool offline = false) => Rules(await FindAsync(offline));

    private static JObject Members(string usual, string changed)
    {
        var all = (JObject)Fixture.Parse("{" + usual + "}");
        foreach (JProperty member in ((JObject)Fixture.Parse("{" + changed + "}")).Properties())
        {
            all[member.Name] = member.Value;
        }

        return all;
    }
}
