using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;

namespace PartnerCenterCart.Commands;

/// <summary>
/// Checks the inventory of all targets in one call for each country and region; what the service left out of its answer is
/// shown as such.
/// </summary>
[Cmdlet(VerbsCommon.Get, "PartnerProductInventory")]
[OutputType(typeof(InventoryItem))]
public sealed class GetPartnerProductInventory : PartnerCmdlet
{
    private readonly List<Question> questions = new();

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

    /// <summary>The region; a SKU that comes down the pipeline brings its own, the dynamic attribute armRegionName.</summary>
    [Parameter]
    public string? ArmRegionName { get; set; }

    /// <summary>Further keys that the SKU's InventoryVariables name.</summary>
    [Parameter]
    public PSObject? InventoryContext { get; set; }

    /// <summary>The SKU as it came down the pipeline.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    public PSObject? InputObject { get; set; }

    private protected override object? Target => ProductId;

    private protected override void Process()
    {
        string country = CatalogCheck.Country(Country);
        object? region = string.IsNullOrWhiteSpace(ArmRegionName) ? (InputObject?.BaseObject as Sku)?.DynamicAttribute("armRegionName") : ArmRegionName;
        ProvisioningContext context = MemberBinder.Context(InventoryContext) is { } given ? new ProvisioningContext(given) : new ProvisioningContext();
        Put(context, "customerId", string.IsNullOrWhiteSpace(CustomerId) ? null : PartnerId.Customer(CustomerId));
        Put(context, "azureSubscriptionId", AzureSubscriptionId);
        Put(context, "armRegionName", region?.ToString());
        foreach (string? id in ProductId ?? new string?[] { null })
        {
            Ask(country, context).Add(new InventoryItem
            {
                ProductId = CatalogCheck.ProductId(id),
                SkuId = string.IsNullOrWhiteSpace(SkuId) ? null : CatalogCheck.SkuId(SkuId),
            });
        }
    }

    private protected override void Finish()
    {
        foreach (Question question in questions)
        {
            Guarded(() => Answer(question));
        }
    }

    private static void Put(ProvisioningContext context, string key, string? value)
    {
        if (!string.IsNullOrWhiteSpace(value))
        {
            context[key] = value!.Trim();
        }
    }

    private List<InventoryItem> Ask(string country, ProvisioningContext context)
    {
        Question? question = questions.FirstOrDefault(q => q.Country == country && q.Request.InventoryContext!.OrderBy(e => e.Key).SequenceEqual(context.OrderBy(e => e.Key)));
        if (question == null)
        {
            var request = new InventoryCheckRequest { TargetItems = new List<InventoryItem>(), InventoryContext = context };
            questions.Add(question = new Question(country, request));
        }

        return question.Request.TargetItems!;
    }

    private void Answer(Question question)
    {
        IReadOnlyList<InventoryItem> answer = Send((client, token) => client.Extensions.Product.ByCountry(question.Country).CheckInventoryAsync(question.Request, token));
        foreach (InventoryItem item in answer)
        {
            WriteObject(item);
        }

        foreach (InventoryItem missing in question.Request.Unanswered(answer))
        {
            missing.Country = question.Country;
            WriteObject(missing);
            WriteWarning($"The service left {missing} out of its answer: it is not in the catalogue of {question.Country}, or needs no check.");
        }
    }

    private sealed class Question
    {
        public Question(string country, InventoryCheckRequest request)
        {
            Country = country;
            Request = request;
        }

        public string Country { get; }

        public InventoryCheckRequest Request { get; }
    }
}
