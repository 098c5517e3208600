"""Whether a value of a client is told where it must not be: in a finding, an error or a report."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import attrs

from inclusion_core.checks.examined import Examined
from inclusion_core.fields import type_name
from inclusion_core.findings import Finding
from inclusion_core.reports.formats import ReportFormat
from inclusion_core.reports.report import Report
from inclusion_core.testing.conformance.check import Broken, Conformance
from inclusion_core.testing.conformance.faults import everything_told
from inclusion_core.testing.conformance.given import Given
from inclusion_core.testing.conformance.planting import (
    OF_CODES,
    OF_DAYS,
    OF_TEXTS,
    canaries_in,
    specimens,
)
from inclusion_core.testing.conformance.promises.finding import found_in
from inclusion_core.texts import Language

__all__ = ["NOTHING_PERSONAL"]

EVERYTHING = (*OF_TEXTS, *OF_DAYS, *OF_CODES)
NO_FINGERPRINT = "f" * 64
KNOWN_ON = date(2020, 6, 1)


def _told(given: Given) -> Iterator[Broken]:
    yield from _by_record_types(given)
    yield from _by_findings(given)
    yield from _by_reports(given)


def _by_record_types(given: Given) -> Iterator[Broken]:
    """A validator, or a class of its own, may put the value that it refuses into its words."""
    usual = specimens(given.schema, KNOWN_ON)
    for record_class in given.brought.record_types:
        record_type = given.schema[type_name(record_class)]
        record = usual.records[record_type.name][0]
        for field in record_type.recorded_fields[1:]:
            for canary in OF_TEXTS:
                try:
                    told = repr(attrs.evolve(record, **{field.name: canary}))  # type: ignore[misc]
                except Exception as fault:  # noqa: BLE001  the plugin's own validator
                    told = everything_told(fault)
                if canaries_in(told, (canary,)):
                    yield Broken(
                        record_type.name,
                        f"what is written into its field {field.name!r} is told by the error, or "
                        "by the repr, of the record; say which field is wrong and raise from None",
                    )


def _by_findings(given: Given) -> Iterator[Broken]:
    for caseload in given.strange:
        examined = Examined(caseload=caseload, schema=given.schema)
        for check in given.brought.checks:
            found = found_in(check, examined)
            if isinstance(found, Exception):
                continue  # told by the check that checks go through any data
            telling = (each for each in found if canaries_in(_words(each), EVERYTHING))
            first = next(telling, None)
            if first is not None:
                place = first.place
                yield Broken(
                    check.id,
                    f"the finding {first.kind!r} about a {place.record_type} tells a value of the "
                    f"record (field {place.field!r}); name the record and the field alone",
                )


def _words(finding: Finding) -> str:
    return "\n".join([repr(finding), *(finding.in_(language) for language in Language)])


def _by_reports(given: Given) -> Iterator[Broken]:
    formats = {each.id: each for each in (*given.brought.formats, given.catalogue.formats["json"])}
    for form, report in given.strange_reports:
        if isinstance(report, Exception):
            if canaries_in(everything_told(report), EVERYTHING):
                yield Broken(
                    form,
                    f"filling it in raises {type(report).__name__} that tells a value of a record; "
                    "give every code a name, also one that nobody expected",
                )
            continue
        for written in formats.values():
            if told := _written(written, report):
                yield Broken(
                    form,
                    f"written as {written.id} it tells {told} of one record; a report shows how "
                    "many there are, and ids where somebody may see them",
                )


def _written(written: ReportFormat, report: Report) -> str:
    """What a written report tells of a person, in words; empty where nothing."""
    bare = attrs.evolve(
        report, provenance=attrs.evolve(report.provenance, fingerprint=NO_FINGERPRINT)
    )
    for language in Language:
        if canaries_in(_shown(written, bare, language), OF_TEXTS):
            return "words"
        if canaries_in(_shown(written, bare.without_persons, language), OF_DAYS):
            return "a day"
    return ""


def _shown(written: ReportFormat, report: Report, language: Language) -> str:
    try:
        return written.render(report, language).decode(errors="replace")
    except Exception:  # noqa: BLE001  told by the check that formats write every report
        return ""


NOTHING_PERSONAL = Conformance(
    "nothing-personal-is-told",
    "No finding, error or report tells a value that stands in the record of a person.",
    _told,
    concerns=lambda given: bool(
        given.brought.checks or given.brought.reports or given.brought.record_types
    ),
)
