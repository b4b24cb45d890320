using System;
using System.Collections;
using System.Collections.Generic;
using PartnerCenterCart.Json;
using Xunit;

namespace PartnerCenterCart.Core.Tests;

/// <summary>A map of texts whose keys match whatever their case and are sent as they were written (behaviours.md, section 3).</summary>
public sealed class ProvisioningContextTests : IDisposable
{
    private readonly CultureScope german = new("de-DE");

    public void Dispose() => german.Dispose();

    [Fact]
    public void Keys_match_whatever_their_case()
    {
        var context = new ProvisioningContext { ["SubscriptionId"] = "a" };

        Assert.Equal("a", context["subscriptionid"]);
        context["SUBSCRIPTIONID"] = "b";
        Assert.Equal("b", Assert.Single(context).Value);
    }

    [Fact]
    public void Keys_are_sent_as_they_were_written() =>
        Assert.Equal("""{"provisioningContext":{"ParentSubscriptionId":"a","scope":"shared"}}""", Written(new ProvisioningContext { ["ParentSubscriptionId"] = "a", ["scope"] = "shared" }));

    [Fact]
    public void Any_dictionary_makes_one()
    {
        var context = new ProvisioningContext(new Hashtable { ["scope"] = "shared", ["none"] = null, [1] = 2 });

        Assert.Equal("shared", context["Scope"]);
        Assert.Equal("2", context["1"]);
        Assert.False(context.ContainsKey("none"));
        Assert.Throws<ArgumentNullException>(() => new ProvisioningContext(null!));
    }

    [Fact]
    public void A_dictionary_with_the_same_key_in_two_casings_keeps_one() =>
        Assert.Single(new ProvisioningContext(new Dictionary<string, string> { ["scope"] = "shared", ["Scope"] = "shared" }));

    [Fact]
    public void Values_become_text_whatever_the_culture()
    {
        Assert.Equal("1.5", ProvisioningContext.Text(1.5));
        Assert.Equal("1.50", ProvisioningContext.Text(1.50m));
        Assert.Equal("1234567", ProvisioningContext.Text(1_234_567));
        Assert.Equal("true", ProvisioningContext.Text(true));
        Assert.Equal("false", ProvisioningContext.Text(false));
        Assert.Equal("2024-01-02T03:04:05Z", ProvisioningContext.Text(new DateTime(2024, 1, 2, 3, 4, 5, DateTimeKind.Utc)));
        Assert.Equal("2024-01-02T03:04:05Z", ProvisioningContext.Text(new DateTime(2024, 1, 2, 3, 4, 5, DateTimeKind.Unspecified)));
        Assert.Equal("2024-01-02T03:04:05-08:00", ProvisioningContext.Text(new DateTimeOffset(2024, 1, 2, 3, 4, 5, TimeSpan.FromHours(-8))));
        Assert.Equal("3d5eced6-1151-44c7-aee6-70a4bb725666", ProvisioningContext.Text(new Guid("3D5ECED6-1151-44C7-AEE6-70A4BB725666")));
        Assert.Equal("Sunday", ProvisioningContext.Text(DayOfWeek.Sunday));
        Assert.Equal("1.12:30:00", ProvisioningContext.Text(TimeSpan.FromHours(36.5)));
        Assert.Equal(string.Empty, ProvisioningContext.Text(null!));
    }

    [Fact]
    public void Scalars_of_any_kind_are_read_as_text()
    {
        var line = PartnerJson.Read<CartLineItem>("""{"provisioningContext":{"a":"x","b":5,"c":1.50,"d":true,"e":null,"f":{"g":[1]},"h":"2023-07-31T00:00:00"}}""")!;

        Assert.Equal(
            new Dictionary<string, string> { ["a"] = "x", ["b"] = "5", ["c"] = "1.50", ["d"] = "true", ["f"] = """{"g":[1]}""", ["h"] = "2023-07-31T00:00:00" },
            line.ProvisioningContext);
    }

    [Fact]
    public void An_empty_context_stays_empty() => Assert.Equal("""{"provisioningContext":{}}""", Written(new ProvisioningContext()));

    [Fact]
    public void Numbers_and_dates_of_a_line_are_written_the_same_in_every_culture() =>
        Assert.Equal(
            """{"customTermEndDate":"2024-02-29T00:00:00Z","purchaseCommitment":{"amount":0.05}}""",
            PartnerJson.WriteText(new CartLineItem
            {
                PurchaseCommitment = new PurchaseCommitment { Amount = 0.05m },
                CustomTermEndDate = new DateTimeOffset(2024, 2, 29, 0, 0, 0, TimeSpan.Zero),
            }));

    private static string Written(ProvisioningContext context) => PartnerJson.WriteText(new CartLineItem { ProvisioningContext = context });
}
