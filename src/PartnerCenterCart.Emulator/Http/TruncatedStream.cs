using System;
using System.IO;

namespace PartnerCenterCart.Emulation;

/// <summary>Gives the first bytes of a body, then breaks like a connection that the other side dropped.</summary>
internal sealed class TruncatedStream(Stream body, long end) : ReadOnlyStream
{
    private long position;

    public override int Read(byte[] buffer, int offset, int count)
    {
        if (position >= end)
        {
            throw new IOException("The response ended prematurely.");
        }

        int read = body.Read(buffer, offset, (int)Math.Min(count, end - position));
        position += read;
        return read;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            body.Dispose();
        }

        base.Dispose(disposing);
    }
}
