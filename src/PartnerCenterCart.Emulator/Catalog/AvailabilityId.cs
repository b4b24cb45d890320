namespace PartnerCenterCart.Emulation;

/// <summary>The id under which an availability is sold in a country: unstable over time, as the contract says, but not for the contract's own items.</summary>
internal static class AvailabilityId
{
    private const string HomeCountry = "US";
    private const string Digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private const int PrefixLength = 7;
    private const int CodeLength = 5;

    /// <param name="product">Says whether its availabilities are reissued.</param>
    /// <param name="sku">Part of what the id is made from.</param>
    /// <param name="availability">Its id is the one in the home country, unless it is reissued.</param>
    /// <param name="country">Every country has ids of its own.</param>
    /// <param name="issue">See <see cref="EmulatorSettings.IssueAt"/>.</param>
    public static string Of(CatalogProduct product, CatalogSku sku, CatalogAvailability availability, string country, long issue)
    {
        // Offer ids are the same everywhere and for ever.
        if (availability.CatalogItemId is not null || (!product.IsReissued && country == HomeCountry))
        {
            return availability.Id;
        }

        string text = product.Id + "/" + sku.Id + "/" + availability.Id + "/" + country;
        return product.Id.Substring(0, PrefixLength) + Code(product.IsReissued ? text + "/" + issue.ToString(System.Globalization.CultureInfo.InvariantCulture) : text);
    }

    private static string Code(string text)
    {
        ulong hash = StableHash.Of(text);
        var code = new char[CodeLength];
        for (int index = 0; index < CodeLength; index++)
        {
            code[index] = Digits[(int)(hash % (ulong)Digits.Length)];
            hash /= (ulong)Digits.Length;
        }

        return new string(code);
    }
}
