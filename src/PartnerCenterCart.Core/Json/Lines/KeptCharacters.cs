using System;
using Newtonsoft.Json;

namespace PartnerCenterCart.Json;

/// <summary>Keeps the buffer of the JSON reader of one line for that of the next. For one thread.</summary>
internal sealed class KeptCharacters : IArrayPool<char>
{
    private char[]? kept;

    public char[] Rent(int minimumLength)
    {
        char[]? found = kept;
        if (found == null || found.Length < minimumLength)
        {
            return new char[Math.Max(minimumLength, 4096)];
        }

        kept = null;
        return found;
    }

    public void Return(char[]? array)
    {
        if (array != null && (kept == null || kept.Length < array.Length))
        {
            kept = array;
        }
    }
}
