"""The history of a record: whether its versions follow from one another.

What nobody can use is left out: versions of which several differ under one number, values of
what was erased, what comes after an erasure. Other faults of a history (a gap, a version recorded
before the one that it follows, a change of what was settled at entry) are pointed out, and its
versions stay.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby, pairwise
from operator import attrgetter

import attrs

from inclusion_core.expr.schema import RecordType
from inclusion_core.findings import Finding
from inclusion_core.model.versions import Act, Version
from inclusion_core.wire.entries import Entry, Sheet
from inclusion_core.wire.history_problems import (
    AFTER_ERASURE,
    ERASED_STILL_THERE,
    FIRST_NOT_RECORDED,
    FROZEN_MOVED,
    RECORDED_AGAIN,
    RECORDED_BACKWARDS,
    SAME_VERSION_TWICE,
    VERSION_GAP,
)
from inclusion_core.wire.problems import Problem

__all__ = ["Checked", "checked"]


@attrs.frozen(kw_only=True, repr=False)
class Checked:
    """The versions of a sheet that can be used, and what is wrong between versions.

    Attributes:
        versions: In no particular order.
        left_out: Findings for which a version is left out that is good in itself.
        pointed_out: The other findings.
    """

    versions: tuple[Version, ...]
    left_out: tuple[Finding, ...]
    pointed_out: tuple[Finding, ...]


@attrs.frozen
class _Remark:
    entry: Entry
    problem: Problem
    leaves_out: bool = False
    field: str = ""


def checked(entries: Iterable[Entry], sheet: Sheet) -> Checked:
    """The usable versions among the entries of one type; of faulty ones, what is legible counts."""
    versions: list[Version] = []
    remarks: list[_Remark] = []
    for history in _histories(entries):
        only = _only(history)
        if only is not None:
            versions.append(only)
            continue
        own = [*_remarks(history), *_moved(history, sheet.record_type)]
        out = {id(remark.entry) for remark in own if remark.leaves_out}
        versions += [entry.version for entry in history if entry.version and id(entry) not in out]
        remarks += own
    findings = [(remark.leaves_out, _finding(remark, sheet)) for remark in remarks]
    return Checked(
        versions=tuple(versions),
        left_out=tuple(finding for leaves_out, finding in findings if leaves_out),
        pointed_out=tuple(finding for leaves_out, finding in findings if not leaves_out),
    )


def _only(history: Sequence[Entry]) -> Version | None:
    """The one good version of a record that was written once, as most are: nothing to compare."""
    first = history[0]
    begins = len(history) == 1 and first.number == 1 and first.act is Act.RECORDED
    return first.version if begins else None


def _finding(remark: _Remark, sheet: Sheet) -> Finding:
    about = "act" if remark.problem in _OF_THE_ACT else "version"
    place = sheet.place(remark.entry.row, remark.entry.record_id, remark.field or about)
    return remark.problem.at(place)


_NUMBER = attrgetter("number")
_OF_THE_ACT = (FIRST_NOT_RECORDED, RECORDED_AGAIN)


def _histories(entries: Iterable[Entry]) -> Iterable[list[Entry]]:
    """The entries of each record, by version number.

    An entry without id or number belongs to none; but an erasure counts even where its number
    cannot be read.
    """
    histories: dict[str, list[Entry]] = {}
    for entry in entries:
        if entry.record_id and (entry.number or entry.act is Act.ERASED):
            histories.setdefault(entry.record_id, []).append(entry)
    for history in histories.values():
        history.sort(key=_NUMBER)
    return histories.values()


def _remarks(history: Sequence[Entry]) -> Iterator[_Remark]:
    numbered = [list(same) for number, same in groupby(history, key=_NUMBER) if number]
    for first, *again in numbered:
        yield from _twice(first, again)
    erasures = [entry.number for entry in history if entry.act is Act.ERASED]
    steps = [same[0] for same in numbered if not erasures or same[0].number <= erasures[0]]
    if erasures:
        yield from _erased(history, erasures[0])
    else:
        yield from _complete(steps)
    yield from _in_order(steps)


def _twice(first: Entry, again: Sequence[Entry]) -> Iterator[_Remark]:
    """Of copies one stays; of versions that differ none does, for nobody can say which holds."""
    copies = all(entry.version is not None and entry.version == first.version for entry in again)
    for entry in again if copies else (first, *again):
        yield _Remark(entry, SAME_VERSION_TWICE, leaves_out=True)


def _erased(history: Sequence[Entry], erased_at: int) -> Iterator[_Remark]:
    """What should be gone; an erasure at 0 is one whose number cannot be read."""
    for entry in history:
        if entry.number > erased_at > 0:
            yield _Remark(entry, AFTER_ERASURE, leaves_out=True)
        elif entry.number != erased_at and not (entry.act and entry.act.removes):
            yield _Remark(entry, ERASED_STILL_THERE, leaves_out=True)


def _complete(steps: Sequence[Entry]) -> Iterator[_Remark]:
    """What is missing; an erased record need not be complete."""
    first = steps[0]
    if first.number != 1:
        yield _Remark(first, VERSION_GAP)
    elif first.act not in (Act.RECORDED, None):
        yield _Remark(first, FIRST_NOT_RECORDED)
    for before, after in pairwise(steps):
        if after.number != before.number + 1:
            yield _Remark(after, VERSION_GAP)


def _in_order(steps: Sequence[Entry]) -> Iterator[_Remark]:
    for before, after in pairwise(steps):
        if after.act is Act.RECORDED:
            yield _Remark(after, RECORDED_AGAIN)
        if before.version and after.version and _moment(after.version) < _moment(before.version):
            yield _Remark(after, RECORDED_BACKWARDS)


def _moved(history: Sequence[Entry], record_type: RecordType) -> Iterator[_Remark]:
    """What a change has moved although it was settled once."""
    frozen = [field.name for field in record_type.recorded_fields if field.frozen]
    records = [(entry, entry.version.record) for entry in history if entry.version]
    for (_, before), (entry, after) in pairwise(records):
        if before is None or after is None or entry.act is not Act.CHANGED:
            continue
        for name in frozen:
            if getattr(before, name) != getattr(after, name):
                yield _Remark(entry, FROZEN_MOVED, field=name)


def _moment(version: Version) -> tuple[date, int]:
    return version.recorded_on, version.sequence
