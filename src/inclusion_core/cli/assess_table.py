"""The verdicts on all participations of a programme, as a table."""

from __future__ import annotations

import csv
import json
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from io import StringIO
from typing import TypeAlias

import attrs

from inclusion_core.cli.judging import Judge
from inclusion_core.facts.cases import Cases
from inclusion_core.pages.lines import one_line, padded, width
from inclusion_core.pages.markdown import cell, table
from inclusion_core.rules.decision import Decision
from inclusion_core.rules.verdict import Verdict
from inclusion_core.texts import Language, Text, lv
from inclusion_core.values import ABSENT, Day, Unknown, day_text

__all__ = ["TABLE_FORMATS", "VerdictTable"]

HEADING = lv("{question} {on:locative}, kā zināms {known_on:locative}").en(
    "{question} on {on}, as known on {known_on}"
)
COLUMNS: Mapping[str, Text] = {
    "participation": lv("dalība").en("participation"),
    "client": lv("klients").en("client"),
    "entered_on": lv("iestājies").en("entered"),
    "verdict": lv("atbilde").en("verdict"),
    "deciding": lv("izšķir").en("decided by"),
}
COUNTED = lv("Dalības: {number}; jā: {yes}, nē: {no}, nav izlemts: {undecided}.").en(
    "Participations: {number}; yes: {yes}, no: {no}, undecided: {undecided}."
)


@attrs.frozen(kw_only=True)
class _Row:
    """The verdict on one participation.

    Attributes:
        participation: Its id.
        client: Id of the client.
        entered_on: The day of entry, as files write it; a question mark where it is not known.
        verdict: The answer.
        deciding: Keys of the clauses that decide it.
    """

    participation: str
    client: str
    entered_on: str = attrs.field(repr=False)
    verdict: Verdict
    deciding: tuple[str, ...]

    @classmethod
    def of(cls, decision: Decision) -> _Row:
        participation = decision.question.standing.participation
        return cls(
            participation=participation.id,
            client=participation.client_id,
            entered_on=_day(participation.entered_on),
            verdict=decision.explanation.verdict,
            deciding=tuple(step.key for step in decision.explanation.deciding),
        )


@attrs.frozen(kw_only=True)
class VerdictTable:
    """The verdicts on all participations of a programme.

    Attributes:
        judge: What is asked.
        on: The day of the question.
        known_on: The day up to which records are known.
        counts: How many have each verdict, also of those that are not listed.
        rows: The participations listed, ordered by id.
    """

    judge: Judge = attrs.field(repr=False)
    on: date
    known_on: date
    counts: Mapping[Verdict, int]
    rows: tuple[_Row, ...] = attrs.field(repr=False)

    @classmethod
    def of(cls, judge: Judge, cases: Cases, on: date) -> VerdictTable:
        """The verdicts on a day."""
        rows = tuple(_Row.of(decision) for decision in judge.all(cases, on))
        return cls(
            judge=judge,
            on=on,
            known_on=cases.caseload.known_on,
            counts=Counter(row.verdict for row in rows),
            rows=rows,
        )

    def only(self, verdict: Verdict | None) -> VerdictTable:
        """The same with only the rows of one verdict; with all, where none is named."""
        if verdict is None:
            return self
        return attrs.evolve(self, rows=tuple(row for row in self.rows if row.verdict is verdict))


_Write: TypeAlias = Callable[[VerdictTable, Language], str]


def _as_text(verdicts: VerdictTable, language: Language) -> str:
    cells = [[says.in_(language) for says in COLUMNS.values()], *_cells(verdicts, language)]
    widths = [max(map(width, column)) for column in zip(*cells, strict=True)]
    lines = (
        "  ".join(padded(each, room) for each, room in zip(row, widths, strict=True)).rstrip()
        for row in cells
    )
    parts = (f"{_heading(verdicts, language)}:", "", *lines, "", _counted(verdicts, language))
    return "".join(f"{part}\n" for part in parts)


def _as_markdown(verdicts: VerdictTable, language: Language) -> str:
    headings = [says.in_(language) for says in COLUMNS.values()]
    blocks = (
        f"## {cell(_heading(verdicts, language))}",
        table(headings, _cells(verdicts, language)),
        cell(_counted(verdicts, language)),
    )
    return "\n\n".join(blocks) + "\n"


def _as_json(verdicts: VerdictTable, language: Language) -> str:
    written = {
        "programme": verdicts.judge.programme.id,
        "support": verdicts.judge.support,
        "question": verdicts.judge.says.in_(language),
        "on": verdicts.on.isoformat(),
        "known_on": verdicts.known_on.isoformat(),
        "counts": {each.value: verdicts.counts.get(each, 0) for each in Verdict},
        "participations": [
            {**fields, "deciding": list(row.deciding)}
            for row, fields in zip(verdicts.rows, map(_fields, verdicts.rows), strict=True)
        ],
    }
    return f"{json.dumps(written, ensure_ascii=False, indent=2)}\n"


def _as_csv(verdicts: VerdictTable, language: Language) -> str:
    del language  # columns and verdicts are the same in all: a program reads them
    text = StringIO(newline="")
    writer = csv.DictWriter(text, tuple(COLUMNS), lineterminator="\n")
    writer.writeheader()
    writer.writerows(map(_fields, verdicts.rows))
    return text.getvalue()


def _heading(verdicts: VerdictTable, language: Language) -> str:
    days = {"on": verdicts.on, "known_on": verdicts.known_on}
    return HEADING.filled(question=verdicts.judge.says, **days).in_(language)


def _counted(verdicts: VerdictTable, language: Language) -> str:
    by_verdict = {each.value: verdicts.counts.get(each, 0) for each in Verdict}
    return COUNTED.filled(number=sum(by_verdict.values()), **by_verdict).in_(language)


def _fields(row: _Row) -> dict[str, object]:
    return {
        "participation": row.participation,
        "client": row.client,
        "entered_on": row.entered_on,
        "verdict": row.verdict.value,
        "deciding": " ".join(row.deciding),
    }


def _cells(verdicts: VerdictTable, language: Language) -> Iterable[list[str]]:
    for row in verdicts.rows:
        said = {**_fields(row), "verdict": row.verdict.says.in_(language)}
        yield [one_line(str(each)) for each in said.values()]


def _day(day: Day) -> str:
    if isinstance(day, Unknown):
        return "?"
    return "" if day is ABSENT else day_text(day)


TABLE_FORMATS: Mapping[str, _Write] = {
    "text": _as_text,
    "markdown": _as_markdown,
    "json": _as_json,
    "csv": _as_csv,
}
