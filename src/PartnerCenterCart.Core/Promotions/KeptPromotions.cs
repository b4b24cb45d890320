using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace PartnerCenterCart;

/// <summary>Lines of an old cart bring their promotions along, which may have ended since.</summary>
public static class KeptPromotions
{
    /// <summary>
    /// One sentence for each promotion of these lines that does not run now. Reads the customer and each promotion once; says
    /// nothing where they cannot be read, because the service checks by itself.
    /// </summary>
    /// <param name="client">The connection.</param>
    /// <param name="customerId">Tenant id of the customer.</param>
    /// <param name="lines">Lines that came from another cart.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    public static async Task<IReadOnlyList<string>> EndedAsync(PartnerClient client, string customerId, IEnumerable<CartLineItem> lines, CancellationToken cancellationToken = default)
    {
        string[] kept = (lines ?? throw new ArgumentNullException(nameof(lines)))
            .Select(line => line.PromotionId?.Trim()).Where(id => !string.IsNullOrEmpty(id)).Select(id => id!).Distinct(StringComparer.OrdinalIgnoreCase).ToArray();
        var ended = new List<string>();
        if (kept.Length == 0 || await CountryAsync(client ?? throw new ArgumentNullException(nameof(client)), customerId, cancellationToken).ConfigureAwait(false) is not { } country)
        {
            return ended;
        }

        foreach (string id in kept)
        {
            if (await StateAsync(client, country, id, cancellationToken).ConfigureAwait(false) is { } state)
            {
                ended.Add($"The lines keep the promotion {id}, which {state}. Set their PromotionId to $null, or to one that runs, unless the service is to decide.");
            }
        }

        return ended;
    }

    private static async Task<string?> CountryAsync(PartnerClient client, string customerId, CancellationToken cancellationToken)
    {
        try
        {
            Customer customer = await client.Customers.ById(customerId).GetAsync(cancellationToken).ConfigureAwait(false);
            return customer.BillingProfile?.DefaultAddress?.Country ?? customer.CompanyProfile?.Address?.Country;
        }
        catch (PartnerException)
        {
            return null;
        }
    }

    private static async Task<string?> StateAsync(PartnerClient client, string country, string id, CancellationToken cancellationToken)
    {
        try
        {
            ProductPromotion promotion = await client.ProductPromotions.ByCountry(country).ById(id).GetAsync(cancellationToken).ConfigureAwait(false);
            return promotion.RunsAt(client.Clock.UtcNow) ? null : $"runs from {promotion.StartDate:yyyy-MM-dd} to {promotion.EndDate:yyyy-MM-dd}";
        }
        catch (PartnerException e) when (e.Kind == PartnerErrorKind.NotFound)
        {
            return "is not there any more";
        }
        catch (PartnerException)
        {
            return null;
        }
    }
}
