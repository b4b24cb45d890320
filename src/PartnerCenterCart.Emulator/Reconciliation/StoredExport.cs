using System;

namespace PartnerCenterCart.Emulation;

/// <summary>An export that was asked for. What it holds is settled by the moment at which it is done, so it needs no copy of it.</summary>
internal sealed record StoredExport
{
    public string Id { get; init; } = string.Empty;

    public string ManifestId { get; init; } = string.Empty;

    /// <summary>Null for what is not billed yet.</summary>
    public string? InvoiceId { get; init; }

    public string? Currency { get; init; }

    /// <summary>First day of the month that an unbilled export is about.</summary>
    public DateTimeOffset? Period { get; init; }

    public bool Usage { get; init; }

    public bool Full { get; init; } = true;

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset DoneAt { get; init; }

    /// <summary>Code of the failure with which it ends; null for success.</summary>
    public string? ErrorCode { get; init; }

    public string? ErrorMessage { get; init; }
}
