using System;
using System.Collections.Generic;
using System.IO;
using System.Threading;
using System.Threading.Tasks;

namespace PartnerCenterCart;

/// <summary>The rows of one set of line items as bytes of a file.</summary>
internal interface IRowExport : IDisposable
{
    /// <summary>Writes the next rows; null after the last.</summary>
    /// <exception cref="ManifestChangedException">The data is another by now; what was written is worth nothing.</exception>
    Task<ExportStep?> NextAsync(Stream target, CancellationToken cancellationToken);
}
