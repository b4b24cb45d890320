using Xunit;

namespace PartnerCenterCart.Core.Tests;

public class FaultKindTests
{
    [Theory]
    [InlineData(400, PartnerErrorKind.BadRequest)]
    [InlineData(401, PartnerErrorKind.Unauthorized)]
    [InlineData(403, PartnerErrorKind.Forbidden)]
    [InlineData(404, PartnerErrorKind.NotFound)]
    [InlineData(405, PartnerErrorKind.BadRequest)]
    [InlineData(406, PartnerErrorKind.BadRequest)]
    [InlineData(408, PartnerErrorKind.Timeout)]
    [InlineData(409, PartnerErrorKind.Conflict)]
    [InlineData(410, PartnerErrorKind.NotFound)]
    [InlineData(412, PartnerErrorKind.Conflict)]
    [InlineData(415, PartnerErrorKind.BadRequest)]
    [InlineData(417, PartnerErrorKind.Conflict)]
    [InlineData(429, PartnerErrorKind.Throttled)]
    [InlineData(500, PartnerErrorKind.ServiceError)]
    [InlineData(501, PartnerErrorKind.ServiceError)]
    [InlineData(502, PartnerErrorKind.ServiceError)]
    [InlineData(503, PartnerErrorKind.ServiceError)]
    [InlineData(504, PartnerErrorKind.Timeout)]
    [InlineData(302, PartnerErrorKind.BadRequest)]
    [InlineData(308, PartnerErrorKind.BadRequest)]
    public void The_status_tells_the_kind(int status, PartnerErrorKind kind)
    {
        PartnerException failure = Failure.Of(status);

        Assert.Equal(kind, failure.Kind);
        Assert.Equal(status, failure.StatusCode);
    }

    [Theory]
    [InlineData(404, "800008", PartnerErrorKind.NotFound)]
    [InlineData(404, "400019", PartnerErrorKind.NotFound)]
    [InlineData(400, "800009", PartnerErrorKind.BadRequest)]
    [InlineData(400, "800065", PartnerErrorKind.BadRequest)]
    [InlineData(409, "800060", PartnerErrorKind.Conflict)]
    [InlineData(409, "800064", PartnerErrorKind.Conflict)]
    [InlineData(403, "800075", PartnerErrorKind.Forbidden)]
    [InlineData(403, "2006", PartnerErrorKind.Forbidden)]
    [InlineData(400, "2006", PartnerErrorKind.BadRequest)]
    public void A_service_code_does_not_change_the_kind_that_its_status_has(int status, string code, PartnerErrorKind kind) =>
        Assert.Equal(kind, Failure.Of(status, $$"""{"code":"{{code}}","description":"x"}""").Kind);

    [Theory]
    [InlineData(429, true)]
    [InlineData(400, false)]
    [InlineData(500, false)]
    [InlineData(503, false)]
    public void Only_a_throttled_request_is_known_to_have_done_nothing(int status, bool nothingWasDone) =>
        Assert.Equal(nothingWasDone, Failure.Of(status).NothingWasDone);
}
