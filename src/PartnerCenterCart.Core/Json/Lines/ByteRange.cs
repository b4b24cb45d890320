using System;

namespace PartnerCenterCart.Json;

internal static class ByteRange
{
    /// <summary>A copy of a part of an array.</summary>
    public static byte[] AsRange(this byte[] bytes, int start, int length)
    {
        byte[] part = new byte[length];
        Buffer.BlockCopy(bytes, start, part, 0, length);
        return part;
    }
}
