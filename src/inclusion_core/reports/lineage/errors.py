"""What tracing a figure raises when the case asked about is not in the data."""

from __future__ import annotations

from collections.abc import Iterable

from inclusion_core.errors import InclusionError
from inclusion_core.wire.identifiers import shown

__all__ = ["NoSuchMemberError"]


class NoSuchMemberError(InclusionError):
    """The data have no record of that id that a figure could count; ids of others are not named.

    Attributes:
        record_types: What the figure is made of.
        record_id: The id asked for; empty for what no id can be.
    """

    def __init__(self, record_types: Iterable[str], record_id: str) -> None:
        self.record_types: tuple[str, ...] = tuple(record_types)
        self.record_id: str = shown(record_id)
        super().__init__(self.record_types, self.record_id)

    def __str__(self) -> str:
        named = repr(self.record_id) if self.record_id else "of that id"
        kinds = " or ".join(self.record_types) or "record behind it"
        return f"there is no {kinds} {named}; trace the cell without a member to see the ids"
