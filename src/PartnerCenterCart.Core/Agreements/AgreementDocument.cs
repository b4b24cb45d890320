namespace PartnerCenterCart;

/// <summary>Where the text of an agreement can be read.</summary>
public sealed class AgreementDocument : PartnerResource
{
    /// <summary>A page that shows it.</summary>
    public string? DisplayUri { get; set; }

    /// <summary>The file; the link lives about five minutes.</summary>
    public string? DownloadUri { get; set; }

    /// <summary>Such as <c>en-US</c>.</summary>
    public string? Language { get; set; }

    /// <summary>Such as <c>US</c>.</summary>
    public string? Country { get; set; }

    /// <summary>Higher is newer.</summary>
    public int? VersionRank { get; set; }

    /// <summary>The page.</summary>
    public override string ToString() => DisplayUri ?? string.Empty;
}
