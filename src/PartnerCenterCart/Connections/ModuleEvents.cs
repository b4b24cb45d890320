using System.Management.Automation;

namespace PartnerCenterCart.Commands;

/// <summary>Remove-Module closes the connection of the process.</summary>
public sealed class ModuleEvents : IModuleAssemblyCleanup
{
    /// <inheritdoc/>
    public void OnRemove(PSModuleInfo psModuleInfo) => ConnectionStore.Clear();
}
