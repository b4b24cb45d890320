using System;
using System.Collections;
using System.Linq;
using System.Management.Automation;

namespace PartnerCenterCart.Commands;

/// <summary>Makes an emulator behave otherwise in one respect, until it is reset.</summary>
[Cmdlet(VerbsCommon.Set, "PartnerCenterEmulatorSetting", SupportsShouldProcess = true)]
public sealed class SetPartnerCenterEmulatorSetting : EmulatorCmdlet
{
    /// <summary>Which one, such as orderListLagSeconds, in any letter case.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(EmulatorSettingCompleter))]
    public string Name { get; set; } = string.Empty;

    /// <summary>What it is to be: a number, a text, a truth value, a list or a hashtable; null switches a limit off.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [AllowEmptyString]
    [AllowEmptyCollection]
    public object? Value { get; set; }

    private protected override object? Target => Name;

    private protected override void Process()
    {
        string name = EmulatorSettingCompleter.Names.FirstOrDefault(known => known.Equals(Name, StringComparison.OrdinalIgnoreCase)) ?? Name;
        object? value = Plain(Value);
        if (value is string item && Lists.Contains(name))
        {
            value = new[] { item };
        }

        if (ShouldProcess(Context.ToString(), $"Set {name} to {string.Join(", ", value is object?[] items ? items : new[] { value ?? "null" })}"))
        {
            Send((client, token) => client.Emulator.SetSettingAsync(name, value, token));
        }
    }

    /// <summary>Those that hold a list, of which a single item is one, too.</summary>
    private static readonly string[] Lists = { "failingItems", "purchaseOrderItems" };

    /// <summary>What PowerShell has wrapped, unwrapped; a span of time is its seconds.</summary>
    private static object? Plain(object? value) => value switch
    {
        PSObject wrapped => Plain(wrapped.BaseObject),
        SwitchParameter flag => flag.IsPresent,
        TimeSpan span => span.TotalSeconds,
        IDictionary members => members.Keys.Cast<object>().ToDictionary(key => key.ToString()!, key => Plain(members[key])),
        string text => text,
        IEnumerable items => items.Cast<object?>().Select(Plain).ToArray(),
        _ => value,
    };
}
