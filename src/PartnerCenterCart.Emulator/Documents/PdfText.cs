using System.Text;

namespace PartnerCenterCart.Emulation;

/// <summary>Text as PDF writes it, in the code page of WinAnsiEncoding.</summary>
internal static class PdfText
{
    private const char Euro = '\u20ac';

    public static string Literal(string text)
    {
        var literal = new StringBuilder("(");
        foreach (char character in text)
        {
            switch (character)
            {
                case '(' or ')' or '\\':
                    literal.Append('\\').Append(character);
                    break;
                case Euro:
                    literal.Append("\\200");
                    break;
                case < ' ' or (> '~' and < '\u00a0') or > '\u00ff':
                    literal.Append('?');
                    break;
                default:
                    literal.Append(character);
                    break;
            }
        }

        return literal.Append(')').ToString();
    }

    /// <summary>Of figures and their signs, which are what is set to the right.</summary>
    public static int Width(string text, int size)
    {
        int thousandths = 0;
        foreach (char character in text)
        {
            thousandths += character switch
            {
                '.' or ',' or ' ' => 278,
                '-' => 333,
                >= '0' and <= '9' => 556,
                _ => 667,
            };
        }

        return thousandths * size / 1000;
    }
}
