using System;
using System.Linq;
using System.Management.Automation;

namespace PartnerCenterCart.Commands;

/// <summary>Titles and names as users ask for them: with wildcards, or without.</summary>
internal sealed class TitlePattern : ITextMatch
{
    private static readonly char[] Wildcards = { '*', '?', '[' };

    private readonly WildcardPattern pattern;

    private TitlePattern(string text, string ending)
    {
        Text = text;
        int first = text.IndexOfAny(Wildcards);
        HasWildcard = first >= 0;
        LiteralStart = HasWildcard ? text.Substring(0, first) : text;
        pattern = WildcardPattern.Get(HasWildcard ? text : WildcardPattern.Escape(text) + ending, WildcardOptions.IgnoreCase | WildcardOptions.CultureInvariant);
    }

    public string Text { get; }

    public bool HasWildcard { get; }

    /// <summary>What stands before the first wildcard.</summary>
    public string LiteralStart { get; }

    /// <summary>Without wildcards: the whole text.</summary>
    public static TitlePattern Whole(string? text) => new(text?.Trim() ?? string.Empty, string.Empty);

    /// <summary>Without wildcards: the start of the text.</summary>
    public static TitlePattern StartingWith(string? text) => new(text?.Trim() ?? string.Empty, "*");

    public bool IsMatch(params string?[] texts) => texts.Any(text => text != null && pattern.IsMatch(text));
}
