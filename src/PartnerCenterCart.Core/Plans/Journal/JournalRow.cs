using System.Collections.Generic;
using Newtonsoft.Json;

namespace PartnerCenterCart;

/// <summary>A row of the plan as it was when the first run began.</summary>
internal sealed class JournalRow
{
    [JsonProperty("row")]
    public int RowNumber { get; set; }

    [JsonProperty("ref")]
    public string Reference { get; set; } = string.Empty;

    [JsonProperty("cart")]
    public int Cart { get; set; }

    [JsonProperty("customer")]
    public string CustomerId { get; set; } = string.Empty;

    [JsonProperty("name")]
    public string? CustomerName { get; set; }

    [JsonProperty("item")]
    public string? Item { get; set; }

    [JsonProperty("quantity")]
    public int? Quantity { get; set; }

    /// <summary>Digest of the catalogue's item.</summary>
    [JsonProperty("itemDigest")]
    public string? ItemDigest { get; set; }

    [JsonProperty("wish")]
    public Dictionary<string, string> Wish { get; set; } = new();

    public static JournalRow Of(PurchasePlanRow row, int cart) => new()
    {
        RowNumber = row.RowNumber,
        Reference = row.Reference,
        Cart = cart,
        CustomerId = row.CustomerId!,
        CustomerName = row.CustomerName,
        Item = row.CatalogItemId,
        Quantity = row.Quantity,
        ItemDigest = row.ItemDigest,
        Wish = new Dictionary<string, string>(System.Linq.Enumerable.ToDictionary(row.Wish, pair => pair.Key, pair => pair.Value)),
    };
}
