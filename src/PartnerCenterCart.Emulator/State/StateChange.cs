using System;

namespace PartnerCenterCart.Emulation;

/// <summary>One thing that a step puts into the state.</summary>
internal sealed class StateChange
{
    public const string Customer = "customer";
    public const string Subscription = "subscription";
    public const string Cart = "cart";
    public const string Order = "order";
    public const string Replay = "replay";
    public const string Clock = "clock";
    public const string Billing = "billing";
    public const string Invoice = "invoice";
    public const string Export = "export";

    private StateChange(string kind, object value)
    {
        Kind = kind;
        Value = value;
    }

    public string Kind { get; }

    public object Value { get; }

    public static StateChange Of(object value) => new(KindOf(value), value);

    public static Type TypeOf(string kind) => kind switch
    {
        Customer => typeof(CustomerRecord),
        Subscription => typeof(SubscriptionRecord),
        Cart => typeof(StoredCart),
        Order => typeof(StoredOrder),
        Replay => typeof(Replay),
        Clock => typeof(ClockOffset),
        Billing => typeof(BillingChange),
        Invoice => typeof(InvoiceRecord),
        Export => typeof(StoredExport),
        _ => throw new InvalidOperationException("The state file holds the unknown kind '" + kind + "'."),
    };

    private static string KindOf(object value) => value switch
    {
        CustomerRecord => Customer,
        SubscriptionRecord => Subscription,
        StoredCart => Cart,
        StoredOrder => Order,
        Emulation.Replay => Replay,
        ClockOffset => Clock,
        BillingChange => Billing,
        InvoiceRecord => Invoice,
        StoredExport => Export,
        _ => throw new ArgumentException("This is no part of the state.", nameof(value)),
    };
}
