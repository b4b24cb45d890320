using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

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
        attachment =>
        {
            attachment.CustomerId = customerId;
            attachment.OrderId = orderId;
        }).FirstAsync(Path().Add("attachments"), cancellationToken);

    /// <summary>Reads the file of one.</summary>
    /// <exception cref="PartnerException">NotFound.</exception>
    public Task<byte[]> DownloadAsync(string attachmentId, CancellationToken cancellationToken = default)
    {
        string id = CatalogCheck.Id(attachmentId, "attachment id", "a1b2c3", "Get-PartnerCustomerOrderAttachment lists them.");
        PartnerRequest request = sender.Request(
            "orders.attachments.get", HttpMethod.Get, Path().Add("attachment", id).ToString(), RetryClass.Read, $"reading attachment {id} of order {orderId} of customer {customerId}");
        return sender.SendAsync(request, Bytes, cancellationToken);
    }

    private static byte[] Bytes(PartnerAnswer answer)
    {
        using var copy = new System.IO.MemoryStream();
        answer.Body.CopyTo(copy);
        return copy.ToArray();
    }

    private ResourcePath Path() => ResourcePath.Root.Add("customers", customerId, "orders", orderId);
}
