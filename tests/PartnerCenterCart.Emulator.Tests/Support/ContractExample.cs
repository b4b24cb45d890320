using System;
using System.IO;
using Newtonsoft.Json.Linq;

namespace PartnerCenterCart.Emulator.Tests;

/// <summary>A published body of the contract.</summary>
internal static class ContractExample
{
    public static string Text(string name) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Fixtures", "contract", name + ".json"));

    public static JToken Read(string name) => Answer.Parse(Text(name));
}
