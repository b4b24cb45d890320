using System;
using System.Diagnostics;
using System.IO;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using Xunit;

namespace PartnerCenterCart.Emulator.Tests;

/// <summary>The host as a process of its own.</summary>
public class HostProcessTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task It_says_where_it_listens_answers_and_ends_with_its_standard_input()
    {
        using Process host = Start("--port", "0", "--until-stdin-closes");
        using var patience = new CancellationTokenSource(Patience);
        string? line = await host.StandardOutput.ReadLineAsync(patience.Token);
        Assert.StartsWith("Listening on http://127.0.0.1:", line, StringComparison.Ordinal);
        using var client = new HttpClient { BaseAddress = new Uri(line!["Listening on ".Length..]) };
        Assert.Contains("now", await client.GetStringAsync("/_emulator/clock", patience.Token), StringComparison.Ordinal);
        host.StandardInput.Close();
        await host.WaitForExitAsync(patience.Token);
        Assert.Equal(0, host.ExitCode);
        Assert.Equal(string.Empty, await host.StandardOutput.ReadToEndAsync(patience.Token));
        Assert.Equal(string.Empty, await host.StandardError.ReadToEndAsync(patience.Token));
    }

    [Theory]
    [InlineData("--prot", "0")]
    [InlineData("--port", "many")]
    [InlineData("--state")]
    public async Task A_wrong_command_line_ends_with_the_usage(params string[] arguments)
    {
        using Process host = Start(arguments);
        using var patience = new CancellationTokenSource(Patience);
        string error = await host.StandardError.ReadToEndAsync(patience.Token);
        await host.WaitForExitAsync(patience.Token);
        Assert.Equal(2, host.ExitCode);
        Assert.Contains("--until-stdin-closes", error, StringComparison.Ordinal);
    }

    private static Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "PartnerCenterCart.Emulator.Host.dll"));
        foreach (string argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        return Process.Start(start)!;
    }
}
