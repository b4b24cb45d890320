namespace PartnerCenterCart;

/// <summary>The closed list of what can go wrong; the name is the error id in PowerShell. docs/errors.md explains each.</summary>
public enum PartnerErrorKind
{
    /// <summary>No connection; <c>Connect-PartnerCenter</c> makes one.</summary>
    NotConnected,

    /// <summary>Refused here, before anything was sent.</summary>
    InvalidInput,

    /// <summary>More than one thing fits what was asked for, where one was meant.</summary>
    Ambiguous,

    /// <summary>The service refused the request as such (400, 405, 406).</summary>
    BadRequest,

    /// <summary>The service does not accept the token (401).</summary>
    Unauthorized,

    /// <summary>The token does not allow this, or the customer or partner may not (403).</summary>
    Forbidden,

    /// <summary>There is no such thing, or it is gone (404).</summary>
    NotFound,

    /// <summary>The state of the resource does not allow this (409, 412, 417).</summary>
    Conflict,

    /// <summary>Too many requests (429), also after waiting.</summary>
    Throttled,

    /// <summary>The service failed (5xx).</summary>
    ServiceError,

    /// <summary>No answer in time, or the service said so (408, 504).</summary>
    Timeout,

    /// <summary>No connection to the service, or it broke.</summary>
    ConnectionFailed,

    /// <summary>The service was down for longer than a bulk run pauses; what was not sent yet was not sent.</summary>
    ServiceDown,

    /// <summary>An answer that is not what the contract says.</summary>
    UnreadableAnswer,

    /// <summary>A change was sent and its answer was lost: it may or may not have happened.</summary>
    OutcomeUnknown,

    /// <summary>A line of a cart has an error inside a successful answer.</summary>
    CartLineError,

    /// <summary>The rules found errors in a cart, so it was not bought.</summary>
    ValidationFailed,

    /// <summary>An order group of a checkout failed inside a successful answer.</summary>
    OrderError,

    /// <summary>A plan, or the catalogue that it was tested with, is not the one that was agreed to.</summary>
    PlanChanged,

    /// <summary>Another run holds the journal of the plan.</summary>
    JournalInUse,

    /// <summary>The journal of a plan cannot be read or written as it has to be.</summary>
    JournalDamaged,
}
