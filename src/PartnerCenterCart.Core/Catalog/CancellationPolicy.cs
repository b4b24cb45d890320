using System.Collections.Generic;
using Newtonsoft.Json;
using PartnerCenterCart.Json;

namespace PartnerCenterCart;

/// <summary>What is paid back when.</summary>
public sealed class CancellationPolicy : PartnerResource
{
    /// <summary>Steps, in order of <see cref="CancellationRefundOption.SequenceId"/>.</summary>
    [JsonConverter(typeof(ResourceListConverter<CancellationRefundOption>))]
    public List<CancellationRefundOption>? RefundOptions { get; set; }

    /// <summary>The steps in one line.</summary>
    public override string ToString() => string.Join("; ", RefundOptions ?? new List<CancellationRefundOption>());
}
