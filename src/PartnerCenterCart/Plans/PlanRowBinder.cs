using System;
using System.Collections;
using System.Collections.Generic;
using System.Collections.Specialized;
using System.Linq;
using System.Management.Automation;

namespace PartnerCenterCart.Commands;

/// <summary>
/// Makes rows of a plan from rows of a table or from objects. Names of columns are known in several spellings; a column with a dot
/// is a member of a member (<c>ProvisioningContext.scope</c>); one that is none of these is an error, because a line without its term
/// would be another purchase than the one that was meant.
/// </summary>
internal sealed class PlanRowBinder
{
    private const string CustomerColumn = "Customer";
    private const string ReferenceColumn = "Reference";
    private const string ProductColumn = "ProductId";
    private const string SkuColumn = "SkuId";
    private const string SegmentColumn = "Segment";
    private const string AttestedColumn = nameof(Cart.PartnerOnRecordAttestationAccepted);

    // Compared without case, blanks, hyphens and underscores.
    private static readonly Dictionary<string, string> OtherNames = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Ref"] = ReferenceColumn,
        ["ExternalReference"] = ReferenceColumn,
        ["CustomerId"] = CustomerColumn,
        ["CustomerDomain"] = CustomerColumn,
        ["CustomerName"] = CustomerColumn,
        ["CustomerTenantId"] = CustomerColumn,
        ["TenantId"] = CustomerColumn,
        ["Domain"] = CustomerColumn,
        ["Product"] = ProductColumn,
        ["Sku"] = SkuColumn,
        ["TargetSegment"] = SegmentColumn,
        ["Attested"] = AttestedColumn,
        ["CatalogItem"] = nameof(CartLineItem.CatalogItemId),
        ["OfferId"] = nameof(CartLineItem.CatalogItemId),
        ["Term"] = nameof(CartLineItem.TermDuration),
        ["Cycle"] = nameof(CartLineItem.BillingCycle),
        ["Billing"] = nameof(CartLineItem.BillingCycle),
        ["Name"] = nameof(CartLineItem.FriendlyName),
        ["Seats"] = nameof(CartLineItem.Quantity),
        ["Licenses"] = nameof(CartLineItem.Quantity),
        ["Licences"] = nameof(CartLineItem.Quantity),
        ["Qty"] = nameof(CartLineItem.Quantity),
        ["Currency"] = nameof(CartLineItem.CurrencyCode),
        ["Promotion"] = nameof(CartLineItem.PromotionId),
    };

    private static readonly string[] OfTheRow = { CustomerColumn, ReferenceColumn, ProductColumn, SkuColumn, SegmentColumn, AttestedColumn };

    private static readonly char[] Dot = { '.' };

    private readonly HashSet<string> ignored;
    private List<(PartnerException Why, string? Member)> problems = new();
    private int count;

    /// <param name="ignored">Columns that are not for the purchase.</param>
    public PlanRowBinder(IEnumerable<string> ignored) => this.ignored = new HashSet<string>(ignored.Select(Plain), StringComparer.OrdinalIgnoreCase);

    public List<PurchasePlanRow> Rows { get; } = new();

    public List<PurchasePlanProblem> Problems { get; } = new();

    /// <summary>Takes one row. Everything that cannot be read of it is a problem; the rest is a row all the same, so that it is looked at, too.</summary>
    public void Add(PSObject input)
    {
        count++;
        problems = new List<(PartnerException, string?)>();
        Dictionary<string, object?> row = new(StringComparer.OrdinalIgnoreCase);
        CartLineItem? line = null;
        bool attested = false;
        Try(null, () => line = input.BaseObject is CartLineItem ready ? Ready(ready, row) : Line(Members(input, row)));
        Try(AttestedColumn, () => attested = IsTrue(Text(row, AttestedColumn)));
        string? reference = Text(row, ReferenceColumn);
        CartRule rule = PlanRules.RowUnreadable;
        Problems.AddRange(problems.Select(problem => new PurchasePlanProblem(
            rule.Severity, rule.Id, problem.Why.Summary, problem.Why.RecommendedAction ?? rule.Recommendation, count, reference) { Member = problem.Member }));
        if (line != null)
        {
            Rows.Add(new PurchasePlanRow(
                count, Text(row, CustomerColumn), line, reference, Text(row, ProductColumn), Text(row, SkuColumn), Text(row, SegmentColumn), attested));
        }
    }

    private void Try(string? member, Action read)
    {
        try
        {
            read();
        }
        catch (PartnerException e) when (e.Kind == PartnerErrorKind.InvalidInput)
        {
            problems.Add((e, member));
        }
    }

    // Member by member, so that one that cannot be read hides no other.
    private CartLineItem Line(OrderedDictionary members)
    {
        var readable = new OrderedDictionary(StringComparer.OrdinalIgnoreCase);
        foreach (DictionaryEntry member in members)
        {
            Try((string)member.Key, () =>
            {
                MemberBinder.Line(new Hashtable { [member.Key] = member.Value });
                readable[member.Key] = member.Value;
            });
        }

        return MemberBinder.Line(readable);
    }

    private static CartLineItem Ready(CartLineItem line, Dictionary<string, object?> row)
    {
        row[CustomerColumn] = line.CustomerId;
        return line.AsNew();
    }

    // The members of the line; those of the row are taken out.
    private OrderedDictionary Members(PSObject input, Dictionary<string, object?> row)
    {
        var line = new OrderedDictionary(StringComparer.OrdinalIgnoreCase);
        foreach ((string column, object? value) in Columns(input))
        {
            string plain = Plain(column);
            if (ignored.Contains(plain) || (plain.Length == 0 && IsBlank(value)))
            {
                continue;
            }

            string[] path = column.Split(Dot, 2);
            string name = Known(path[0]);
            if (path.Length == 2)
            {
                Nest(line, name, path[1].Trim(), value);
            }
            else
            {
                Try(name, () => Put(OfTheRow.Contains(name, StringComparer.OrdinalIgnoreCase) ? row : line, name, value));
            }
        }

        return line;
    }

    private static IEnumerable<(string Name, object? Value)> Columns(PSObject input) => input.BaseObject switch
    {
        IDictionary map => map.Cast<DictionaryEntry>().Select(entry => (entry.Key?.ToString() ?? string.Empty, (object?)entry.Value)),
        string or ValueType => throw PartnerException.InvalidInput($"'{input.BaseObject}' is no row of a plan. An object with a member for each column is expected."),
        _ => input.Properties.Where(property => property.IsGettable).Select(property => (property.Name, (object?)property.Value)),
    };

    private static void Nest(OrderedDictionary line, string name, string member, object? value)
    {
        if (!IsBlank(value))
        {
            Hashtable nested = line[name] as Hashtable ?? new Hashtable(StringComparer.OrdinalIgnoreCase);
            nested[member] = value;
            line[name] = nested;
        }
    }

    // Two columns for the same thing are fine as long as a row fills one of them.
    private static void Put(IDictionary members, string name, object? value)
    {
        if (!IsBlank(value))
        {
            if (members.Contains(name) && !IsBlank(members[name]))
            {
                throw PartnerException.InvalidInput($"Two columns of the row give its {name}: '{members[name]}' and '{value}'.");
            }

            members[name] = value;
        }
    }

    private static string Known(string column)
    {
        string plain = Plain(column);
        return OtherNames.TryGetValue(plain, out string? other) ? other
            : OfTheRow.Concat(typeof(CartLineItem).GetProperties().Select(property => property.Name)).FirstOrDefault(name => string.Equals(name, plain, StringComparison.OrdinalIgnoreCase))
            ?? column.Trim();
    }

    private static string Plain(string name) => string.Concat(name.Where(c => !char.IsWhiteSpace(c) && c is not ('-' or '_' or '\uFEFF')));

    private static bool IsBlank(object? value) => value is null || (value is PSObject wrapped ? IsBlank(wrapped.BaseObject) : value is string text && string.IsNullOrWhiteSpace(text));

    private static string? Text(Dictionary<string, object?> row, string name) =>
        row.TryGetValue(name, out object? value) && value != null ? ProvisioningContext.Text(value is PSObject wrapped ? wrapped.BaseObject : value).Trim() : null;

    private static bool IsTrue(string? text) => text == null ? false
        : bool.TryParse(text, out bool flag) ? flag
        : throw PartnerException.InvalidInput($"'{text}' cannot be the {AttestedColumn} of a row: true or false is expected.");
}
