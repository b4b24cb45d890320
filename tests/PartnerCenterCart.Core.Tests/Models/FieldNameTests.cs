using System;
using System.Collections.Generic;
using System.Linq;
using PartnerCenterCart.Json;
using Xunit;

namespace PartnerCenterCart.Core.Tests;

/// <summary>A wrong name of a field does not fail a call: the value is silently missing. So each name is held to the contract here.</summary>
public class FieldNameTests
{
    public static TheoryData<string> Models() => ContractModel.Fixtures(ContractModel.Everywhere);

    [Theory]
    [MemberData(nameof(Models))]
    public void Every_member_of_the_contract_is_read_into_the_property_of_its_name(string fixture)
    {
        ContractModel model = ContractModel.Named(fixture);

        WireMembers.Hold(model.Json(), model.Read());
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void Every_property_travels_under_a_name_of_the_contract(string fixture)
    {
        ContractModel model = ContractModel.Named(fixture);

        Assert.Equal(Ordered(model.Members), Ordered(WireMembers.Of(model.Type).Select(WireMembers.WireName)));
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void The_fixture_has_every_member_of_the_contract(string fixture)
    {
        ContractModel model = ContractModel.Named(fixture);

        Assert.Equal(Ordered(model.Members), Ordered(model.Json().Properties().Select(member => member.Name)));
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void Writing_what_was_read_gives_the_same_json(string fixture)
    {
        ContractModel model = ContractModel.Named(fixture);

        JsonComparison.Same(model.Json(), Fixture.Parse(PartnerJson.WriteText(model.Read())));
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void A_model_that_was_built_in_code_is_written_under_the_same_names(string fixture)
    {
        ContractModel model = ContractModel.Named(fixture);
        PartnerResource read = model.Read();
        object built = Activator.CreateInstance(model.Type)!;

        foreach (var property in WireMembers.Of(model.Type))
        {
            property.SetValue(built, property.GetValue(read));
        }

        JsonComparison.Same(model.Json(), Fixture.Parse(PartnerJson.WriteText(built)));
    }

    [Fact]
    public void No_model_is_without_a_fixture()
    {
        HashSet<Type> known = ContractModel.Everywhere.Select(model => model.Type).ToHashSet();
        IEnumerable<string> missing = typeof(PartnerResource).Assembly.GetTypes()
            .Where(type => typeof(PartnerResource).IsAssignableFrom(type) && !type.IsAbstract && !type.ContainsGenericParameters)
            .Where(type => !known.Contains(type))
            .Select(type => type.Name);

        Assert.True(!missing.Any(), $"Add to ContractModel.All or CatalogModels.All, with a fixture in tests/Fixtures/core: {string.Join(", ", missing)}.");
    }

    private static IEnumerable<string> Ordered(IEnumerable<string> names) => names.OrderBy(name => name, StringComparer.Ordinal);
}
