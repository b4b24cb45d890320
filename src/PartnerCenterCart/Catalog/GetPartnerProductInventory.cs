using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;

namespace PartnerCenterCart.Commands;

/// <summary>Checks the inventory of all targets in one call; what the service left out of its answer is shown as such.</summary>
[Cmdlet(VerbsCommon.Get, "PartnerProductInventory")]
[OutputType(typeof(InventoryItem))]
public sealed class GetPartnerProductInventory : PartnerCmdlet
{
    private readonly List<InventoryItem> targets = new();
    private string? country;
    private string? customer;
    private string? subscription;

    /// <summary>The product; SKUs come down the pipeline with it.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    [AllowNull]
    public string?[]? ProductId { get; set; }

    /// <summary>The SKU; every SKU of the product when left out.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    public string? SkuId { get; set; }

    /// <summary>Two-letter code of the country.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("CountryCode")]
    [ArgumentCompleter(typeof(CountryCompleter))]
    public string? Country { get; set; }

    /// <summary>The customer who is to get it.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(CustomerCompleter))]
    public string? CustomerId { get; set; }

    /// <summary>The Azure subscription that it is for.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? AzureSubscriptionId { get; set; }

    /// <summary>The region, as the SKU's dynamic attribute armRegionName has it.</summary>
    [Parameter]
    public string? ArmRegionName { get; set; }

    /// <summary>Further keys that the SKU's InventoryVariables name.</summary>
    [Parameter]
    public PSObject? InventoryContext { get; set; }

    private protected override object? Target => targets.Count == 0 ? null : targets.ToArray();

    private protected override void Process()
    {
        country ??= NotBlank(Country);
        customer ??= NotBlank(CustomerId);
        subscription ??= NotBlank(AzureSubscriptionId);
        foreach (string? id in ProductId ?? new string?[] { null })
        {
            targets.Add(new InventoryItem
            {
                ProductId = CatalogCheck.ProductId(id),
                SkuId = string.IsNullOrWhiteSpace(SkuId) ? null : CatalogCheck.SkuId(SkuId),
            });
        }
    }

    private protected override void Finish()
    {
        if (targets.Count == 0)
        {
            return;
        }

        string where = CatalogCheck.Country(country);
        ProvisioningContext context = MemberBinder.Context(InventoryContext) ?? new ProvisioningContext();
        Put(context, "customerId", customer == null ? null : PartnerId.Customer(customer));
        Put(context, "azureSubscriptionId", subscription);
        Put(context, "armRegionName", ArmRegionName);
        var request = new InventoryCheckRequest { TargetItems = targets, InventoryContext = context };
        IReadOnlyList<InventoryItem> answer = Send((client, token) => client.Extensions.Product.ByCountry(where).CheckInventoryAsync(request, token));
        foreach (InventoryItem item in answer)
        {
            WriteObject(item);
        }

        foreach (InventoryItem missing in request.Unanswered(answer))
        {
            missing.Country = where;
            WriteObject(missing);
            WriteWarning($"The service left {missing} out of its answer: it is not in the catalogue of {where}, or needs no check.");
        }
    }

    private static string? NotBlank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;

    private static void Put(ProvisioningContext context, string key, string? value)
    {
        if (!string.IsNullOrWhiteSpace(value))
        {
            context[key] = value!.Trim();
        }
    }
}
