"""Journals: the same records as in a caseload, written down, changed and corrected day by day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from hypothesis import strategies as st

from inclusion_core.expr.schema import Schema
from inclusion_core.facts.schema import SCHEMA
from inclusion_core.model.caseload import Journal
from inclusion_core.testing.strategies.caseloads import books, setting_of
from inclusion_core.testing.strategies.diary import Diary
from inclusion_core.testing.strategies.interests import Interests

__all__ = ["journals"]


def journals(  # noqa: PLR0913  each is a word that a caller may leave out
    schema: Schema = SCHEMA,
    *,
    interests: Interests | None = None,
    programmes: Sequence[str] = (),
    known_on: date | None = None,
    clients: int = 3,
    tidy: bool = False,
) -> st.SearchStrategy[Journal]:
    """Journals in which records are recorded, changed and corrected on different days.

    As known on the last of these days, a journal is a caseload of the kind that
    :func:`~inclusion_core.testing.strategies.caseloads.caseloads` draws. What a record names is
    recorded no later than the record. A change adds a day that had not come; a correction replaces
    another value of one field; where the journal need not be tidy, a record that nobody names is
    taken back or erased.

    Args:
        schema: The record types that there are.
        interests: What matters.
        programmes: Ids of the programmes that clients are in.
        known_on: The last day on which anything is recorded; drawn where none is given.
        clients: How many clients there are at most.
        tidy: As known on the last day, nothing is unknown and nothing contradicts.

    Example:
        >>> from hypothesis import find
        >>> from inclusion_core.model.versions import Act
        >>> found = find(
        ...     journals(tidy=True),
        ...     lambda journal: any(version.act is Act.CHANGED for version in journal.versions),
        ... )
        >>> sorted({version.act.value for version in found.versions})
        ['changed', 'recorded']
    """
    setting = setting_of(schema, interests=interests, programmes=programmes, tidy=tidy)
    drawn = books(setting, known_on, clients)

    @st.composite
    def journal(draw: st.DrawFn) -> Journal:
        return Journal(tuple(Diary(draw, draw(drawn)).versions()))

    return journal()
