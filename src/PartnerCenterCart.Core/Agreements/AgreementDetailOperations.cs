using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

namespace PartnerCenterCart;

/// <summary>Agreements that can be confirmed for customers, and their texts.</summary>
public sealed class AgreementDetailOperations
{
    private readonly CallSender sender;

    internal AgreementDetailOperations(CallSender sender) => this.sender = sender;

    /// <summary>Reads the first page; <see cref="Page{T}.NextAsync"/> reads on. Needs an App+User token.</summary>
    /// <param name="agreementType">A text of <see cref="AgreementType"/> in any spelling; null is the Microsoft Cloud Agreement.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="PartnerException">InvalidInput; Forbidden (900329): the token is App-only.</exception>
    public Task<Page<AgreementMetaData>> GetAsync(string? agreementType = null, CancellationToken cancellationToken = default)
    {
        string? type = string.IsNullOrWhiteSpace(agreementType) ? null : CatalogCheck.Documented(agreementType!, AgreementType.Known, "type of agreement");
        return new PageReader<AgreementMetaData>(sender, "agreements.metadata", "reading the agreements", _ => { })
            .FirstAsync(ResourcePath.Root.Add("agreements").Query("agreementType", type), cancellationToken);
    }

    /// <summary>Reads where the text of an agreement is; the links live about five minutes.</summary>
    /// <param name="templateId">From <see cref="AgreementMetaData"/>.</param>
    /// <param name="language">English of the United States when null.</param>
    /// <param name="country">The United States when null.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="PartnerException">InvalidInput; NotFound.</exception>
    public Task<AgreementDocument> GetDocumentAsync(string templateId, string? language = null, string? country = null, CancellationToken cancellationToken = default)
    {
        string id = CatalogCheck.Id(templateId, "template id", "117a77b0-9360-443b-8795-c6dedc750cf9", "Get-PartnerAgreementDetail lists them.");
        ResourcePath path = ResourcePath.Root.Add("agreementtemplates", id, "document")
            .Query("language", string.IsNullOrWhiteSpace(language) ? null : language!.Trim())
            .Query("country", string.IsNullOrWhiteSpace(country) ? null : CatalogCheck.Country(country));
        PartnerRequest request = sender.Request("agreements.templateDocument", HttpMethod.Get, path.ToString(), RetryClass.Read, $"reading the document of agreement {id}");
        return sender.SendAsync<AgreementDocument>(request, cancellationToken);
    }
}
