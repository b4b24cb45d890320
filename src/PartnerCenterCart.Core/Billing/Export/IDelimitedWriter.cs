using System;

namespace PartnerCenterCart;

/// <summary>Writes rows.</summary>
public interface IDelimitedWriter : IDisposable
{
    /// <summary>One row; a field of null is empty.</summary>
    void Write(string?[] fields);
}
