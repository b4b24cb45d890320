using System;
using System.Linq;
using System.Threading.Tasks;
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

    [Theory]
    [InlineData("agreementType")]
    [InlineData("type")]
    public void The_kind_of_an_agreement_has_two_names(string name)
    {
        var agreement = PartnerJson.Read<AgreementMetaData>($$"""{"{{name}}":"MicrosoftCloudAgreement"}""")!;

        Assert.Equal(AgreementType.MicrosoftCloudAgreement, agreement.AgreementType);
        Assert.Empty(agreement.AdditionalProperties);
    }

    private static (string Operation, string Method, string Path, RetryClass Class) Sent(ScriptedTransport transport) =>
        (transport.Request.Operation, transport.Request.Method, transport.Request.Path, transport.Request.RetryClass);
}
