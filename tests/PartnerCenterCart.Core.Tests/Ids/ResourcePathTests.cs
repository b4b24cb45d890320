using Xunit;

namespace PartnerCenterCart.Core.Tests;

public class ResourcePathTests
{
    [Fact]
    public void Segments_follow_the_version_root() =>
        Assert.Equal("/v1/customers/a/carts", ResourcePath.Root.Add("customers", "a", "carts").ToString());

    [Theory]
    [InlineData("a/b", "a%2Fb")]
    [InlineData("a:b:c", "a%3Ab%3Ac")]
    [InlineData("a b?c#d%e", "a%20b%3Fc%23d%25e")]
    [InlineData("Größe", "Gr%C3%B6%C3%9Fe")]
    [InlineData("a-b_c.d~e", "a-b_c.d~e")]
    public void A_segment_cannot_break_out_of_its_place(string segment, string escaped) =>
        Assert.Equal($"/v1/products/{escaped}/skus", ResourcePath.Root.Add("products", segment, "skus").ToString());

    [Fact]
    public void Query_values_are_escaped_and_joined() =>
        Assert.Equal("/v1/a?x=1%262&y%20z=%3D", ResourcePath.Root.Add("a").Query("x", "1&2").Query("y z", "=").ToString());

    [Fact]
    public void A_query_value_of_null_is_left_out() =>
        Assert.Equal("/v1/a?y=", ResourcePath.Root.Add("a").Query("x", null).Query("y", string.Empty).ToString());

    [Fact]
    public void The_emulator_has_a_root_of_its_own() => Assert.Equal("/_emulator/clock", ResourcePath.EmulatorRoot.Add("clock").ToString());
}
