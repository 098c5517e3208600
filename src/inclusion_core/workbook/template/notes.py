"""What a workbook says about its columns to those who fill it in."""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from inclusion_core.expr.schema import Field
from inclusion_core.fields import FieldKind, type_name
from inclusion_core.model.client import Client
from inclusion_core.texts import LanguageCode, Text, lv
from inclusion_core.values import ABSENT
from inclusion_core.workbook.form import SheetForm, WorkbookForm
from inclusion_core.workbook.tabs import Tabs
from inclusion_core.workbook.template.lists import choices_of, marks_of

__all__ = ["CASE_NUMBERED", "ColumnNote", "column_notes"]

CASE_NUMBERED = type_name(Client)
"""The record type whose number the provider gives: the case number."""

CASE_NUMBER = lv(
    "Lietas numurs, kādu lietojat paši; katram klientam savs. Jūsu iestādi tas neatstāj: "
    "importējot to aizstāj identifikators, kas par cilvēku neko neatklāj."
).en(
    "The case number as you use it, one for each client. It never leaves you: on import an id "
    "that says nothing about the person takes its place."
)
NUMBER = lv(
    "Rindas numurs; šajā lapā katrs tikai vienreiz. Ar to uz rindu norāda citas lapas, un pēc tā "
    "rindu pazīst nākamajā importā: aizpildītai rindai numuru nemainiet."
).en(
    "The number of the row, each only once in this sheet. Other sheets name the row by it, and "
    "the next import knows the row by it: do not change it once the row is filled in."
)
REFERENCE = lv("Numurs no lapas “{sheet}”.").en("A number from the sheet “{sheet}”.")
REFERENCE_ELSEWHERE = lv(
    "Numurs vai identifikators ierakstam, kas jau ir datos ({record_type}); savas lapas tam "
    "šajā darbgrāmatā nav."
).en(
    "The number or id of a record that is in the data already ({record_type}); it has no sheet "
    "of its own in this workbook."
)
CODE = lv("Viena no saraksta vērtībām.").en("One of the words of the list.")
LISTED_CODE = lv("Kods no saraksta “{title}”.").en("A code of the list “{title}”.")
FULL_DAY = lv("Diena: 2018-04-15 vai 15.04.2018. Tai jābūt zināmai pilnībā.").en(
    "A day: 2018-04-15 or 15.04.2018. It must be known to the day."
)
PARTIAL_DAY = lv(
    "Diena: 2018-04-15 vai 15.04.2018. Ja vairāk nav zināms: 2018-04 vai 2018; starp divām "
    "dienām: 2018-04-15/2018-05-02."
).en(
    "A day: 2018-04-15 or 15.04.2018. Where no more is known: 2018-04 or 2018; between two days: "
    "2018-04-15/2018-05-02."
)
WHOLE = lv("Vesels skaitlis no {least} līdz {most}.").en("A whole number from {least} to {most}.")
WHOLE_UNIT = lv("Vesels skaitlis no {least} līdz {most}; mērvienība: {unit}.").en(
    "A whole number from {least} to {most}; unit: {unit}."
)
DECIMAL = lv("Skaitlis, piemēram, 85 vai 83,87.").en("A number, such as 85 or 83.87.")
TEXT = lv("Teksts vienā rindā. Bez cilvēku vārdiem, personas kodiem un kontaktiem.").en(
    "Text, in one line. No names of people, personal codes or contacts."
)
NEEDED = lv("Jāaizpilda.").en("Must be filled in.")
SETTLED_ONCE = lv("Nosaka vienreiz; vēlāk maina tikai tad, ja bija ierakstīts kļūdaini.").en(
    "Settled once; to be altered later only where it was written wrongly."
)
EMPTY_IS_NONE = lv("nav, vai līdz šim nav").en("there is none, or none so far")
EMPTY_IS_NOT_ASKED = lv("nav jautāts").en("nobody has asked")
EMPTY = lv("Tukša šūna: {meaning}.").en("An empty cell: {meaning}.")
MARKS = lv("Ja vērtības nav vai tā nav zināma: {marks}.").en(
    "Where there is no value, or it is not known: {marks}."
)

UNITS: Mapping[str, Text] = {
    "euro cents": lv("eiro centi").en("euro cents"),
    "units": lv("vienības").en("units"),
    "minutes": lv("minūtes").en("minutes"),
    "hours": lv("stundas").en("hours"),
    "people": lv("cilvēki").en("people"),
}
"""Units of numbers; one that is not here is called as in code."""

CODE_LISTS: Mapping[str, Text] = {
    "metrics of the catalogue": lv("kataloga rādītāji").en("metrics of the catalogue"),
    "programmes of the catalogue": lv("kataloga programmas").en("programmes of the catalogue"),
    "regions as they were on the day of entry": lv("reģioni, kādi tie bija iestāšanās dienā").en(
        "regions as they were on the day of entry"
    ),
    "ISO 3166-2, NUTS or LAU": lv("ISO 3166-2, NUTS vai LAU").en("ISO 3166-2, NUTS or LAU"),
}
"""Lists kept elsewhere whose name is not the same in both languages."""


@attrs.frozen(kw_only=True)
class ColumnNote:
    """What is said about a column, in one language.

    Attributes:
        heading: The column.
        enter: What is to be entered.
        needed: Whether every row must fill it in.
        settled: That it is settled once; empty where it is not.
        empty: What an empty cell means; empty where the column must be filled in.
        marks: What to write where there is no value, if not an empty cell.
        choices: What its drop-down offers.
    """

    heading: str
    enter: str
    needed: bool
    settled: str
    empty: str
    marks: tuple[str, ...]
    choices: tuple[str, ...]

    def in_(self, language: LanguageCode) -> str:
        """All of it, for the note at the heading; each sentence in a line of its own."""
        lines = (
            self.enter,
            NEEDED.in_(language) if self.needed else "",
            self.settled,
            EMPTY.filled(meaning=self.empty).in_(language) if self.empty else "",
            MARKS.filled(marks=", ".join(self.marks)).in_(language) if self.marks else "",
        )
        return "\n".join(line for line in lines if line)


def column_notes(
    sheet: SheetForm, form: WorkbookForm, tabs: Tabs, language: LanguageCode
) -> tuple[ColumnNote, ...]:
    """What is said about the columns of a sheet, in their order."""
    return tuple(
        ColumnNote(
            heading=column.heading.in_(language),
            enter=_enter(column.field, sheet, form, tabs, language),
            needed=column.field.required,
            settled=SETTLED_ONCE.in_(language) if column.field.frozen else "",
            empty=_empty(column.field, language),
            marks=marks_of(column.field, form.vocabulary, language),
            choices=choices_of(column.field, form, language),
        )
        for column in sheet.columns
    )


def _enter(
    field: Field, sheet: SheetForm, form: WorkbookForm, tabs: Tabs, language: LanguageCode
) -> str:
    if field.reference is not None:
        there = tabs.sheets.get(field.reference.to)
        if there is not None:
            return REFERENCE.filled(sheet=there).in_(language)
        named = form.vocabulary.type_text(field.reference.to)
        return REFERENCE_ELSEWHERE.filled(record_type=named).in_(language)
    if field.kind is FieldKind.KEY:
        numbered = sheet.record_type.name == CASE_NUMBERED
        return (CASE_NUMBER if numbered else NUMBER).in_(language)
    if field.code_list is not None:
        title = CODE_LISTS.get(field.code_list.title) or Text.same(field.code_list.title)
        return LISTED_CODE.filled(title=title).in_(language)
    if field.kind is FieldKind.NUMBER:
        return _whole(field).in_(language)
    if field.kind is FieldKind.DAY:
        return (PARTIAL_DAY if field.may_be_partial else FULL_DAY).in_(language)
    return _PLAIN[field.kind].in_(language)


_PLAIN = {FieldKind.CODE: CODE, FieldKind.DECIMAL: DECIMAL, FieldKind.TEXT: TEXT}


def _whole(field: Field) -> Text:
    bounds = field.bounds
    if not bounds.unit:
        return WHOLE.filled(least=bounds.least, most=bounds.most)
    unit = UNITS.get(bounds.unit) or Text.same(bounds.unit)
    return WHOLE_UNIT.filled(least=bounds.least, most=bounds.most, unit=unit)


def _empty(field: Field, language: LanguageCode) -> str:
    if field.empty is None:
        return ""
    return (EMPTY_IS_NONE if field.empty is ABSENT else EMPTY_IS_NOT_ASKED).in_(language)
