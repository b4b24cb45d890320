using System;
using System.Collections.Generic;
using System.Linq;
using Newtonsoft.Json.Linq;
using PartnerCenterCart.Json;
using Xunit;

namespace PartnerCenterCart.Core.Tests;

/// <summary>A wrong name of a field does not fail a call: the value is silently missing. So each name is held to the contract here.</summary>
public class CatalogFieldNameTests
{
    public static TheoryData<string> Models()
    {
        var data = new TheoryData<string>();
        foreach (CatalogModel model in CatalogModel.All)
        {
            data.Add(model.Fixture);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void Every_member_of_the_contract_is_read_into_the_property_of_its_name(string fixture)
    {
        JObject json = Fixture.Json($"core/{fixture}.json");

        WireMembers.Hold(json, Read(CatalogModel.Named(fixture).Type, json));
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void Every_property_travels_under_a_name_of_the_contract(string fixture)
    {
        CatalogModel model = CatalogModel.Named(fixture);

        Assert.Equal(Ordered(model.Members), Ordered(WireMembers.Of(model.Type).Select(WireMembers.WireName)));
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void The_fixture_has_every_member_of_the_contract(string fixture) =>
        Assert.Equal(Ordered(CatalogModel.Named(fixture).Members), Ordered(Fixture.Json($"core/{fixture}.json").Properties().Select(member => member.Name)));

    [Theory]
    [MemberData(nameof(Models))]
    public void No_two_members_of_a_fixture_have_the_same_value(string fixture)
    {
        // Yes and no are all that a truth can be; the others must tell a swapped name.
        IEnumerable<string> values = Fixture.Json($"core/{fixture}.json").Properties()
            .Where(member => member.Value.Type != JTokenType.Boolean)
            .Select(member => member.Value.ToString());

        Assert.Empty(values.GroupBy(value => value).Where(same => same.Count() > 1).Select(same => same.Key));
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void Writing_what_was_read_gives_the_same_json(string fixture)
    {
        JObject json = Fixture.Json($"core/{fixture}.json");

        JsonComparison.Same(json, Fixture.Parse(PartnerJson.WriteText(Read(CatalogModel.Named(fixture).Type, json))));
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void A_model_that_was_built_in_code_is_written_under_the_same_names(string fixture)
    {
        CatalogModel model = CatalogModel.Named(fixture);
        JObject json = Fixture.Json($"core/{fixture}.json");
        PartnerResource read = Read(model.Type, json);
        object built = Activator.CreateInstance(model.Type)!;

        foreach (var property in WireMembers.Of(model.Type))
        {
            property.SetValue(built, property.GetValue(read));
        }

        JsonComparison.Same(json, Fixture.Parse(PartnerJson.WriteText(built)));
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void What_the_call_knows_is_never_written(string fixture)
    {
        CatalogModel model = CatalogModel.Named(fixture);
        var built = (PartnerResource)Activator.CreateInstance(model.Type)!;
        foreach (var property in model.Type.GetProperties().Where(p => p.SetMethod is { IsPublic: true } && p.PropertyType == typeof(string)).Except(WireMembers.Of(model.Type)))
        {
            property.SetValue(built, "from the call");
        }

        Assert.Equal("{}", PartnerJson.WriteText(built));
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void An_empty_model_and_a_full_one_can_be_shown_in_a_line(string fixture)
    {
        Type type = CatalogModel.Named(fixture).Type;

        Assert.NotNull(Activator.CreateInstance(type)!.ToString());
        Assert.NotNull(Read(type, Fixture.Json($"core/{fixture}.json")).ToString());
    }

    private static IEnumerable<string> Ordered(IEnumerable<string> names) => names.OrderBy(name => name, StringComparer.Ordinal);

    private static PartnerResource Read(Type type, JObject json) =>
        (PartnerResource)typeof(PartnerJson).GetMethod(nameof(PartnerJson.Read), new[] { typeof(string) })!.MakeGenericMethod(type).Invoke(null, new object[] { json.ToString() })!;
}
