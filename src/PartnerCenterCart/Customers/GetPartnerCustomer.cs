using System.Management.Automation;

namespace PartnerCenterCart.Commands;

/// <summary>Reads customers: all, by id, or by the start of company name or domain.</summary>
[Cmdlet(VerbsCommon.Get, "PartnerCustomer", DefaultParameterSetName = "All")]
[OutputType(typeof(Customer))]
public sealed class GetPartnerCustomer : PartnerCmdlet
{
    private string? current;

    /// <summary>Tenant ids; by id a customer comes with its profiles.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true, ParameterSetName = "Id")]
    [ArgumentCompleter(typeof(CustomerCompleter))]
    [AllowEmptyString]
    [AllowNull]
    public string?[]? CustomerId { get; set; }

    /// <summary>Start of the company name, or a name with wildcards.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "Name")]
    [Alias("CompanyName")]
    public string? Name { get; set; }

    /// <summary>Start of the initial domain, or a domain with wildcards.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "Domain")]
    public string? Domain { get; set; }

    /// <summary>Partner (MPN) id of an indirect reseller whose customers are asked for; App+User tokens only.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "IndirectReseller")]
    public string? IndirectReseller { get; set; }

    private protected override object? Target => current ?? Name ?? Domain ?? IndirectReseller;

    private protected override void Process()
    {
        switch (ParameterSetName)
        {
            case "Id":
                foreach (string? id in CustomerId ?? new string?[] { null })
                {
                    current = id;
                    Guarded(() => Write(Send((client, token) => client.Customers.ById(id!).GetAsync(token))));
                }

                break;
            case "Name":
                Search(CustomerSearchField.CompanyName, Name, customer => customer.CompanyName);
                break;
            case "Domain":
                Search(CustomerSearchField.Domain, Domain, customer => customer.Domain);
                break;
            case "IndirectReseller":
                SendPages<Customer>((client, token) => client.Customers.QueryAsync(CustomerSearchField.IndirectReseller, IndirectReseller!, null, token), Write);
                break;
            default:
                SendPages<Customer>((client, token) => client.Customers.GetAsync(null, token), Write);
                break;
        }
    }

    // The service compares the start only; what a wildcard says beyond that is compared here.
    private void Search(string field, string? text, System.Func<Customer, string?> value)
    {
        TitlePattern pattern = TitlePattern.StartingWith(text);
        if (pattern.LiteralStart.Length == 0 && pattern.HasWildcard)
        {
            SendPages<Customer>((client, token) => client.Customers.GetAsync(null, token), WriteMatching);
            return;
        }

        SendPages<Customer>((client, token) => client.Customers.QueryAsync(field, pattern.LiteralStart, null, token), WriteMatching);

        void WriteMatching(Customer customer)
        {
            if (pattern.IsMatch(value(customer)))
            {
                Write(customer);
            }
        }
    }

    private void Write(Customer customer)
    {
        Context.Cache.Remember(customer);
        WriteObject(customer);
    }
}
