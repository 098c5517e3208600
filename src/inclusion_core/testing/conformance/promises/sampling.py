"""Whether the samples of a plugin are data as they should be: without errors, and lossless."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from inclusion_core.checks.looking import findings_in
from inclusion_core.errors import InclusionError
from inclusion_core.findings import Finding, Severity
from inclusion_core.model.caseload import Journal
from inclusion_core.model.versions import Version
from inclusion_core.testing.conformance.check import Broken, Conformance
from inclusion_core.testing.conformance.given import Given
from inclusion_core.wire import read_journal, write_journal

__all__ = ["SAMPLES_ARE_CLEAN", "SAMPLES_COME_BACK", "has_samples"]

MOST = 100
"""So many records of each type are written and read."""


def has_samples(given: Given) -> bool:
    """Whether the plugin offers any sample."""
    return bool(given.brought.samples)


def _unclean(given: Given) -> Iterator[Broken]:
    for built in given.samples:
        errors: dict[str, list[Finding]] = defaultdict(list)
        for finding in findings_in(given.examined(built), given.checks_of(built.caseload)):
            if finding.severity is Severity.ERROR:
                errors[finding.kind].append(finding)
        for kind, listed in errors.items():
            yield Broken(
                f"{built.sample.id}/{kind}",
                f"{len(listed)} findings that are errors, the first: {listed[0].in_('en')}",
            )


SAMPLES_ARE_CLEAN = Conformance(
    "samples-are-clean",
    "The checks of the core and of the plugin find no error in its samples.",
    _unclean,
    concerns=has_samples,
)


def _lost(given: Given) -> Iterator[Broken]:
    for built in given.samples:
        journal = _some(built.journal)
        with TemporaryDirectory() as folder:
            for form, name in (("JSON", "sample.json"), ("CSV", "sample")):
                problem = _problem(journal, Path(folder) / name, given)
                if problem:
                    yield Broken(built.sample.id, f"as {form}: {problem}")


def _some(journal: Journal) -> Journal:
    """The whole history of the first records of each type."""
    keys = dict.fromkeys((each.record_type, each.record_id) for each in journal.versions)
    number: Counter[str] = Counter()
    kept = set[tuple[str, str]]()
    for key in keys:
        number[key[0]] += 1
        if number[key[0]] <= MOST:
            kept.add(key)
    return Journal(
        tuple(each for each in journal.versions if (each.record_type, each.record_id) in kept)
    )


def _problem(journal: Journal, path: Path, given: Given) -> str:
    try:
        write_journal(journal, path, given.schema)
    except InclusionError as fault:
        return str(fault)
    reading = read_journal(path, given.schema)
    if reading.findings:
        return f"what was written is not read without findings: {reading.findings[0].in_('en')}"
    if _ordered(reading.journal) != _ordered(journal):
        return "what is read is not what was written; compare the record types of the plugin"
    return ""


def _ordered(journal: Journal) -> list[Version]:
    return sorted(journal.versions, key=lambda version: version.order)


SAMPLES_COME_BACK = Conformance(
    "samples-come-back-from-files",
    "A sample that is written as JSON and as CSV is read back as it was.",
    _lost,
    concerns=has_samples,
)
