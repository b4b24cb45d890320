using System;

namespace PartnerCenterCart;

/// <summary>Reads rows.</summary>
public interface IDelimitedReader : IDisposable
{
    /// <summary>Line of the text that the row begins on, from 1.</summary>
    long Line { get; }

    /// <summary>The fields of the next row; null at the end.</summary>
    /// <exception cref="System.IO.InvalidDataException">It is no such text.</exception>
    string[]? Next();
}
