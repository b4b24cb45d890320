using System;
using System.Globalization;
using System.Linq;
using System.Security.Cryptography;
using System.Text;

namespace PartnerCenterCart;

/// <summary>
/// MS-RequestIds that follow from what they are for, so that whoever repeats a step sends the id that it was sent with, even where
/// the journal lost the line that says so.
/// </summary>
internal static class RequestIds
{
    /// <param name="journal">Id of the journal.</param>
    /// <param name="step">What it is for: cart, try, kind of call, and what is sent.</param>
    public static Guid Of(Guid journal, params object[] step)
    {
        string text = journal.ToString("D") + string.Concat(step.Select(part => "|" + Convert.ToString(part, CultureInfo.InvariantCulture)));
        using var sha = SHA256.Create();
        byte[] bytes = sha.ComputeHash(Encoding.UTF8.GetBytes(text)).Take(16).ToArray();

        // The form of a random GUID, which is what services expect.
        bytes[7] = (byte)((bytes[7] & 0x0F) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes);
    }
}
