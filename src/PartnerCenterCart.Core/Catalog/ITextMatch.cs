namespace PartnerCenterCart;

/// <summary>Words that titles are compared with; how, is for the shell to say.</summary>
internal interface ITextMatch
{
    /// <summary>What was written.</summary>
    string Text { get; }

    /// <summary>Whether the words say themselves what may vary.</summary>
    bool HasWildcard { get; }

    /// <summary>Whether one of the texts matches as a whole.</summary>
    bool IsMatch(params string?[] texts);
}
