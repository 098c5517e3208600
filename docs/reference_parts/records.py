"""The data dictionary: every record type, its fields and its links."""

from __future__ import annotations

import re
from collections.abc import Mapping
from inspect import getdoc

from inclusion_core import SCHEMA
from inclusion_core.expr.schema import Field, RecordType
from inclusion_core.fields import FieldKind
from inclusion_core.values import ABSENT
from inclusion_core.words import WORDS
from reference_parts.markdown import code, said, table

__all__ = ["record_types"]


def record_types() -> str:
    return "\n".join(_record_type(each) for each in SCHEMA)


def _record_type(record_type: RecordType) -> str:
    summary, attributes = _docstring(record_type.record_class)
    rows = [
        (
            code(field.name),
            attributes.get(field.name, "The key."),
            WORDS.field(record_type.name, field.name, "lv"),
            _holds(field),
            _empty(field),
        )
        for field in record_type.fields.values()
    ]
    parts = [f"### {record_type.name}", summary]
    if record_type.derived:
        parts.append("No file holds it.")
    parts.append(table(("field", "what it is", "in Latvian", "holds", "an empty cell means"), rows))
    parts += _settled(record_type)
    parts += _held(record_type)
    if record_type.links:
        parts.append(_links(record_type))
    return "\n\n".join(part.strip() for part in parts) + "\n"


def _docstring(cls: type) -> tuple[str, Mapping[str, str]]:
    words, _, attributes = (getdoc(cls) or "").partition("\nAttributes:\n")
    found = re.findall(r"^ {4}(\w+): (.*(?:\n {8}.*)*)", attributes, re.MULTILINE)
    sentences = [said(paragraph) for paragraph in words.strip().split("\n\n")]
    return "\n".join(sentences), {name: said(what) for name, what in found}


def _holds(field: Field) -> str:
    match field.kind:
        case FieldKind.KEY:
            return "its own key"
        case FieldKind.REFERENCE if field.reference is not None:
            to = field.reference.to
            return f"key of [{to}](#{to})"
        case FieldKind.CODE if field.code_list is not None:
            return f"a code of the list: {field.code_list.title}"
        case FieldKind.CODE:
            return f"one of {', '.join(map(code, field.codes))}"
        case FieldKind.NUMBER:
            bounds = field.bounds
            return f"whole number, {bounds.least:,} to {bounds.most:,} {bounds.unit}".strip()
        case FieldKind.DECIMAL:
            return "exact fraction"
        case FieldKind.DAY:
            return "day, or a part of it" if field.may_be_partial else "day"
        case _:
            return "one line of text"


def _empty(field: Field) -> str:
    if field.derived is not None:
        return f"worked out: {field.derived.how}"
    if field.empty is None:
        return "must be filled in"
    if field.empty is ABSENT:
        return "absent; may be unknown" if field.may_be_unknown else "absent"
    return "not asked; may be absent" if field.may_be_absent else "not asked"


def _settled(record_type: RecordType) -> list[str]:
    frozen = [code(field.name) for field in record_type.fields.values() if field.frozen]
    return [f"Settled once, and moved by a correction only: {', '.join(frozen)}."] if frozen else []


def _held(record_type: RecordType) -> list[str]:
    """On what ground, and how long; the fields of the core's record types all have the same."""
    found = {field.holding for field in record_type.fields.values() if field.holding is not None}
    return [
        f"Held under {each.source.citation('en')} until {each.months} months after the last day "
        "of the operation."
        for each in sorted(found, key=lambda holding: holding.ground.value)
    ]


def _links(record_type: RecordType) -> str:
    links = (
        f"{code(link.name)} ({'many' if link.many else 'one'} [{link.to}](#{link.to}))"
        for link in record_type.links.values()
    )
    return f"Links: {', '.join(links)}.\n"
