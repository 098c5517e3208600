"""What a random expression may mention: fields, lists, parameters, and values of the author.

What is near a record is mentioned more often than what is far from it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from hypothesis import strategies as st

from inclusion_core.expr import nodes
from inclusion_core.fields import FieldKind
from inclusion_core.periods import LeapDay
from inclusion_core.values import Reason
from kernel_lab.random_records import DAYS
from kernel_lab.toy import CODES, SCHEMA

DAY_PARAMETERS = ("judged_on", "period_end")
NUMBER_PARAMETERS = ("most_rooms", "few")
CODE_PARAMETERS = ("some_codes", "no_codes")

LITERAL_DAYS = st.sampled_from(DAYS)
LITERAL_NUMBERS = st.integers(-4, 5)
SHIFTS = st.sampled_from(
    [
        (12, 0),
        (1, 0),
        (-1, 0),
        (-12, 0),
        (13, 0),
        (0, 1),
        (0, -1),
        (1, 1),
        (6, 0, True),
        (1, 2, True),
    ]
)
LEAP_DAYS = st.sampled_from(LeapDay)
REASONS = st.sampled_from([None, *Reason])

Path: TypeAlias = tuple[str, ...]
NEARER = (9, 3, 1)
"""How often a way stands in a choice, by its length."""


def _hops(record_type: str, most: int) -> list[tuple[Path, str]]:
    """The ways from a record to one that it names, or that that one names."""
    ways: list[tuple[Path, str]] = [((), record_type)]
    if most:
        for link in SCHEMA[record_type].links.values():
            if not link.many:
                ways += [((link.name, *way), end) for way, end in _hops(link.to, most - 1)]
    return ways


def _paths(record_type: str, most: int) -> list[tuple[Path, str]]:
    """The ways from a record to lists, lists of lists and so on."""
    ways: list[tuple[Path, str]] = []
    if most:
        for link in SCHEMA[record_type].links.values():
            if link.many:
                ways.append(((link.name,), link.to))
                ways += [((link.name, *way), end) for way, end in _paths(link.to, most - 1)]
    return ways


def _fields(start: str, kind: FieldKind) -> list[tuple[Path, str]]:
    """The fields of a record and of those up to two hops away; nearer ones stand more often."""
    return [
        (way, field.name)
        for way, end in _hops(start, 2)
        for field in SCHEMA[end].fields.values()
        if field.kind is kind
        for _ in range(NEARER[len(way)])
    ]


def _lists(start: str) -> list[tuple[Path, Path, str]]:
    """The lists of a record and of those up to two hops away; nearer ones stand more often."""
    return [
        (way, path, end)
        for way, at in _hops(start, 2)
        for path, end in _paths(at, 3)
        for _ in range(NEARER[len(way)] * NEARER[len(path) - 1])
    ]


FIELDS = {
    start.name: {
        kind: _fields(start.name, kind)
        for kind in (FieldKind.DAY, FieldKind.CODE, FieldKind.NUMBER)
    }
    for start in SCHEMA
}
LISTS = {start.name: _lists(start.name) for start in SCHEMA}


def likely_codes(code: nodes.CodeNode) -> Sequence[str]:
    """The codes of the field at the bottom; sometimes one that it cannot hold."""
    while not isinstance(code, nodes.CodeField):
        code = code.value
    return (*CODES[code.name], "elsewhere")
