using System.Linq;

namespace PartnerCenterCart.Commands;

/// <summary>The clouds that can be connected to.</summary>
public sealed class EnvironmentCompleter : ListCompleter
{
    /// <summary>Offers those of the table.</summary>
    public EnvironmentCompleter()
        : base(CloudEnvironment.All.Select(cloud => cloud.Name).ToArray())
    {
    }
}
