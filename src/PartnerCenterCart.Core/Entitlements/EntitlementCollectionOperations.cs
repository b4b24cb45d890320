using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

namespace PartnerCenterCart;

/// <summary>What a customer bought once.</summary>
public sealed class EntitlementCollectionOperations
{
    private readonly CallSender sender;
    private readonly string customerId;
    private readonly string? type;

    internal EntitlementCollectionOperations(CallSender sender, string customerId, string? type = null)
    {
        this.sender = sender;
        this.customerId = customerId;
        this.type = type;
    }

    /// <summary>Only those of one type, a text of <see cref="EntitlementType"/> in any spelling.</summary>
    /// <exception cref="PartnerException">InvalidInput, with the documented values.</exception>
    public EntitlementCollectionOperations ByEntitlementType(string entitlementType) =>
        new(sender, customerId, CatalogCheck.Documented(entitlementType ?? string.Empty, EntitlementType.Known, "type of entitlement"));

    /// <summary>Reads the first page; <see cref="Page{T}.NextAsync"/> reads on. Documented for App+User tokens.</summary>
    /// <param name="showExpiry">Asks for the day on which each ends.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public Task<Page<Entitlement>> GetAsync(bool showExpiry = false, CancellationToken cancellationToken = default) => new PageReader<Entitlement>(
        sender,
        "entitlements.list",
        $"reading the entitlements of customer {customerId}",
        entitlement => entitlement.Complete(customerId)).FirstAsync(
            ResourcePath.Root.Add("customers", customerId, "entitlements").Query("entitlementType", type).Query("showExpiry", showExpiry ? "true" : null),
            cancellationToken);

    /// <summary>Reads the reservations behind an entitlement, by the links of its artifacts; none for one that is no reservation.</summary>
    /// <exception cref="PartnerException">NotFound.</exception>
    public async Task<IReadOnlyList<Reservation>> GetReservationsAsync(Entitlement entitlement, CancellationToken cancellationToken = default)
    {
        if (entitlement == null)
        {
            throw new ArgumentNullException(nameof(entitlement));
        }

        var found = new List<Reservation>();
        foreach (Artifact artifact in entitlement.EntitledArtifacts ?? Enumerable.Empty<Artifact>())
        {
            if (artifact.IsReservation && !string.IsNullOrWhiteSpace(artifact.Link?.Uri))
            {
                ReservedInstanceArtifactDetails details = await GetArtifactAsync(artifact, cancellationToken).ConfigureAwait(false);
                foreach (Reservation reservation in details.All)
                {
                    reservation.CustomerId = customerId;
                    reservation.OrderId = entitlement.OrderId;
                    reservation.ResourceId = artifact.ResourceId;
                    found.Add(reservation);
                }
            }
        }

        return found;
    }

    // The host of a link is never followed, and its path is the service's own.
    private Task<ReservedInstanceArtifactDetails> GetArtifactAsync(Artifact artifact, CancellationToken cancellationToken)
    {
        PartnerRequest request = sender.Request(
            "entitlements.artifact", HttpMethod.Get, NextLink.FromRoot(artifact.Link!.Uri!), RetryClass.Read, $"reading reservation {artifact.ResourceId} of customer {customerId}");
        return sender.SendAsync<ReservedInstanceArtifactDetails>(request, cancellationToken);
    }
}
