namespace PartnerCenterCart.Emulation;

internal static class FaultShape
{
    public const string Fault = "fault";
    public const string Extended = "extended";
    public const string Throttle = "throttle";
    public const string Text = "text";
    public const string Html = "html";
    public const string Empty = "empty";

    /// <summary>Microsoft Graph's.</summary>
    public const string Graph = "graph";

    public static readonly string[] All = [Fault, Extended, Throttle, Text, Html, Empty, Graph];
}
