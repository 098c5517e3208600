"""Records that the columns of a sheet seem to make, before they are written down."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import attrs

from inclusion_core.expr.schema import Field, RecordType
from inclusion_core.fields import FieldKind
from inclusion_core.values import ABSENT
from inclusion_core.workbook.form import WorkbookForm
from inclusion_core.workbook.suggesting.aims import NUMBER, Aim
from inclusion_core.workbook.suggesting.guesses import ColumnGuess, SheetGuess

__all__ = ["RecordDraft", "drafts_of"]

CASE = Aim("client", "id")


@attrs.frozen(kw_only=True)
class RecordDraft:
    """A record that a row seems to give.

    Attributes:
        record_type: Its type.
        number: The columns that make its number; none where nothing was found.
        fields: The columns of the fields of which one can be sure.
        references: The columns that make the number of the record that a reference names; none
            for one that stands in no column.
        missing: Required fields that no column fills in.
        assumed: References that are taken to have the number of the case.
    """

    record_type: RecordType
    number: tuple[ColumnGuess, ...]
    fields: Mapping[str, ColumnGuess]
    references: Mapping[str, tuple[ColumnGuess, ...]]
    missing: tuple[str, ...]
    assumed: tuple[str, ...]

    @property
    def usable(self) -> bool:
        """Whether it can be read as it stands."""
        return bool(self.number) and not self.missing

    @property
    def columns(self) -> Iterator[ColumnGuess]:
        """Every column that it uses."""
        yield from (*self.number, *self.fields.values())
        yield from (column for columns in self.references.values() for column in columns)


def drafts_of(guess: SheetGuess, form: WorkbookForm) -> tuple[RecordDraft, ...]:
    """The records that a row of a sheet seems to give, in the order of the form."""
    sure = {each.aim: each for each in guess.columns if each.sure and each.aim is not None}
    types = {sheet.record_type.name: sheet.record_type for sheet in form}
    drawing = _Drawing(guess, types, sure)
    return tuple(
        drawing.draft(record_type)
        for record_type in types.values()
        if drawing.is_there(record_type)
    )


@attrs.frozen
class _Drawing:
    guess: SheetGuess
    types: Mapping[str, RecordType]
    columns: Mapping[Aim, ColumnGuess]

    def draft(self, record_type: RecordType) -> RecordDraft:
        own = dict(self._own(record_type))
        key = self.columns.get(Aim(record_type.name, "id"))
        if NUMBER in record_type.fields and key is not None:
            own.setdefault(NUMBER, key)
        named = {field.name: self._named(to) for field, to in _references(record_type)}
        return RecordDraft(
            record_type=record_type,
            number=self._number(record_type),
            fields=own,
            references={name: columns for name, (columns, _) in named.items()},
            missing=tuple(
                field.name
                for field in _own_fields(record_type)
                if field.required and field.name not in own
            ),
            assumed=tuple(name for name, (_, assumed) in named.items() if assumed),
        )

    def is_there(self, record_type: RecordType) -> bool:
        """Whether a row seems to give a record of a type."""
        return self._has_own(record_type) or self._is_link(record_type)

    def _has_own(self, record_type: RecordType) -> bool:
        """Whether a column fills it in; its number is enough for what has nothing else."""
        has_nothing_else = len(record_type.recorded_fields) == 1
        return any(self._own(record_type)) or (
            has_nothing_else and Aim(record_type.name, "id") in self.columns
        )

    def _is_link(self, record_type: RecordType) -> bool:
        """Whether it only joins records, and the row names them all."""
        targets = [to for _, to in _references(record_type)]
        needs_more = any(field.required for field in _own_fields(record_type))
        if needs_more or len(targets) < 2 or len(set(targets)) < len(targets):
            return False
        others = [to for to in targets if to != CASE.record_type]
        made = {to for to in others if to in self.types and self._has_own(self.types[to])}
        rest = {to for to in others if to not in made and Aim(to, "id") not in self.columns}
        if rest:
            return bool(made) and rest == {"participation"} and CASE in self.columns
        return CASE in self.columns or others == targets

    def _named(self, to: str) -> tuple[tuple[ColumnGuess, ...], bool]:
        """The columns that make the number of a record elsewhere; whether that is a guess."""
        key, case = self.columns.get(Aim(to, "id")), self.columns.get(CASE)
        if key is not None:
            return (key,), False
        if to in self.types and self.is_there(self.types[to]):
            return self._number(self.types[to]), False
        if case is not None and self._leads_to_client(to):
            return (case,), True
        return (), False

    def _number(self, record_type: RecordType) -> tuple[ColumnGuess, ...]:
        key, case = self.columns.get(Aim(record_type.name, "id")), self.columns.get(CASE)
        if key is not None:
            return (key,)
        if not self._has_own(record_type):
            named = (self._named(to)[0] for _, to in _references(record_type))
            return tuple(dict.fromkeys(column for columns in named for column in columns))
        first = self._first_day(record_type)
        of_client = self._leads_to_client(record_type.name)
        if case is None or (first is None and not of_client):
            return ()
        if of_client and not self._repeats(case) and "first_day" not in record_type.fields:
            return (case,)
        keys = [self.columns.get(Aim(to, "id")) for _, to in _references(record_type)]
        parts = (case, *keys, first)
        return tuple(dict.fromkeys(part for part in parts if part is not None))

    def _first_day(self, record_type: RecordType) -> ColumnGuess | None:
        """The day that tells records of one case apart, if it is filled in for all of them."""
        own = dict(self._own(record_type))
        rows = {row for column in own.values() for row, _ in self.guess.cells(column.index)}
        for field in _own_fields(record_type):
            if field.kind is FieldKind.DAY and field.empty is not ABSENT and field.name in own:
                days = self.guess.cells(own[field.name].index)
                return own[field.name] if {row for row, _ in days} == rows else None
        return None

    def _repeats(self, column: ColumnGuess) -> bool:
        cells = [cell for _, cell in self.guess.cells(column.index)]
        return len(set(cells)) < len(cells)

    def _own(self, record_type: RecordType) -> Iterator[tuple[str, ColumnGuess]]:
        for field in _own_fields(record_type):
            name = field.name
            column = self.columns.get(Aim(record_type.name, name))
            if column is not None:
                yield name, column

    def _leads_to_client(self, name: str, seen: frozenset[str] = frozenset()) -> bool:
        """Whether a record of a type always belongs to one client."""
        if name == CASE.record_type:
            return True
        if name in seen or name not in self.types:
            return False
        targets = [to for _, to in _references(self.types[name])]
        return any(self._leads_to_client(to, seen | {name}) for to in targets)


def _own_fields(record_type: RecordType) -> Iterator[Field]:
    apart = (FieldKind.KEY, FieldKind.REFERENCE)
    return (field for field in record_type.recorded_fields if field.kind not in apart)


def _references(record_type: RecordType) -> Iterator[tuple[Field, str]]:
    for field in record_type.recorded_fields:
        if field.reference is not None:
            yield field, field.reference.to
