namespace PartnerCenterCart;

/// <summary>A partner who takes part in the purchase of a line.</summary>
public sealed class CartParticipant : PartnerResource
{
    /// <summary>For serializers and PowerShell casts.</summary>
    public CartParticipant()
    {
    }

    /// <summary>Names a partner and its part.</summary>
    public CartParticipant(string key, string value)
    {
        Key = key;
        Value = value;
    }

    /// <summary>The part, a text of <see cref="ParticipantType"/>.</summary>
    public string? Key { get; set; }

    /// <summary>Partner (MPN) id.</summary>
    public string? Value { get; set; }

    /// <summary>Part and id in one line.</summary>
    public override string ToString() => $"{Key}={Value}";
}
