"""The rows of an extract, and who has had other pseudonyms."""

from __future__ import annotations

import attrs

from inclusion_core.extracts.cells import Cell

__all__ = ["Joined", "Line"]


@attrs.frozen(kw_only=True, repr=False)
class Line:
    """A row of an extract.

    Attributes:
        person: Whom it is about, by pseudonym; the row itself where that is not told.
        cells: Its cells, in the order of the columns.
        joined: Whether it can be joined with other rows of that person.
    """

    person: str
    cells: tuple[Cell, ...]
    joined: bool = True


@attrs.frozen
class Joined:
    """Two pseudonyms of one person: clients who were found to be one, perhaps after a release."""

    person: str
    earlier: str
