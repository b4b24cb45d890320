namespace PartnerCenterCart;

/// <summary>An agreement that purchases need.</summary>
public static class AgreementType
{
    /// <summary>For legacy items; what the service takes when nothing is asked for.</summary>
    public const string MicrosoftCloudAgreement = "MicrosoftCloudAgreement";

    /// <summary>For new commerce items.</summary>
    public const string MicrosoftCustomerAgreement = "MicrosoftCustomerAgreement";

    /// <summary>Any, when asking.</summary>
    public const string All = "*";

    /// <summary>The documented values, by their position in the documentation.</summary>
    public static KnownText Known { get; } = new(
        (0, MicrosoftCloudAgreement, nameof(MicrosoftCloudAgreement)),
        (1, MicrosoftCustomerAgreement, nameof(MicrosoftCustomerAgreement)),
        (2, All, nameof(All)));
}
