"""What stands above the tables of a case: programme, the day on which all is known, a period."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import attrs

from inclusion_core.cases.answers import day_written
from inclusion_core.cases.case_problems import (
    KEY_TWICE,
    NO_KNOWN_DAY,
    NOT_A_KNOWN_DAY,
    NOT_A_PERIOD,
    UNKNOWN_PROGRAMME,
)
from inclusion_core.cases.page import Fault, Page, Stated
from inclusion_core.catalogue import Catalogue
from inclusion_core.errors import InclusionError, UnknownNameError
from inclusion_core.periods import Period
from inclusion_core.texts import Language, Text, lv
from inclusion_core.values import PartialDay
from inclusion_core.workbook.filling.names import Names

__all__ = ["Header", "header_of", "period_written"]

KEYS: Mapping[str, Text] = {
    "programme": lv("programma").en("programme"),
    "known_on": lv("zināms").en("known on"),
    "period": lv("periods").en("period"),
}
_NAMES = Names.of(KEYS)
_TO = ("/", " - ", " \N{EN DASH} ", "\N{EN DASH}")


@attrs.frozen(kw_only=True)
class Header:
    """What a page says above its tables.

    Attributes:
        language: The language in which it says so.
        programme: Id of the programme; empty where none is named.
        known_on: The day on which all is known; ``None`` where that cannot be read.
        period: The period of the figures that name none; ``None`` for none.
        faults: What is wrong with it.
    """

    language: Language
    programme: str
    known_on: date | None
    period: Period | None
    faults: tuple[Fault, ...]


def header_of(page: Page, catalogue: Catalogue) -> Header:
    """What a page says above its tables."""
    language = _NAMES.language(each.key for each in page.stated)
    stated: dict[str, Stated] = {}
    faults: list[Fault] = []
    for each in page.stated:
        key = _NAMES.find(each.key, language)
        if key is None:
            continue
        if stated.setdefault(key, each) is not each:
            faults.append((each.line, "", KEY_TWICE.filled(key=KEYS[key])))
    return Header(
        language=language,
        programme=_programme(stated.get("programme"), catalogue, faults),
        known_on=_known_on(stated.get("known_on"), faults),
        period=_period(stated.get("period"), faults),
        faults=tuple(faults),
    )


def _programme(stated: Stated | None, catalogue: Catalogue, faults: list[Fault]) -> str:
    if stated is None:
        return ""
    declared = catalogue.programmes.declared
    broken = any(stated.value.startswith(f"{each.plugin}.") for each in catalogue.faults)
    if stated.value in declared or broken:  # that its rules are refused is told with a question
        return stated.value
    near = UnknownNameError("programme", stated.value, declared).near or tuple(declared)
    faults.append((stated.line, "", UNKNOWN_PROGRAMME.filled(names=", ".join(near))))
    return stated.value


def _known_on(stated: Stated | None, faults: list[Fault]) -> date | None:
    if stated is None:
        faults.append((1, "", NO_KNOWN_DAY))
        return None
    day = day_written(stated.value)
    if isinstance(day, date):
        return day
    faults.append((stated.line, "", NOT_A_KNOWN_DAY))
    return None


def _period(stated: Stated | None, faults: list[Fault]) -> Period | None:
    if stated is None:
        return None
    period = period_written(stated.value)
    if period is None:
        faults.append((stated.line, "", NOT_A_PERIOD))
    return period


def period_written(text: str) -> Period | None:
    """The period with a last day that a text means: two days, a month or a year.

    Example:
        >>> str(period_written("2018")), str(period_written("01.06.2018 - 30.11.2018"))
        ('2018-01-01..2018-12-31', '2018-06-01..2018-11-30')
    """
    for separator in ("..", *_TO):
        first, found, last = text.partition(separator)
        if found:
            days = (day_written(first.strip()), day_written(last.strip()))
            return _of_days(*days)
    day = day_written(text)
    return Period(day.earliest, day.latest) if isinstance(day, PartialDay) else None


def _of_days(first: object, last: object) -> Period | None:
    if not (isinstance(first, date) and isinstance(last, date)):
        return None
    try:
        return Period(first, last)
    except InclusionError:
        return None
