using System;
using System.Collections.Generic;
using System.Globalization;

namespace PartnerCenterCart.Emulation;

/// <summary>As many products as a test wants in a view, made from their number when they are asked for (setting generatedProducts).</summary>
internal static class NumberedProducts
{
    public const int Most = 1_000_000;

    private const string Prefix = "DZH318N";
    private const int IdLength = 12;

    /// <summary>The first product of a view has number 1.</summary>
    public static CatalogProduct Make(string view, int number)
    {
        // 7 letters, a letter for the view, and four digits of base 36: 12 characters, like every product id.
        string id = Prefix + (char)('A' + Array.IndexOf(TargetView.All, view)) + Base36(number);
        string title = "Numbered product " + number.ToString("D6", CultureInfo.InvariantCulture);
        ItemFamily family = FamilyOf(view);
        return new CatalogProduct
        {
            Id = id,
            Title = title,
            Description = title + " of the view " + view + ", made on demand.",
            Family = family,
            ProductType = MadeProduct.TypeOf(family),
            PublisherName = "Numbered Goods",
            Views = [view],
            IsReissued = true,
            Skus =
            [
                new CatalogSku
                {
                    Id = "0001",
                    Title = title,
                    MinimumQuantity = 1,
                    MaximumQuantity = 1000,
                    SupportedBillingCycles = family == ItemFamily.PerpetualSoftware ? [BillingCycle.OneTime] : [BillingCycle.Monthly, BillingCycle.Annual],
                    PurchasePrerequisites = [family == ItemFamily.NewCommerce ? "MicrosoftCustomerAgreement" : "MicrosoftCloudAgreement"],
                    Actions = ["Refund"],
                    Availabilities = [new CatalogAvailability { Id = "C", Terms = MadeTerms.Usual(family, 5 + (number % 50)) }],
                },
            ],
        };
    }

    public static CatalogProduct? Find(string id)
    {
        if (id.Length != IdLength || !id.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        int view = char.ToUpperInvariant(id[Prefix.Length]) - 'A';
        int number = FromBase36(id.Substring(Prefix.Length + 1));
        return view >= 0 && view < TargetView.All.Length && number is >= 1 and <= Most ? Make(TargetView.All[view], number) : null;
    }

    /// <summary>Whether the setting asks for this product; others are not numbered and always there.</summary>
    public static bool IsWanted(CatalogProduct product, IReadOnlyDictionary<string, int> wanted) =>
        !product.Id.StartsWith(Prefix, StringComparison.Ordinal)
        || (wanted.TryGetValue(product.Views[0], out int count) && FromBase36(product.Id.Substring(Prefix.Length + 1)) <= count);

    private static ItemFamily FamilyOf(string view) => view switch
    {
        TargetView.OnlineServices => ItemFamily.NewCommerce,
        TargetView.Software or TargetView.SoftwareSuseLinux or TargetView.SoftwarePerpetual or TargetView.SoftwareSubscriptions or TargetView.SpecializedOffers => ItemFamily.PerpetualSoftware,
        _ => ItemFamily.MarketplaceSaaS,
    };

    private static string Base36(int number)
    {
        const string Digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
        var text = new char[4];
        for (int index = 3; index >= 0; index--)
        {
            text[index] = Digits[number % 36];
            number /= 36;
        }

        return new string(text);
    }

    private static int FromBase36(string text)
    {
        int number = 0;
        foreach (char character in text)
        {
            char digit = char.ToUpperInvariant(character);
            int value = digit is >= '0' and <= '9' ? digit - '0' : digit is >= 'A' and <= 'Z' ? digit - 'A' + 10 : -1;
            if (value < 0)
            {
                return 0;
            }

            number = (number * 36) + value;
        }

        return number;
    }
}
