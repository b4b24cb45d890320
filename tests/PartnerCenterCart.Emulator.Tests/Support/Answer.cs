using System.Linq;
using System.Net.Http;
using System.Threading.Tasks;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace PartnerCenterCart.Emulator.Tests;

/// <summary>What came back, as raw as a client would see it.</summary>
internal sealed record Answer(int Status, string Text, HttpResponseMessage Message)
{
    public JObject Json => (JObject)Parse(Text);

    public string? Code => (string?)Json["code"];

    public string Id => (string)Json["id"]!;

    public JArray Lines => (JArray)Json["lineItems"]!;

    public static async Task<Answer> ReadAsync(HttpResponseMessage message) =>
        new((int)message.StatusCode, await message.Content.ReadAsStringAsync(), message);

    public string? Header(string name) =>
        Values(name) is { } values ? string.Join(",", values) : null;

    public static JToken Parse(string text) => JsonConvert.DeserializeObject<JToken>(text, new JsonSerializerSettings { DateParseHandling = DateParseHandling.None })!;

    private string[]? Values(string name) =>
        Message.Headers.TryGetValues(name, out var values) || Message.Content.Headers.TryGetValues(name, out values) ? values.ToArray() : null;
}
