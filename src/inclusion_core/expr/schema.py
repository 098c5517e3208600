"""One relational schema, read off the record classes: types, keys, fields, links.

It binds an expression to objects by attribute and to tables by column, and files and tables are
written from it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from enum import Enum
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints
from weakref import WeakKeyDictionary

import attrs

from inclusion_core.errors import SchemaError, UnknownNameError
from inclusion_core.fields import (
    Bounds,
    CodeList,
    Derived,
    DerivedRecord,
    FieldKind,
    Frozen,
    Holding,
    Record,
    Reference,
    type_name,
)
from inclusion_core.values import ABSENT, NOT_ASKED, Absent, PartialDay, Unknown

__all__ = ["Field", "Link", "RecordType", "Schema", "schema_of"]

NUMBERS = Bounds(0, 1_000_000_000)
"""The range of a number whose class names none."""


@attrs.frozen(kw_only=True)
class Field:
    """One field of a record type.

    Attributes:
        name: The attribute of the class and the column of the table.
        kind: What it holds.
        codes: The codes of a closed list, in their declared order; empty for any other field.
        enum: The class behind a closed list of codes.
        code_list: The list kept elsewhere from which a code comes.
        reference: Whose key it is.
        bounds: Range of a number.
        may_be_partial: A day may be known as a month, a year or an interval.
        may_be_absent: It may be known that there is none.
        may_be_unknown: It may be unknown, with a reason.
        empty: What an empty cell means; ``None`` where the field must be filled in.
        derived: How the caseload works it out; ``None`` for what is recorded.
        frozen: Settled once: a change does not move it, only a correction does.
        holding: Why it may be held, and for how long; ``None`` where nothing is said.
    """

    name: str
    kind: FieldKind
    codes: tuple[str, ...] = ()
    enum: type[Enum] | None = None
    code_list: CodeList | None = None
    reference: Reference | None = None
    bounds: Bounds = NUMBERS
    may_be_partial: bool = False
    may_be_absent: bool = False
    may_be_unknown: bool = False
    empty: Absent | Unknown | None = None
    derived: Derived | None = None
    frozen: bool = False
    holding: Holding | None = None

    @property
    def required(self) -> bool:
        """Whether every record must fill it in."""
        return self.empty is None and self.derived is None


@attrs.frozen(kw_only=True)
class Link:
    """A way from a record to others: to the one it names, or to the many that name it.

    Attributes:
        name: ``client`` or ``participations``.
        to: The record type at the other end.
        many: Whether there may be several.
        field: The reference behind it: a field of this record type, or of the other for ``many``.
    """

    name: str
    to: str
    many: bool
    field: str


@attrs.frozen(kw_only=True)
class RecordType:
    """A kind of record: its class, its fields in order, and its links."""

    name: str
    record_class: type[Record]
    fields: Mapping[str, Field]
    links: Mapping[str, Link]

    def field(self, name: str) -> Field:
        """The field of that name.

        Raises:
            UnknownNameError: There is none; near names are listed.
        """
        try:
            return self.fields[name]
        except KeyError:
            raise UnknownNameError(f"field of {self.name}", name, self.fields) from None

    def link(self, name: str) -> Link:
        """The link of that name.

        Raises:
            UnknownNameError: There is none; near names are listed.
        """
        try:
            return self.links[name]
        except KeyError:
            raise UnknownNameError(f"link of {self.name}", name, self.links) from None

    @property
    def recorded_fields(self) -> tuple[Field, ...]:
        """The fields that stand in files: all but the derived ones."""
        return tuple(field for field in self.fields.values() if field.derived is None)

    @property
    def derived(self) -> bool:
        """Whether the whole record is worked out: no file holds it."""
        return issubclass(self.record_class, DerivedRecord)


@attrs.frozen
class Schema:
    """Record types by name, in their declared order."""

    record_types: Mapping[str, RecordType]

    def __getitem__(self, name: str) -> RecordType:
        try:
            return self.record_types[name]
        except KeyError:
            raise UnknownNameError("record type", name, self.record_types) from None

    def __iter__(self) -> Iterator[RecordType]:
        return iter(self.record_types.values())

    def type_of(self, record: Record) -> RecordType:
        """The record type of a record."""
        return self[type_name(type(record))]

    def hop(self, record_type: str, path: Iterable[str]) -> str:
        """The record type at the end of a path of links."""
        for name in path:
            record_type = self[record_type].link(name).to
        return record_type


def schema_of(*record_classes: type[Record]) -> Schema:
    """The schema that a set of record classes makes.

    Raises:
        SchemaError: A class is no record, a field has no meaning, a reference leads nowhere, or
            two links of one type have the same name.
    """
    fields = {type_name(cls): _fields(cls) for cls in record_classes}
    links: dict[str, dict[str, Link]] = {name: {} for name in fields}
    for name, own in fields.items():
        for field in own.values():
            if field.reference is not None:
                _add_links(links, name, field, field.reference)
    return Schema(
        {
            type_name(cls): RecordType(
                name=type_name(cls),
                record_class=cls,
                fields=fields[type_name(cls)],
                links=links[type_name(cls)],
            )
            for cls in record_classes
        }
    )


def _add_links(
    links: dict[str, dict[str, Link]], owner: str, field: Field, reference: Reference
) -> None:
    if not field.name.endswith("_id"):
        raise SchemaError(owner, f"reference {field.name!r} must end in '_id'")
    if reference.to not in links:
        raise SchemaError(owner, f"{field.name!r} refers to {reference.to!r}, which is not there")
    there = field.name.removesuffix("_id")
    for end, link in (
        (owner, Link(name=there, to=reference.to, many=False, field=field.name)),
        (reference.to, Link(name=reference.inverse, to=owner, many=True, field=field.name)),
    ):
        if link.name in links[end]:
            raise SchemaError(end, f"two links are named {link.name!r}")
        links[end][link.name] = link


_FIELDS: WeakKeyDictionary[type[Record], tuple[Field, ...]] = WeakKeyDictionary()
"""Read off a class once: it says the same each time."""


def _fields(cls: type[Record]) -> dict[str, Field]:
    found = _FIELDS.get(cls)
    if found is None:
        found = _FIELDS[cls] = tuple(_read_fields(cls).values())
    return {field.name: field for field in found}


def _read_fields(cls: type[Record]) -> dict[str, Field]:
    if not (attrs.has(cls) and issubclass(cls, Record)):
        raise SchemaError(cls.__name__, "is not an attrs class that extends Record")
    hints = get_type_hints(cls, include_extras=True)
    fields = {
        attribute.name: _field(cls, attribute.name, hints[attribute.name], attribute)
        for attribute in attrs.fields(cls)
    }
    if next(iter(fields), None) != "id":
        raise SchemaError(type_name(cls), "the first field must be the key, `id: str`")
    return fields


def _field(cls: type[Record], name: str, hint: Any, attribute: attrs.Attribute[Any]) -> Field:
    owner = type_name(cls)
    markers: tuple[object, ...] = ()
    if get_origin(hint) is Annotated:
        hint, *rest = get_args(hint)
        markers = tuple(rest)
    parts = get_args(hint) if get_origin(hint) in (Union, UnionType) else (hint,)
    known = [part for part in parts if part not in (Absent, Unknown, PartialDay)]
    if len(known) != 1:
        raise SchemaError(owner, f"field {name!r} must hold one kind of value")
    marked = {type(marker): marker for marker in markers}
    derived = marked.get(Derived)
    field = Field(
        name=name,
        kind=_kind(owner, name, known[0], marked),
        codes=_codes(known[0]),
        enum=known[0] if _is_enum(known[0]) else None,
        code_list=_marker(marked, CodeList),
        reference=_marker(marked, Reference),
        bounds=_marker(marked, Bounds) or NUMBERS,
        may_be_partial=PartialDay in parts,
        may_be_absent=Absent in parts,
        may_be_unknown=Unknown in parts,
        empty=_empty(owner, name, attribute) if derived is None else None,
        derived=_marker(marked, Derived),
        frozen=Frozen in marked,
        holding=_marker(marked, Holding) or cls.held,
    )
    _check(owner, field)
    return field


M = Any


def _marker(marked: Mapping[type, Any], kind: type[Any]) -> Any:
    return marked.get(kind)


def _is_enum(known: Any) -> bool:
    return isinstance(known, type) and issubclass(known, Enum)


def _codes(known: Any) -> tuple[str, ...]:
    return tuple(member.value for member in known) if _is_enum(known) else ()


def _kind(owner: str, name: str, known: Any, marked: Mapping[type, object]) -> FieldKind:
    if known is str:
        if name == "id":
            return FieldKind.KEY
        if Reference in marked:
            return FieldKind.REFERENCE
        return FieldKind.CODE if CodeList in marked else FieldKind.TEXT
    if _is_enum(known):
        return FieldKind.CODE
    kinds = {date: FieldKind.DAY, int: FieldKind.NUMBER, Decimal: FieldKind.DECIMAL}
    if known not in kinds:
        raise SchemaError(owner, f"field {name!r} holds a kind of value that no file can hold")
    return kinds[known]


def _empty(owner: str, name: str, attribute: attrs.Attribute[Any]) -> Absent | Unknown | None:
    if attribute.default is attrs.NOTHING:
        return None
    if attribute.default is ABSENT or attribute.default == NOT_ASKED:
        return attribute.default
    raise SchemaError(owner, f"the default of {name!r} must be ABSENT or NOT_ASKED")


def _check(owner: str, field: Field) -> None:
    fits = {
        ABSENT: field.may_be_absent,
        NOT_ASKED: field.may_be_unknown,
        None: True,
    }
    if not fits[field.empty]:
        raise SchemaError(owner, f"the default of {field.name!r} is not in its annotation")
    if field.kind is FieldKind.REFERENCE and (field.may_be_absent or field.may_be_unknown):
        raise SchemaError(owner, f"reference {field.name!r} must always be known")
    if field.kind is FieldKind.NUMBER and field.may_be_absent:
        raise SchemaError(owner, f"number {field.name!r} cannot be absent: record 0, or unknown")
    if field.enum is not None and not all(type(code) is str and code for code in field.codes):
        raise SchemaError(owner, f"codes of {field.name!r} must be texts")
