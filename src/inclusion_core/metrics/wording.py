"""Days, numbers and their bounds in a few words, for those who lay two definitions side by side."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import assert_never

import attrs

from inclusion_core.expr import nodes
from inclusion_core.expr.objects import record_type_of
from inclusion_core.expr.schema import Schema
from inclusion_core.metrics.bounds import Bounded, Bounds, Length
from inclusion_core.texts import Plural, Text, date_text, listing, lv, number_text
from inclusion_core.vocabulary import Vocabulary

__all__ = ["Wording"]

MONTHS = Plural(lv_zero="mēn.", lv_one="mēn.", lv_other="mēn.", en_one="month", en_other="months")
YEARS = Plural(lv_zero="gadu", lv_one="gads", lv_other="gadi", en_one="year", en_other="years")
DAYS = Plural(lv_zero="dienu", lv_one="diena", lv_other="dienas", en_one="day", en_other="days")

LATER = lv("{day} plus {length}").en("{length} after {day}")
SOONER = lv("{day} mīnus {length}").en("{length} before {day}")
TERM = lv("termiņa ({length}) beigas no: {day}").en("end of {length} from {day}")
FIRST = lv("pirmā no: {day}").en("first of: {day}")
LAST = lv("pēdējā no: {day}").en("last of: {day}")
TIME = lv("laiks no: {since}, līdz: {until}").en("time from {since} to {until}")
FULL_YEARS = lv("pilni gadi no: {since}, līdz: {until}").en("full years from {since} to {until}")
HOW_MANY = lv("ierakstu skaits: {record}").en("number of records: {record}")
SUM = lv("summa: {number}").en("sum: {number}")

BETWEEN = lv("no {least} līdz {most}").en("{least} to {most}")
AT_LEAST = lv("{least} vai vairāk").en("{least} or more")
MORE = lv("vairāk nekā {least}").en("more than {least}")
AT_MOST = lv("{most} vai mazāk").en("{most} or less")
UNDER = lv("mazāk nekā {most}").en("under {most}")
YEARS_BETWEEN = lv("no {least} līdz {most} pilniem gadiem").en("{least} to {most} years")
FROM_DAY = lv("no {least:genitive}").en("from {least}")
TO_DAY = lv("līdz {most:dative}").en("to {most}")
DAYS_BETWEEN = lv("no {least:genitive} līdz {most:dative}").en("{least} to {most}")

PARAMETERS: Mapping[str, Text] = {
    "period_first_day": lv("pārskata perioda pirmā diena").en("first day of the period"),
    "period_last_day": lv("pārskata perioda pēdējā diena").en("last day of the period"),
    "status_day": lv("diena, kuru ziņojumā sauc par tagad").en("status day"),
}


@attrs.frozen
class Wording:
    """Puts into words what two definitions ask for.

    Attributes:
        vocabulary: The words for record types, fields and codes.
        schemas: Where the record types are looked up; the first that has one says.
    """

    vocabulary: Vocabulary
    schemas: tuple[Schema, ...]

    def record_type(self, row: nodes.RowNode) -> str:
        """The record type of a row."""
        return record_type_of(row, self.schema_of(nodes.base(row).record_type))

    def schema_of(self, record_type: str) -> Schema:
        """The schema in which a record type is."""
        having = (each for each in self.schemas if record_type in each.record_types)
        return next(having, self.schemas[0])

    def field(self, field: nodes.FieldNode) -> Text:
        """What a field is called."""
        return self.vocabulary.field_text(self.record_type(field.row), field.name)

    def codes(self, field: nodes.CodeField, codes: tuple[str, ...]) -> Text:
        """Codes of a field, as an enumeration."""
        record_type = self.record_type(field.row)
        members = self.schema_of(record_type)[record_type].field(field.name).enum
        return listing(
            Text.same(code) if members is None else self.vocabulary.code_text(members(code))
            for code in codes
        )

    def day(self, node: nodes.DayNode) -> Text:
        """A day."""
        match node:
            case nodes.DayField():
                return self.field(node)
            case nodes.DayLiteral(day):
                return date_text(day)
            case nodes.DayParameter(name):
                return PARAMETERS.get(name) or _as_in_code(name)
            case nodes.Shifted():
                return self._shifted(node)
            case nodes.Extreme(of, last):
                several = listing(self.day(each) for each in of)
                return (LAST if last else FIRST).filled(day=several)
            case nodes.RelatedDay(_, value, last):
                return (LAST if last else FIRST).filled(day=self.day(value))
            case _:
                assert_never(node)

    def _shifted(self, node: nodes.Shifted) -> Text:
        day = self.day(node.of)
        if node.term:
            day = TERM.filled(length=MONTHS.counted(node.months), day=day)
        for plural, number in ((MONTHS, 0 if node.term else node.months), (DAYS, node.days)):
            if number:
                moved = LATER if number > 0 else SOONER
                day = moved.filled(length=plural.counted(abs(number)), day=day)
        return day

    def number(self, node: nodes.NumberNode) -> Text:
        """A number."""
        match node:
            case nodes.NumberField():
                return self.field(node)
            case nodes.NumberLiteral(number):
                return number_text(number)
            case nodes.NumberParameter(name):
                return _as_in_code(name)
            case nodes.Count(related):
                record_type = related.variable.record_type
                return HOW_MANY.filled(record=self.vocabulary.type_text(record_type))
            case nodes.Sum(_, value):
                return SUM.filled(number=self.number(value))
            case nodes.CompletedYears(since, on):
                return FULL_YEARS.filled(since=self.day(since), until=self.day(on))
            case _:
                assert_never(node)

    def bounded(self, of: Bounded) -> Text:
        """What is bounded."""
        if isinstance(of, Length):
            return TIME.filled(since=self.day(of.since), until=self.day(of.until))
        return self.day(of) if isinstance(of, nodes.DayNode) else self.number(of)

    def bounds(self, of: Bounded, bounds: Bounds) -> Text:
        """Between what it lies."""
        return _length(bounds) if isinstance(of, Length) else _words(bounds)


def _as_in_code(name: str) -> Text:
    return Text.same(name.replace("_", " "))


def _words(bounds: Bounds) -> Text:
    """Bounds of a number or a day, both ends inside."""
    least, most = bounds.least, bounds.most
    is_day = isinstance(least, date) or isinstance(most, date)
    if least is not None and most is not None:
        if least == most:
            return date_text(least) if isinstance(least, date) else number_text(least)
        return (DAYS_BETWEEN if is_day else BETWEEN).filled(least=least, most=most)
    if least is not None:
        return (FROM_DAY if is_day else AT_LEAST).filled(least=least)
    return (TO_DAY if is_day else AT_MOST).filled(most=most or 0)


def _length(bounds: Bounds) -> Text:
    """Bounds of a time: in years where they are like those of an age, else in months."""
    least, most = (end if isinstance(end, int) else None for end in (bounds.least, bounds.most))
    like_an_age = not bounds.above and (most is None or bounds.below)
    if like_an_age and not ((least or 0) % 12 or (most or 0) % 12):
        if least is not None and most is not None:
            return YEARS_BETWEEN.filled(least=least // 12, most=most // 12 - 1)
        unit, size = YEARS, 12
    else:
        unit, size = MONTHS, 1
    ends: list[Text] = []
    if least is not None:
        words = MORE if bounds.above else AT_LEAST
        ends.append(words.filled(least=unit.counted(least // size)))
    if most is not None:
        words = UNDER if bounds.below else AT_MOST
        ends.append(words.filled(most=unit.counted(most // size)))
    return listing(ends)
