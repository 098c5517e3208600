"""The data dictionary of a facts table: what each column means and holds, and where it comes from.

It is for whoever fills such a table without this library, and for whoever reads one.
"""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from inclusion_core.expr.schema import Field
from inclusion_core.expr.spelled import spelled
from inclusion_core.facts.table import Column, FactsTable
from inclusion_core.fields import Bounds, CodeList, FieldKind
from inclusion_core.pages import markdown
from inclusion_core.texts import LanguageCode, Text, lv
from inclusion_core.values import ABSENT, Absent, Reason, Unknown
from inclusion_core.vocabulary import Vocabulary

__all__ = ["ColumnMeaning", "data_dictionary", "dictionary_markdown"]


@attrs.frozen(kw_only=True)
class ColumnMeaning:
    """One column, as a dictionary explains it.

    Attributes:
        name: Its name.
        says: What it is called.
        kind: What it holds.
        codes: The codes of a closed list, and what each means.
        code_list: The list kept elsewhere from which a code comes.
        bounds: Range and unit of a number.
        may_be_partial: A day may be known in part.
        may_be_absent: There may be none.
        reasons: Why an answer may be unknown, each with its words.
        empty: What an empty cell means where no column beside it says more; ``None`` where the
            column must be filled in.
        worked_out: How it is worked out of the records, as its author wrote it.
        known_where: Of whom it is asked, likewise; empty: of everybody.
    """

    name: str
    says: Text
    kind: FieldKind
    codes: tuple[tuple[str, Text], ...] = ()
    code_list: CodeList | None = None
    bounds: Bounds | None = None
    may_be_partial: bool = False
    may_be_absent: bool = False
    reasons: tuple[tuple[str, Text], ...] = ()
    empty: Absent | Unknown | None = None
    worked_out: str
    known_where: str = ""

    @property
    def columns(self) -> tuple[str, ...]:
        """The column itself, and those that may stand beside it."""
        ends = ("earliest", "latest") if self.may_be_partial else ()
        return (self.name, *(f"{self.name}_{each}" for each in ("unknown", *ends)))

    def holds(self, language: LanguageCode) -> str:
        """What stands in its cells, in words."""
        if self.codes:
            return "; ".join(f"{code} = {words.in_(language)}" for code, words in self.codes)
        if self.code_list is not None:
            slots = {"title": self.code_list.title, "pattern": self.code_list.pattern}
            return _CODE.filled(**slots).in_(language)
        if self.bounds is not None:
            least, most = str(self.bounds.least), str(self.bounds.most)
            number = _NUMBER.filled(least=least, most=most).in_(language)
            return f"{number}, {self.bounds.unit}" if self.bounds.unit else number
        return (_ANY_DAY if self.may_be_partial else _DAY).in_(language)

    def empty_means(self, language: LanguageCode) -> str:
        """What an empty cell means, in words."""
        if self.empty is None:
            return _FILLED_IN.in_(language)
        return (_NONE if self.empty is ABSENT else _NOT_ASKED).in_(language)

    def comes_from(self, language: LanguageCode) -> str:
        """From what it is worked out, and of whom it is asked."""
        if not self.known_where:
            return self.worked_out
        where = _KNOWN_WHERE.in_(language)
        return f"{self.worked_out} ({where} {self.known_where})"


def data_dictionary(table: FactsTable, vocabulary: Vocabulary) -> tuple[ColumnMeaning, ...]:
    """What the columns of a facts table mean, in their order.

    Args:
        table: The table.
        vocabulary: What fields and codes are called, besides the words of the table itself.
    """
    words = table.words.joined((vocabulary,))
    fields = (field for field in table.record_type.fields.values() if field.name != "id")
    return tuple(_meaning(table, field, words) for field in fields)


def _meaning(table: FactsTable, field: Field, words: Vocabulary) -> ColumnMeaning:
    column: Column = table.columns[field.name]
    where = column.known_where
    return ColumnMeaning(
        name=field.name,
        says=words.field_text(table.record_type.name, field.name),
        kind=field.kind,
        codes=tuple((str(each.value), words.code_text(each)) for each in field.enum or ()),
        code_list=field.code_list,
        bounds=field.bounds if field.kind is FieldKind.NUMBER else None,
        may_be_partial=field.may_be_partial,
        may_be_absent=field.may_be_absent,
        reasons=tuple((reason.value, words.code_text(reason)) for reason in Reason),
        empty=field.empty,
        worked_out=spelled(column.value.node),
        known_where="" if where is None else spelled(where.node),
    )


def dictionary_markdown(table: FactsTable, vocabulary: Vocabulary, language: LanguageCode) -> str:
    """The dictionary as a page of Markdown, for the file of a data set."""
    return "\n\n".join(_paragraphs(table, vocabulary, language)) + "\n"


def _paragraphs(table: FactsTable, vocabulary: Vocabulary, language: LanguageCode) -> Iterator[str]:
    meanings = data_dictionary(table, vocabulary)
    yield f"# {markdown.inline(table.id)}"
    yield markdown.opening(_ROWS.filled(says=table.says).in_(language))
    if table.source is not None:
        yield markdown.opening(table.source.reference(language))
    yield markdown.table(
        (heading.in_(language) for heading in _HEADINGS),
        (
            (
                each.name,
                each.says.in_(language),
                each.holds(language),
                each.empty_means(language),
                each.comes_from(language),
            )
            for each in meanings
        ),
    )
    words = table.words.joined((vocabulary,))
    reasons = [f"{reason.value} = {words.code(reason, language)}" for reason in Reason]
    yield markdown.opening(f"{_BESIDE.in_(language)}: {'; '.join(reasons)}.")
    for each in table.assumes:
        default = each.told(each.default).in_(language)
        yield f"- {markdown.opening(f'{each.id}: {default} ({each.source.citation(language)})')}"


_ROWS = lv("Viena rinda: {says}.").en("One row: {says}.")
_HEADINGS = (
    lv("Kolonna").en("Column"),
    lv("Nozīme").en("Meaning"),
    lv("Saturs").en("Holds"),
    lv("Tukša šūna").en("Empty cell"),
    lv("No kā iegūta").en("Worked out from"),
)
_DAY = lv("diena").en("a day")
_ANY_DAY = lv("diena vai daļa no tās").en("a day, or a part of one")
_NUMBER = lv("vesels skaitlis no {least} līdz {most}").en("a whole number from {least} to {most}")
_CODE = lv("kods no saraksta: {title} ({pattern})").en("a code of the list: {title} ({pattern})")
_FILLED_IN = lv("nav pieļauta").en("not allowed")
_NONE = lv("nav").en("there is none")
_NOT_ASKED = lv("nav jautāts").en("not asked")
_KNOWN_WHERE = lv("jautāts, ja").en("asked where")
_BESIDE = lv(
    "Blakus kolonnai x var būt x_unknown ar iemeslu, kāpēc atbildes nav, un dienai, kas zināma "
    "daļēji (partial), arī x_earliest un x_latest; ja x_unknown ir un abas šūnas tukšas, tad nav "
    "nekā. Iemesli"
).en(
    "Beside a column x may stand x_unknown with the reason why there is no answer and, for a day "
    "known in part (partial), x_earliest and x_latest; where x_unknown is there and both cells are "
    "empty, there is none. Reasons"
)
