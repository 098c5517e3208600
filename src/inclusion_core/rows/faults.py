"""Whether a mapping of rows fits the schema: everything that does not is told at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import attrs
from cattrs import ClassValidationError

from inclusion_core.expr.schema import RecordType, Schema
from inclusion_core.fields import FieldKind, type_name
from inclusion_core.rows.columns import Constant, Given, Joined, OneColumn
from inclusion_core.rows.declared import RowsOf
from inclusion_core.rows.meaning import json_value
from inclusion_core.rows.reading import columns_of, kind_of
from inclusion_core.wire.converter import faults_of, shared_converter
from inclusion_core.wire.envelope import ENVELOPE, Envelope
from inclusion_core.wire.names import guess

__all__ = ["mapping_faults"]

Fault = tuple[str, str]

_IDS = (FieldKind.KEY, FieldKind.REFERENCE)


def mapping_faults(tables: Mapping[str, Sequence[RowsOf]], schema: Schema) -> Iterator[Fault]:
    """Where in a mapping something is wrong, and what."""
    if not tables:
        yield "tables", "there are none: say which records the rows of each table give"
    for table, several in tables.items():
        if not several:
            yield table, "it gives no records: declare them with rows_of(...), or leave it out"
        for declared in several:
            name = type_name(declared.record_class)
            at = f"{table}: {name}"
            record_type = schema.record_types.get(name)
            if record_type is None or record_type.record_class is not declared.record_class:
                yield at, f"is no record type of the schema; there are: {_listed(schema)}"
            elif record_type.derived:
                yield at, "is worked out from other records: leave it out"
            else:
                yield from _Judge(at, record_type, schema).faults(declared.fields)


def _listed(schema: Schema) -> str:
    return ", ".join(each.name for each in schema if not each.derived)


@attrs.frozen
class _Judge:
    """Looks at what gives the records of one type."""

    at: str
    record_type: RecordType
    schema: Schema

    def faults(self, fields: Mapping[str, Given]) -> Iterator[Fault]:
        known = [*(field.name for field in self.record_type.recorded_fields), *ENVELOPE[1:]]
        for name, given in fields.items():
            if name in known:
                yield from ((f"{self.at}.{name}", each) for each in self._problems(name, given))
            elif name in self.record_type.fields:
                yield f"{self.at}.{name}", "is worked out from others: leave it out"
            else:
                near = guess(name, known)
                words = f"did you mean {near}?" if near else f"there are: {', '.join(known)}"
                yield f"{self.at}.{name}", f"no such field; {words}"
        for field in self.record_type.recorded_fields:
            if field.required and field.name not in fields:
                yield f"{self.at}.{field.name}", "must be given: name a column or a constant"

    def _problems(self, name: str, given: object) -> Iterator[str]:
        if not isinstance(given, (OneColumn, Joined, Constant)):
            yield "name a column, or write constant(...), codes(...) or joined(...)"
            return
        columns = columns_of(given)
        if not all(columns):
            yield "the name of a column is not empty"
        match given:
            case Joined() if kind_of(name, self.record_type) not in _IDS or len(columns) < 2:
                yield "only ids are joined, and of two columns or more"
            case Constant(value=value):
                yield from self._refused(name, value, "the constant")
            case OneColumn(words=words, empty=empty):
                for position, value in enumerate((words or {}).values(), start=1):
                    yield from self._refused(name, value, f"meaning {position} of the words")
                if empty is not None:
                    yield from self._refused(name, empty, "what an empty value means")
            case _:
                pass

    def _refused(self, name: str, value: object, what: str) -> Iterator[str]:
        """What the strict converter has against a value of the mapping itself."""
        written = {name: json_value(value, kind_of(name, self.record_type))}
        is_field = name in self.record_type.fields
        try:
            shared_converter(self.schema).structure(
                written, self.record_type.record_class if is_field else Envelope
            )
        except ClassValidationError as error:
            for field, problem in faults_of(error, written, self.record_type):
                if field == name:
                    remedy = problem.remedy.in_("en")
                    yield f"{what} is not taken: {problem.says.in_('en')}; {remedy}"
