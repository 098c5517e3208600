"""A life in words: what its entries are called, what is known of them, and their days.

The words for types, fields and codes are those of a vocabulary; what a record holds as text stands
as it is, on one line.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from enum import Enum
from itertools import groupby

import attrs

from inclusion_core.expr.schema import Field
from inclusion_core.fields import FieldKind
from inclusion_core.lives.entries import Detail, Entry, Event
from inclusion_core.model.yes_no import YesNo
from inclusion_core.pages.lines import one_line
from inclusion_core.texts import Language, LanguageCode, Plural, Text, date_text, lv
from inclusion_core.values import ABSENT, NOT_ASKED, Day, PartialDay, Reason, Unknown, day_text
from inclusion_core.vocabulary import Vocabulary
from inclusion_core.wire.value_forms import decimal_text

__all__ = ["NOT_KNOWN", "NO_DAY", "LifeWords"]

NOT_KNOWN = lv("diena nav zināma").en("day not known")
NO_DAY = lv("bez dienas").en("without a day")
NOT_KNOWN_FOR = lv("diena nav zināma ({reason})").en("day not known ({reason})")
LASTS = lv("vēl ilgst").en("still lasts")
TOGETHER = lv("kopā ar {others}").en("together with {others}")
OTHERS = Plural(
    lv_zero="citiem", lv_one="citu", lv_other="citiem", en_one="other", en_other="others"
)
MONTH = lv("{year}. gada {month}").en("{month} {year}")
YEAR = lv("{year}. gads").en("{year}")
BETWEEN = lv("starp {earliest:accusative} un {latest:accusative}").en(
    "between {earliest} and {latest}"
)


@attrs.frozen(kw_only=True)
class LifeWords:
    """The words of one language for the entries of lives.

    Attributes:
        vocabulary: Words for record types, fields and codes.
        language: Which language.
        names: Words for codes of lists kept elsewhere, by code: what a programme is called.
    """

    vocabulary: Vocabulary
    language: LanguageCode = Language.EN
    names: Mapping[str, Text] = attrs.field(factory=dict, repr=False)

    def heading(self, entry: Entry) -> str:
        """What an entry is: ``goal, met on``."""
        called = self.vocabulary.type(entry.record_type, self.language)
        if isinstance(entry, Event) and entry.named:
            return f"{called}, {self.field(entry.record_type, entry.field)}"
        return called

    def known(self, entry: Entry) -> str:
        """What is known of an entry besides its days: ``refugee, asylum law``."""
        return "; ".join(self._parts(entry))

    def brief(self, entry: Entry) -> str:
        """The codes and texts that are known of an entry, without the names of their fields."""
        told = (
            self.value(detail.field, detail.value)
            for detail in entry.details
            if isinstance(detail.value, Enum | str) and not isinstance(detail.value, YesNo)
        )
        return ", ".join(dict.fromkeys(told))

    def _parts(self, entry: Entry) -> Iterator[str]:
        for record_type, listed in groupby(entry.details, key=lambda detail: detail.record_type):
            details = tuple(listed)
            if record_type == entry.record_type:
                yield ", ".join(self.detail(detail) for detail in details)
            else:
                called = self.vocabulary.type(record_type, self.language)
                yield f"{called}: {self._of_another(details)}"
        if entry.together_with is not None:
            others = OTHERS.counted(entry.together_with)
            yield TOGETHER.filled(others=others).in_(self.language)

    def _of_another(self, details: Sequence[Detail]) -> str:
        if len(details) == 1:
            return self.value(details[0].field, details[0].value)
        return ", ".join(dict.fromkeys(self.detail(detail) for detail in details))

    def detail(self, detail: Detail) -> str:
        """One thing that is known; a code speaks for itself, anything else follows its field."""
        said = self.value(detail.field, detail.value)
        if isinstance(detail.value, Enum) and not isinstance(detail.value, YesNo):
            return said
        return f"{self.field(detail.record_type, detail.field.name)}: {said}"

    def field(self, record_type: str, field: str) -> str:
        """What a field is called."""
        return self.vocabulary.field(record_type, field, self.language)

    def value(self, field: Field, value: object) -> str:
        """What a field holds; in parentheses where that is nothing, or not known."""
        match value:
            case Unknown():
                return f"({self.reason(value.reason)})"
            case Enum():
                code = self.vocabulary.code(value, self.language)
                return f"({code})" if value is ABSENT else code
            case date() | PartialDay():
                return day_text(value)
            case Decimal():
                return decimal_text(value)
            case str() if value in self.names and field.kind is FieldKind.CODE:
                return self.names[value].in_(self.language)
            case _:
                return one_line(str(value))

    def reason(self, reason: Reason) -> str:
        """Why something is not known."""
        return self.vocabulary.code(reason, self.language)

    def day(self, day: Day) -> str:
        """A day written out, as far as it is known."""
        match day:
            case date():
                return date_text(day).in_(self.language)
            case PartialDay():
                return _partly(day).in_(self.language)
            case Unknown():
                return self._for(day.reason)
            case _:
                return NO_DAY.in_(self.language)

    def days(self, entry: Entry) -> str:
        """When it was: a day, or the first and the last of a stay."""
        if isinstance(entry, Event):
            return self.day(entry.day)
        first = self.day(entry.first_day)
        lasts = entry.last_day is ABSENT
        last = LASTS.in_(self.language) if lasts else self.day(entry.last_day)
        return f"{first} \N{EN DASH} {last}"

    def why_not_known(self, entry: Entry) -> str:
        """Why a day of an entry is not known, where there is more to say than that nobody asked."""
        days = dict.fromkeys((entry.begins, entry.ends))
        reasons = (day.reason for day in days if isinstance(day, Unknown) and day != NOT_ASKED)
        return ", ".join(self._for(reason) for reason in reasons)

    def _for(self, reason: Reason) -> str:
        if reason is Reason.NOT_ASKED:
            return NOT_KNOWN.in_(self.language)
        return NOT_KNOWN_FOR.filled(reason=self.reason(reason)).in_(self.language)


def _partly(day: PartialDay) -> Text:
    first = day.earliest
    if day == PartialDay.of_year(first.year):
        return YEAR.filled(year=str(first.year))
    if day == PartialDay.of_month(first.year, first.month):
        written = date_text(first)  # "2018. gada 1. aprīlis", "1 April 2018"
        month = Text(lv=written.lv.split(" ")[-1], en=written.en.split(" ")[1])
        return MONTH.filled(year=str(first.year), month=month)
    return BETWEEN.filled(earliest=first, latest=day.latest)
