using System.Linq;

namespace PartnerCenterCart;

/// <summary>Refuses what the catalogue cannot be asked for, before anything is sent, and names what it can be asked for.</summary>
public static class CatalogCheck
{
    private const int LongestId = 100;

    private const string ViewRemedy = "OnlineServices has the seats of new commerce, MicrosoftAzure the Azure plan.";

    /// <summary>A country code in capitals.</summary>
    /// <exception cref="PartnerException">InvalidInput: no ISO 3166-1 code of two letters.</exception>
    public static string Country(string? value)
    {
        string text = value?.Trim() ?? string.Empty;
        string code = text.ToUpperInvariant();
        if (Countries.Contains(code))
        {
            return code;
        }

        const string form = "Two letters of ISO 3166-1 are expected, such as US, DE or GB.";
        string near = string.Join(" or ", Countries.Near(text).Select(country => $"{country.Code} ({country.Name})"));
        throw PartnerException.InvalidInput(
            text.Length == 0 ? $"The country is missing. {form}" : $"'{text}' is not a country code. {form}",
            near.Length == 0 ? null : $"Did you mean {near}?");
    }

    /// <summary>A part of the catalogue in the service's spelling, from any spelling of a documented one.</summary>
    /// <exception cref="PartnerException">InvalidInput, with the documented values.</exception>
    public static string View(string? value) => string.IsNullOrWhiteSpace(value)
        ? throw PartnerException.InvalidInput($"The catalog is missing. One of these is expected: {Listed(TargetView.Known)}.", ViewRemedy)
        : Documented(value!, TargetView.Known, "catalog", ViewRemedy);

    /// <summary>A segment in the service's spelling; blank is null and means no choice.</summary>
    /// <exception cref="PartnerException">InvalidInput, with the documented values.</exception>
    public static string? Segment(string? value) => Optional(value, TargetSegment.Known, "segment");

    /// <summary>A reservation scope in the service's spelling; blank is null and means legacy subscriptions.</summary>
    /// <exception cref="PartnerException">InvalidInput, with the documented value.</exception>
    public static string? Scope(string? value) => Optional(value, ReservationScope.Known, "reservation scope");

    /// <summary>A product id: 12 characters, a GUID or <c>MS-AZR-0145P</c>, so that only text which cannot be one is refused.</summary>
    /// <exception cref="PartnerException">InvalidInput.</exception>
    public static string ProductId(string? value) =>
        Id(value, "product id", "CFQ7TTC0LH18", "The catalog item id product:sku:availability begins with it; Get-PartnerProduct lists products.");

    /// <summary>A SKU id such as <c>0001</c>; a number that lost its leading zeros is refused.</summary>
    /// <exception cref="PartnerException">InvalidInput.</exception>
    public static string SkuId(string? value)
    {
        string text = Id(value, "SKU id", "0001", "It is the second part of a catalog item id product:sku:availability; Get-PartnerProductSku lists SKUs.");
        return text.Length < 4 && text.All(c => c is >= '0' and <= '9')
            ? throw PartnerException.InvalidInput(
                $"'{text}' is not a SKU id. It has four characters, zeros in front included.",
                $"Did you mean '{text.PadLeft(4, '0')}'? Numbers lose their zeros; keep it as text.")
            : text;
    }

    /// <summary>An availability id.</summary>
    /// <exception cref="PartnerException">InvalidInput.</exception>
    public static string AvailabilityId(string? value) =>
        Id(value, "availability id", "CFQ7TTC0K971", "It is the last part of a catalog item id product:sku:availability; Get-PartnerProductAvailability lists availabilities.");

    /// <summary>A promotion id, which looks like a catalog item id.</summary>
    /// <exception cref="PartnerException">InvalidInput.</exception>
    public static string PromotionId(string? value) =>
        Id(value, "promotion id", "39NFJQT1PJQB:0001:39NFJQT1Q5KN", "Get-PartnerProductPromotion lists the promotions that run.", allowColon: true);

    /// <summary>Text that can be an id, trimmed. Ids are opaque, so that all that can be said is what they cannot hold.</summary>
    internal static string Id(string? value, string name, string example, string remedy, bool allowColon = false)
    {
        string text = value?.Trim() ?? string.Empty;
        bool plausible = text.Length is > 0 and <= LongestId
            && text.All(c => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '-' or '_' || (allowColon && c == ':'));
        return plausible
            ? text
            : throw PartnerException.InvalidInput(
                text.Length == 0 ? $"The {name} is missing. One such as {example} is expected." : $"'{text}' is not {(name[0] is 'a' or 'i' ? "an" : "a")} {name}. One such as {example} is expected.",
                remedy);
    }

    /// <summary>The documented text for any spelling of it.</summary>
    internal static string Documented(string value, KnownText known, string name, string? remedy = null)
    {
        string text = value.Trim();

        // The numbers that answers may hold are not what people write, and no documented text has a digit.
        string? documented = text.Any(char.IsDigit) ? null : known.Normalize(text);
        return documented ?? throw PartnerException.InvalidInput($"'{text}' is not a {name}. {Expected(known)}", remedy);
    }

    private static string? Optional(string? value, KnownText known, string name) =>
        string.IsNullOrWhiteSpace(value) ? null : Documented(value!, known, name);

    private static string Expected(KnownText known) =>
        known.Texts.Count == 1 ? $"{known.Texts[0]} is expected." : $"One of these is expected: {Listed(known)}.";

    private static string Listed(KnownText known) => string.Join(", ", known.Texts);
}
