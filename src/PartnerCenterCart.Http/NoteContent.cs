using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Net.Http;
using System.Text;

namespace PartnerCenterCart.Http;

/// <summary>Headers and body as text for an observer, without secrets.</summary>
internal static class NoteContent
{
    private const string Mask = "***";

    private const int ShortestSecret = 12;

    // A page of two thousand line items is megabytes; nobody reads them in a console.
    private const int LongestText = 64 * 1024;

    public static string Of(HttpRequestMessage message, byte[]? body, string? token)
    {
        var text = new StringBuilder().Append(message.Method).Append(' ').Append(Redaction.Apply(message.RequestUri!.OriginalString)).Append('\n');
        foreach (KeyValuePair<string, IEnumerable<string>> header in message.Headers)
        {
            Add(text, header.Key, string.Join(",", header.Value));
        }

        if (message.Content != null)
        {
            foreach (KeyValuePair<string, IEnumerable<string>> header in message.Content.Headers)
            {
                Add(text, header.Key, string.Join(",", header.Value));
            }
        }

        bool isForm = message.Content?.Headers.ContentType?.MediaType?.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase) == true;
        return Finish(text, body == null ? string.Empty : isForm ? $"({body.Length} bytes)" : Encoding.UTF8.GetString(body), token);
    }

    /// <summary>Leaves the body where it was: at its start.</summary>
    public static string Of(PartnerAnswer answer, string? token)
    {
        var text = new StringBuilder().Append(answer.StatusCode).Append(' ').Append(answer.ReasonPhrase).Append('\n');
        foreach (KeyValuePair<string, string> header in answer.Headers)
        {
            Add(text, header.Key, header.Value);
        }

        return Finish(text, IsText(answer) ? Text(answer.Body) : $"({answer.Body.Length} bytes)", token);
    }

    /// <summary>
    /// The same answer without the token: what a service says becomes part of errors, also inside a success, and some repeat
    /// what they were sent.
    /// </summary>
    public static PartnerAnswer WithoutToken(PartnerAnswer answer, string? token) =>
        IsSecret(token) && answer.Body is MemoryStream body && Holds(body, token!)
            ? new PartnerAnswer(answer.StatusCode, answer.ReasonPhrase, answer.Headers, new MemoryStream(Encoding.UTF8.GetBytes(Text(body).Replace(token!, Mask))))
            : answer;

    // Byte by byte, because nearly no answer holds it and none should be decoded for that.
    private static bool Holds(MemoryStream body, string token)
    {
        byte[] bytes = body.TryGetBuffer(out ArraySegment<byte> whole) && whole.Offset == 0 ? whole.Array! : body.ToArray();
        int last = (int)body.Length - token.Length;
        for (int at = 0; at <= last; at++)
        {
            at = Array.IndexOf(bytes, (byte)token[0], at, last - at + 1);
            if (at < 0)
            {
                return false;
            }

            int matched = 1;
            while (matched < token.Length && bytes[at + matched] == (byte)token[matched])
            {
                matched++;
            }

            if (matched == token.Length)
            {
                return true;
            }
        }

        return false;
    }

    // "x" or "test", as an emulator takes it, stands in half of all words; to mask it would break bodies and hide nothing.
    private static bool IsSecret(string? token) => token?.Length >= ShortestSecret;

    private static void Add(StringBuilder text, string name, string value)
    {
        bool isSecret = name.Equals("Authorization", StringComparison.OrdinalIgnoreCase)
            || name.Equals("Set-Cookie", StringComparison.OrdinalIgnoreCase);
        string shown = !isSecret ? value : value.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) ? "Bearer " + Mask : Mask;
        text.Append(name).Append(": ").Append(shown).Append('\n');
    }

    private static bool IsText(PartnerAnswer answer) =>
        !answer.Headers.TryGetValue("Content-Type", out string? type)
        || type.StartsWith("text/", StringComparison.OrdinalIgnoreCase)
        || Holds(type, "json")
        || Holds(type, "xml");

    private static bool Holds(string text, string part) =>
        CultureInfo.InvariantCulture.CompareInfo.IndexOf(text, part, CompareOptions.OrdinalIgnoreCase) >= 0;

    private static string Text(Stream body)
    {
        using var reader = new StreamReader(body, Encoding.UTF8, detectEncodingFromByteOrderMarks: true, 4096, leaveOpen: true);
        string text = reader.ReadToEnd();
        body.Position = 0;
        return text;
    }

    /// <summary>Redacts before it shortens: half a secret would no longer be recognised.</summary>
    private static string Finish(StringBuilder head, string body, string? token)
    {
        if (body.Length > 0)
        {
            head.Append('\n').Append(body);
        }

        // The token itself goes wherever it stands, also where an answer repeats it.
        string text = head.ToString();
        text = Redaction.Apply(IsSecret(token) ? text.Replace(token!, Mask) : text);
        return text.Length <= LongestText
            ? text
            : new StringBuilder(text, 0, LongestText, LongestText + 64)
                .AppendFormat(CultureInfo.InvariantCulture, "... ({0} more characters)", text.Length - LongestText)
                .ToString();
    }
}
