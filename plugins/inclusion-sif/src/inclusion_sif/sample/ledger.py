"""Writing records down as what they tell becomes known."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from itertools import accumulate
from typing import Any, TypeVar, cast

import attrs

from inclusion_core.fields import Record, type_name
from inclusion_core.model import RECORD_CLASSES
from inclusion_core.model.versions import Act, Version
from inclusion_core.values import ABSENT, DaySpan, PartialDay, day_span
from inclusion_sif.sample.diary import Notes
from inclusion_sif.sample.ids import Ids
from inclusion_sif.sample.life import HANDOVER, HORIZON

__all__ = ["Ledger", "known_by"]

RecordT = TypeVar("RecordT", bound=Record)

_OPENING = (
    *("first_day", "entered_on", "arrived_on", "linked_on", "lodged_on"),
    *("drawn_up_on", "set_on", "planned_on", "reviewed_on", "decided_on"),
    *("given_on", "learned_on", "found_on", "referred_on"),
)
_CLOSING = ("last_day", "left_on")
_FORESEEN = ("due_on", "extended_until")
"""Days that are agreed on ahead, and known from then on."""
_TOLD_WITH = {"left_on": "leaving_reason", "closed_on": "closing_reason", "decided_on": "result"}
"""What becomes known on the day that a field holds, where a record has both."""
_PLACE = {type_name(record_class): place for place, record_class in enumerate(RECORD_CLASSES)}


@attrs.frozen(kw_only=True)
class _Entry:
    record_type: str
    record_id: str
    day: date
    act: Act
    why: str
    record: Record | None


class Ledger:
    """Collects what is written down, in whatever order, and gives it as versions."""

    def __init__(self, ids: Ids) -> None:
        self._entries: list[_Entry] = []
        self._erased: set[tuple[str, str]] = set()
        self._first_clerk, self._second_clerk = ids.take("u"), ids.take("u")

    def tell(
        self, record: Record, diary: Notes, *, floor: date, closed_on: date | None = None
    ) -> date:
        """Writes the record down step by step, from ``floor`` on; gives the first day of it.

        What happens later is a change. That the record has ended is written on ``closed_on``,
        where what follows it is written on that day too.
        """
        begun = _begun_on(record, floor)
        on = opened = max(floor, diary.noted_on(begun))
        known = {on: known_by(record, begun)}
        for event in sorted(_events(record)):
            if event > begun:
                ends = event == _ended_on(record)
                on = max(on, closed_on if closed_on and ends else diary.noted_on(event))
                known[on] = known_by(record, event)
        for day, so_far in known.items():
            if day <= HORIZON:
                self._write(so_far, day, Act.RECORDED if day == opened else Act.CHANGED, "")
        return opened

    def tell_in_turn(self, records: Sequence[Record], diary: Notes, *, floor: date) -> None:
        """Writes records that follow each other: one ends on the day on which the next begins."""
        begun = [diary.noted_on(_begun_on(record, floor)) for record in records]
        opened = list(accumulate((floor, *begun), max))[1:]
        for record, first, following in zip(records, opened, [*opened, None][1:], strict=True):
            self.tell(record, diary, floor=first, closed_on=following)

    def record(self, record: Record, on: date) -> None:
        """Writes the record down at once, as it is."""
        self._write(record, on, Act.RECORDED, "")

    def change(self, record: Record, on: date) -> None:
        """Writes the record as it stands after something has happened."""
        self._write(record, on, Act.CHANGED, "")

    def correct(self, record: Record, on: date, why: str) -> None:
        """Writes the record again, because it was written wrongly."""
        self._write(record, on, Act.CORRECTED, why)

    def miswrite(self, record: Record, put_right_on: date, why: str, **wrong: object) -> None:
        """Lets the first note of the record have been wrong in these fields, until that day."""
        name = type_name(type(record))
        place, first = next(
            (place, entry)
            for place, entry in enumerate(self._entries)
            if (entry.record_type, entry.record_id) == (name, record.id)
        )
        right = attrs.evolve(first, day=put_right_on, act=Act.CORRECTED, why=why)
        self._entries[place] = attrs.evolve(
            first, record=_with(cast("Record", first.record), wrong)
        )
        self._entries.insert(place + 1, right)

    def retract(self, record: Record, on: date, why: str) -> None:
        """Takes the record back."""
        self._remove(record, on, Act.RETRACTED, why)

    def erase(self, records: Sequence[Record], on: date, why: str) -> None:
        """Leaves of the records nothing but that there was one: their last, empty version."""
        for record in records:
            self._erased.add((type_name(type(record)), record.id))
            self._remove(record, on, Act.ERASED, why)

    def standing(self, record_class: type[RecordT]) -> tuple[RecordT, ...]:
        """The records of one class as they are written last, but for those taken back."""
        name = type_name(record_class)
        written = (entry for entry in self._entries if entry.record_type == name)
        last = {entry.record_id: entry.record for entry in sorted(written, key=_order)}
        return cast("tuple[RecordT, ...]", tuple(each for each in last.values() if each))

    def versions(self) -> tuple[Version, ...]:
        """All that was written, numbered by record and by day, in the order of the days."""
        numbers: Counter[tuple[str, str]] = Counter()
        sequences: Counter[date] = Counter()
        versions: list[Version] = []
        for entry in sorted(self._entries, key=_order):
            key = entry.record_type, entry.record_id
            numbers[key] += 1
            if key in self._erased and entry.act is not Act.ERASED:
                continue
            sequences[entry.day] += 1
            version = Version(
                record_type=entry.record_type,
                record_id=entry.record_id,
                version=numbers[key],
                recorded_on=entry.day,
                sequence=sequences[entry.day],
                recorded_by=self._second_clerk if entry.day >= HANDOVER else self._first_clerk,
                act=entry.act,
                why=entry.why,
                record=entry.record,
            )
            versions.append(version)
        return tuple(versions)

    def _write(self, record: Record, day: date, act: Act, why: str) -> None:
        self._entries.append(_entry(record, day, act, why, record))

    def _remove(self, record: Record, day: date, act: Act, why: str) -> None:
        self._entries.append(_entry(record, day, act, why, None))


def _entry(of: Record, day: date, act: Act, why: str, record: Record | None) -> _Entry:
    return _Entry(
        record_type=type_name(type(of)), record_id=of.id, day=day, act=act, why=why, record=record
    )


def _order(entry: _Entry) -> tuple[date, int]:
    """By day; within it what others refer to comes before them, and goes after them."""
    place = _PLACE[entry.record_type]
    return entry.day, -place if entry.act.removes else place


def known_by(record: RecordT, on: date) -> RecordT:
    """The record as far as it can have been known on a day: what happens later has not yet."""
    later: dict[str, object] = {
        name: ABSENT for name, days in _spans(record).items() if days.latest > on
    }
    told_later = {
        told: ABSENT for name, told in _TOLD_WITH.items() if name in later and hasattr(record, told)
    }
    return _with(record, later | told_later)


def _with(record: RecordT, values: Mapping[str, object]) -> RecordT:
    """The record with other values in some fields; which fields it has, only attrs knows."""
    return cast("RecordT", attrs.evolve(cast("Any", record), **values))


def _begun_on(record: Record, floor: date) -> date:
    spans = _spans(record)
    return next((spans[name].latest for name in _OPENING if name in spans), floor)


def _ended_on(record: Record) -> date | None:
    spans = _spans(record)
    return next((spans[name].latest for name in _CLOSING if name in spans), None)


def _events(record: Record) -> set[date]:
    return {days.latest for days in _spans(record).values()}


def _spans(record: Record) -> dict[str, DaySpan]:
    """The days of a record on which something happens and that are known, if in part, by field."""
    fields = attrs.fields(cast("type[attrs.AttrsInstance]", type(record)))
    values = ((name, getattr(record, name)) for name in (field.name for field in fields))
    return {
        name: day_span(day)
        for name, day in values
        if isinstance(day, date | PartialDay) and name not in _FORESEEN
    }
