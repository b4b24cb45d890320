using System.Collections.Generic;
using Newtonsoft.Json;
using Newtonsoft.Json.Serialization;

namespace PartnerCenterCart.Emulation;

/// <summary>CartError (models.md section 5): the code as snake_case text, as in the contract's example.</summary>
internal sealed record CartLineError
{
    private static readonly SnakeCaseNamingStrategy SnakeCase = new();

    public string? ErrorCode { get; init; }

    public string? ErrorDescription { get; init; }

    public IReadOnlyDictionary<string, int>? AdditionalInformation { get; init; }

    /// <summary>The table row behind <see cref="ErrorCode"/>.</summary>
    [JsonIgnore]
    public CartErrorEntry Entry => ErrorTable.CartError(ErrorCode ?? string.Empty);

    public static CartLineError Of(string name, string? description = null, IReadOnlyDictionary<string, int>? more = null)
    {
        CartErrorEntry entry = ErrorTable.CartError(name);
        return new CartLineError
        {
            ErrorCode = SnakeCase.GetPropertyName(entry.Name, hasSpecifiedName: false),
            ErrorDescription = description ?? entry.Text,
            AdditionalInformation = more,
        };
    }
}
