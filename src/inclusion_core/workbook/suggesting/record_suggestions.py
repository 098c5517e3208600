"""A record of a proposed mapping, written down."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

import attrs

from inclusion_core.expr.schema import Field
from inclusion_core.fields import FieldKind
from inclusion_core.texts import LanguageCode, Text
from inclusion_core.vocabulary import Vocabulary
from inclusion_core.workbook.suggesting.drafts import RecordDraft
from inclusion_core.workbook.suggesting.guesses import ColumnGuess
from inclusion_core.workbook.suggesting.suggestion_texts import (
    ASSUMED,
    FREE_TEXT,
    MISSING,
    NO_NUMBER,
    NOT_UNDERSTOOD,
    PLACEHOLDER,
    UNSURE,
    UNSURE_OR,
    WORDS,
)
from inclusion_core.workbook.suggesting.toml_text import commented, quoted

__all__ = ["Names", "Remarks", "record_lines"]

Names: TypeAlias = Mapping[int, str]
"""How each column is named, by its index: by its heading where that can be, or by its letter."""

PLACEHOLDER_NUMBER = "1"


@attrs.frozen
class Remarks:
    """Comments in one language."""

    language: LanguageCode

    def lines(self, text: Text) -> Iterator[str]:
        """A text as lines of their own."""
        return commented(text.in_(self.language).split("\n"))

    def beside(self, line: str, *texts: Text) -> str:
        """A line, and texts after it."""
        said = "; ".join(text.in_(self.language) for text in texts)
        return f"{line}  # {said}" if said else line

    def unsure(self, column: ColumnGuess, name: str) -> str:
        """A field that a column may fill in, with what else it might be."""
        field = "" if column.aim is None else column.aim.field
        doubt = UNSURE
        if column.runner_up is not None:
            doubt = UNSURE_OR.filled(other=str(column.runner_up))
        return self.beside(f"# {field} = {name}", doubt, *_cautions(column))


def _cautions(column: ColumnGuess) -> Iterator[Text]:
    if column.free_text:
        yield FREE_TEXT
    if column.not_understood:
        yield NOT_UNDERSTOOD.filled(count=column.not_understood, all=column.cells)


def record_lines(
    draft: RecordDraft,
    unsure: Sequence[ColumnGuess],
    names: Names,
    vocabulary: Vocabulary,
    remarks: Remarks,
) -> Iterator[str]:
    """A record as TOML; commented out where it cannot be read as it stands."""
    if not draft.number:
        yield from remarks.lines(NO_NUMBER)
    for name in draft.missing:
        yield from remarks.lines(MISSING.filled(field=name))
    name = draft.record_type.name
    called = vocabulary.type(name, remarks.language)
    lines = [
        "[[sheet.record]]",
        remarks.beside(f"type = {quoted(name)}", *_unlike(name, called)),
        f"number = {_number(draft.number, names)}",
        *_fields(draft, unsure, names, remarks),
        *_constants(draft, remarks),
    ]
    for field, column in draft.fields.items():
        kind = draft.record_type.fields[field].kind
        if column.not_understood and kind is FieldKind.CODE:
            lines.extend(_words(draft.record_type.fields[field], vocabulary, remarks))
    yield from lines if draft.usable else commented(lines)


def _fields(
    draft: RecordDraft, unsure: Sequence[ColumnGuess], names: Names, remarks: Remarks
) -> Iterator[str]:
    references = {name: columns for name, columns in draft.references.items() if columns}
    if references or draft.fields or unsure:
        yield "[sheet.record.fields]"
    for name, columns in references.items():
        assumed = [ASSUMED] if name in draft.assumed else []
        yield remarks.beside(f"{name} = {_number(columns, names)}", *assumed)
    for name, column in draft.fields.items():
        yield remarks.beside(f"{name} = {names[column.index]}", *_cautions(column))
    for column in unsure:
        yield remarks.unsure(column, names[column.index])


def _constants(draft: RecordDraft, remarks: Remarks) -> Iterator[str]:
    names = [name for name, columns in draft.references.items() if not columns]
    if names:
        yield "[sheet.record.constants]"
    for name in names:
        yield remarks.beside(f"{name} = {quoted(PLACEHOLDER_NUMBER)}", PLACEHOLDER)


def _words(field: Field, vocabulary: Vocabulary, remarks: Remarks) -> Iterator[str]:
    """Room for the provider's own words; the words themselves stay where they are."""
    yield from remarks.lines(WORDS)
    yield f"# [sheet.record.words.{field.name}]"
    if field.enum is None:
        yield '# "…" = ""'
        return
    for member in field.enum:
        code = str(member.value)
        called = vocabulary.code(member, remarks.language)
        yield remarks.beside(f'# "…" = {quoted(code)}', *_unlike(code, called))


def _unlike(name: str, called: str) -> Iterator[Text]:
    """What something is called, where its name in code does not say it."""
    if called != name.replace("_", " "):
        yield Text.same(called)


def _number(columns: Sequence[ColumnGuess], names: Names) -> str:
    parts = [names[column.index] for column in columns]
    match parts:
        case []:
            return '"…"'
        case [one]:
            return one
        case several:
            return f"[{', '.join(several)}]"
