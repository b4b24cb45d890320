using System.Collections.Generic;
using Newtonsoft.Json;
using PartnerCenterCart.Json;

namespace PartnerCenterCart;

/// <summary>A problem of one line, inside an otherwise successful answer.</summary>
public sealed class CartError : PartnerResource
{
    /// <summary>Text or number as the service sent it; <see cref="CartErrorCode.Known"/> knows the documented ones.</summary>
    public string? ErrorCode { get; set; }

    /// <summary>The service's own words.</summary>
    public string? ErrorDescription { get; set; }

    /// <summary>Details by name; documented are <c>availableQuantity</c> and <c>purchasedQuantity</c>.</summary>
    [JsonConverter(typeof(PlainValueConverter))]
    public Dictionary<string, object?>? AdditionalInformation { get; set; }

    /// <summary>Number of the code where it is documented or numeric; null otherwise.</summary>
    [JsonIgnore]
    public int? Number => CartErrorCode.Known.NumberOf(ErrorCode) ?? (int.TryParse(ErrorCode, out int number) ? number : null);

    /// <summary>Code and description in one line.</summary>
    public override string ToString() => $"{CartErrorCode.Known.NameOf(ErrorCode) ?? ErrorCode}: {ErrorDescription}";
}
