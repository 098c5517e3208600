"""What came of a way in: what is told, what is kept, and everything that was ever said."""

from __future__ import annotations

import traceback
from collections.abc import Callable, Iterable
from datetime import date
from typing import TypeAlias

import attrs

from inclusion_core.checks.consistency import contradictions
from inclusion_core.errors import InclusionError
from inclusion_core.fields import Record, type_name
from inclusion_core.findings import Finding
from inclusion_core.model.caseload import Caseload, Journal
from inclusion_core.model.versions import Version
from inclusion_core.wire import Reading
from ways_lab.caseload import CANARIES, SCHEMA

__all__ = ["Kept", "Outcome", "of_journal", "of_reading", "of_records", "seen"]

Kept: TypeAlias = tuple[tuple[str, object], ...]
"""Versions or records, each with its name: ``client c-2 v2``; the version is left out where 1."""

LATE = date(2018, 12, 31)


@attrs.frozen(kw_only=True)
class Outcome:
    """What came of a way in.

    Attributes:
        findings: What is told, as findings.
        error: What is raised instead.
        kept: What was taken in.
        said: Everything that was said on the way, by findings, values and errors.
    """

    findings: tuple[Finding, ...] = ()
    error: InclusionError | None = None
    kept: Kept = ()
    said: str = ""

    @property
    def told(self) -> list[str]:
        """Each finding by its kind and place, or the class of the error."""
        if self.error is not None:
            return [type(self.error).__name__]
        return sorted(_shortly(each) for each in self.findings)

    @property
    def canaries(self) -> set[str]:
        """The values of clients that were told."""
        return {each for each in CANARIES if each in self.said}


def _shortly(finding: Finding) -> str:
    place = finding.place.in_("en")
    return f"{finding.kind}: {place}" if place else finding.kind


def seen(read: Callable[[], Outcome]) -> Outcome:
    """What a way in gives; an error of ours is an outcome too, and no other is caught."""
    try:
        outcome = read()
    except InclusionError as error:
        words = (*traceback.format_exception(error), repr(error), str(error), repr(vars(error)))
        return Outcome(error=error, said="\n".join(words).replace(repr(SCHEMA), ""))
    texts = [each.in_(language) for each in outcome.findings for language in ("lv", "en")]
    shown = [repr(each) for each in (*outcome.findings, *(each for _, each in outcome.kept))]
    return attrs.evolve(outcome, said="\n".join((outcome.said, *texts, *shown)))


def of_reading(reading: Reading) -> Outcome:
    """What a reading and the checks of what it kept tell."""
    return of_journal(reading.journal, reading.findings, repr(reading))


def of_journal(journal: Journal, findings: Iterable[Finding] = (), said: str = "") -> Outcome:
    """What is told of a journal, beside what was told when it was read."""
    caseload = journal.as_known_on(LATE)
    kept = tuple((_name(each), each) for each in journal.versions)
    return Outcome(
        findings=(*findings, *contradictions(caseload, SCHEMA, journal=journal)),
        kept=kept,
        said=f"{said}\n{journal!r}\n{caseload!r}",
    )


def of_records(records: Iterable[Record], findings: Iterable[Finding] = ()) -> Outcome:
    """What is told of records that have no versions."""
    listed = tuple(records)
    kept = tuple((f"{type_name(type(each))} {each.id}", each) for each in listed)
    caseload = Caseload.of_records(listed, known_on=LATE)
    checked = contradictions(caseload, SCHEMA)
    return Outcome(findings=(*findings, *checked), kept=kept, said=repr(caseload))


def _name(version: Version) -> str:
    number = "" if version.version == 1 else f" v{version.version}"
    return f"{version.record_type} {version.record_id}{number}"
