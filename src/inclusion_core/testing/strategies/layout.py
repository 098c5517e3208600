"""In which order the records of a schema are drawn, and which record brings which others."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

import attrs

from inclusion_core.expr.schema import Field, Schema
from inclusion_core.model.client import Client
from inclusion_core.testing.strategies.interests import Interests

__all__ = ["Layout", "Menu"]

SUBJECT = "client"
"""Whose records are drawn together, and first."""

BEHIND: Mapping[str, tuple[str, ...]] = {
    "person": ("client", "same_person_link"),
    "client": ("same_person_link",),
    "enrolment": ("participation", "programme", "client", "same_person_link"),
}
"""What is needed besides what a record names: the records from which others are worked out."""

FRAME = ("provider", "operation", "programme", "contract")
"""What stands before the first client comes; what nobody needs is taken away afterwards."""


HEAVIEST = 4
"""So often a type stands in a menu at most."""


@attrs.frozen
class Menu:
    """What a record may bring: in each of some slots nothing, or one more record of some type.

    Attributes:
        choices: Names of record types, each as often as it weighs; empty for nothing.
        slots: How many.
    """

    choices: tuple[str, ...]
    slots: int

    @classmethod
    def of(cls, weights: Mapping[str, int], *, empty: int, slots: int) -> Menu:
        """A menu of types by weight.

        Args:
            weights: Of each record type.
            empty: How many of hundred slots stay empty.
            slots: How many there are, where there is anything to bring.
        """
        total = sum(weights.values())
        nothing = max(1, round(total * empty / (100 - empty)))
        named = (name for name, weight in weights.items() for _ in range(weight))
        return cls(("",) * nothing + tuple(named), slots if total else 0)


@attrs.frozen(kw_only=True)
class Layout:
    """How the records of a schema hang together while they are drawn.

    Attributes:
        schema: All record types.
        drawn: The types that are drawn, in the order of the schema.
        owners: By type, the reference to the record that brings it; a type without is a root.
        menus: By type, what a record of it brings.
        roots: What stands alone; where each type names another one, all of them.
        has_subject: Clients are drawn: all else follows from them.
        frame: The types of the frame that are drawn.
        prefixes: By type, how ids begin.
    """

    schema: Schema
    drawn: tuple[str, ...]
    owners: Mapping[str, str]
    menus: Mapping[str, Menu]
    roots: Menu
    has_subject: bool
    frame: tuple[str, ...]
    prefixes: Mapping[str, str]

    @classmethod
    def of(cls, schema: Schema, interests: Interests | None, apart: Iterable[str] = ()) -> Layout:
        """The layout of a schema.

        Args:
            schema: The record types.
            interests: What matters; all of it where none are given.
            apart: Types that no menu offers, because they are drawn with others.
        """
        drawn = _drawn(schema, interests)
        with_client = schema.record_types.get(SUBJECT)
        subject = with_client is not None and with_client.record_class is Client
        has_subject = subject and SUBJECT in drawn
        owners = {name: ref.name for name in drawn for ref in _owner(schema, name, subject)}
        brought: dict[str, list[str]] = defaultdict(list)
        for name in drawn:
            if name in owners and name not in apart:
                to = _to(schema[name].fields[owners[name]])
                brought[to].append(name)
        weights = {name: _weight(name, brought) for name in drawn}
        leading = frozenset(
            name for name in drawn if has_subject and _leads_to_subject(schema, name, set())
        )
        menus = {
            name: _menu({each: weights[each] for each in brought[name]}, name, leading)
            for name in drawn
        }
        roots = {name: weights[name] for name in drawn if name not in owners} or weights
        loose = {each: 1 for each in roots if each != SUBJECT} if has_subject else roots
        return cls(
            schema=schema,
            drawn=drawn,
            owners=owners,
            menus=menus,
            roots=Menu.of(loose, empty=85, slots=2)
            if has_subject
            else Menu.of(loose, empty=30, slots=4),
            has_subject=has_subject,
            frame=tuple(name for name in FRAME if has_subject and name in drawn),
            prefixes=_prefixes(schema),
        )


def _to(field: Field) -> str:
    return "" if field.reference is None else field.reference.to


def _references(schema: Schema, name: str) -> Iterator[Field]:
    return (each for each in schema[name].recorded_fields if each.reference is not None)


def _drawn(schema: Schema, interests: Interests | None) -> tuple[str, ...]:
    """The types that matter, and all that their records need beside them."""
    known = schema.record_types
    waiting = list(known if interests is None else interests.record_types & known.keys())
    found: set[str] = set()
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting += [each for each in BEHIND.get(name, ()) if each in known]
            waiting += [_to(field) for field in _references(schema, name)]
    return tuple(each.name for each in schema if each.name in found and not each.derived)


def _owner(schema: Schema, name: str, subject: bool) -> Iterator[Field]:
    """The reference to the record that brings one: on the way to a client where there is one."""
    others = [each for each in _references(schema, name) if _to(each) != name]
    leading = [each for each in others if subject and _leads_to_subject(schema, _to(each), {name})]
    if name != SUBJECT or not subject:
        yield from (*leading, *others)[:1]


def _leads_to_subject(schema: Schema, name: str, seen: set[str]) -> bool:
    if name == SUBJECT:
        return True
    there = (_to(each) for each in _references(schema, name))
    return any(_leads_to_subject(schema, each, seen | {name}) for each in there if each not in seen)


def _menu(weights: Mapping[str, int], name: str, leading: frozenset[str]) -> Menu:
    """A client brings most; what is about no client brings little."""
    if name == SUBJECT:
        return Menu.of(weights, empty=45, slots=6)
    if not leading or name in leading:
        return Menu.of(weights, empty=55, slots=min(4, len(weights) + 1))
    return Menu.of(weights, empty=80, slots=min(2, len(weights)))


def _weight(name: str, brought: Mapping[str, list[str]], depth: int = HEAVIEST) -> int:
    """A type weighs more where others hang on it."""
    below = brought.get(name, ()) if depth else ()
    return min(HEAVIEST, 1 + sum(_weight(each, brought, depth - 1) for each in below))


def _prefixes(schema: Schema) -> Mapping[str, str]:
    """Short beginnings of ids, by type: those of clients and participations are a letter."""
    first = [name for name in (SUBJECT, "participation", "service") if name in schema.record_types]
    taken: dict[str, str] = {}
    for name in dict.fromkeys((*first, *schema.record_types)):
        *words, last = name.split("_")
        initials = "".join(word[:1] for word in words)
        tries = [initials + last[: length + 1] for length in range(len(last))]
        free = (each for each in (*tries, name.replace("_", "-")) if each not in taken)
        taken[next(free)] = name
    return {name: prefix for prefix, name in taken.items()}
