using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using PartnerCenterCart.Json;

namespace PartnerCenterCart;

/// <summary>Purchase-order documents of an order.</summary>
public sealed class OrderAttachmentCollectionOperations
{
    private readonly CallSender sender;
    private readonly string customerId;
    private readonly string orderId;

    internal OrderAttachmentCollectionOperations(CallSender sender, string customerId, string orderId)
    {
        this.sender = sender;
        this.customerId = customerId;
        this.orderId = orderId;
    }

    /// <summary>Reads the first page; <see cref="Page{T}.NextAsync"/> reads on.</summary>
    /// <exception cref="PartnerException">NotFound (20000).</exception>
    public Task<Page<OrderAttachment>> GetAsync(CancellationToken cancellationToken = default) => new PageReader<OrderAttachment>(
        sender,
        "orders.attachments.list",
        $"reading the attachments of order {orderId} of customer {customerId}",
        Complete).FirstAsync(Path().Add("attachments"), cancellationToken);

    /// <summary>Sends documents for the review of a purchase order.</summary>
    /// <exception cref="PartnerException">InvalidInput: none at all. BadRequest: 900252, 900253, 900254, something is missing. OutcomeUnknown.</exception>
    public async Task<IReadOnlyList<OrderAttachment>> CreateAsync(
        AttachmentMetadata metadata, IEnumerable<OrderDocument> purchaseOrders, IEnumerable<OrderDocument>? tenders = null, CancellationToken cancellationToken = default)
    {
        var body = new MultipartBody();
        body.Add("metadata", PartnerJson.Write(metadata ?? throw new ArgumentNullException(nameof(metadata))), "application/json");
        List<OrderDocument> documents = purchaseOrders?.ToList() ?? new List<OrderDocument>();
        if (documents.Count == 0)
        {
            throw PartnerException.InvalidInput("There is no document to send.");
        }

        documents.ForEach(document => body.Add("pofiles", document.Content, "application/octet-stream", document.FileName));
        foreach (OrderDocument tender in tenders ?? Enumerable.Empty<OrderDocument>())
        {
            body.Add("tenderfiles", tender.Content, "application/octet-stream", tender.FileName);
        }

        PartnerRequest request = sender.Request(
            "orders.attachments.create",
            HttpMethod.Post,
            Path().Add("attachment").ToString(),
            RetryClass.Write,
            $"sending documents for order {orderId} of customer {customerId}",
            body.Close(),
            $"Get-PartnerCustomerOrderAttachment -CustomerId {customerId} -OrderId {orderId} shows whether they arrived.",
            contentType: body.ContentType);
        PartnerCollection<OrderAttachment> made = await sender.SendAsync<PartnerCollection<OrderAttachment>>(request, cancellationToken).ConfigureAwait(false);
        List<OrderAttachment> attachments = made.Items?.Where(item => item != null).ToList() ?? new List<OrderAttachment>();
        attachments.ForEach(Complete);
        return attachments;
    }

    /// <summary>Reads the file of one.</summary>
    /// <exception cref="PartnerException">NotFound.</exception>
    public Task<byte[]> DownloadAsync(string attachmentId, CancellationToken cancellationToken = default)
    {
        string id = CatalogCheck.Id(attachmentId, "attachment id", "a1b2c3", "Get-PartnerCustomerOrderAttachment lists them.");
        PartnerRequest request = sender.Request(
            "orders.attachments.get", HttpMethod.Get, Path().Add("attachment", id).ToString(), RetryClass.Read, $"reading attachment {id} of order {orderId} of customer {customerId}");
        return sender.SendAsync(request, Bytes, cancellationToken);
    }

    private void Complete(OrderAttachment attachment)
    {
        attachment.CustomerId = customerId;
        attachment.OrderId = orderId;
    }

    private static byte[] Bytes(PartnerAnswer answer)
    {
        using var copy = new System.IO.MemoryStream();
        answer.Body.CopyTo(copy);
        return copy.ToArray();
    }

    private ResourcePath Path() => ResourcePath.Root.Add("customers", customerId, "orders", orderId);
}
