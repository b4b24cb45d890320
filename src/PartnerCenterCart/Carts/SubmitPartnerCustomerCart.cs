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

    /// <summary>The cart as it came down the pipeline: the target of errors. What is bought is what the service holds.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    public PSObject? InputObject { get; set; }

    private protected override object? Target => InputObject?.BaseObject as Cart ?? (object?)CartId;

    private protected override void Process()
    {
        string customerId = PartnerId.Customer(CustomerId);
        string cartId = PartnerId.Cart(CartId);
        if (Validate)
        {
            StopOnFindings(customerId, cartId);
        }

        if (!ShouldProcess($"Cart {cartId} of customer {customerId}", Question(customerId, cartId)))
        {
            return;
        }

        CartCheckoutResult result = Send((client, token) => client.Customers.ById(customerId).Carts.ById(cartId).CheckoutAsync(token));
        WriteObject(result);
        foreach (OrderError error in result.OrderErrors ?? Enumerable.Empty<OrderError>())
        {
            WriteError(ErrorRecords.From(GroupError(cartId, customerId, error), Target));
        }
    }

    private void StopOnFindings(string customerId, string cartId)
    {
        IReadOnlyList<CartFinding> findings = Send((client, token) => new CartValidator(client).ValidateAsync(customerId, cartId, token));
        foreach (CartFinding finding in findings.Where(f => f.Severity == FindingSeverity.Warning))
        {
            WriteWarning(finding.ToString());
        }

        List<CartFinding> errors = findings.Where(f => f.Severity == FindingSeverity.Error).ToList();
        if (errors.Count > 0)
        {
            string list = string.Join(System.Environment.NewLine, errors.Select(f => $"  {f.RuleId}{(f.LineItemId is { } id ? $" (line {id})" : string.Empty)}: {f.Message}"));
            throw new PartnerException(PartnerErrorKind.ValidationFailed, $"Cart {cartId} was not bought; the rules found:{System.Environment.NewLine}{list}{System.Environment.NewLine}")
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
        WarnIfLittleTimeIsLeft(cart);
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
