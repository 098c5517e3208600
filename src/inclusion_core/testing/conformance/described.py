"""What a declaration says, as a digest: the same in every process if the declaration is the same.

Functions are told by their names, since nobody can look into them; everything else by its content.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import partial
from hashlib import sha256
from typing import Any

import attrs

from inclusion_core.expr.schema import Schema
from inclusion_core.fields import Record, type_name
from inclusion_core.model.caseload import Journal
from inclusion_core.testing.conformance.declared import BY_THEMSELVES, Declared

__all__ = ["digest_of", "digest_of_journal", "digests_of"]


def digests_of(declared: Iterable[Declared]) -> dict[str, str]:
    """By kind and id of each declaration: a digest of all that it says."""
    return {f"{each.kind} {each.id!r}": digest_of(each.value) for each in declared}


def digest_of(value: Any) -> str:
    """The digest of a declared value."""
    return sha256(json.dumps(_whole(value), sort_keys=True).encode()).hexdigest()


def digest_of_journal(journal: Journal) -> str:
    """The digest of every version in a journal, whatever their order."""
    digest = sha256()
    for version in sorted(journal.versions, key=lambda each: each.order):
        digest.update(json.dumps(_described(version), sort_keys=True).encode())
    return digest.hexdigest()


def _whole(value: Any) -> Any:
    """A declared value; what it uses of others is told by their ids."""
    if isinstance(value, type) and issubclass(value, Record):
        return _record_class(value)
    return [_name(type(value)), _attributes(value)]


def _described(value: Any) -> Any:
    """A value as JSON has it, whatever order its parts have by chance."""
    match value:
        case None | bool() | int() | float() | str():
            return value
        case date() | Decimal() | bytes():
            return [_name(type(value)), str(value)]
        case Enum():
            return [_name(type(value)), value.name]
        case type():
            return _name(value)
        case Schema():
            return sorted(value.record_types)
        case Mapping():
            pairs = ([_described(key), _described(each)] for key, each in value.items())
            return ["mapping", sorted(pairs, key=json.dumps)]
        case tuple() | list():
            return [_described(each) for each in value]
        case set() | frozenset():
            return ["set", sorted((_described(each) for each in value), key=json.dumps)]
        case partial():
            return [_described(value.func), _described(value.args), _described(value.keywords)]
        case _ if isinstance(value, BY_THEMSELVES):
            return [_name(type(value)), value.id]
        case _ if attrs.has(type(value)):
            return [_name(type(value)), _attributes(value)]
        case _:
            return _function(value)


def _attributes(value: Any) -> dict[str, Any]:
    return {each.name: _described(getattr(value, each.name)) for each in attrs.fields(type(value))}


def _record_class(record_class: Any) -> Any:
    fields = [[each.name, repr(each.default)] for each in attrs.fields(record_class)]
    return [type_name(record_class), fields]


def _name(kind: type) -> str:
    return f"{kind.__module__}.{kind.__qualname__}"


def _function(value: Callable[..., Any] | object) -> str:
    """A function by its name, and anything else by its class: no address of the memory."""
    named = value if hasattr(value, "__qualname__") else type(value)
    return f"{getattr(named, '__module__', '')}.{getattr(named, '__qualname__', '')}"
