using System;
using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Threading;
using System.Threading.Tasks;

namespace PartnerCenterCart.Commands;

/// <summary>
/// Hands each new refresh token to a script block as a SecureString, on the pipeline thread of the call that brought it. In
/// another runspace than its own it runs as text, without the variables around it: its own runspace may be waiting for us.
/// </summary>
internal sealed class ScriptTokenStore : ITokenStore
{
    private readonly ScriptBlock script;
    private readonly Guid? home = Runspace.DefaultRunspace?.InstanceId;

    public ScriptTokenStore(ScriptBlock script) => this.script = script;

    public string Name => "the script block of -TokenStore";

    public string? Warning => null;

    public bool CanRead => false;

    public Task<StoredToken?> ReadAsync(CancellationToken cancellationToken) => Task.FromResult<StoredToken?>(null);

    public Task WriteAsync(StoredToken token, CancellationToken cancellationToken) => CallBridge.OnPipelineAsync(
        () =>
        {
            ScriptBlock here = Runspace.DefaultRunspace?.InstanceId == home ? script : ScriptBlock.Create(script.ToString());

            // An error that the script does not end on would count as kept.
            here.InvokeWithContext(null, [new PSVariable("ErrorActionPreference", ActionPreference.Stop)], SecretText.Protect(token.RefreshToken));
            return true;
        },
        cancellationToken);
}
