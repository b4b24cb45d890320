using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Runspaces;

namespace PartnerCenterCart.Commands;

/// <summary>Makes a purchase plan from a CSV or JSON file, or from objects. Nothing is sent.</summary>
[Cmdlet(VerbsData.Import, "PartnerPurchasePlan", DefaultParameterSetName = FromFile)]
[OutputType(typeof(PurchasePlan))]
public sealed class ImportPartnerPurchasePlan : PartnerInputCmdlet
{
    private const string FromFile = "Path";
    private const string FromObjects = "InputObject";

    private static readonly char[] OtherDelimiters = { ';', ',', '\t', '|' };

    private readonly List<PSObject> objects = new();

    /// <summary>A .csv or .json file.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = FromFile)]
    public string Path { get; set; } = string.Empty;

    /// <summary>Rows: hashtables, objects, lines from New-PartnerCustomerCartLineItem.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = FromObjects)]
    [AllowNull]
    [AllowEmptyCollection]
    public PSObject?[]? InputObject { get; set; }

    /// <summary>Which rows share a cart.</summary>
    [Parameter]
    public PlanGrouping GroupBy { get; set; }

    /// <summary>What separates the columns of a CSV file.</summary>
    [Parameter(ParameterSetName = FromFile)]
    public char Delimiter { get; set; } = ',';

    /// <summary>Columns that are not for the purchase, such as remarks.</summary>
    [Parameter]
    public string[]? IgnoreColumn { get; set; }

    private protected override object? Target => ParameterSetName == FromFile ? Path : null;

    private protected override void Process()
    {
        if (ParameterSetName == FromObjects)
        {
            objects.AddRange((InputObject ?? Array.Empty<PSObject?>()).OfType<PSObject>());
        }
    }

    private protected override void Finish()
    {
        string? file = ParameterSetName == FromFile ? SessionState.Path.GetUnresolvedProviderPathFromPSPath(Path) : null;
        var binder = new PlanRowBinder(IgnoreColumn ?? Array.Empty<string>());
        foreach (PSObject row in file == null ? objects : Read(file))
        {
            binder.Add(row);
        }

        var plan = new PurchasePlan(binder.Rows, GroupBy, file, binder.Problems);
        WriteObject(plan);
        int bad = plan.Problems.Where(problem => problem.Severity == FindingSeverity.Error).Select(problem => problem.RowNumber).Distinct().Count();
        if (bad > 0)
        {
            WriteWarning($"{(bad == 1 ? "A row has" : bad + " rows have")} errors, and the plan cannot be bought as it is; its Problems say what is wrong. The first: {plan.Problems[0]}");
        }
    }

    // Else every row would say that its one column is unknown.
    private static void ThrowIfOneColumn(string file, PSObject? row)
    {
        string[] columns = row?.Properties.Select(property => property.Name).Take(2).ToArray() ?? Array.Empty<string>();
        if (columns.Length == 1 && columns[0].IndexOfAny(OtherDelimiters) is >= 0 and int place)
        {
            string delimiter = columns[0][place] == '\t' ? "\"`t\"" : $"'{columns[0][place]}'";
            throw PartnerException.InvalidInput($"'{file}' has one column only, '{columns[0]}'.", $"Its columns seem to be separated by something else than -Delimiter says; try -Delimiter {delimiter}.");
        }
    }

    // PowerShell's own readers know quotes, encodings and line ends.
    private List<PSObject> Read(string file)
    {
        if (!File.Exists(file))
        {
            throw PartnerException.InvalidInput($"There is no file '{file}'.");
        }

        bool isJson = string.Equals(System.IO.Path.GetExtension(file), ".json", StringComparison.OrdinalIgnoreCase);
        string script = isJson
            ? "param($file, $delimiter) Microsoft.PowerShell.Management\\Get-Content -LiteralPath $file -Raw -Encoding UTF8 -ErrorAction Stop | Microsoft.PowerShell.Utility\\ConvertFrom-Json -ErrorAction Stop"
            : "param($file, $delimiter) Microsoft.PowerShell.Utility\\Import-Csv -LiteralPath $file -Delimiter $delimiter -Encoding UTF8 -ErrorAction Stop";
        try
        {
            // Windows PowerShell hands on a JSON array as one object.
            List<PSObject> rows = InvokeCommand.InvokeScript(script, true, PipelineResultTypes.None, null, file, Delimiter)
                .SelectMany(item => item?.BaseObject is object[] many ? many.Select(PSObject.AsPSObject) : new[] { item! })
                .Where(item => item != null)
                .ToList();
            ThrowIfOneColumn(file, rows.FirstOrDefault());
            return rows;
        }
        catch (RuntimeException e)
        {
            throw PartnerException.InvalidInput($"'{file}' cannot be read as {(isJson ? "JSON" : "CSV")}: {e.Message}");
        }
    }
}
