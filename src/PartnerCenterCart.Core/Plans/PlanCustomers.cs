using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace PartnerCenterCart;

/// <summary>Customers as plans name them: by tenant id, by domain, by their exact name. Each is looked up once.</summary>
internal sealed class PlanCustomers
{
    private readonly PartnerClient client;
    private readonly ConcurrentDictionary<string, object> known = new(StringComparer.OrdinalIgnoreCase);

    public PlanCustomers(PartnerClient client) => this.client = client;

    /// <summary>Looks all of them up.</summary>
    public Task ReadAsync(IEnumerable<string> names, int atOnce, CancellationToken stop) =>
        Workers.RunAsync(names.Distinct(StringComparer.OrdinalIgnoreCase), atOnce, async name => known[name] = await FindAsync(name, stop).ConfigureAwait(false), stop);

    /// <summary>The customer, or why there is none.</summary>
    public Customer? Find(string name, out string problem)
    {
        object found = known.TryGetValue(name, out object? value) ? value : "It was not looked up.";
        problem = found as string ?? string.Empty;
        return found as Customer;
    }

    private async Task<object> FindAsync(string name, CancellationToken stop)
    {
        try
        {
            return Guid.TryParseExact(name, "D", out _)
                ? await client.Customers.ById(name).GetAsync(stop).ConfigureAwait(false)
                : await SearchAsync(name, stop).ConfigureAwait(false);
        }
        catch (PartnerException e) when (e.Kind is PartnerErrorKind.NotFound or PartnerErrorKind.Forbidden or PartnerErrorKind.BadRequest or PartnerErrorKind.InvalidInput)
        {
            return e.Summary;
        }
    }

    private async Task<object> SearchAsync(string name, CancellationToken stop)
    {
        // A dot and no blank: a domain; some companies are called so, too.
        bool isDomain = name.IndexOf('.') > 0 && name.IndexOf(' ') < 0;
        List<Customer> found = isDomain ? await SearchAsync(CustomerSearchField.Domain, name, customer => customer.CompanyProfile?.Domain, stop).ConfigureAwait(false) : new List<Customer>();
        if (found.Count == 0)
        {
            found = await SearchAsync(CustomerSearchField.CompanyName, name, customer => customer.CompanyName, stop).ConfigureAwait(false);
        }

        // Lists do not tell the country, which the catalogue is read by.
        return found.Count switch
        {
            1 => await client.Customers.ById(found[0].Id!).GetAsync(stop).ConfigureAwait(false),
            0 => $"No customer has the domain or the exact name '{name}'.",
            _ => $"{found.Count} customers are called '{name}': {string.Join(", ", found.Take(5).Select(customer => customer.Id))}.",
        };
    }

    private async Task<List<Customer>> SearchAsync(string field, string text, Func<Customer, string?> value, CancellationToken stop)
    {
        var found = new List<Customer>();
        Page<Customer>? page = await client.Customers.QueryAsync(field, text, cancellationToken: stop).ConfigureAwait(false);
        for (; page != null; page = await page.NextAsync(stop).ConfigureAwait(false))
        {
            // The service knows beginnings only.
            found.AddRange(page.Items.Where(customer => string.Equals(value(customer), text, StringComparison.OrdinalIgnoreCase)));
        }

        return found;
    }
}
