using System;
using System.Collections.Generic;
using System.Linq;
using Newtonsoft.Json.Linq;
using PartnerCenterCart.Json;
using Xunit;

namespace PartnerCenterCart.Core.Tests;

/// <summary>What holds for the models of the catalogue and of what follows a checkout besides their names.</summary>
public class CatalogFieldNameTests
{
    public static TheoryData<string> Models() => ContractModel.Fixtures(CatalogModels.All.Concat(BillingModels.All));

    [Theory]
    [MemberData(nameof(Models))]
    public void No_two_members_of_a_fixture_have_the_same_value(string fixture)
    {
        // Yes and no are all that a truth can be; the others must tell a swapped name.
        IEnumerable<string> values = ContractModel.Named(fixture).Json().Properties()
            .Where(member => member.Value.Type != JTokenType.Boolean)
            .Select(member => member.Value.ToString());

        Assert.Empty(values.GroupBy(value => value).Where(same => same.Count() > 1).Select(same => same.Key));
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void What_the_call_knows_is_never_written(string fixture)
    {
        ContractModel model = ContractModel.Named(fixture);
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
        ContractModel model = ContractModel.Named(fixture);

        Assert.NotNull(Activator.CreateInstance(model.Type)!.ToString());
        Assert.NotNull(model.Read().ToString());
    }
}
