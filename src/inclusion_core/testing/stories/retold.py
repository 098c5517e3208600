"""The story that rebuilds a caseload, as Python."""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from keyword import iskeyword
from typing import Any

import attrs

from inclusion_core.errors import InclusionError
from inclusion_core.expr.records import Records
from inclusion_core.expr.schema import RecordType, Schema
from inclusion_core.fields import Record
from inclusion_core.lives.belonging import CLIENT, Key, own_records, references
from inclusion_core.model.caseload import Caseload
from inclusion_core.model.client import Client
from inclusion_core.testing.stories.book import Book
from inclusion_core.testing.stories.calls import Call, Caller
from inclusion_core.testing.stories.references import MADE_UP
from inclusion_core.testing.stories.schemas import schema_for
from inclusion_core.testing.stories.story import Story

__all__ = ["as_story"]

WIDTH = 100


def as_story(caseload: Caseload) -> str:
    """Python that rebuilds a caseload: run, it leaves an equal one named ``caseload``.

    The class of a record type that a plugin adds is imported where a module holds it.

    Example:
        >>> story = Story("sif.mentoring", known_on="2018-12-03")
        >>> stay = story.client("anna", gender="female").enters("2018-05-02")
        >>> print(as_story(story.caseload()))
        from inclusion_core.testing import Story
        <BLANKLINE>
        story = Story("sif.mentoring", known_on="2018-12-03")
        anna = story.client("anna", gender="female")
        anna.enters("2018-05-02")
        caseload = story.caseload()
    """
    schema = schema_for({type(each) for listed in caseload.records.values() for each in listed})
    caller = Caller(Book(schema=schema, on=caseload.known_on))
    calls = tuple(caller.call(record) for record in _in_order(caseload, schema))
    return _spelled(_shortened(_Retold(caseload=caseload, schema=schema, calls=calls)))


def _in_order(caseload: Caseload, schema: Schema) -> Iterator[Record]:
    """First what is nobody's, then one client after the other."""
    clients = sorted(caseload.of(Client), key=_natural)
    own = own_records(Records(schema, caseload.records), clients)
    place = {client.id: number for number, client in enumerate(clients, start=1)}

    def order(there: RecordType, record: Record) -> tuple[int, int]:
        """By the last of the clients whose it is, and after what it names."""
        whose = own.get((there.name, record.id))
        named = [
            place.get(getattr(record, field.name), 0)
            for field, reference in references(there)
            if reference.to == CLIENT
        ]
        return max([place[whose.client_id] if whose else 0, *named]), number_of[there.name]

    number_of = {name: number for number, name in enumerate(schema.record_types)}
    listed = [
        (*order(schema[name], record), _natural(record), record)
        for name, records in caseload.records.items()
        if not schema[name].derived
        for record in records
    ]
    return (record for *_, record in sorted(listed, key=lambda each: each[:3]))


def _natural(record: Record) -> tuple[tuple[int, str], ...]:
    """Sorts ``client-2`` before ``client-10``."""
    parts = re.findall(r"\d+|\D+", record.id)
    return tuple((int(part), "") if part.isdecimal() else (-1, part) for part in parts)


@attrs.frozen(kw_only=True)
class _Retold:
    caseload: Caseload
    schema: Schema
    calls: tuple[Call, ...]
    programmes: tuple[str, ...] = ()

    def rebuilds(self) -> bool:
        """Whether the story gives the caseload."""
        story = Story(*self.programmes, known_on=self.caseload.known_on, schema=self.schema)
        told: dict[Key | None, Any] = {None: story}
        try:
            for call in self.calls:
                told[call.key] = getattr(told[call.about], call.verb)(*call.first, **call.words)
            for record_type, key in self.caseload.tombstones:
                story.erased(record_type, key)
            return story.caseload() == self.caseload
        except InclusionError:
            return False


def _shortened(retold: _Retold) -> _Retold:
    """The story without the sentences that go without saying."""
    opened = attrs.evolve(
        retold,
        programmes=tuple(call.key[1] for call in retold.calls if call.key[0] == "programme"),
        calls=tuple(call for call in retold.calls if call.key[0] != "programme"),
    )
    if opened.programmes and opened.rebuilds():
        retold = opened
    found = Counter(call.key[0] for call in retold.calls)
    for each in retold.calls:
        if each.key[0] in MADE_UP and found[each.key[0]] == 1 and not each.words:
            fewer = tuple(call for call in retold.calls if call is not each)
            shorter = attrs.evolve(retold, calls=fewer)
            retold = shorter if shorter.rebuilds() else retold
    return retold


def _spelled(retold: _Retold) -> str:
    names = _names(retold.calls)
    said = [f'"{name}"' for name in retold.programmes]
    opening = [*said, f'known_on="{retold.caseload.known_on.isoformat()}"']
    lines = [
        "from inclusion_core.testing import Story",
        *sorted(_imports(retold.calls)),
        "",
        _line("story = Story", opening),
        *(_sentence(call, names) for call in retold.calls),
        *(
            _line("story.erased", [_literal(name), _literal(key)])
            for name, key in retold.caseload.tombstones
        ),
        "caseload = story.caseload()",
    ]
    return "\n".join(lines)


def _names(calls: Iterable[Call]) -> Mapping[Key | None, str]:
    """A variable for the story, and for each record that a later sentence is about."""
    calls = tuple(calls)
    used = {call.about for call in calls}
    names: dict[Key | None, str] = {None: "story"}
    taken = {"story", "caseload", "Story"}
    for call in calls:
        if call.key in used:
            name = re.sub(r"\W", "_", call.key[1])
            usable = name.isidentifier() and not iskeyword(name) and name not in taken
            names[call.key] = name if usable else f"{call.key[0]}_{len(names)}"
            taken.add(names[call.key])
    return names


def _imports(calls: Iterable[Call]) -> set[str]:
    return {
        f"from {added.__module__} import {added.__name__}"
        for call in calls
        for added in call.first
        if isinstance(added, type)
        and getattr(sys.modules.get(added.__module__), added.__name__, None) is added
    }


def _sentence(call: Call, names: Mapping[Key | None, str]) -> str:
    said = [each.__name__ if isinstance(each, type) else _literal(each) for each in call.first]
    said += [f"{word}={_literal(value)}" for word, value in call.words.items()]
    given = f"{names[call.key]} = " if call.key in names else ""
    return _line(f"{given}{names[call.about]}.{call.verb}", said)


def _literal(value: str | int) -> str:
    text = repr(value)
    plain = isinstance(value, str) and text == f"'{value}'" and '"' not in value
    return f'"{value}"' if plain else text


def _line(verb: str, said: Sequence[str]) -> str:
    line = f"{verb}({', '.join(said)})"
    if len(line) <= WIDTH:
        return line
    return "\n".join([f"{verb}(", *(f"    {each}," for each in said), ")"])
