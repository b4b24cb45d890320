using System;
using System.Threading;
using System.Threading.Tasks;
using Newtonsoft.Json.Linq;
using PartnerCenterCart.Json;

namespace PartnerCenterCart;

/// <summary>
/// Notices a failure that comes with a success status: 200 with the code 400072 in the body is an item that is no longer
/// sold (contract: behaviours.md, section 10). Read as a resource it would be one without an id, or an empty list.
/// </summary>
internal sealed class FaultInSuccess : IPartnerTransport
{
    // A description has at most 1024 characters; what is longer than this is a resource and need not be read twice.
    private const int LargestFault = 16 * 1024;

    private readonly CallSender sender;

    private FaultInSuccess(CallSender sender) => this.sender = sender;

    /// <summary>The same sender, but it looks into each answer first.</summary>
    public static CallSender Watch(CallSender sender) => new(new FaultInSuccess(sender), sender.Clock, sender.Context);

    public Task<T> SendAsync<T>(PartnerRequest request, Func<PartnerAnswer, T> read, CancellationToken cancellationToken) =>
        sender.SendAsync(
            request,
            answer =>
            {
                ThrowIfFault(request, answer);
                return read(answer);
            },
            cancellationToken);

    /// <summary>Nothing: the connection belongs to the client.</summary>
    public void Dispose()
    {
    }

    private static void ThrowIfFault(PartnerRequest request, PartnerAnswer answer)
    {
        if (answer.Body.Length > LargestFault)
        {
            return;
        }

        bool isFault = PartnerJson.ReadToken(answer.Body) is JObject members
            && Member(members, "code") is JValue { Value: not null }
            && Member(members, "id") == null
            && Member(members, "items") == null;
        answer.Body.Position = 0;
        if (isFault)
        {
            throw Exception(request, answer, Fault.Read(answer.Body));
        }
    }

    private static PartnerException Exception(PartnerRequest request, PartnerAnswer answer, Fault fault)
    {
        bool isGone = fault.Code is "400072" or "400019" or "400018" or "400013";
        string said = fault.Description == null ? "it gave no reason" : "it said: " + fault.Description.TrimEnd('.', ' ');
        string purpose = char.ToUpperInvariant(request.Purpose[0]) + request.Purpose.Substring(1);
        string summary = $"{purpose} failed. The service answered {answer.StatusCode} with the code {fault.Code}; {said}. "
            + $"({request}; correlation id {request.Context.CorrelationId}, request id {request.RequestId})";
        return new PartnerException(isGone ? PartnerErrorKind.NotFound : PartnerErrorKind.BadRequest, Redaction.Apply(summary))
        {
            StatusCode = answer.StatusCode,
            ServiceCode = fault.Code,
            ServiceDescription = fault.Description == null ? null : Redaction.Apply(fault.Description),
            Operation = request.Operation,
            Request = request.ToString(),
            CorrelationId = request.Context.CorrelationId.ToString(),
            RequestId = request.RequestId.ToString(),
            RecommendedAction = isGone
                ? "The item is not sold any more, or not here; read the availabilities again and take another."
                : ServiceCodes.Remedy(fault.Code, answer.StatusCode, request.Operation),
        };
    }

    private static JToken? Member(JObject members, string name) => members.GetValue(name, StringComparison.OrdinalIgnoreCase);
}
