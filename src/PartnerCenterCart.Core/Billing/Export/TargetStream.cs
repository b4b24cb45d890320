using System;
using System.IO;

namespace PartnerCenterCart;

/// <summary>
/// Writes to a file that is being made, so that a full disk is told from a broken network: both are the same exception of the framework.
/// </summary>
internal sealed class TargetStream : Stream
{
    private readonly Stream inner;
    private readonly ReplacedFile file;

    public TargetStream(Stream inner, ReplacedFile file)
    {
        this.inner = inner;
        this.file = file;
    }

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override void Write(byte[] buffer, int offset, int count) => file.Guarded(() => inner.Write(buffer, offset, count));

    public override void Flush() => file.Guarded(inner.Flush);

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
