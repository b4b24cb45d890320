using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Xunit;

namespace PartnerCenterCart.Core.Tests;

/// <summary>A journal that lost its end, at any byte: it stays readable, and what was bought is not bought again.</summary>
public sealed class JournalTruncationTests : IDisposable
{
    private readonly PlanPartner partner = new();

    public void Dispose() => partner.Dispose();

    [Fact]
    public async Task At_every_byte_it_reads_as_the_lines_before_it()
    {
        await BuyAsync(3);
        byte[] whole = File.ReadAllBytes(partner.JournalPath);
        for (int length = 0; length <= whole.Length; length++)
        {
            using var stream = new MemoryStream(whole, 0, length);

            JournalContent content = JournalContent.Read(stream, "journal");

            Assert.Equal(whole.Take(length).Count(b => b == '\n'), content.Lines);
            Assert.Equal(Array.LastIndexOf(whole, (byte)'\n', Math.Max(0, length - 1), length) + 1, content.WholeLength);
            Assert.Equal(content.WholeLength != length, content.IsTorn);
        }
    }

    // The test before shows that only whole lines count, so that one cut for each line stands for all in it.
    [Fact]
    public async Task Cut_in_any_line_the_next_run_buys_nothing_twice()
    {
        PurchasePlan plan = await BuyAsync(3);
        byte[] whole = File.ReadAllBytes(partner.JournalPath);
        var random = new Random(7);
        int start = 0;
        while (start < whole.Length)
        {
            int end = Array.IndexOf(whole, (byte)'\n', start) + 1;
            await CutAndRunAsync(plan, whole, start);
            await CutAndRunAsync(plan, whole, random.Next(start + 1, end));
            start = end;
        }
    }

    [Theory]
    [InlineData(PlanGrouping.None)]
    [InlineData(PlanGrouping.Customer)]
    [Trait("Category", "Soak")]
    public async Task Cut_at_every_byte_the_next_run_buys_nothing_twice(PlanGrouping groupBy)
    {
        PurchasePlan plan = await BuyAsync(groupBy == PlanGrouping.None ? 3 : 5, groupBy);
        byte[] whole = File.ReadAllBytes(partner.JournalPath);
        for (int length = 0; length < whole.Length; length++)
        {
            await CutAndRunAsync(plan, whole, length);
        }
    }

    [Fact]
    public async Task Zeros_at_the_end_are_cut_off_like_a_torn_line()
    {
        PurchasePlan plan = await BuyAsync(2);
        byte[] whole = File.ReadAllBytes(partner.JournalPath);
        File.WriteAllBytes(partner.JournalPath, whole.Concat(new byte[4096]).ToArray());

        await partner.RunAsync(plan);

        Assert.Equal(whole, File.ReadAllBytes(partner.JournalPath));
        Assert.Equal(2, (await partner.PurchasesAsync()).Count);
    }

    [Fact]
    public async Task A_byte_that_was_changed_in_its_middle_stops_everything()
    {
        PurchasePlan plan = await BuyAsync(2);
        byte[] whole = File.ReadAllBytes(partner.JournalPath);
        int lastLine = Array.LastIndexOf(whole, (byte)'\n', whole.Length - 2);
        int sent = await partner.CountAsync("carts.create");
        for (int position = 0; position < lastLine; position += 13)
        {
            byte[] changed = (byte[])whole.Clone();
            changed[position] ^= 0x01;
            File.WriteAllBytes(partner.JournalPath, changed);

            PartnerException e = await Assert.ThrowsAsync<PartnerException>(() => partner.RunAsync(plan));

            Assert.Equal(PartnerErrorKind.JournalDamaged, e.Kind);
            Assert.Equal(changed, File.ReadAllBytes(partner.JournalPath));
        }

        Assert.Equal(sent, await partner.CountAsync("carts.create"));
    }

    [Fact]
    public async Task A_line_that_was_taken_out_stops_everything()
    {
        PurchasePlan plan = await BuyAsync(2);
        string[] lines = File.ReadAllLines(partner.JournalPath);
        File.WriteAllLines(partner.JournalPath, lines.Where((_, index) => index != 5));

        PartnerException e = await Assert.ThrowsAsync<PartnerException>(() => partner.RunAsync(plan));

        Assert.Equal(PartnerErrorKind.JournalDamaged, e.Kind);
        Assert.Contains("line 6", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_no_journal_is_left_as_it_is()
    {
        PurchasePlan plan = PlanPartner.Plan(1);
        File.WriteAllText(partner.JournalPath, "Reference,CustomerId\nmy plan,1\n");

        PartnerException e = await Assert.ThrowsAsync<PartnerException>(() => partner.RunAsync(plan));

        Assert.Equal(PartnerErrorKind.JournalDamaged, e.Kind);
        Assert.StartsWith("Reference,", File.ReadAllText(partner.JournalPath), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_file_without_a_past_is_a_new_journal()
    {
        File.WriteAllText(partner.JournalPath, string.Empty);

        Assert.Single(await partner.RunAsync(PlanPartner.Plan(1)));
    }

    private async Task<PurchasePlan> BuyAsync(int rows, PlanGrouping groupBy = PlanGrouping.None)
    {
        PurchasePlan plan = await new PlanTester(partner.Client).TestAsync(PlanPartner.Plan(rows, groupBy));
        await partner.RunAsync(plan);
        return plan;
    }

    private async Task CutAndRunAsync(PurchasePlan plan, byte[] whole, int length)
    {
        List<(string Label, string OrderId, int Quantity)> before = await partner.PurchasesAsync();
        File.WriteAllBytes(partner.JournalPath, whole.Take(length).ToArray());

        await partner.RunAsync(plan);

        List<(string Label, string OrderId, int Quantity)> bought = await partner.PurchasesAsync();
        Assert.Equal(before.Order(), bought.Order());
        Assert.Equal(
            before.Select(line => (line.Label, line.OrderId)).Order(),
            PurchaseJournal.ReadStatus(partner.JournalPath).Select(row => (row.Reference, row.OrderId.Single())).Order());
    }
}
