using System;
using System.Collections.Generic;
using System.IO;
using System.Threading;
using System.Threading.Tasks;

namespace PartnerCenterCart.Core.Tests;

/// <summary>Answers from a script, in order, and keeps what was asked. It never tries again.</summary>
internal sealed class ScriptedTransport : IPartnerTransport
{
    private readonly Queue<PartnerAnswer> answers;

    public ScriptedTransport(params PartnerAnswer[] answers) => this.answers = new Queue<PartnerAnswer>(answers);

    public List<PartnerRequest> Requests { get; } = new();

    public List<CancellationToken> Tokens { get; } = new();

    public bool IsDisposed { get; private set; }

    /// <summary>The one request that was sent.</summary>
    public PartnerRequest Request => Requests.Count == 1 ? Requests[0] : throw new InvalidOperationException($"{Requests.Count} requests were sent.");

    public async Task<T> SendAsync<T>(PartnerRequest request, Func<PartnerAnswer, T> read, CancellationToken cancellationToken)
    {
        Requests.Add(request);
        Tokens.Add(cancellationToken);
        if (answers.Count == 0)
        {
            throw new InvalidOperationException($"The script has no answer for {request}.");
        }

        PartnerAnswer answer = answers.Dequeue();
        if (request.Sink is { } sink && answer is { IsSuccess: true, StatusCode: not 204 })
        {
            await sink.TakeAsync(answer, cancellationToken);
            answer = new PartnerAnswer(answer.StatusCode, answer.ReasonPhrase, answer.Headers, new MemoryStream());
        }

        return read(answer);
    }

    public void Dispose() => IsDisposed = true;
}
