using System.IO;
using System.Management.Automation;

namespace PartnerCenterCart.Commands;

/// <summary>Reads the purchase-order documents of orders, or the file of one of them.</summary>
[Cmdlet(VerbsCommon.Get, "PartnerCustomerOrderAttachment", DefaultParameterSetName = "List")]
[OutputType(typeof(OrderAttachment), ParameterSetName = new[] { "List" })]
[OutputType(typeof(FileInfo), ParameterSetName = new[] { "File" })]
public sealed class GetPartnerCustomerOrderAttachment : OrderCmdlet
{
    /// <summary>Id of one document, whose file is wanted.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = "File")]
    public string? AttachmentId { get; set; }

    /// <summary>Where the file is written; one that is there already is not overwritten.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "File")]
    [ValidateNotNullOrEmpty]
    public string? Destination { get; set; }

    private protected override void Process(string customerId, string orderId)
    {
        if (ParameterSetName == "List")
        {
            SendPages((client, token) => client.Customers.ById(customerId).Orders.ById(orderId).Attachments.GetAsync(token), WriteObject);
            return;
        }

        var file = new FileInfo(SessionState.Path.GetUnresolvedProviderPathFromPSPath(Destination));
        if (file.Exists)
        {
            throw PartnerException.InvalidInput($"'{file.FullName}' is there already and is not overwritten.");
        }

        byte[] content = Send((client, token) => client.Customers.ById(customerId).Orders.ById(orderId).Attachments.DownloadAsync(AttachmentId!, token));
        try
        {
            using FileStream stream = file.Open(FileMode.CreateNew);
            stream.Write(content, 0, content.Length);
        }
        catch (IOException e)
        {
            throw PartnerException.InvalidInput($"'{file.FullName}' cannot be written: {e.Message}");
        }

        // By the provider's way, as Get-ChildItem shows it.
        WriteObject(InvokeProvider.Item.Get(new[] { file.FullName }, force: true, literalPath: true), enumerateCollection: true);
    }
}
