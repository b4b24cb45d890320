namespace PartnerCenterCart.Emulation;

/// <summary>One line looks different in each of the two APIs.</summary>
internal enum LineShape
{
    /// <summary>An item of a page.</summary>
    V1,

    /// <summary>The same with provider=all: usage columns mixed in, in PascalCase (published in 2021).</summary>
    V1All,

    /// <summary>A row of a blob with every column.</summary>
    V2Full,

    /// <summary>A row of a blob with a choice of columns.</summary>
    V2Basic,
}
