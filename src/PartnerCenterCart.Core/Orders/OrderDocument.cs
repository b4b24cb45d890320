using System;

namespace PartnerCenterCart;

/// <summary>A document to be sent with a purchase order.</summary>
public sealed class OrderDocument
{
    /// <summary>A document.</summary>
    /// <exception cref="PartnerException">InvalidInput: no name, nothing in it.</exception>
    public OrderDocument(string fileName, byte[] content)
    {
        if (string.IsNullOrWhiteSpace(fileName) || content == null || content.Length == 0)
        {
            throw PartnerException.InvalidInput($"The document '{fileName}' has no name or nothing in it.");
        }

        FileName = fileName;
        Content = content;
    }

    /// <summary>Name of its file.</summary>
    public string FileName { get; }

    internal byte[] Content { get; }
}
