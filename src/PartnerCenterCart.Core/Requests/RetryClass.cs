namespace PartnerCenterCart;

/// <summary>What may be done when an answer is lost or bad; each operation has one (docs/reliability.md has the tables).</summary>
public enum RetryClass
{
    /// <summary>
    /// Reading changes nothing: any passing failure is tried again. So is asking for a reconciliation export, although it is a
    /// POST: a second one is another export of the same data, which costs and changes nothing.
    /// </summary>
    Read,

    /// <summary>The same whole resource put twice is the same: tried again like a read.</summary>
    Replace,

    /// <summary>The service documents the repeat as safe: tried again with the same request id.</summary>
    RepeatableWrite,

    /// <summary>Tried again only when the service said, or it is certain, that nothing was done.</summary>
    Write,
}
