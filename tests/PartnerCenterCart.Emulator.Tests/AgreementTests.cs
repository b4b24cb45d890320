using System;
using System.Linq;
using System.Threading.Tasks;
using Newtonsoft.Json.Linq;
using Xunit;

namespace PartnerCenterCart.Emulator.Tests;

public class AgreementTests
{
    // docs/emulator.md: 3 has no agreement, 4 signed it himself.
    private static readonly string Without = Seeds.Customer(3);
    private static readonly string Direct = Seeds.Customer(4);

    [Theory]
    [InlineData(Door.InProcess)]
    [InlineData(Door.Kestrel)]
    public async Task The_templates_answer_as_published(Door door)
    {
        await using TestService service = await TestService.StartAsync(door);
        Answer answer = await service.GetAsync("/v1/agreements");
        Assert.Empty(JsonDifference.Between(ContractExample.Read("agreement-metadata-response-cloud-agreement"), answer.Json));
        Assert.Equal(2, (await service.GetAsync("/v1/agreements?agreementType=*")).Json["items"]!.Count());
        Assert.Equal((400, "3000"), await CodeAsync(service, "/v1/agreements?agreementType=Handshake"));
    }

    [Fact]
    public async Task Confirmations_are_listed_by_type_and_the_cloud_agreement_is_the_default()
    {
        await using TestService service = await TestService.StartAsync();
        Assert.Equal(["MicrosoftCloudAgreement"], await TypesAsync(service, Seeds.Contoso, string.Empty));
        Assert.Equal(["MicrosoftCustomerAgreement"], await TypesAsync(service, Seeds.Contoso, "?agreementType=microsoftcustomeragreement"));
        Assert.Equal(["MicrosoftCloudAgreement", "MicrosoftCustomerAgreement"], await TypesAsync(service, Seeds.Contoso, "?agreementType=*"));
        JToken published = ContractExample.Read("customer-agreements-response")["items"]![0]!;
        JToken answered = (await service.GetAsync($"/v1/customers/{Seeds.Contoso}/agreements?agreementType=MicrosoftCustomerAgreement")).Json["items"]![0]!;
        Assert.Equal(["~primaryContact.email", "~primaryContact.firstName", "~primaryContact.lastName"], JsonDifference.Between(published, answered).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_purchase_needs_either_form_of_acceptance()
    {
        await using TestService service = await TestService.StartAsync();
        Assert.Empty(await TypesAsync(service, Direct, "?agreementType=MicrosoftCustomerAgreement"));
        Assert.Empty(await TypesAsync(service, Without, "?agreementType=MicrosoftCustomerAgreement"));
        Assert.True(await IsSignedAsync(service, Direct));
        Assert.False(await IsSignedAsync(service, Without));
        Assert.False(await IsSignedAsync(service, Seeds.Contoso));
        Assert.Equal(201, await BuyAsync(service, Direct));
        Assert.Equal(403, await BuyAsync(service, Without));
    }

    [Fact]
    public async Task Templates_and_the_direct_signature_need_a_user()
    {
        await using TestService service = await TestService.StartAsync();
        await service.SendAsync("POST", "/_emulator/settings", new { appOnly = true });
        Assert.Equal((403, "900329"), await CodeAsync(service, "/v1/agreements"));
        Assert.Equal((403, "900329"), await CodeAsync(service, $"/v1/customers/{Direct}/directSignedMicrosoftCustomerAgreementStatus"));
        Assert.Equal(200, (await service.GetAsync($"/v1/customers/{Direct}/agreements")).Status);
    }

    private static async Task<int> BuyAsync(TestService service, string customer)
    {
        Answer cart = await service.CreateCartAsync(customer, Lines.Cart(Lines.Seat()));
        return (await service.CheckoutAsync(customer, cart.Id)).Status;
    }

    private static async Task<bool> IsSignedAsync(TestService service, string customer) =>
        (bool)(await service.GetAsync($"/v1/customers/{customer}/directSignedMicrosoftCustomerAgreementStatus")).Json["isSigned"]!;

    private static async Task<string[]> TypesAsync(TestService service, string customer, string query) =>
        (await service.GetAsync($"/v1/customers/{customer}/agreements{query}")).Json["items"]!.Select(item => (string)item["type"]!).ToArray();

    private static async Task<(int Status, string? Code)> CodeAsync(TestService service, string path)
    {
        Answer answer = await service.GetAsync(path);
        return (answer.Status, answer.Code);
    }
}
