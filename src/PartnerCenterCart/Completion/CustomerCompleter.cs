using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace PartnerCenterCart.Commands;

/// <summary>Customers that this session has read, by id or by the start of the company name; silent without a connection.</summary>
public sealed class CustomerCompleter : IArgumentCompleter
{
    private const int Most = 100;

    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        string word = (wordToComplete ?? string.Empty).Trim('\'', '"');
        return (ConnectionStore.Current?.Cache.Customers ?? Array.Empty<KeyValuePair<string, string>>())
            .Where(c => c.Key.StartsWith(word, StringComparison.OrdinalIgnoreCase) || c.Value.StartsWith(word, StringComparison.OrdinalIgnoreCase))
            .OrderBy(c => c.Value, StringComparer.OrdinalIgnoreCase)
            .Take(Most)
            .Select(c => c.Value.Length == 0
                ? new CompletionResult(c.Key)
                : new CompletionResult(c.Key, c.Value, CompletionResultType.ParameterValue, c.Value));
    }
}
