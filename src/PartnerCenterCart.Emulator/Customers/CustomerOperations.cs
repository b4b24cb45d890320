using System;
using System.Collections.Generic;
using System.Linq;

namespace PartnerCenterCart.Emulation;

/// <summary>The reads of endpoints.md, Customers.</summary>
internal static class CustomerOperations
{
    // The service default is not documented.
    private const int DefaultSize = 100;

    public static IEnumerable<Operation> Operations()
    {
        const string Customers = "/customers";
        const string Customer = Customers + "/{customerId}";
        yield return new Operation("customers.search", "GET", Customers, Search) { IsThrottled = true, RequiredQuery = "filter" };
        yield return new Operation("customers.list", "GET", Customers, List) { IsThrottled = true };
        yield return new Operation("customers.get", "GET", Customer, Get) { IsThrottled = true };
        yield return new Operation("customers.companyProfile.get", "GET", Customer + "/profiles/company", CompanyProfile) { Credential = Credential.UserOnly };
        yield return new Operation("customers.billingProfile.get", "GET", Customer + "/profiles/billing", BillingProfile);
        yield return new Operation("customers.validationStatus.get", "GET", Customer + "/validationStatus", Validation) { Credential = Credential.UserOnly };
    }

    private static EmulatorResponse List(OperationContext context) => Page(context, context.State.CustomersById);

    private static EmulatorResponse Search(OperationContext context)
    {
        CustomerFilter filter = CustomerFilter.Read(context.Query["filter"]!);
        if (filter.IsUserOnly && context.Settings.AppOnly)
        {
            throw new ServiceFault("900329");
        }

        return Page(context, context.State.CustomersById.Where(filter.Fits).ToList());
    }

    private static EmulatorResponse Page(OperationContext context, IReadOnlyList<CustomerRecord> customers)
    {
        // Published lists have the version in this one link.
        string self = "/v1" + PageLink.Self(context, "seekOperation");
        return SeekCollection.Answer(context, new ItemList<CustomerView>(customers.Count, index => CustomerView.InList(customers[index])), DefaultSize, self);
    }

    private static EmulatorResponse Get(OperationContext context) => EmulatorResponse.Json(200, CustomerView.Single(context.Customer));

    private static EmulatorResponse CompanyProfile(OperationContext context) => EmulatorResponse.Json(200, CompanyProfileView.Single(context.Customer));

    private static EmulatorResponse BillingProfile(OperationContext context) => EmulatorResponse.Json(200, BillingProfileView.Of(context.Customer));

    private static EmulatorResponse Validation(OperationContext context)
    {
        CustomerRecord customer = context.Customer;
        if (!string.Equals(context.Query["type"], "account", StringComparison.OrdinalIgnoreCase))
        {
            throw new ServiceFault("3000", "The query type is missing or is not account.");
        }

        string status = ValidationStatus.Of(customer.Standing) ?? throw new ServiceFault("600074", "Account Status for the customer, " + customer.Id + " was not found.");
        return EmulatorResponse.Json(200, new ValidationStatus { Type = "account", Status = status, LastUpdateDateTime = "2021-07-14T18:02:00" });
    }
}
