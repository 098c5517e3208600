"""The ways in by files of texts: a folder of CSV files, and a JSON document."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from inclusion_core.fields import FieldKind
from inclusion_core.wire import read_journal
from ways_lab.caseload import CANARY, SCHEMA, Book
from ways_lab.outcome import Outcome, of_reading
from ways_lab.way import Harm, Way, overwritten, truncated

__all__ = ["CSV", "JSON", "TAG", "journal_in", "numbers_in"]

TAG = {"schema": "inclusion_core", "schema_version": 1, "type_versions": {"ways_room": 2}}
NOT_OURS = f"{CANARY}\n%PDF-1.4\n"
OLD_TAG = {"schema": "inclusion_core", "schema_version": 1}


def journal_in(path: Path) -> Outcome:
    """What a folder or document holds."""
    return of_reading(read_journal(path, SCHEMA))


def numbers_in(name: str) -> set[str]:
    """The columns of a table that hold whole numbers."""
    fields = SCHEMA[name].recorded_fields
    return {"version", *(field.name for field in fields if field.kind is FieldKind.NUMBER)}


# A folder of CSV files.


def _write_folder(book: Book, folder: Path) -> Path:
    for name, rows in book.items():
        heading = list(rows[0]) if rows else ["id", "recorded_on", *_required(name)]
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, heading)
            writer.writeheader()
            writer.writerows(rows)
    (folder / "schema.json").write_text(json.dumps(TAG), encoding="utf-8")
    return folder


def _required(name: str) -> list[str]:
    return [each.name for each in SCHEMA[name].recorded_fields if each.required][1:]


def _tagged(**tag: object) -> Harm:
    def harm(folder: Path) -> None:
        (folder / "schema.json").write_text(json.dumps({**TAG, **tag}), encoding="utf-8")

    return harm


def _older_folder(folder: Path) -> None:
    _in_file("ways_room.csv", lambda text: text.replace(b"floor", b"storey"))(folder)
    (folder / "schema.json").write_text(json.dumps(OLD_TAG), encoding="utf-8")


def _not_utf_8(folder: Path) -> None:
    """As an old Windows writes it, and as some spreadsheets do."""
    _in_file("provider.csv", lambda data: data.replace(b"Provider", CANARY.encode("cp1257")))(
        folder
    )
    _in_file("arrival.csv", lambda data: data.decode().encode("utf-16"))(folder)


def _in_file(name: str, change: Callable[[bytes], bytes]) -> Callable[[Path], None]:
    def harm(folder: Path) -> None:
        (folder / name).write_bytes(change((folder / name).read_bytes()))

    return harm


def _nothing(path: Path) -> Path:
    return path.parent / "elsewhere"


CSV = Way(
    id="csv",
    says="folder of CSV files",
    make=_write_folder,
    read=journal_in,
    harms={
        "nothing-there": _nothing,
        "foreign": _in_file("client.csv", lambda _: NOT_OURS.encode()),
        "other-schema": _tagged(schema="CANARY"),
        "newer": _tagged(schema_version=2),
        "newer-type": _tagged(type_versions={"ways_room": 3}),
        "older": _older_folder,
        "truncated": _in_file("client.csv", lambda data: data[:-15]),
        "overwritten": lambda folder: overwritten(folder / "client.csv"),
        "not-utf-8": _not_utf_8,
        "half-character": _in_file("provider.csv", lambda d: d.replace(b"Prov", b"\xed\xa0\x80")),
        "empty-file": _in_file("client.csv", lambda _: b""),
    },
)


# A JSON document.


def _write_document(book: Book, folder: Path) -> Path:
    records = {name: [_item(row, numbers_in(name)) for row in rows] for name, rows in book.items()}
    return _put(folder / "cases.json", {**TAG, "records": records})


def _item(row: dict[str, str], numbers: set[str]) -> dict[str, object]:
    return {
        key: int(text) if key in numbers and text.isdigit() else text
        for key, text in row.items()
        if text
    }


def _put(file: Path, document: dict[str, Any]) -> Path:
    file.write_text(json.dumps(document, ensure_ascii=False), encoding="utf-8")
    return file


def _changed(**tag: object) -> Harm:
    return lambda file: _put(file, {**json.loads(file.read_text("utf-8")), **tag})


def _in_document(was: bytes, now: bytes) -> Harm:
    def harm(file: Path) -> None:
        file.write_bytes(file.read_bytes().replace(was, now, 1))

    return harm


def _whole(data: bytes) -> Harm:
    def harm(file: Path) -> None:
        file.write_bytes(data)

    return harm


def _older_document(file: Path) -> None:
    text = file.read_text("utf-8").replace("floor", "storey").replace('"ways_room": 2', "")
    file.write_text(text, encoding="utf-8")


JSON = Way(
    id="json",
    says="JSON document",
    make=_write_document,
    read=journal_in,
    harms={
        "nothing-there": lambda file: file.with_name("elsewhere.json"),
        "foreign": _whole(NOT_OURS.encode()),
        "other-schema": _changed(schema="CANARY"),
        "newer": _changed(schema_version=2),
        "newer-type": _changed(type_versions={"ways_room": 3}),
        "older": _older_document,
        "truncated": truncated,
        "overwritten": overwritten,
        "not-utf-8": _in_document(b"Provider", b"Provid\xe9r"),
        "half-character": _in_document(b"Provider", b"\\ud83d"),
        "empty-file": _whole(b""),
    },
)
