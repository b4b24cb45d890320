using System;
using System.Collections.Generic;
using System.Linq;
using Newtonsoft.Json.Linq;

namespace PartnerCenterCart.Emulation;

/// <summary>endpoints.md, Promotions.</summary>
internal sealed class PromotionOperations(CatalogIndex catalog)
{
    public IEnumerable<Operation> Operations()
    {
        yield return new Operation("promotions.list", "GET", "/productpromotions", List);
        yield return new Operation("promotions.get", "GET", "/productpromotions/{promotionId}", Get);
        yield return new Operation("promotionEligibilities.create", "POST", "/customers/{customerId}/promotionEligibilities", Eligibilities);
    }

    private EmulatorResponse List(OperationContext context)
    {
        Market.Parse(context.Query["country"]);
        string segment = Segment.Parse(context.Query["segment"]) ?? throw new ServiceFault("3000", "The segment is missing; use commercial.");
        if (segment != Segment.Commercial)
        {
            throw new ServiceFault("400030", "Promotions are for the segment commercial only.");
        }

        List<JObject> running = catalog.RunningPromotions(context.Now).OrderBy(promotion => promotion.Id, StringComparer.Ordinal).Select(promotion => promotion.Wire).ToList();
        return WholeCollection.Answer(context, running);
    }

    // Ended ones too; only what has not begun is unknown.
    private EmulatorResponse Get(OperationContext context)
    {
        Market.Parse(context.Query["country"]);
        string id = context.Value("promotionId");
        Promotion promotion = catalog.FindPromotion(id, context.Now) ?? throw new ServiceFault("1000", "There is no promotion '" + id + "'.");
        return EmulatorResponse.Json(200, promotion.Wire);
    }

    private EmulatorResponse Eligibilities(OperationContext context)
    {
        CustomerRecord customer = context.Customer;
        EligibilityRequest request = WireJson.ReadRequest<EligibilityRequest>(WireJson.ParseRequest(context.Request.Body));
        if (request.Items is not { Count: > 0 } items || items.Any(item => item?.CatalogItemId is null || item.Quantity is null or < 1 || item.BillingCycle is null))
        {
            throw new ServiceFault("800002", "items is missing, or an item has no catalogItemId, quantity or billingCycle.");
        }

        var purchase = new PurchaseContext(customer, context.State, [], catalog, context.Now, context.Issue);
        List<PromotionEligibilities> answers = items.Select(item => new PromotionEligibilities
        {
            Id = item!.Id ?? 0,
            CatalogItemId = item.CatalogItemId,
            Quantity = item.Quantity!.Value,
            BillingCycle = item.BillingCycle,
            TermDuration = item.TermDuration,
            Eligibilities = Judge(item, purchase).Select(judged => context.Settings.PromotionErrorsOf2021 ? Old(judged) : judged).ToList(),
        }).ToList();
        // The answer to a POST has no pages, and no link in the published body.
        return EmulatorResponse.Json(200, new ResourceCollection<PromotionEligibilities> { TotalCount = answers.Count, Items = answers });
    }

    private static PromotionEligibility Old(PromotionEligibility judged) => judged with { Errors = judged.Errors?.Select(error => error.In2021()).ToList() };

    private IEnumerable<PromotionEligibility> Judge(EligibilityRequestItem asked, PurchaseContext context)
    {
        string? id = string.IsNullOrEmpty(asked.PromotionId) ? null : asked.PromotionId;
        if (context.Sold(asked.CatalogItemId) is not { } item)
        {
            return [PromotionEligibility.Of(id, PromotionError.Of("InvalidCatalogItemId", "The catalog item is unknown or was replaced."))];
        }

        if (id is not null)
        {
            Promotion? named = catalog.FindPromotion(id, context.Now);
            return named is not null && named.IsRunning(context.Now) && named.IsFor(item)
                ? [Judge(named, asked, item, context)]
                : [PromotionEligibility.Of(id, PromotionError.Of("InvalidPromotion", "The promotion is unknown, has ended, or is not for this catalog item."))];
        }

        List<Promotion> fitting = catalog.RunningPromotions(context.Now).Where(promotion => promotion.IsFor(item)).ToList();
        return fitting.Count > 0
            ? fitting.Select(promotion => Judge(promotion, asked, item, context))
            : [PromotionEligibility.Of(null, PromotionError.Of("NoPromotionsAvailable", "There is no promotion for this catalog item."))];
    }

    private static PromotionEligibility Judge(Promotion promotion, EligibilityRequestItem asked, CatalogItem item, PurchaseContext context)
    {
        List<PromotionError> errors = PromotionCheck.Errors(promotion, asked.Quantity!.Value, item, context);
        if (promotion.DiscountFor(item, asked.TermDuration, asked.BillingCycle) is null)
        {
            errors.Insert(0, PromotionError.Of("Term", "The promotion is for other terms.") with
            {
                EligibleTerms = promotion.TermsFor(item).Select(term => new PromotionTerm(term.Duration, EnumText.Plain(term.Cycle ?? string.Empty))).ToList(),
            });
        }

        return PromotionEligibility.Of(promotion.Id, errors);
    }
}
