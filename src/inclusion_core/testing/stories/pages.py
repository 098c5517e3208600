"""The pages of a story: every version of every record, in the order in which they were written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date

import attrs

from inclusion_core.fields import Record
from inclusion_core.model.caseload import Journal
from inclusion_core.model.versions import Act, Version
from inclusion_core.testing.stories.errors import StoryError
from inclusion_core.testing.stories.keyed import Key

__all__ = ["Pages", "said_of"]


def said_of(key: Key) -> str:
    """A record in an error: its type and id."""
    return f"{key[0]} {key[1]!r}"


@attrs.define(eq=False)
class Pages:
    """All that was written, and what stands now."""

    _histories: dict[Key, list[Version]] = attrs.field(factory=dict)
    _written: Counter[date] = attrs.field(factory=Counter)

    def record(self, key: Key) -> Record | None:
        """The record as it stands; ``None`` where there is none, or none any more."""
        history = self._histories.get(key)
        return history[-1].record if history else None

    def records(self, record_type: str) -> Iterator[Record]:
        """The records of a type as they stand, in the order in which they were first written."""
        for (name, _), history in self._histories.items():
            record = history[-1].record
            if name == record_type and record is not None:
                yield record

    def known(self, key: Key) -> bool:
        """Whether anything was ever written about a record."""
        return key in self._histories

    def last(self, key: Key) -> Version:
        """What was written last about a record.

        Raises:
            StoryError: Nothing was.
        """
        if key not in self._histories:
            raise StoryError(said_of(key), "nothing is told of it", "tell it first")
        return self._histories[key][-1]

    def write(self, key: Key, record: Record | None, act: Act, on: date, why: str = "") -> None:
        """Write what comes next about a record.

        Raises:
            StoryError: Something was written about it later, or it was taken back.
        """
        history = self._histories.setdefault(key, [])
        if history and history[-1].act.removes:
            raise StoryError(said_of(key), "it was taken back", "tell another record")
        if history and on < history[-1].recorded_on:
            raise StoryError(
                said_of(key),
                f"it was recorded on {history[-1].recorded_on}, after {on}",
                "tell what follows on that day or later, or begin earlier: "
                f"Story(recorded_on={on.isoformat()!r})",
            )
        self._written[on] += 1
        history.append(
            Version(
                record_type=key[0],
                record_id=key[1],
                version=len(history) + 1,
                recorded_on=on,
                sequence=self._written[on],
                act=act,
                why=why,
                record=record,
            )
        )

    def rewrite(self, key: Key, record: Record | None) -> None:
        """Write the last version of a record anew."""
        self._histories[key][-1] = attrs.evolve(self.last(key), record=record)

    def journal(self) -> Journal:
        """All versions."""
        return Journal(tuple(each for history in self._histories.values() for each in history))
