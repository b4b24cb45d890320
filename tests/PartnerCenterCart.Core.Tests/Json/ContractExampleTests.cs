using System;
using System.Linq;
using Newtonsoft.Json.Linq;
using PartnerCenterCart.Json;
using Xunit;

namespace PartnerCenterCart.Core.Tests;

/// <summary>Every published cart, checkout result, order and list of orders of the contract survives a read and a write.</summary>
public class ContractExampleTests
{
    public static TheoryData<string, string> Examples()
    {
        var data = new TheoryData<string, string>();
        foreach (JToken example in Fixture.Json("contract/index.json")["examples"]!)
        {
            if (ReadAndWrite((string)example["model"]!) != null)
            {
                data.Add((string)example["file"]!, (string)example["model"]!);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void What_is_read_is_written_as_it_came(string file, string model)
    {
        JToken example = Fixture.Parse(Fixture.Text("contract/" + file));

        string written = ReadAndWrite(model)!(example.ToString());

        JsonComparison.Same(JsonComparison.AsWritten(example), Fixture.Parse(written));
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void Members_that_nobody_knows_survive_on_every_level(string file, string model)
    {
        JToken example = JsonComparison.AsWritten(Fixture.Parse(Fixture.Text("contract/" + file)));
        foreach (JObject level in ((JContainer)example).DescendantsAndSelf().OfType<JObject>().Where(level => !level.Path.Contains("provisioningContext")).ToList())
        {
            level["xNew"] = Fixture.Parse("""{ "list": [1, 2.50, "2019-01-16T00:48:44.76+00:00", null, true], "text": "" }""");
            level["$type"] = "x";
        }

        string written = ReadAndWrite(model)!(example.ToString());

        JsonComparison.Same(example, Fixture.Parse(written));
    }

    [Fact]
    public void The_contract_has_examples_of_each_kind() =>
        Assert.Equal(4, Examples().Select(row => (string)((object[])row)[1]).Distinct().Count());

    private static Func<string, string>? ReadAndWrite(string model) => model switch
    {
        "Cart" => text => PartnerJson.WriteText(PartnerJson.Read<Cart>(text)!),
        "CartCheckoutResult" => text => PartnerJson.WriteText(PartnerJson.Read<CartCheckoutResult>(text)!),
        "Order" => text => PartnerJson.WriteText(PartnerJson.Read<Order>(text)!),
        "ResourceCollection<Order>" => text => PartnerJson.WriteText(PartnerJson.Read<PartnerCollection<Order>>(text)!),
        _ => null,
    };
}
