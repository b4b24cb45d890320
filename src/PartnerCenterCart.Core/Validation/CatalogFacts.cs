using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace PartnerCenterCart;

/// <summary>What the catalogue says, each thing asked for once, whoever asks: those who come meanwhile wait for the same answer.</summary>
internal sealed class CatalogFacts
{
    // A success status with a failure inside (contract: behaviours.md, section 10).
    private const string ItemNotAvailable = "400072";

    private readonly ProductCollectionOperations products;
    private readonly OnceReader once;

    public CatalogFacts(ProductCollectionOperations products, OnceReader once)
    {
        this.products = products;
        this.once = once;
    }

    /// <summary>The SKU; null when there is none.</summary>
    public async Task<Sku?> SkuAsync(CatalogItemId item, CancellationToken cancellationToken)
    {
        try
        {
            CatalogCheck.AvailabilityId(item.AvailabilityId);
            return (await ScopedAsync(item, cancellationToken).ConfigureAwait(false)).Sku;
        }
        catch (PartnerException e) when (e.Kind == PartnerErrorKind.InvalidInput)
        {
            // What cannot be an id is no item of any catalogue.
            return null;
        }
    }

    /// <summary>The availability of that very id; null when it was replaced. One that is closed is there, but not for sale.</summary>
    public Task<Availability?> AvailabilityAsync(CatalogItemId item, CancellationToken cancellationToken) =>
        once.ReadAsync<Availability?>($"availability {item.ProductAndSku}:{item.AvailabilityId}", async () =>
        {
            SkuOperations sku = (await ScopedAsync(item, cancellationToken).ConfigureAwait(false)).Operations;
            try
            {
                return await sku.Availabilities.ById(item.AvailabilityId).GetAsync(cancellationToken).ConfigureAwait(false);
            }
            catch (PartnerException e) when (e.ServiceCode == ItemNotAvailable)
            {
                return new Availability { Id = item.AvailabilityId, IsPurchasable = false };
            }
            catch (PartnerException e) when (e.Kind == PartnerErrorKind.NotFound)
            {
                // By id the service looks among what fits legacy subscriptions alone; lists can be asked for Azure plans, too.
                bool isForPlans = (await ScopedAsync(item, cancellationToken).ConfigureAwait(false)).IsForPlans;
                return isForPlans
                    ? (await CurrentAsync(item, cancellationToken).ConfigureAwait(false)).FirstOrDefault(a => string.Equals(a.Id, item.AvailabilityId, StringComparison.OrdinalIgnoreCase))
                    : null;
            }
        });

    /// <summary>What is sold of the SKU now.</summary>
    public async Task<IReadOnlyList<Availability>> CurrentAsync(CatalogItemId item, CancellationToken cancellationToken) =>
        await once.ReadAsync<IReadOnlyList<Availability>>("current " + item.ProductAndSku, async () =>
        {
            SkuOperations sku = (await ScopedAsync(item, cancellationToken).ConfigureAwait(false)).Operations;
            var all = new List<Availability>();
            Page<Availability>? page = await sku.Availabilities.GetAsync(cancellationToken: cancellationToken).ConfigureAwait(false);
            for (; page != null; page = await page.NextAsync(cancellationToken).ConfigureAwait(false))
            {
                all.AddRange(page.Items);
            }

            return all;
        }).ConfigureAwait(false);

    // Some reservations fit Azure plans alone, and are not there unless one asks for those (contract: endpoints.md, reservationScope).
    private async Task<ScopedSku> ScopedAsync(CatalogItemId item, CancellationToken cancellationToken) =>
        await once.ReadAsync<ScopedSku>("sku " + item.ProductAndSku, async () =>
        {
            SkuOperations legacy = products.ById(item.ProductId).Skus.ById(item.SkuId);
            SkuOperations plan = legacy.ByReservationScope(ReservationScope.AzurePlan);
            return await FoundAsync(legacy, false, cancellationToken).ConfigureAwait(false)
                ?? await FoundAsync(plan, true, cancellationToken).ConfigureAwait(false)
                ?? new ScopedSku(legacy, null, false);
        }).ConfigureAwait(false);

    private static async Task<ScopedSku?> FoundAsync(SkuOperations sku, bool isForPlans, CancellationToken cancellationToken)
    {
        try
        {
            return new ScopedSku(sku, await sku.GetAsync(cancellationToken).ConfigureAwait(false), isForPlans);
        }
        catch (PartnerException e) when (e.Kind == PartnerErrorKind.NotFound)
        {
            return null;
        }
    }

    private sealed class ScopedSku
    {
        public ScopedSku(SkuOperations operations, Sku? sku, bool isForPlans)
        {
            IsForPlans = isForPlans;
            Operations = operations;
            Sku = sku;
        }

        public SkuOperations Operations { get; }

        public Sku? Sku { get; }

        public bool IsForPlans { get; }
    }
}
