using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

namespace PartnerCenterCart;

/// <summary>Which promotions a customer gets.</summary>
public sealed class PromotionEligibilityOperations
{
    private readonly CallSender sender;
    private readonly string customerId;

    internal PromotionEligibilityOperations(CallSender sender, string customerId)
    {
        this.sender = sender;
        this.customerId = customerId;
    }

    /// <summary>
    /// Tests promotions against purchases: nothing is created, whatever the name. One result for each item;
    /// <see cref="Page{T}.NextAsync"/> reads on. The given request is not changed.
    /// </summary>
    /// <exception cref="PartnerException">InvalidInput before anything is sent.</exception>
    public Task<Page<PromotionEligibilities>> CreateAsync(PromotionEligibilitiesRequest request, CancellationToken cancellationToken = default)
    {
        PromotionEligibilitiesRequest body = PromotionEligibilitiesRequest.Sendable(request);
        string path = ResourcePath.Root.Add("customers", customerId, "promotionEligibilities").ToString();
        return ReadAsync(body, path, HttpMethod.Post, null, 0, new HashSet<string>(), cancellationToken);
    }

    // A read that is done by POST, with everything in one answer; a next link is followed all the same (endpoints.md, paging).
    private async Task<Page<PromotionEligibilities>> ReadAsync(
        PromotionEligibilitiesRequest body,
        string path,
        HttpMethod method,
        IReadOnlyDictionary<string, string>? headers,
        int rowsBefore,
        HashSet<string> askedBefore,
        CancellationToken cancellationToken)
    {
        PartnerRequest request = sender.Request(
            "promotionEligibilities.create",
            method,
            path,
            RetryClass.Read,
            $"testing promotions for customer {customerId}",
            method == HttpMethod.Post ? body : null,
            headers: headers);

        // A set of its own for each page: one that failed can be asked for again.
        var asked = new HashSet<string>(askedBefore);
        if (!asked.Add(path + "\n" + string.Join("\n", request.Headers.Select(header => header.Key + ":" + header.Value))))
        {
            throw Fault.Lost(PartnerErrorKind.UnreadableAnswer, request, "the service named a page as the next one that was read before, so the list would never end", null, false);
        }

        PartnerCollection<PromotionEligibilities> page = await sender.SendAsync<PartnerCollection<PromotionEligibilities>>(request, cancellationToken).ConfigureAwait(false);
        List<PromotionEligibilities> items = page.Items?.Where(item => item != null).ToList() ?? new List<PromotionEligibilities>();
        items.ForEach(item => item.CustomerId = customerId);
        int rows = rowsBefore + items.Count;
        Link? link = page.Links?.Next;
        var next = NextLink.After(request, link, page.ContinuationToken, rows);
        HttpMethod nextMethod = string.Equals(link?.Method, "GET", System.StringComparison.OrdinalIgnoreCase) ? HttpMethod.Get : HttpMethod.Post;
        return new Page<PromotionEligibilities>(
            items,
            page.TotalCount,
            next is { } n ? token => ReadAsync(body, n.Path, nextMethod, n.Headers, rows, asked, token) : null);
    }
}
