namespace PartnerCenterCart.Http.Tests;

/// <summary>What becomes of the connection after a reply.</summary>
internal enum ReplyEnd
{
    KeepAlive,
    Close,
    Reset,
    Silence,
}
