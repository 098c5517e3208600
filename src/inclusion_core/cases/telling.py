"""Cases in words: what came of a row that differs, and what is wrong with a file."""

from __future__ import annotations

from collections.abc import Iterator

from inclusion_core.cases.answers import answer_text, apart
from inclusion_core.cases.case import Judged
from inclusion_core.findings import Finding, Severity
from inclusion_core.texts import LanguageCode, lv

__all__ = ["finding_line", "told"]

PLACE = lv("{file}, {line}. rinda").en("{file}, line {line}")
COLUMN = lv("kolonna “{heading}”").en("column “{heading}”")
EXPECTED = lv("jābūt").en("expected")
GOT = lv("iznāk").en("comes to")
BECAUSE = lv("jābūt tāpēc, ka").en("expected because")
WHY = lv("Kāpēc tā iznāk").en("Why it comes to that")
SEVERITIES = {
    Severity.ERROR: lv("kļūda").en("error"),
    Severity.WARNING: lv("brīdinājums").en("warning"),
}


def told(judged: Judged, language: LanguageCode) -> str:
    """What came of a row, in full: the row, both answers, how far apart they are, and why.

    It shows what is recorded in the case, whose people are made up.
    """
    return "\n".join(_lines(judged, language))


def _lines(judged: Judged, language: LanguageCode) -> Iterator[str]:
    case, row = judged.case, judged.expectation
    place = PLACE.filled(file=case.file, line=row.line).in_(language)
    yield f"{place}: {case.title}"
    yield f"  {row.headings}"
    yield f"  {row.written}"
    answers = (
        (EXPECTED.in_(language), answer_text(row.expected, language)),
        (GOT.in_(language), answer_text(judged.got, language)),
    )
    room = max(len(word) for word, _ in answers)
    for word, answer in answers:
        yield f"{word + ':':<{room + 1}} {answer}"
    difference = apart(row.expected, judged.got)
    if difference is not None and not judged.agrees:
        yield difference.in_(language)
    if row.why:
        yield f"{BECAUSE.in_(language)}: {row.why}"
    yield ""
    yield f"{WHY.in_(language)}:"
    yield judged.explained(language)


def finding_line(finding: Finding, language: LanguageCode) -> str:
    """What is wrong with a file, in a line: where, what, what to do."""
    place = finding.place
    where = [place.file]
    if place.row is not None:
        where = [PLACE.filled(file=place.file, line=place.row).in_(language)]
    if place.field:
        where.append(COLUMN.filled(heading=place.field).in_(language))
    severity = SEVERITIES[finding.severity].in_(language)
    says, remedy = finding.says.in_(language), finding.remedy.in_(language)
    return f"{', '.join(where)}: {severity}: {says}; {remedy}"
