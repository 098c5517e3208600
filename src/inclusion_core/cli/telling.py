"""Findings in words: one line for each, and how many there are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from inclusion_core.findings import Finding, Severity
from inclusion_core.pages.lines import one_line
from inclusion_core.texts import Language, Plural, lv
from inclusion_core.wire import Reading

__all__ = ["counted", "line", "rows", "summary"]

SEVERITIES = {
    Severity.ERROR: lv("kļūda").en("error"),
    Severity.WARNING: lv("brīdinājums").en("warning"),
}
PLURALS = {
    Severity.ERROR: Plural(
        lv_zero="kļūdu", lv_one="kļūda", lv_other="kļūdas", en_one="error", en_other="errors"
    ),
    Severity.WARNING: Plural(
        lv_zero="brīdinājumu",
        lv_one="brīdinājums",
        lv_other="brīdinājumi",
        en_one="warning",
        en_other="warnings",
    ),
}
IN_THE_DATA = lv("Datos: {errors}, {warnings}.").en("In the data: {errors}, {warnings}.")
ASKED_FOR = lv("Parādīts: {errors}, {warnings}; citu, kas nav prasīti: {others}.").en(
    "Shown: {errors}, {warnings}; others, not asked for: {others}."
)
ROWS = lv("Rindas: datos {read}, paturētas {kept}.").en("Rows: {read} in the data, {kept} kept.")
KNOWN = lv("Kā zināms {known_on:locative}.").en("As known on {known_on}.")
SHOWN = 20
ALL = lv("Visus rāda: inclusion-core check {data}").en(
    "All are shown by: inclusion-core check {data}"
)
OTHERS = lv("un vēl {others}; visas rāda: inclusion-core check {data}").en(
    "and {others} more; all are shown by: inclusion-core check {data}"
)


def line(finding: Finding, language: Language) -> str:
    """A finding in a line, beginning with how much it weighs."""
    severity = SEVERITIES[finding.severity].in_(language)
    cited = f" ({finding.source.citation(language)})" if finding.source is not None else ""
    return one_line(f"{severity}: {finding.in_(language)}{cited}")


def counted(findings: Sequence[Finding], language: Language, *, others: int = 0) -> str:
    """How many findings there are, and how many others were not asked for."""
    numbers = Counter(finding.severity for finding in findings)
    errors, warnings = (PLURALS[each].counted(numbers[each]) for each in Severity)
    if others:
        return ASKED_FOR.filled(errors=errors, warnings=warnings, others=others).in_(language)
    return IN_THE_DATA.filled(errors=errors, warnings=warnings).in_(language)


def rows(reading: Reading, known_on: date | None, language: Language) -> str:
    """How much was read, and as of when it is known; nothing of that while nothing is recorded."""
    words = [ROWS.filled(read=reading.rows_read, kept=reading.rows_kept).in_(language)]
    if known_on is not None:
        words.append(KNOWN.filled(known_on=known_on).in_(language))
    return " ".join(words)


def summary(findings: Sequence[Finding], data: str, language: Language) -> Iterator[str]:
    """Lines that sum findings up: how many of each kind, and the first errors; none for none.

    Warnings are only counted: what should be looked at must not hide what has to be mended.
    """
    if not findings:
        return
    yield counted(findings, language)
    for kind, number in sorted(Counter(finding.kind for finding in findings).items()):
        yield f"  {kind}: {number}"
    errors = [finding for finding in findings if finding.severity is Severity.ERROR]
    for finding in errors[:SHOWN]:
        yield line(finding, language)
    shown = min(len(errors), SHOWN)
    if not shown:
        yield ALL.filled(data=data).in_(language)
    elif shown < len(findings):
        yield OTHERS.filled(others=len(findings) - shown, data=data).in_(language)
