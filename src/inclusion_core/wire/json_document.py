"""A journal as one JSON document.

    {"schema": "inclusion_core", "schema_version": 1,
     "records": {"client": [{"id": "c-1", "recorded_on": "2018-04-15", "provider_id": "p-1"}]}}

Each item of a list is one version: the names of the envelope (``id``, ``version``,
``recorded_on``, ``sequence``, ``recorded_by``, ``act``, ``why``), then the fields of the record.
A name that is left out means its default; writing puts all of them in. The row of a place is
the position in the list, from 1. A byte order mark is accepted, and never written.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from inclusion_core.expr.schema import RecordType, Schema
from inclusion_core.findings import Place
from inclusion_core.model.caseload import Journal
from inclusion_core.wire.converter import shared_converter
from inclusion_core.wire.entries import Sheet, entry_of
from inclusion_core.wire.file_problems import NOT_A_LIST, NOT_AN_OBJECT
from inclusion_core.wire.files import MAX_BYTES, content_of
from inclusion_core.wire.history_problems import DERIVED_TYPE, UNKNOWN_TYPE
from inclusion_core.wire.layout import recorded_types
from inclusion_core.wire.names import strangers, unknown_name
from inclusion_core.wire.problems import Problem, Refused
from inclusion_core.wire.reading import Part, Reading, part_of, together
from inclusion_core.wire.tag import TAG, opened
from inclusion_core.wire.writing import rows_of

__all__ = ["read", "write"]

_NAMES = (*TAG, "records")


def read(source: Path | str | bytes, schema: Schema, *, max_bytes: int = MAX_BYTES) -> Reading:
    """The journal that a document holds.

    Args:
        source: Path of the document, or its bytes.
        schema: The record types that there are.
        max_bytes: A larger document is not read.
    """
    types = recorded_types(schema)
    if isinstance(source, bytes):
        return together(_document(source, "", schema, types))
    path = Path(source)
    data = content_of(path, max_bytes=max_bytes)
    if isinstance(data, Problem):
        return together([Part(findings=(data.at(Place(file=path.name)),))])
    return together(_document(data, path.name, schema, types))


def _document(
    data: bytes, file: str, schema: Schema, types: Mapping[str, RecordType]
) -> Iterator[Part]:
    place = Place(file=file)
    document, problems = opened(data, _NAMES)
    yield Part(findings=tuple(problem.at(place) for problem in problems))
    if document is None:
        return
    records = document.get("records")
    if not isinstance(records, dict):
        yield _fault(_problem(records, NOT_AN_OBJECT), Place(file=file, field="records"))
        return
    converter = shared_converter(schema)
    for position, name in strangers(records, schema.record_types):
        yield _fault(unknown_name(UNKNOWN_TYPE, name, types, position), place)
    for name in records:
        if name in types:
            sheet = Sheet(file=file, record_type=types[name], converter=converter)
            yield _listed(records[name], sheet)
        elif name in schema.record_types:
            yield _fault(DERIVED_TYPE, Place(file=file, record_type=name))


def _listed(listed: object, sheet: Sheet) -> Part:
    if not isinstance(listed, list):
        return _fault(_problem(listed, NOT_A_LIST), sheet.place(None))
    numbered = list(enumerate(listed, start=1))
    return part_of(
        sheet,
        (entry_of(item, sheet, row) for row, item in numbered if isinstance(item, dict)),
        (
            _problem(item, NOT_AN_OBJECT).at(sheet.place(row))
            for row, item in numbered
            if not isinstance(item, dict)
        ),
        rows_read=len(numbered),
    )


def _problem(value: object, otherwise: Problem) -> Problem:
    return value.problem if isinstance(value, Refused) else otherwise


def _fault(problem: Problem, place: Place) -> Part:
    return Part(findings=(problem.at(place),))


def write(journal: Journal, schema: Schema) -> bytes:
    """A journal as a document: UTF-8, one line a version, in the order of ``Version.order``.

    Equal journals give equal bytes, in whatever order their versions are.

    Raises:
        NotWritableError: What would be written could not be read back as it is.
    """
    lists = (
        f"{_json(name)}: {_lines('[', map(_json, rows), ']')}"
        for name, rows in rows_of(journal, schema).items()
    )
    head = _json(dict(TAG)).removesuffix("}")
    return f'{head}, "records": {_lines("{", lists, "}")}}}\n'.encode()


def _lines(opening: str, lines: Iterable[str], closing: str) -> str:
    return f"{opening}\n" + ",\n".join(lines) + f"\n{closing}"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)
