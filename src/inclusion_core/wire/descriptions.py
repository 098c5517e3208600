"""Descriptions: what the class of a record says of itself and of its fields, for other programs."""

from __future__ import annotations

import re
from collections.abc import Mapping
from inspect import getdoc

from inclusion_core.fields import Record

__all__ = ["field_descriptions", "type_description"]

_ATTRIBUTE = re.compile(r"^ {4}(\w+): (.*(?:\n {8}.*)*)", re.MULTILINE)
_ROLE = re.compile(r":\w+:`~?(?:[\w.]+\.)?([^`]+)`")
_CODE = re.compile(r"`+([^`]*)`+")


def type_description(record_class: type[Record]) -> str:
    """What a record class is, in plain words; nothing where it does not say."""
    return _plain(_parts(record_class)[0])


def field_descriptions(record_class: type[Record]) -> Mapping[str, str]:
    """What the fields are of which the class says it."""
    return {name: _plain(said) for name, said in _ATTRIBUTE.findall(_parts(record_class)[1])}


def _parts(record_class: type[Record]) -> tuple[str, str]:
    own = record_class.__dict__.get("__doc__")  # not that of a base
    words, _, attributes = (getdoc(record_class) or "" if own else "").partition("\nAttributes:\n")
    return words, attributes


def _plain(words: str) -> str:
    return " ".join(_CODE.sub(r"\1", _ROLE.sub(r"\1", words)).split())
