using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;

namespace PartnerCenterCart.Commands;

/// <summary>Creates a cart from lines; where the lines name their customers, one cart for each, in order of appearance.</summary>
[Cmdlet(VerbsCommon.New, "PartnerCustomerCart", SupportsShouldProcess = true)]
[OutputType(typeof(Cart))]
public sealed class NewPartnerCustomerCart : PartnerCmdlet
{
    private readonly List<PendingCart> pending = new();

    /// <summary>Tenant id of the customer.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    [AllowNull]
    [ArgumentCompleter(typeof(CustomerCompleter))]
    public string? CustomerId { get; set; }

    /// <summary>Lines: from New-PartnerCustomerCartLineItem, hashtables, ordered dictionaries or PSCustomObjects.</summary>
    [Parameter(Position = 1, ValueFromPipeline = true)]
    [Alias("LineItems")]
    [AllowEmptyCollection]
    [AllowNull]
    public PSObject?[]? LineItem { get; set; }

    /// <summary>Confirms the reseller attestation, where resellers are named.</summary>
    [Parameter]
    public SwitchParameter PartnerOnRecordAttestationAccepted { get; set; }

    /// <summary>How many carts are created at once; above 1 they come as they are there, in no order.</summary>
    [Parameter]
    [ValidateRange(1, 128)]
    public int ThrottleLimit { get; set; } = 1;

    /// <summary>How long to pause while the service is down, instead of failing cart by cart; 10 minutes with a -ThrottleLimit above 1, else not at all.</summary>
    [Parameter]
    public TimeSpan MaximumPause { get; set; }

    private protected override object? Target => CustomerId;

    private protected override int Limit => ThrottleLimit;

    private protected override TimeSpan? Pause => PauseOf(nameof(MaximumPause), MaximumPause);

    private protected override bool FinishesWhatIsUnderWay => true;

    private protected override void Process()
    {
        if (LineItem == null || LineItem.Length == 0)
        {
            throw PartnerException.InvalidInput("There are no lines. At least one is expected.", "New-PartnerCustomerCartLineItem makes lines.");
        }

        foreach (PSObject? item in LineItem)
        {
            // A line that cannot be read spoils its cart, and no other: half of what was meant is not what was meant.
            CartLineItem? line = null;
            PartnerException? problem = null;
            bool isRebuilt = false;
            try
            {
                line = MemberBinder.Line(item);
                isRebuilt = line.CartId != null;
                line = isRebuilt ? line.AsNew() : line;
            }
            catch (PartnerException e)
            {
                problem = e;
            }

            PendingCart cart = CartOf(string.IsNullOrWhiteSpace(CustomerId) ? line?.CustomerId ?? MemberBinder.TextOf(item, nameof(CustomerId)) : CustomerId);
            cart.IsAttested |= PartnerOnRecordAttestationAccepted || IsTrue(MemberBinder.TextOf(item, nameof(PartnerOnRecordAttestationAccepted)));
            cart.Problem ??= problem;
            cart.BadLine ??= problem == null ? null : item;
            if (line != null)
            {
                cart.Lines.Add(line);
                cart.Rebuilt.AddRange(isRebuilt ? new[] { line } : Array.Empty<CartLineItem>());
            }
        }
    }

    private protected override void Finish()
    {
        if (pending.Count == 0 && MyInvocation.ExpectingInput)
        {
            WriteWarning("No lines came down the pipeline; no cart was created.");
        }

        foreach (PendingCart cart in pending)
        {
            CustomerId = cart.CustomerId;
            Guarded(() => Create(cart));
        }

        base.Finish();
    }

    private void Create(PendingCart pendingCart)
    {
        if (pendingCart.Problem is { } problem)
        {
            WriteError(ErrorRecords.From(problem, pendingCart.BadLine));
            return;
        }

        string customerId = PartnerId.Customer(pendingCart.CustomerId);
        var cart = new Cart
        {
            LineItems = pendingCart.Lines,
            PartnerOnRecordAttestationAccepted = pendingCart.IsAttested ? true : null,
        };
        CartCheck.Verify(cart);
        foreach (string ended in Send((client, token) => KeptPromotions.EndedAsync(client, customerId, pendingCart.Rebuilt, token)))
        {
            WriteWarning(ended);
        }

        if (ShouldProcess($"Customer {customerId}", $"Create a cart with {Lines.Describe(pendingCart.Lines)}"))
        {
            SendBeside(
                CustomerId,
                (client, token) => client.Customers.ById(customerId).Carts.CreateAsync(cart, token),
                this.WriteCart,
                created => $"Cart {created.Id} of customer {customerId} was created, too, although nobody took it; it expires by itself.");
        }
    }

    private static bool IsTrue(string? text) => bool.TryParse(text, out bool flag) && flag;

    private PendingCart CartOf(string? customerId)
    {
        string id = customerId?.Trim() ?? string.Empty;
        PendingCart? cart = pending.FirstOrDefault(c => string.Equals(c.CustomerId, id, StringComparison.OrdinalIgnoreCase));
        if (cart == null)
        {
            pending.Add(cart = new PendingCart(id));
        }

        return cart;
    }

    private sealed class PendingCart
    {
        public PendingCart(string customerId) => CustomerId = customerId;

        public string CustomerId { get; }

        public List<CartLineItem> Lines { get; } = new();

        /// <summary>Those of them that came from another cart.</summary>
        public List<CartLineItem> Rebuilt { get; } = new();

        public bool IsAttested { get; set; }

        public PartnerException? Problem { get; set; }

        public object? BadLine { get; set; }
    }
}
