"""Readers of journals in files of texts: a JSON document, a folder of CSV files and its tag."""

from __future__ import annotations

import json
from pathlib import Path
from tempfile import TemporaryDirectory

from ways_lab.caseload import WaysRoom, damaged
from ways_lab.files import CSV, JSON, TAG

from fuzzing_lab.mutating import Build
from fuzzing_lab.nasty import CANARY
from fuzzing_lab.reader import Reader, Said, put, scratch, told
from inclusion_core.expr.schema import Schema, schema_of
from inclusion_core.model.client import Client, Person
from inclusion_core.model.funding import Provider
from inclusion_core.model.status import Arrival
from inclusion_core.wire import Reading, csv_folder, json_document, read_journal

__all__ = ["READERS", "SCHEMA", "good_book", "kept_and_told"]

SCHEMA = schema_of(Provider, Person, Client, Arrival, WaysRoom)
"""The record types of the good book alone: with few of them, much more can be tried."""


GAP = "wire.version-gap"


def good_book() -> dict[str, list[dict[str, str]]]:
    """The good book of the ways in, with a value that must not be told."""
    book = damaged(None)
    book["provider"][0]["name"] = CANARY
    return book


def kept_and_told(reading: Reading, schema: Schema = SCHEMA) -> Said:
    """What a reading tells; what it kept can be written, and read back as it is.

    Of what is kept nothing is told on reading it again that was not told before, but that there is
    a gap where a version was left out.
    """
    back = json_document.read(json_document.write(reading.journal, schema), schema)
    assert back.journal == reading.journal
    known = {GAP, *(each.kind for each in reading.findings)}
    assert {each.kind for each in back.findings} <= known
    assert len(reading.journal.versions) <= reading.rows_kept <= reading.rows_read
    return told(reading.findings) + repr(reading) + repr(reading.journal)


def _documents() -> tuple[bytes, ...]:
    with TemporaryDirectory() as folder:
        data = Path(JSON.make(good_book(), Path(folder))).read_bytes()
    old = {**json.loads(data), "type_versions": {}}
    old["records"]["ways_room"] = [
        {("storey" if name == "floor" else name): cell for name, cell in row.items()}
        for row in old["records"]["ways_room"]
    ]
    written = json_document.write(json_document.read(data, SCHEMA).journal, SCHEMA)
    return data, json.dumps(old).encode(), written


def _sheets() -> tuple[bytes, ...]:
    with TemporaryDirectory() as folder:
        made = Path(CSV.make(good_book(), Path(folder)))
        by_hand = tuple((made / f"{name}.csv").read_bytes() for name in ("client", "provider"))
        data = Path(JSON.make(good_book(), made)).read_bytes()
        journal = json_document.read(data, SCHEMA).journal
        csv_folder.write(journal, made / "written", SCHEMA)
        return (*by_hand, (made / "written" / "client.csv").read_bytes())


def _with_sheet(data: bytes) -> Said:
    """As the file of clients, and as that of providers, among others that are good."""
    folder = scratch() / "csv"
    if not folder.exists():
        folder.mkdir()
        CSV.make(good_book(), folder)
    good = (folder / "client.csv").read_bytes()
    (folder / "client.csv").write_bytes(data)
    try:
        said = kept_and_told(read_journal(folder, SCHEMA))
    finally:
        (folder / "client.csv").write_bytes(good)
    put("csv-provider/provider.csv", data)
    put("csv-provider/schema.json", json.dumps(TAG).encode())
    return said + kept_and_told(read_journal(scratch() / "csv-provider", SCHEMA))


def _with_tag(data: bytes) -> Said:
    put("csv-tag/provider.csv", b"id,recorded_on\np-1,2018-04-15\n")
    return kept_and_told(read_journal(put("csv-tag/schema.json", data).parent, SCHEMA))


READERS = (
    Reader(
        id="journal-json",
        says="a journal as a JSON document",
        build=Build.JSON,
        examples=_documents,
        read=lambda data: kept_and_told(read_journal(put("journal.json", data), SCHEMA)),
        runs=40,
    ),
    Reader(
        id="journal-csv",
        says="a journal as a folder of CSV files: one of the files",
        build=Build.LINES,
        examples=_sheets,
        read=_with_sheet,
    ),
    Reader(
        id="journal-tag",
        says="the tag of a folder of CSV files",
        build=Build.JSON,
        examples=lambda: (json.dumps(TAG).encode(),),
        read=_with_tag,
    ),
)
