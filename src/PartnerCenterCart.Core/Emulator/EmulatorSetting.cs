namespace PartnerCenterCart;

/// <summary>How an emulator behaves in one respect (docs/emulator.md lists them).</summary>
public sealed class EmulatorSetting
{
    /// <summary>A setting as an emulator has it.</summary>
    public EmulatorSetting(string name, object? value) => (Name, Value) = (name, value);

    /// <summary>Such as <c>orderListLagSeconds</c>.</summary>
    public string Name { get; }

    /// <summary>A number, a text, a truth value, an array or a dictionary; null where a limit is off.</summary>
    public object? Value { get; }

    /// <inheritdoc/>
    public override string ToString() => $"{Name}: {Value}";
}
