using System.IO;
using System.Linq;
using System.Text;
using Newtonsoft.Json;
using PartnerCenterCart.Json;
using Xunit;

namespace PartnerCenterCart.Core.Tests;

public class ByteOrderMarkTests
{
    private const string Mark = "\uFEFF";

    [Theory]
    [InlineData("")]
    [InlineData(Mark)]
    [InlineData(Mark + Mark)]
    [InlineData("?")]
    [InlineData(Mark + "?")]
    [InlineData(Mark + Mark + "?")]
    [InlineData("\r\n ")]
    public void A_body_is_read_past_its_marks(string marks)
    {
        Assert.Equal("Zürich", PartnerJson.Read<Cart>(Body(marks + """{"status":"Zürich"}"""))!.Status);
        Assert.Equal("Zürich", (string)PartnerJson.ReadToken(Body(marks + """{"status":"Zürich"}"""))!["status"]!);
    }

    [Theory]
    [InlineData("")]
    [InlineData(Mark)]
    [InlineData(Mark + Mark)]
    [InlineData("?")]
    [InlineData(Mark + "?")]
    [InlineData(" \r\n")]
    [InlineData("null")]
    public void A_body_without_content_is_nothing(string body) => Assert.Null(PartnerJson.Read<Cart>(Body(body)));

    [Theory]
    [InlineData("??{}")]
    [InlineData("{\"status\":\"Act")]
    [InlineData("<html/>")]
    [InlineData("[]")]
    [InlineData("\"success\"")]
    public void A_body_that_is_no_such_resource_is_not_read(string body) =>
        Assert.ThrowsAny<JsonException>(() => PartnerJson.Read<Cart>(Body(body)));

    [Fact]
    public void What_is_written_has_no_mark()
    {
        byte[] written = PartnerJson.Write(new Cart { Status = "Zürich" });

        Assert.Equal((byte)'{', written[0]);
        Assert.Equal("""{"status":"Zürich"}""", Encoding.UTF8.GetString(written));
    }

    [Fact]
    public void A_body_larger_than_any_buffer_is_read()
    {
        string lines = string.Join(",", Enumerable.Range(0, 20_000).Select(i => $$"""{"id":{{i}},"friendlyName":"Größe {{i}}"}"""));

        var cart = PartnerJson.Read<Cart>(Body(Mark + $$"""{"lineItems":[{{lines}}]}"""))!;

        Assert.Equal("Größe 19999", cart.LineItems![19_999].FriendlyName);
    }

    private static MemoryStream Body(string text) => new(Encoding.UTF8.GetBytes(text));
}
