using System;
using System.Linq;
using System.Threading.Tasks;
using Newtonsoft.Json.Linq;
using PartnerCenterCart.Json;
using Xunit;

namespace PartnerCenterCart.Core.Tests;

public class AgreementTests
{
    private const string Path = $"/v1/customers/{Sample.CustomerId}";

    [Theory]
    [InlineData(null, "/agreements")]
    [InlineData("microsoftcustomeragreement", "/agreements?agreementType=MicrosoftCustomerAgreement")]
    [InlineData("*", "/agreements?agreementType=%2A")]
    public async Task Agreements_of_a_customer_are_listed(string? type, string path)
    {
        using var transport = new ScriptedTransport(Answer.Fixture("contract/customer-agreements-response.json"));

        Page<Agreement> page = await Sample.Customer(transport).Agreements.GetAsync(type);

        Assert.Equal(("agreements.list", "GET", Path + path, RetryClass.Read), Sent(transport));
        Assert.Equal(2, page.Items.Count);
        Assert.All(page.Items, agreement => Assert.Equal((AgreementType.MicrosoftCustomerAgreement, Sample.CustomerId), (agreement.Type, agreement.CustomerId)));
        Assert.Equal(new DateTimeOffset(2019, 8, 26, 0, 0, 0, TimeSpan.Zero), page.Items[0].DateAgreed);
        Assert.Equal("Tania Carr (SomeEmail@example.com)", page.Items[0].PrimaryContact!.ToString());
    }

    [Fact]
    public void A_type_that_is_none_is_refused_with_those_that_are()
    {
        using var transport = new ScriptedTransport();

        var refusal = Assert.Throws<PartnerException>(() => { _ = Sample.Customer(transport).Agreements.GetAsync("MCA"); });

        Assert.Equal("'MCA' is not a type of agreement. One of these is expected: MicrosoftCloudAgreement, MicrosoftCustomerAgreement, *.", refusal.Summary);
        Assert.Empty(transport.Requests);
    }

    [Fact]
    public async Task Whether_the_customer_signed_by_itself_is_read()
    {
        using var transport = new ScriptedTransport(Answer.Fixture("contract/customer-agreement-direct-sign-status-response.json"));

        DirectSignedCustomerAgreementStatus status = await Sample.Customer(transport).DirectSignedAgreementStatus.GetAsync();

        Assert.Equal(("agreements.directSignStatus", "GET", Path + "/directSignedMicrosoftCustomerAgreementStatus", RetryClass.Read), Sent(transport));
        Assert.Equal((true, Sample.CustomerId), (status.IsSigned, status.CustomerId));
    }

    [Fact]
    public async Task A_confirmation_is_sent_as_published()
    {
        using var transport = new ScriptedTransport(Answer.Fixture("contract/customer-agreement-create-request.json", 201));

        Agreement confirmed = await Sample.Customer(transport).Agreements.CreateAsync(Tania(template: "117a77b0-9360-443b-8795-c6dedc750cf9"));

        Assert.Equal(("agreements.create", "POST", Path + "/agreements", RetryClass.Write), Sent(transport));
        // The published moment has milliseconds.
        JToken published = Tests.Fixture.Json("contract/customer-agreement-create-request.json");
        published["dateAgreed"] = "2018-06-14T00:00:00Z";
        JsonComparison.Same(published, Sample.Body(transport.Request));
        Assert.Equal((Sample.CustomerId, "Tania"), (confirmed.CustomerId, confirmed.PrimaryContact!.FirstName));
    }

    [Fact]
    public async Task The_newest_template_of_the_kind_is_taken_where_none_is_named()
    {
        const string templates = """
            {"items":[
              {"templateId":"old","agreementType":"MicrosoftCustomerAgreement","versionRank":1},
              {"templateId":"new","agreementType":"MicrosoftCustomerAgreement","versionRank":2,"agreementLink":"https://aka.ms/x"},
              {"templateId":"other","agreementType":"MicrosoftCloudAgreement","versionRank":9}]}
            """;
        using var transport = new ScriptedTransport(Answer.Json(templates));
        Agreement given = Tania();

        Agreement ready = await Sample.Customer(transport, new FrozenClock(new DateTimeOffset(2025, 6, 10, 23, 0, 0, TimeSpan.Zero))).Agreements.PrepareAsync(given);

        Assert.Equal("/v1/agreements?agreementType=MicrosoftCustomerAgreement", transport.Request.Path);
        Assert.Equal(("new", "https://aka.ms/x", AgreementType.MicrosoftCustomerAgreement), (ready.TemplateId, ready.AgreementLink, ready.Type));
        Assert.Null(given.TemplateId);
    }

    [Fact]
    public async Task A_kind_without_a_template_cannot_be_confirmed()
    {
        using var transport = new ScriptedTransport(Answer.Json("""{"items":[]}"""));

        var refusal = await Assert.ThrowsAsync<PartnerException>(() => Sample.Customer(transport).Agreements.CreateAsync(Tania()));

        Assert.Equal((PartnerErrorKind.NotFound, true), (refusal.Kind, refusal.NothingWasDone));
        Assert.Single(transport.Requests);
    }

    [Fact]
    public async Task It_was_agreed_today_where_nothing_is_said()
    {
        using var transport = new ScriptedTransport(Answer.Fixture("contract/customer-agreement-create-request.json", 201));
        Agreement given = Tania(template: "t");
        given.DateAgreed = null;

        await Sample.Customer(transport, new FrozenClock(new DateTimeOffset(2025, 6, 10, 23, 0, 0, TimeSpan.Zero))).Agreements.CreateAsync(given);

        Assert.StartsWith("2025-06-10T00:00:00", (string)Sample.Body(transport.Request)["dateAgreed"]!);
    }

    [Theory]
    [InlineData("*", "Tania", "a@b", null, "One agreement is confirmed at a time")]
    [InlineData("MCA", "Tania", "a@b", null, "not a type of agreement")]
    [InlineData(null, " ", "", null, "this is missing: first name, mail address")]
    [InlineData(null, "Tania", "a b@c", null, "'a b@c' is not a mail address")]
    [InlineData(null, "Tania", "nobody", null, "'nobody' is not a mail address")]
    [InlineData(null, "Tania", "a@b", "2999-01-01", "2999-01-01, lies in the future")]
    public async Task What_says_too_little_is_not_sent(string? type, string first, string email, string? date, string says)
    {
        using var transport = new ScriptedTransport();
        Agreement agreement = Tania(template: "t");
        agreement.Type = type;
        agreement.PrimaryContact!.FirstName = first;
        agreement.PrimaryContact.Email = email;
        agreement.DateAgreed = date == null ? null : DateTimeOffset.Parse(date, System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AssumeUniversal);

        var refusal = await Assert.ThrowsAsync<PartnerException>(() => Sample.Customer(transport).Agreements.CreateAsync(agreement));

        Assert.Equal(PartnerErrorKind.InvalidInput, refusal.Kind);
        Assert.Contains(says, refusal.Summary);
        Assert.Empty(transport.Requests);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(409)]
    [InlineData(403)]
    public async Task Confirmed_before_is_a_conflict_whatever_its_status(int status)
    {
        using var transport = new ScriptedTransport(Answer.Fixture("contract/error-600061-agreement-already-confirmed.json", status));

        var refusal = await Assert.ThrowsAsync<PartnerException>(() => Sample.Customer(transport).Agreements.CreateAsync(Tania(template: "t")));

        Assert.Equal((PartnerErrorKind.Conflict, "600061"), (refusal.Kind, refusal.ServiceCode));
        Assert.Contains("nothing is left to do", refusal.RecommendedAction);
    }

    [Theory]
    [InlineData("agreementType")]
    [InlineData("type")]
    public void The_kind_of_an_agreement_has_two_names(string name)
    {
        var agreement = PartnerJson.Read<AgreementMetaData>($$"""{"{{name}}":"MicrosoftCloudAgreement"}""")!;

        Assert.Equal(AgreementType.MicrosoftCloudAgreement, agreement.AgreementType);
        Assert.Empty(agreement.AdditionalProperties);
    }

    private static Agreement Tania(string? template = null) => new()
    {
        PrimaryContact = new Contact { FirstName = "Tania", LastName = "Carr", Email = "someone@example.com", PhoneNumber = "1234567890" },
        TemplateId = template,
        DateAgreed = new DateTimeOffset(2018, 6, 14, 0, 0, 0, TimeSpan.Zero),
        Type = AgreementType.MicrosoftCustomerAgreement,
    };

    private static (string Operation, string Method, string Path, RetryClass Class) Sent(ScriptedTransport transport) =>
        (transport.Request.Operation, transport.Request.Method, transport.Request.Path, transport.Request.RetryClass);
}
