namespace PartnerCenterCart;

/// <summary>Where an order stands (contract: models.md, section 6).</summary>
public static class OrderStatus
{
    /// <summary>The documented values, by their position in the documentation.</summary>
    public static KnownText Known { get; } = new(
        (0, "unknown", "Unknown"),
        (1, "completed", "Completed"),
        (2, "pending", "Pending"),
        (3, "cancelled", "Cancelled"),
        (4, "suspended", "Suspended"),
        (5, "pending_review", "PendingReview"),
        (6, "pending_po_upload", "PendingPoUpload"),
        (7, "po_upload_complete", "PoUploadComplete"),
        (8, "po_review_rejected", "PoReviewRejected"),
        (9, "partial_success", "PartialSuccess"),
        (10, "error", "Error"));
}
