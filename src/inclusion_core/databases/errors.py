"""What goes wrong with a database; no message holds a value, or words of the driver."""

from __future__ import annotations

from enum import Enum

from inclusion_core.errors import InclusionError
from inclusion_core.findings import Finding

__all__ = [
    "BusyError",
    "Conflict",
    "ConflictError",
    "DamagedRowsError",
    "DatabaseFailedError",
    "DatabaseRefusedError",
    "ForeignDatabaseError",
    "LostConnectionError",
    "NotSweptError",
]


class DatabaseRefusedError(InclusionError):
    """A database that was never tried, or an address that leads to none."""

    def __init__(self, dialect: str, why: str) -> None:
        super().__init__(dialect, why)
        self.dialect = dialect
        self.why = why

    def __str__(self) -> str:
        name = self.dialect or "the address"
        return (
            f"{name} is refused: {self.why}; write sqlite:///cases.db or "
            "postgresql+psycopg://host/name"
        )


class ForeignDatabaseError(InclusionError):
    """The tables are not those of the schema; ``problems`` names all that differs."""

    def __init__(self, problems: tuple[str, ...]) -> None:
        super().__init__(problems)
        self.problems = problems

    def __str__(self) -> str:
        return f"the database is not as this library keeps it: {'; '.join(self.problems)}"


class Conflict(Enum):
    """Why a version does not follow from what is there."""

    TAKEN = "taken"
    GAP = "gap"
    MISSING = "missing"
    ERASED = "erased"
    STILL_THERE = "still_there"


_CONFLICTS = {
    Conflict.TAKEN: (
        "somebody has written it meanwhile, otherwise; read the record again and write what you "
        "add as version {next}"
    ),
    Conflict.GAP: "the last one there is {there}; write the next one as version {next}",
    Conflict.MISSING: (
        "it is missing, though the last one there is {there}; somebody took it out past this "
        "library: put its row back from a copy, or write what you add as version {next}"
    ),
    Conflict.ERASED: "the record is erased; where data may be kept again, use a new id",
    Conflict.STILL_THERE: (
        "an erasure is no further version, for the older ones hold the values; "
        "call rewrite, with erased() of inclusion_core.keeping"
    ),
}


class ConflictError(InclusionError):
    """A version does not follow from what is there; nothing of the call was written.

    Attributes:
        record_type: Type of the record.
        record_id: Its id.
        version: The version that was to be written.
        there: The last version that is there; 0 for none.
        kind: Why it does not follow.
    """

    def __init__(
        self, record_type: str, record_id: str, version: int, there: int, kind: Conflict
    ) -> None:
        super().__init__(record_type, record_id, version, there, kind)
        self.record_type = record_type
        self.record_id = record_id
        self.version = version
        self.there = there
        self.kind = kind

    def __str__(self) -> str:
        why = _CONFLICTS[self.kind].format(there=self.there, next=self.there + 1)
        return f"version {self.version} of {self.record_type} {self.record_id!r}: {why}"


class DamagedRowsError(InclusionError):
    """Rows that hold no record any more; ``findings`` says which and why.

    Nobody is judged by the records that are left.
    """

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        super().__init__(findings)
        self.findings = findings

    def __str__(self) -> str:
        first = self.findings[0].in_("en")
        return (
            f"{len(self.findings)} findings in the rows of the database; the first is: {first}. "
            "Somebody wrote them past this library: put them right there"
        )


class LostConnectionError(InclusionError):
    """The database cannot be reached, or was lost in the middle."""

    def __str__(self) -> str:
        return (
            "the connection to the database is lost; what was being written is there whole or "
            "not at all: call again, for what is there already is not written twice"
        )


class BusyError(InclusionError):
    """Others were writing for so long, or at the same moment; nothing was written."""

    def __str__(self) -> str:
        return "others are writing to the database; nothing was written: call again"


class NotSweptError(InclusionError):
    """Values are gone from the tables, and not yet from the files of the database."""

    def __str__(self) -> str:
        return (
            "the rewriting is written, but others are reading what it took out; call sweep() when "
            "they have ended, so that no file of the database holds it"
        )


class DatabaseFailedError(InclusionError):
    """The database refused something; its words are not repeated, for they may hold values.

    Attributes:
        code: Its own code of what is wrong: SQLSTATE, or the name that SQLite gives.
    """

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code

    def __str__(self) -> str:
        return (
            f"the database refused what was asked ({self.code}); nothing was written: look at its "
            "own log, and open the database anew to have its tables checked"
        )
