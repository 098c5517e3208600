"""What reading gives: the journal, and everything that is wrong with what it was read from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import islice
from operator import attrgetter, lt

import attrs

from inclusion_core.findings import Finding
from inclusion_core.model.caseload import Journal
from inclusion_core.model.versions import Act, Version
from inclusion_core.wire.entries import Entry, Sheet, good_entry
from inclusion_core.wire.histories import Checked, checked

__all__ = ["Part", "Reading", "histories_of", "part_of", "part_of_rows", "together"]


@attrs.frozen(kw_only=True)
class Reading:
    """A journal as files hold it, with findings for what could not be taken.

    Attributes:
        journal: All good versions, sorted by type, record and version.
        findings: All that is wrong, sorted by place; never a value.
        rows_read: How many rows or list items there were.
        rows_kept: How many of them are in the journal.
    """

    journal: Journal
    findings: tuple[Finding, ...]
    rows_read: int
    rows_kept: int


@attrs.frozen(kw_only=True, repr=False)
class Part:
    """What one sheet, or a fault of a whole file, adds to a reading."""

    versions: tuple[Version, ...] = ()
    findings: tuple[Finding, ...] = ()
    rows_read: int = 0


def part_of(
    sheet: Sheet, entries: Iterable[Entry], others: Iterable[Finding], *, rows_read: int
) -> Part:
    """What the entries of a sheet add, once their histories are checked.

    Args:
        sheet: Where they stand.
        entries: All of them, good or not.
        others: Findings about the sheet itself.
        rows_read: How many rows the sheet has.
    """
    listed = list(entries)
    usable = checked(listed, sheet)
    own = (finding for entry in listed if entry.faults for finding in entry.findings(sheet))
    return Part(
        versions=usable.versions,
        findings=(*others, *own, *usable.left_out, *usable.pointed_out),
        rows_read=rows_read,
    )


def part_of_rows(
    sheet: Sheet,
    taken: Sequence[Version | None],
    told: Iterable[Entry],
    others: Iterable[Finding],
) -> Part:
    """What the rows of a sheet add, most of which are good.

    Args:
        sheet: Where they stand.
        taken: What each row makes, in their order; ``None`` for what is told by the next two.
        told: The entries of rows that the fast lane left to the reference.
        others: Findings about rows that are no entry.
    """
    doubtful = list(told)
    own = (finding for entry in doubtful if entry.faults for finding in entry.findings(sheet))
    usable = histories_of(sheet, taken, doubtful)
    return Part(
        versions=usable.versions,
        findings=(*others, *own, *usable.left_out, *usable.pointed_out),
        rows_read=len(taken),
    )


def histories_of(sheet: Sheet, taken: Sequence[Version | None], told: Sequence[Entry]) -> Checked:
    """The usable versions among good ones and others; most records were written once.

    Args:
        sheet: Where they stand.
        taken: What each row makes, in their order; ``None`` for one that is told.
        told: The entries of rows that the fast lane left to the reference.
    """
    good = [version for version in taken if version is not None]
    if not told and _each_once(good):
        return Checked(versions=tuple(good), left_out=(), pointed_out=())
    times = Counter(version.record_id for version in good)
    times.update(entry.record_id for entry in told)
    plain: list[Version] = []
    doubtful = list(told)
    for row, version in enumerate(taken, start=1):
        if version is None:
            continue
        if times[version.record_id] == 1 and _begins(version):
            plain.append(version)
        else:
            doubtful.append(good_entry(version, row))
    usable = checked(doubtful, sheet)
    return attrs.evolve(usable, versions=(*plain, *usable.versions))


def _each_once(versions: Sequence[Version]) -> bool:
    """Whether each is the first version of another record: then there are no histories."""
    ids = list(map(attrgetter("record_id"), versions))
    return all(map(lt, ids, islice(ids, 1, None))) and all(map(_begins, versions))


def _begins(version: Version) -> bool:
    return version.version == 1 and version.act is Act.RECORDED


_ORDER = attrgetter("record_type", "record_id", "version")  # as ``Version.order``, and quicker


def together(parts: Iterable[Part]) -> Reading:
    """The reading that parts make."""
    listed = list(parts)
    versions = (version for part in listed for version in part.versions)
    findings = (finding for part in listed for finding in part.findings)
    journal = Journal(tuple(sorted(versions, key=_ORDER)))
    return Reading(
        journal=journal,
        findings=tuple(sorted(findings, key=lambda finding: finding.order)),
        rows_read=sum(part.rows_read for part in listed),
        rows_kept=len(journal.versions),
    )
