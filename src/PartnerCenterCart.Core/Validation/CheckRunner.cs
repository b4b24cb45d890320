using System;
using System.Threading.Tasks;

namespace PartnerCenterCart;

/// <summary>
/// Makes checks that a credential may be refused. A refusal is a finding; what would end every check (no network, no valid
/// token) goes up.
/// </summary>
internal sealed class CheckRunner
{
    private readonly FindingList findings;

    public CheckRunner(FindingList findings) => this.findings = findings;

    /// <summary>What the check found out; null when it could not be made.</summary>
    public async Task<T?> TryAsync<T>(string what, CartLineItem? line, Func<Task<T?>> check)
        where T : class
    {
        try
        {
            return await check().ConfigureAwait(false);
        }
        catch (PartnerException e) when (IsRefusal(e))
        {
            findings.Add(CartRules.CheckNotPossible, $"It could not be found out about {what}: {e.ServiceDescription ?? e.Summary}", line);
            return null;
        }
    }

    /// <summary>Null when it could not be found out.</summary>
    public async Task<bool?> TryAsync(string what, CartLineItem? line, Func<Task<bool>> check) =>
        await TryAsync<object>(what, line, async () => await check().ConfigureAwait(false)).ConfigureAwait(false) as bool?;

    private static bool IsRefusal(PartnerException e) =>
        e.Kind is PartnerErrorKind.Forbidden or PartnerErrorKind.NotFound or PartnerErrorKind.BadRequest or PartnerErrorKind.InvalidInput;
}
