"""The converter: from JSON values to typed records and back, for a whole schema.

One strict cattrs converter is the reference of what a field accepts. Its hooks are made from the
schema, for each record class when it is first met; CSV cells are turned into the same JSON values
and go through the same hooks, so that both files mean the same.

A field that is known stands as :mod:`~inclusion_core.wire.value_forms` writes it, an absent one
as ``null``, an unknown one as ``{"unknown": "not_asked"}``. A field that is missing is what its
class says of an empty cell. Derived fields are neither written nor taken.

cattrs gathers the faults of a record; its messages hold values, so none is ever used: faults
are read off the notes (which field) and the exceptions (which problem).
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Collection, Iterator, Mapping
from datetime import date
from decimal import Decimal
from enum import Enum
from threading import Lock
from typing import Any, TypeAlias

import attrs
from cattrs import ClassValidationError, Converter, ForbiddenExtraKeysError
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn, override

from inclusion_core.expr.schema import NUMBERS, Field, RecordType, Schema
from inclusion_core.fields import FieldKind, Record, type_name
from inclusion_core.values import ABSENT, Absent, PartialDay, Reason, Unknown, day_text
from inclusion_core.wire.envelope import Envelope, envelope_hook
from inclusion_core.wire.identifiers import identifier
from inclusion_core.wire.names import strangers, unknown_name
from inclusion_core.wire.problems import Problem, RefusedError, Stranger
from inclusion_core.wire.value_forms import (
    Form,
    code_form,
    code_list_form,
    day_form,
    decimal_text,
    decimal_value,
    number_form,
    text_value,
)
from inclusion_core.wire.value_problems import (
    DERIVED_FIELD,
    MAY_NOT_BE_ABSENT,
    MAY_NOT_BE_UNKNOWN,
    NOT_A_REASON,
    REFUSED_BY_CLASS,
    REQUIRED,
    UNKNOWN_KEY,
)

__all__ = [
    "Faults",
    "converter_of",
    "extra_keys",
    "faults_of",
    "field_hook",
    "shared_converter",
]

Faults: TypeAlias = tuple[tuple[str, Problem], ...]
"""What is wrong with a record: the field (empty for the whole) and the problem."""

Hook: TypeAlias = Callable[[Any, Any], Any]

_REASONS = {reason.value: Unknown(reason) for reason in Reason}
_NOT_A_REASON = NOT_A_REASON.filled(reasons=", ".join(_REASONS))


def converter_of(schema: Schema) -> Converter:
    """A new strict converter for the records of a schema; hooks are built when first needed."""
    converter = Converter(detailed_validation=True, forbid_extra_keys=True)
    strict: tuple[tuple[type, Form], ...] = (
        (str, text_value),
        (int, number_form(NUMBERS)),
        (date, day_form(may_be_partial=False)),
        (PartialDay, day_form(may_be_partial=True)),
        (Decimal, decimal_value),
        (Unknown, _unknown),
        (Absent, _absent),
    )
    converter.register_structure_hook_factory(_is_enum, lambda cls: _hook(code_form(cls)))
    for known, form in strict:
        converter.register_structure_hook(known, _hook(form))
    written: tuple[tuple[type, Callable[[Any], object]], ...] = (
        (Absent, lambda _: None),
        (Unknown, lambda unknown: {"unknown": converter.unstructure(unknown.reason)}),
        (date, day_text),
        (PartialDay, day_text),
        (Decimal, decimal_text),
    )
    for known, write in written:
        converter.register_unstructure_hook(known, write)

    def structuring(cls: type[Record]) -> Hook:
        overrides: dict[str, Any] = {
            field.name: override(struct_hook=field_hook(field, converter))
            if field.derived is None
            else override(omit=True)
            for field in schema[type_name(cls)].fields.values()
        }
        return make_dict_structure_fn(cls, converter, **overrides)

    def unstructuring(cls: type[Record]) -> Callable[[Any], dict[str, Any]]:
        overrides: dict[str, Any] = {
            field.name: override(unstruct_hook=converter.unstructure)
            if field.derived is None
            else override(omit=True)
            for field in schema[type_name(cls)].fields.values()
        }
        return make_dict_unstructure_fn(cls, converter, **overrides)

    converter.register_structure_hook(Envelope, envelope_hook(converter))
    converter.register_structure_hook_factory(_is_record, structuring)
    converter.register_unstructure_hook_factory(_is_record, unstructuring)
    return converter


@attrs.define
class _Kept:
    """The converters made last, for all threads.

    Attributes:
        most: How many are kept.
        made: With each its schema, which stays alive as long as its id is a key.
    """

    most: int
    made: OrderedDict[int, tuple[Schema, Converter]] = attrs.field(factory=OrderedDict)
    lock: Lock = attrs.field(factory=Lock)

    def of(self, schema: Schema) -> Converter:
        key = id(schema)
        with self.lock:
            if key not in self.made:
                self.made[key] = schema, converter_of(schema)
                while len(self.made) > self.most:
                    self.made.popitem(last=False)
            self.made.move_to_end(key)
            return self.made[key][1]


_KEPT = _Kept(16)


def shared_converter(schema: Schema) -> Converter:
    """A converter that others use too: nobody may add to it.

    Its hooks are built once for all who read and write records of this schema.
    """
    return _KEPT.of(schema)


def _is_enum(cls: object) -> bool:
    return isinstance(cls, type) and issubclass(cls, Enum)


def _is_record(cls: object) -> bool:
    return isinstance(cls, type) and issubclass(cls, Record)


def _hook(form: Form) -> Hook:
    return lambda value, _: form(value)


def _absent(value: object) -> Absent:
    if value is not None:
        raise RefusedError(MAY_NOT_BE_ABSENT)
    return ABSENT


def _unknown(value: object) -> Unknown:
    reason = value.get("unknown") if isinstance(value, dict) and len(value) == 1 else None
    if type(reason) is not str or reason not in _REASONS:
        raise RefusedError(_NOT_A_REASON)
    return _REASONS[reason]


def field_hook(field: Field, converter: Converter) -> Hook:
    """How the value of a field is taken, known or not; it raises ``RefusedError``."""
    known = _known_form(field, converter)
    may_be_absent, may_be_unknown = field.may_be_absent, field.may_be_unknown

    def hook(value: object, _: object) -> object:
        if value is None:
            if not may_be_absent:
                raise RefusedError(MAY_NOT_BE_ABSENT)
            return ABSENT
        if isinstance(value, dict):
            if not may_be_unknown:
                raise RefusedError(MAY_NOT_BE_UNKNOWN)
            return _unknown(value)
        return known(value)

    return hook


def _known_form(field: Field, converter: Converter) -> Form:
    match field.kind:
        case FieldKind.KEY | FieldKind.REFERENCE:
            return identifier
        case FieldKind.NUMBER:
            return number_form(field.bounds)
        case FieldKind.CODE if field.code_list is not None:
            return code_list_form(field.code_list)
        case _:
            kinds: dict[FieldKind, Any] = {
                FieldKind.CODE: field.enum,
                FieldKind.DAY: PartialDay if field.may_be_partial else date,
                FieldKind.DECIMAL: Decimal,
                FieldKind.TEXT: str,
            }
            known = kinds[field.kind]
            hook = converter.get_structure_hook(known)
            return lambda value: hook(value, known)


def faults_of(
    error: ClassValidationError, written: Mapping[str, object], record_type: RecordType
) -> Iterator[tuple[str, Problem]]:
    """What is wrong with a record that did not come through, field by field.

    Args:
        error: What cattrs raised.
        written: The record as it was written.
        record_type: Its type.
    """
    with_notes, others = error.group_exceptions()
    for fault, note in with_notes:
        yield note.name, fault.problem if isinstance(fault, RefusedError) else REQUIRED
    for fault in others:
        if isinstance(fault, ForbiddenExtraKeysError):
            yield from extra_keys(fault.extra_fields, written, record_type)
        else:
            yield "", REFUSED_BY_CLASS


def extra_keys(
    extra: Collection[str], written: Mapping[str, object], record_type: RecordType
) -> Iterator[tuple[str, Problem]]:
    """What is wrong with the keys that are no recorded field, in their order."""
    known = [field.name for field in record_type.recorded_fields]
    for position, key in strangers(written, written.keys() - extra):
        value = written[key]
        if key in record_type.fields:
            yield key, DERIVED_FIELD
        elif isinstance(value, Stranger):
            yield "", value.problem
        else:
            yield "", unknown_name(UNKNOWN_KEY, key, known, position)
