using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace PartnerCenterCart;

/// <summary>The promotion of a line: does it exist, does it run, is the line eligible, does it stand first.</summary>
internal sealed class PromotionRules
{
    private readonly PartnerClient client;
    private readonly CustomerOperations customer;
    private readonly Cart cart;
    private readonly FindingList findings;
    private readonly CheckRunner run;
    private readonly OnceReader once;

    public PromotionRules(PartnerClient client, CustomerOperations customer, Cart cart, FindingList findings, CheckRunner run, OnceReader once)
    {
        this.client = client;
        this.customer = customer;
        this.cart = cart;
        this.findings = findings;
        this.run = run;
        this.once = once;
    }

    public async Task ApplyAsync(CartLineItem line, string country, CancellationToken stop)
    {
        if (string.IsNullOrWhiteSpace(line.PromotionId) || !run.HasCountry($"promotion {line.PromotionId}", line, country))
        {
            return;
        }

        ProductPromotion? promotion = await run.TryAsync($"promotion {line.PromotionId}", line, () => ReadAsync(line, country, stop)).ConfigureAwait(false);
        if (promotion == null)
        {
            return;
        }

        if (!promotion.RunsAt(client.Clock.UtcNow))
        {
            findings.Add(CartRules.PromotionNotRunning, $"The promotion {promotion} runs from {promotion.StartDate:yyyy-MM-dd} to {promotion.EndDate:yyyy-MM-dd}.", line);
            return;
        }

        CheckOrder(line, promotion);
        await CheckEligibilityAsync(line, promotion, stop).ConfigureAwait(false);
    }

    private async Task<ProductPromotion?> ReadAsync(CartLineItem line, string country, CancellationToken stop)
    {
        try
        {
            return await once.ReadAsync($"promotion {country} {line.PromotionId!.Trim()}", () => GetAsync(line.PromotionId!, country, stop)).ConfigureAwait(false);
        }
        catch (PartnerException e) when (e.Kind is PartnerErrorKind.NotFound or PartnerErrorKind.BadRequest or PartnerErrorKind.InvalidInput)
        {
            findings.Add(CartRules.PromotionUnknown, $"There is no promotion {line.PromotionId} in {country}.", line);
            return null;
        }
    }

    private async Task<ProductPromotion> GetAsync(string promotionId, string country, CancellationToken stop) =>
        await client.ProductPromotions.ByCountry(country).ById(promotionId).GetAsync(stop).ConfigureAwait(false);

    private void CheckOrder(CartLineItem line, ProductPromotion promotion)
    {
        bool forFirstPurchase = promotion.PromotionConstraints?.EligibilityConstraints?.Any(c =>
            c.IsApplicable == true && string.Equals(c.Type, PromotionEligibilityErrorType.FirstPurchase, StringComparison.OrdinalIgnoreCase)) == true;
        if (forFirstPurchase && cart.AllLines().TakeWhile(other => other != line).Any(other => string.IsNullOrWhiteSpace(other.PromotionId)))
        {
            findings.Add(CartRules.PromotionOrder, $"The promotion {promotion} is for first purchases, and other lines come before it.", line);
        }
    }

    private async Task CheckEligibilityAsync(CartLineItem line, ProductPromotion promotion, CancellationToken stop)
    {
        var request = new PromotionEligibilitiesRequest
        {
            Items = new List<PromotionEligibilitiesRequestItem>
            {
                new()
                {
                    Id = 0,
                    CatalogItemId = line.CatalogItemId,
                    Quantity = line.Quantity,
                    TermDuration = line.TermDuration,
                    BillingCycle = line.BillingCycle,
                    PromotionId = line.PromotionId,
                },
            },
        };
        Page<PromotionEligibilities>? answer = await run.TryPostAsync(
            $"the eligibility for promotion {promotion}", line, async () => (Page<PromotionEligibilities>?)await customer.PromotionEligibilities.CreateAsync(request, stop).ConfigureAwait(false)).ConfigureAwait(false);
        foreach (PromotionEligibility eligibility in answer?.Items.SelectMany(i => i.Eligibilities ?? new List<PromotionEligibility>()) ?? Enumerable.Empty<PromotionEligibility>())
        {
            if (eligibility.IsEligible == true || (eligibility.PromotionId != null && !string.Equals(eligibility.PromotionId, line.PromotionId!.Trim(), StringComparison.OrdinalIgnoreCase)))
            {
                continue;
            }

            List<PromotionEligibilityError> errors = eligibility.Errors ?? new List<PromotionEligibilityError>();
            bool seats = errors.Count > 0 && errors.TrueForAll(e => PromotionEligibilityErrorType.Known.Same(e.Type, PromotionEligibilityErrorType.SeatCount));
            string why = string.Join("; ", errors.Select(e => e.ToString()));
            findings.Add(seats ? CartRules.PromotionSeats : CartRules.PromotionNotEligible, $"Promotion {promotion} does not apply: {(why.Length == 0 ? "the service gives no reason" : why)}", line);
        }
    }
}
