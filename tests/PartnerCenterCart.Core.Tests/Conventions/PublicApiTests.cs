using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using PartnerCenterCart.Tests;
using Xunit;

namespace PartnerCenterCart.Core.Tests;

/// <summary>The public API of Core stands in a file, so that whoever reviews a change sees what it changes for others.</summary>
public class PublicApiTests
{
    private const string Renewing = "Run ./build.sh api and commit src/PartnerCenterCart.Core/PublicApi.txt, if others are meant to see this change.";

    [Fact]
    public void It_is_what_the_file_says()
    {
        string[] now = PublicApiText.Of(typeof(PartnerClient).Assembly).ToArray();
        string file = Repository.Path("src/PartnerCenterCart.Core/PublicApi.txt");
        if (Environment.GetEnvironmentVariable("PCC_RENEW_API") == "1")
        {
            File.WriteAllText(file, string.Concat(now.Select(line => line + "\n")));
        }

        string[] recorded = File.Exists(file) ? File.ReadAllLines(file) : Array.Empty<string>();
        IEnumerable<string> changes = recorded.Except(now).Select(line => "- " + line).Concat(now.Except(recorded).Select(line => "+ " + line));
        string list = string.Join(Environment.NewLine, changes);

        Assert.True(list.Length == 0, $"{Renewing}{Environment.NewLine}{list}");
        Assert.Equal(now, recorded);
    }

    [Fact]
    public void Its_text_tells_nullability_defaults_and_constants_apart()
    {
        string[] now = PublicApiText.Of(typeof(PartnerClient).Assembly).ToArray();

        Assert.Contains("CartLineItem.CatalogItemId: string? { get; set; }", now);
        Assert.Contains("CartLineItem.Quantity: int? { get; set; }", now);
        Assert.Contains("RetryRule.MaximumTries: const int = 5", now);
        Assert.Contains("CartOperations.CheckoutAsync(CancellationToken cancellationToken = default): Task<CartCheckoutResult>", now);
        Assert.Equal(now.Length, now.Distinct().Count());
    }
}
