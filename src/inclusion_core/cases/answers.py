"""Answers: what a case expects and what comes of it, as a word, a day or a number."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import TypeAlias, assert_never

from inclusion_core.rules.verdict import Verdict
from inclusion_core.texts import Language, LanguageCode, Plural, Text, lv
from inclusion_core.truth import Truth
from inclusion_core.values import Absent, Day, PartialDay, Unknown, day_text, parse_day
from inclusion_core.wire.problems import Refused
from inclusion_core.wire.value_forms import decimal_text
from inclusion_core.workbook.cells.day_texts import day_in
from inclusion_core.workbook.cells.lexicon import Lexicon
from inclusion_core.workbook.cells.number_texts import decimal_in

__all__ = [
    "Answer",
    "Said",
    "answer_text",
    "apart",
    "day_answer",
    "day_written",
    "number_answer",
    "number_written",
    "truth_answer",
    "word_written",
]


class Said(Enum):
    """An answer that is a word."""

    YES = "yes"
    NO = "no"
    NOT_KNOWN = "not known"
    COUNTED = "counted"
    NOT_COUNTED = "not counted"
    NOT_YET = "not yet"
    NONE = "none"

    @property
    def says(self) -> Text:
        """The word."""
        return _WORDS[self][0]


_WORDS: Mapping[Said, tuple[Text, ...]] = {
    Said.YES: (lv("jā").en("yes"),),
    Said.NO: (lv("nē").en("no"),),
    Said.NOT_KNOWN: (lv("nav zināms").en("not known"), lv("nav izlemts").en("undecided")),
    Said.COUNTED: (lv("skaita").en("counted"), lv("ieskaita").en("counts")),
    Said.NOT_COUNTED: (lv("neskaita").en("not counted"), lv("neieskaita").en("does not count")),
    Said.NOT_YET: (lv("vēl nav").en("not yet"), lv("vēl ne").en("still open")),
    Said.NONE: (lv("nav").en("none"), lv("nekad").en("never")),
}
_LEXICON: Lexicon[Said] = Lexicon.of(
    (text.in_(language), said)
    for said, texts in _WORDS.items()
    for text in texts
    for language in Language
)
_VERDICTS = {
    Verdict.YES: Said.YES,
    Verdict.NO: Said.NO,
    Verdict.UNDECIDED: Said.NOT_KNOWN,
}

Answer: TypeAlias = Said | date | PartialDay | int | Decimal
"""A word, a day (perhaps known in part), or a number."""


# What came of it.


def truth_answer(truth: Truth) -> Said:
    """The answer that a truth is."""
    return _VERDICTS[Verdict.of(truth)]


def day_answer(day: Day) -> Said | date | PartialDay:
    """The answer that a day is; why it is not known is told elsewhere."""
    if isinstance(day, Unknown):
        return Said.NOT_KNOWN
    return Said.NONE if isinstance(day, Absent) else day


def number_answer(number: int | Decimal | None) -> Answer:
    """The answer that a figure is; the median of nobody is none."""
    return Said.NONE if number is None else number


# What was written.


def word_written(text: str) -> Said | None:
    """The word that a cell means, in either language.

    Example:
        >>> word_written("Nav zināms"), word_written("not counted"), word_written("maybe")
        (<Said.NOT_KNOWN: 'not known'>, <Said.NOT_COUNTED: 'not counted'>, None)
    """
    return next(iter(_LEXICON.find(text)), None)


def day_written(text: str) -> date | PartialDay | None:
    """The day, month, year or interval that a cell means.

    Example:
        >>> day_written("15.04.2019"), day_written("2019-04")
        (datetime.date(2019, 4, 15), PartialDay('2019-04'))
    """
    written = day_in(text)
    if isinstance(written, Refused):
        return None
    return parse_day(written)


def number_written(text: str) -> int | Decimal | None:
    """The number that a cell means.

    Example:
        >>> number_written("12"), number_written("7,5")
        (12, Decimal('7.5'))
    """
    written = decimal_in(text)
    if isinstance(written, Refused):
        return None
    number = Decimal(written)
    return int(number) if number == int(number) else number


# In words.

DAYS = Plural(lv_zero="dienu", lv_one="diena", lv_other="dienas", en_one="day", en_other="days")
LATER = lv("Starpība: {days}, iznāk vēlāk.").en("Apart by {days}: what comes of it is later.")
EARLIER = lv("Starpība: {days}, iznāk agrāk.").en("Apart by {days}: what comes of it is earlier.")
MORE = lv("Iznāk par {number} vairāk.").en("It comes to {number} more.")
LESS = lv("Iznāk par {number} mazāk.").en("It comes to {number} less.")


def answer_text(answer: Answer, language: LanguageCode) -> str:
    """An answer as it is written in a case.

    Example:
        >>> answer_text(Said.NOT_COUNTED, "lv"), answer_text(date(2019, 4, 15), "lv")
        ('neskaita', '2019-04-15')
    """
    match answer:
        case Said():
            return answer.says.in_(language)
        case date() | PartialDay():
            return day_text(answer)
        case Decimal():
            return decimal_text(answer)
        case int():
            return str(answer)
        case _:
            assert_never(answer)


def apart(expected: Answer, got: Answer) -> Text | None:
    """How far two answers are apart, where both are days or both numbers; ``None`` elsewhere."""
    if isinstance(expected, date) and isinstance(got, date):
        days = (got - expected).days
        told = LATER if days > 0 else EARLIER
        return told.filled(days=DAYS.counted(abs(days)))
    if isinstance(expected, int | Decimal) and isinstance(got, int | Decimal):
        number = Decimal(got) - Decimal(expected)
        told = MORE if number > 0 else LESS
        return told.filled(number=decimal_text(abs(number)))
    return None
