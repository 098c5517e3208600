"""Readers of workbooks, of how other sheets are mapped, and of the key file beside them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

import attrs
from ways_lab.caseload import SCHEMA
from ways_lab.sheets import FORM, KEYS, MAPPED, WORKBOOK

from fuzzing_lab.in_archives import packed
from fuzzing_lab.mutating import Build
from fuzzing_lab.nasty import CANARY
from fuzzing_lab.of_journals import good_book
from fuzzing_lab.reader import Reader, Said, put, scratch, told
from inclusion_core.model.caseload import Journal
from inclusion_core.workbook import filling, mapping
from inclusion_core.workbook.filled import FilledWorkbook
from inclusion_core.workbook.importing.acceptance import Recording
from inclusion_core.workbook.importing.imports import imported
from inclusion_core.workbook.importing.keys import KeyFile
from inclusion_core.workbook.mapping.mapped import Heading
from inclusion_core.workbook.marking.marked import marked_copy
from inclusion_core.workbook.opening.grids import open_grid
from inclusion_core.workbook.sheets import Grid
from inclusion_core.workbook.suggesting.proposal import suggested

__all__ = ["READERS"]

MAPPING = f"""
[[sheet]]
title = "Mājas"
heading_row = 1
skip_rows = [9]
empty_words = ["{CANARY}", "-"]
[[sheet.record]]
type = "provider"
number = "id"
[sheet.record.fields]
name = "name"
[[sheet]]
title = "Cilvēki"
only_where = {{ column = "gender", equals = ["female", "male"] }}
[[sheet.record]]
type = "client"
number = ["id", {{ text = "x" }}]
[sheet.record.fields]
born_on = "born_on"
gender = {{ letter = "E" }}
provider_id = "provider_id"
[sheet.record.words.gender]
"{CANARY}" = "female"
"""
_ODS = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
)


def _book(name: str) -> bytes:
    way = {"own.xlsx": MAPPED, "book.xlsx": WORKBOOK}[name]
    with TemporaryDirectory() as folder:
        return Path(way.make(good_book(), Path(folder))).read_bytes()


def _open_document() -> bytes:
    cells = "".join(
        f'<table:table-cell office:value-type="string"><text:p>{word}</text:p></table:table-cell>'
        for word in ("id", "name")
    )
    rows = f'<table:table-row table:number-rows-repeated="2">{cells}</table:table-row>'
    sheet = f'<table:table table:name="Provider">{rows}</table:table>'
    return packed(
        {
            "mimetype": b"application/vnd.oasis.opendocument.spreadsheet",
            "META-INF/manifest.xml": b"<manifest/>",
            "content.xml": f"<office:document-content {_ODS}><office:body><office:spreadsheet>"
            f"{sheet}</office:spreadsheet></office:body></office:document-content>".encode(),
        }
    )


def _recorded(filled: FilledWorkbook) -> Said:
    numbers = count(1)
    recording = Recording(recorded_on=date(2018, 6, 1), draw=lambda: f"n{next(numbers)}")
    came = imported(filled, KEYS, Journal(()), SCHEMA, recording)
    return told(came.findings) + "".join(map(repr, (filled, *filled.rows, came, *came.compared)))


def _grid(data: bytes) -> Grid:
    return open_grid(put("book.xlsx", data), max_bytes=1 << 24)


def _filled_in(data: bytes) -> Said:
    grid = _grid(data)
    return told(grid.findings) + _recorded(filling.filled(grid, FORM))


def _mapped(data: bytes) -> Said:
    return _recorded(mapping.filled(_grid(data), _good_mapping(), FORM))


@cache
def _good_mapping() -> mapping.WorkbookMapping:
    read = mapping.read(put("mapping.toml", MAPPING.encode()), FORM)
    assert read.mapping is not None, told(read.findings)
    return read.mapping


@cache
def _good_grid() -> Grid:
    return _grid(_book("own.xlsx"))


def _mapping(data: bytes) -> Said:
    """Headings that the mapping names may be told; what else stands in it may not."""
    read = mapping.read(put("mapping.toml", data), FORM)
    said = told(read.findings) + repr(read)
    if read.mapping is None:
        return said
    said += _recorded(mapping.filled(_good_grid(), read.mapping, FORM))
    for heading in sorted(set(_headings(read.mapping)), key=len, reverse=True):
        said = said.replace(repr(heading), "a heading").replace(heading, "a heading")
    return said


def _headings(read: object) -> Iterator[str]:
    """Every heading in a mapping, wherever it names one."""
    if isinstance(read, Heading):
        yield read.text
    elif isinstance(read, Mapping):
        yield from _headings(tuple(read.values()))
    elif isinstance(read, tuple):
        for each in read:
            yield from _headings(each)
    elif attrs.has(type(read)):
        yield from _headings(tuple(getattr(read, each.name) for each in attrs.fields(type(read))))


def _suggested(data: bytes) -> Said:
    """The proposal itself may show headings, for it is made for who has the workbook."""
    written = suggested(_grid(data), FORM)
    read = mapping.read(put("proposed.toml", written.encode()), FORM)
    assert all(each.kind != "mapping.not-toml" for each in read.findings)
    return told(read.findings)


def _marked(data: bytes) -> Said:
    findings = _grid(data).findings
    marked_copy(put("book.xlsx", data), scratch() / "marked.xlsx", findings, "lv")
    open_grid(scratch() / "marked.xlsx")
    return told(findings)


def _keys(data: bytes) -> Said:
    keys, findings = KeyFile.read(put("keys.csv", data))
    keys.write(scratch() / "again.csv")
    assert KeyFile.read(scratch() / "again.csv") == (keys, ())
    return told(findings) + repr(keys)


READERS = (
    Reader(
        id="workbook",
        says="the template, filled in (.xlsx, .ods)",
        build=Build.ARCHIVE,
        examples=lambda: (_book("book.xlsx"), _open_document()),
        read=_filled_in,
        runs=5,
    ),
    Reader(
        id="workbook-mapped",
        says="a workbook of another layout, by a mapping",
        build=Build.ARCHIVE,
        examples=lambda: (_book("own.xlsx"),),
        read=_mapped,
        runs=5,
    ),
    Reader(
        id="workbook-suggested",
        says="a workbook of another layout, for which a mapping is proposed",
        build=Build.ARCHIVE,
        examples=lambda: (_book("own.xlsx"),),
        read=_suggested,
        runs=3,
    ),
    Reader(
        id="workbook-marked",
        says="a workbook of which a marked copy is made",
        build=Build.ARCHIVE,
        examples=lambda: (_book("own.xlsx"),),
        read=_marked,
        runs=1,
    ),
    Reader(
        id="mapping",
        says="a mapping file (TOML)",
        build=Build.LINES,
        examples=lambda: (MAPPING.encode(),),
        read=_mapping,
        runs=100,
    ),
    Reader(
        id="keys",
        says="the key file of an import (CSV)",
        build=Build.LINES,
        examples=lambda: (f"record_type,number,id\nclient,7,c-1\nclient,{CANARY},c-2\n".encode(),),
        read=_keys,
        runs=50,
    ),
)
