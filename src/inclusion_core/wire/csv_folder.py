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
from collections.abc import Iterable, Iterator, Sequence
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
from inclusion_core.wire.tag import SCHEMA_NAME, SCHEMA_VERSION, TAG, opened
from inclusion_core.wire.writing import Row, rows_of

__all__ = ["read", "write"]

_TAG_FILE = "schema.json"


def read(folder: Path | str, schema: Schema, *, max_bytes: int = MAX_BYTES) -> Reading:
    """The journal that a folder holds.

    Args:
        folder: The folder; what does not look like CSV in it is passed over.
        schema: The record types that there are.
        max_bytes: A larger file is not read.
    """
    recorded_types(schema)  # a schema that no file can hold is refused before anything is read
    return together(_parts(Path(folder), schema, max_bytes))


def _parts(folder: Path, schema: Schema, max_bytes: int) -> Iterator[Part]:
    names = _names_in(folder)
    if isinstance(names, Problem):
        yield Part(findings=(names.at(Place()),))
        return
    readable, problems = _tag(folder, names, max_bytes)
    yield Part(findings=tuple(problem.at(Place(file=_TAG_FILE)) for problem in problems))
    if not readable:
        return
    files = {f"{record_type.name}.csv": record_type for record_type in schema}
    recorded = [name for name, record_type in files.items() if not record_type.derived]
    sheets = [name for name in names if _looks_like_csv(name)]
    for position, name in strangers(sheets, files):
        yield Part(findings=(unknown_name(UNKNOWN_FILE, name, recorded, position).at(Place()),))
    converter = shared_converter(schema)
    for name in sheets:
        if name in files:
            sheet = Sheet(file=name, record_type=files[name], converter=converter)
            yield _file(folder, sheet, max_bytes)


def _names_in(folder: Path) -> list[str] | Problem:
    try:
        if not folder.is_dir():
            return NOT_A_FOLDER if folder.exists() else NOT_THERE
        return sorted(path.name for path in folder.iterdir())
    except OSError:
        return UNREADABLE


def _looks_like_csv(name: str) -> bool:
    return name.lower().endswith(".csv") and not name.startswith(".")


def _tag(folder: Path, names: Sequence[str], max_bytes: int) -> tuple[bool, tuple[Problem, ...]]:
    """Whether the folder may be read, and what is wrong with its tag."""
    if _TAG_FILE not in names:
        return True, (UNTAGGED_FOLDER.filled(name=SCHEMA_NAME, version=SCHEMA_VERSION),)
    data = content_of(folder / _TAG_FILE, max_bytes=max_bytes, inside=folder)
    if isinstance(data, Problem):
        return False, (data,)
    tag, problems = opened(data, TAG)
    return tag is not None, problems


def _file(folder: Path, sheet: Sheet, max_bytes: int) -> Part:
    if sheet.record_type.derived:
        return Part(findings=(DERIVED_TYPE.at(sheet.place(None)),))
    data = content_of(folder / sheet.file, max_bytes=max_bytes, inside=folder)
    if isinstance(data, Problem):
        return Part(findings=(data.at(sheet.place(None)),))
    return sheet_part(data, sheet)


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
    put(folder, [*contents, (_TAG_FILE, f"{json.dumps(dict(TAG))}\n".encode())])


def _text(record_type: RecordType, rows: Iterable[Row]) -> str:
    columns = columns_of(record_type)
    text = StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(heading for column in columns for heading in column.headings)
    writer.writerows(cells_of(row, columns) for row in rows)
    return text.getvalue()
