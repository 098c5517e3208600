"""The sheet that explains a workbook to those who fill it in: its words, in their order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import attrs

from inclusion_core.texts import LanguageCode, Text, lv
from inclusion_core.values import ABSENT, Reason, Unknown
from inclusion_core.workbook.cells.conversion import mark_of
from inclusion_core.workbook.form import SheetForm, WorkbookForm
from inclusion_core.workbook.tabs import Tabs
from inclusion_core.workbook.template.lists import REASONS
from inclusion_core.workbook.template.notes import CASE_NUMBERED, ColumnNote

__all__ = ["Guide", "Section", "guide_of"]

FOR_WHOM = lv("Mērķa grupa: {target_group}").en("For: {target_group}")
OPERATION = lv("Projekta numurs: {number}").en("Number of the operation: {number}")
SOURCE = lv("Avots: {source}").en("Source: {source}")

HOW = lv("Kā aizpildīt").en("How to fill it in")
HOW_LINES = (
    lv(
        "Katrai lapai sava ieraksta veids, katram ierakstam sava rinda. Lapas, kuru jums nav, "
        "atstājiet tukšas."
    ).en(
        "Each sheet is for one kind of record, each row for one record. Leave sheets that you do "
        "not need empty."
    ),
    lv(
        "Rindas drīkst kārtot, ievietot un dzēst, kolonnas pārvietot; virsrakstu tekstu nemainiet. "
        "Pie katra virsraksta ir piezīme."
    ).en(
        "Rows may be sorted, inserted and deleted, columns moved; leave the words of the headings "
        "as they are. There is a note at every heading."
    ),
    lv(
        "Nekas nav bloķēts. Ja ierakstītā nav sarakstā, programma brīdina un ļauj turpināt; ko "
        "nevar saprast, pateiks importējot."
    ).en(
        "Nothing is locked. Where an entry is not in a list, you are warned and may go on; what "
        "cannot be understood is said on import."
    ),
    lv(
        "Numuri ir jūsu pašu. Jūsu iestādi tie neatstāj: importējot katru aizstāj identifikators, "
        "un kurš kuram pieder, glabā atslēgu datne, kas paliek pie jums."
    ).en(
        "The numbers are your own and never leave you: on import an id takes the place of each, "
        "and which belongs to whom is kept in a key file that stays with you."
    ),
    lv(
        "Rinda, kurā ir tikai iepriekš ierakstītais numurs, ir tukša rinda. Ja rindu vai numuru "
        "vajag vairāk, turpiniet tos paši."
    ).en(
        "A row with nothing but the number that was put there is an empty row. If you need more "
        "rows or numbers, go on with them yourself."
    ),
    lv("Cilvēku vārdus, personas kodus un kontaktus šeit neraksta.").en(
        "Names of people, personal codes and contacts do not belong here."
    ),
    lv(
        "Dienas: 2018-04-15 vai 15.04.2018. Dienu, ko nezina pilnībā, raksta tik, cik zina: "
        "2018-04, 2018, vai starp divām dienām 2018-04-15/2018-05-02. Dienu, ko nezina, neizdomā: "
        "1. janvāris nozīmē 1. janvāri."
    ).en(
        "Days: 2018-04-15 or 15.04.2018. A day that is not known to the day is written as far as "
        "it is known: 2018-04, 2018, or between two days 2018-04-15/2018-05-02. Do not make up a "
        "day: 1 January stands for 1 January."
    ),
    lv(
        "Šūnas ir teksta formātā, lai 2018 paliek gads un 007 paliek numurs. Ielīmējot lietojiet "
        "“ielīmēt tikai vērtības”."
    ).en(
        "The cells have the text format, so that 2018 stays a year and 007 a number. When you "
        "paste, paste values only."
    ),
    lv("Tukša šūna nozīmē to, kas pie kolonnas teikts.").en(
        "An empty cell means what is said for the column."
    ),
)

MISSING = lv("Ja vērtības nav vai tā nav zināma").en("Where there is no value, or it is not known")
MARK = lv("Ierakstiet").en("Write")
MEANING = lv("Nozīmē").en("It means")
MEANINGS: Mapping[object, Text] = {
    ABSENT: lv("zināms, ka nav, vai līdz šim nav").en(
        "it is known that there is none, or none so far"
    ),
    Reason.NOT_ASKED: lv("neviens nav jautājis").en("nobody has asked"),
    Reason.REFUSED: lv("klients atteicās atbildēt").en("the client refused to say"),
    Reason.CLIENT_DOES_NOT_KNOW: lv("klients pats nezina").en("the client does not know"),
    Reason.CONTRADICTORY: lv("avoti ir pretrunīgi").en("what is known contradicts itself"),
}
IN_PARENTHESES = lv("Tekstu, kam iekavas pieder pašam, liek divkāršās iekavās: ((teksts)).").en(
    "A text to which parentheses belong takes two pairs: ((text))."
)

SHEETS = lv("Lapas").en("Sheets")
SHEET = lv("Lapa").en("Sheet")
ITS_NUMBER = lv("Numurs").en("Its number")
NAMES = lv("Norāda uz").en("Names a row of")
CASE_NUMBER = lv("lietas numurs, ko ierakstāt jūs").en("the case number, entered by you")
OWN_NUMBER = lv("numurs, ko ierakstāt jūs").en("a number, entered by you")
RUNNING = lv("jau ierakstīts pēc kārtas; drīkst aizstāt ar savu").en(
    "there already, running; may be replaced by your own"
)

COLUMNS = lv("Kolonnas").en("Columns")
COLUMN = lv("Kolonna").en("Column")
ENTER = lv("Ko ierakstīt").en("What to enter")
MUST = lv("Jāaizpilda").en("Must be filled in")
EMPTY_CELL = lv("Tukša šūna nozīmē").en("An empty cell means")
CHOICES = lv("Izvēles sarakstā").en("In the drop-down")
YES = lv("jā").en("yes")


@attrs.frozen(kw_only=True)
class Section:
    """A part of the sheet: a heading, lines of text, a table.

    Attributes:
        heading: Above it.
        lines: Sentences, a line each.
        columns: Headings of the table; none for no table.
        rows: Cells of the table.
        links: By row of the table, the sheet to which its first cell leads.
    """

    heading: str
    lines: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    links: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class Guide:
    """All that the sheet says, in one language."""

    title: str
    sections: tuple[Section, ...]


def guide_of(
    form: WorkbookForm,
    tabs: Tabs,
    notes: Mapping[str, Sequence[ColumnNote]],
    language: LanguageCode,
) -> Guide:
    """What is explained.

    Args:
        form: The workbook.
        tabs: The titles of its sheets.
        notes: What is said about columns, by record type.
        language: In which language.
    """
    programme = form.programme
    sources = (SOURCE.filled(source=each.reference(language)) for each in programme.sources)
    about = (
        FOR_WHOM.filled(target_group=programme.target_group),
        OPERATION.filled(number=programme.operation_number),
        *sources,
    )
    return Guide(
        title=programme.says.in_(language),
        sections=(
            Section(heading=programme.id, lines=_in(about, language)),
            Section(heading=HOW.in_(language), lines=_in(HOW_LINES, language)),
            _missing(form, language),
            _sheets(form, tabs, language),
            _columns(form, tabs, notes, language),
        ),
    )


def _in(texts: Sequence[Text], language: LanguageCode) -> tuple[str, ...]:
    return tuple(text.in_(language) for text in texts)


def _missing(form: WorkbookForm, language: LanguageCode) -> Section:
    marks = (
        (ABSENT, mark_of(ABSENT, form.vocabulary, language)),
        *((each, mark_of(Unknown(each), form.vocabulary, language)) for each in REASONS),
    )
    return Section(
        heading=MISSING.in_(language),
        lines=_in((IN_PARENTHESES,), language),
        columns=_in((MARK, MEANING), language),
        rows=tuple((mark, MEANINGS[value].in_(language)) for value, mark in marks),
    )


def _sheets(form: WorkbookForm, tabs: Tabs, language: LanguageCode) -> Section:
    titles = tuple(tabs.sheets.values())
    return Section(
        heading=SHEETS.in_(language),
        columns=_in((SHEET, ITS_NUMBER, NAMES), language),
        rows=tuple(
            (title, _its_number(sheet).in_(language), ", ".join(_named(sheet, tabs)))
            for title, sheet in zip(titles, form, strict=True)
        ),
        links=titles,
    )


def _its_number(sheet: SheetForm) -> Text:
    if sheet.record_type.name == CASE_NUMBERED:
        return CASE_NUMBER
    return OWN_NUMBER if len(sheet.columns) == 1 else RUNNING


def _named(sheet: SheetForm, tabs: Tabs) -> tuple[str, ...]:
    """The sheets whose rows a sheet names."""
    to = (column.field.reference.to for column in sheet.columns if column.field.reference)
    return tuple(dict.fromkeys(tabs.sheets[name] for name in to if name in tabs.sheets))


def _columns(
    form: WorkbookForm,
    tabs: Tabs,
    notes: Mapping[str, Sequence[ColumnNote]],
    language: LanguageCode,
) -> Section:
    return Section(
        heading=COLUMNS.in_(language),
        columns=_in((SHEET, COLUMN, ENTER, MUST, EMPTY_CELL, CHOICES), language),
        rows=tuple(_column_rows(form, tabs, notes, language)),
    )


def _column_rows(
    form: WorkbookForm,
    tabs: Tabs,
    notes: Mapping[str, Sequence[ColumnNote]],
    language: LanguageCode,
) -> Iterator[tuple[str, ...]]:
    for sheet in form:
        name = sheet.record_type.name
        for note in notes[name]:
            yield (
                tabs.sheets[name],
                note.heading,
                " ".join(part for part in (note.enter, note.settled) if part),
                YES.in_(language) if note.needed else "",
                note.empty,
                "; ".join(note.choices),
            )
