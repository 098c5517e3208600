"""Tables of a mapping file, and what is wrong with their form: everything at once, by its path.

A word that is not understood is not repeated: it may be a client's. It is pointed out by where it
stands.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from tomllib import TOMLDecodeError
from typing import TypeGuard

import attrs

from inclusion_core.texts import Text, lv
from inclusion_core.wire.file_problems import NOT_UTF_8
from inclusion_core.wire.names import strangers, unknown_name
from inclusion_core.wire.problems import Problem
from inclusion_core.wire.toml_reading import EntangledError, tables_in
from inclusion_core.workbook.cells.lexicon import folded
from inclusion_core.workbook.mapping.mapping_problems import (
    MISSING_OPTION,
    NOT_TOML,
    TOO_ENTANGLED,
    UNKNOWN_OPTION,
    WRONG_FORM,
)

__all__ = ["MappingTable", "toml_of"]

LAST_ROW = 1_048_576

_WHERE = re.compile(r"at line (\d+), column (\d+)")

A_TEXT = lv("tekstu pēdiņās").en("a text between quotation marks")
A_LIST_OF_TEXTS = lv('tekstu vai sarakstu ar tekstiem, ["a", "b"]').en(
    'a text, or a list of texts, ["a", "b"]'
)
A_ROW = lv("rindas numuru no 1 līdz {last}").en("the number of a row from 1 to {last}")
ROWS = lv("rindu numuru sarakstu, [4, 57]").en("a list of numbers of rows, [4, 57]")
A_TABLE = lv("tabulu").en("a table")
TABLES = lv("tabulu vai vairākas").en("a table, or several")


def toml_of(data: bytes) -> Mapping[str, object] | Problem:
    """The tables of a TOML text, or why there are none; without what stands in it."""
    try:
        return tables_in(data)
    except UnicodeDecodeError:
        return NOT_UTF_8
    except EntangledError:
        return TOO_ENTANGLED
    except TOMLDecodeError as error:
        found = _WHERE.search(str(error))
        line, column = found.groups() if found else (data.count(b"\n") + 1, 1)
        return NOT_TOML.filled(line=int(line), column=int(column))


@attrs.frozen
class MappingTable:
    """A table, and where what is wrong with it is put down.

    Attributes:
        path: Where it stands, ``sheet[1].record[2]``; empty for the whole file.
        entries: What it holds.
        faults: Paths and problems of the whole file, in the order of reading.
    """

    path: str
    entries: Mapping[str, object] = attrs.field(repr=False)
    faults: list[tuple[str, Problem]] = attrs.field(repr=False)

    def __contains__(self, name: str) -> bool:
        return name in self.entries

    def fault(self, name: str, problem: Problem) -> None:
        """Puts down a problem with an entry, or with the table where the name is empty."""
        self.faults.append((self._at(name), problem))

    def expected(self, name: str, what: Text) -> None:
        """Puts down that something else should stand at an entry."""
        self.fault(name, WRONG_FORM.filled(expected=what))

    def only(self, known: Collection[str], problem: Problem = UNKNOWN_OPTION) -> None:
        """Puts down the names that are not known."""
        for position, name in strangers(self.entries, known):
            self.fault("", unknown_name(problem, name, known, position))

    def required_text(self, name: str) -> str:
        """A text that must be there; empty where it is not."""
        if name not in self.entries:
            self.fault("", MISSING_OPTION.filled(name=name))
            return ""
        return self.text(name)

    def text(self, name: str) -> str:
        """A text that says something; empty where it does not."""
        value = self.entries[name]
        if isinstance(value, str) and folded(value):
            return value
        self.expected(name, A_TEXT)
        return ""

    def texts(self, name: str) -> frozenset[str]:
        """A text or several, as they are compared."""
        value = self.entries.get(name, [])
        several = value if isinstance(value, list) else [value]
        texts = [folded(each) for each in several if isinstance(each, str)]
        if all(texts) and len(texts) == len(several):
            return frozenset(texts)
        self.expected(name, A_LIST_OF_TEXTS)
        return frozenset()

    def row(self, name: str) -> int:
        """The number of a row; that of the first where none is given."""
        value = self.entries.get(name, 1)
        if _is_row(value):
            return value
        self.expected(name, A_ROW.filled(last=LAST_ROW))
        return 1

    def rows(self, name: str) -> frozenset[int]:
        """Numbers of rows."""
        value = self.entries.get(name, [])
        if isinstance(value, list) and all(map(_is_row, value)):
            return frozenset(value)
        self.expected(name, ROWS)
        return frozenset()

    def table(self, name: str) -> MappingTable:
        """A table; an empty one where none is given."""
        value = self.entries.get(name, {})
        if not isinstance(value, dict):
            self.expected(name, A_TABLE)
            value = {}
        return MappingTable(self._at(name), value, self.faults)

    def tables(self, name: str) -> Iterator[MappingTable]:
        """The tables of a list of tables, or the only one."""
        value = self.entries.get(name, [])
        several = value if isinstance(value, list) else [value]
        tables = [each for each in several if isinstance(each, dict)]
        if len(tables) < len(several):
            self.expected(name, TABLES)
            return
        for position, entries in enumerate(tables, start=1):
            yield MappingTable(self._at(f"{name}[{position}]"), entries, self.faults)

    def _at(self, name: str) -> str:
        return ".".join(part for part in (self.path, name) if part)


def _is_row(value: object) -> TypeGuard[int]:
    return type(value) is int and 1 <= value <= LAST_ROW
