using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using PartnerCenterCart.Json;

namespace PartnerCenterCart;

/// <summary>Ends that the first term of a new subscription can be aligned to.</summary>
public sealed class CustomTermEndDateOperations
{
    private const string Token = "MS-ContinuationToken";

    private readonly CallSender sender;
    private readonly string customerId;

    internal CustomTermEndDateOperations(CallSender sender, string customerId)
    {
        this.sender = sender;
        this.customerId = customerId;
    }

    /// <summary>Reads the first page; <see cref="Page{T}.NextAsync"/> reads on.</summary>
    /// <param name="termDuration"><c>P1M</c>, <c>P1Y</c> or <c>P3Y</c>.</param>
    /// <param name="termStartDate">Today when null; not in the past.</param>
    /// <param name="targetSubscriptionId">Only the end of this subscription.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="PartnerException">InvalidInput; BadRequest.</exception>
    public Task<Page<CustomTermEndDate>> GetAsync(string termDuration, DateTimeOffset? termStartDate = null, string? targetSubscriptionId = null, CancellationToken cancellationToken = default)
    {
        string term = CartCheck.TermDuration(termDuration) ?? throw PartnerException.InvalidInput("The term is missing. P1M, P1Y or P3Y is expected.");
        string path = ResourcePath.Root.Add("customers", customerId, "subscriptions", "customTermEndDates")
            .Query("term_duration", term)
            .Query("term_start_date", termStartDate?.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))
            .Query("target_coterm_subscription_id", string.IsNullOrWhiteSpace(targetSubscriptionId) ? null : SubscriptionCollectionOperations.IdOf(targetSubscriptionId))
            .ToString();
        return ReadAsync(path, null, new HashSet<string>(StringComparer.Ordinal), cancellationToken);
    }

    // The one list whose token is a header of the answer (contract: endpoints.md, Subscriptions).
    private async Task<Page<CustomTermEndDate>> ReadAsync(string path, string? token, HashSet<string> seen, CancellationToken cancellationToken)
    {
        PartnerRequest request = sender.Request(
            "subscriptions.customTermEndDates",
            HttpMethod.Get,
            path,
            RetryClass.Read,
            $"reading the ends of a term for customer {customerId}",
            headers: token == null ? null : new Dictionary<string, string> { [Token] = token });
        (PartnerCollection<CustomTermEndDate> page, string? next) = await sender.SendAsync(request, answer => Read(request, answer), cancellationToken).ConfigureAwait(false);
        if (next != null && !seen.Add(next))
        {
            throw Fault.Lost(PartnerErrorKind.UnreadableAnswer, request, "the service named a page as the next one that was read before, so the list would never end", null, false);
        }

        List<CustomTermEndDate> items = page.Items?.Where(item => item != null).ToList() ?? new List<CustomTermEndDate>();
        items.ForEach(item => item.CustomerId = customerId);
        return new Page<CustomTermEndDate>(items, page.TotalCount, next == null ? null : cancellation => ReadAsync(path, next, seen, cancellation));
    }

    private static (PartnerCollection<CustomTermEndDate> Page, string? Next) Read(PartnerRequest request, PartnerAnswer answer)
    {
        PartnerCollection<CustomTermEndDate> page = PartnerJson.Read<PartnerCollection<CustomTermEndDate>>(answer.Body) ?? throw Fault.Unreadable(request, answer, "the body is empty", null);
        return (page, answer.Headers.TryGetValue(Token, out string? token) && !string.IsNullOrWhiteSpace(token) ? token : page.ContinuationToken);
    }
}
