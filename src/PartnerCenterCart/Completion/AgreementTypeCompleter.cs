namespace PartnerCenterCart.Commands;

/// <summary>The agreements that purchases need.</summary>
public sealed class AgreementTypeCompleter : ListCompleter
{
    /// <summary>Offers them, and all of them.</summary>
    public AgreementTypeCompleter()
        : base(AgreementType.MicrosoftCustomerAgreement, AgreementType.MicrosoftCloudAgreement, AgreementType.All)
    {
    }
}
