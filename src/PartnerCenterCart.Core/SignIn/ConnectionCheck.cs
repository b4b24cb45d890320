using System;
using System.Collections.Generic;
using System.Globalization;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using Newtonsoft.Json.Linq;
using PartnerCenterCart.Json;

namespace PartnerCenterCart;

/// <summary>
/// The one call that confirms a token: the balance, because it is a single small resource that takes App-only and App+User
/// and belongs to the partner and not to a customer (contract: endpoints.md, invoices.summary). With <c>ValidateMfa: true</c>
/// the service also says whether it saw multi-factor authentication.
/// </summary>
internal sealed class ConnectionCheck
{
    private const string MfaHeader = "isMfaCompliant";
    private const string Operation = "invoices.summary";

    private static readonly string Path = ResourcePath.Root.Add("invoices", "summary").ToString();

    /// <summary>The partner's currency; null when the credential may not see the balance.</summary>
    public string? Currency { get; private init; }

    /// <summary>What the service said about multi-factor authentication; null when it said nothing.</summary>
    public bool? HasMfa { get; private init; }

    /// <summary>Why the token could not be confirmed although nothing speaks against it; null when it was.</summary>
    public string? Doubt { get; private init; }

    /// <summary>The same read, to see whether the service answers at all.</summary>
    public static PartnerRequest Look(RequestContext context) =>
        new(Operation, HttpMethod.Get.Method, Path, RetryClass.Read, context) { Purpose = "looking whether the service is back" };

    /// <exception cref="PartnerException">The token does not work, or the service cannot be reached.</exception>
    public static async Task<ConnectionCheck> RunAsync(PartnerClient client, CancellationToken cancellationToken)
    {
        CallSender sender = client.Sender;
        PartnerRequest request = sender.Request(
            Operation, HttpMethod.Get, Path, RetryClass.Read, "confirming the connection",
            headers: new Dictionary<string, string> { ["ValidateMfa"] = "true" });
        try
        {
            return await sender.SendAsync(request, Read, cancellationToken).ConfigureAwait(false);
        }
        catch (PartnerException e) when (Confirms(e))
        {
            return new ConnectionCheck();
        }
        catch (PartnerException e) when (e.Kind is PartnerErrorKind.ServiceError or PartnerErrorKind.Throttled or PartnerErrorKind.Timeout or PartnerErrorKind.UnreadableAnswer)
        {
            // The service has a bad moment; that is no reason not to let a script try what it came for.
            return new ConnectionCheck { Doubt = e.Summary };
        }
    }

    // Whoever may not see the balance has shown who he is all the same. Conditional access (900309) refuses the token itself.
    private static bool Confirms(PartnerException e) =>
        e.Kind == PartnerErrorKind.NotFound || (e.Kind == PartnerErrorKind.Forbidden && e.ServiceCode != "900309" && e.StatusCode != null);

    private static ConnectionCheck Read(PartnerAnswer answer)
    {
        var members = PartnerJson.ReadToken(answer.Body) as JObject;
        string? currency = (members?.GetValue("currencyCode", StringComparison.OrdinalIgnoreCase) as JValue)?.Value as string;
        return new ConnectionCheck
        {
            Currency = string.IsNullOrWhiteSpace(currency) ? null : currency!.ToUpper(CultureInfo.InvariantCulture),
            HasMfa = answer.Headers.TryGetValue(MfaHeader, out string? mfa) && bool.TryParse(mfa.Trim(), out bool has) ? has : null,
        };
    }
}
