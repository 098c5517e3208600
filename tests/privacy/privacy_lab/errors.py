"""What the words and attributes of every error are made of: for each class somebody has looked."""

__all__ = ["MADE_OF"]

MADE_OF = {
    "nothing": {
        *("BackwardsPeriodError", "BusyError", "InclusionError", "LedgerBusyError"),
        *("LeftToReferenceError", "LostConnectionError", "MarkedOverSourceError", "NoFilesError"),
        *("NoWorkingDayError", "NotADayError", "NotSweptError", "SpentError"),
        "UnlikeDefinitionError",
    },
    "names that are declared or asked for, and what is wrong with them": {
        *("AmbiguousCodeError", "AssumptionError", "DatabaseFailedError", "DatabaseRefusedError"),
        *("DeclarationError", "DuplicateIdError", "EligibilityRefusedError", "EngineFailedError"),
        *("EngineRefusedError", "ExpressionError", "ExtractRefusedError", "ForeignDatabaseError"),
        *("FormatFailedError", "LengthError", "MissingExtraError", "MissingLibrariesError"),
        *("MisuseError", "NameRefusedError", "NotAdditiveError", "NotComparableError"),
        *("NotGeneratedError", "NotLoadedError", "NotProtectableError", "NotRowsError"),
        *("OtherFormError", "PeriodFormError", "PluginRefusedError", "RawIdError"),
        *("RowMappingError", "SchemaError", "ShareError", "SlotError", "StoryError", "TextError"),
        "UnknownNameError",
    },
    "names of files and places in them": {
        *("AnswersError", "FolderTakenError", "KeyFileError", "LedgerError", "NothingReadError"),
        *("ReportFileError", "StandingFileError", "SubmissionFileError"),
        *("UnreadableExpressionError", "UnreadableRegisterError"),
    },
    "types, ids and fields of records": {
        *("ConflictError", "DamagedRowsError", "ErasedTooEarlyError", "NoSuchClientError"),
        *("NoSuchMemberError", "NoSuchRecordError", "NoSuchSubjectError", "NotWritableError"),
        "RefusedError",
    },
}
"""A new class is put where it belongs; one that fits nowhere would tell values."""
