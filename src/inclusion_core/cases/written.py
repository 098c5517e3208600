"""What came of cases as JSON, for other programs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from inclusion_core.cases.answers import answer_text
from inclusion_core.cases.case import Judged
from inclusion_core.findings import Finding
from inclusion_core.texts import LanguageCode

__all__ = ["finding_fields", "judged_fields"]


def judged_fields(judged: Judged, language: LanguageCode) -> Mapping[str, object]:
    """What came of a row; why, only where it differs."""
    row = judged.expectation
    fields: dict[str, object] = {
        "file": judged.case.file,
        "line": row.line,
        "case": judged.case.title,
        "person": row.person,
        "day": row.on.isoformat(),
        "period": None if row.period is None else str(row.period),
        "question": row.question,
        "expected": answer_text(row.expected, language),
        "got": answer_text(judged.got, language),
        "agrees": judged.agrees,
        "why": row.why,
    }
    return fields if judged.agrees else {**fields, "explained": judged.explained(language)}


def finding_fields(
    findings: Iterable[Finding], language: LanguageCode
) -> list[Mapping[str, object]]:
    """What is wrong with files."""
    return [
        {
            "kind": each.kind,
            "severity": each.severity.value,
            "file": each.place.file,
            "line": each.place.row,
            "column": each.place.field,
            "says": each.says.in_(language),
            "remedy": each.remedy.in_(language),
        }
        for each in findings
    ]
