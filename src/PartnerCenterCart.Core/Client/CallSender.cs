using System;
using System.Collections.Generic;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using Newtonsoft.Json;
using PartnerCenterCart.Json;

namespace PartnerCenterCart;

/// <summary>What all operations share: builds requests, reads answers, keeps the context.</summary>
internal sealed class CallSender
{
    private readonly IPartnerTransport transport;

    public CallSender(IPartnerTransport transport, IClock clock, RequestContext? context)
    {
        this.transport = transport;
        Clock = clock;
        Context = context;
    }

    public IClock Clock { get; }

    /// <summary>Null: each call is a user action of its own.</summary>
    public RequestContext? Context { get; }

    public CallSender With(RequestContext context) => new(transport, Clock, context);

    public PartnerRequest Request(
        string operation,
        HttpMethod method,
        string path,
        RetryClass retryClass,
        string purpose,
        object? body = null,
        string? whenUnknown = null,
        IReadOnlyDictionary<string, string>? headers = null,
        bool needsToken = true,
        string? contentType = null,
        IAnswerSink? sink = null,
        Guid? requestId = null,
        TokenResource resource = TokenResource.PartnerCenter)
    {
        return new PartnerRequest(operation, method.Method, path, retryClass, Context ?? new RequestContext())
        {
            Body = body == null ? null : body as byte[] ?? PartnerJson.Write(body),
            ContentType = contentType,
            Resource = resource,
            Purpose = purpose,
            WhenUnknown = whenUnknown,
            NeedsToken = needsToken,
            Sink = sink,
            RequestId = requestId ?? Guid.NewGuid(),
            Headers = headers ?? PartnerRequest.NoHeaders,
        };
    }

    /// <summary>
    /// Something that lies elsewhere, such as a blob: no token goes with it, its query is its secret and appears in no message.
    /// </summary>
    public PartnerRequest Elsewhere(
        string operation, Uri address, string purpose, IAnswerSink? sink, IReadOnlyDictionary<string, string>? headers = null) =>
        new(operation, HttpMethod.Get.Method, address.GetLeftPart(UriPartial.Path), RetryClass.Read, Context ?? new RequestContext())
        {
            Address = address,
            Sink = sink,
            Purpose = purpose,
            NeedsToken = false,
            Headers = headers ?? PartnerRequest.NoHeaders,
        };

    /// <summary>Sends and reads a resource; an empty success is unreadable.</summary>
    public Task<T> SendAsync<T>(PartnerRequest request, CancellationToken cancellationToken)
        where T : class =>
        SendAsync(request, answer => Resource<T>(request, answer), cancellationToken);

    /// <summary>Sends; the body of a success is not looked at.</summary>
    public Task SendAsync(PartnerRequest request, CancellationToken cancellationToken) =>
        SendAsync(request, _ => true, cancellationToken);

    public Task<T> SendAsync<T>(PartnerRequest request, Func<PartnerAnswer, T> read, CancellationToken cancellationToken) =>
        transport.SendAsync(request, answer => Success(request, answer, read), cancellationToken);

    private static T Resource<T>(PartnerRequest request, PartnerAnswer answer)
        where T : class =>
        PartnerJson.Read<T>(answer.Body) ?? throw Fault.Unreadable(request, answer, "the body is empty", null);

    private T Success<T>(PartnerRequest request, PartnerAnswer answer, Func<PartnerAnswer, T> read)
    {
        if (!answer.IsSuccess)
        {
            throw Fault.From(request, answer, Clock.UtcNow);
        }

        try
        {
            return read(answer);
        }
        catch (JsonException e)
        {
            throw Fault.Unreadable(request, answer, "its body is not the JSON that was expected", e);
        }
    }
}
