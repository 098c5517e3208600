"""Drop-downs: the words that a column offers, and the sheet that they are kept on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

import attrs

from inclusion_core.expr.schema import Field
from inclusion_core.facts.schema import SCHEMA
from inclusion_core.texts import LanguageCode
from inclusion_core.values import ABSENT, Reason, Unknown
from inclusion_core.vocabulary import Vocabulary
from inclusion_core.workbook.cells.conversion import cell_of
from inclusion_core.workbook.form import WorkbookForm

__all__ = ["REASONS", "WordList", "choices_of", "marks_of", "word_lists"]

REASONS = tuple(reason for reason in Reason if reason is not Reason.ERASED)
"""What a provider can say; *erased* is what erasure leaves."""


@attrs.frozen(kw_only=True)
class WordList:
    """One column of the sheet of lists.

    Attributes:
        words: What may be chosen, in its order.
        headings: The columns that choose from it.
    """

    words: tuple[str, ...]
    headings: tuple[str, ...]


def marks_of(field: Field, words: Vocabulary, language: LanguageCode) -> tuple[str, ...]:
    """What says in a cell of the field that there is no value, besides leaving it empty."""
    absent = (ABSENT,) if field.may_be_absent else ()
    unknown = tuple(map(Unknown, REASONS)) if field.may_be_unknown else ()
    return tuple(_said((*absent, *unknown), field, words, language))


def choices_of(field: Field, form: WorkbookForm, language: LanguageCode) -> tuple[str, ...]:
    """What the drop-down of a field offers: its codes, then its marks; nothing for neither.

    Of all programmes it offers the one that the workbook is for.
    """
    marks = marks_of(field, form.vocabulary, language)
    if field.enum is not None:
        return (*_said(field.enum, field, form.vocabulary, language), *marks)
    return (form.programme.id, *marks) if _names_programme(field) else marks


def _names_programme(field: Field) -> bool:
    declared_as = SCHEMA["programme"].field("declared_as")
    return field.code_list is not None and field.code_list == declared_as.code_list


def _said(
    values: Iterable[object], field: Field, words: Vocabulary, language: LanguageCode
) -> Iterator[str]:
    for value in values:
        cell = cell_of(value, field, words, language)
        if cell is not None:
            yield str(cell)


def word_lists(form: WorkbookForm, language: LanguageCode) -> tuple[WordList, ...]:
    """All lists of a workbook, in the order of the columns that need them; each stands once."""
    headings: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for sheet in form:
        for column in sheet.columns:
            choices = choices_of(column.field, form, language)
            if choices:
                headings[choices].append(column.heading.in_(language))
    return tuple(
        WordList(words=choices, headings=tuple(dict.fromkeys(named)))
        for choices, named in headings.items()
    )
