using System.Collections.Generic;

namespace PartnerCenterCart;

/// <summary>What can be wrong with a plan beyond what <see cref="CartRules"/> says of its lines. docs/rules.md lists them, too.</summary>
public static class PlanRules
{
    internal static readonly CartRule RowUnreadable = Rule("RowUnreadable", false, "The row cannot be read: a column that is none of its members, or a value of another kind.", "Fix the column or the value; -IgnoreColumn leaves a column out.");
    internal static readonly CartRule NoRows = Rule("NoRows", false, "The plan has no rows.", "Give it at least one.");
    internal static readonly CartRule ReferenceNotUnique = Rule("ReferenceNotUnique", false, "Another row has the same reference.", "Give each row a reference of its own, or none.");
    internal static readonly CartRule CustomerMissing = Rule("CustomerMissing", false, "The row names no customer.", "Name it by tenant id, by domain or by its exact name.");
    internal static readonly CartRule ItemMissing = Rule("ItemMissing", false, "The row names neither a catalog item nor product and SKU.", "Give CatalogItemId, or ProductId and SkuId with term and billing cycle.");
    internal static readonly CartRule CustomerNotFound = Rule("CustomerNotFound", true, "No customer, or more than one, is called so.", "Use the tenant id.");
    internal static readonly CartRule ItemNotFound = Rule("ItemNotFound", true, "The catalogue sells nothing, or more than one thing, by these terms.", "Name term, billing cycle and segment, or take the catalog item id from Find-PartnerProductAvailability.");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<CartRule> All { get; } = new[] { RowUnreadable, NoRows, ReferenceNotUnique, CustomerMissing, ItemMissing, CustomerNotFound, ItemNotFound };

    internal static PurchasePlanProblem Problem(this CartRule rule, string message, PurchasePlanRow? row) => new(rule.Severity, rule.Id, message, rule.Recommendation, row);

    private static CartRule Rule(string id, bool needsCall, string description, string recommendation) => new(id, FindingSeverity.Error, needsCall, description, recommendation);
}
