using System.Management.Automation;
using PartnerCenterCart.Emulation;

namespace PartnerCenterCart.Commands;

/// <summary>Makes a connection and, unless told otherwise, the current one of the process.</summary>
[Cmdlet(VerbsCommunications.Connect, "PartnerCenter", DefaultParameterSetName = "AccessToken")]
[OutputType(typeof(PartnerContext))]
public sealed class ConnectPartnerCenter : PartnerInputCmdlet
{
    /// <summary>A token for the Partner Center audience: a string or a SecureString.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "AccessToken")]
    [AllowNull]
    public object? AccessToken { get; set; }

    /// <summary>Scheme and host of the service; the global cloud when left out. Plain http for loopback addresses alone.</summary>
    [Parameter(ParameterSetName = "AccessToken")]
    public string? Endpoint { get; set; }

    /// <summary>Connects to an emulator inside this process: no network, no credentials, nothing is bought.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "Emulator")]
    public SwitchParameter Emulator { get; set; }

    /// <summary>A file that the emulator reads its state from, when it is there, and keeps it in.</summary>
    [Parameter(ParameterSetName = "Emulator")]
    [ValidateNotNullOrEmpty]
    public string? StatePath { get; set; }

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
        PartnerContext context;
        try
        {
            context = Emulator ? ToEmulator() : ToService();
        }
        catch (PartnerException e)
        {
            // A script that goes on must not buy with the connection that it had before: from here on it has none.
            ConnectionStore.ForgetCurrent();
            throw Terminating(e);
        }

        ConnectionStore.Use(context);
        Say($"Connected to {context}.");
        if (PassThru)
        {
            WriteObject(context);
        }
    }

    private PartnerContext ToService()
    {
        var options = new TransportOptions { Endpoint = EndpointRule.Parse(Endpoint), TokenSource = FixedToken.From(AccessToken), ClientName = ClientName };
        var client = new PartnerClient(PrivateRoom.CreateTransport(options), options.Clock);
        return new PartnerContext(client, options.Endpoint, PartnerContextKind.AccessToken, Scope, Locale, null, null);
    }

    private PartnerContext ToEmulator()
    {
        string? path = StatePath == null ? null : SessionState.Path.GetUnresolvedProviderPathFromPSPath(StatePath);
        if (path != null && ConnectionStore.Current is { } current && current.StatePath == path)
        {
            // The file belongs to one emulator at a time, and this is its next one.
            ConnectionStore.Forget(current);
            current.Dispose();
        }

        PartnerCenterEmulator emulator;
        try
        {
            emulator = new PartnerCenterEmulator(new EmulatorOptions { StatePath = path });
        }
        catch (System.IO.IOException e)
        {
            throw PartnerException.InvalidInput($"The state file '{path}' cannot be used: {e.Message}");
        }
        catch (System.UnauthorizedAccessException e)
        {
            throw PartnerException.InvalidInput($"The state file '{path}' cannot be used: {e.Message}");
        }

        var options = new TransportOptions
        {
            Endpoint = new System.Uri("http://localhost"),
            TokenSource = FixedToken.From("emulator"),
            Handler = emulator.CreateHandler(),
            Clock = new EmulatorClock(emulator),
            ClientName = ClientName,
        };
        var client = new PartnerClient(PrivateRoom.CreateTransport(options), options.Clock);
        return new PartnerContext(client, options.Endpoint, PartnerContextKind.Emulator, Scope, Locale, path, emulator);
    }

    private static string ClientName => "PartnerCenterCart/" + typeof(ConnectPartnerCenter).Assembly.GetName().Version!.ToString(3);
}
