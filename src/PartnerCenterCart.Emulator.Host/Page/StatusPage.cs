using System;
using System.IO;
using System.Security.Cryptography;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace PartnerCenterCart.Emulation.Host;

/// <summary>The page at <c>/</c>: what is in the emulator and what it was asked for, for a person with a browser.</summary>
internal sealed class StatusPage(PartnerCenterEmulator emulator)
{
    private static readonly string Style = Resource("page.css");
    private static readonly string Script = Resource("page.js");

    /// <summary>Nothing but the page's own style and script, each named by a number that is new every time.</summary>
    public static string Policy(string nonce) =>
        $"default-src 'none'; style-src 'nonce-{nonce}'; script-src 'nonce-{nonce}'; connect-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    public static string Nonce() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(16));

    public async Task<byte[]> RenderAsync(string address, string nonce, CancellationToken cancellationToken)
    {
        var request = new EmulatorRequest("GET", "/_emulator/overview", new System.Collections.Generic.Dictionary<string, string>(), []);
        EmulatorResponse answer = await emulator.HandleAsync(request, cancellationToken).ConfigureAwait(false);
        using var reader = new JsonTextReader(new StringReader(Encoding.UTF8.GetString(answer.Body))) { DateParseHandling = DateParseHandling.None, FloatParseHandling = FloatParseHandling.Decimal };
        JObject overview = await JObject.LoadAsync(reader, cancellationToken).ConfigureAwait(false);
        return Encoding.UTF8.GetBytes(Page(overview, address, nonce).ToString());
    }

    private static Markup Page(JObject overview, string address, string nonce)
    {
        DateTimeOffset now = PageText.Moment(overview["now"]) ?? DateTimeOffset.UnixEpoch;
        return Markup.Of($"""
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Partner Center emulator</title>
            <link rel="icon" href="data:,">
            <noscript><meta http-equiv="refresh" content="5"></noscript>
            <style nonce="{nonce}">{Markup.Trusted(Style)}</style>
            </head>
            <body>
            <header>
            <h1>Partner Center emulator</h1>
            <p class="clock"><span id="clock">The clock says <time>{PageText.Full(now)}</time></span><span class="state" id="state">reading</span></p>
            </header>
            <main>
            {Sections(overview, address, now)}</main>
            <script nonce="{nonce}">{Markup.Trusted(Script)}</script>
            </body>
            </html>

            """);
    }

    private static Markup Sections(JObject overview, string address, DateTimeOffset now)
    {
        JToken counts = overview["counts"]!;
        Markup counted = Markup.Of($"""
            <ul class="counts">
            <li><b>{(long)counts["carts"]!}</b>carts</li>
            <li><b>{(long)counts["orders"]!}</b>orders</li>
            <li><b>{(long)counts["requests"]!}</b>requests</li>
            <li class="{((long)counts["faults"]! > 0 ? "bad" : "none")}"><b>{(long)counts["faults"]!}</b>faults set</li>
            </ul>

            """);
        return counted
            .Add(PageSections.Faults(overview["faults"]!))
            .Add(PageSections.Carts(overview["carts"]!, now, address))
            .Add(PageSections.Orders(overview["orders"]!, now))
            .Add(PageSections.Requests(overview["requests"]!, now));
    }

    private static string Resource(string name)
    {
        using var reader = new StreamReader(typeof(StatusPage).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
