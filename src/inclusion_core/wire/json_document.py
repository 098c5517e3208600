"""A journal as one JSON document.

    {"schema": "inclusion_core", "schema_version": 1,
     "records": {"client": [{"id": "c-1", "recorded_on": "2018-04-15", "provider_id": "p-1"}]}}

Each item of a list is one version: the names of the envelope (``id``, ``version``,
``recorded_on``, ``sequence``, ``recorded_by``, ``act``, ``why``), then the fields of the record.
A name that is left out means its default; writing puts all of them in. The row of a place is
the position in the list, from 1. Lists of an earlier version are read as
:mod:`~inclusion_core.wire.type_versions` says. A byte order mark is accepted, and never written.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from inclusion_core.expr.schema import Schema
from inclusion_core.findings import Place
from inclusion_core.model.caseload import Journal
from inclusion_core.wire.converter import shared_converter
from inclusion_core.wire.entries import Sheet, entry_of
from inclusion_core.wire.file_problems import NOT_A_LIST, NOT_AN_OBJECT
from inclusion_core.wire.files import MAX_BYTES, content_of
from inclusion_core.wire.history_problems import DERIVED_TYPE, UNKNOWN_TYPE
from inclusion_core.wire.names import strangers, unknown_name
from inclusion_core.wire.problems import Problem, Refused
from inclusion_core.wire.reading import Part, Reading, part_of, together
from inclusion_core.wire.tag import TAG_NAMES, opened, tag_of, type_versions
from inclusion_core.wire.type_versions import WrittenType, WrittenTypes, told_apart, written_types
from inclusion_core.wire.writing import rows_of

__all__ = ["read", "write"]

_NAMES = (*TAG_NAMES, "records")


def read(source: Path | str | bytes, schema: Schema, *, max_bytes: int = MAX_BYTES) -> Reading:
    """The journal that a document holds.

    Args:
        source: Path of the document, or its bytes.
        schema: The record types that there are.
        max_bytes: A larger document is not read.
    """
    types = written_types(schema)
    if isinstance(source, bytes):
        return together(_document(source, "", schema, types))
    path = Path(source)
    data = content_of(path, max_bytes=max_bytes)
    if isinstance(data, Problem):
        return together([Part(findings=(data.at(Place(file=path.name)),))])
    return together(_document(data, path.name, schema, types))


def _document(data: bytes, file: str, schema: Schema, types: WrittenTypes) -> Iterator[Part]:
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
    known = {name for name, _ in types}
    recorded = [each.name for each in schema if not each.derived]
    for position, name in strangers(records, known | schema.record_types.keys()):
        yield _fault(unknown_name(UNKNOWN_TYPE, name, recorded, position), place)
    for name in records:
        if name in schema.record_types and name not in known:
            yield _fault(DERIVED_TYPE, Place(file=file, record_type=name))
    of_types = [name for name in records if name in known]
    for name, written in told_apart(of_types, type_versions(document), types):
        if isinstance(written, Problem):
            yield _fault(written, Place(file=file))
        else:
            sheet = Sheet(file=file, record_type=written.record_type, converter=converter)
            yield _listed(records[name], sheet, written)


def _listed(listed: object, sheet: Sheet, written: WrittenType) -> Part:
    if not isinstance(listed, list):
        return _fault(_problem(listed, NOT_A_LIST), sheet.place(None))
    numbered = list(enumerate(listed, start=1))
    return part_of(
        sheet,
        (
            entry_of(written.row(item), sheet, row)
            for row, item in numbered
            if isinstance(item, dict)
        ),
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
    head = _json(tag_of(schema)).removesuffix("}")
    return f'{head}, "records": {_lines("{", lists, "}")}}}\n'.encode()


def _lines(opening: str, lines: Iterable[str], closing: str) -> str:
    return f"{opening}\n" + ",\n".join(lines) + f"\n{closing}"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)
