using System;
using System.Collections.Concurrent;
using System.IO;

namespace PartnerCenterCart.Emulation;

/// <summary>How long files are once they are packed: a file is made once to know, and the number kept.</summary>
internal sealed class BlobLengths
{
    private readonly ConcurrentDictionary<string, Lazy<long>> known = new(StringComparer.Ordinal);

    public long Of(string name, Func<Stream> open) => known.GetOrAdd(name, _ => new Lazy<long>(() => Count(open))).Value;

    private static long Count(Func<Stream> open)
    {
        using Stream body = open();
        byte[] buffer = new byte[64 * 1024];
        long length = 0;
        int read;
        while ((read = body.Read(buffer, 0, buffer.Length)) > 0)
        {
            length += read;
        }

        return length;
    }
}
