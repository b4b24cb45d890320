using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;

namespace PartnerCenterCart.Commands;

/// <summary>Sends the documents that the review of a purchase order asks for (order status pending_po_upload).</summary>
[Cmdlet(VerbsCommon.Add, "PartnerCustomerOrderAttachment", SupportsShouldProcess = true)]
[OutputType(typeof(OrderAttachment))]
public sealed class AddPartnerCustomerOrderAttachment : OrderCmdlet
{
    /// <summary>Files of the purchase order.</summary>
    [Parameter(Mandatory = true, Position = 2)]
    public string[] Path { get; set; } = Array.Empty<string>();

    /// <summary>What the customer pays.</summary>
    [Parameter(Mandatory = true)]
    public decimal CustomerPrice { get; set; }

    /// <summary>In which currency.</summary>
    [Parameter(Mandatory = true)]
    [ArgumentCompleter(typeof(CurrencyCompleter))]
    public string? Currency { get; set; }

    /// <summary>Exchange rate, where the customer pays in another currency than the partner.</summary>
    [Parameter]
    public decimal? FxRate { get; set; }

    /// <summary>Files of the tender that the purchase is part of.</summary>
    [Parameter]
    public string[]? TenderPath { get; set; }

    /// <summary>Where the tender is published, when its files are not sent.</summary>
    [Parameter]
    public string? TenderLink { get; set; }

    private protected override void Process(string customerId, string orderId)
    {
        List<OrderDocument> orders = Path.Select(Read).ToList();
        List<OrderDocument> tenders = (TenderPath ?? Array.Empty<string>()).Select(Read).ToList();
        var metadata = new AttachmentMetadata { CustomerPrice = CustomerPrice, Currency = Currency, FxRate = FxRate, TenderLink = TenderLink, IsPartOfTender = tenders.Count > 0 || TenderLink != null };
        string names = string.Join(", ", orders.Concat(tenders).Select(document => document.FileName));
        if (ShouldProcess($"Order {orderId} of customer {customerId}", $"Send {names}"))
        {
            WriteObject(Send((client, token) => client.Customers.ById(customerId).Orders.ById(orderId).Attachments.CreateAsync(metadata, orders, tenders, token)), enumerateCollection: true);
        }
    }

    private OrderDocument Read(string path)
    {
        string file = SessionState.Path.GetUnresolvedProviderPathFromPSPath(path);
        try
        {
            return new OrderDocument(System.IO.Path.GetFileName(file), File.ReadAllBytes(file));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw PartnerException.InvalidInput($"'{file}' cannot be read: {e.Message}");
        }
    }
}
