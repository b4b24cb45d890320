using System;
using System.Collections.ObjectModel;
using System.Globalization;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;

namespace PartnerCenterCart.Commands;

/// <summary>A secret of SecretManagement's default vault. It holds the bare token, so that other tools can use it; its date is in the metadata, where the vault has some.</summary>
internal sealed class SecretTokenStore : ITokenStore
{
    private const string Date = "RefreshTokenIssuedAt";

    // A name that is not there is no error: the first token comes from -RefreshToken. A vault that fails is one, for what it
    // holds may be newer than the token we were given, and must not be written over.
    private const string ReadScript = """
        param($name, $date)
        $info = @(Get-SecretInfo -Name $name -ErrorAction Stop)[0]
        if ($info) {
            Get-Secret -Name $name -ErrorAction Stop
            if ($info.Metadata) { [string]$info.Metadata[$date] }
        }
        """;

    // Not every vault takes metadata.
    private const string WriteScript = """
        param($name, $token, $metadata)
        try { Set-Secret -Name $name -Secret $token -Metadata $metadata -ErrorAction Stop }
        catch { Set-Secret -Name $name -Secret $token -ErrorAction Stop }
        """;

    private readonly string secret;

    public SecretTokenStore(string secret) => this.secret = secret;

    public string Name => $"the secret '{secret}'";

    public string? Warning => null;

    public bool CanRead => true;

    public Task<StoredToken?> ReadAsync(CancellationToken cancellationToken) => CallBridge.OnPipelineAsync(
        () =>
        {
            Collection<PSObject> found = Read();
            string? token = found.Count > 0 ? SecretText.Read(found[0])?.Trim() : null;
            string? date = found.Count > 1 ? found[1]?.BaseObject as string : null;
            DateTimeOffset? issued = DateTimeOffset.TryParse(date, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset at) ? at : null;
            return string.IsNullOrEmpty(token) ? null : new StoredToken(token!, issued);
        },
        cancellationToken);

    public Task WriteAsync(StoredToken token, CancellationToken cancellationToken) => CallBridge.OnPipelineAsync(
        () =>
        {
            var metadata = new System.Collections.Hashtable { [Date] = token.IssuedAt?.ToString("o", CultureInfo.InvariantCulture) ?? string.Empty };
            ScriptBlock.Create(WriteScript).Invoke(secret, SecretText.Protect(token.RefreshToken), metadata);
            return true;
        },
        cancellationToken);

    private Collection<PSObject> Read()
    {
        try
        {
            return ScriptBlock.Create(ReadScript).Invoke(secret, Date);
        }
        catch (RuntimeException e) when (e is not PipelineStoppedException)
        {
            throw PartnerException.InvalidInput($"{Name} cannot be read: {Redaction.Apply(e.Message)}", "Unlock the vault, or try again later; Get-Secret shows what is wrong with it.");
        }
    }
}
