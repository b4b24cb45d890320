using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace PartnerCenterCart;

/// <summary>What a customer holds, each thing asked for once.</summary>
internal sealed class CustomerFacts
{
    private readonly CustomerOperations customer;
    private readonly OnceReader once;

    public CustomerFacts(CustomerOperations customer, OnceReader once)
    {
        this.customer = customer;
        this.once = once;
    }

    /// <summary>One subscription; null for one that the customer does not have.</summary>
    public Task<Subscription?> SubscriptionAsync(string id, CancellationToken stop) => once.ReadAsync<Subscription?>($"subscription {id}", async () =>
    {
        try
        {
            return await customer.Subscriptions.ById(id).GetAsync(stop).ConfigureAwait(false);
        }
        catch (PartnerException e) when (e.Kind is PartnerErrorKind.NotFound or PartnerErrorKind.BadRequest or PartnerErrorKind.InvalidInput)
        {
            return null;
        }
    });

    public Task<SubscriptionRegistrationStatus> RegistrationAsync(string id, CancellationToken stop) =>
        once.ReadAsync($"registration {id}", () => customer.Subscriptions.ById(id).RegistrationStatus.GetAsync(stop));

    /// <summary>All of its subscriptions.</summary>
    public Task<IReadOnlyList<Subscription>> SubscriptionsAsync(CancellationToken stop) => once.ReadAsync<IReadOnlyList<Subscription>>("subscriptions", async () =>
    {
        var all = new List<Subscription>();
        Page<Subscription>? page = await customer.Subscriptions.GetAsync(stop).ConfigureAwait(false);
        for (; page != null; page = await page.NextAsync(stop).ConfigureAwait(false))
        {
            all.AddRange(page.Items);
        }

        return all;
    });
}
