using System;
using System.Collections.Generic;
using System.Linq;

namespace PartnerCenterCart.Emulation;

/// <summary>Data/errors.json: every code of behaviours.md section 11 and newer-facts.md, and the line errors of carts.</summary>
internal sealed class ErrorTable
{
    private static readonly Lazy<ErrorTable> Instance = new(() => EmbeddedData.Read<ErrorTable>("errors.json"));
    private static readonly Lazy<Dictionary<string, ErrorEntry>> ByCode = new(() => Instance.Value.Faults.ToDictionary(entry => entry.Code));
    private static readonly Lazy<Dictionary<string, CartErrorEntry>> ByName = new(() => Instance.Value.CartErrors.ToDictionary(entry => EnumText.Plain(entry.Name)));

    public IReadOnlyList<ErrorEntry> Faults { get; init; } = [];

    public IReadOnlyList<CartErrorEntry> CartErrors { get; init; } = [];

    public static IReadOnlyList<ErrorEntry> All => Instance.Value.Faults;

    public static IEnumerable<string> CartErrorNames => Instance.Value.CartErrors.Select(entry => entry.Name);

    public static ErrorEntry Get(string code) => ByCode.Value[code];

    public static ErrorEntry? Find(string code) => ByCode.Value.TryGetValue(code, out ErrorEntry? entry) ? entry : null;

    public static CartErrorEntry CartError(string name) => ByName.Value[EnumText.Plain(name)];

    public static CartErrorEntry? FindCartError(string name) => ByName.Value.TryGetValue(EnumText.Plain(name), out CartErrorEntry? entry) ? entry : null;
}
