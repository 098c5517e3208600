"""Whole caseloads: small registers in which everything stands where it can."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial

from hypothesis import strategies as st

from inclusion_core.expr.schema import Schema
from inclusion_core.facts.schema import SCHEMA
from inclusion_core.fields import Record, type_name
from inclusion_core.model.caseload import Caseload
from inclusion_core.testing.strategies.borders import Borders
from inclusion_core.testing.strategies.casebook import Casebook, Setting
from inclusion_core.testing.strategies.contents import contents_of
from inclusion_core.testing.strategies.customs import APART, customs_of
from inclusion_core.testing.strategies.growing import bring, grow
from inclusion_core.testing.strategies.interests import Interests
from inclusion_core.testing.strategies.layout import SUBJECT, Layout
from inclusion_core.testing.strategies.noticing import FieldName
from inclusion_core.testing.strategies.orderly import alone_in, bounds_of

__all__ = ["books", "caseloads", "setting_of"]

NO_CLIENT = 5
"""One of so many places for clients stays empty."""
IS_CARELESS = 4
"""Of caseloads that need not be tidy, one of so many has records that contradict others."""


def caseloads(  # noqa: PLR0913  each is a word that a caller may leave out
    schema: Schema = SCHEMA,
    *,
    interests: Interests | None = None,
    programmes: Sequence[str] = (),
    known_on: date | None = None,
    clients: int = 3,
    tidy: bool = False,
) -> st.SearchStrategy[Caseload]:
    """Whole caseloads: persons who may be clients of several providers, and all about them.

    References lead somewhere, shares make a whole, services are given under contracts of the
    programme that the client is in. Days lie on named days, beside them, and where named moves
    lead. Without ``tidy``, some fields are unknown, some days are known in part, and in one
    caseload of four some records contradict others. It shrinks to few records with plain values.

    A tidy caseload has no finding of severity *error* of the consistency checks. It may have the
    warnings that ``WARNINGS`` lists. Any other may have any finding but those of references
    that lead nowhere.

    Args:
        schema: The record types that there are; those of plugins too, and any others.
        interests: What matters: only these records are drawn, with what they need, and the fields
            that nobody reads stay plain. Everything where none are given.
        programmes: Ids of the programmes that clients are in, as ``declared_as`` has them.
        known_on: The day on which the data are known; drawn where none is given.
        clients: How many clients there are at most.
        tidy: Nothing is unknown, no day is known in part, and nothing contradicts.

    Example:
        >>> from hypothesis import find
        >>> from inclusion_core.model.participation import Participation
        >>> drawn = caseloads(programmes=["sif.mentoring"], tidy=True)
        >>> found = find(drawn, lambda caseload: caseload.of(Participation))
        >>> [record.id for record in found.of(Participation)]
        ['p1']
    """
    setting = setting_of(schema, interests=interests, programmes=programmes, tidy=tidy)
    return books(setting, known_on, clients).map(
        lambda book: Caseload.of_records(book.records, known_on=book.known_on)
    )


WARNINGS: frozenset[str] = frozenset(
    {
        "check.adults-too-young-for-child",
        "check.budget-exceeded",
        "check.entered-before-arrival",
        "check.entered-before-status",
        "check.entered-twice",
        "check.implausible-age",
        "check.kept-too-long",
        "check.labour-status-under-15",
    }
)
"""What the consistency checks may warn of in a tidy caseload: lives that are rare, not wrong."""


def setting_of(
    schema: Schema,
    *,
    interests: Interests | None,
    programmes: Sequence[str],
    tidy: bool,
) -> Setting:
    """All that is the same for every caseload that is drawn for these interests."""
    customs = customs_of(schema)
    apart = [name for owner, name in APART.items() if owner in customs]
    layout = Layout.of(schema, interests, apart)
    codes: Mapping[FieldName, Sequence[str]] = (
        {("programme", "declared_as"): tuple(programmes)} if programmes else {}
    )
    matters = Interests() if interests is None else interests
    return Setting(
        layout=layout,
        contents={
            name: contents_of(schema[name], interests, tidy=tidy, codes=codes)
            for name in layout.drawn
        },
        bounds=bounds_of(schema),
        alone=alone_in(schema),
        borders=Borders.of(matters.days, matters.moves),
        customs=customs,
        tidy=tidy,
    )


def books(setting: Setting, known_on: date | None, clients: int) -> st.SearchStrategy[Casebook]:
    """Books with all records of a caseload, in the order in which one needs the other.

    Args:
        setting: What is the same for all of them.
        known_on: The day on which the data are known; drawn where none is given.
        clients: How many clients there are at most.
    """

    @st.composite
    def book_of_records(draw: st.DrawFn) -> Casebook:
        number = draw(st.integers(0, IS_CARELESS - 1)) if not setting.tidy else 0
        late = (setting.borders.after_all,) * 4
        days = (*late, *setting.borders.plain[1:4])
        known = draw(st.sampled_from(days)) if known_on is None else known_on
        book = Casebook(draw, setting, known, careless=number == IS_CARELESS - 1)
        _fill(book, clients)
        return book

    return book_of_records()


def _fill(book: Casebook, clients: int) -> None:
    layout = book.setting.layout
    for name in layout.frame:
        if not book.of(name):
            grow(book, name, {})
    frame = [record for name in layout.frame for record in book.of(name)[:1]]
    for _ in range(clients if layout.has_subject else 0):
        book.slot(partial(_one_client, book))
    bring(book, layout.roots, None)
    for record in reversed(frame):
        if not _is_named(book, record):
            book.leave_out(record)


def _one_client(book: Casebook) -> None:
    if book.number(NO_CLIENT - 1):
        book.days.clear()
        grow(book, SUBJECT, {})


def _is_named(book: Casebook, record: Record) -> bool:
    to = type_name(type(record))
    return any(
        getattr(each, field.name) == record.id
        for name in book.setting.layout.drawn
        for field in book.setting.references(name)
        if field.reference is not None and field.reference.to == to
        for each in book.of(name)
    )
