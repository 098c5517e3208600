r"""A journal as a folder of CSV files, one for each record type, and ``schema.json``.

Columns: the envelope (``id``, ``version``, ``recorded_on``, ``sequence``, ``recorded_by``,
``act``, ``why``), then the fields; beside each field that may be unknown its companion. Files made
by hand may leave out every column that need not be filled in. What is written is the same for
the same journal, byte for byte: UTF-8 without byte order mark, commas, ``\n``.

A text is written as it is. One that begins with ``=``, ``+``, ``-`` or ``@`` may be taken for a
formula by a spreadsheet: import the columns as text, do not double-click a file that others
made. Ids cannot begin so.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from io import StringIO
from pathlib import Path

from inclusion_core.expr.schema import RecordType, Schema
from inclusion_core.findings import Place
from inclusion_core.model.caseload import Journal
from inclusion_core.wire.converter import shared_converter
from inclusion_core.wire.csv_cells import cells_of
from inclusion_core.wire.csv_sheet import sheet_part
from inclusion_core.wire.entries import Sheet
from inclusion_core.wire.file_problems import (
    NOT_A_FOLDER,
    NOT_THERE,
    UNKNOWN_FILE,
    UNREADABLE,
    UNTAGGED_FOLDER,
)
from inclusion_core.wire.files import MAX_BYTES, content_of, put
from inclusion_core.wire.history_problems import DERIVED_TYPE
from inclusion_core.wire.layout import columns_of, recorded_types
from inclusion_core.wire.names import strangers, unknown_name
from inclusion_core.wire.problems import Problem
from inclusion_core.wire.reading import Part, Reading, together
from inclusion_core.wire.tag import (
    SCHEMA_NAME,
    SCHEMA_VERSION,
    TAG_NAMES,
    opened,
    tag_of,
    type_versions,
)
from inclusion_core.wire.type_versions import WrittenType, WrittenTypes, told_apart, written_types
from inclusion_core.wire.writing import Row, rows_of

__all__ = ["TAG_FILE", "names_in", "read", "versions_in", "write"]

TAG_FILE = "schema.json"
"""The file of a folder that says of which schema it is."""


def read(folder: Path | str, schema: Schema, *, max_bytes: int = MAX_BYTES) -> Reading:
    """The journal that a folder holds.

    Args:
        folder: The folder; what does not look like CSV in it is passed over.
        schema: The record types that there are.
        max_bytes: A larger file is not read.
    """
    types = written_types(schema)  # raises before anything is read
    return together(_parts(Path(folder), schema, types, max_bytes))


def _parts(folder: Path, schema: Schema, types: WrittenTypes, max_bytes: int) -> Iterator[Part]:
    names = names_in(folder)
    if isinstance(names, Problem):
        yield Part(findings=(names.at(Place()),))
        return
    versions, problems = versions_in(folder, names, max_bytes)
    yield Part(findings=tuple(problem.at(Place(file=TAG_FILE)) for problem in problems))
    if versions is None:
        return
    stood = {f"{name}.csv": name for name, _ in types}
    derived = {f"{each.name}.csv": each for each in schema if each.derived}
    recorded = [f"{each.name}.csv" for each in schema if not each.derived]
    sheets = [name for name in names if _looks_like_csv(name)]
    for position, name in strangers(sheets, stood.keys() | derived.keys()):
        yield Part(findings=(unknown_name(UNKNOWN_FILE, name, recorded, position).at(Place()),))
    for name in sheets:
        if name in derived and name not in stood:
            place = Place(file=name, record_type=derived[name].name)
            yield Part(findings=(DERIVED_TYPE.at(place),))
    of_types = [stood[name] for name in sheets if name in stood]
    converter = shared_converter(schema)
    for name, written in told_apart(of_types, versions, types):
        file = f"{name}.csv"
        if isinstance(written, Problem):
            yield Part(findings=(written.at(Place(file=file)),))
        else:
            sheet = Sheet(file=file, record_type=written.record_type, converter=converter)
            yield _file(folder, sheet, written, max_bytes)


def names_in(folder: Path) -> list[str] | Problem:
    """The names of what lies in a folder, sorted; or why nobody can tell."""
    try:
        if not folder.is_dir():
            return NOT_A_FOLDER if folder.exists() else NOT_THERE
        return sorted(path.name for path in folder.iterdir())
    except OSError:
        return UNREADABLE


def _looks_like_csv(name: str) -> bool:
    return name.lower().endswith(".csv") and not name.startswith(".")


def versions_in(
    folder: Path, names: Sequence[str], max_bytes: int
) -> tuple[Mapping[str, int] | None, tuple[Problem, ...]]:
    """The versions of record types, ``None`` if nothing may be read, and what is wrong with it."""
    if TAG_FILE not in names:
        return {}, (UNTAGGED_FOLDER.filled(name=SCHEMA_NAME, version=SCHEMA_VERSION),)
    data = content_of(folder / TAG_FILE, max_bytes=max_bytes, inside=folder)
    if isinstance(data, Problem):
        return None, (data,)
    tag, problems = opened(data, TAG_NAMES)
    return None if tag is None else type_versions(tag), problems


def _file(folder: Path, sheet: Sheet, written: WrittenType, max_bytes: int) -> Part:
    data = content_of(folder / sheet.file, max_bytes=max_bytes, inside=folder)
    if isinstance(data, Problem):
        return Part(findings=(data.at(sheet.place(None)),))
    return sheet_part(data, sheet, written)


def write(journal: Journal, folder: Path | str, schema: Schema) -> None:
    """Write a journal: a file for every record type that is not worked out, with or without rows.

    All files are written beside their places before the first takes its place, ``schema.json``
    last. A file of another name in the folder is left alone. Only the owner may read the files.

    Raises:
        NotWritableError: What would be written could not be read back as it is.
    """
    rows = rows_of(journal, schema)
    contents = [
        (f"{name}.csv", _text(record_type, rows.get(name, ())).encode())
        for name, record_type in recorded_types(schema).items()
    ]
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    put(folder, [*contents, (TAG_FILE, f"{json.dumps(tag_of(schema))}\n".encode())])


def _text(record_type: RecordType, rows: Iterable[Row]) -> str:
    columns = columns_of(record_type)
    text = StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(heading for column in columns for heading in column.headings)
    writer.writerows(cells_of(row, columns) for row in rows)
    return text.getvalue()
