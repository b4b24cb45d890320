using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace PartnerCenterCart.Commands;

/// <summary>Country codes, by code or by the start of the name.</summary>
public sealed class CountryCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        string word = (wordToComplete ?? string.Empty).Trim('\'', '"');
        return Countries.All
            .Where(c => c.Code.StartsWith(word, StringComparison.OrdinalIgnoreCase) || c.Name.StartsWith(word, StringComparison.OrdinalIgnoreCase))
            .Select(c => new CompletionResult(c.Code, $"{c.Code} {c.Name}", CompletionResultType.ParameterValue, c.Name));
    }
}
