using System;
using System.IO;

namespace PartnerCenterCart.Core.Tests;

/// <summary>Breaks off after some bytes, as a connection does.</summary>
internal sealed class BreakingStream : Stream
{
    private readonly Stream inner;
    private int left;

    public BreakingStream(Stream inner, int length)
    {
        this.inner = inner;
        left = length;
    }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        int read = left == 0 ? throw new IOException("reset by peer") : inner.Read(buffer, offset, Math.Min(count, left));
        left -= read;
        return read;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
