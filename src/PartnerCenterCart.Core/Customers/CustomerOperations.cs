using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

namespace PartnerCenterCart;

/// <summary>One customer and what belongs to it.</summary>
public sealed class CustomerOperations
{
    private readonly CallSender sender;
    private readonly string customerId;

    internal CustomerOperations(CallSender sender, string customerId)
    {
        this.sender = sender;
        this.customerId = customerId;
        CallSender catalog = FaultInSuccess.Watch(sender);
        Carts = new CartCollectionOperations(sender, customerId);
        Orders = new OrderCollectionOperations(sender, customerId);
        Subscriptions = new SubscriptionCollectionOperations(sender, customerId);
        Products = new ProductCollectionOperations(catalog, CatalogScope.OfCustomer(customerId));
        PromotionEligibilities = new PromotionEligibilityOperations(catalog, customerId);
        CompanyProfile = new CustomerCompanyProfileOperations(sender, customerId);
        BillingProfile = new CustomerBillingProfileOperations(sender, customerId);
        ValidationStatus = new ValidationStatusOperations(sender, customerId);
        Agreements = new AgreementCollectionOperations(sender, customerId);
        DirectSignedAgreementStatus = new DirectSignedAgreementStatusOperations(sender, customerId);
    }

    /// <summary>Carts.</summary>
    public CartCollectionOperations Carts { get; }

    /// <summary>Orders.</summary>
    public OrderCollectionOperations Orders { get; }

    /// <summary>Subscriptions.</summary>
    public SubscriptionCollectionOperations Subscriptions { get; }

    /// <summary>What this customer can buy; country and eligibility follow the customer.</summary>
    public ProductCollectionOperations Products { get; }

    /// <summary>Which promotions this customer gets.</summary>
    public PromotionEligibilityOperations PromotionEligibilities { get; }

    /// <summary>Who it is.</summary>
    public CustomerCompanyProfileOperations CompanyProfile { get; }

    /// <summary>Whom its bills go to.</summary>
    public CustomerBillingProfileOperations BillingProfile { get; }

    /// <summary>Whether its account was vetted.</summary>
    public ValidationStatusOperations ValidationStatus { get; }

    /// <summary>Agreements that the partner confirmed for it.</summary>
    public AgreementCollectionOperations Agreements { get; }

    /// <summary>Whether it accepted the Microsoft Customer Agreement by itself.</summary>
    public DirectSignedAgreementStatusOperations DirectSignedAgreementStatus { get; }

    /// <summary>Reads it, with billing profile, domains and what else lists leave out.</summary>
    /// <exception cref="PartnerException">NotFound; Forbidden (20002): not a customer of the partner.</exception>
    public Task<Customer> GetAsync(CancellationToken cancellationToken = default)
    {
        PartnerRequest request = sender.Request(
            "customers.get", HttpMethod.Get, ResourcePath.Root.Add("customers", customerId).ToString(), RetryClass.Read, $"reading customer {customerId}");
        return sender.SendAsync<Customer>(request, cancellationToken);
    }
}
