"""What became of earlier versions of a record type, so that old files stay readable.

A record class that is not as it first was says in ``earlier`` what was done, version by version,
oldest first::

    class GardenBed(Record):
        earlier = (
            (TypeRenamed("garden_plot"),),                              # from version 1 to 2
            (FieldRenamed("place", "ward"), FieldAdded("lit", NOT_ASKED)),  # from 2 to 3
        )

Its version is one more than the steps that it lists. A step that was once published stays as it
is. Steps speak of what stands in files: names, and JSON values as files hold them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeAlias

import attrs

from inclusion_core.values import Absent, Unknown

__all__ = [
    "Change",
    "EarlierField",
    "EmptyMeant",
    "FieldAdded",
    "FieldRenamed",
    "FieldsRewritten",
    "Migration",
    "TypeRenamed",
]

WireValues: TypeAlias = Mapping[str, object]
"""Values by field, as files hold them: texts, whole numbers, ``None``, ``{"unknown": ...}``."""


@attrs.frozen
class TypeRenamed:
    """The record type had another name.

    Attributes:
        was: The name before.
    """

    was: str


@attrs.frozen
class FieldRenamed:
    """A field had another name, and holds the same.

    Attributes:
        was: The name before.
        now: The name after.
    """

    was: str
    now: str


@attrs.frozen
class FieldAdded:
    """A field that was not there.

    Attributes:
        name: The field.
        holds: What an older record has in it: absent, or unknown with a reason; or a value as
            files hold it, where all older records are known to have had that one.
    """

    name: str
    holds: Absent | Unknown | str | int


@attrs.frozen
class EmptyMeant:
    """A field that was left out meant something else.

    Attributes:
        name: The field.
        held: What an empty cell meant before.
    """

    name: str
    held: Absent | Unknown


@attrs.frozen(kw_only=True)
class EarlierField:
    """A field that there is no more.

    Attributes:
        name: What it was called.
        holds_number: Whether it held a whole number; else it held a text.
        may_be_unknown: Whether a companion said why there was no value.
        required: Whether it had to be filled in.
    """

    name: str
    holds_number: bool = False
    may_be_unknown: bool = False
    required: bool = False


@attrs.frozen(kw_only=True)
class FieldsRewritten:
    """Fields that were divided, joined or written otherwise.

    Attributes:
        was: The fields before; none of them is there any more.
        now: The names of those that took their place.
        rewrite: Gives the values of the fields after from those before, as files hold them. It
            is a pure function. A field that was left out is not among what it is given. Where a
            value is none that the fields before could hold it may raise anything: the record is
            then left out, with a finding.
    """

    was: tuple[EarlierField, ...]
    now: tuple[str, ...]
    rewrite: Callable[[WireValues], WireValues]


Change: TypeAlias = TypeRenamed | FieldRenamed | FieldAdded | EmptyMeant | FieldsRewritten
"""One change from a version of a record type to the next."""
Migration: TypeAlias = tuple[Change, ...]
"""What was done from one version to the next, in this order."""
