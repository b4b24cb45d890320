using System;
using System.Collections.Generic;
using System.IO;
using System.Threading;
using System.Threading.Tasks;

namespace PartnerCenterCart;

/// <summary>A body on its way to a file, which is the old one, or none, until all is there. Each further try begins it anew.</summary>
internal sealed class FileDownload : IAnswerSink, IDisposable
{
    private const int BufferSize = 80 * 1024;
    private readonly string file;
    private readonly Action<long, long?>? progress;
    private readonly ReplacedFile target;
    private long received;
    private bool isComplete;

    /// <exception cref="PartnerException">InvalidInput: the file exists.</exception>
    public FileDownload(string file, bool overwrite, Action<long, long?>? progress = null)
    {
        this.file = file;
        this.progress = progress;
        target = new ReplacedFile(file, overwrite);
    }

    public async Task TakeAsync(PartnerAnswer answer, CancellationToken cancellationToken)
    {
        isComplete = false;
        received = 0;
        FileStream stream = target.Begin();
        long? length = answer.Headers.TryGetValue("Content-Length", out string? text) && long.TryParse(text, out long bytes) ? bytes : null;
        var buffer = new byte[BufferSize];
        for (int read; (read = await answer.Body.ReadAsync(buffer, 0, buffer.Length, cancellationToken).ConfigureAwait(false)) > 0;)
        {
            target.Guarded(() => stream.Write(buffer, 0, read));
            received += read;
            progress?.Invoke(received, length);
        }

        isComplete = true;
    }

    /// <summary>Puts the new file in its place.</summary>
    /// <exception cref="PartnerException">FileFailed. UnreadableAnswer: nothing came.</exception>
    public FileInfo Finish() => isComplete && received > 0
        ? target.Finish()
        : throw new PartnerException(PartnerErrorKind.UnreadableAnswer, $"The service sent an empty document for '{file}'.") { RecommendedAction = "Run it again later." };

    /// <summary>Takes back what was not finished.</summary>
    public void Dispose() => target.Dispose();
}
