"""What reading gives: the journal, and everything that is wrong with what it was read from."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from inclusion_core.findings import Finding
from inclusion_core.model.caseload import Journal
from inclusion_core.model.versions import Version
from inclusion_core.wire.entries import Entry, Sheet
from inclusion_core.wire.histories import checked

__all__ = ["Part", "Reading", "part_of", "together"]


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


def together(parts: Iterable[Part]) -> Reading:
    """The reading that parts make."""
    listed = list(parts)
    versions = (version for part in listed for version in part.versions)
    findings = (finding for part in listed for finding in part.findings)
    journal = Journal(tuple(sorted(versions, key=lambda version: version.order)))
    return Reading(
        journal=journal,
        findings=tuple(sorted(findings, key=lambda finding: finding.order)),
        rows_read=sum(part.rows_read for part in listed),
        rows_kept=len(journal.versions),
    )
