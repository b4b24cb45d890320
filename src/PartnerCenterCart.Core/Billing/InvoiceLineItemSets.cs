using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace PartnerCenterCart;

/// <summary>
/// Finds out which sets of line items a request means and which interface has them: v1 for legacy rows and for what was billed by
/// April 2025, v2 (Microsoft Graph) for what was billed later (contract: endpoints.md, newer-facts.md).
/// </summary>
public static class InvoiceLineItemSets
{
    // Invoices of new commerce from then on, which bill March 2025 or later, come through v2 alone.
    private static readonly DateTimeOffset FirstInvoiceOfV2 = new(2025, 5, 1, 0, 0, 0, TimeSpan.Zero);

    // From then on open charges of new commerce come through v2 alone.
    private static readonly DateTimeOffset UnbilledOfV2 = new(2026, 3, 15, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The sets in order; reads the invoice where that is not known without.</summary>
    /// <exception cref="PartnerException">InvalidInput. NotFound: no such invoice.</exception>
    public static async Task<IReadOnlyList<InvoiceLineItemSource>> FindAsync(PartnerClient client, InvoiceLineItemRequest request, CancellationToken cancellationToken = default)
    {
        if (client == null || request == null)
        {
            throw new ArgumentNullException(client == null ? nameof(client) : nameof(request));
        }

        List<string> types = request.LineItemTypes.Select(InvoiceCheck.LineItemType).Distinct().ToList();
        List<string> providers = request.Providers.Select(InvoiceCheck.Provider).Distinct().ToList();
        string? api = Api(request.Api);
        if (api == InvoiceLineItemSource.V2 && providers.Find(IsLegacy) is { } legacy)
        {
            throw PartnerException.InvalidInput($"v2 has new commerce alone, and no rows of the provider {legacy}.", "Leave -Api out, or ask for -BillingProvider OneTime.");
        }

        if (providers.Contains(BillingProvider.OneTime))
        {
            // Another spelling of the same rows (contract: endpoints.md, line-item combinations), which must not come twice.
            providers.Remove(BillingProvider.Marketplace);
        }

        bool everyProvider = providers.Count == 0 || providers.Contains(BillingProvider.All);
        if (request.InvoiceId == null && request.Invoice == null)
        {
            return Unbilled(client, request, everyProvider ? new List<string> { BillingProvider.OneTime } : providers, types, api);
        }

        string invoiceId = InvoiceCheck.InvoiceId(request.InvoiceId ?? request.Invoice!.Id);
        Invoice? invoice = request.Invoice;
        bool isDecided = api != null || !request.HasV2 || providers.All(IsLegacy);
        if (invoice == null && (everyProvider || !isDecided))
        {
            invoice = await FindInvoiceAsync(client, invoiceId, cancellationToken).ConfigureAwait(false);
        }

        IEnumerable<(string Provider, string Type)> sets = everyProvider ? SetsOf(invoice!, types) : providers.SelectMany(provider => types.Select(type => (provider, type)));
        return sets
            .Select(set => new InvoiceLineItemSource(invoiceId, set.Provider, set.Type, api ?? ApiOf(request, set.Provider, invoice)))
            .ToList();
    }

    /// <summary>Opens one set. What was picked and not asked for falls back to v1 when v2 does not have it.</summary>
    /// <exception cref="PartnerException">InvalidInput: v2 is not there.</exception>
    public static InvoiceLineItemReader Open(PartnerClient client, InvoiceLineItemRequest request, InvoiceLineItemSource source)
    {
        if (client == null || request == null || source == null)
        {
            throw new ArgumentNullException(client == null ? nameof(client) : request == null ? nameof(request) : nameof(source));
        }

        if (source.Api != InvoiceLineItemSource.V2)
        {
            return OpenV1(client, request, source);
        }

        if (request.OpenV2 == null)
        {
            throw PartnerException.InvalidInput($"The {source} come from Microsoft Graph alone (v2), and this connection has no way there.", "-Api v1 asks Partner Center nevertheless.");
        }

        InvoiceLineItemReader v2 = request.OpenV2(client, source);
        // Where v1 does not answer for open charges any more, its refusal would hide what v2 said: that there are none.
        bool isAnswerOfV2 = request.Api != null || (source.InvoiceId == null && client.Clock.UtcNow >= UnbilledOfV2);
        return isAnswerOfV2 ? v2 : new FallbackLineItemReader(v2, () => OpenV1(client, request, source));
    }

    /// <summary>Hands on the batches of one set, one ahead; see <see cref="InvoiceLineItemReader.ReadAheadAsync"/>.</summary>
    /// <exception cref="PartnerException">What the service or the network did.</exception>
    public static async Task ReadAsync(
        PartnerClient client, InvoiceLineItemRequest request, InvoiceLineItemSource source, Func<InvoiceLineItemBatch, Action, Task> handle, CancellationToken cancellationToken = default)
    {
        using InvoiceLineItemReader rows = Open(client, request, source);
        await rows.ReadAheadAsync(handle, cancellationToken).ConfigureAwait(false);
    }

    private static InvoiceLineItemReader OpenV1(PartnerClient client, InvoiceLineItemRequest request, InvoiceLineItemSource source)
    {
        InvoiceLineItemCollectionOperations rows = source.InvoiceId == null
            ? client.Invoices.Unbilled(source.CurrencyCode!, source.Period!).By(source.Provider, source.LineItemType)
            : client.Invoices.ById(source.InvoiceId).By(source.Provider, source.LineItemType);
        return request.UseLegacyRoute ? rows.OpenLegacy(request.PageSize) : rows.Open(request.PageSize, request.HasPartnerEarnedCredit);
    }

    private static List<InvoiceLineItemSource> Unbilled(PartnerClient client, InvoiceLineItemRequest request, List<string> providers, List<string> types, string? api)
    {
        string currency = InvoiceCheck.Currency(request.CurrencyCode);
        string period = InvoiceCheck.Period(request.Period);
        bool isOver = request.HasV2 && client.Clock.UtcNow >= UnbilledOfV2;
        return providers
            .SelectMany(provider => types.Select(type => new InvoiceLineItemSource(
                null, provider, type, api ?? (isOver && !IsLegacy(provider) ? InvoiceLineItemSource.V2 : InvoiceLineItemSource.V1), currency, period)))
            .ToList();
    }

    /// <summary>What the invoice says that it has. Usage of the marketplace is the same rows as that of one-time purchases.</summary>
    private static IEnumerable<(string Provider, string Type)> SetsOf(Invoice invoice, List<string> types)
    {
        List<(string Provider, string Type)> sets = (invoice.InvoiceDetails ?? Enumerable.Empty<InvoiceDetail>())
            .Where(detail => detail?.BillingProvider != null)
            .Select(detail => (Provider: BillingProvider.Known.Normalize(detail.BillingProvider) ?? detail.BillingProvider!, Type: InvoiceLineItemType.Normalize(detail.InvoiceLineItemType) ?? string.Empty))
            .Select(set => set.Provider == BillingProvider.Marketplace ? (BillingProvider.OneTime, set.Type) : set)
            .Distinct()
            .ToList();
        if (sets.Count == 0)
        {
            // An invoice that does not say what it has: new commerce, unless it says that.
            string provider = InvoiceType.Known.Normalize(invoice.InvoiceType) == InvoiceType.Recurring ? BillingProvider.Office : BillingProvider.OneTime;
            return types.Select(type => (provider, type));
        }

        // What does not say its type may have any.
        return types.SelectMany(type => sets.Where(set => set.Type == type || set.Type.Length == 0).Select(set => (set.Provider, type))).Distinct();
    }

    private static string ApiOf(InvoiceLineItemRequest request, string provider, Invoice? invoice) =>
        request.HasV2 && !IsLegacy(provider) && invoice?.InvoiceDate >= FirstInvoiceOfV2 ? InvoiceLineItemSource.V2 : InvoiceLineItemSource.V1;

    private static bool IsLegacy(string provider) => provider is BillingProvider.Azure or BillingProvider.Office or BillingProvider.AzureDataMarket;

    private static string? Api(string? api) => api?.Trim().ToLowerInvariant() switch
    {
        null or "" => null,
        InvoiceLineItemSource.V1 => InvoiceLineItemSource.V1,
        InvoiceLineItemSource.V2 => InvoiceLineItemSource.V2,
        _ => throw PartnerException.InvalidInput($"'{api}' is not an interface for line items. One of these is expected: v1 (Partner Center), v2 (Microsoft Graph)."),
    };

    /// <summary>By id where the credential may, else out of the list, which takes applications too.</summary>
    internal static async Task<Invoice> FindInvoiceAsync(PartnerClient client, string invoiceId, CancellationToken cancellationToken)
    {
        PartnerException refusal;
        try
        {
            return await client.Invoices.ById(invoiceId).GetAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (PartnerException e) when (e.Kind == PartnerErrorKind.Forbidden)
        {
            refusal = e;
        }

        Page<Invoice>? page = await client.Invoices.GetAsync(cancellationToken).ConfigureAwait(false);
        for (; page != null; page = await page.NextAsync(cancellationToken).ConfigureAwait(false))
        {
            if (page.Items.FirstOrDefault(invoice => InvoiceCheck.SameInvoice(invoice.Id, invoiceId)) is { } found)
            {
                return found;
            }
        }

        throw refusal;
    }
}
