using System.Linq;
using System.Threading.Tasks;
using Xunit;

namespace PartnerCenterCart.Core.Tests;

/// <summary>What reservations take: a registered subscription, and an inventory check; and the parent of an add-on.</summary>
public class ValidationAzureTests
{
    private const string Item = "DZH318Z0BQ5S:0001:DZH318XZXVNF";
    private const string Azure = "0cb0ebb0-5a0c-4e0e-8b5c-2b1a0f0d8c11";
    private const string Bought = "billingCycle:\"one_time\",catalogItemId:\"" + Item + "\"";
    private const string WithSubscription = Bought + ",provisioningContext:{subscriptionId:\"" + Azure + "\",scope:\"shared\"}";
    private const string Registration = """purchasePrerequisites:["AzureSubscriptionRegistration"]""";
    private const string InventoryCheck = """purchasePrerequisites:["InventoryCheck"]""";

    private static readonly string Subscription = ValidationCase.Subscription(Azure);
    private static readonly string Registered = ValidationCase.Subscription(Azure) + "/registrationstatus";

    [Theory]
    [InlineData("registered", "")]
    [InlineData("Registered", "")]
    [InlineData("registering", "AzureSubscriptionNotRegistered")]
    [InlineData("notregistered", "AzureSubscriptionNotRegistered")]
    [InlineData("NotRegistered", "AzureSubscriptionNotRegistered")]
    [InlineData("SomethingNew", "AzureSubscriptionNotRegistered")]
    public async Task The_azure_subscription_is_registered(string status, string rules) => Assert.Equal(
        rules,
        await Reservation(Registration).Line(WithSubscription).Answers(Subscription, """{"id":"a"}""").Answers(Registered, $$"""{"status":"{{status}}"}""").RulesAsync());

    [Theory]
    [InlineData(404, "20003")]
    [InlineData(400, "800011")]
    public async Task The_azure_subscription_is_one_of_the_customers(int status, string code)
    {
        ValidationCase one = Reservation(Registration).Line(WithSubscription).Refuses(Subscription, status, code);

        CartFinding finding = Assert.Single(await one.FindAsync());

        Assert.Equal(("AzureSubscriptionUnknown", $"The customer has no subscription {Azure}."), (finding.RuleId, finding.Message));
        Assert.DoesNotContain(Registered, one.Service.Asked);
    }

    [Fact]
    public async Task An_azure_subscription_that_cannot_be_one_is_unknown() =>
        Assert.Equal("AzureSubscriptionUnknown", await Reservation(Registration).Line(Bought + """,provisioningContext:{SubscriptionID:"a b"}""").RulesAsync());

    [Theory]
    [InlineData("purchasePrerequisites:[]", WithSubscription)]
    [InlineData(Registration, Bought)]
    [InlineData(Registration, Bought + ",provisioningContext:{subscriptionId:\" \"}")]
    public async Task No_subscription_is_read_where_none_is_demanded_or_named(string sku, string line)
    {
        ValidationCase one = Reservation(sku).Line(line);

        Assert.Equal(string.Empty, await one.RulesAsync());
        Assert.DoesNotContain(one.Service.Asked, path => path.Contains("/subscriptions"));
    }

    [Theory]
    [InlineData("""[{"productId":"DZH318Z0BQ5S","skuId":"0001","isRestricted":false}]""", "")]
    [InlineData("""[{"productId":"DZH318Z0BQ5S","skuId":"0001"}]""", "")]
    [InlineData("""[{"productId":"dzh318z0bq5s","skuId":"0001","isRestricted":true,"restrictions":[{"reasonCode":"NotAvailableForSubscription","description":"Not here."}]}]""", "InventoryRestricted")]
    [InlineData("""[{"productId":"DZH318Z0BQ5S","skuId":"0001","isRestricted":true}]""", "InventoryRestricted")]
    [InlineData("""[{"productId":"DZH318Z0BQ5S","skuId":"0002","isRestricted":true}]""", "InventoryNotListed")]
    [InlineData("""[{"productId":"OTHER","skuId":"0001","isRestricted":false}]""", "InventoryNotListed")]
    [InlineData("[]", "InventoryNotListed")]
    public async Task The_inventory_check_lists_the_item_without_a_restriction(string answer, string rules) =>
        Assert.Equal(rules, await Reservation(InventoryCheck).Line(Bought).Answers(ValidationCase.Inventory, answer).RulesAsync());

    [Fact]
    public async Task Restrictions_are_told()
    {
        ValidationCase one = Reservation(InventoryCheck).Line(Bought).Answers(
            ValidationCase.Inventory,
            """[{"productId":"DZH318Z0BQ5S","skuId":"0001","isRestricted":true,"restrictions":[{"reasonCode":"A","description":"One."},{"reasonCode":"B","description":"Two."}]}]""");

        Assert.Equal("DZH318Z0BQ5S:0001 is restricted: A: One.; B: Two.", Assert.Single(await one.FindAsync()).Message);
    }

    [Fact]
    public async Task The_inventory_is_asked_for_with_customer_subscription_and_region_and_the_country_of_the_availability()
    {
        ValidationCase one = Reservation("""purchasePrerequisites:["inventorycheck"],dynamicAttributes:{ArmRegionName:"westus2"}""", """country:"DE" """)
            .Line(WithSubscription).Answers("POST /v1/extensions/product/checkinventory?country=DE", """[{"skuId":"0001","productId":"DZH318Z0BQ5S"}]""");

        Assert.Equal(string.Empty, await one.RulesAsync());
        JsonComparison.Same(
            Fixture.Parse($$"""{"targetItems":[{"productId":"DZH318Z0BQ5S","skuId":"0001"}],"inventoryContext":{"customerId":"{{Sample.CustomerId}}","azureSubscriptionId":"{{Azure}}","armRegionName":"westus2"} }"""),
            Sample.Body(one.Service.Requests.Single(request => request.Method == "POST")));
    }

    [Theory]
    [InlineData("""billingProfile:{defaultAddress:{country:"GB"}},companyProfile:{address:{country:"US"}}""", "GB")]
    [InlineData("""companyProfile:{address:{country:"US"}}""", "US")]
    public async Task Where_the_availability_names_no_country_it_is_that_of_the_customer(string customer, string country)
    {
        ValidationCase one = Reservation(InventoryCheck, "country:null").Line(Bought)
            .Answers($"GET {ValidationCase.Customer}", Fixture.Parse("{" + customer + "}").ToString())
            .Answers($"POST /v1/extensions/product/checkinventory?country={country}", """[{"productId":"DZH318Z0BQ5S","skuId":"0001"}]""");

        Assert.Equal(string.Empty, await one.RulesAsync());
    }

    [Theory]
    [InlineData(InventoryCheck, "")]
    [InlineData("", ",promotionId:\"p\"")]
    public async Task Where_nobody_names_a_country_it_is_said_that_a_check_was_left_out(string sku, string line) => Assert.Equal(
        "CheckNotPossible",
        await Reservation(sku, "country:null").Line(Bought + line).Answers($"GET {ValidationCase.Customer}", """{"id":"a"}""").RulesAsync());

    [Fact]
    public async Task No_inventory_is_asked_for_that_the_sku_does_not_demand()
    {
        ValidationCase one = Reservation(Registration).Line(Bought);

        Assert.Equal(string.Empty, await one.RulesAsync());
        Assert.DoesNotContain(ValidationCase.Inventory, one.Service.Asked);
    }

    [Fact]
    public async Task Without_the_subscription_that_the_check_takes_the_missing_variable_is_the_finding()
    {
        ValidationCase one = Reservation(InventoryCheck + """,inventoryVariables:["AzureSubscriptionId"],provisioningVariables:["SubscriptionId"]""").Line(Bought);

        Assert.Equal("ProvisioningVariableMissing", await one.RulesAsync());
        Assert.DoesNotContain(ValidationCase.Inventory, one.Service.Asked);
    }

    [Theory]
    [InlineData("ParentSubscriptionId", 200, "")]
    [InlineData("parentSubscriptionId", 200, "")]
    [InlineData("ParentSubscriptionId", 404, "ParentSubscriptionUnknown")]
    [InlineData("parentsubscriptionid", 400, "ParentSubscriptionUnknown")]
    public async Task The_parent_is_a_subscription_of_the_customer_also_for_legacy_offers(string name, int status, string rules)
    {
        foreach (string item in new[] { Sample.CatalogItemId, "195416C1-3447-423A-B37B-EE59A99A19C4" })
        {
            ValidationCase one = new ValidationCase().Line($$"""catalogItemId:"{{item}}",provisioningContext:{ {{name}}:"{{Azure}}" }""")
                .Answers(Subscription, status == 200 ? """{"id":"a"}""" : ValidationCase.Fault("20003"), status);

            Assert.Equal(rules, await one.RulesAsync());
        }
    }

    private static ValidationCase Reservation(string sku, string availability = "") => new ValidationCase().Sells(
        Item,
        """supportedBillingCycles:["one_time"],""" + sku,
        """terms:[{duration:"P1Y"}],""" + availability);
}
