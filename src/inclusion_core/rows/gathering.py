"""Rows put together by record: all at once with every check, or one record after the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

import attrs

from inclusion_core.findings import Finding
from inclusion_core.model.versions import Version
from inclusion_core.rows.histories import Group, Used
from inclusion_core.rows.row_problems import FROM_SEVERAL
from inclusion_core.rows.tables import Line
from inclusion_core.wire.entries import entries_of
from inclusion_core.wire.reading import Part, Reading, together

__all__ = ["gathered", "in_turn"]


def gathered(lines: Iterable[Line]) -> Reading:
    """The journal that rows make, with all that is wrong in them and between them."""
    groups: dict[tuple[str, str | int, int], Group] = {}
    findings: list[Finding] = []
    bad: set[tuple[str, int]] = set()
    rows_read = 0
    for line in lines:
        rows_read += line.row > 0
        findings += line.findings
        if line.left_out:
            bad.add((line.table, line.row))
        for reader, values in line.records:
            key = values.get("id")
            known = key if isinstance(key, str) else rows_read
            group = groups.setdefault(
                (reader.sheet.record_type.name, known, id(reader)), Group(reader)
            )
            group.add(values, line.row)
    used = list(_settled(_used(groups.values())))
    bad |= {(each.reader.sheet.file, row) for each in used for row in each.left_out}
    parts = (Part(versions=each.versions, findings=each.findings) for each in used)
    whole = together([*parts, Part(findings=tuple(findings), rows_read=rows_read)])
    return attrs.evolve(whole, rows_kept=rows_read - len(bad))


def _used(groups: Iterable[Group]) -> Iterator[Used]:
    """What came of each record; the rows of one type are read together, which is faster."""
    by_reader: dict[int, list[Group]] = {}
    for group in groups:
        by_reader.setdefault(id(group.reader), []).append(group)
    for same in by_reader.values():
        rows = (written for group in same for written in group.written)
        entries = entries_of(rows, same[0].reader.sheet)
        for group in same:
            yield group.used(list(islice(entries, len(group.said))))


def _settled(several: Iterable[Used]) -> Iterator[Used]:
    """What each record comes to where several parts of a mapping give it.

    Where they agree one counts; else none does, for nobody can say which holds.
    """
    by_record: dict[tuple[str, str], list[Used]] = {}
    for used in several:
        if used.versions:
            by_record.setdefault(used.versions[0].order[:2], []).append(used)
        else:
            yield used
    for same in by_record.values():
        first, *others = same
        if all(each.versions == first.versions for each in others):
            yield first
            yield from (attrs.evolve(each, versions=()) for each in others)
        else:
            yield from map(_refused, same)


def _refused(used: Used) -> Used:
    record_id = used.versions[0].record_id
    finding = FROM_SEVERAL.at(used.reader.sheet.place(used.rows[0], record_id))
    return attrs.evolve(
        used,
        versions=(),
        findings=(*used.findings, finding),
        left_out=frozenset(used.rows),
    )


def in_turn(lines: Iterable[Line]) -> Iterator[Version | Finding]:
    """What comes of each record, given when rows of the next one begin."""
    waiting: dict[int, tuple[str | int, Group]] = {}
    for line in lines:
        yield from line.findings
        for reader, values in line.records:
            known = values.get("id")
            key = known if isinstance(known, str) else line.row
            held = waiting.get(id(reader))
            if held is None or held[0] != key:
                if held is not None:
                    yield from _told(held[1])
                waiting[id(reader)] = held = key, Group(reader)
            held[1].add(values, line.row)
    for _, group in waiting.values():
        yield from _told(group)


def _told(group: Group) -> Sequence[Version | Finding]:
    (used,) = _used((group,))
    return (*used.versions, *used.findings)
