using System;
using System.Linq;
using Newtonsoft.Json.Linq;
using PartnerCenterCart.Json;
using Xunit;

namespace PartnerCenterCart.Core.Tests;

/// <summary>Every published body of finding and choosing survives a read and a write.</summary>
public class CatalogExampleTests
{
    private static readonly string[] Kinds =
    {
        "Customer", "CustomerCompanyProfile", "ValidationStatus", "SeekBasedResourceCollection<Customer>",
        "Product", "ResourceCollection<Product>", "Sku", "ResourceCollection<Sku>", "Availability", "ResourceCollection<Availability>",
        "InventoryCheckRequest", "ProductPromotion", "ResourceCollection<ProductPromotion>", "PromotionEligibilitiesRequest",
        "ResourceCollection<PromotionEligibilities>", "Subscription", "ResourceCollection<Subscription>", "SubscriptionProvisioningStatus",
        "SubscriptionRegistrationStatus", "SubscriptionActivationResult", "ResourceCollection<CustomTermEndDate>", "Agreement",
        "ResourceCollection<Agreement>", "ResourceCollection<AgreementMetaData>", "DirectSignedCustomerAgreementStatus",
    };

    public static TheoryData<string, string> Examples()
    {
        var data = new TheoryData<string, string>();
        foreach (JToken example in Fixture.Json("contract/index.json")["examples"]!.Where(example => Kinds.Contains((string?)example["model"])))
        {
            data.Add((string)example["file"]!, (string)example["model"]!);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void What_is_read_is_written_as_it_came(string file, string model)
    {
        JToken example = Published(file);

        JToken written = Fixture.Parse(ReadAndWrite(model, example));

        JsonComparison.Same(JsonComparison.AsWritten(example), JsonComparison.AsWritten(written));
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void Members_that_nobody_knows_survive_on_every_level(string file, string model)
    {
        JToken example = JsonComparison.AsWritten(Published(file));
        foreach (JObject level in ((JContainer)example).DescendantsAndSelf().OfType<JObject>().Where(level => !IsFreeForm(level.Path)).ToList())
        {
            level["xNew"] = Fixture.Parse("""{ "list": [1, 2.50, "2019-01-16T00:48:44.76+00:00", null, true], "text": "" }""");
            level["$type"] = "x";
        }

        JsonComparison.Same(example, Fixture.Parse(ReadAndWrite(model, example)));
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void Every_member_of_a_published_body_is_modelled(string file, string model)
    {
        object read = Read(model, Published(file));

        Assert.Empty(Unknown(read));
    }

    [Fact]
    public void The_contract_has_an_example_of_each_kind() =>
        Assert.Equal(Kinds.Order(), Examples().Select(row => (string)((object[])row)[1]).Distinct().Order());

    [Fact]
    public void A_published_inventory_answer_survives_a_read_and_a_write()
    {
        foreach (JToken item in Fixture.Parse(Fixture.Text("contract/inventory-check-response.json")))
        {
            JsonComparison.Same(item, Fixture.Parse(PartnerJson.WriteText(PartnerJson.Read<InventoryItem>(item)!)));
        }
    }

    // A published list ends in an empty array, which no list of this library has: items are objects.
    private static JToken Published(string file)
    {
        JToken example = Fixture.Parse(Fixture.Text("contract/" + file));
        (example["items"] as JArray)?.Where(item => item is JArray).ToList().ForEach(item => item.Remove());
        return example;
    }

    private static bool IsFreeForm(string path) => path.EndsWith("dynamicAttributes", StringComparison.Ordinal) || path.EndsWith("inventoryContext", StringComparison.Ordinal);

    private static string ReadAndWrite(string model, JToken example)
    {
        object read = Read(model, example);
        (read as PartnerCollection<Sku>)?.Items!.RemoveAll(item => item == null);
        return PartnerJson.WriteText(read);
    }

    private static object Read(string model, JToken example)
    {
        string name = model.Contains('<') ? model[(model.IndexOf('<') + 1)..^1] : model;
        Type type = typeof(PartnerResource).Assembly.GetType("PartnerCenterCart." + name, throwOnError: true)!;
        Type read = model.Contains('<') ? typeof(PartnerCollection<>).MakeGenericType(type) : type;
        return typeof(PartnerJson).GetMethod(nameof(PartnerJson.Read), new[] { typeof(string) })!.MakeGenericMethod(read).Invoke(null, new object[] { example.ToString() })!;
    }

    private static System.Collections.Generic.IEnumerable<string> Unknown(object? value) => value switch
    {
        PartnerResource resource => resource.AdditionalProperties.Keys.Select(name => $"{resource.GetType().Name}.{name}")
            .Concat(resource.GetType().GetProperties().Where(p => p.GetIndexParameters().Length == 0 && p.Name != nameof(PartnerResource.AdditionalProperties)).SelectMany(p => Unknown(p.GetValue(resource)))),
        System.Collections.IEnumerable items and not string => items.Cast<object?>().SelectMany(Unknown),
        _ => Enumerable.Empty<string>(),
    };
}
