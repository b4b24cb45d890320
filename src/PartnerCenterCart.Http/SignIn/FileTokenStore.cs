using System;
using System.Globalization;
using System.IO;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;

namespace PartnerCenterCart.Http;

/// <summary>A refresh token and the day of its issue in a protected file.</summary>
internal sealed class FileTokenStore : ITokenStore
{
    private readonly ProtectedFile file;

    public FileTokenStore(ProtectedFile file) => this.file = file;

    public string Name => $"the file '{file.Path}'";

    public string? Warning => file.Warning;

    public bool CanRead => true;

    public Task<StoredToken?> ReadAsync(CancellationToken cancellationToken)
    {
        byte[]? content;
        try
        {
            content = file.Read();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or CryptographicException)
        {
            throw PartnerException.InvalidInput($"{Name} cannot be read: {e.Message}", "It can be read only by the user who wrote it, and on Windows only on the same machine.");
        }

        try
        {
            return Task.FromResult(content == null || content.Length == 0 ? null : Parse(Encoding.UTF8.GetString(content).Trim()));
        }
        catch (JsonException)
        {
            throw PartnerException.InvalidInput($"{Name} is damaged: what is in it is no refresh token.", "Delete it and pass a new token with -RefreshToken; New-PartnerAccessToken gets one.");
        }
    }

    public Task WriteAsync(StoredToken token, CancellationToken cancellationToken)
    {
        string text = JsonSerializer.Serialize(new[] { token.RefreshToken, token.IssuedAt?.ToString("o", CultureInfo.InvariantCulture) });
        file.Write(Encoding.UTF8.GetBytes(text));
        return Task.CompletedTask;
    }

    // A token by itself, as somebody may have put it there by hand, is fine too: its age is not known then.
    private static StoredToken? Parse(string text)
    {
        if (text.Length == 0)
        {
            return null;
        }

        if (text[0] != '[')
        {
            return new StoredToken(text, null);
        }

        string?[]? parts = JsonSerializer.Deserialize<string?[]>(text);
        DateTimeOffset? issued = DateTimeOffset.TryParse(parts?.Length > 1 ? parts[1] : null, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out DateTimeOffset date) ? date : null;
        return string.IsNullOrEmpty(parts?[0]) ? null : new StoredToken(parts![0]!, issued);
    }
}
