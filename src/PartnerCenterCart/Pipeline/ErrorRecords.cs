using System.Management.Automation;

namespace PartnerCenterCart.Commands;

/// <summary>The one place where an exception becomes an error record: the kind is the error id.</summary>
internal static class ErrorRecords
{
    public static ErrorRecord From(PartnerException exception, object? target) =>
        new(exception, exception.Kind.ToString(), CategoryOf(exception.Kind), target)
        {
            ErrorDetails = new ErrorDetails(exception.Summary) { RecommendedAction = exception.RecommendedAction ?? string.Empty },
        };

    private static ErrorCategory CategoryOf(PartnerErrorKind kind) => kind switch
    {
        PartnerErrorKind.NotConnected or PartnerErrorKind.ConnectionFailed => ErrorCategory.ConnectionError,
        PartnerErrorKind.InvalidInput or PartnerErrorKind.BadRequest or PartnerErrorKind.Ambiguous => ErrorCategory.InvalidArgument,
        PartnerErrorKind.Unauthorized => ErrorCategory.AuthenticationError,
        PartnerErrorKind.Forbidden => ErrorCategory.PermissionDenied,
        PartnerErrorKind.NotFound => ErrorCategory.ObjectNotFound,
        PartnerErrorKind.Conflict => ErrorCategory.ResourceExists,
        PartnerErrorKind.Throttled => ErrorCategory.LimitsExceeded,
        PartnerErrorKind.ServiceError or PartnerErrorKind.ServiceDown => ErrorCategory.ResourceUnavailable,
        PartnerErrorKind.Timeout => ErrorCategory.OperationTimeout,
        PartnerErrorKind.UnreadableAnswer => ErrorCategory.ProtocolError,
        PartnerErrorKind.PlanChanged => ErrorCategory.InvalidOperation,
        PartnerErrorKind.JournalInUse => ErrorCategory.ResourceBusy,
        PartnerErrorKind.JournalDamaged => ErrorCategory.InvalidData,
        PartnerErrorKind.CartLineError or PartnerErrorKind.OrderError or PartnerErrorKind.ValidationFailed => ErrorCategory.InvalidResult,
        _ => ErrorCategory.NotSpecified,
    };
}
