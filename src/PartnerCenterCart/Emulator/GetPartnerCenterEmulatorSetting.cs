using System.Linq;
using System.Management.Automation;

namespace PartnerCenterCart.Commands;

/// <summary>Shows how an emulator is set.</summary>
[Cmdlet(VerbsCommon.Get, "PartnerCenterEmulatorSetting")]
[OutputType(typeof(EmulatorSetting))]
public sealed class GetPartnerCenterEmulatorSetting : EmulatorCmdlet
{
    /// <summary>Only these settings; wildcards are known.</summary>
    [Parameter(Position = 0)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(EmulatorSettingCompleter))]
    public string[]? Name { get; set; }

    private protected override object? Target => Name;

    private protected override void Process()
    {
        WildcardPattern[]? wanted = Name?.Select(name => new WildcardPattern(name, WildcardOptions.IgnoreCase)).ToArray();
        foreach (EmulatorSetting setting in Send((client, token) => client.Emulator.GetSettingsAsync(token)))
        {
            if (wanted == null || wanted.Any(pattern => pattern.IsMatch(setting.Name)))
            {
                WriteObject(setting);
            }
        }
    }
}
