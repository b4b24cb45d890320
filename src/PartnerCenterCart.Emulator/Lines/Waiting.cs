using System;
using System.Globalization;

namespace PartnerCenterCart.Emulation;

/// <summary>204 with Retry-After while lines are not ready yet (newer-facts.md, long writes).</summary>
internal static class Waiting
{
    /// <summary>Null when the lines are ready.</summary>
    public static EmulatorResponse? For(DateTimeOffset since, OperationContext context)
    {
        DateTimeOffset ready = since.AddSeconds(context.Settings.LineItemLagSeconds);
        return context.Now >= ready ? null : EmulatorResponse.Empty(204)
            .With("Retry-After", Math.Ceiling((ready - context.Now).TotalSeconds).ToString(CultureInfo.InvariantCulture));
    }
}
