using System;
using System.Threading;
using System.Threading.Tasks;

namespace PartnerCenterCart;

/// <summary>Sends requests; the private room implements it.</summary>
public interface IPartnerTransport : IDisposable
{
    /// <summary>
    /// Sends a request and hands each answer to <paramref name="read"/>, which throws for what is no success. Tries again
    /// as <see cref="RetryRule"/> says; what it throws in the end is a <see cref="PartnerException"/>, or
    /// <see cref="OperationCanceledException"/> when the caller cancelled.
    /// </summary>
    Task<T> SendAsync<T>(PartnerRequest request, Func<PartnerAnswer, T> read, CancellationToken cancellationToken);
}
