using System;
using System.IO;

namespace PartnerCenterCart.Emulation;

/// <summary>Gives half of the bytes, then breaks like a connection that the other side dropped.</summary>
internal sealed class TruncatedStream(byte[] body) : Stream
{
    private readonly int end = body.Length / 2;
    private int position;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => position;
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        if (position >= end)
        {
            throw new IOException("The response ended prematurely.");
        }

        int read = Math.Min(count, end - position);
        Array.Copy(body, position, buffer, offset, read);
        position += read;
        return read;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
