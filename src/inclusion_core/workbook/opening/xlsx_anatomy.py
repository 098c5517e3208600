"""The anatomy of the sheets of an ``.xlsx`` workbook."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from posixpath import join, normpath
from zipfile import ZipFile

from inclusion_core.wire.problems import RefusedError
from inclusion_core.workbook.letters import index_of
from inclusion_core.workbook.opening.anatomy import (
    Anatomy,
    Spot,
    Streamed,
    check_room,
    chunks,
    plain,
    streamed,
)
from inclusion_core.workbook.opening.file_problems import DAMAGED

__all__ = ["WORKBOOK_PART", "thinned", "xlsx_anatomies"]

WORKBOOK_PART = "xl/workbook.xml"
_RELATIONS_PART = "xl/_rels/workbook.xml.rels"

_REST = rb'"(?: [\w:.]+="[^"<>]*")*/>'
_EMPTY_ROW = rb'<row r="\d{1,7}' + _REST
_EMPTY_CELL = rb'<c r="[A-Z]{1,3}[1-9]\d{0,6}' + _REST
_EMPTY_RUN = re.compile(
    b"|".join(b"(?:%b)+(?=%b)" % (each, each) for each in (_EMPTY_ROW, _EMPTY_CELL))
)
_LONGEST_TAG = 1 << 16

_SPOT = re.compile(r"([A-Z]{1,3})([1-9]\d{0,6})", re.ASCII)
_YES = {"1", "true"}


def xlsx_anatomies(archive: ZipFile, *, most_cells: int) -> Mapping[str, Anatomy]:
    """The anatomy of each sheet, by its title; every part that could be a sheet is looked at.

    Raises:
        RefusedError: The workbook is damaged, or holds too much.
    """
    parts: dict[str, Anatomy] = {}
    for name in archive.namelist():
        if name.lower().endswith(".xml"):
            left = most_cells - sum(anatomy.cells for anatomy in parts.values())
            parts[name] = Anatomy(most_cells=left)
            with archive.open(name) as part:
                streamed(thinned(chunks(part)), _Sheet(parts[name]))
    sheets = {title: parts.pop(name, None) for title, name in _sheets(archive).items()}
    found = {title: anatomy for title, anatomy in sheets.items() if anatomy is not None}
    check_room((*found.values(), *parts.values()))
    return found


def _sheets(archive: ZipFile) -> Mapping[str, str]:
    """The part of each sheet by its title."""
    relations, sheets = _Relations(), _Sheets()
    for name, into in ((_RELATIONS_PART, relations), (WORKBOOK_PART, sheets)):
        if name not in archive.namelist():
            raise RefusedError(DAMAGED)
        with archive.open(name) as part:
            streamed(chunks(part), into)
    return {
        title: normpath(join("/xl", relations.targets.get(relation, ""))).lstrip("/")
        for title, relation in sheets.relations.items()
    }


def thinned(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """The pieces of a sheet; of empty rows, or empty cells, in a run only the last one stays.

    There may be a million of them. The last one says where the next row or cell stands.
    """
    kept = b""
    for piece in pieces:
        kept += piece
        end = kept.rfind(b">") + 1
        if end == 0 and len(kept) > _LONGEST_TAG:
            end = len(kept)
        yield _EMPTY_RUN.sub(b"", kept[:end])
        kept = kept[end:]
    yield kept


class _Relations(Streamed):
    """Where the parts of a workbook are, by the id of the relation."""

    def __init__(self) -> None:
        self.targets: dict[str, str] = {}

    def begins(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "Relationship":
            self.targets[attributes.get("Id", "")] = attributes.get("Target", "")


class _Sheets(Streamed):
    """Which relation leads to the sheet of which title."""

    def __init__(self) -> None:
        self.relations: dict[str, str] = {}

    def begins(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "sheet":
            ids = [value for key, value in attributes.items() if plain(key) == "id"]
            title = attributes.get("name", "")
            if title in self.relations:
                raise RefusedError(DAMAGED)
            self.relations[title] = "".join(ids)


class _Sheet(Streamed):
    """Notes the cells of a sheet."""

    def __init__(self, anatomy: Anatomy) -> None:
        self.anatomy = anatomy
        self.spot: Spot = (0, -1)
        self.row_is_hidden = False
        self.holds: set[str] = set()
        self.kind = ""
        self.in_value = False
        self.valued = False

    def begins(self, name: str, attributes: Mapping[str, str]) -> None:
        match name:
            case "c":
                row, column = self.spot
                self.spot = _spot(attributes["r"]) if "r" in attributes else (row, column + 1)
                self.kind = attributes.get("t", "")
                self.holds.clear()
                self.valued = self.kind == "str"
            case "v" | "f" | "is":
                self.holds.add(name)
                self.in_value = name == "v"
            case "row":
                self.spot = (int(attributes.get("r", self.spot[0] + 1)), -1)
                self.row_is_hidden = attributes.get("hidden") in _YES
            case "col" if attributes.get("hidden") in _YES:
                first, last = (int(attributes.get(end, "0")) for end in ("min", "max"))
                self.anatomy.note_hidden(first - 1, last - 1)
            case "mergeCell":
                self.anatomy.note_merged(_spot(attributes.get("ref", "").partition(":")[0]))
            case _:
                pass

    def says(self, text: str) -> None:
        if self.in_value and text.strip():
            self.valued = True

    def ends(self, name: str) -> None:
        self.in_value = False
        if name == "c" and self.holds:
            self.anatomy.note(
                self.spot,
                formula="f" in self.holds,
                valued=self.valued,
                error=self.kind == "e",
                hidden_row=self.row_is_hidden,
            )


def _spot(written: str) -> Spot:
    found = _SPOT.fullmatch(written)
    if found is None:
        raise RefusedError(DAMAGED)
    return int(found[2]), index_of(found[1])
