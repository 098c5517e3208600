"""What the rows of one record make: its versions, numbered where the rows have no numbers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import chain
from typing import Any, TypeAlias, TypeGuard

import attrs

from inclusion_core.findings import Finding
from inclusion_core.model.versions import Act, Version
from inclusion_core.rows.reading import RecordReader
from inclusion_core.wire.entries import Entry
from inclusion_core.wire.reading import part_of

__all__ = ["Group", "Used"]


@attrs.frozen(kw_only=True, repr=False)
class Used:
    """What came of the rows of one record.

    Attributes:
        reader: What read them.
        versions: Those that can be used.
        findings: What is wrong.
        rows: The rows that give it, by number.
        left_out: Those of them that are not in the versions.
    """

    reader: RecordReader
    versions: tuple[Version, ...]
    findings: tuple[Finding, ...] = ()
    rows: tuple[int, ...]
    left_out: frozenset[int] = frozenset()


Said: TypeAlias = tuple[tuple[str, Any], ...]
"""What a row says of a record, in a form that can be looked up."""


@attrs.define(repr=False)
class Group:
    """The rows that give one record, as they come in; of rows that say the same one is kept.

    Attributes:
        reader: What read them.
        said: What they say, each with the numbers of the rows that say it.
    """

    reader: RecordReader
    said: dict[Said, list[int]] = attrs.field(factory=dict)

    def add(self, values: Mapping[str, object], row: int) -> None:
        """Takes in a row."""
        key = tuple((name, _hashable(value)) for name, value in values.items())
        self.said.setdefault(key, []).append(row)

    @property
    def written(self) -> Iterator[tuple[int, Mapping[str, object]]]:
        """What they say, once each, as JSON values, with the first row that says it."""
        for said, listed in self.said.items():
            yield listed[0], {name: _plain(value) for name, value in said}

    def used(self, entries: Sequence[Entry]) -> Used:
        """What came of them.

        Args:
            entries: The entries that :attr:`written` makes.
        """
        rows = {listed[0]: listed for listed in self.said.values()}
        if self.reader.is_history:
            entries = list(_numbered(entries, tells_act=self.reader.tells_act))
        every = tuple(chain.from_iterable(rows.values()))
        whole = entries[0].version if len(entries) == 1 else None
        if _is_whole(whole):  # as most are: there is nothing to compare it with
            return Used(reader=self.reader, versions=(whole,), rows=every)
        part = part_of(self.reader.sheet, entries, (), rows_read=0)
        taken = {id(version) for version in part.versions}
        left = (rows[each.row or 0] for each in entries if id(each.version) not in taken)
        return Used(
            reader=self.reader,
            versions=part.versions,
            findings=part.findings,
            rows=every,
            left_out=frozenset(chain.from_iterable(left)),
        )


def _is_whole(version: Version | None) -> TypeGuard[Version]:
    """Whether a version is the whole history of a record."""
    return version is not None and version.version == 1 and version.act is Act.RECORDED


def _hashable(value: object) -> object:
    return (*value.items(),) if isinstance(value, dict) else value


def _plain(value: object) -> object:
    return dict(value) if isinstance(value, tuple) else value


def _numbered(entries: Iterable[Entry], *, tells_act: bool) -> Iterator[Entry]:
    """The versions in the order in which they were recorded, and what is no version.

    Rows that change nothing that is mapped make none.
    """
    listed = list(entries)
    yield from (attrs.evolve(each, number=0) for each in listed if each.version is None)
    number, before = 0, None
    for version, entry in sorted(_versions(listed), key=lambda each: _moment(each[0])):
        if not tells_act and before is not None and before.record == version.record:
            continue
        number += 1
        act = version.act if tells_act else (Act.RECORDED if number == 1 else Act.CHANGED)
        before = attrs.evolve(version, version=number, act=act)
        yield attrs.evolve(entry, number=number, act=act, version=before)


def _versions(entries: Iterable[Entry]) -> Iterator[tuple[Version, Entry]]:
    return ((each.version, each) for each in entries if each.version is not None)


def _moment(version: Version) -> tuple[date, int]:
    return version.recorded_on, version.sequence
