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
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from inclusion_core.expr.schema import Schema
from inclusion_core.findings import Finding, Place
from inclusion_core.model.caseload import Journal
from inclusion_core.model.versions import Version
from inclusion_core.wire.converter import shared_converter
from inclusion_core.wire.entries import Entry, Sheet, told_entry
from inclusion_core.wire.fast_lane import AT_ONCE
from inclusion_core.wire.file_problems import NOT_A_LIST, NOT_AN_OBJECT
from inclusion_core.wire.files import MAX_BYTES, content_of
from inclusion_core.wire.history_problems import DERIVED_TYPE, UNKNOWN_TYPE
from inclusion_core.wire.json_lists import LeftToReferenceError, Listed, quickly_opened
from inclusion_core.wire.names import strangers, unknown_name
from inclusion_core.wire.problems import Problem, Refused
from inclusion_core.wire.reading import Part, Reading, part_of_rows, together
from inclusion_core.wire.tag import TAG_NAMES, opened, tag_of, tag_problem, type_versions
from inclusion_core.wire.type_versions import WrittenType, WrittenTypes, told_apart, written_types
from inclusion_core.wire.writing import rows_of
from inclusion_core.wire.written_rows import Row

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
        return _read(source, "", schema, types)
    path = Path(source)
    data = content_of(path, max_bytes=max_bytes)
    if isinstance(data, Problem):
        return together([Part(findings=(data.at(Place(file=path.name)),))])
    return _read(data, path.name, schema, types)


def _read(data: bytes, file: str, schema: Schema, types: WrittenTypes) -> Reading:
    swift = quickly_opened(data)
    if swift is not None and tag_problem(swift.tag) is None:
        try:
            parts = list(_parts(swift.records, type_versions(swift.tag), file, schema, types))
            swift.check()
            return together(parts)
        except LeftToReferenceError:
            pass
    return together(_document(data, file, schema, types))


def _document(data: bytes, file: str, schema: Schema, types: WrittenTypes) -> Iterator[Part]:
    """The parts of a document that the reference parses."""
    document, problems = opened(data, _NAMES)
    yield Part(findings=tuple(problem.at(Place(file=file)) for problem in problems))
    if document is None:
        return
    records = document.get("records")
    if not isinstance(records, dict):
        yield _fault(_problem(records, NOT_AN_OBJECT), Place(file=file, field="records"))
        return
    yield from _parts(records, type_versions(document), file, schema, types)


def _parts(
    records: Mapping[str, object],
    versions: Mapping[str, int],
    file: str,
    schema: Schema,
    types: WrittenTypes,
) -> Iterator[Part]:
    converter = shared_converter(schema)
    known = {name for name, _ in types}
    recorded = [each.name for each in schema if not each.derived]
    for position, name in strangers(records, known | schema.record_types.keys()):
        yield _fault(unknown_name(UNKNOWN_TYPE, name, recorded, position), Place(file=file))
    for name in records:
        if name in schema.record_types and name not in known:
            yield _fault(DERIVED_TYPE, Place(file=file, record_type=name))
    of_types = [name for name in records if name in known]
    for name, written in told_apart(of_types, versions, types):
        if isinstance(written, Problem):
            yield _fault(written, Place(file=file))
        else:
            sheet = Sheet(file=file, record_type=written.record_type, converter=converter)
            yield _part(records[name], sheet, written)


def _part(listed: object, sheet: Sheet, written: WrittenType) -> Part:
    if isinstance(listed, list):
        return _listed(Listed(listed), sheet, written)
    if isinstance(listed, Listed):
        return _listed(listed, sheet, written)
    return _fault(_problem(listed, NOT_A_LIST), sheet.place(None))


def _listed(listed: Listed, sheet: Sheet, written: WrittenType) -> Part:
    def row(item: object) -> object:
        return written.row(item) if isinstance(item, dict) else item

    taken: list[Version | None] = []
    for first in range(0, len(listed), AT_ONCE):
        items = listed.some(first, first + AT_ONCE)
        taken += sheet.lane.taken(list(map(row, items)) if written.changes else items)
    told: list[Entry] = []
    others: list[Finding] = []
    for place, version in enumerate(taken):
        if version is None:
            item = listed.told(place)
            if isinstance(item, dict):
                told.append(told_entry(written.row(item), sheet, place + 1))
            else:
                others.append(_problem(item, NOT_AN_OBJECT).at(sheet.place(place + 1)))
    return part_of_rows(sheet, taken, told, others)


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
        f"{_json(name)}: {_lines('[', _each_on_a_line(rows), ']')}"
        for name, rows in rows_of(journal, schema).items()
    )
    head = _json(tag_of(schema)).removesuffix("}")
    return f'{head}, "records": {_lines("{", lists, "}")}}}\n'.encode()


def _lines(opening: str, lines: Iterable[str], closing: str) -> str:
    return f"{opening}\n" + ",\n".join(lines) + f"\n{closing}"


def _each_on_a_line(rows: Sequence[Row]) -> Iterator[str]:
    """Rows as JSON, many at once: between two of them stands what else only a text can hold."""
    for first in range(0, len(rows), AT_ONCE):
        some = rows[first : first + AT_ONCE]
        text = _json(some)[1:-1]
        if text.count(_BETWEEN) == len(some) - 1:
            yield text.replace(_BETWEEN, "},\n{")
        else:
            yield from map(_json, some)


_BETWEEN = "}, {"
_json = json.JSONEncoder(ensure_ascii=False, allow_nan=False).encode
