using System;

namespace PartnerCenterCart.Emulation;

/// <summary>Bytes that grow at the end and are used again: a million lines pass through one of these.</summary>
internal sealed class RowBuffer
{
    // Room for a piece and one line more, and below the size from which memory is given back late.
    private byte[] bytes = new byte[80 * 1024];

    public int Length { get; private set; }

    public byte[] Bytes => bytes;

    public void Clear() => Length = 0;

    public void Append(byte value)
    {
        Reserve(1);
        bytes[Length] = value;
        Length++;
    }

    public void Append(byte[] source) => Append(source, source.Length);

    public void Append(byte[] source, int count)
    {
        Reserve(count);
        Buffer.BlockCopy(source, 0, bytes, Length, count);
        Length += count;
    }

    private void Reserve(int count)
    {
        if (bytes.Length - Length < count)
        {
            Array.Resize(ref bytes, Math.Max(bytes.Length * 2, Length + count));
        }
    }
}
