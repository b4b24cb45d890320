using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Text;
using Xunit;

namespace PartnerCenterCart.Http.Tests;

/// <summary>Comma-separated text (RFC 4180), the same on every machine.</summary>
public class DelimitedTextTests
{
    [Theory]
    [InlineData("de-DE")]
    [InlineData("ar-SA")]
    [InlineData("")]
    public void It_is_written_the_same_whatever_the_culture(string culture)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = new CultureInfo(culture);
        try
        {
            Assert.Equal("a,\"b,c\",\"say \"\"yes\"\"\"\r\n,é,\"1\n2\"\r\n", Written(["a", "b,c", "say \"yes\""], [null, "é", "1\n2"]));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void What_was_written_is_read_again()
    {
        string?[] row = ["a", string.Empty, "\"", "x\r\ny", ", ;\t"];

        using IDelimitedReader reader = new DelimitedText().Read(new MemoryStream(Encoding.UTF8.GetBytes(Written(row, row))));

        Assert.Equal(row, reader.Next());
        Assert.Equal(1, reader.Line);
        Assert.Equal(row, reader.Next());
        Assert.Equal(3, reader.Line);
        Assert.Null(reader.Next());
    }

    [Theory]
    [InlineData("\uFEFFa;b\n1;2\n")]
    [InlineData("a\tb\r\n1\t2\r\n")]
    public void A_spreadsheets_own_separators_and_mark_are_understood(string text)
    {
        using IDelimitedReader reader = new DelimitedText().Read(new MemoryStream(Encoding.UTF8.GetBytes(text)));

        Assert.Equal(["a", "b"], reader.Next()!);
        Assert.Equal(["1", "2"], reader.Next()!);
    }

    private static string Written(params IReadOnlyList<string?[]> rows)
    {
        using var target = new MemoryStream();
        using (IDelimitedWriter writer = new DelimitedText().Write(target))
        {
            foreach (string?[] row in rows)
            {
                writer.Write(row);
            }
        }

        return Encoding.UTF8.GetString(target.ToArray());
    }
}
