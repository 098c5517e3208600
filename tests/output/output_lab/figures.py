"""Figures and days as a reader of a report takes them, in the form of a language."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

from inclusion_core.reports.report import Mark

__all__ = ["figure_read", "figure_written"]

MARKS = {
    "[c]": Mark.SUPPRESSED,
    "[x]": Mark.NOT_COLLECTED,
    "[z]": Mark.NOT_APPLICABLE,
}
MONTHS = {
    "lv": "janvāris februāris marts aprīlis maijs jūnijs jūlijs augusts septembris oktobris "
    "novembris decembris",
    "en": "January February March April May June July August September October November December",
}
DAYS = {
    "lv": re.compile(r"(?P<year>\d{1,4})\. gada (?P<day>\d\d?)\. (?P<month>\w+)"),
    "en": re.compile(r"(?P<day>\d\d?) (?P<month>\w+) (?P<year>\d{1,4})"),
}
NUMBERS = {
    "lv": re.compile(r"-?(?:\d{1,4}|\d{2,3}(?:\xa0\d{3})|\d{1,3}(?:\xa0\d{3}){2,})(?:,\d+)?"),
    "en": re.compile(r"-?(?:\d{1,4}|\d{2,3}(?:,\d{3})|\d{1,3}(?:,\d{3}){2,})(?:\.\d+)?"),
}
UNKNOWN = {
    "lv": re.compile(r"(?P<figure>.*?)(?: \(\+(?P<more>[\d\xa0]+) nav zināms\))?"),
    "en": re.compile(r"(?P<figure>.*?)(?: \(\+(?P<more>[\d,]+) not known\))?"),
}


def figure_read(words, language):
    """The figure, day or mark of a cell, and how many more there may be."""
    told = UNKNOWN[language].fullmatch(words)
    more = _number(told["more"], language) if told["more"] else 0
    return _value(told["figure"], language), int(more)


def figure_written(value, unknown, language):
    """How a figure, a day or a mark is to look, with how many more there may be."""
    words = _written(value, language)
    more = {"lv": "nav zināms", "en": "not known"}[language]
    return f"{words} (+{_written(unknown, language)} {more})" if unknown else words


def _written(value, language):
    if isinstance(value, Mark):
        return next(sign for sign, mark in MARKS.items() if mark is value)
    if isinstance(value, date):
        month = MONTHS[language].split(" ")[value.month - 1]
        in_latvian = f"{value.year}. gada {value.day}. {month}"
        return in_latvian if language == "lv" else f"{value.day} {month} {value.year}"
    plain = f"{value:f}" if isinstance(value, Decimal) else str(value)
    sign, whole, rest = re.fullmatch(r"(-?)(\d+)(?:\.(\d+))?", plain).groups()
    if len(whole) > 4:
        whole = re.sub(r"(?<=\d)(?=(?:\d{3})+$)", {"lv": "\xa0", "en": ","}[language], whole)
    return sign + whole + ({"lv": ",", "en": "."}[language] + rest if rest else "")


def _value(words, language):
    if words in MARKS:
        return MARKS[words]
    day = DAYS[language].fullmatch(words)
    if day is not None:
        month = MONTHS[language].split(" ").index(day["month"]) + 1
        return date(int(day["year"]), month, int(day["day"]))
    return _number(words, language)


def _number(words, language):
    assert NUMBERS[language].fullmatch(words), words
    plain = {"lv": words.replace("\xa0", "").replace(",", "."), "en": words.replace(",", "")}
    return Decimal(plain[language])
