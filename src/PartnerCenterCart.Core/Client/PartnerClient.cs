using System;

namespace PartnerCenterCart;

/// <summary>
/// The service, as the archived .NET SDK spelled it:
/// <c>client.Customers.ById(customerId).Carts.ById(cartId).CheckoutAsync()</c>. Every failure is a
/// <see cref="PartnerException"/>; every method takes a cancellation token. Thread-safe.
/// </summary>
public sealed class PartnerClient : IDisposable
{
    private readonly IPartnerTransport transport;
    private readonly bool ownsTransport;

    /// <summary>A client that sends through the given transport and disposes of it.</summary>
    public PartnerClient(IPartnerTransport transport, IClock? clock = null, RequestContext? context = null)
        : this(transport ?? throw new ArgumentNullException(nameof(transport)), true, new CallSender(transport, clock ?? new SystemClock(), context))
    {
    }

    private PartnerClient(IPartnerTransport transport, bool ownsTransport, CallSender sender)
    {
        this.transport = transport;
        this.ownsTransport = ownsTransport;
        Sender = sender;
        Customers = new CustomerCollectionOperations(sender);
        CallSender catalog = FaultInSuccess.Watch(sender);
        Products = new CountryProductOperations(catalog);
        Extensions = new ExtensionOperations(catalog);
        ProductPromotions = new ProductPromotionOperations(catalog);
        AgreementDetails = new AgreementDetailOperations(sender);
        Invoices = new InvoiceCollectionOperations(sender);
        Reconciliation = new ReconciliationOperations(sender);
        Emulator = new EmulatorOperations(sender);
    }

    /// <summary>Customers and what is theirs.</summary>
    public CustomerCollectionOperations Customers { get; }

    /// <summary>What can be bought, by country; what a customer can buy is among what is the customer's.</summary>
    public CountryProductOperations Products { get; }

    /// <summary>What the service has beside its resources: the inventory check.</summary>
    public ExtensionOperations Extensions { get; }

    /// <summary>Promotions, by country.</summary>
    public ProductPromotionOperations ProductPromotions { get; }

    /// <summary>Agreements that purchases need, and their texts.</summary>
    public AgreementDetailOperations AgreementDetails { get; }

    /// <summary>Invoices, what they are made of, and the balance.</summary>
    public InvoiceCollectionOperations Invoices { get; }

    /// <summary>The reconciliation exports of Microsoft Graph, in the global cloud alone.</summary>
    public ReconciliationOperations Reconciliation { get; }

    /// <summary>The controls of an emulator; the service itself does not have them.</summary>
    public EmulatorOperations Emulator { get; }

    /// <summary>The clock of the connection.</summary>
    public IClock Clock => Sender.Clock;

    internal CallSender Sender { get; }

    /// <summary>The same connection for one user action: its correlation id, its language, its observer.</summary>
    public PartnerClient With(RequestContext context) =>
        new(transport, false, Sender.With(context ?? throw new ArgumentNullException(nameof(context))));

    /// <summary>Closes the connection; scoped clients made by <see cref="With"/> leave it open.</summary>
    public void Dispose()
    {
        if (ownsTransport)
        {
            transport.Dispose();
        }
    }
}
