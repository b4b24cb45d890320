using System;
using System.Management.Automation;

namespace PartnerCenterCart.Commands;

/// <summary>Makes a connection and, unless told otherwise, the current one of the process. Alone it signs a person in through the browser.</summary>
[Cmdlet(VerbsCommunications.Connect, "PartnerCenter", DefaultParameterSetName = InteractiveSet)]
[OutputType(typeof(PartnerContext))]
public sealed class ConnectPartnerCenter : SignInCmdlet
{
    private const string AccessTokenSet = "AccessToken";
    private const string EmulatorSet = "Emulator";

    /// <summary>A token for the Partner Center audience: a string, a SecureString, or what New-PartnerAccessToken returned.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = AccessTokenSet)]
    [AllowNull]
    public object? AccessToken { get; set; }

    /// <summary>Scheme and host of the service; the cloud's own when left out. Plain http for loopback addresses alone.</summary>
    [Parameter(ParameterSetName = AccessTokenSet)]
    [Parameter(ParameterSetName = InteractiveSet)]
    [Parameter(ParameterSetName = DeviceSet)]
    [Parameter(ParameterSetName = AuthorizationCodeSet)]
    [Parameter(ParameterSetName = SecretSet)]
    [Parameter(ParameterSetName = ThumbprintSet)]
    [Parameter(ParameterSetName = CertificatePathSet)]
    [Parameter(ParameterSetName = CertificateSet)]
    [Parameter(ParameterSetName = FederatedTokenSet)]
    [Parameter(ParameterSetName = FederatedTokenFileSet)]
    [Parameter(ParameterSetName = IdentitySet)]
    [Parameter(ParameterSetName = RefreshTokenSet)]
    [Parameter(ParameterSetName = TokenStoreSet)]
    public string? Endpoint { get; set; }

    /// <summary>Connects to an emulator inside this process: no network, no credentials, nothing is bought.</summary>
    [Parameter(Mandatory = true, ParameterSetName = EmulatorSet)]
    public SwitchParameter Emulator { get; set; }

    /// <summary>A file that the emulator reads its state from, when it is there, and keeps it in.</summary>
    [Parameter(ParameterSetName = EmulatorSet)]
    [ValidateNotNullOrEmpty]
    public string? StatePath { get; set; }

    /// <summary>Makes no call to confirm the connection; a wrong credential then shows with the first command that uses it.</summary>
    [Parameter]
    public SwitchParameter SkipValidation { get; set; }

    /// <summary>Who sees the connection as the current one: every runspace of the process, or this runspace.</summary>
    [Parameter]
    public PartnerContextScope Scope { get; set; }

    /// <summary>Language of titles and error texts.</summary>
    [Parameter]
    [ValidatePattern("^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$")]
    public string Locale { get; set; } = "en-US";

    /// <summary>Returns the connection, for -Connection.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override void Process()
    {
        PartnerContext? context = null;
        try
        {
            context = ParameterSetName switch
            {
                EmulatorSet => NewConnection.ToEmulator(OwnStatePath(), Scope, Locale),
                AccessTokenSet => NewConnection.WithToken(AccessToken, Cloud, Tenant, Endpoint, Scope, Locale),
                _ => NewConnection.WithSignIn(Options(), Endpoint, Scope, Locale),
            };
            Confirm(context);
        }
        catch (Exception e)
        {
            // Whatever it was: a script that goes on must not buy with the connection that it had before.
            context?.Dispose();
            ConnectionStore.ForgetCurrent(Scope);
            if (e is PartnerException failure)
            {
                throw Terminating(failure);
            }

            throw;
        }

        ConnectionStore.Use(context);
        Say($"Connected to {context}.");
        if (PassThru)
        {
            WriteObject(context);
        }
    }

    // The file belongs to one emulator at a time: the current one ends where its file is asked for again.
    private string? OwnStatePath()
    {
        string? path = StatePath == null ? null : SessionState.Path.GetUnresolvedProviderPathFromPSPath(StatePath);
        if (path != null && ConnectionStore.Current is { } current && current.StatePath == path)
        {
            ConnectionStore.Forget(current);
            current.Dispose();
        }

        return path;
    }

    private void Confirm(PartnerContext context)
    {
        if (!SkipValidation && context.CanBeConfirmed)
        {
            PartnerClient client = context.Client.With(new RequestContext(CorrelationId, Locale, Bridge));
            if (Wait(stop => SignedInConnection.ConfirmAsync(context, client, stop)) is { } doubt)
            {
                WriteWarning(doubt);
            }
        }
        else if (context is { Kind: PartnerContextKind.User, TokenSource: { } source })
        {
            // A person is asked now or never: not in the middle of a later command.
            Wait(stop => SignedInConnection.SignInAsync(context, source, stop));
        }

        Array.ForEach(SignedInConnection.Warnings(context, DateTimeOffset.UtcNow), WriteWarning);
    }
}
