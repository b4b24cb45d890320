using System;

namespace PartnerCenterCart.Emulation;

/// <summary>The answer to a write, kept for a repeat with the same MS-RequestId (behaviours.md section 2).</summary>
internal sealed record Replay(string Key, DateTimeOffset Time, int Status, string Body);
