using System;
using System.Collections.Generic;
using System.Globalization;

namespace PartnerCenterCart.Emulation.Host;

/// <summary>The command line of the host.</summary>
internal sealed record HostArguments
{
    public const string Usage = "Options: --port <0-65535, 0 = any free> [--state <file>] [--invoice <json>]... [--until-stdin-closes]";

    public int Port { get; init; }

    public string? StatePath { get; init; }

    /// <summary>Invoices to make up at the start, in the words of POST /_emulator/invoices.</summary>
    public IReadOnlyList<string> Invoices { get; init; } = [];

    /// <summary>Stops when standard input ends, so that a test run that dies leaves no host behind.</summary>
    public bool UntilStdinCloses { get; init; }

    /// <summary>Reads the options, or says what is wrong with them.</summary>
    public static HostArguments Parse(IReadOnlyList<string> arguments)
    {
        var parsed = new HostArguments();
        for (int index = 0; index < arguments.Count; index++)
        {
            string option = arguments[index];
            switch (option)
            {
                case "--port":
                    parsed = parsed with { Port = PortOf(Next(arguments, ref index)) };
                    break;
                case "--state":
                    parsed = parsed with { StatePath = Next(arguments, ref index) };
                    break;
                case "--invoice":
                    parsed = parsed with { Invoices = [.. parsed.Invoices, Next(arguments, ref index)] };
                    break;
                case "--until-stdin-closes":
                    parsed = parsed with { UntilStdinCloses = true };
                    break;
                default:
                    throw new ArgumentException("Unknown option '" + option + "'. " + Usage);
            }
        }

        return parsed;
    }

    private static string Next(IReadOnlyList<string> arguments, ref int index)
    {
        string option = arguments[index];
        index++;
        return index < arguments.Count ? arguments[index] : throw new ArgumentException("Option '" + option + "' needs a value. " + Usage);
    }

    private static int PortOf(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int port) && port <= 65535
            ? port
            : throw new ArgumentException("'" + text + "' is not a port. " + Usage);
}
