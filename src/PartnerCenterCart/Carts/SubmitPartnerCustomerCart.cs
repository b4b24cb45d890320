using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;

namespace PartnerCenterCart.Commands;

/// <summary>Buys what is in a cart. Asked again for an ordered cart, the service gives the same orders.</summary>
[Cmdlet(VerbsLifecycle.Submit, "PartnerCustomerCart", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(CartCheckoutResult))]
public sealed class SubmitPartnerCustomerCart : OneCartCmdlet
{
    /// <summary>Runs the rules of Test-PartnerCustomerCart first, and buys nothing when they find an error.</summary>
    [Parameter]
    public SwitchParameter Validate { get; set; }

    /// <summary>How many carts are checked out at once; above 1 the results come as they are there, in no order.</summary>
    [Parameter]
    [ValidateRange(1, 128)]
    public int ThrottleLimit { get; set; } = 1;

    /// <summary>How long to pause while the service is down, instead of failing cart by cart; 10 minutes with a -ThrottleLimit above 1, else not at all.</summary>
    [Parameter]
    public TimeSpan MaximumPause { get; set; }

    /// <summary>The cart as it came down the pipeline: the target of errors. What is bought is what the service holds.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    public PSObject? InputObject { get; set; }

    private protected override object? Target => InputObject?.BaseObject as Cart ?? (object?)CartId;

    private protected override int Limit => ThrottleLimit;

    private protected override TimeSpan? Pause => PauseOf(nameof(MaximumPause), MaximumPause);

    private protected override bool FinishesWhatIsUnderWay => true;

    private protected override void Process(string customerId)
    {
        string cartId = PartnerId.Cart(CartId);
        RefuseBrokenInput();
        if (Validate)
        {
            StopOnFindings(customerId, cartId);
        }

        if (!ShouldProcess($"Cart {cartId} of customer {customerId}", Question(customerId, cartId)))
        {
            return;
        }

        object? target = Target;
        SendBeside(
            target,
            (client, token) => client.Customers.ById(customerId).Carts.ById(cartId).CheckoutAsync(token),
            result => Write(result, target),
            result => $"Cart {cartId} of customer {customerId} was checked out, too, although nobody took its result: {Told(result)}.");
    }

    private void Write(CartCheckoutResult result, object? target)
    {
        var failed = (result.OrderErrors ?? Enumerable.Empty<OrderError>()).Select(error => GroupError(result.CartId!, result.CustomerId!, error)).ToList();
        try
        {
            WriteObject(result);
        }
        catch when (failed.Count > 0)
        {
            // Somebody downstream has enough, and ends this command: what was not bought must be said all the same.
            // -ErrorAction Stop cannot end it a second time, so that the words are a warning there.
            failed.ForEach(error => Survive(() => Fail(error, target), error.Message));
            throw;
        }

        failed.ForEach(error => Fail(error, target));
    }

    private void Survive(Action write, string words)
    {
        try
        {
            write();
        }
        catch (Exception)
        {
            WriteWarning(words);
        }
    }

    private static string Told(CartCheckoutResult result) => string.Join(
        ", ",
        result.OrderId.Select(id => "order " + id).Concat((result.OrderErrors ?? Enumerable.Empty<OrderError>()).Select(error => $"group {error.OrderGroupId} was not bought ({error.Code} {error.Description})")));

    private void RefuseBrokenInput()
    {
        if (InputObject?.BaseObject is CartLineItem)
        {
            throw PartnerException.InvalidInput("That is a line of a cart; a cart is bought as a whole.", "Pipe the cart itself.");
        }

        if (InputObject?.BaseObject is Cart cart && cart.AllLines().FirstOrDefault(line => line.Error != null) is { } broken)
        {
            // The service would buy the other groups: half of what was meant is not what was meant.
            PartnerException error = CartOutput.LineError(cart, broken, broken.Error!);
            throw new PartnerException(PartnerErrorKind.CartLineError, $"Nothing was bought: {error.Summary}")
            {
                ServiceCode = error.ServiceCode,
                ServiceDescription = error.ServiceDescription,
                NothingWasDone = true,
                RecommendedAction = "Fix or remove the line; or name the cart by -CustomerId and -CartId to buy the other lines.",
            };
        }
    }

    private void StopOnFindings(string customerId, string cartId)
    {
        IReadOnlyList<CartFinding> findings = Send((client, token) => new CartValidator(client) { OnlyReads = IsWanted("WhatIf", "WhatIfPreference") }.ValidateAsync(customerId, cartId, token));
        foreach (CartFinding finding in findings.Where(f => f.Severity != FindingSeverity.Error))
        {
            WriteWarning(finding.ToString());
        }

        List<CartFinding> errors = findings.Where(f => f.Severity == FindingSeverity.Error).ToList();
        if (errors.Count > 0)
        {
            string list = string.Join(Environment.NewLine, errors.Select(f => $"  {f.RuleId}{(f.LineItemId is { } id ? $" (line {id})" : string.Empty)}: {f.Message}"));
            throw new PartnerException(PartnerErrorKind.ValidationFailed, $"Cart {cartId} was not bought; the rules found:{Environment.NewLine}{list}{Environment.NewLine}")
            {
                RecommendedAction = "Test-PartnerCustomerCart says what to do about each.",
                NothingWasDone = true,
            };
        }
    }

    // What is asked about is read fresh: a cart in a variable can be hours old. Where nobody is asked, no call is made.
    private string Question(string customerId, string cartId)
    {
        if (!WillDescribe(ConfirmImpact.High))
        {
            return "Buy what is in it";
        }

        Cart cart = Send((client, token) => client.Customers.ById(customerId).Carts.ById(cartId).GetAsync(token));
        this.WarnIfLittleTimeIsLeft(cart);
        int lines = cart.AllLines().Count();
        int errors = cart.AllLines().Count(line => line.Error != null);
        string broken = errors == 0 ? string.Empty : $", {errors} with an error";
        string done = cart.IsOrdered ? " (ordered already: its orders are shown again)" : string.Empty;
        return $"Buy {Lines.Count(lines)}{broken}, {Lines.Total(cart)}{done}";
    }

    private static PartnerException GroupError(string cartId, string customerId, OrderError error)
    {
        string? remedy = ServiceCodes.Remedy(error.Code, 0, "carts.checkout");
        string message = $"Order group {error.OrderGroupId} of cart {cartId} of customer {customerId} was not bought: {error.Description} (code {error.Code})";
        return new PartnerException(PartnerErrorKind.OrderError, message)
        {
            ServiceCode = error.Code,
            ServiceDescription = error.Description,
            Operation = "carts.checkout",
            RecommendedAction = remedy,
        };
    }
}
