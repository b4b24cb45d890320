using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using PartnerCenterCart.Tests;
using Xunit;

namespace PartnerCenterCart.Http.Tests;

/// <summary>Each operation that Core sends, through the real transport, against what docs/reliability.md says about it.</summary>
public class OperationRetryTests
{
    private const string C = "28045616-f6b9-462f-9701-0d89b5e65c44";
    private const string Id = "3655b1a0-b1c9-4268-9824-577fdbc4d0be";

    /// <summary>Operation, how it is treated, a call of it.</summary>
    private static readonly Dictionary<string, (RetryClass Treated, Func<PartnerClient, Task> Call)> Operations = new()
    {
        ["carts.create"] = (RetryClass.Write, c => CustomerOf(c).Carts.CreateAsync(new Cart { LineItems = [new() { Id = 0, CatalogItemId = "A:0001:B", Quantity = 1, BillingCycle = "monthly" }] })),
        ["carts.get"] = (RetryClass.Read, c => CustomerOf(c).Carts.ById(Id).GetAsync()),
        ["carts.update"] = (RetryClass.Replace, c => CustomerOf(c).Carts.ById(Id).PutAsync(new Cart { LineItems = [new() { Id = 0, CatalogItemId = "A:0001:B", Quantity = 1, BillingCycle = "monthly" }] })),
        ["carts.checkout"] = (RetryClass.RepeatableWrite, c => CustomerOf(c).Carts.ById(Id).CheckoutAsync()),
        ["orders.create"] = (RetryClass.Write, c => CustomerOf(c).Orders.CreateAsync(new Order())),
        ["orders.list"] = (RetryClass.Read, c => CustomerOf(c).Orders.GetAsync()),
        ["orders.listByBillingCycle"] = (RetryClass.Read, c => CustomerOf(c).Orders.ByBillingCycle("monthly").GetAsync()),
        ["orders.get"] = (RetryClass.Read, c => OrderOf(c).GetAsync()),
        ["orders.patch (cancelling)"] = (RetryClass.RepeatableWrite, c => OrderOf(c).CancelAsync()),
        ["orders.patch (anything else)"] = (RetryClass.Write, c => OrderOf(c).PatchAsync(new Order { BillingCycle = "annual" })),
        ["orders.provisioningStatus"] = (RetryClass.Read, c => OrderOf(c).ProvisioningStatus.GetAsync()),
        ["orders.activationLinks"] = (RetryClass.Read, c => OrderOf(c).ActivationLinks.GetAsync()),
        ["orders.lineItemActivationLinks"] = (RetryClass.Read, c => OrderOf(c).OrderLineItems.ById(0).ActivationLink.GetAsync()),
        ["orders.attachments.list"] = (RetryClass.Read, c => OrderOf(c).Attachments.GetAsync()),
        ["orders.attachments.create"] = (RetryClass.Write, c => OrderOf(c).Attachments.CreateAsync(new AttachmentMetadata(), [new OrderDocument("a.pdf", [1])])),
        ["orders.attachments.get"] = (RetryClass.Read, c => OrderOf(c).Attachments.DownloadAsync("a1")),
        ["subscriptions.list"] = (RetryClass.Read, c => CustomerOf(c).Subscriptions.GetAsync()),
        ["subscriptions.listByOrder"] = (RetryClass.Read, c => CustomerOf(c).Subscriptions.ByOrder("o1").GetAsync()),
        ["subscriptions.listByPartner"] = (RetryClass.Read, c => CustomerOf(c).Subscriptions.ByPartner("4847383").GetAsync()),
        ["subscriptions.get"] = (RetryClass.Read, c => SubscriptionOf(c).GetAsync()),
        ["subscriptions.update (without an etag)"] = (RetryClass.Replace, c => SubscriptionOf(c).PatchAsync(new Subscription())),
        ["subscriptions.update (with an etag)"] = (RetryClass.Write, c => SubscriptionOf(c).PatchAsync(new Subscription { Attributes = new ResourceAttributes { Etag = "e" } })),
        ["subscriptions.addOns"] = (RetryClass.Read, c => SubscriptionOf(c).GetAddOnsAsync()),
        ["subscriptions.provisioningStatus"] = (RetryClass.Read, c => SubscriptionOf(c).GetProvisioningStatusAsync()),
        ["subscriptions.activationLinks"] = (RetryClass.Read, c => SubscriptionOf(c).GetActivationLinksAsync()),
        ["subscriptions.register"] = (RetryClass.RepeatableWrite, c => SubscriptionOf(c).RegisterAsync()),
        ["subscriptions.registrationStatus"] = (RetryClass.Read, c => SubscriptionOf(c).RegistrationStatus.GetAsync()),
        ["subscriptions.activate"] = (RetryClass.Write, c => SubscriptionOf(c).ActivateAsync()),
        ["subscriptions.customTermEndDates"] = (RetryClass.Read, c => CustomerOf(c).Subscriptions.CustomTermEndDates.GetAsync("P1Y")),
        ["customers.list"] = (RetryClass.Read, c => c.Customers.GetAsync()),
        ["customers.search"] = (RetryClass.Read, c => c.Customers.QueryAsync(CustomerSearchField.CompanyName, "a")),
        ["customers.get"] = (RetryClass.Read, c => CustomerOf(c).GetAsync()),
        ["customers.companyProfile.get"] = (RetryClass.Read, c => CustomerOf(c).CompanyProfile.GetAsync()),
        ["customers.billingProfile.get"] = (RetryClass.Read, c => CustomerOf(c).BillingProfile.GetAsync()),
        ["customers.validationStatus.get"] = (RetryClass.Read, c => CustomerOf(c).ValidationStatus.GetAsync()),
        ["products.list"] = (RetryClass.Read, c => c.Products.ByCountry("US").ByTargetView("Azure").GetAsync()),
        ["products.get"] = (RetryClass.Read, c => c.Products.ByCountry("US").ById("p").GetAsync()),
        ["skus.list"] = (RetryClass.Read, c => c.Products.ByCountry("US").ById("p").Skus.GetAsync()),
        ["skus.get"] = (RetryClass.Read, c => c.Products.ByCountry("US").ById("p").Skus.ById("0001").GetAsync()),
        ["availabilities.list"] = (RetryClass.Read, c => c.Products.ByCountry("US").ById("p").Skus.ById("0001").Availabilities.GetAsync()),
        ["availabilities.get"] = (RetryClass.Read, c => c.Products.ByCountry("US").ById("p").Skus.ById("0001").Availabilities.ById("a").GetAsync()),
        ["customerProducts.list"] = (RetryClass.Read, c => CustomerOf(c).Products.ByTargetView("Azure").GetAsync()),
        ["inventory.check"] = (RetryClass.Read, c => c.Extensions.Product.ByCountry("US").CheckInventoryAsync(new InventoryCheckRequest { TargetItems = [new() { ProductId = "p", SkuId = "0001" }] })),
        ["promotions.list"] = (RetryClass.Read, c => c.ProductPromotions.ByCountry("US").BySegment("commercial").GetAsync()),
        ["promotions.get"] = (RetryClass.Read, c => c.ProductPromotions.ByCountry("US").ById("a:b:c").GetAsync()),
        ["promotionEligibilities.create"] = (RetryClass.Read, c => CustomerOf(c).PromotionEligibilities.CreateAsync(new PromotionEligibilitiesRequest { Items = [new() { Id = 0, CatalogItemId = "A:0001:B", Quantity = 1, BillingCycle = "monthly", TermDuration = "P1M" }] })),
        ["entitlements.list"] = (RetryClass.Read, c => CustomerOf(c).Entitlements.GetAsync()),
        ["entitlements.artifact"] = (RetryClass.Read, c => CustomerOf(c).Entitlements.GetReservationsAsync(new Entitlement { EntitledArtifacts = [new() { ArtifactType = "reservedinstance", Link = new Link { Uri = "/customers/x/artifacts/y" } }] })),
        ["agreements.list"] = (RetryClass.Read, c => CustomerOf(c).Agreements.GetAsync()),
        ["agreements.metadata"] = (RetryClass.Read, c => c.AgreementDetails.GetAsync()),
        ["agreements.templateDocument"] = (RetryClass.Read, c => c.AgreementDetails.GetDocumentAsync(Id)),
        ["agreements.directSignStatus"] = (RetryClass.Read, c => CustomerOf(c).DirectSignedAgreementStatus.GetAsync()),
        ["agreements.create"] = (RetryClass.Write, c => CustomerOf(c).Agreements.CreateAsync(new Agreement { TemplateId = Id, PrimaryContact = new Contact { FirstName = "A", LastName = "B", Email = "a@b.example" } })),
        ["invoices.summary"] = (RetryClass.Read, c => ConnectionCheck.RunAsync(c, default)),
    };

    private static readonly Dictionary<string, RetryClass> Words = new()
    {
        ["Reading"] = RetryClass.Read, ["Replacing"] = RetryClass.Replace, ["Repeatable"] = RetryClass.RepeatableWrite, ["Write"] = RetryClass.Write,
    };

    /// <summary>Calls an operation; one that has several ways is taken by its first.</summary>
    internal static Task CallAsync(PartnerClient client, string operation) =>
        Operations.First(entry => entry.Key == operation || entry.Key.StartsWith(operation + " (", StringComparison.Ordinal)).Value.Call(client);

    public static TheoryData<string, string> Cells()
    {
        var cells = new TheoryData<string, string>();
        foreach (string operation in Operations.Keys)
        {
            foreach (string failure in new[] { "503", "429 without a time", "500 with a code", "409 in progress", "reset before an answer", "connection refused", "404" })
            {
                cells.Add(operation, failure);
            }
        }

        return cells;
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public async Task Each_operation_is_tried_as_the_page_says_always_with_one_request_id(string operation, string failure)
    {
        string[] row = Assert.Single(ReliabilityPage.Rows("What is tried again"), cells => cells[0] == failure);
        string[] cell = row[1 + (int)Operations[operation].Treated].Split(' ');
        var clock = new RecordingClock();
        using var handler = new FakeHandler((message, _) => failure switch
        {
            // What a checkout looks at when asking again stays without an answer is a call of its own.
            _ when operation == "carts.checkout" && message.Method == HttpMethod.Get => Task.FromResult(FakeHandler.Json("""{"status":"Active"}""")),
            "connection refused" => Task.FromException<HttpResponseMessage>(new HttpRequestException(HttpRequestError.ConnectionError, "refused")),
            "reset before an answer" => Task.FromException<HttpResponseMessage>(new IOException("reset")),
            "500 with a code" => Task.FromResult(FakeHandler.Json("""{"code":"800005"}""", System.Net.HttpStatusCode.InternalServerError)),
            "409 in progress" => Task.FromResult(FakeHandler.Json("""{"code":"800060"}""", System.Net.HttpStatusCode.Conflict)),
            _ => Task.FromResult(FakeHandler.Json("{}", (System.Net.HttpStatusCode)int.Parse(failure.Split(' ')[0], null))),
        });
        using var client = new PartnerClient(new HttpTransport(new TransportOptions { Handler = handler, Clock = clock }), clock);

        PartnerException? thrown = await Record.ExceptionAsync(() => Operations[operation].Call(client)) as PartnerException;

        // The confirmation of a connection leaves some failures to the first command.
        PartnerErrorKind kind = Enum.Parse<PartnerErrorKind>(cell[1]);
        Assert.Equal(operation == "invoices.summary" && kind is PartnerErrorKind.NotFound or PartnerErrorKind.ServiceError or PartnerErrorKind.Throttled && thrown == null ? null : kind, thrown?.Kind);
        HttpRequestMessage[] tries = handler.Messages.Where(message => operation != "carts.checkout" || message.Method == HttpMethod.Post).ToArray();
        Assert.Equal(int.Parse(cell[0], null), tries.Length);
        Assert.Single(tries.Select(message => string.Join(",", message.Headers.GetValues("MS-RequestId"))).Distinct());
        Assert.Equal(handler.Messages.Count - tries.Length > 0 ? 2 : 1, handler.Messages.Select(message => string.Join(",", message.Headers.GetValues("MS-RequestId"))).Distinct().Count());
    }

    [Fact]
    public void The_page_says_how_each_change_is_treated_and_names_no_other()
    {
        var said = ReliabilityPage.Rows("Which operation is what").SelectMany(row => row[0].Split(", ").Select(name => (Name: name, Treated: Words[row[1]]))).ToDictionary(row => row.Name, row => row.Treated);

        foreach ((string operation, (RetryClass treated, _)) in Operations)
        {
            Assert.Equal((operation, treated), (operation, said.TryGetValue(operation, out RetryClass page) ? page : RetryClass.Read));
        }

        Assert.Empty(said.Keys.Except(Operations.Keys));
        Assert.All(Operations.Where(entry => entry.Value.Treated != RetryClass.Read), entry => Assert.Contains(entry.Key, said.Keys));
    }

    /// <summary>Found in the source, so that a new operation is not forgotten here. Invoices are documents and lists, all of them GETs.</summary>
    [Fact]
    public void Every_operation_of_core_has_a_row_here()
    {
        string core = Path.Combine(Repository.Root, "src", "PartnerCenterCart.Core");
        string[] sent = Directory.GetFiles(core, "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains("OperationCredential", StringComparison.Ordinal) && !file.Contains(Path.DirectorySeparatorChar + "obj" + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            .SelectMany(file => Regex.Matches(File.ReadAllText(file), "\"((agreements|availabilities|carts|customers|entitlements|inventory|orders|products|promotions|promotionEligibilities|skus|subscriptions)(\\.[a-zA-Z]+)+)\"").Select(match => match.Groups[1].Value))
            .Distinct().Order(StringComparer.Ordinal).ToArray();

        Assert.NotEmpty(sent);
        string[] missing = sent.Except(Operations.Keys.Select(name => name.Split(' ')[0])).ToArray();
        Assert.True(missing.Length == 0, $"Add a row to {nameof(OperationRetryTests)}, and to docs/reliability.md where it changes something: {string.Join(", ", missing)}.");
    }

    private static CustomerOperations CustomerOf(PartnerClient client) => client.Customers.ById(C);

    private static OrderOperations OrderOf(PartnerClient client) => CustomerOf(client).Orders.ById("a68736758d9c");

    private static SubscriptionOperations SubscriptionOf(PartnerClient client) => CustomerOf(client).Subscriptions.ById(Id);
}
