"""What a test asks of a reading."""

from __future__ import annotations

from inclusion_core.wire import Reading
from wire_lab.folder import CANARIES


def found(reading: Reading) -> set[tuple[str, str]]:
    """Kind and field of the findings."""
    return {
        (finding.kind.removeprefix("wire."), finding.place.field) for finding in reading.findings
    }


def kept(reading: Reading) -> list[str]:
    """Ids of the versions that are in the journal."""
    return [version.record_id for version in reading.journal.versions]


def told(reading: Reading) -> str:
    """Everything that a reading ever says."""
    words = [repr(reading), repr(reading.journal), str(reading)]
    words += [repr(version) for version in reading.journal.versions]
    words += [repr(finding) for finding in reading.findings]
    words += [finding.in_(language) for finding in reading.findings for language in ("lv", "en")]
    return "\n".join(words)


def shows_nothing(reading: Reading) -> bool:
    """Whether no part of a planted personal value is told."""
    return not any(part in told(reading) for part in (*CANARIES, "Bērziņš", "0505"))
