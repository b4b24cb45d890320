using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Newtonsoft.Json.Linq;
using Xunit;

namespace PartnerCenterCart.Core.Tests;

/// <summary>Small things of the journal that mutants have shown to go unnoticed.</summary>
public sealed class JournalCornerTests : IDisposable
{
    private readonly PlanPartner partner = new();

    public void Dispose() => partner.Dispose();

    [Fact]
    public async Task Those_who_wait_behind_a_write_that_fails_hear_of_it_and_nothing_is_written_after_it()
    {
        using var begun = new SemaphoreSlim(0);
        using var goOn = new SemaphoreSlim(0);
        using var file = new MemoryStream();
        var commit = new GroupCommit(file, () =>
        {
            begun.Release();
            goOn.Wait();
            throw new IOException("No space left on device");
        });

        Task first = commit.AppendAsync(new byte[] { 1 });
        await begun.WaitAsync();
        Task behind = commit.AppendAsync(new byte[] { 2 });
        goOn.Release();

        await Assert.ThrowsAsync<IOException>(() => first);
        await Assert.ThrowsAsync<IOException>(() => behind.WaitAsync(TimeSpan.FromSeconds(20)));
        await Assert.ThrowsAsync<IOException>(() => commit.AppendAsync(new byte[] { 3 }).WaitAsync(TimeSpan.FromSeconds(20)));
        Assert.Equal(new byte[] { 1 }, file.ToArray());
    }

    [Theory]
    [InlineData("{\"type\":\"row\"}", "it is no journal of a purchase plan")]
    [InlineData("{\"type\":\"row\",\"format\":\"PartnerCenterCart purchase journal\",\"version\":1}", "it is no journal of a purchase plan")]
    [InlineData("{\"type\":\"journal\",\"format\":\"another\",\"version\":1}", "it is no journal of a purchase plan")]
    [InlineData("{\"type\":\"journal\",\"format\":\"PartnerCenterCart purchase journal\",\"version\":99}", "format 99")]
    public void A_first_line_that_is_not_ours_is_refused(string first, string expected)
    {
        File.WriteAllBytes(partner.JournalPath, JournalLine.Write(0, JObject.Parse(first)));

        PartnerException e = Assert.Throws<PartnerException>(() => PurchaseJournal.ReadStatus(partner.JournalPath));

        Assert.Equal(PartnerErrorKind.JournalDamaged, e.Kind);
        Assert.Contains(expected, e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_step_of_a_cart_that_was_not_planned_is_refused()
    {
        await partner.RunAsync(await TestedAsync(1));
        string[] lines = File.ReadAllLines(partner.JournalPath);
        var step = new JournalStep { Cart = 7, Try = 1, Step = JournalStep.Abandoned, At = partner.UtcNow };
        File.AppendAllText(partner.JournalPath, System.Text.Encoding.UTF8.GetString(JournalLine.Write(lines.Length, JournalContent.Object(JournalContent.StepKind, step))));

        PartnerException e = Assert.Throws<PartnerException>(() => PurchaseJournal.ReadStatus(partner.JournalPath));

        Assert.Contains("a step of cart 7, which is not in its plan", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_in_its_place_is_refused_and_a_folder_on_the_way_to_it_is_made()
    {
        PurchasePlan plan = await TestedAsync(1);
        string folder = Path.Combine(Path.GetDirectoryName(partner.JournalPath)!, "new", "one");

        Assert.Single(await partner.RunAsync(plan, journal: Path.Combine(folder, "journal.jsonl")));
        PartnerException e = Assert.Throws<PartnerException>(() => PurchaseJournal.Open(folder, plan, partner.UtcNow));

        Assert.Equal(PartnerErrorKind.InvalidInput, e.Kind);
        Assert.Contains("is a folder", e.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(folder + ".lock"));
    }

    [Fact]
    public async Task Whoever_is_refused_leaves_it_free_for_the_next()
    {
        PurchasePlan plan = await TestedAsync(2);
        await partner.RunAsync(plan);
        byte[] whole = File.ReadAllBytes(partner.JournalPath);

        File.WriteAllBytes(partner.JournalPath, whole.Select((value, index) => index == whole.Length / 2 ? (byte)(value ^ 1) : value).ToArray());
        Assert.Equal(PartnerErrorKind.JournalDamaged, Assert.Throws<PartnerException>(() => Open(plan)).Kind);
        File.WriteAllBytes(partner.JournalPath, whole);
        Assert.Equal(PartnerErrorKind.PlanChanged, Assert.Throws<PartnerException>(() => Open(PlanPartner.Plan(3))).Kind);
        Open(plan).Dispose();

        // The file itself is let go of, too.
        new FileStream(partner.JournalPath, FileMode.Open, FileAccess.ReadWrite, FileShare.None).Dispose();
    }

    [Fact]
    public async Task Each_fault_says_that_nothing_was_done_and_what_to_do()
    {
        PurchasePlan plan = await TestedAsync(1);
        using (Open(plan))
        {
            Check(() => Open(plan), PartnerErrorKind.JournalInUse, "Wait until that run is over");
            Check(() => PurchaseJournal.ReadStatus(partner.JournalPath + "x"), PartnerErrorKind.NotFound, string.Empty);
        }

        Check(() => Open(PlanPartner.Plan(2)), PartnerErrorKind.PlanChanged, "into a plan and a journal of its own");
        File.Delete(partner.JournalPath + ".lock");
        File.WriteAllText(partner.JournalPath, "half a li");
        Check(() => Open(plan), PartnerErrorKind.JournalDamaged, "compare Get-PartnerCustomerOrder with the plan");

        static void Check(Action act, PartnerErrorKind kind, string advice)
        {
            PartnerException e = Assert.Throws<PartnerException>(act);
            Assert.Equal(kind, e.Kind);
            Assert.True(e.NothingWasDone);
            Assert.Contains(advice, e.RecommendedAction ?? string.Empty, StringComparison.Ordinal);
        }
    }

    // The reader takes 65,536 bytes at a time: lines end before, on and behind that border.
    [Theory]
    [InlineData(65535)]
    [InlineData(65536)]
    [InlineData(65537)]
    [InlineData(131072)]
    public void Lines_are_found_wherever_they_end(int length)
    {
        int frame = JournalLine.Write(0, new JObject { ["text"] = string.Empty }).Length;
        byte[] first = JournalLine.Write(0, new JObject { ["text"] = new string('x', length - frame) });
        Assert.Equal(length, first.Length);
        using var file = new MemoryStream(first.Concat(JournalLine.Write(1, new JObject { ["text"] = "y" })).ToArray());

        var reader = new JournalReader(file);

        Assert.Equal(new[] { length - frame, 1 }, reader.Lines().Select(line => ((string)line["text"]!).Length));
        Assert.Equal((file.Length, false), (reader.WholeLength, reader.IsTorn));
    }

    [Fact]
    public void Texts_that_look_like_dates_and_amounts_of_any_length_stay_as_they_are()
    {
        byte[] line = JournalLine.Write(3, new JObject { ["reference"] = "2026-01-02T03:04:05.1000000+02:00", ["price"] = 12345678901234567.8901m });

        JObject read = JournalLine.Read(line, 0, line.Length - 1, 3)!;

        Assert.Equal("2026-01-02T03:04:05.1000000+02:00", (string?)read["reference"]);
        Assert.Equal(12345678901234567.8901m, (decimal)read["price"]!);
        Assert.Null(JournalLine.Read(line, 0, line.Length - 1, 4));
    }

    [Fact]
    public async Task A_plan_of_other_rows_is_told_in_part_and_counted_whole()
    {
        await partner.RunAsync(await TestedAsync(2));

        PartnerException e = Assert.Throws<PartnerException>(() => Open(PlanPartner.Plan(60)));

        Assert.Equal(50, e.Message.Split("it is not in the journal").Length - 1);
        Assert.Contains("and 8 more", e.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("more", Assert.Throws<PartnerException>(() => Open(PlanPartner.Plan(52))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rows_in_another_order_are_the_same_plan_and_named_only_beside_a_change()
    {
        await partner.RunAsync(await TestedAsync(2));
        List<PurchasePlanRow> rows = PlanPartner.Plan(2).Rows.Select(row => new PurchasePlanRow(3 - row.RowNumber, row.Customer!, row.Line, row.Reference, PlanPartner.Product, PlanPartner.Sku)).ToList();
        Open(new PurchasePlan(rows)).Dispose();

        rows[1].Line.Quantity = 9;
        PartnerException e = Assert.Throws<PartnerException>(() => Open(new PurchasePlan(rows)));

        Assert.Contains("row 2 (order-1): it was row 1", e.Message, StringComparison.Ordinal);
        Assert.Contains("row 1 (order-2): quantity: '2' in the journal, '9' in the plan", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_journal_whose_rows_never_came_to_the_disk_says_that_it_can_be_deleted()
    {
        PurchasePlan plan = await TestedAsync(2);
        Open(plan).Dispose();

        PartnerException e = Assert.Throws<PartnerException>(() => Open(PlanPartner.Plan(3)));

        Assert.Contains("2 rows in the journal, 3 in the plan", e.Message, StringComparison.Ordinal);
        Assert.Contains("it can be deleted", e.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("it is not in the journal", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rows_stand_in_it_in_the_order_of_the_plan()
    {
        await partner.RunAsync(await TestedAsync(6, PlanGrouping.Customer));

        IEnumerable<int> numbers = File.ReadLines(partner.JournalPath).Select(JObject.Parse).Where(line => (string?)line["type"] == "row").Select(line => (int)line["row"]!);

        Assert.Equal(Enumerable.Range(1, 6), numbers);
    }

    // The list of orders has the other row's purchase of just the same; it is known whose that is.
    [Fact]
    public async Task What_another_row_became_in_an_earlier_run_does_not_keep_a_lost_one_in_doubt()
    {
        PurchasePlan plan = await TwinsAsync();
        string lost = PurchaseJournal.ReadStatus(partner.JournalPath)[1].CartId!;
        using (var losing = Client(request => ThrowIf(request.Operation == "carts.checkout" && IsFor(request, lost), PartnerErrorKind.OutcomeUnknown, null)))
        {
            await partner.RunAsync(plan, client: losing);
        }

        partner.Emulator.Advance(TimeSpan.FromDays(8));
        await partner.RunAsync(plan);

        await CheckTwinsAsync();
    }

    [Fact]
    public async Task What_another_row_became_in_the_same_run_does_not_keep_a_lost_one_in_doubt()
    {
        PurchasePlan plan = await TwinsAsync();
        string lost = PurchaseJournal.ReadStatus(partner.JournalPath)[1].CartId!;
        partner.Emulator.Advance(TimeSpan.FromHours(1));
        using var isBought = new ManualResetEventSlim();
        using var client = Client(request =>
        {
            if (request.Operation == "carts.get" && IsFor(request, lost))
            {
                Assert.True(isBought.Wait(TimeSpan.FromSeconds(20)), "The other row is bought meanwhile.");
                ThrowIf(true, PartnerErrorKind.NotFound, "800008");
            }
        });

        await partner.RunAsync(
            plan,
            options =>
            {
                Action<PurchasePlanRowStatus> take = options.RowDone!;
                options.ThrottleLimit = 2;
                options.RowDone = row =>
                {
                    take(row);
                    isBought.Set();
                };
            },
            client);

        await CheckTwinsAsync();
    }

    private static bool IsFor(PartnerRequest request, string cartId) => request.Path.Contains(cartId, StringComparison.OrdinalIgnoreCase);

    private static void ThrowIf(bool condition, PartnerErrorKind kind, string? code)
    {
        if (condition)
        {
            throw new PartnerException(kind, "The connection was lost.") { ServiceCode = code, StatusCode = code == null ? null : 404 };
        }
    }

    private PartnerClient Client(Action<PartnerRequest> before) => new(new WatchedTransport(partner.Transport(), before), partner);

    // Two rows for the same of one customer, each with a cart whose checkout was announced and lost.
    private async Task<PurchasePlan> TwinsAsync()
    {
        PurchasePlan plan = await new PlanTester(partner.Client).TestAsync(new PurchasePlan(new[] { Row(1), Row(2) }));
        await partner.ControlAsync("faults", PlanFault.LosesCheckout);
        await partner.RunAsync(plan);
        await partner.FaultsAsync();
        return plan;
    }

    private async Task CheckTwinsAsync()
    {
        Assert.All(PurchaseJournal.ReadStatus(partner.JournalPath), row => Assert.Equal(PlanRowState.Ordered, row.State));
        Assert.Equal(new[] { "order-1", "order-2" }, (await partner.PurchasesAsync()).Select(line => line.Label).Order());
    }

    private static PurchasePlanRow Row(int number) =>
        new(number, "c0000000-0000-4000-8000-000000000001", new CartLineItem { Quantity = 1, BillingCycle = "monthly", TermDuration = "P1M" }, $"order-{number}", PlanPartner.Product, PlanPartner.Sku);

    private PurchaseJournal Open(PurchasePlan plan) => PurchaseJournal.Open(partner.JournalPath, plan, partner.UtcNow);

    private Task<PurchasePlan> TestedAsync(int rows, PlanGrouping groupBy = PlanGrouping.None) => new PlanTester(partner.Client).TestAsync(PlanPartner.Plan(rows, groupBy));
}
