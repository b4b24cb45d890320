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

    [Theory]
    [InlineData(Door.InProcess)]
    [InlineData(Door.Kestrel)]
    public async Task A_confirmation_makes_a_purchase_possible_and_is_listed(Door door)
    {
        await using TestService service = await TestService.StartAsync(door);
        Answer answer = await ConfirmAsync(service, Without);
        Assert.Equal(201, answer.Status);
        Assert.Equal(["+agreementLink", "~dateAgreed"], JsonDifference.Between(ContractExample.Read("customer-agreement-create-request"), answer.Json).Order(StringComparer.Ordinal));
        Assert.Equal("2018-06-14T00:00:00", (string)answer.Json["dateAgreed"]!);
        Assert.Equal(["MicrosoftCustomerAgreement"], await TypesAsync(service, Without, "?agreementType=MicrosoftCustomerAgreement"));
        Assert.False(await IsSignedAsync(service, Without));
        Assert.Equal(201, await BuyAsync(service, Without));
    }

    [Fact]
    public async Task The_same_person_confirms_once()
    {
        await using TestService service = await TestService.StartAsync();
        await ConfirmAsync(service, Without);
        Answer again = await ConfirmAsync(service, Without);
        Assert.Equal(409, again.Status);
        Assert.Empty(JsonDifference.Between(ContractExample.Read("error-600061-agreement-already-confirmed"), again.Json));
        JObject other = (JObject)ContractExample.Read("customer-agreement-create-request");
        other["primaryContact"]!["email"] = "somebody.else@example.com";
        Assert.Equal(201, (await ConfirmAsync(service, Without, other)).Status);
        Assert.Equal(2, (await TypesAsync(service, Without, "?agreementType=MicrosoftCustomerAgreement")).Length);
    }

    [Fact]
    public async Task The_person_of_a_confirmation_on_file_confirms_no_second_time()
    {
        await using TestService service = await TestService.StartAsync();
        JToken known = (await service.GetAsync($"/v1/customers/{Seeds.Contoso}/agreements?agreementType=MicrosoftCustomerAgreement")).Json["items"]![0]!;
        JObject body = (JObject)ContractExample.Read("customer-agreement-create-request");
        body["primaryContact"]!["email"] = ((string)known["primaryContact"]!["email"]!).ToUpperInvariant();
        Assert.Equal("600061", (await ConfirmAsync(service, Seeds.Contoso, body)).Code);
    }

    [Theory]
    [InlineData("primaryContact")]
    [InlineData("primaryContact.firstName")]
    [InlineData("primaryContact.lastName")]
    [InlineData("primaryContact.email")]
    [InlineData("templateId")]
    [InlineData("dateAgreed")]
    [InlineData("type")]
    public async Task A_confirmation_lacks_nothing(string member)
    {
        await using TestService service = await TestService.StartAsync();
        JObject body = (JObject)ContractExample.Read("customer-agreement-create-request");
        body.SelectToken(member)!.Parent!.Remove();
        Answer answer = await ConfirmAsync(service, Without, body);
        Assert.Equal((400, "3000"), (answer.Status, answer.Code));
        Assert.Contains(member, (string)answer.Json["description"]!, StringComparison.Ordinal);
        Assert.Equal(403, await BuyAsync(service, Without));
    }

    [Theory]
    [InlineData("templateId", "998b88de-aa99-4388-a42c-1b3517d49490")]
    [InlineData("templateId", "nothing")]
    [InlineData("type", "Handshake")]
    [InlineData("dateAgreed", "soon")]
    [InlineData("dateAgreed", "2026-06-14T00:00:00Z")]
    public async Task A_confirmation_holds_together(string member, string value)
    {
        await using TestService service = await TestService.StartAsync();
        JObject body = (JObject)ContractExample.Read("customer-agreement-create-request");
        body[member] = value;
        Assert.Equal("3000", (await ConfirmAsync(service, Without, body)).Code);
    }

    [Fact]
    public async Task A_confirmation_needs_a_user_and_outlives_a_restart()
    {
        string path = System.IO.Path.Combine(System.IO.Path.GetTempPath(), System.Guid.NewGuid().ToString("N"), "state");
        var options = new PartnerCenterCart.Emulation.EmulatorOptions { StartTime = TestService.Start, StatePath = path };
        try
        {
            await using (TestService service = await TestService.StartAsync(options: options))
            {
                await service.SendAsync("POST", "/_emulator/settings", new { appOnly = true });
                Assert.Equal("900329", (await ConfirmAsync(service, Without)).Code);
                await service.SendAsync("POST", "/_emulator/settings", new { appOnly = false });
                Assert.Equal(201, (await ConfirmAsync(service, Without)).Status);
            }

            await using TestService later = await TestService.StartAsync(options: options);
            Assert.Equal("600061", (await ConfirmAsync(later, Without)).Code);
            Assert.Equal(201, await BuyAsync(later, Without));
        }
        finally
        {
            System.IO.Directory.Delete(System.IO.Path.GetDirectoryName(path)!, true);
        }
    }

    private static Task<Answer> ConfirmAsync(TestService service, string customer, JObject? body = null) =>
        service.SendAsync("POST", $"/v1/customers/{customer}/agreements", body ?? ContractExample.Read("customer-agreement-create-request"));

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
