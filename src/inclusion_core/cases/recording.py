"""What a case records: rows become records, each of them belonging to what stands above it.

A reference that no cell names goes to the person of the row; else to the last record of its kind
above, the person's own before nobody's; else to what stands in the background.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

import attrs
from cattrs import ClassValidationError, Converter

from inclusion_core.cases.background import CHAIN, Background
from inclusion_core.cases.case_problems import (
    NAME_TWICE,
    NO_PERSON,
    NOTHING_SO_CALLED,
    NOTHING_TO_BELONG_TO,
)
from inclusion_core.cases.columns import FieldNames, Row
from inclusion_core.cases.drafting import Draft, Drafting
from inclusion_core.cases.kinds import Kinds
from inclusion_core.cases.page import Fault
from inclusion_core.cases.people import Ids, person_key
from inclusion_core.expr.schema import Field, RecordType, Schema
from inclusion_core.fields import FieldKind, Record, Reference
from inclusion_core.texts import Language
from inclusion_core.vocabulary import Vocabulary
from inclusion_core.wire.converter import faults_of, shared_converter
from inclusion_core.wire.problems import Refused
from inclusion_core.workbook.cells import value_of
from inclusion_core.workbook.cells.lexicon import lexicon_of
from inclusion_core.workbook.cells.marks import Marks

__all__ = ["Recorded", "recorded"]

CLIENT = "client"


@attrs.frozen(kw_only=True, repr=False)
class Recorded:
    """What a case records.

    Attributes:
        records: The records, those in the background included.
        persons: The ids of clients by the names of the case, made alike.
        spoiled: The ids of clients of whom not every row could be read; empty for rows that are
            nobody's, on which all may rest.
        faults: What is wrong with the rows.
    """

    records: tuple[Record, ...]
    persons: dict[str, str]
    spoiled: frozenset[str]
    faults: tuple[Fault, ...]


def recorded(
    rows: Iterable[Row],
    kinds: Kinds,
    fields: FieldNames,
    background: Background,
    language: Language,
) -> Recorded:
    """The records that rows make, with all that is wrong with them.

    Args:
        rows: All rows that record something.
        kinds: The kinds of records.
        fields: Their fields.
        background: What need not be written.
        language: The language of the case, to name fields that have no column.
    """
    drafting = Drafting(kinds, fields)
    drafts = [draft for row in rows for draft in drafting.drafted(row)]
    recorder = _Recorder(kinds, drafting.ids, background, language)
    order = {name: place for place, name in enumerate(CHAIN)}
    for draft in sorted(drafts, key=lambda each: order.get(each.kind.name, len(order))):
        recorder.record(draft)
    recorder.remaining_clients()
    return Recorded(
        records=tuple(recorder.records),
        persons=drafting.ids.persons,
        spoiled=frozenset(drafting.spoiled | recorder.spoiled),
        faults=(*drafting.faults, *recorder.faults),
    )


class _Recorder:
    """Makes records, one row after the other."""

    def __init__(self, kinds: Kinds, ids: Ids, background: Background, language: Language) -> None:
        self.ids, self.background, self.language = ids, background, language
        self.schema: Schema = kinds.schema
        self.words: Vocabulary = kinds.vocabulary
        self.converter: Converter = shared_converter(self.schema)
        self.records: list[Record] = []
        self.faults: list[Fault] = []
        self.spoiled: set[str] = set()
        self.by_name: dict[tuple[str, str], str] = {}
        self.latest: dict[tuple[str, str], str] = {}
        self.declared: dict[str, str] = {}
        self.clients: set[str] = set()

    # A row becomes a record.

    def record(self, draft: Draft) -> None:
        """The record that a row makes, or what is wrong with it."""
        told = len(self.faults)
        own = self._own_id(draft)
        values: dict[str, object] = {"id": own}
        for field in draft.kind.recorded_fields:
            _, cell = draft.cells.get(field.name, ("", ""))
            if field.reference is not None:
                values[field.name] = self._reference(draft, field, field.reference, cell)
            elif cell and field.name != "id":
                values[field.name] = self._value(cell, field)
        if draft.code is not None:
            values.setdefault(*draft.code)
        completed = self.background.completed(draft.kind, values)
        self._add(draft.kind, completed, draft)
        self._remember(draft.kind, completed, draft.client_id, own)
        if draft.broken or len(self.faults) > told:
            self.spoiled.add(draft.client_id)

    def _own_id(self, draft: Draft) -> str:
        heading, cell = draft.cells.get("id", ("", ""))
        name = draft.kind.name
        key = (name, person_key(cell))
        twice = key in self.by_name
        if name == CLIENT and draft.client_id:
            own, twice = draft.client_id, twice or draft.client_id in self.clients
        else:
            own = self.ids.record(draft.client_id, name)
        if twice:
            self.faults.append(draft.row.fault(heading or "what", NAME_TWICE))
        if cell:
            self.by_name[key] = own
        return own

    def _value(self, cell: str, field: Field) -> object:
        """What a cell means; a mark is known without its parentheses where nothing else is."""
        marks = Marks(self.words).lexicon.find(cell)
        if marks and field.kind is not FieldKind.TEXT:
            members = tuple(field.enum or ())
            if not lexicon_of(self.words, members).find(cell):
                return value_of(f"({cell})", field, self.words)
        return value_of(cell, field, self.words)

    def _reference(self, draft: Draft, field: Field, reference: Reference, cell: str) -> object:
        """The id of the record that a reference names, or why there is none."""
        to = reference.to
        if cell:
            found = self._named(to, cell)
            problem = NOTHING_SO_CALLED.filled(type=self.words.type_text(to))
            return found or Refused(problem)
        if field.name == "client_id":
            return draft.client_id or Refused(NO_PERSON)
        if to == "programme" and draft.kind.name != "programme":
            return self._programme(self.background.declared_as)
        last = self.latest.get((draft.client_id, to)) or self.latest.get(("", to))
        if last is None and to in CHAIN:
            last = self._supposed(to)
        return last or Refused(NOTHING_TO_BELONG_TO.filled(type=self.words.type_text(to)))

    def _named(self, to: str, cell: str) -> str | None:
        """The record that a cell names; a programme also by what it is declared as."""
        if to == CLIENT:
            return self.ids.persons.get(person_key(cell))
        found = self.by_name.get((to, person_key(cell)))
        if found is None and to == "programme" and self._may_be_declared(cell):
            return self._programme(cell)
        return found

    def _may_be_declared(self, cell: str) -> bool:
        code_list = self.schema["programme"].field("declared_as").code_list
        return code_list is not None and re.fullmatch(code_list.pattern, cell) is not None

    def _programme(self, declared_as: str) -> str:
        """The programme that is declared so; one of others has an operation of its own."""
        if declared_as in self.declared:
            return self.declared[declared_as]
        values: dict[str, object] = {"declared_as": declared_as}
        if declared_as != self.background.declared_as:
            values["operation_id"] = self._supposed("operation", remember=False)
        return self._supposed("programme", values)

    def _supposed(
        self, to: str, values: dict[str, object] | None = None, *, remember: bool = True
    ) -> str:
        """A record of the background."""
        kind = self.schema[to]
        own = self.ids.record(to)
        given: dict[str, object] = {"id": own, **(values or {})}
        for field in kind.recorded_fields:
            if field.reference is not None and field.name not in given:
                last = self.latest.get(("", field.reference.to))
                given[field.name] = last or self._supposed(field.reference.to)
        completed = self.background.completed(kind, given)
        self.records.append(self.converter.structure(completed, kind.record_class))
        if remember:
            self._remember(kind, completed, "", own)
        return own

    def _remember(
        self, kind: RecordType, values: dict[str, object], client_id: str, own: str
    ) -> None:
        self.latest[client_id, kind.name] = own
        declared_as = values.get("declared_as")
        if kind.name == "programme" and isinstance(declared_as, str):
            self.declared.setdefault(declared_as, own)
        if kind.name == CLIENT:
            self.clients.add(own)

    def _add(self, kind: RecordType, values: dict[str, object], draft: Draft) -> None:
        try:
            self.records.append(self.converter.structure(values, kind.record_class))
        except ClassValidationError as error:
            for name, problem in faults_of(error, values, kind):
                heading = draft.cells.get(name, ("", ""))[0]
                told = draft.row.headings.get(heading) or (
                    self.words.field(kind.name, name, self.language) if name else ""
                )
                self.faults.append((draft.row.line, told, problem))

    # Those of whom nothing but a name is known.

    def remaining_clients(self) -> None:
        """A record for each person who has no row of their own."""
        kind = self.schema[CLIENT]
        for client_id in self.ids.persons.values():
            if client_id not in self.clients:
                provider = self.latest.get(("", "provider")) or self._supposed("provider")
                values: dict[str, object] = {"id": client_id, "provider_id": provider}
                self.records.append(self.converter.structure(values, kind.record_class))
