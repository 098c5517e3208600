"""What must come of a case: a row with a person, a day, a question, an answer and a reason."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import assert_never

import attrs

from inclusion_core.cases.answers import (
    Answer,
    Said,
    day_written,
    number_written,
    word_written,
)
from inclusion_core.cases.asking import Questions, window_days
from inclusion_core.cases.belonging import leads_to_person
from inclusion_core.cases.case import Expectation
from inclusion_core.cases.case_problems import (
    FIGURE_NEEDS_PERIOD,
    NO_WHY,
    NOBODY_ASKED,
    NOBODY_SO_CALLED,
    NOT_AN_ANSWER,
    NOT_OF_A_PERSON,
    ONE_DAY_NEEDED,
)
from inclusion_core.cases.columns import Row
from inclusion_core.cases.header import period_written
from inclusion_core.cases.page import Fault
from inclusion_core.cases.people import person_key
from inclusion_core.cases.questions import (
    Asked,
    Eligible,
    Figure,
    Found,
    LimitCovers,
    MayReceive,
    RuleHolds,
    WindowDay,
)
from inclusion_core.expr.schema import Schema
from inclusion_core.metrics.metric import Metric
from inclusion_core.periods import Period
from inclusion_core.texts import OR, Text, listing, lv
from inclusion_core.wire.problems import Problem

__all__ = ["Expected", "expected_of"]

A_DAY = lv("dienu (2019-04-15)").en("a day (2019-04-15)")
A_NUMBER = lv("skaitli").en("a number")
TRUTHS = (Said.YES, Said.NO, Said.NOT_KNOWN)
DAYS = (Said.NONE, Said.NOT_KNOWN)
COUNTS = (Said.COUNTED, Said.NOT_COUNTED, Said.NOT_YET, Said.NOT_KNOWN)
FINDS = (Said.YES, Said.NO)
_AS_COUNTED = {Said.YES: Said.COUNTED, Said.NO: Said.NOT_COUNTED}


@attrs.frozen(kw_only=True, repr=False)
class Expected:
    """What a case knows when it is asked.

    Attributes:
        schema: The record types.
        questions: What can be asked.
        persons: The ids of clients by their names, made alike.
        known_on: The day on which all is known, and of questions that name none.
        period: The period of figures that name none.
    """

    schema: Schema
    questions: Questions
    persons: Mapping[str, str]
    known_on: date
    period: Period | None


def expected_of(row: Row, known: Expected) -> tuple[Expectation | None, tuple[Fault, ...]]:
    """What a row expects, and what is wrong with it."""
    reader = _RowReader(row=row, known=known)
    asked = reader.asked()
    if asked is None:
        return None, tuple(reader.faults)
    asked, expected = reader.answer(asked)
    client_id = reader.client(asked)
    on, period = reader.moment(asked)
    failed = expected is None or bool(reader.faults)
    if not row["why"]:
        reader.faults.append(row.fault("why", NO_WHY))
    if failed or expected is None:
        return None, tuple(reader.faults)
    expectation = Expectation(
        line=row.line,
        headings=row.heading_row,
        written=row.written,
        person=row["person"],
        client_id=client_id,
        on=on,
        period=period,
        question=row["question"],
        asked=asked,
        expected=expected,
        why=row["why"],
    )
    return expectation, tuple(reader.faults)


@attrs.define(kw_only=True)
class _RowReader:
    """Reads one row, and gathers what is wrong with it."""

    row: Row
    known: Expected
    faults: list[Fault] = attrs.Factory(list)

    def _wrong(self, meaning: str, problem: Problem) -> None:
        self.faults.append(self.row.fault(meaning, problem))

    def asked(self) -> Asked | None:
        """What the question means."""
        found = self.known.questions.find(self.row["question"])
        if isinstance(found, Problem):
            self._wrong("question", found)
            return None
        return found

    def answer(self, asked: Asked) -> tuple[Asked, Answer | None]:
        """The answer that is expected; a day where yes or no could be asks for the last day."""
        text = self.row["expected"]
        word, day, number = word_written(text), day_written(text), number_written(text)
        found: Answer | None = None
        match asked:
            case MayReceive() | LimitCovers() if day is not None or word is Said.NONE:
                return window_days(asked, last=True), Said.NONE if day is None else day
            case MayReceive() | LimitCovers():
                found = word if word in TRUTHS else None
                options = _options(TRUTHS, A_DAY)
            case Eligible() | RuleHolds():
                found, options = word if word in TRUTHS else None, _options(TRUTHS)
            case WindowDay():
                found, options = day or (word if word in DAYS else None), _options(DAYS, A_DAY)
            case Figure():
                word = None if word is None else _AS_COUNTED.get(word, word)
                found, options = word if word in COUNTS else None, _options(COUNTS, A_NUMBER)
                found = number if number is not None else found
            case Found():
                found, options = word if word in FINDS else None, _options(FINDS, A_NUMBER)
                found = number if number is not None else found
            case _:
                assert_never(asked)
        if found is None:
            self._wrong("expected", NOT_AN_ANSWER.filled(answers=options))
        return asked, found

    def client(self, asked: Asked) -> str:
        """The client whom the question is about; empty for all."""
        name = self.row["person"]
        found = self.known.persons.get(person_key(name), "") if name else ""
        if name and not found:
            self._wrong("person", NOBODY_SO_CALLED)
        match asked:
            case Figure(metric=metric):
                if name and not leads_to_person(self.known.schema, _subject(metric)):
                    self._wrong("person", NOT_OF_A_PERSON)
                elif not name and isinstance(self._expected_word(), Said):
                    self._wrong("person", NOBODY_ASKED)
            case Found():
                pass
            case _:
                if not name:
                    self._wrong("person", NOBODY_ASKED)
        return found

    def _expected_word(self) -> Said | None:
        return word_written(self.row["expected"])

    def moment(self, asked: Asked) -> tuple[date, Period | None]:
        """The day of the question, and the period of a figure."""
        text, known_on = self.row["day"], self.known.known_on
        if isinstance(asked, Figure):
            period = period_written(text) if text else self.known.period
            if period is None:
                self._wrong("day", FIGURE_NEEDS_PERIOD)
            return known_on, period
        day = day_written(text) if text else known_on
        if not isinstance(day, date) or (isinstance(asked, Found) and day != known_on):
            self._wrong("day", ONE_DAY_NEEDED)
            return known_on, None
        return day, None


def _options(words: tuple[Said, ...], *others: Text) -> Text:
    return listing((*(word.says for word in words), *others), OR)


def _subject(metric: Metric) -> str:
    counted = metric.subject if metric.table is None else metric.table.subject
    return counted.record_type
