using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Newtonsoft.Json.Linq;
using PartnerCenterCart.Emulation;
using Xunit;

namespace PartnerCenterCart.Emulator.Tests;

/// <summary>Invoices that are made from what was bought.</summary>
public class InvoiceTests
{
    private const string Billing = "/lineitems?provider=onetime&invoiceLineItemType=BillingLineItems";

    [Fact]
    public async Task A_purchase_is_open_until_the_eighth_and_billed_from_then_on()
    {
        await using TestService service = await StartAsync();
        string order = await BuyAsync(service, Seeds.Contoso, Lines.Seat(quantity: 3));
        JToken open = Assert.Single(await OpenAsync(service, "USD", "current"));
        Assert.Equal((order, "", "new", 3m), ((string)open["orderId"]!, (string)open["invoiceNumber"]!, (string)open["chargeType"]!, (decimal)open["quantity"]!));

        service.Emulator.Advance(new DateTimeOffset(2025, 7, 7, 23, 59, 59, TimeSpan.Zero) - TestService.Start);
        Assert.Single(await OpenAsync(service, "USD", "previous"));
        Assert.Empty(await PurchasedAsync(service));
        service.Emulator.Advance(TimeSpan.FromSeconds(1));
        Assert.Empty(await OpenAsync(service, "USD", "previous"));
        JToken invoice = Assert.Single(await PurchasedAsync(service));
        Assert.Equal("2025-07-08T00:00:00Z", (string?)invoice["invoiceDate"]);
        JToken line = Assert.Single(await LinesAsync(service, invoice));
        Assert.Equal((order, (string)invoice["id"]!), ((string)line["orderId"]!, (string)line["invoiceNumber"]!));
        Assert.Equal((decimal)line["subtotal"]!, (decimal)line["effectiveUnitPrice"]! * 3);
        Assert.Equal((decimal)invoice["totalCharges"]!, (decimal)line["subtotal"]! + (decimal)line["taxTotal"]!);
        Assert.True((decimal)line["taxTotal"]! > 0);
    }

    [Fact]
    public async Task A_monthly_purchase_is_charged_every_month_and_an_annual_one_once_a_year()
    {
        await using TestService service = await StartAsync();
        string monthly = await BuyAsync(service, Seeds.Contoso, Lines.Seat(quantity: 2));
        string annual = await BuyAsync(service, Seeds.Contoso, Lines.Seat(quantity: 2, cycle: "annual"));
        service.Emulator.Advance(new DateTimeOffset(2026, 8, 9, 0, 0, 0, TimeSpan.Zero) - TestService.Start);
        List<JToken> lines = await AllLinesAsync(service);
        Assert.Equal(14, lines.Count(line => (string?)line["orderId"] == monthly));
        Assert.Equal(["new", "renew"], lines.Where(line => (string?)line["orderId"] == annual).Select(line => (string)line["chargeType"]!));
        Assert.Equal(["2025-06-10", "2025-07-10", "2025-08-10"], lines.Where(line => (string?)line["orderId"] == monthly).Take(3).Select(line => ((string)line["chargeStartDate"]!)[..10]));
        Assert.Equal("2025-07-09", ((string)lines.First(line => (string?)line["orderId"] == monthly)["chargeEndDate"]!)[..10]);
    }

    [Fact]
    public async Task Seats_that_change_are_charged_and_credited_by_the_days_that_are_left()
    {
        await using TestService service = await StartAsync();
        await BuyAsync(service, Seeds.Contoso, Lines.Seat(quantity: 10));
        JObject subscription = await SubscriptionAsync(service);
        service.Emulator.Advance(TimeSpan.FromDays(3));
        await ChangeAsync(service, subscription, body => body["quantity"] = 16);
        await ChangeAsync(service, subscription, body => body["quantity"] = 12);
        JToken[] open = [.. await OpenAsync(service, "USD", "current")];
        Assert.Equal(["new", "addQuantity", "removeQuantity"], open.Select(line => (string)line["chargeType"]!));
        Assert.Equal([10m, 6m, -4m], open.Select(line => (decimal)line["quantity"]!));
        // From the 13th to the 9th of July are 27 of 30 days.
        decimal price = (decimal)open[0]["effectiveUnitPrice"]!;
        Assert.Equal(Math.Round(price * 27 / 30, 6), (decimal)open[1]["effectiveUnitPrice"]!);
        Assert.Equal(Math.Round((decimal)open[2]["effectiveUnitPrice"]! * -4, 2), (decimal)open[2]["subtotal"]!);

        service.Emulator.Advance(TimeSpan.FromDays(30));
        JToken next = (await AllLinesAsync(service, open: true)).Single(line => (string?)line["chargeType"] == "cycleCharge");
        Assert.Equal(12m, (decimal)next["quantity"]!);
    }

    [Fact]
    public async Task What_is_cancelled_on_its_first_day_costs_nothing_in_the_end()
    {
        await using TestService service = await StartAsync();
        await BuyAsync(service, Seeds.Contoso, Lines.Seat(quantity: 10));
        await ChangeAsync(service, await SubscriptionAsync(service), body => body["status"] = "deleted");
        string software = await BuyAsync(service, Seeds.Contoso, Lines.Perpetual(3));
        await service.SendAsync("PATCH", $"/v1/customers/{Seeds.Contoso}/orders/{software}", new { id = software, status = "cancelled" });
        service.Emulator.Advance(TimeSpan.FromDays(400));
        JToken invoice = Assert.Single(await PurchasedAsync(service));
        JToken[] lines = [.. await LinesAsync(service, invoice)];
        Assert.Equal(["cancel", "cancel", "new", "new"], lines.Select(line => (string)line["chargeType"]!).Order());
        Assert.Equal((0m, 0m), ((decimal)invoice["totalCharges"]!, lines.Sum(line => (decimal)line["subtotal"]!)));
    }

    [Fact]
    public async Task A_term_that_ends_early_is_charged_in_part_and_one_that_does_not_renew_stops()
    {
        await using TestService service = await StartAsync();
        await BuyAsync(service, Seeds.Contoso, Lines.Seat(quantity: 1).With("customTermEndDate", "2025-08-31T00:00:00Z"));
        await ChangeAsync(service, await SubscriptionAsync(service), body => body["autoRenewEnabled"] = false);
        service.Emulator.Advance(TimeSpan.FromDays(500));
        List<JToken> lines = await AllLinesAsync(service);
        Assert.Equal(3, lines.Count);
        // From the 10th to the 31st of August, of a cycle to the 9th of September: 22 of 31 days.
        Assert.Equal("2025-08-31", ((string)lines[2]["chargeEndDate"]!)[..10]);
        Assert.Equal(Math.Round((decimal)lines[0]["effectiveUnitPrice"]! * 22 / 31, 6), (decimal)lines[2]["effectiveUnitPrice"]!);
    }

    [Fact]
    public async Task Each_currency_has_an_invoice_and_a_summary_and_its_lines_add_up_to_the_cent()
    {
        await using TestService service = await StartAsync();
        await BuyAsync(service, Seeds.Contoso, Lines.Seat(quantity: 7), Lines.Perpetual(2));
        await BuyAsync(service, Seeds.Fabrikam, Lines.Seat(quantity: 13));
        await BuyAsync(service, Seeds.Northwind, Lines.SaaS(), Lines.Seat(quantity: 1, cycle: "annual"));
        service.Emulator.Advance(TimeSpan.FromDays(70));
        JToken[] invoices = [.. await PurchasedAsync(service)];
        Assert.Equal(["EUR", "EUR", "GBP", "GBP", "USD", "USD"], invoices.Select(invoice => (string)invoice["currencyCode"]!).Order());
        foreach (JToken invoice in invoices)
        {
            JToken[] lines = [.. await LinesAsync(service, invoice)];
            Assert.Equal((decimal)invoice["totalCharges"]!, lines.Sum(line => (decimal)line["totalForCustomer"]!));
            Assert.All(lines, line => Assert.Equal((decimal)line["totalForCustomer"]!, (decimal)line["subtotal"]! + (decimal)line["taxTotal"]!));
            Assert.All(lines, line => Assert.Equal((string?)invoice["currencyCode"], (string?)line["currency"]));
        }

        JToken[] summaries = [.. (await service.GetAsync("/v1/invoices/summaries")).Json["items"]!];
        JToken[] all = [.. (await service.GetAsync("/v1/invoices")).Json["items"]!];
        Assert.Equal(["CHF", "EUR", "GBP", "USD"], summaries.Select(summary => (string)summary["currencyCode"]!));
        foreach (JToken summary in summaries.Where(summary => (string?)summary["currencyCode"] != "CHF"))
        {
            decimal owed = all.Where(invoice => (string?)invoice["currencyCode"] == (string?)summary["currencyCode"]).Sum(invoice => (decimal)invoice["totalCharges"]! - (decimal)invoice["paidAmount"]!);
            Assert.Equal(owed, (decimal)summary["balanceAmount"]!);
            Assert.Equal(owed, summary["details"]!.Sum(detail => (decimal)detail["summary"]!["balanceAmount"]!));
        }

        Assert.Equal(summaries.Single(summary => (string?)summary["currencyCode"] == "USD")["balanceAmount"], (await service.GetAsync("/v1/invoices/summary")).Json["balanceAmount"]);
    }

    [Fact]
    public async Task Old_offers_are_on_a_recurring_invoice_and_an_azure_plan_is_billed_by_its_usage()
    {
        await using TestService service = await StartAsync();
        await BuyAsync(service, Seeds.Contoso, new JObject { ["catalogItemId"] = Seeds.LegacyBase, ["quantity"] = 4, ["billingCycle"] = "monthly" });
        await BuyAsync(service, Seeds.Customer(1), new JObject { ["catalogItemId"] = "DZH318Z0BPS6:0001:DZH318Z0BPM1", ["quantity"] = 1, ["billingCycle"] = "one_time" });
        service.Emulator.Advance(TimeSpan.FromDays(1.5));
        Assert.NotEmpty(await OpenAsync(service, "EUR", "current", "UsageLineItems"));
        service.Emulator.Advance(TimeSpan.FromDays(30));
        JToken[] invoices = [.. await PurchasedAsync(service)];
        JToken licences = invoices.Single(invoice => (string?)invoice["invoiceType"] == "Recurring");
        Assert.Matches("^D0[0-9]{4}[A-Z]{4}$", (string?)licences["id"]);
        JToken licence = Assert.Single((await service.GetAsync("/v1/invoices/" + licences["id"] + "/lineitems/Office/BillingLineItems")).Json["items"]!);
        Assert.Equal((4m, (decimal)licences["totalCharges"]!), ((decimal)licence["quantity"]!, (decimal)licence["totalForCustomer"]!));

        JToken azure = invoices.Single(invoice => (string?)invoice["currencyCode"] == "EUR");
        Assert.Matches("^G[0-9]{9}$", (string?)azure["id"]);
        Assert.Equal(["billing_line_items", "usage_line_items"], azure["invoiceDetails"]!.Select(detail => (string)detail["invoiceLineItemType"]!));
        JToken cost = Assert.Single(await LinesAsync(service, azure));
        JToken[] usage = [.. await LinesAsync(service, azure, "UsageLineItems")];
        // Three meters, from the tenth to the thirtieth of June.
        Assert.Equal(3 * 21, usage.Length);
        Assert.Equal((decimal)cost["subtotal"]!, Math.Round(usage.Sum(line => (decimal)line["billingPreTaxTotal"]!), 2, MidpointRounding.AwayFromZero));
        Assert.All(usage, line => Assert.Equal(("USD", "EUR"), ((string)line["pricingCurrency"]!, (string)line["billingCurrency"]!)));
    }

    [Fact]
    public async Task What_exists_from_the_start_is_not_billed_even_after_a_change()
    {
        await using TestService service = await StartAsync();
        const string Customer = "18ac2950-8ea9-4dfc-92a4-ff4d4cd57796";
        Assert.Equal(200, (await service.SendAsync("PATCH", $"/v1/customers/{Customer}/orders/97a00000-0000-4000-8000-000000000001", new { billingCycle = "monthly" })).Status);
        service.Emulator.Advance(TimeSpan.FromDays(70));
        Assert.Empty(await PurchasedAsync(service));
    }

    [Fact]
    public async Task The_list_is_filtered_by_date_and_paged_for_legacy_invoices_only()
    {
        await using TestService service = await TestService.StartAsync();
        string[] all = await IdsAsync(service, "/v1/invoices");
        Assert.Equal(8, all.Length);
        Assert.Equal(["1234000000", "G000773581"], await IdsAsync(service, Filter("2019-01-01", "2021-12-31")));
        Assert.Equal(["G072504001"], await IdsAsync(service, "/v1/invoices?filter=" + Uri.EscapeDataString("{\"Field\":\"InvoiceDate\",\"Value\":\"2025-01-01\",\"Operator\":\"greater_than\"}")));
        Assert.Equal(400, (await service.GetAsync("/v1/invoices?filter=%7B")).Status);
        Assert.Equal(400, (await service.GetAsync("/v1/invoices?filter=" + Uri.EscapeDataString("{\"Field\":\"Total\",\"Value\":\"1\",\"Operator\":\"equals\"}"))).Status);

        JObject first = (await service.GetAsync("/v1/invoices?size=1&offset=0")).Json;
        Assert.Equal("/invoices?size=1&offset=1", (string?)first["links"]!["next"]!["uri"]);
        Assert.Equal(all.Where(id => id != "1234000000"), first["items"]!.Ids());
        Assert.Equal(all.Where(id => id != "D02005YFHI"), await IdsAsync(service, "/v1/invoices?size=1&offset=1"));
    }

    [Fact]
    public async Task An_invoice_is_found_by_both_forms_of_its_id_and_not_by_an_application()
    {
        await using TestService service = await TestService.StartAsync();
        JObject plain = (await service.GetAsync("/v1/invoices/G016907411")).Json;
        Assert.Equal(("2024-04-01T00:00:00Z", "2024-04-30T00:00:00Z"), ((string)plain["billingPeriodStartDate"]!, (string)plain["billingPeriodEndDate"]!));
        Assert.Equal("/invoices/G016907411/documents/statement", (string?)plain["pdfDownloadLink"]);
        Assert.Equal(plain.ToString(), (await service.GetAsync("/v1" + plain["links"]!["self"]!["uri"])).Json.ToString());
        Assert.Equal("adjustment_note", (string?)(await service.GetAsync("/v1/invoices/G000024131")).Json["documentType"]);
        Assert.Equal((404, "1000"), Code(await service.GetAsync("/v1/invoices/G1")));
        await service.SendAsync("POST", "/_emulator/settings", new { appOnly = true });
        Assert.Equal((403, "900329"), Code(await service.GetAsync("/v1/invoices/G016907411")));
        Assert.Equal((403, "900329"), Code(await service.GetAsync("/v1/invoices/summaries")));
        Assert.Equal(200, (await service.GetAsync("/v1/invoices")).Status);
        Assert.Equal(200, (await service.GetAsync("/v1/invoices/summary")).Status);
        Assert.Equal(200, (await service.GetAsync("/v1/invoices/G016907411" + Billing)).Status);
    }

    [Fact]
    public async Task Invoices_are_the_same_after_a_restart()
    {
        string state = Path.Combine(Directory.CreateTempSubdirectory("emulator").FullName, "state.jsonl");
        async Task<string> Read(TestService service)
        {
            await service.SendAsync("POST", "/_emulator/settings", new { retiredLineItems = false });
            return string.Join("\n", (await AllLinesAsync(service)).Select(line => line.ToString()).Append((await service.GetAsync("/v1/invoices")).Text));
        }

        string before;
        await using (TestService service = await TestService.StartAsync(options: new EmulatorOptions { StartTime = TestService.Start, StatePath = state }))
        {
            await BuyAsync(service, Seeds.Contoso, Lines.Seat(quantity: 10));
            service.Emulator.Advance(TimeSpan.FromDays(2));
            await ChangeAsync(service, await SubscriptionAsync(service), body => body["quantity"] = 7);
            await service.SendAsync("POST", "/_emulator/invoices", new { id = "G000000001", lines = 3, date = "2020-01-08" });
            service.Emulator.Advance(TimeSpan.FromDays(60));
            before = await Read(service);
        }

        for (int restart = 0; restart < 2; restart++)
        {
            await using TestService again = await TestService.StartAsync(options: new EmulatorOptions { StartTime = TestService.Start, StatePath = state });
            Assert.Equal(before, await Read(again));
        }
    }

    private static async Task<TestService> StartAsync()
    {
        TestService service = await TestService.StartAsync();
        await service.SendAsync("POST", "/_emulator/settings", new { retiredLineItems = false, provisioningSeconds = 0 });
        return service;
    }

    private static async Task<string> BuyAsync(TestService service, string customer, params JObject[] lines)
    {
        Answer cart = await service.CreateCartAsync(customer, Lines.Cart(lines));
        Assert.Equal(201, cart.Status);
        return (string)(await service.CheckoutAsync(customer, cart.Id)).Json["orders"]![0]!["id"]!;
    }

    private static async Task<JObject> SubscriptionAsync(TestService service)
    {
        JToken items = (await service.GetAsync($"/v1/customers/{Seeds.Contoso}/subscriptions")).Json["items"]!;
        return (JObject)items.Last(item => (string?)item["offerId"] == Seeds.BaseSeat);
    }

    private static async Task ChangeAsync(TestService service, JObject subscription, Action<JObject> change)
    {
        change(subscription);
        Assert.Equal(200, (await service.SendAsync("PATCH", $"/v1/customers/{Seeds.Contoso}/subscriptions/{subscription["id"]}", subscription)).Status);
    }

    private static async Task<IEnumerable<JToken>> PurchasedAsync(TestService service) =>
        (await service.GetAsync(Filter("2025-06-01", "2030-01-01"))).Json["items"]!;

    private static async Task<IEnumerable<JToken>> OpenAsync(TestService service, string currency, string period, string type = "BillingLineItems") =>
        (await service.GetAsync($"/v1/invoices/unbilled/lineitems?provider=onetime&invoiceLineItemType={type}&currencyCode={currency}&period={period}")).Json["items"]!;

    private static async Task<IEnumerable<JToken>> LinesAsync(TestService service, JToken invoice, string type = "BillingLineItems") =>
        (await service.GetAsync("/v1/invoices/" + invoice["id"] + "/lineitems?provider=onetime&invoiceLineItemType=" + type)).Json["items"]!;

    private static async Task<List<JToken>> AllLinesAsync(TestService service, bool open = false)
    {
        var lines = new List<JToken>();
        foreach (JToken invoice in await PurchasedAsync(service))
        {
            lines.AddRange(await LinesAsync(service, invoice));
        }

        return open ? [.. lines, .. await OpenAsync(service, "USD", "previous"), .. await OpenAsync(service, "USD", "current")] : lines;
    }

    private static async Task<string[]> IdsAsync(TestService service, string path) => (await service.GetAsync(path)).Json["items"]!.Ids();

    private static (int Status, string? Code) Code(Answer answer) => (answer.Status, answer.Code);

    private static string Filter(string from, string to) => "/v1/invoices?filter=" + Uri.EscapeDataString(
        "{\"LeftFilter\":{\"Field\":\"InvoiceDate\",\"Value\":\"" + from + "\",\"Operator\":\"greater_than_or_equals\"},\"Operator\":\"and\","
        + "\"RightFilter\":{\"Field\":\"InvoiceDate\",\"Value\":\"" + to + "\",\"Operator\":\"less_than_or_equals\"}}");
}
