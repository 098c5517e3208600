"""How a record class says what its fields are.

A record class is a frozen attrs class that extends :class:`Record`. Its annotations are the one
place that says what a field holds; schema, files, tables and expressions are all read off them:

- ``str`` named ``id`` is the key; any other ``str`` is free text,
- an ``Enum`` is a code; ``Annotated[str, CodeList(...)]`` a code of a list kept elsewhere,
- ``date`` is a day that must be known; :data:`~inclusion_core.values.Day` may be partial, absent
  or unknown,
- ``int`` is a whole number inside :class:`Bounds`; ``Decimal`` an exact fraction,
- ``Annotated[str, Reference(...)]`` is the key of another record,
- ``| Absent`` and ``| Unknown`` say what else may stand there.

A field without a default must be filled in. A default is ``ABSENT`` or ``NOT_ASKED``, and is also
what an empty cell means.

A class, or one of its fields, says by a :class:`Holding` why it may be held and for how long. What
became of its earlier versions it says in :mod:`~inclusion_core.migrations`.
"""

from __future__ import annotations

import re
from enum import Enum
from typing import ClassVar
from weakref import WeakKeyDictionary

import attrs

from inclusion_core.migrations import Migration
from inclusion_core.sources import Source

__all__ = [
    "Bounds",
    "CodeList",
    "Derived",
    "DerivedRecord",
    "FieldKind",
    "Frozen",
    "Holding",
    "LegalGround",
    "Record",
    "Reference",
    "type_name",
]


class Record:
    """Base of every record class: has a key, and does not show its values."""

    __slots__ = ()

    held: ClassVar[Holding | None] = None
    """Why what the class records may be held; a field's own marker goes before it."""

    earlier: ClassVar[tuple[Migration, ...]] = ()
    """What was done to earlier versions of the class, oldest first; its version is one more."""

    id: str

    def __repr__(self) -> str:
        return f"{type(self).__name__}(id={self.id!r})"


class DerivedRecord(Record):
    """Base of a record class that the caseload works out; no file holds it."""

    __slots__ = ()


_TYPE_NAMES: WeakKeyDictionary[type[Record], str] = WeakKeyDictionary()


def type_name(record_class: type[Record]) -> str:
    """The name of a record type: its class in small letters, ``protection_spell``."""
    name = _TYPE_NAMES.get(record_class)
    if name is None:
        name = re.sub(r"(?<!^)(?=[A-Z])", "_", record_class.__name__).lower()
        _TYPE_NAMES[record_class] = name
    return name


class FieldKind(Enum):
    """What a field holds, whatever the file or table in which it stands."""

    KEY = "key"
    REFERENCE = "reference"
    CODE = "code"
    DAY = "day"
    NUMBER = "number"
    DECIMAL = "decimal"
    TEXT = "text"


@attrs.frozen
class Reference:
    """Marks a ``str`` as the key of a record of type ``to``.

    Attributes:
        to: Name of the record type, ``client``.
        inverse: Name of the list that the other record thereby has, ``participations``.
    """

    to: str
    inverse: str


@attrs.frozen
class CodeList:
    """Marks a ``str`` as a code of a list that is kept elsewhere.

    Attributes:
        title: The list, ``ISO 3166-1 alpha-2``.
        pattern: Regular expression that every code of the list matches.
    """

    title: str
    pattern: str


@attrs.frozen
class Bounds:
    """Marks an ``int`` as lying between two numbers, both inside.

    A number that is not known is read as any number of the range.

    Attributes:
        least: The smallest number that may be recorded.
        most: The largest.
        unit: What is counted, ``hours``.
    """

    least: int
    most: int
    unit: str = ""


@attrs.frozen
class Derived:
    """Marks a field that the caseload works out; it stands in no file.

    Attributes:
        how: In one sentence, from what.
    """

    how: str


@attrs.frozen
class Frozen:
    """Marks what is settled once: a later change does not move it, only a correction does."""


class LegalGround(Enum):
    """The ground on which personal data may be held; the value is its place in the regulation.

    Source: Regulation (EU) 2016/679 (General Data Protection Regulation), Articles 6 and 9.
    """

    CONSENT = "6(1)(a)"
    CONTRACT = "6(1)(b)"
    LEGAL_OBLIGATION = "6(1)(c)"
    VITAL_INTERESTS = "6(1)(d)"
    PUBLIC_TASK = "6(1)(e)"
    LEGITIMATE_INTERESTS = "6(1)(f)"
    EXPLICIT_CONSENT = "9(2)(a)"
    SOCIAL_PROTECTION = "9(2)(b)"
    SUBSTANTIAL_PUBLIC_INTEREST = "9(2)(g)"
    STATISTICS = "9(2)(j)"


@attrs.frozen(kw_only=True)
class Holding:
    """Why personal data are held, and for how long.

    Attributes:
        ground: The ground that the law gives.
        months: How long they are kept after the last day of the operation for which they are held.
        source: The act, contract or decision that says so.
    """

    ground: LegalGround
    months: int
    source: Source
