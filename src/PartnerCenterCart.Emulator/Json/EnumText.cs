using System.Text;

namespace PartnerCenterCart.Emulation;

/// <summary>Enum text counts as equal without case, underscores, hyphens and blanks (models.md section 0).</summary>
internal static class EnumText
{
    public static string Plain(string text)
    {
        var builder = new StringBuilder(text.Length);
        foreach (char character in text)
        {
            if (character is not ('_' or '-' or ' '))
            {
                builder.Append(char.ToLowerInvariant(character));
            }
        }

        return builder.ToString();
    }
}
