using System;
using System.IO;

namespace PartnerCenterCart.Emulation;

/// <summary>Some bytes of a body; those before are made and dropped.</summary>
internal sealed class PartOfStream(Stream whole, long skip, long length) : ReadOnlyStream
{
    private long toSkip = skip;
    private long left = length;

    public override int Read(byte[] buffer, int offset, int count)
    {
        while (toSkip > 0)
        {
            int skipped = whole.Read(buffer, offset, (int)Math.Min(count, toSkip));
            toSkip = skipped == 0 ? 0 : toSkip - skipped;
        }

        int read = whole.Read(buffer, offset, (int)Math.Min(count, left));
        left -= read;
        return read;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            whole.Dispose();
        }

        base.Dispose(disposing);
    }
}
