using System;
using System.Collections.Generic;
using Newtonsoft.Json;

namespace PartnerCenterCart;

/// <summary>What is about to be done with a cart, or what came of it.</summary>
internal sealed class JournalStep
{
    /// <summary>A cart will be asked for.</summary>
    public const string Creating = "creating";

    /// <summary>The service has given the cart an id.</summary>
    public const string Created = "created";

    /// <summary>The checkout will be sent, also once more; from here on money may have moved.</summary>
    public const string CheckingOut = "checkingOut";

    /// <summary>Rows are bought, or certain not to be.</summary>
    public const string Settled = "settled";

    /// <summary>The cart is gone and certain not to be ordered; another one may be made.</summary>
    public const string Abandoned = "abandoned";

    /// <summary>Rows that failed are to be tried once more.</summary>
    public const string Retry = "retry";

    [JsonProperty("cart")]
    public int Cart { get; set; }

    [JsonProperty("try")]
    public int Try { get; set; }

    [JsonProperty("step")]
    public string Step { get; set; } = string.Empty;

    [JsonProperty("at")]
    public DateTimeOffset At { get; set; }

    /// <summary>MS-RequestId that is or will be used.</summary>
    [JsonProperty("request")]
    public Guid? Request { get; set; }

    [JsonProperty("cartId")]
    public string? CartId { get; set; }

    /// <summary>When the service made the cart, by its own clock; null where it does not say.</summary>
    [JsonProperty("made")]
    public DateTimeOffset? Made { get; set; }

    [JsonProperty("lines")]
    public List<JournalCartLine>? Lines { get; set; }

    [JsonProperty("orders")]
    public List<JournalOrderLine>? Orders { get; set; }

    [JsonProperty("failed")]
    public List<JournalFailure>? Failed { get; set; }

    /// <summary>Why, for people.</summary>
    [JsonProperty("why")]
    public string? Why { get; set; }

    /// <summary>References of the rows that are meant, where not all are.</summary>
    [JsonProperty("rows")]
    public List<string>? Rows { get; set; }
}

/// <summary>Which line of the cart is which row, and what it holds.</summary>
internal sealed class JournalCartLine
{
    [JsonProperty("ref")]
    public string Reference { get; set; } = string.Empty;

    [JsonProperty("id")]
    public int? Id { get; set; }

    [JsonProperty("item")]
    public string? Item { get; set; }

    [JsonProperty("group")]
    public string? Group { get; set; }
}

/// <summary>A line of an order that a row has become.</summary>
internal sealed class JournalOrderLine
{
    [JsonProperty("ref")]
    public string Reference { get; set; } = string.Empty;

    [JsonProperty("order")]
    public string OrderId { get; set; } = string.Empty;

    [JsonProperty("line")]
    public int? Line { get; set; }

    [JsonProperty("item")]
    public string? Item { get; set; }

    [JsonProperty("price")]
    public decimal? Price { get; set; }

    [JsonProperty("currency")]
    public string? Currency { get; set; }
}

/// <summary>A row that is certain not to be bought, and why.</summary>
internal sealed class JournalFailure
{
    [JsonProperty("ref")]
    public string Reference { get; set; } = string.Empty;

    [JsonProperty("kind")]
    public PartnerErrorKind Kind { get; set; }

    [JsonProperty("code")]
    public string? Code { get; set; }

    [JsonProperty("message")]
    public string Message { get; set; } = string.Empty;

    [JsonProperty("remedy")]
    public string? Remedy { get; set; }
}
