using System.Linq;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

namespace PartnerCenterCart;

/// <summary>What the partner confirmed that a customer accepted.</summary>
public sealed class AgreementCollectionOperations
{
    private readonly CallSender sender;
    private readonly string customerId;

    internal AgreementCollectionOperations(CallSender sender, string customerId)
    {
        this.sender = sender;
        this.customerId = customerId;
    }

    /// <summary>Reads the first page; <see cref="Page{T}.NextAsync"/> reads on. There can be several for one agreement.</summary>
    /// <param name="agreementType">
    /// A text of <see cref="AgreementType"/> in any spelling; null is what the service takes by itself, the Microsoft Cloud
    /// Agreement.
    /// </param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="PartnerException">InvalidInput, with the documented values.</exception>
    public Task<Page<Agreement>> GetAsync(string? agreementType = null, CancellationToken cancellationToken = default)
    {
        string? type = string.IsNullOrWhiteSpace(agreementType) ? null : CatalogCheck.Documented(agreementType!, AgreementType.Known, "type of agreement");
        ResourcePath path = ResourcePath.Root.Add("customers", customerId, "agreements").Query("agreementType", type);
        return new PageReader<Agreement>(
            sender,
            "agreements.list",
            $"reading the agreements of customer {customerId}",
            agreement => agreement.CustomerId = customerId).FirstAsync(path, cancellationToken);
    }

    /// <summary>
    /// Completes what is to be confirmed: the Microsoft Customer Agreement, today and the newest template where nothing else is
    /// said. Reads the templates when it needs one; changes nothing.
    /// </summary>
    /// <exception cref="PartnerException">InvalidInput: type, person, mail address, date. NotFound: there is no template.</exception>
    public async Task<Agreement> PrepareAsync(Agreement agreement, CancellationToken cancellationToken = default)
    {
        Agreement ready = AgreementCheck.Sendable(agreement, sender.Clock.UtcNow);
        ready.CustomerId = customerId;
        if (ready.TemplateId != null)
        {
            return ready;
        }

        AgreementMetaData? newest = null;
        for (Page<AgreementMetaData>? page = await new AgreementDetailOperations(sender).GetAsync(ready.Type, cancellationToken).ConfigureAwait(false);
            page != null;
            page = await page.NextAsync(cancellationToken).ConfigureAwait(false))
        {
            newest = page.Items.Where(template => !string.IsNullOrWhiteSpace(template.TemplateId) && AgreementType.Known.Same(template.AgreementType, ready.Type!))
                .Concat(newest == null ? Enumerable.Empty<AgreementMetaData>() : new[] { newest })
                .OrderByDescending(template => template.VersionRank ?? 0).FirstOrDefault();
        }

        ready.TemplateId = newest?.TemplateId ?? throw new PartnerException(PartnerErrorKind.NotFound, $"The service has no template of the {ready.Type}. Nothing was changed.") { NothingWasDone = true };
        ready.AgreementLink = newest.AgreementLink;
        return ready;
    }

    /// <summary>
    /// Confirms that a person at the customer accepted an agreement: a legal statement of the partner. What is not said is completed as
    /// in <see cref="PrepareAsync"/>. Needs an App+User token. It is not sent again after a lost answer.
    /// </summary>
    /// <exception cref="PartnerException">
    /// InvalidInput; Conflict (600061): confirmed already with this person; Forbidden (900329): the token is App-only; OutcomeUnknown.
    /// </exception>
    public async Task<Agreement> CreateAsync(Agreement agreement, CancellationToken cancellationToken = default)
    {
        Agreement ready = await PrepareAsync(agreement, cancellationToken).ConfigureAwait(false);

        // The service's own (models.md, section 10: read-only).
        ready.AgreementLink = null;
        PartnerRequest request = sender.Request(
            "agreements.create",
            HttpMethod.Post,
            ResourcePath.Root.Add("customers", customerId, "agreements").ToString(),
            RetryClass.Write,
            $"confirming the {ready.Type} of customer {customerId}",
            ready,
            $"Get-PartnerCustomerAgreement -CustomerId {customerId} -AgreementType {ready.Type} shows whether it arrived; confirming again does no harm, the same person is refused (600061) when it did.");
        Agreement confirmed = await sender.SendAsync<Agreement>(request, cancellationToken).ConfigureAwait(false);
        confirmed.CustomerId = customerId;
        return confirmed;
    }
}
