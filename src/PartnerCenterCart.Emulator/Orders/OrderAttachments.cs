using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;

namespace PartnerCenterCart.Emulation;

/// <summary>orders.attachments: documents can be sent for any order, and come back as they were; an order that waits for one goes on.</summary>
internal static class OrderAttachments
{
    private static readonly Encoding Bytes = Encoding.GetEncoding("iso-8859-1");
    private static readonly Regex Name = new("name=\"([^\"]*)\"", RegexOptions.CultureInvariant);
    private static readonly Regex FileName = new("filename=\"([^\"]*)\"", RegexOptions.CultureInvariant);

    public static IEnumerable<Operation> Operations()
    {
        const string Order = "/customers/{customerId}/orders/{orderId}";
        yield return new Operation("orders.attachments.list", "GET", Order + "/attachments", List);
        yield return new Operation("orders.attachments.create", "POST", Order + "/attachment", Create);
        yield return new Operation("orders.attachments.get", "GET", Order + "/attachment/{attachmentId}", Get);
    }

    private static EmulatorResponse List(OperationContext context) => WholeCollection.Answer(context, OrderFollowUp.Find(context).Attachments.Select(View).ToList());

    private static EmulatorResponse Create(OperationContext context)
    {
        StoredOrder order = OrderFollowUp.Find(context);
        var parts = Parts(context.Request).ToList();
        JObject metadata = Metadata(parts);
        List<StoredAttachment> made = parts.Where(part => part.Name is "pofiles" or "tenderfiles").Select(part => new StoredAttachment(
            Guid.NewGuid().ToString(), part.File, part.Name == "pofiles" ? "POAttachment" : "TenderAttachment", Convert.ToBase64String(Bytes.GetBytes(part.Content)))).ToList();
        if (made.All(attachment => attachment.AttachmentType != "POAttachment"))
        {
            throw new ServiceFault("900252", "The purchase-order document is missing: a part pofiles with a file.");
        }

        bool tender = OrderMembers.Text(metadata, "isPartOfTender") is { } flag && flag.Equals("true", StringComparison.OrdinalIgnoreCase);
        if (tender && OrderMembers.Text(metadata, "tenderLink") is not { Length: > 0 } && made.All(attachment => attachment.AttachmentType != "TenderAttachment"))
        {
            throw new ServiceFault("900253", "The proof of the tender is missing: a part tenderfiles with a file, or tenderLink.");
        }

        StoredOrder changed = order with { Attachments = [.. order.Attachments, .. made] };
        bool isAwaited = order.Review is { EndsAt: null } && order.Order.Status != OrderBody.Cancelled;
        return context.Commit(
            EmulatorResponse.Json(201, new ResourceCollection<object> { TotalCount = made.Count, Items = made.Select(View) }),
            isAwaited ? PurchaseOrderReview.Begin(changed, context) : [changed]);
    }

    private static JObject Metadata(List<(string Name, string File, string Content)> parts)
    {
        const string Needed = "The metadata lacks customerPrice or currency.";
        string content = parts.FirstOrDefault(part => part.Name == "metadata").Content ?? throw new ServiceFault("900254", Needed);
        JObject metadata = WireJson.ParseRequest(Bytes.GetBytes(content));
        return OrderMembers.Text(metadata, "customerPrice") is { Length: > 0 } && OrderMembers.Text(metadata, "currency") is { Length: > 0 } ? metadata : throw new ServiceFault("900254", Needed);
    }

    private static EmulatorResponse Get(OperationContext context)
    {
        StoredAttachment found = OrderFollowUp.Find(context).Attachments.FirstOrDefault(attachment => attachment.AttachmentId == context.Value("attachmentId")) ?? throw new ServiceFault("1000");
        return new EmulatorResponse(200, Convert.FromBase64String(found.Content), "application/octet-stream");
    }

    private static object View(StoredAttachment attachment) => new
    {
        attachmentId = attachment.AttachmentId,
        fileName = attachment.FileName,
        sizeInKB = (Convert.FromBase64String(attachment.Content).Length + 1023) / 1024,
        attachmentType = attachment.AttachmentType,
    };

    // One byte is one character, so that any file passes through text unharmed.
    private static IEnumerable<(string Name, string File, string Content)> Parts(EmulatorRequest request)
    {
        string type = request.Header("Content-Type") ?? string.Empty;
        int mark = type.IndexOf("boundary=", StringComparison.OrdinalIgnoreCase);
        string boundary = mark < 0 ? throw new ServiceFault("900254", "The body is no multipart/form-data.") : "--" + type.Substring(mark + 9).Trim('"', ' ');
        foreach (string part in Bytes.GetString(request.Body).Split([boundary], StringSplitOptions.RemoveEmptyEntries))
        {
            int end = part.IndexOf("\r\n\r\n", StringComparison.Ordinal);
            if (end > 0)
            {
                string head = part.Substring(0, end);
                string content = part.Substring(end + 4);
                yield return (Name.Match(head).Groups[1].Value, Utf8(FileName.Match(head).Groups[1].Value), content.EndsWith("\r\n", StringComparison.Ordinal) ? content.Substring(0, content.Length - 2) : content);
            }
        }
    }

    private static string Utf8(string text) => WireJson.Utf8.GetString(Bytes.GetBytes(text));
}
