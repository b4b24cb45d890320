namespace PartnerCenterCart;

/// <summary>Who sees a connection as the current one.</summary>
public enum PartnerContextScope
{
    /// <summary>All runspaces of the process, so that <c>ForEach-Object -Parallel</c> sees it.</summary>
    Process,

    /// <summary>This runspace alone.</summary>
    Runspace,
}
