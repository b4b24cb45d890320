namespace PartnerCenterCart;

/// <summary>What an emulator shall do wrong (docs/emulator.md explains each member).</summary>
public sealed class EmulatorFault : PartnerResource
{
    /// <summary>Operation as the contract names it, such as <c>carts.checkout</c>, or <c>*</c>.</summary>
    public string? Operation { get; set; }

    /// <summary>HTTP status to answer with.</summary>
    public int? Status { get; set; }

    /// <summary>Service code to answer with.</summary>
    public string? Code { get; set; }

    /// <summary>Words to answer with.</summary>
    public string? Description { get; set; }

    /// <summary>How often, 0 for always; once when null.</summary>
    public int? Times { get; set; }

    /// <summary>Real seconds before the answer.</summary>
    public decimal? DelaySeconds { get; set; }

    /// <summary>Share of the requests that it hits, from 0 to 1; null hits all.</summary>
    public decimal? Chance { get; set; }

    /// <summary>Which requests those are; the same seed hits the same ones.</summary>
    public int? Seed { get; set; }

    /// <summary><c>before</c> or <c>after</c> the work is done.</summary>
    public string? ResetConnection { get; set; }

    /// <summary>Ends the body in its middle.</summary>
    public bool? TruncateBody { get; set; }

    /// <summary>Seconds or an HTTP date.</summary>
    public string? RetryAfter { get; set; }

    /// <summary>Shape of the error: <c>fault</c>, <c>extended</c>, <c>throttle</c>, <c>text</c>, <c>html</c> or <c>empty</c>.</summary>
    public string? ErrorBody { get; set; }

    /// <summary>Byte-order marks before the body: the number 1 or 2, or <c>questionMark</c>.</summary>
    public object? ByteOrderMark { get; set; }

    /// <summary>True: the work is done although the answer is an error.</summary>
    public bool? ApplyWork { get; set; }

    /// <summary>For <c>carts.checkout</c>: the order group that fails, while the others are bought.</summary>
    public string? OrderGroup { get; set; }

    /// <summary>For carts: a <see cref="CartErrorCode"/> on the first line.</summary>
    public string? LineError { get; set; }

    /// <summary>For exports of reconciliation: the code with which the operation fails in the end.</summary>
    public string? ExportError { get; set; }

    /// <summary>For <c>reconciliation.operation</c>: the status that it shows, whatever it is.</summary>
    public string? ExportStatus { get; set; }

    /// <summary>Adds members that nobody knows.</summary>
    public bool? UnknownMembers { get; set; }

    /// <summary>Puts values that nobody knows into open enumerations.</summary>
    public bool? UnknownEnumValues { get; set; }

    /// <summary>Writes numbers as text.</summary>
    public bool? NumbersAsText { get; set; }

    /// <summary>Sends headers twice.</summary>
    public bool? DoubledHeaders { get; set; }

    /// <summary>Writes member names in PascalCase.</summary>
    public bool? PascalCase { get; set; }
}
