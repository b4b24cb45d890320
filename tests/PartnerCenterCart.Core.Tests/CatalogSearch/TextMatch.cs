using System;
using System.Linq;
using System.Text.RegularExpressions;

namespace PartnerCenterCart.Core.Tests;

/// <summary>Whole texts in any case; a star stands for anything.</summary>
internal sealed class TextMatch : ITextMatch
{
    public TextMatch(string text) => Text = text;

    public string Text { get; }

    public bool HasWildcard => Text.Contains('*', StringComparison.Ordinal);

    public bool IsMatch(params string?[] texts) =>
        texts.Any(text => text != null && Regex.IsMatch(text, "^" + Regex.Escape(Text).Replace("\\*", ".*", StringComparison.Ordinal) + "$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant));
}
