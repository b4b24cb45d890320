using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace PartnerCenterCart.Commands;

/// <summary>Offers a list of values, without refusing any other.</summary>
public abstract class ListCompleter : IArgumentCompleter
{
    private readonly string[] values;

    private protected ListCompleter(params string[] values) => this.values = values;

    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        string word = (wordToComplete ?? string.Empty).Trim('\'', '"');
        return values.Where(value => value.StartsWith(word, StringComparison.OrdinalIgnoreCase)).Select(value => new CompletionResult(value));
    }
}
