using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace PartnerCenterCart.Core.Tests;

/// <summary>Answers by method and path, as often as it is asked, and keeps what was asked. It never tries again.</summary>
internal sealed class PathTransport : IPartnerTransport
{
    private readonly Dictionary<string, Func<PartnerRequest, PartnerAnswer>> answers = new(StringComparer.Ordinal);

    public List<PartnerRequest> Requests { get; } = new();

    public List<CancellationToken> Tokens { get; } = new();

    /// <summary>Method and path of each request, in order.</summary>
    public IReadOnlyList<string> Asked => Requests.Select(Key).ToList();

    /// <summary>A later answer for the same path takes the place of an earlier one.</summary>
    public void Set(string methodAndPath, string body, int status = 200) => answers[methodAndPath] = _ => Answer.Json(body, status);

    /// <summary>A try that ends without an answer.</summary>
    public void Lose(string methodAndPath, PartnerErrorKind kind) => answers[methodAndPath] = request => throw Failure.Lost(request, kind, true);

    public async Task<T> SendAsync<T>(PartnerRequest request, Func<PartnerAnswer, T> read, CancellationToken cancellationToken)
    {
        Requests.Add(request);
        Tokens.Add(cancellationToken);

        // As on a network, a failure is never there before the task is.
        await Task.Yield();
        return answers.TryGetValue(Key(request), out Func<PartnerRequest, PartnerAnswer>? answer)
            ? read(answer(request))
            : throw new InvalidOperationException($"Nobody expected {Key(request)}.");
    }

    public void Dispose()
    {
    }

    private static string Key(PartnerRequest request) => $"{request.Method} {request.Path}";
}
