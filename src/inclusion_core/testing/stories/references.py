"""What a record names, filled in where its author does not say it.

A reference that is not said is the record that the sentence is about, or what that record names,
or the one record of the story that goes with both. A provider, an operation and the like are made
up where there are none; a person, a plan or an outcome never is.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import TypeAlias

import attrs

from inclusion_core.expr.schema import Field, RecordType, Schema
from inclusion_core.fields import Record
from inclusion_core.lives.belonging import references
from inclusion_core.testing.stories.errors import StoryError
from inclusion_core.testing.stories.keyed import Key
from inclusion_core.testing.stories.pages import Pages

__all__ = ["MADE_UP", "Around", "Maker", "References"]

MADE_UP = frozenset(
    {
        *("provider", "operation", "contract", "fund"),
        *("staff_member", "household", "place", "budget_line"),
    }
)
"""Record types of which one is made up where it is named and there is none."""

Around: TypeAlias = Mapping[str, frozenset[str]]
"""The ids of what a sentence is about, and of all that this names, by record type."""
Maker: TypeAlias = Callable[[str, Around], str]
"""Makes up a record of a type that goes with what is around, and gives its id."""

_NOBODY: frozenset[str] = frozenset()


@attrs.frozen
class References:
    """Finds what records name.

    Attributes:
        schema: Record types and how they are linked.
        pages: What is told so far.
        make: Makes up what is named and not there; ``None`` where nothing may be.
    """

    schema: Schema
    pages: Pages
    make: Maker | None = None

    def around(self, keys: Iterable[Key]) -> Around:
        """Some records, and all that they name, and what these name."""
        found: dict[str, set[str]] = defaultdict(set)
        waiting = list(keys)
        while waiting:
            name, key = waiting.pop()
            record = self.pages.record((name, key))
            if key not in found[name] and record is not None:
                waiting += self._named_by(self.schema[name], record)
            found[name].add(key)
        return {name: frozenset(ids) for name, ids in found.items()}

    def _named_by(self, record_type: RecordType, record: Record) -> Iterable[Key]:
        for field, reference in references(record_type):
            yield reference.to, getattr(record, field.name)

    def filled(
        self, record_type: RecordType, said: Mapping[str, str], near: Around, about: str
    ) -> dict[str, str]:
        """The references of a record: those that are said, and all others.

        Args:
            record_type: Its type.
            said: The ids that are said, by field.
            near: What the sentence is about.
            about: The record, for an error.

        Raises:
            StoryError: One is not said, and there are several that it may be, or none.
        """
        filled = dict(said)
        types: set[str] = set()
        for field, reference in references(record_type):
            if field.name not in said:
                asked = _Asked(field=field, to=reference.to, about=about)
                if reference.to in types:
                    raise asked.error()
                beside = {
                    (each.to, filled[other.name])
                    for other, each in references(record_type)
                    if other.name in filled
                }
                filled[field.name] = self._the_one(asked, beside, near)
            types.add(reference.to)
        return {field.name: filled[field.name] for field, _ in references(record_type)}

    def _the_one(self, asked: _Asked, beside: Collection[Key], near: Around) -> str:
        """What is near, or the only one that goes with it and with what else is named."""
        to = asked.to
        around = _joined(near, self.around(key for key in beside if key[0] != to))
        for ids in (near.get(to, _NOBODY), around.get(to, _NOBODY)):
            if len(ids) == 1:
                return next(iter(ids))
        fitting = [
            each.id
            for each in self.pages.records(to)
            if (to, each.id) not in beside and self._fits((to, each.id), around)
        ]
        if len(fitting) == 1:
            return fitting[0]
        if not fitting and to in MADE_UP and self.make is not None:
            return self.make(to, around)
        raise asked.error(fitting)

    def _fits(self, key: Key, near: Around) -> bool:
        """Whether what a record names goes with what is around."""
        own = self.around([key])
        return all(own[name] & near[name] for name in own.keys() & near.keys())


def _joined(one: Around, other: Around) -> Around:
    names = one.keys() | other.keys()
    return {name: one.get(name, _NOBODY) | other.get(name, _NOBODY) for name in names}


@attrs.frozen(kw_only=True)
class _Asked:
    """A reference that is not said."""

    field: Field
    to: str
    about: str

    def error(self, fitting: Sequence[str] = ()) -> StoryError:
        """Says which records it may be."""
        link = self.field.name.removesuffix("_id")
        say = f"write {link}=..."
        if fitting:
            listed = ", ".join(fitting)
            return StoryError(self.about, f"{link} is not said, and may be any of {listed}", say)
        told = f"tell the {self.to} first, or {say}"
        return StoryError(self.about, f"{link} is not said, and none goes with it", told)
