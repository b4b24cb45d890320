using System;
using System.Management.Automation;
using System.Security;
using System.Security.Cryptography.X509Certificates;
using System.Threading;
using System.Threading.Tasks;

namespace PartnerCenterCart.Commands;

/// <summary>A cmdlet that signs in: one parameter set for each way to do it, the same wherever it is done.</summary>
public abstract class SignInCmdlet : BridgedCmdlet
{
    private protected const string InteractiveSet = "Interactive";
    private protected const string DeviceSet = "DeviceAuthentication";
    private protected const string AuthorizationCodeSet = "AuthorizationCode";
    private protected const string SecretSet = "Credential";
    private protected const string ThumbprintSet = "CertificateThumbprint";
    private protected const string CertificatePathSet = "CertificatePath";
    private protected const string CertificateSet = "Certificate";
    private protected const string FederatedTokenSet = "FederatedToken";
    private protected const string FederatedTokenFileSet = "FederatedTokenFile";
    private protected const string IdentitySet = "Identity";
    private protected const string RefreshTokenSet = "RefreshToken";
    private protected const string TokenStoreSet = "TokenStore";

    /// <summary>Signs in with a code that is typed into a browser on any device.</summary>
    [Parameter(Mandatory = true, ParameterSetName = DeviceSet)]
    [Alias("DeviceCode", "Device")]
    public SwitchParameter UseDeviceAuthentication { get; set; }

    /// <summary>Signs a person in through the browser for an application with a credential: the consent of the secure application model.</summary>
    [Parameter(Mandatory = true, ParameterSetName = AuthorizationCodeSet)]
    public SwitchParameter UseAuthorizationCode { get; set; }

    /// <summary>The application (client) id, or the client id of a user-assigned managed identity.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ThumbprintSet)]
    [Parameter(Mandatory = true, ParameterSetName = CertificatePathSet)]
    [Parameter(Mandatory = true, ParameterSetName = CertificateSet)]
    [Parameter(Mandatory = true, ParameterSetName = FederatedTokenSet)]
    [Parameter(Mandatory = true, ParameterSetName = FederatedTokenFileSet)]
    [Parameter(ParameterSetName = InteractiveSet)]
    [Parameter(ParameterSetName = DeviceSet)]
    [Parameter(ParameterSetName = SecretSet)]
    [Parameter(ParameterSetName = IdentitySet)]
    [Parameter(ParameterSetName = AuthorizationCodeSet)]
    [Parameter(ParameterSetName = RefreshTokenSet)]
    [Parameter(ParameterSetName = TokenStoreSet)]
    [Alias("ClientId")]
    [ValidateNotNullOrEmpty]
    public string? ApplicationId { get; set; }

    /// <summary>The partner's tenant: id or domain. An application that signs in by itself needs it.</summary>
    [Parameter]
    [Alias("TenantId")]
    [ValidateNotNullOrEmpty]
    public string? Tenant { get; set; }

    /// <summary>The application's secret as the password; the user name is the application id unless -ApplicationId names it.</summary>
    [Parameter(Mandatory = true, ParameterSetName = SecretSet)]
    [Parameter(ParameterSetName = AuthorizationCodeSet)]
    [Parameter(ParameterSetName = RefreshTokenSet)]
    [Parameter(ParameterSetName = TokenStoreSet)]
    [ValidateNotNull]
    public PSCredential? Credential { get; set; }

    /// <summary>The application's certificate in the personal store of the user or the machine.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ThumbprintSet)]
    [Parameter(ParameterSetName = AuthorizationCodeSet)]
    [Parameter(ParameterSetName = RefreshTokenSet)]
    [Parameter(ParameterSetName = TokenStoreSet)]
    [ValidateNotNullOrEmpty]
    public string? CertificateThumbprint { get; set; }

    /// <summary>A PFX file with the application's certificate and private key.</summary>
    [Parameter(Mandatory = true, ParameterSetName = CertificatePathSet)]
    [Parameter(ParameterSetName = AuthorizationCodeSet)]
    [Parameter(ParameterSetName = RefreshTokenSet)]
    [Parameter(ParameterSetName = TokenStoreSet)]
    [ValidateNotNullOrEmpty]
    public string? CertificatePath { get; set; }

    /// <summary>The password of the PFX file.</summary>
    [Parameter(ParameterSetName = CertificatePathSet)]
    [Parameter(ParameterSetName = AuthorizationCodeSet)]
    [Parameter(ParameterSetName = RefreshTokenSet)]
    [Parameter(ParameterSetName = TokenStoreSet)]
    public SecureString? CertificatePassword { get; set; }

    /// <summary>The application's certificate as an object, with its private key.</summary>
    [Parameter(Mandatory = true, ParameterSetName = CertificateSet)]
    [Parameter(ParameterSetName = AuthorizationCodeSet)]
    [Parameter(ParameterSetName = RefreshTokenSet)]
    [Parameter(ParameterSetName = TokenStoreSet)]
    [ValidateNotNull]
    public X509Certificate2? Certificate { get; set; }

    /// <summary>A token of another issuer that the application trusts (workload identity federation): string or SecureString.</summary>
    [Parameter(Mandatory = true, ParameterSetName = FederatedTokenSet)]
    [Parameter(ParameterSetName = AuthorizationCodeSet)]
    [Parameter(ParameterSetName = RefreshTokenSet)]
    [Parameter(ParameterSetName = TokenStoreSet)]
    [ValidateNotNull]
    public object? FederatedToken { get; set; }

    /// <summary>A file with such a token, read anew for each exchange: what AZURE_FEDERATED_TOKEN_FILE names.</summary>
    [Parameter(Mandatory = true, ParameterSetName = FederatedTokenFileSet)]
    [Parameter(ParameterSetName = AuthorizationCodeSet)]
    [Parameter(ParameterSetName = RefreshTokenSet)]
    [Parameter(ParameterSetName = TokenStoreSet)]
    [ValidateNotNullOrEmpty]
    public string? FederatedTokenFile { get; set; }

    /// <summary>The managed identity of this machine, runbook, function or container.</summary>
    [Parameter(Mandatory = true, ParameterSetName = IdentitySet)]
    [Alias("ManagedIdentity")]
    public SwitchParameter Identity { get; set; }

    /// <summary>The refresh token of a consent: string, SecureString, or what New-PartnerAccessToken returned.</summary>
    [Parameter(Mandatory = true, ParameterSetName = RefreshTokenSet)]
    [ValidateNotNull]
    public object? RefreshToken { get; set; }

    /// <summary>When that refresh token was issued, where you know it; a store knows it by itself.</summary>
    [Parameter(ParameterSetName = RefreshTokenSet)]
    public DateTimeOffset? RefreshTokenIssuedAt { get; set; }

    /// <summary>Where the rotated refresh token is kept: the name of a secret, the path of a file, or a script block that takes it.</summary>
    [Parameter(Mandatory = true, ParameterSetName = TokenStoreSet)]
    [Parameter(ParameterSetName = RefreshTokenSet)]
    [Parameter(ParameterSetName = AuthorizationCodeSet)]
    [ValidateNotNull]
    public object? TokenStore { get; set; }

    /// <summary>Accepted for scripts of the older module; the credential says it already.</summary>
    [Parameter(ParameterSetName = SecretSet)]
    [Parameter(ParameterSetName = ThumbprintSet)]
    [Parameter(ParameterSetName = CertificatePathSet)]
    [Parameter(ParameterSetName = CertificateSet)]
    [Parameter(ParameterSetName = AuthorizationCodeSet)]
    [Parameter(ParameterSetName = RefreshTokenSet)]
    [Parameter(ParameterSetName = TokenStoreSet)]
    public SwitchParameter ServicePrincipal { get; set; }

    /// <summary>Keeps tokens beyond the process, protected as the platform can; Disconnect-PartnerCenter forgets them.</summary>
    [Parameter(ParameterSetName = InteractiveSet)]
    [Parameter(ParameterSetName = DeviceSet)]
    [Parameter(ParameterSetName = SecretSet)]
    [Parameter(ParameterSetName = ThumbprintSet)]
    [Parameter(ParameterSetName = CertificatePathSet)]
    [Parameter(ParameterSetName = CertificateSet)]
    [Parameter(ParameterSetName = FederatedTokenSet)]
    [Parameter(ParameterSetName = FederatedTokenFileSet)]
    public SwitchParameter PersistCache { get; set; }

    /// <summary>The person to connect as, by sign-in name; needed where -PersistCache kept tokens of several.</summary>
    [Parameter(ParameterSetName = InteractiveSet)]
    [Parameter(ParameterSetName = DeviceSet)]
    [ValidateNotNullOrEmpty]
    public string? AccountId { get; set; }

    /// <summary>Another sign-in address than the cloud's own: scheme https and host.</summary>
    [Parameter(ParameterSetName = InteractiveSet)]
    [Parameter(ParameterSetName = DeviceSet)]
    [Parameter(ParameterSetName = AuthorizationCodeSet)]
    [Parameter(ParameterSetName = SecretSet)]
    [Parameter(ParameterSetName = ThumbprintSet)]
    [Parameter(ParameterSetName = CertificatePathSet)]
    [Parameter(ParameterSetName = CertificateSet)]
    [Parameter(ParameterSetName = FederatedTokenSet)]
    [Parameter(ParameterSetName = FederatedTokenFileSet)]
    [Parameter(ParameterSetName = RefreshTokenSet)]
    [Parameter(ParameterSetName = TokenStoreSet)]
    [ValidateNotNullOrEmpty]
    public string? Authority { get; set; }

    /// <summary>The cloud: GlobalCloud, ChinaCloud or USGovernmentCloud.</summary>
    [Parameter]
    [Alias("EnvironmentName")]
    [ArgumentCompleter(typeof(EnvironmentCompleter))]
    public string? Environment { get; set; }

    /// <summary>The cloud that -Environment names.</summary>
    private protected CloudEnvironment Cloud => Environment == null ? CloudEnvironment.Global : CloudEnvironment.Parse(Environment);

    private protected SignInOptions Options()
    {
        var options = new SignInOptions
        {
            Mode = Mode,
            Environment = Cloud,
            Authority = Authority == null ? null : AuthorityRule.Parse(Authority),
            Tenant = Tenant?.Trim(),
            AccountId = AccountId?.Trim(),
            PersistCache = PersistCache,
            Prompt = ShowAsync,
            Warn = CallBridge.Warn,
            RefreshToken = RefreshToken == null ? null : FirstRefreshToken(),
            Store = TokenStore == null ? null : TokenStores.From(TokenStore, this),
        };
        ApplicationCredential.Add(options, this);
        if (options is { Mode: SignInMode.Application, Tenant: null })
        {
            throw PartnerException.InvalidInput("-Tenant is missing: an application signs in to one tenant, the partner's.", "Pass its id or domain with -Tenant.");
        }

        if (options.Store?.Warning is { } warning)
        {
            WriteWarning(warning);
        }

        return options;
    }

    private SignInMode Mode => ParameterSetName switch
    {
        InteractiveSet => SignInMode.Interactive,
        DeviceSet => SignInMode.DeviceCode,
        AuthorizationCodeSet => SignInMode.AuthorizationCode,
        IdentitySet => SignInMode.ManagedIdentity,
        RefreshTokenSet or TokenStoreSet => SignInMode.RefreshToken,
        _ => SignInMode.Application,
    };

    private StoredToken FirstRefreshToken()
    {
        object? given = RefreshToken is PSObject wrapped ? wrapped.BaseObject : RefreshToken;
        var answer = given as PartnerAccessToken;
        string? text = SecretText.Read(answer != null ? answer.RefreshToken : given)?.Trim();
        return string.IsNullOrEmpty(text)
            ? throw PartnerException.InvalidInput("-RefreshToken does not hold a token. A string, a SecureString or the output of New-PartnerAccessToken is expected.")
            : new StoredToken(text!, RefreshTokenIssuedAt ?? answer?.RefreshTokenIssuedAt);
    }

    /// <summary>
    /// A warning, not information or host text: consoles, runbooks and jobs show it without being asked to, it can be
    /// captured (3&gt;), and it does not mix with the output.
    /// </summary>
    private static Task ShowAsync(string message, CancellationToken cancellationToken)
    {
        CallBridge.Warn(message);
        return Task.CompletedTask;
    }
}
