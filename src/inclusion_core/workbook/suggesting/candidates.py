"""The fields that a column may fill in, by its heading and by what its cells look like."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

import attrs

from inclusion_core.expr.schema import Field
from inclusion_core.fields import FieldKind
from inclusion_core.vocabulary import Vocabulary
from inclusion_core.wire.problems import Refused
from inclusion_core.workbook.cells.conversion import value_of
from inclusion_core.workbook.form import WorkbookForm
from inclusion_core.workbook.sheets import CellValue
from inclusion_core.workbook.suggesting.aims import Aim, Likely

__all__ = ["Candidate", "Look"]

LEAST_SHARE = 0.5
"""A day or a number that fewer cells than this are: it is none."""

WEIGHT_OF_CELLS = 0.15
"""How much the cells count beside the heading."""

_STRICT = (FieldKind.DAY, FieldKind.NUMBER, FieldKind.DECIMAL)
_TELLING = re.compile(r"@|\d{6}-\d{5}|(?:\+|00)?\d[\d ]{6,}\d")
_NAMES = re.compile(r"[^\W\d_]+(?:[ ,.-]+[^\W\d_]+)+")


@attrs.frozen(kw_only=True)
class Candidate:
    """A field that a column may fill in.

    Attributes:
        aim: The field.
        like: How like it the heading is, up to 1.
        score: How much speaks for it, cells and all, up to 1.
        not_understood: How many cells the field does not understand.
    """

    aim: Aim
    like: float
    score: float
    not_understood: int


@attrs.frozen(kw_only=True, repr=False)
class Look:
    """Looks at columns.

    Attributes:
        vocabulary: What codes are called.
        fields: What each column may fill in.
        personal: The record types that tell something about a person.
    """

    vocabulary: Vocabulary
    fields: Mapping[Aim, Field]
    personal: frozenset[str]

    @classmethod
    def of(cls, form: WorkbookForm) -> Look:
        """A look for the records of a programme."""
        return cls(
            vocabulary=form.vocabulary,
            fields={
                Aim(sheet.record_type.name, column.field.name): column.field
                for sheet in form
                for column in sheet.columns
            },
            personal=frozenset(
                sheet.record_type.name
                for sheet in form
                if sheet.record_type.record_class.held is not None
            ),
        )

    def candidates(
        self, meanings: Sequence[Likely], cells: Sequence[CellValue]
    ) -> tuple[Candidate, ...]:
        """The fields that a column may fill in, the likeliest first.

        Args:
            meanings: What its heading may mean.
            cells: Some of its cells.
        """
        found = (
            self._candidate(meaning, like, cells)
            for meaning, like in meanings
            if isinstance(meaning, Aim)
        )
        return tuple(sorted(filter(None, found), key=lambda each: -each.score))

    def is_telling(self, aim: Aim, cells: Sequence[CellValue]) -> bool:
        """Whether cells look like names, contacts or personal codes, whatever is above them.

        A number may be a personal code: it is re-keyed and enters no record.
        """
        texts = [cell for cell in cells if isinstance(cell, str)]
        match self.fields[aim].kind:
            case FieldKind.KEY:
                return sum(1 for text in texts if _NAMES.fullmatch(text)) * 2 > len(texts)
            case FieldKind.TEXT:
                return any(_TELLING.search(text) for text in texts)
            case _:
                return False

    def is_free_text(self, aim: Aim, cells: Sequence[CellValue]) -> bool:
        """Whether a text about a person hardly ever comes twice, and so may tell who it is."""
        free = self.fields[aim].kind is FieldKind.TEXT and aim.record_type in self.personal
        return free and len(set(cells)) * 2 > len(cells)

    def _candidate(self, aim: Aim, like: float, cells: Sequence[CellValue]) -> Candidate | None:
        field = self.fields[aim]
        missed = sum(1 for cell in cells if not self._is_understood(cell, field))
        share = 1 - missed / len(cells) if cells else 1
        if field.kind in _STRICT and share < LEAST_SHARE:
            return None
        score = like * (1 - WEIGHT_OF_CELLS) + share * WEIGHT_OF_CELLS
        return Candidate(aim=aim, like=like, score=score, not_understood=missed)

    def _is_understood(self, cell: CellValue, field: Field) -> bool:
        value = value_of(cell, field, self.vocabulary)
        if field.code_list is not None and isinstance(value, str):
            return re.fullmatch(field.code_list.pattern, value) is not None
        return not isinstance(value, Refused)
