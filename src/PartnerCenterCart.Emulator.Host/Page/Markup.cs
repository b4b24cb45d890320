using System.Globalization;
using System.Net;
using System.Runtime.CompilerServices;
using System.Text;

namespace PartnerCenterCart.Emulation.Host;

/// <summary>HTML made from interpolated strings: what stands in holes is text and is escaped, unless it is markup itself. There is no way to forget it.</summary>
[InterpolatedStringHandler]
internal sealed class Markup
{
    private readonly StringBuilder html;

    public Markup(int literalLength, int formattedCount) => html = new StringBuilder(literalLength + (16 * formattedCount));

    public static Markup Empty => new(0, 0);

    /// <summary>What an interpolated string is given to.</summary>
    public static Markup Of(Markup markup) => markup;

    /// <summary>Styles and scripts of this assembly.</summary>
    public static Markup Trusted(string text)
    {
        Markup markup = Empty;
        markup.AppendLiteral(text);
        return markup;
    }

    public void AppendLiteral(string literal) => html.Append(literal);

    public void AppendFormatted(Markup markup) => html.Append(markup.html);

    public void AppendFormatted(string? text) => html.Append(WebUtility.HtmlEncode(text));

    public void AppendFormatted(long number) => html.Append(number.ToString(CultureInfo.InvariantCulture));

    public Markup Add(Markup markup)
    {
        html.Append(markup.html);
        return this;
    }

    public override string ToString() => html.ToString();
}
