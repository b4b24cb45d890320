using System;
using System.IO;
using System.Threading;
using System.Threading.Tasks;

namespace PartnerCenterCart;

/// <summary>
/// The body of a page, in memory that the next page uses again. Pages have megabytes: new memory for each would make the garbage
/// collector look through everything every few pages.
/// </summary>
internal sealed class PageBody : IAnswerSink
{
    private const int FirstSize = 1 << 20;

    private byte[] bytes = Array.Empty<byte>();
    private int length;

    public async Task TakeAsync(PartnerAnswer answer, CancellationToken cancellationToken)
    {
        length = 0;
        if (bytes.Length == 0)
        {
            bytes = new byte[FirstSize];
        }

        for (int read; (read = await answer.Body.ReadAsync(bytes, length, bytes.Length - length, cancellationToken).ConfigureAwait(false)) > 0;)
        {
            length += read;
            if (length == bytes.Length)
            {
                Array.Resize(ref bytes, bytes.Length * 2);
            }
        }
    }

    /// <summary>What came, and nothing the next time.</summary>
    public Stream Open()
    {
        var body = new MemoryStream(bytes, 0, length, writable: false);
        length = 0;
        return body;
    }
}
