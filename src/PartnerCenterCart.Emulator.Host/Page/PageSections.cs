using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Newtonsoft.Json.Linq;

namespace PartnerCenterCart.Emulation.Host;

/// <summary>The tables of the page, newest rows first.</summary>
internal static class PageSections
{
    private const int ShownLines = 3;

    private static readonly string[] Good = ["active", "completed", "ordered"];
    private static readonly string[] Waiting = ["pending", "pending_po_upload", "po_upload_complete", "partial_success"];
    private static readonly string[] Bad = ["expired", "error", "po_review_rejected", "cancelled"];

    public static Markup Faults(JToken faults)
    {
        Markup rows = Rows(faults, fault => Markup.Of($"""
            <tr><td data-label="Operation"><code>{(string?)fault["operation"]}</code></td><td data-label="What">{What(fault)}</td><td data-label="Left" class="number">{Left(fault)}</td></tr>

            """));
        return Section("Faults", faults, ["Operation", "What goes wrong", "Left"], rows, Markup.Of($"None: every request is answered as the service would. <code>Set-PartnerCenterEmulatorFault</code> sets some."));
    }

    public static Markup Carts(JToken carts, DateTimeOffset now, string address)
    {
        Markup rows = Rows(carts, cart => Markup.Of($"""
            <tr><td data-label="Made" class="time">{PageText.Short(cart["createdAt"], now)}</td><td data-label="Customer">{Customer(cart)}</td><td data-label="Cart"><code>{(string?)cart["id"]}</code></td><td data-label="Lines">{Lines(cart)}</td><td data-label="Total" class="number">{PageText.Money(cart["total"], cart["currency"])}</td><td data-label="Status">{Badge((string?)cart["status"])}{Small(Errors(cart))}{Small(PageText.Left(cart["expiresAt"], now))}</td></tr>

            """));
        return Section("Carts", carts, ["Made", "Customer", "Cart", "Lines", "Total:number", "Status"], rows, Markup.Of($"""
            None yet. <code>Connect-PartnerCenter -Endpoint {address} -AccessToken emulator</code>, then <code>New-PartnerCustomerCart</code>.
            """));
    }

    public static Markup Orders(JToken orders, DateTimeOffset now)
    {
        Markup rows = Rows(orders, order => Markup.Of($"""
            <tr><td data-label="Made" class="time">{PageText.Short(order["createdAt"], now)}</td><td data-label="Customer">{Customer(order)}</td><td data-label="Order"><code>{(string?)order["id"]}</code></td><td data-label="Lines">{Lines(order)}</td><td data-label="Total" class="number">{PageText.Money(order["total"], order["currency"])}</td><td data-label="Status">{Badge((string?)order["status"])}{Small(Subscriptions(order))}</td></tr>

            """));
        return Section("Orders", orders, ["Made", "Customer", "Order", "Lines", "Total:number", "Status"], rows, Markup.Of($"None yet."));
    }

    public static Markup Requests(JToken requests, DateTimeOffset now)
    {
        Markup rows = Rows(requests, request => Markup.Of($"""
            <tr><td data-label="At" class="time">{PageText.Short(request["time"], now)}</td><td data-label="Operation">{(string?)request["operation"] ?? "unknown"}</td><td data-label="Request"><code>{(string?)request["method"]} {Target(request)}</code></td><td data-label="Status">{Answered(request)}</td></tr>

            """));
        return Section("Requests", requests, ["At", "Operation", "Request", "Status"], rows, Markup.Of($"None yet."));
    }

    private static Markup Section(string title, JToken items, string[] columns, Markup rows, Markup empty)
    {
        if (!items.HasValues)
        {
            return Markup.Of($"""
                <section id="{title.ToLowerInvariant()}"><h2>{title}</h2><p class="empty">{empty}</p></section>

                """);
        }

        Markup heads = Markup.Empty;
        foreach (string column in columns)
        {
            bool isNumber = column.EndsWith(":number", StringComparison.Ordinal) || column == "Left";
            heads.Add(Markup.Of($"""<th scope="col" class="{(isNumber ? "number" : "text")}">{column.Split(':')[0]}</th>"""));
        }

        return Markup.Of($"""
            <section id="{title.ToLowerInvariant()}"><h2>{title}</h2>
            <table><thead><tr>{heads}</tr></thead><tbody>
            {rows}</tbody></table></section>

            """);
    }

    private static Markup Rows(JToken items, Func<JToken, Markup> row) => items.Aggregate(Markup.Empty, (all, item) => all.Add(row(item)));

    private static Markup Badge(string? status)
    {
        string known = status?.ToLowerInvariant() ?? string.Empty;
        string tone = Good.Contains(known) ? "good" : Waiting.Contains(known) ? "wait" : Bad.Contains(known) ? "bad" : "none";
        return Markup.Of($"""<span class="badge {tone}">{status}</span>""");
    }

    private static Markup Small(string text) => text.Length == 0 ? Markup.Empty : Markup.Of($"<small>{text}</small>");

    private static Markup Customer(JToken item) => Markup.Of($"""<span title="{(string?)item["customerId"]}">{(string?)item["customer"] ?? (string?)item["customerId"]}</span>""");

    private static Markup Lines(JToken item)
    {
        string[] lines = item["lines"]!.Select(line => (string?)line ?? string.Empty).ToArray();
        string more = lines.Length > ShownLines ? $"and {(lines.Length - ShownLines).ToString(CultureInfo.InvariantCulture)} more" : string.Empty;
        return Markup.Of($"<span>{lines.Take(ShownLines).Aggregate(Markup.Empty, (all, line) => all.Add(Markup.Of($"<span>{line}</span><br>")))}{Small(more)}</span>");
    }

    private static string Errors(JToken cart) => (int)cart["errors"]! is > 0 and var errors ? (errors == 1 ? "1 line with an error" : errors.ToString(CultureInfo.InvariantCulture) + " lines with an error") : string.Empty;

    private static string Subscriptions(JToken order) => (int)order["subscriptions"]! is > 0 and var count ? (count == 1 ? "1 subscription" : count.ToString(CultureInfo.InvariantCulture) + " subscriptions") : string.Empty;

    private static string Target(JToken request) => (string?)request["path"] + ((string?)request["query"] is { Length: > 0 } query ? "?" + query.TrimStart('?') : string.Empty);

    private static Markup Answered(JToken request)
    {
        if ((int?)request["status"] is not { } status)
        {
            return Markup.Of($"""<span class="badge wait">no answer</span>""");
        }

        string tone = status < 400 ? "good" : status == 429 ? "wait" : "bad";
        return Markup.Of($"""<span class="badge {tone}">{status}</span>""");
    }

    // The members that say what happens, in their own words.
    private static string What(JToken fault)
    {
        IEnumerable<string> said = ((JObject)fault).Properties()
            .Where(member => member.Name is not ("id" or "operation" or "times") && member.Value.Type != JTokenType.Null && !IsOff(member.Value))
            .Select(member => member.Value.Type == JTokenType.Boolean ? member.Name : $"{member.Name} {member.Value.ToString(Newtonsoft.Json.Formatting.None).Trim('"')}");
        return string.Join(", ", said);
    }

    private static bool IsOff(JToken value) => value.Type switch
    {
        JTokenType.Boolean => !(bool)value,
        JTokenType.Float or JTokenType.Integer => (decimal)value == 0,
        _ => false,
    };

    private static string Left(JToken fault) => (int)fault["times"]! is var times && times == 0 ? "until removed" : times.ToString(CultureInfo.InvariantCulture);
}
