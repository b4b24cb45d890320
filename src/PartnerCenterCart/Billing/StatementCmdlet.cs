using System;
using System.IO;
using System.Management.Automation;

namespace PartnerCenterCart.Commands;

/// <summary>A cmdlet that downloads documents to files.</summary>
public abstract class StatementCmdlet : PartnerCmdlet
{
    // After Ctrl+C, for the half of a file to go.
    private static readonly TimeSpan TimeToTidyUp = TimeSpan.FromSeconds(2);

    private int count;
    private string? location;

    /// <summary>The invoice.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    [AllowNull]
    public string? InvoiceId { get; set; }

    /// <summary>A folder, or the file itself when it ends in .pdf; made when missing. The present location when left out.</summary>
    [Parameter(Position = 1)]
    [ValidateNotNullOrEmpty]
    public string OutputPath { get; set; } = ".";

    /// <summary>Replaces files that exist.</summary>
    [Parameter]
    [Alias("Overwrite")]
    public SwitchParameter Force { get; set; }

    private protected override object? Target => InvoiceId;

    /// <summary>Downloads one document and writes its file.</summary>
    private protected void Save(Func<PartnerClient, InvoiceStatementOperations> find)
    {
        var bar = new ProgressRecord(1, MyInvocation.MyCommand?.Name ?? "Download", "Connecting");
        int shown = -1;

        // Here, because the session belongs to the pipeline's thread.
        location ??= FilePath.Of(SessionState, OutputPath);
        string file = string.Empty;
        SendPosting(
            (client, post, token) =>
            {
                InvoiceStatementOperations statement = find(client);
                file = FileOf(statement.FileName);
                bar.StatusDescription = count == 0 ? statement.FileName : $"{statement.FileName}, after {count} others";
                post(() => WriteProgress(bar));
                return statement.SaveAsync(file, Force, (bytes, all) => Show(post, bytes, all), token);
            },
            TimeToTidyUp);
        count++;

        // By the provider's way, as Get-ChildItem shows it.
        WriteObject(InvokeProvider.Item.Get(new[] { file }, force: true, literalPath: true), enumerateCollection: true);

        void Show(Action<Action> post, long bytes, long? all)
        {
            // A bar that moves for every buffer would take longer than the download.
            int percent = all > 0 ? (int)(100 * bytes / all.Value) : -1;
            if (percent != shown)
            {
                shown = percent;
                post(() =>
                {
                    bar.PercentComplete = percent;
                    WriteProgress(bar);
                });
            }
        }
    }

    private protected override void Finish()
    {
        if (count > 0)
        {
            WriteProgress(new ProgressRecord(1, MyInvocation.MyCommand?.Name ?? "Download", "Done") { RecordType = ProgressRecordType.Completed });
        }
    }

    /// <summary>What ends in .pdf and is no folder is the file; everything else is a folder.</summary>
    private string FileOf(string name)
    {
        string path = location!;
        bool isFile = path.EndsWith(".pdf", StringComparison.OrdinalIgnoreCase) && !Directory.Exists(path)
            && !OutputPath.EndsWith("/", StringComparison.Ordinal) && !OutputPath.EndsWith("\\", StringComparison.Ordinal);
        return isFile ? path : Path.Combine(path, name);
    }
}
