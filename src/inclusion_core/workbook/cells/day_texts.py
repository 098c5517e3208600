"""Days as people write them in Latvia and in English, read as the one day that they mean.

The day always comes before the month, ``15/04/2018``, unless the year comes first.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from functools import lru_cache

from inclusion_core.errors import NotADayError
from inclusion_core.texts import NounCase, date_text
from inclusion_core.values import day_text, parse_day
from inclusion_core.wire.problems import Problem, Refused
from inclusion_core.workbook.cells.cell_problems import NO_SUCH_DAY, NOT_A_DAY, TWO_DIGIT_YEAR
from inclusion_core.workbook.cells.lexicon import bare

__all__ = ["day_in"]

LONGEST = 100


def _months() -> Mapping[str, int]:
    """Numbers of months by their bare names: all cases, both languages, three letters as well."""
    names: dict[str, int] = {}
    for month in range(1, 13):
        day = date(2018, month, 1)
        spelt = [date_text(day, case).lv.split()[-1] for case in NounCase]
        for name in map(bare, (*spelt, date_text(day).en.split()[1])):
            names |= {name: month, name[:3]: month}
    return names | {"sept": 9}


_MONTHS = _months()
_MONTH = f"(?P<word>{'|'.join(sorted(_MONTHS, key=len, reverse=True))})"
_YEAR = r"(?P<year>\d{4})"
_DAY = r"(?P<day>\d{1,2})"
_NUMBER = r"(?P<month>\d{1,2})"
_BETWEEN = r" ?(?P<between>[./-]) ?"
_AGAIN = r" ?(?P=between) ?"
_GADA = r"(?: (?:gada|g))?"
_TH = r"(?: ?(?:st|nd|rd|th))?"

_IN_FIGURES = tuple(
    re.compile(rf"{pattern} ?\.?", re.ASCII)
    for pattern in (
        _YEAR,
        rf"{_YEAR} ?[.-] ?{_NUMBER}",  # 2018/11 may be a school year
        rf"{_YEAR}{_BETWEEN}{_NUMBER}{_AGAIN}{_DAY}",
        rf"{_NUMBER}{_BETWEEN}{_YEAR}",
        rf"{_DAY}{_BETWEEN}{_NUMBER}{_AGAIN}{_YEAR}",
    )
)
_IN_WORDS = tuple(
    re.compile(pattern, re.ASCII)
    for pattern in (
        rf"{_YEAR} (?:gad[sau]|gadam|g)",
        rf"{_YEAR}{_GADA} {_MONTH}",
        rf"{_YEAR}{_GADA} {_DAY} {_MONTH}",
        rf"{_MONTH} {_YEAR}{_GADA}",
        rf"{_DAY}{_TH} {_MONTH} {_YEAR}{_GADA}",
        rf"{_MONTH} {_DAY}{_TH} {_YEAR}",
    )
)
_SHORT_YEAR = re.compile(
    rf"(?:\d{{1,2}} ?[./-] ?){{2}}\d\d ?\.?|{_DAY}{_TH} {_MONTH} \d\d", re.ASCII
)


@lru_cache(maxsize=20_000)
def day_in(text: str) -> str | Refused:
    """The day, month, year or interval that a text means, as files write it.

    Example:
        >>> day_in("2018. gada 15. aprīlī"), day_in("15.4.2018."), day_in("April 2018")
        ('2018-04-15', '2018-04-15', '2018-04')
    """
    if len(text) > LONGEST:
        return Refused(NOT_A_DAY)
    text = bare(text)
    match [_one(each.strip()) for each in (text, *text.split("/"))]:
        case [str(one), *_]:
            return _checked(one, NO_SUCH_DAY)
        case [_, str(first), str(last)]:
            return _checked(f"{first}/{last}", NOT_A_DAY)
        case _:
            return Refused(TWO_DIGIT_YEAR if _has_short_year(text) else NOT_A_DAY)


def _checked(written: str, otherwise: Problem) -> str | Refused:
    try:
        return day_text(parse_day(written))
    except NotADayError:
        return Refused(otherwise)


def _one(text: str) -> str | None:
    words = _in_words(text)
    found = [
        *(pattern.fullmatch(text) for pattern in _IN_FIGURES),
        *(pattern.fullmatch(words) for pattern in _IN_WORDS),
    ]
    for match in filter(None, found):
        parts = match.groupdict()
        month = _MONTHS.get(parts.get("word") or "", parts.get("month"))
        numbers = (parts["year"], month, parts.get("day"))
        return "-".join(f"{int(number):02}" for number in numbers if number is not None)
    return None


def _has_short_year(text: str) -> bool:
    return any(_SHORT_YEAR.fullmatch(each) for each in (text, _in_words(text)))


def _in_words(text: str) -> str:
    return " ".join(re.sub("[.,]", " ", text).split())
