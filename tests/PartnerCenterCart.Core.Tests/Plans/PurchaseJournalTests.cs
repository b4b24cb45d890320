using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Xunit;

namespace PartnerCenterCart.Core.Tests;

/// <summary>The journal as a file: whose it is, who may write it, what it says while it is written.</summary>
public sealed class PurchaseJournalTests : IDisposable
{
    private readonly PlanPartner partner = new();

    public void Dispose() => partner.Dispose();

    [Fact]
    public async Task Two_runs_at_once_cannot_have_it_and_the_next_can()
    {
        PurchasePlan plan = await TestedAsync(2);
        using (PurchaseJournal.Open(partner.JournalPath, plan, partner.UtcNow))
        {
            PartnerException e = await Assert.ThrowsAsync<PartnerException>(() => partner.RunAsync(plan));
            Assert.Equal(PartnerErrorKind.JournalInUse, e.Kind);
            Assert.Empty(await partner.PurchasesAsync());
        }

        Assert.Equal(2, (await partner.RunAsync(plan)).Count);
    }

    [Fact]
    public async Task It_can_be_read_while_it_is_written()
    {
        PurchasePlan plan = await TestedAsync(3);
        var seen = new List<int>();

        await partner.RunAsync(plan, options =>
        {
            Action<PurchasePlanRowStatus> take = options.RowDone!;
            options.RowDone = row =>
            {
                take(row);
                // Rows are reported by several at once; whoever counts later has more to count.
                lock (seen)
                {
                    seen.Add(PurchaseJournal.ReadStatus(partner.JournalPath).Count(known => known.State == PlanRowState.Ordered));
                }
            };
        });

        Assert.Equal(3, seen.Count);
        Assert.All(seen.Select((count, index) => (count, index)), entry => Assert.True(entry.count > entry.index, "What was reported is in the journal."));
    }

    [Fact]
    public async Task It_is_for_its_user_alone_and_holds_no_token()
    {
        await partner.RunAsync(await TestedAsync(1));

        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(partner.JournalPath));
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(partner.JournalPath + ".lock"));
        }

        Assert.DoesNotContain("Bearer", File.ReadAllText(partner.JournalPath), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("\"token\"", File.ReadAllText(partner.JournalPath), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Each_step_is_on_the_disk_before_its_call_is_made()
    {
        var steps = new List<string>();
        PurchasePlan plan = await TestedAsync(1);
        using var watched = new WatchedTransport(partner.Transport(), request => steps.Add(request.Operation));
        using var client = new PartnerClient(watched, partner);

        await partner.RunAsync(plan, options => options.Flush = stream => steps.Add("flush"), client);

        Assert.Equal(new[] { "flush", "flush", "carts.create", "flush", "carts.checkout", "flush" }, steps.SkipWhile(step => step != "flush"));
    }

    [Fact]
    public async Task A_disk_that_is_full_ends_the_run_before_anything_is_sent_unannounced()
    {
        PurchasePlan plan = await TestedAsync(5);
        int flushes = 0;

        PartnerException e = await Assert.ThrowsAsync<PartnerException>(() => partner.RunAsync(plan, options => options.Flush = _ =>
        {
            if (++flushes > 4)
            {
                throw new IOException("No space left on device");
            }
        }));

        Assert.Equal(PartnerErrorKind.JournalDamaged, e.Kind);
        Assert.Contains("No space left", e.Message, StringComparison.Ordinal);
        Assert.True(await partner.CountAsync("carts.checkout") <= 2, "Purchases under way may end, others are not begun.");

        await partner.RunAsync(plan);
        Assert.Equal(5, (await partner.PurchasesAsync()).Select(line => line.Label).Distinct().Count());
        Assert.Equal(5, (await partner.PurchasesAsync()).Count);
    }

    [Fact]
    public async Task A_disk_that_is_full_keeps_neither_the_lock_nor_what_is_known_of_the_rows()
    {
        PurchasePlan plan = await TestedAsync(1);
        int flushes = 0;
        var told = new List<PurchasePlanRowStatus>();

        PartnerException e = await Assert.ThrowsAsync<PartnerException>(() => partner.RunAsync(plan, options =>
        {
            options.RowDone = told.Add;
            options.Flush = stream =>
            {
                if (++flushes == 4)
                {
                    // Even closing it fails then.
                    stream.SafeFileHandle.Dispose();
                    throw new IOException("No space left on device");
                }
            };
        }));

        Assert.Contains("No space left", e.Message, StringComparison.Ordinal);
        Assert.Equal((PlanRowState.OutcomeUnknown, PartnerErrorKind.JournalDamaged), (Assert.Single(told).State, told[0].ErrorKind!.Value));
        await partner.RunAsync(plan);
        Assert.Equal(Assert.Single(await partner.PurchasesAsync()).OrderId, Assert.Single(PurchaseJournal.ReadStatus(partner.JournalPath)).OrderId.Single());
    }

    [Fact]
    public async Task A_failure_of_any_kind_reaches_those_who_wait_for_the_disk()
    {
        PurchasePlan plan = await TestedAsync(1);

        await Assert.ThrowsAsync<NotSupportedException>(() => partner.RunAsync(plan, options => options.Flush = _ => throw new NotSupportedException())).WaitAsync(TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task A_journal_that_is_gone_is_missed_as_long_as_its_lock_file_is_there()
    {
        PurchasePlan plan = await TestedAsync(2);
        await partner.RunAsync(plan);
        File.Delete(partner.JournalPath);

        PartnerException e = await Assert.ThrowsAsync<PartnerException>(() => partner.RunAsync(plan));

        Assert.Equal(PartnerErrorKind.JournalDamaged, e.Kind);
        Assert.Contains("is gone", e.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(partner.JournalPath));
        Assert.Equal(PartnerErrorKind.JournalDamaged, Assert.Throws<PartnerException>(() => PurchaseJournal.Open(partner.JournalPath, plan, partner.UtcNow)).Kind);
        Assert.Equal(2, (await partner.PurchasesAsync()).Count);
        File.Delete(partner.JournalPath + ".lock");
        Assert.Equal(2, (await partner.RunAsync(plan)).Count);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(40)]
    public async Task A_lock_file_that_was_tidied_up_or_torn_gets_its_copy_again(int left)
    {
        PurchasePlan plan = await TestedAsync(1);
        await partner.RunAsync(plan);
        byte[] copy = File.ReadAllBytes(partner.JournalPath + ".lock");
        File.WriteAllBytes(partner.JournalPath + ".lock", copy.Take(left).ToArray());

        await partner.RunAsync(plan);

        Assert.Equal(copy, File.ReadAllBytes(partner.JournalPath + ".lock"));
        File.WriteAllText(partner.JournalPath, string.Empty);
        await partner.RunAsync(plan);
        Assert.Single(await partner.PurchasesAsync());
    }

    [Fact]
    public async Task A_journal_that_was_put_back_takes_the_copy_of_another_away()
    {
        PurchasePlan plan = await TestedAsync(1);
        await partner.RunAsync(plan);
        string other = partner.NewJournalPath();
        await partner.RunAsync(PlanPartner.Plan(2), journal: other);
        File.Copy(other + ".lock", partner.JournalPath + ".lock", overwrite: true);

        await partner.RunAsync(plan);

        Assert.Equal(File.ReadAllLines(partner.JournalPath)[0], File.ReadAllLines(partner.JournalPath + ".lock")[0]);
    }

    [Fact]
    public async Task A_lock_that_cannot_be_made_is_not_called_another_run()
    {
        PurchasePlan plan = await TestedAsync(1);
        string longest = Path.Combine(Path.GetDirectoryName(partner.JournalPath)!, new string('j', 253));

        PartnerException e = await Assert.ThrowsAsync<PartnerException>(() => partner.RunAsync(plan, journal: longest));

        Assert.Equal(PartnerErrorKind.JournalDamaged, e.Kind);
        Assert.Contains("cannot be written", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_checkout_that_is_made_once_more_is_announced_once_more()
    {
        PurchasePlan plan = await TestedAsync(1);
        await partner.ControlAsync("faults", PlanFault.LosesCheckout);
        await partner.RunAsync(plan);
        await partner.FaultsAsync();
        var steps = new List<string>();
        using var watched = new WatchedTransport(partner.Transport(), request => steps.Add(request.Operation));
        using var client = new PartnerClient(watched, partner);

        await partner.RunAsync(plan, options => options.Flush = stream => steps.Add("flush"), client);

        Assert.Equal(new[] { "carts.get", "flush", "carts.checkout", "flush" }, steps);
    }

    [Fact]
    public async Task What_comes_while_the_disk_is_busy_shares_the_next_flush()
    {
        int flushes = 0;
        using var begun = new System.Threading.SemaphoreSlim(0);
        using var goOn = new System.Threading.SemaphoreSlim(0);
        using var file = new MemoryStream();
        var commit = new GroupCommit(file, () =>
        {
            flushes++;
            begun.Release();
            goOn.Wait();
        });

        Task first = commit.AppendAsync(new byte[] { 0 });
        await begun.WaitAsync();
        Task[] later = Enumerable.Range(1, 50).Select(number => commit.AppendAsync(new[] { (byte)number })).ToArray();
        Assert.False(first.IsCompleted);
        goOn.Release();
        await first;
        await begun.WaitAsync();
        Assert.DoesNotContain(later, line => line.IsCompleted);
        goOn.Release();
        await Task.WhenAll(later);

        Assert.Equal(2, flushes);
        Assert.Equal(Enumerable.Range(0, 51).Select(number => (byte)number), file.ToArray());
    }

    [Fact]
    public async Task After_a_write_that_failed_nothing_more_is_announced()
    {
        int flushes = 0;
        using var file = new MemoryStream();
        var commit = new GroupCommit(file, () =>
        {
            if (++flushes == 1)
            {
                throw new IOException("It was full for a moment.");
            }
        });
        await Assert.ThrowsAsync<IOException>(() => commit.AppendAsync(new byte[] { 1 }));
        long length = file.Length;

        await Assert.ThrowsAsync<IOException>(() => commit.AppendAsync(new byte[] { 2 }));

        Assert.Equal((1, length), (flushes, file.Length));
    }

    [Fact]
    public async Task A_changed_plan_is_refused_row_by_row()
    {
        await partner.RunAsync(await TestedAsync(4));
        List<PurchasePlanRow> rows = PlanPartner.Plan(4).Rows.ToList();
        rows[1].Line.Quantity = 7;
        rows[3].Line.BillingCycle = "annual";
        rows[3].Line.TermDuration = "P1Y";
        rows.RemoveAt(2);
        rows.Add(new PurchasePlanRow(9, "contoso.com", new CartLineItem { Quantity = 1 }, "new", PlanPartner.Product, PlanPartner.Sku));

        PartnerException e = await Assert.ThrowsAsync<PartnerException>(() => partner.RunAsync(new PurchasePlan(rows)));

        Assert.Equal(PartnerErrorKind.PlanChanged, e.Kind);
        Assert.Contains("row 2 (order-2): quantity: '2' in the journal, '7' in the plan", e.Message, StringComparison.Ordinal);
        Assert.Contains("row 4 (order-4): billingCycle: 'monthly' in the journal, 'annual' in the plan; termDuration", e.Message, StringComparison.Ordinal);
        Assert.Contains("row 9 (new): it is not in the journal", e.Message, StringComparison.Ordinal);
        Assert.Contains("row 3 (order-3): it is in the journal and not in the plan", e.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("order-1)", e.Message, StringComparison.Ordinal);
        Assert.Equal(4, (await partner.PurchasesAsync()).Count);
    }

    [Fact]
    public async Task Another_grouping_or_account_is_another_plan()
    {
        await partner.RunAsync(await TestedAsync(2), options => options.Account = "sandbox");

        PartnerException grouped = await Assert.ThrowsAsync<PartnerException>(() => partner.RunAsync(PlanPartner.Plan(2, PlanGrouping.Customer)));
        PartnerException elsewhere = await Assert.ThrowsAsync<PartnerException>(() => partner.RunAsync(PlanPartner.Plan(2), options => options.Account = "production"));

        Assert.Contains("-GroupBy: None in the journal, Customer in the plan", grouped.Message, StringComparison.Ordinal);
        Assert.Contains("begun at sandbox, and this connection is to production", elsewhere.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_finished_is_not_asked_for_again()
    {
        PurchasePlan plan = await TestedAsync(3);
        await partner.RunAsync(plan);
        int creates = await partner.CountAsync("carts.create");
        byte[] before = File.ReadAllBytes(partner.JournalPath);

        Assert.Empty(await partner.RunAsync(plan));

        Assert.Equal(creates, await partner.CountAsync("carts.create"));
        Assert.Equal(before, File.ReadAllBytes(partner.JournalPath));
    }

    [Fact]
    public void A_journal_that_is_not_there_is_said_to_be_missing() =>
        Assert.Equal(PartnerErrorKind.NotFound, Assert.Throws<PartnerException>(() => PurchaseJournal.ReadStatus(partner.JournalPath)).Kind);

    private Task<PurchasePlan> TestedAsync(int rows) => new PlanTester(partner.Client).TestAsync(PlanPartner.Plan(rows));
}
