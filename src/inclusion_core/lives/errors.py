"""What asking for one case or one record raises when there is none."""

from __future__ import annotations

from inclusion_core.errors import InclusionError
from inclusion_core.wire.identifiers import shown

__all__ = ["NoSuchClientError", "NoSuchRecordError"]


class NoSuchClientError(InclusionError):
    """The caseload knows no client of that id; ids of others are not named.

    Attributes:
        client_id: The id that was asked for; empty for what no id can be, such as a personal code.
        erased: The client was there, and was erased.
    """

    def __init__(self, client_id: str, erased: bool = False) -> None:
        super().__init__(shown(client_id), erased)
        self.client_id: str = shown(client_id)
        self.erased = erased

    def __str__(self) -> str:
        if self.erased:
            return f"client {self.client_id!r} was erased: nothing is left to show"
        named = f"no client {self.client_id!r}" if self.client_id else "no client of that id"
        return (
            f"{named} in the data as known on that day; look the id up where the data come from, "
            "or ask for a later day"
        )


class NoSuchRecordError(InclusionError):
    """No version of such a record is in the journal; ids of others are not named.

    Attributes:
        record_id: The id that was asked for; empty for what no id can be.
        record_type: The type that was asked for; empty for any.
    """

    def __init__(self, record_id: str, record_type: str = "") -> None:
        super().__init__(shown(record_id), record_type)
        self.record_id: str = shown(record_id)
        self.record_type = record_type

    def __str__(self) -> str:
        called = self.record_type or "record"
        named = f"no {called} {self.record_id!r}" if self.record_id else f"no {called} of that id"
        return f"{named} was ever recorded in the data; look the id up where the data come from"
