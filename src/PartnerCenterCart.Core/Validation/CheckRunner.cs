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

    private readonly bool onlyReads;

    /// <param name="findings">Where refusals go.</param>
    /// <param name="onlyReads">Whether questions that are POSTs are left out.</param>
    public CheckRunner(FindingList findings, bool onlyReads)
    {
        this.findings = findings;
        this.onlyReads = onlyReads;
    }

    /// <summary>A check that the service takes as a POST, though it changes nothing.</summary>
    public async Task<T?> TryPostAsync<T>(string what, CartLineItem? line, Func<Task<T?>> check)
        where T : class
    {
        if (!onlyReads)
        {
            return await TryAsync(what, line, check).ConfigureAwait(false);
        }

        findings.Add(CartRules.CheckNotPossible, $"It was not asked about {what}: that is a POST, and only reads were wanted.", line);
        return null;
    }

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

    /// <summary>Whether the country is known that a check is about; a finding where it is not.</summary>
    public bool HasCountry(string what, CartLineItem line, string country)
    {
        if (country.Length == 0)
        {
            findings.Add(CartRules.CheckNotPossible, $"It could not be found out about {what}: neither the catalogue nor the customer names a country.", line);
        }

        return country.Length > 0;
    }

    /// <summary>Null when it could not be found out.</summary>
    public async Task<bool?> TryAsync(string what, CartLineItem? line, Func<Task<bool>> check) =>
        await TryAsync<object>(what, line, async () => await check().ConfigureAwait(false)).ConfigureAwait(false) as bool?;

    private static bool IsRefusal(PartnerException e) =>
        e.Kind is PartnerErrorKind.Forbidden or PartnerErrorKind.NotFound or PartnerErrorKind.BadRequest or PartnerErrorKind.InvalidInput;
}
