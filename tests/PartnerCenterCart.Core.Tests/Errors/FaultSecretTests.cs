using Xunit;

namespace PartnerCenterCart.Core.Tests;

public class FaultSecretTests
{
    private const string Jwt = "eyJhbGciOiJSUzI1NiIsImtpZCI6IjEifQ.eyJhdWQiOiJodHRwczovL2FwaS5wYXJ0bmVyIn0.c2lnbmF0dXJlLXNlY3JldA";

    [Theory]
    [InlineData("The token " + Jwt + " is not accepted.", "eyJ")]
    [InlineData("Header was 'Authorization: Bearer abc.def-123~x/y+z=='.", "abc.def")]
    [InlineData("Header was bearer abcdefgh", "abcdefgh")]
    [InlineData("""{"code":"x","description":"token Bearer abcdefgh was refused"}""", "abcdefgh")]
    [InlineData("""{"userName":"admin","password":"Hunter2!x"}""", "Hunter2")]
    [InlineData("""{"userName":"admin", "Password" : "Hunter2!x"}""", "Hunter2")]
    [InlineData("""{"userName":"admin","password":"half\"Hunter2"}""", "Hunter2")]
    [InlineData("""{"userCredentials":{"password":"Hunter2!x"}}""", "Hunter2")]
    [InlineData("""{"access_token":"opaqueSecret1"}""", "opaqueSecret1")]
    [InlineData("""{"refresh_token":"opaqueSecret1"}""", "opaqueSecret1")]
    [InlineData("""{"id_token":"opaqueSecret1"}""", "opaqueSecret1")]
    [InlineData("""{"client_secret":"opaqueSecret1"}""", "opaqueSecret1")]
    [InlineData("""{"client_assertion":"opaqueSecret1"}""", "opaqueSecret1")]
    [InlineData("""["password","x"] "password":"Hunter2""", "Hunter2")]
    public void A_secret_in_an_answer_reaches_no_message(string body, string secret)
    {
        PartnerException failure = Failure.Of(400, body);

        Assert.DoesNotContain(secret, failure.Message);
        Assert.DoesNotContain(secret, failure.ServiceDescription);
        Assert.DoesNotContain(secret, failure.ToString());
    }

    [Fact]
    public void A_token_that_is_cut_with_a_long_description_is_taken_out_all_the_same()
    {
        string longJwt = "eyJhbGciOiJSUzI1NiJ9." + new string('p', 1500) + ".signature";

        PartnerException failure = Failure.Of(400, "The token " + longJwt + " is not accepted.");

        Assert.DoesNotContain("eyJ", failure.Message);
        Assert.DoesNotContain("pppp", failure.Message);
    }

    [Fact]
    public void A_secret_in_the_words_of_a_lost_answer_reaches_no_message()
    {
        PartnerException failure = Fault.Lost(PartnerErrorKind.ConnectionFailed, Failure.Request(), $"the proxy said: {Jwt}", null, true);

        Assert.DoesNotContain("eyJ", failure.Message);
    }

    [Fact]
    public void A_secret_in_the_target_of_a_redirect_reaches_no_message()
    {
        PartnerException failure = Failure.Of(302, headers: ("Location", $"https://sign-in.example/?id_token_hint={Jwt}"));

        Assert.DoesNotContain("eyJ", failure.Message);
        Assert.DoesNotContain("eyJ", failure.RecommendedAction);
    }

    [Fact]
    public void A_secret_reaches_no_open_question()
    {
        PartnerRequest request = Failure.Request("carts.checkout", RetryClass.RepeatableWrite);

        PartnerException failure = Fault.OutcomeUnknown(request, Failure.Of(request, 502, $"Bearer {Jwt}"));

        Assert.DoesNotContain("eyJ", failure.Message);
        Assert.DoesNotContain("eyJ", failure.ServiceDescription);
    }

    [Theory]
    [InlineData("The bearer of this message is welcome.", "message is welcome")]
    [InlineData("Reset your password: it has expired.", "it has expired")]
    public void Ordinary_words_stay(string body, string words) => Assert.Contains(words, Failure.Of(400, body).Message);
}
