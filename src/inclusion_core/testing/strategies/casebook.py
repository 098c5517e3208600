"""The book into which a caseload is drawn, record by record, each where it can stand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, MutableMapping, Sequence
from datetime import date
from functools import cache
from typing import Any, TypeAlias, TypeVar

import attrs
from hypothesis import strategies as st

from inclusion_core.expr.schema import Field
from inclusion_core.fields import Record, type_name
from inclusion_core.model.client import Client
from inclusion_core.testing.strategies.borders import Borders
from inclusion_core.testing.strategies.contents import Content
from inclusion_core.testing.strategies.layout import Layout
from inclusion_core.testing.strategies.noticing import FieldName
from inclusion_core.testing.strategies.orderly import Alone, Bounds

__all__ = ["Casebook", "Customs", "Setting", "Values"]

T = TypeVar("T")
Values: TypeAlias = MutableMapping[str, Any]
"""What the fields of a record hold, by name, while it is drawn."""

LONGEST_MEMORY = 24
"""So many days are remembered, from which others are counted."""


@attrs.frozen(kw_only=True)
class Customs:
    """What a record type has of its own.

    Attributes:
        before: Settles values before a record is drawn; ``False`` where there is no place for it.
        chosen: By reference, the key of the record that is named; ``None`` where there is none.
        settled: Looks at the values when all are drawn, and may change them.
        after: What follows when the record is written down.
    """

    before: Callable[[Casebook, Values], bool] | None = None
    chosen: Mapping[str, Callable[[Casebook, Values], str | None]] = attrs.field(factory=dict)
    settled: Callable[[Casebook, Values], None] | None = None
    after: Callable[[Casebook, Any], None] | None = None


NO_CUSTOMS = Customs()


@attrs.frozen(kw_only=True)
class Setting:
    """All that is the same for every caseload that a strategy draws.

    Attributes:
        layout: How records hang together.
        contents: What their fields hold, by type.
        bounds: Between which days others lie.
        alone: Spells of which one ends before the next begins.
        borders: Days that are worth drawing.
        customs: What single record types have of their own.
        tidy: Nothing is unknown, nothing contradicts.
    """

    layout: Layout
    contents: Mapping[str, tuple[Content, ...]]
    bounds: Mapping[FieldName, Bounds]
    alone: Mapping[str, Alone]
    borders: Borders
    customs: Mapping[str, Customs]
    tidy: bool

    def references(self, name: str) -> tuple[Field, ...]:
        """The references of a record type that stand in files."""
        fields = self.layout.schema[name].recorded_fields
        return tuple(each for each in fields if each.reference is not None)

    def customs_of(self, name: str) -> Customs:
        """What a record type has of its own."""
        return self.customs.get(name, NO_CUSTOMS)


@cache
def _numbers(most: int) -> st.SearchStrategy[int]:
    return st.integers(0, most)


def _nothing() -> None:
    """What fills no slot."""


def _slots(book: Casebook) -> st.SearchStrategy[None]:
    """What is drawn as one: Hypothesis looks at it as a whole when it shrinks."""

    @st.composite
    def slot(draw: st.DrawFn) -> None:
        book.fill_slot(draw)

    return slot()


class Casebook:
    """The records drawn so far; the next one is drawn among them.

    Attributes:
        setting: What is the same for all caseloads.
        known_on: The day on which the data are known.
        careless: Some records are written down without a look at others.
        days: The days that records about one client hold, from which others are counted.
        persons: By client, the first client who is the same person.
        twin: Who the client that is drawn now is, where one is there already.
        begun: By type, the key of the record that is drawn now; others may name it.
    """

    def __init__(
        self, draw: st.DrawFn, setting: Setting, known_on: date, *, careless: bool
    ) -> None:
        self._draw = draw
        self.setting = setting
        self.known_on = known_on
        self.careless = careless
        self.days: list[date] = []
        self.persons: dict[str, str] = {}
        self.twin: Client | None = None
        self.begun: dict[str, str] = {}
        self._records: dict[str, dict[str, Record]] = defaultdict(dict)
        self._made: dict[str, int] = defaultdict(int)
        self._fill: Callable[[], None] = _nothing
        self._slot = _slots(self)

    # What is there.

    @property
    def records(self) -> list[Record]:
        """All records."""
        return [record for of_type in self._records.values() for record in of_type.values()]

    def of(self, name: str) -> Sequence[Any]:
        """The records of a type, in the order in which they came."""
        return tuple(self._records[name].values())

    def find(self, name: str, key: str) -> Any:
        """A record that is there."""
        return self._records[name][key]

    def linked(self, name: str, link: str, values: Mapping[str, Any]) -> Any:
        """The record that the values of another one name; ``None`` while it is not there."""
        found = self.setting.layout.schema[name].links[link]
        return self._records[found.to].get(values[found.field])

    def leave_out(self, record: Record) -> None:
        """Take a record away that no other names."""
        del self._records[type_name(type(record))][record.id]

    # What is drawn.

    def choice(self, options: Sequence[T]) -> T:
        """One of several, the first of which is the plainest."""
        return options[self.number(len(options) - 1)]

    def number(self, most: int) -> int:
        """A number from 0."""
        return self._draw(_numbers(most)) if most else 0

    def slot(self, fill: Callable[[], None]) -> None:
        """Draw something that can be left out without a change to what is drawn after it."""
        draw, self._fill = self._draw, fill
        draw(self._slot)
        self._draw = draw

    def fill_slot(self, draw: st.DrawFn) -> None:
        """Draw what the slot is for."""
        self._draw = draw
        self._fill()

    # What is written down.

    def next_key(self, name: str) -> str:
        """The key of the next record of a type: ``c1``, ``c2``."""
        self._made[name] += 1
        return f"{self.setting.layout.prefixes[name]}{self._made[name]}"

    def add(self, record: Record) -> None:
        """Write a record down."""
        self._records[type_name(type(record))][record.id] = record

    def remember(self, day: date) -> None:
        """Other days may be counted from this one."""
        if day not in self.days and len(self.days) < LONGEST_MEMORY:
            self.days.append(day)
