"""Ids for what a case calls by name: people by their names, records by what they are."""

from __future__ import annotations

import re
from collections import Counter

from inclusion_core.wire.identifiers import identifier
from inclusion_core.wire.problems import Problem, RefusedError
from inclusion_core.workbook.cells.lexicon import bare, folded

__all__ = ["Ids", "person_key"]


def person_key(name: str) -> str:
    """A name under which all its writings are the same, whatever their case and blanks."""
    return folded(name)


class Ids:
    """Gives each person and each record of a case an id of its own."""

    def __init__(self) -> None:
        self.persons: dict[str, str] = {}
        self._times: Counter[str] = Counter()

    def person(self, name: str) -> str | Problem:
        """The id of a person; the same for the same name.

        A name that looks like a personal code or an address is refused, here as everywhere.
        """
        key = person_key(name)
        if key not in self.persons:
            try:
                identifier(name if "@" in name else _plain(name))
            except RefusedError as error:
                return error.problem
            self.persons[key] = self._free(_plain(name))
        return self.persons[key]

    def record(self, *parts: str) -> str:
        """A new id for a record, made of what it is and whose."""
        stem = "-".join(part.replace("_", "-") for part in parts if part)
        self._times[stem] += 1
        return f"{stem}-{self._times[stem]}"

    def _free(self, stem: str) -> str:
        taken = set(self.persons.values())
        tries = (stem, *(f"{stem}-{number}" for number in range(2, len(taken) + 3)))
        return next(each for each in tries if each not in taken)


def _plain(name: str) -> str:
    """A name in the letters of an id; one without any of them is a person."""
    letters = re.sub(r"[^a-z0-9]+", "-", bare(name)).strip("-")
    return letters[:60].strip("-") or "person"
