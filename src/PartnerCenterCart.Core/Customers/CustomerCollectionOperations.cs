using System.Globalization;
using System.Threading;
using System.Threading.Tasks;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace PartnerCenterCart;

/// <summary>Customers of the partner.</summary>
public sealed class CustomerCollectionOperations
{
    private readonly CallSender sender;

    internal CustomerCollectionOperations(CallSender sender) => this.sender = sender;

    /// <summary>One customer, by tenant id. Nothing is sent.</summary>
    /// <exception cref="PartnerException">InvalidInput: not a GUID.</exception>
    public CustomerOperations ById(string customerId) => new(sender, PartnerId.Customer(customerId));

    /// <summary>
    /// Reads the first page of all customers; <see cref="Page{T}.NextAsync"/> reads on. Lists tell id, company profile and
    /// relationship only.
    /// </summary>
    /// <param name="size">Customers on a page; null or 0 leaves it to the service.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="PartnerException">InvalidInput: negative size.</exception>
    public Task<Page<Customer>> GetAsync(int? size = null, CancellationToken cancellationToken = default) =>
        ReadAsync("customers.list", "reading the customers", Path(size), cancellationToken);

    /// <summary>Reads the first page of the customers whose field begins with a text, in any case.</summary>
    /// <param name="searchField">A text of <see cref="CustomerSearchField"/> in any spelling.</param>
    /// <param name="startsWith">Start of the value; the service has no other comparison, so an exact match is for the caller to pick.</param>
    /// <param name="size">Customers on a page; null or 0 leaves it to the service.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="PartnerException">InvalidInput, with the documented fields.</exception>
    public Task<Page<Customer>> QueryAsync(string searchField, string startsWith, int? size = null, CancellationToken cancellationToken = default)
    {
        string field = CatalogCheck.Documented(searchField ?? string.Empty, CustomerSearchField.Known, "field to search customers by");
        string value = startsWith?.Trim() ?? string.Empty;
        if (value.Length == 0)
        {
            throw PartnerException.InvalidInput($"There is nothing to search customers for. The start of {field} is expected.");
        }

        // Names in PascalCase, compact (contract: behaviours.md, section 5).
        string filter = new JObject { ["Field"] = field, ["Value"] = value, ["Operator"] = "starts_with" }.ToString(Formatting.None);
        return ReadAsync("customers.search", $"searching customers whose {field} begins with '{value}'", Path(size).Query("filter", filter), cancellationToken);
    }

    private static ResourcePath Path(int? size) => size is < 0
        ? throw PartnerException.InvalidInput($"{size.Value.ToString(CultureInfo.InvariantCulture)} is not the size of a page. A whole number of at least 0 is expected; 0 leaves it to the service.")
        : ResourcePath.Root.Add("customers").Query("size", size?.ToString(CultureInfo.InvariantCulture));

    private Task<Page<Customer>> ReadAsync(string operation, string purpose, ResourcePath path, CancellationToken cancellationToken) =>
        new PageReader<Customer>(sender, operation, purpose, _ => { }).FirstAsync(path, cancellationToken);
}
