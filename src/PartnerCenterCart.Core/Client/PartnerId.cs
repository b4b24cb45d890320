using System.Text.RegularExpressions;

namespace PartnerCenterCart;

/// <summary>Checks ids before they become part of a path. What the service keeps opaque is only required to be there.</summary>
public static class PartnerId
{
    // Guid.TryParse would take signs and "0x" inside the groups.
    private static readonly Regex GuidForm = new("^[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}$", RegexOptions.CultureInvariant);

    /// <summary>A customer id.</summary>
    /// <exception cref="PartnerException">InvalidInput.</exception>
    public static string Customer(string? value) => RequireGuid(value, "customer id", "It is the tenant id of the customer.");

    /// <summary>A cart id.</summary>
    /// <exception cref="PartnerException">InvalidInput.</exception>
    public static string Cart(string? value) => RequireGuid(value, "cart id", "It is the Id of the cart that New-PartnerCustomerCart returned.");

    /// <summary>
    /// An order id: a GUID, 33 characters, or 12 hex digits, so that only text which cannot be an id is refused.
    /// </summary>
    /// <exception cref="PartnerException">InvalidInput.</exception>
    public static string Order(string? value)
    {
        string text = value?.Trim() ?? string.Empty;
        bool plausible = text.Length is > 0 and <= 64;
        foreach (char c in text)
        {
            plausible &= c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '-' or '_';
        }

        return plausible
            ? text
            : throw PartnerException.InvalidInput(
                $"'{text}' is not an order id. 12 hex digits such as a68736758d9c are expected; older orders have a GUID or 33 characters.",
                "Get-PartnerCustomerOrder -CustomerId lists the orders of a customer.");
    }

    private static string RequireGuid(string? value, string name, string whereToFindIt)
    {
        string text = value?.Trim() ?? string.Empty;
        return GuidForm.IsMatch(text)
            ? text
            : throw PartnerException.InvalidInput(
                text.Length == 0
                    ? $"The {name} is missing. A GUID such as 28045616-f6b9-462f-9701-0d89b5e65c44 is expected."
                    : $"'{text}' is not a {name}. A GUID such as 28045616-f6b9-462f-9701-0d89b5e65c44 is expected.",
                whereToFindIt);
    }
}
