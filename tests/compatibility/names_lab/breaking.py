"""What of the names that were released is no longer so, as griffe finds it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import attrs
import griffe

from .describing import sections_of

__all__ = ["Breakage", "breakages"]


@attrs.frozen(order=True)
class Breakage:
    """One thing that worked, and works no longer.

    Attributes:
        name: With module, class and member.
        what: In griffe's words.
    """

    name: str
    what: str

    def __str__(self) -> str:
        return f"{self.name}: {self.what}"


def breakages(before: str, now: str) -> tuple[Breakage, ...]:
    """What of the names of one text no longer holds in another."""
    older, newer = sections_of(before), sections_of(now)
    found = {
        breakage
        for module, text in older.items()
        for breakage in _in_module(module, text, newer.get(module, ""))
    }
    return tuple(sorted(found))


def _in_module(module: str, before: str, now: str) -> Iterator[Breakage]:
    older, newer = _visited(module, before), _visited(module, now)
    for each in griffe.find_breaking_changes(older, newer):
        parameter = _parameter(each)
        yield Breakage(each.obj.path, f"{each.kind.value}{parameter}")
    for name, member in older.members.items():
        if member.is_alias and name not in newer.members:
            yield Breakage(f"{module}.{name}", "can no longer be imported from there")
        elif name in newer.members:
            yield from _other_values(member, newer.members[name])


def _parameter(breakage: griffe.Breakage) -> str:
    about = breakage.old_value or breakage.new_value
    return f": {about.name}" if isinstance(about, griffe.Parameter) else ""


def _other_values(
    older: griffe.Object | griffe.Alias, newer: griffe.Object | griffe.Alias
) -> Iterator[Breakage]:
    """Values of enumerations stand in files: another value is another code."""
    if older.is_alias or newer.is_alias or not (older.is_class and newer.is_class):
        return
    for name, member in older.members.items():
        other = newer.members.get(name)
        if (
            isinstance(member, griffe.Attribute)
            and isinstance(other, griffe.Attribute)
            and member.value is not None
            and str(member.value) != str(other.value)
        ):
            yield Breakage(member.path, "has another value")


def _visited(module: str, text: str) -> griffe.Module:
    return griffe.visit(module, filepath=Path(f"{module}.pyi"), code=text)
