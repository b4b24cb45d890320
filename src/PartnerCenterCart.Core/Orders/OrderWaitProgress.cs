namespace PartnerCenterCart;

/// <summary>How far the wait for one order is.</summary>
public sealed class OrderWaitProgress
{
    internal OrderWaitProgress(OrderWaitRequest order, string status, int? linesDone, int? lines, bool isOver)
    {
        Order = order;
        Status = status;
        LinesDone = linesDone;
        Lines = lines;
        IsOver = isOver;
    }

    /// <summary>Which order.</summary>
    public OrderWaitRequest Order { get; }

    /// <summary>What was seen last, in the service's own words where it said any.</summary>
    public string Status { get; }

    /// <summary>Lines that are there; null while nothing is known.</summary>
    public int? LinesDone { get; }

    /// <summary>All lines; null while nothing is known.</summary>
    public int? Lines { get; }

    /// <summary>Whether its wait has ended, in whatever way.</summary>
    public bool IsOver { get; }
}
