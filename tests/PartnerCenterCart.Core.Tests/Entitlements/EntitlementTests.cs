using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Xunit;

namespace PartnerCenterCart.Core.Tests;

public class EntitlementTests
{
    private const string Path = $"/v1/customers/{Sample.CustomerId}/entitlements";

    [Theory]
    [InlineData("ReservedInstance", "reservedInstance")]
    [InlineData("SOFTWARE", "software")]
    public async Task They_are_listed_by_type_with_expiry(string type, string sent)
    {
        using var transport = new ScriptedTransport(Answer.Fixture("contract/entitlements-list-response.json"));

        IReadOnlyList<Entitlement> items = (await Sample.Customer(transport).Entitlements.ByEntitlementType(type).GetAsync(true)).Items;

        Assert.Equal($"{Path}?entitlementType={sent}&showExpiry=true", transport.Request.Path);
        Assert.Equal(new[] { "KaJ8XvkKc_GoNZOUyjVaRJalTBN5MWdV1", "NUXMSvmS20EQ4kFsZmzkSqb747fqKmNk1" }, items.Select(item => item.OrderId));
        Assert.All(items[1].IncludedEntitlements!, included => Assert.Equal(Sample.CustomerId, included.CustomerId));
    }

    [Theory]
    [InlineData("""{"referenceOrder":null,"productId":"A"}""")]
    [InlineData("""{"productId":"A","entitledArtifacts":null,"includedEntitlements":null}""")]
    [InlineData("""{"productId":"A","referenceOrder":{"id":null},"quantityDetails":null,"dynamicAttributes":null}""")]
    public async Task Null_references_are_tolerated(string json)
    {
        using var transport = new ScriptedTransport(Answer.Json($$"""{"items":[{{json}},null,{"productId":"B"}]}"""));
        EntitlementCollectionOperations operations = Sample.Customer(transport).Entitlements;

        IReadOnlyList<Entitlement> items = (await operations.GetAsync()).Items;

        Assert.Equal(new[] { "A", "B" }, items.Select(item => item.ProductId));
        Assert.Null(items[0].OrderId);
        Assert.Empty(await operations.GetReservationsAsync(items[0]));
    }

    [Theory]
    [InlineData("reservedinstance", "/customers/x/artifacts/reservedinstance/r")]
    [InlineData("virtual_machine_reserved_instance", "/v1/customers/x/artifacts/reservedinstance/r")]
    [InlineData("ReservedInstance", "https://elsewhere.example/v1/customers/x/artifacts/reservedinstance/r")]
    public async Task Reservations_are_read_by_the_link_of_the_artifact(string type, string uri)
    {
        using var transport = new ScriptedTransport(Answer.Fixture("contract/entitlement-reservation-artifact-response.json"));
        var entitlement = new Entitlement
        {
            ReferenceOrder = new ReferenceOrder { Id = Sample.OrderId },
            EntitledArtifacts = new() { new Artifact { ArtifactType = "other", Link = new Link { Uri = "/no" } }, new Artifact { ArtifactType = type, ResourceId = "r", Link = new Link { Uri = uri } } },
        };

        Reservation reservation = Assert.Single(await Sample.Customer(transport).Entitlements.GetReservationsAsync(entitlement));

        Assert.Equal("/v1/customers/x/artifacts/reservedinstance/r", transport.Request.Path);
        Assert.Equal(("99f320db-c029-4c1b-a157-dad76e4481b6", "r", Sample.OrderId, Sample.CustomerId), (reservation.ReservationId, reservation.ResourceId, reservation.OrderId, reservation.CustomerId));
    }

    [Fact]
    public async Task The_newer_name_of_the_list_is_read_too()
    {
        using var transport = new ScriptedTransport(Answer.Json("""{"reservations":[{"reservationId":"one"}]}"""));
        var entitlement = new Entitlement { EntitledArtifacts = new() { new Artifact { ArtifactType = "reservedinstance", Link = new Link { Uri = "/x" } } } };

        Assert.Equal("one", Assert.Single(await Sample.Customer(transport).Entitlements.GetReservationsAsync(entitlement)).ReservationId);
    }

    [Fact]
    public async Task Agreements_and_their_documents_are_read()
    {
        using var transport = new ScriptedTransport(Answer.Fixture("contract/agreement-metadata-response-cloud-agreement.json"), Answer.Fixture("contract/agreement-template-document-response.json"));
        using var client = new PartnerClient(transport);

        AgreementMetaData detail = (await client.AgreementDetails.GetAsync("microsoftcloudagreement")).Items[0];
        AgreementDocument document = await client.AgreementDetails.GetDocumentAsync(detail.TemplateId!, "de-DE", "de");

        Assert.Equal("/v1/agreements?agreementType=MicrosoftCloudAgreement", transport.Requests[0].Path);
        Assert.Equal($"/v1/agreementtemplates/{detail.TemplateId}/document?language=de-DE&country=DE", transport.Requests[1].Path);
        Assert.Equal("en-US", document.Language);
    }
}
