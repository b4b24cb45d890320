using System.IO;

namespace PartnerCenterCart;

/// <summary>Comma-separated text, which has more rules than it looks; a library in the private room knows them (RFC 4180).</summary>
public interface IDelimitedText
{
    /// <summary>Writes rows as UTF-8, whatever the culture; the stream is left open.</summary>
    IDelimitedWriter Write(Stream target);

    /// <summary>Reads rows; commas, semicolons and tabs are told apart by the first lines. The stream is left open.</summary>
    IDelimitedReader Read(Stream source);
}
