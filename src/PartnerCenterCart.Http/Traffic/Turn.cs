using System;
using System.Collections.Generic;
using System.Threading.Tasks;

namespace PartnerCenterCart.Http;

/// <summary>One try that waits for its turn.</summary>
internal sealed class Turn
{
    private readonly TaskCompletionSource<Pass> pass = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Turn(Guid caller) => Caller = caller;

    /// <summary>The user action that the call belongs to.</summary>
    public Guid Caller { get; }

    /// <summary>Where it stands among the turns of its caller; null when it does not wait any more.</summary>
    public LinkedListNode<Turn>? Place { get; set; }

    public Task<Pass> Task => pass.Task;

    /// <summary>False when it was given up meanwhile.</summary>
    public bool Give(Pass given) => pass.TrySetResult(given);

    public bool GiveUp() => pass.TrySetCanceled();
}
