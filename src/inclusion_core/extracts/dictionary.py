"""The data dictionary of an extract: what each column means and holds, in each language."""

from __future__ import annotations

from collections.abc import Iterator

from inclusion_core.extracts.extract import Extract, ExtractTable
from inclusion_core.facts.dictionary import ColumnMeaning
from inclusion_core.fields import FieldKind
from inclusion_core.pages import markdown
from inclusion_core.texts import LanguageCode, lv

__all__ = ["dictionary"]


def dictionary(extract: Extract, language: LanguageCode) -> str:
    """The columns of all tables, as a page of Markdown."""
    return "\n\n".join(_paragraphs(extract, language)) + "\n"


def _paragraphs(extract: Extract, language: LanguageCode) -> Iterator[str]:
    yield f"# {_TITLE.in_(language)}"
    for table in extract.tables:
        yield f"## {markdown.inline(table.name)}"
        yield markdown.opening(_ROW.filled(says=table.table.says).in_(language))
        headings = (each.in_(language) for each in _HEADINGS)
        yield markdown.table(headings, _rows(table, language))


def _rows(table: ExtractTable, language: LanguageCode) -> Iterator[tuple[str, ...]]:
    for each in table.columns:
        done = (change.what.in_(language) for change in table.changes if change.column == each.name)
        yield (
            each.name,
            each.says.in_(language),
            _holds(each, language),
            "; ".join(done),
            each.comes_from(language),
        )


def _holds(column: ColumnMeaning, language: LanguageCode) -> str:
    if column.kind is FieldKind.KEY:
        return _PSEUDONYM.in_(language)
    return column.holds(language)


_TITLE = lv("Izraksta kolonnas").en("Columns of the extract")
_ROW = lv("Viena rinda: {says}.").en("One row: {says}.")
_PSEUDONYM = lv("pseidonīms: 20 mazie burti un cipari").en(
    "a pseudonym: 20 small letters and digits"
)
_HEADINGS = (
    lv("Kolonna").en("Column"),
    lv("Nozīme").en("Meaning"),
    lv("Saturs").en("Holds"),
    lv("Kas darīts").en("What was done"),
    lv("No kā iegūta").en("Worked out from"),
)
