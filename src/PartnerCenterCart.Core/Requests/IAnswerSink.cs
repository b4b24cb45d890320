using System.Threading;
using System.Threading.Tasks;

namespace PartnerCenterCart;

/// <summary>Takes the body of an answer as it comes.</summary>
public interface IAnswerSink
{
    /// <summary>
    /// Takes one body. Called anew for each try, it has to begin anew. What it throws for reasons of its own is a
    /// <see cref="PartnerException"/>; anything else is a failure of the network.
    /// </summary>
    /// <param name="answer">Status, headers, and the body as a stream that can be read once and does not know its length.</param>
    /// <param name="cancellationToken">Ends the try.</param>
    Task TakeAsync(PartnerAnswer answer, CancellationToken cancellationToken);
}
