namespace PartnerCenterCart.Emulation;

/// <summary>A purchase-order document and what is in it.</summary>
internal sealed record StoredAttachment(string AttachmentId, string FileName, string AttachmentType, string Content);
