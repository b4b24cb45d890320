using System;
using System.Collections.Generic;
using System.Text;

namespace PartnerCenterCart;

/// <summary>A multipart/form-data body. It is bytes, so that a repeat sends the same ones.</summary>
internal sealed class MultipartBody
{
    private readonly string boundary = "pcc-" + Guid.NewGuid().ToString("N");
    private readonly List<byte> buffer = new();

    public string ContentType => "multipart/form-data; boundary=" + boundary;

    public void Add(string name, byte[] content, string contentType, string? fileName = null)
    {
        // A name can hold neither the quote that ends it nor the end of its line.
        string file = fileName == null ? string.Empty : "; filename=\"" + fileName.Replace("\"", "'").Replace("\r", " ").Replace("\n", " ") + "\"";
        Write("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name + "\"" + file + "\r\nContent-Type: " + contentType + "\r\n\r\n");
        buffer.AddRange(content);
        Write("\r\n");
    }

    public byte[] Close()
    {
        Write("--" + boundary + "--\r\n");
        return buffer.ToArray();
    }

    private void Write(string text) => buffer.AddRange(Encoding.UTF8.GetBytes(text));
}
