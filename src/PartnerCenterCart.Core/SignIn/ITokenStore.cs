using System.Threading;
using System.Threading.Tasks;

namespace PartnerCenterCart;

/// <summary>Where a refresh token is kept between runs.</summary>
public interface ITokenStore
{
    /// <summary>What it is, for messages; no secret is in it.</summary>
    string Name { get; }

    /// <summary>How far it is from protected; null when it is as safe as the platform can.</summary>
    string? Warning { get; }

    /// <summary>Whether it can give back what it holds; a script block cannot.</summary>
    bool CanRead { get; }

    /// <summary>What it holds; null for nothing.</summary>
    Task<StoredToken?> ReadAsync(CancellationToken cancellationToken);

    /// <summary>Puts the token in the place of the one before. Whatever happens meanwhile, it then holds one of the two.</summary>
    Task WriteAsync(StoredToken token, CancellationToken cancellationToken);
}
