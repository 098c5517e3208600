"""The data that a command is given, read together with everything that is wrong with them."""

from __future__ import annotations

from collections.abc import Iterable
from operator import attrgetter
from pathlib import Path

import attrs

from inclusion_core.catalogue import Catalogue
from inclusion_core.checks.check import Check
from inclusion_core.checks.consistency import CONSISTENCY_CHECKS, contradictions
from inclusion_core.checks.offered import declared_in
from inclusion_core.expr.schema import Schema
from inclusion_core.findings import Finding, Severity
from inclusion_core.model.caseload import Caseload
from inclusion_core.texts import lv
from inclusion_core.wire import Reading, read_journal
from inclusion_core.wire.readers import READERS, DataReader

__all__ = ["all_findings", "checks_for", "has_errors", "nothing_read", "ordered", "read_given"]

ENDINGS = (".csv", ".parquet")

NO_RECORDS = Finding(
    kind="cli.no-records",
    says=lv("mapē nav nevienas ierakstu datnes").en("there is no file of records in the folder"),
    remedy=lv("norādiet mapi, kurā ir client.csv un pārējās datnes").en(
        "name the folder that holds client.csv and the other files"
    ),
)


def read_given(path: Path, schema: Schema, readers: Iterable[DataReader] = READERS) -> Reading:
    """What a path holds; a folder without any file of records is a fault of its own.

    A wrong folder would otherwise give a report full of zeros.
    """
    reading = read_journal(path, schema, readers)
    if path.is_dir() and not any(
        (path / f"{each.name}{ending}").exists() for each in schema for ending in ENDINGS
    ):
        return attrs.evolve(reading, findings=ordered([*reading.findings, NO_RECORDS]))
    return reading


def nothing_read(reading: Reading) -> bool:
    """Whether there is no row for a fault; an empty register without faults is just empty."""
    return reading.rows_read == 0 and has_errors(reading.findings)


def checks_for(caseload: Caseload, catalogue: Catalogue) -> tuple[Check, ...]:
    """All that is looked for in a caseload: what depends on the programmes that it has, too."""
    return catalogue.checks_for(declared_in(caseload))


def all_findings(
    reading: Reading,
    caseload: Caseload,
    schema: Schema,
    checks: Iterable[Check] = CONSISTENCY_CHECKS,
) -> tuple[Finding, ...]:
    """What is wrong with the files, and what contradicts itself in what they hold."""
    return ordered([*reading.findings, *contradictions(caseload, schema, checks, reading.journal)])


def has_errors(findings: Iterable[Finding]) -> bool:
    """Whether any is more than a warning."""
    return any(finding.severity is Severity.ERROR for finding in findings)


def ordered(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings as a reader goes through files and records."""
    return tuple(sorted(findings, key=attrgetter("order")))
