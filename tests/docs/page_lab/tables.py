"""Tables of answers: a row is a record, a column with an expression over it what it is for that.

A table is announced by a comment that names the record type: ``<!-- answers about client -->``.
Headings in code are expressions; other headings are fields, lists of records, or ``known on``, the
day up to which the records are known (``-``: as things stand). Every reader must give the answers
that the page shows: objects, Polars and DuckDB.

In a cell of a field ``?`` is a value that was not asked for, and ``-`` one that is absent. In a
cell of a list records are divided by commas and hold the fields of ``LISTS`` in order. The name
``others`` of the page holds records that those of the table may name.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any

from sybil import Document, Example, Region
from sybil.example import SybilFailure

from inclusion_core import SCHEMA
from inclusion_core.expr import (
    CodeExpression,
    Condition,
    DayExpression,
    Expression,
    nodes,
)
from inclusion_core.expr.frames import FrameReader, Tables
from inclusion_core.expr.objects import UNKNOWN_CODE, ObjectReader
from inclusion_core.expr.records import Records
from inclusion_core.fields import Record, type_name
from inclusion_core.truth import Truth
from inclusion_core.values import ABSENT, ALWAYS, NEVER
from inclusion_core.wire import converter_of

_TABLE = re.compile(
    r"^<!-- answers about (?P<about>\w+) -->\n\n?(?P<table>(?:\|.*(?:\n|\Z))+)", re.MULTILINE
)
_CELLS = re.compile(r"(?<!\\)\|")

LISTS = {
    "arrivals": ("arrival", ("country", "arrived_on")),
    "funding_shares": ("funding_share", ("operation_id",)),
    "participations": ("participation", ("programme_id", "entered_on", "left_on")),
    "protection_spells": ("protection_spell", ("kind", "first_day", "last_day")),
}
"""What stands in a cell of a list, one word for each field."""

_FILLED = {"client": {"provider_id": "p"}, "funding_share": {"percent": "85"}}
_FILLED |= {"fund": {"name": "Fund"}}
_FILLED |= {"operation": {"number": "1", "title": "Operation", "beneficiary": "Beneficiary"}}
_CONVERTER = converter_of(SCHEMA)


def answer_tables(document: Document) -> Iterable[Region]:
    """The tables of a page."""
    for found in _TABLE.finditer(document.text):
        yield Region(found.start(), found.end(), (found["about"], found["table"]), _check)


def _check(example: Example) -> None:
    about, table = example.parsed
    heading, _, *rows = [_cells(line) for line in table.splitlines()]
    expressions = {
        f"x{place}": eval(name.strip("`"), example.namespace)  # the page is the author's own
        for place, name in enumerate(heading)
        if name.startswith("`")
    }
    others: Sequence[Record] = example.namespace.get("others", ())
    asked: dict[date | None, list[tuple[str, list[str]]]] = defaultdict(list)
    records: dict[date | None, list[Record]] = defaultdict(lambda: [*others])
    for place, row in enumerate(rows):
        values = dict(zip(heading, row, strict=True))
        on = values.pop("known on", "-")
        known_on = None if on == "-" else date.fromisoformat(on)
        given = {name: value for name, value in values.items() if not name.startswith("`")}
        key = f"asked-{place}"
        asked[known_on].append((key, row))
        records[known_on] += _records(about, key, given)
    wrong = [
        f"{' | '.join(row)}: {reader} says {answers[asked_id, key]} of {heading[int(key[1:])]}"
        for known_on, its_rows in asked.items()
        for reader, answers in _answers(about, records[known_on], expressions, known_on)
        for asked_id, row in its_rows
        for key in expressions
        if answers[asked_id, key] != row[int(key[1:])]
    ]
    if wrong or not expressions or not rows:
        raise SybilFailure(example, "\n".join(wrong) or "the table asks nothing")


def _cells(line: str) -> list[str]:
    return [cell.strip().replace(r"\|", "|") for cell in _CELLS.split(line)[1:-1]]


def _records(about: str, key: str, given: dict[str, str]) -> Iterator[Record]:
    fields = {name: text for name, text in given.items() if name not in LISTS}
    yield _record(about, key, fields, key)
    for name in given.keys() & LISTS.keys():
        kind, names = LISTS[name]
        listed = [] if given[name] == "none" else given[name].split(", ")
        for place, words in enumerate(listed):
            values = dict(zip(names, words.split(" "), strict=True))
            yield _record(kind, f"{key}-{kind}-{place}", {**values, f"{about}_id": key}, key)


def _record(kind: str, key: str, texts: dict[str, str], asked: str) -> Record:
    fields = SCHEMA[kind].fields
    values = {name: _value(text, fields[name].kind.value) for name, text in texts.items()}
    needed = {name: text for name, text in _FILLED.get(kind, {}).items() if name not in values}
    written = {"id": key, **needed, **values}
    if kind == "participation":
        written.setdefault("client_id", asked)
    record: Record = _CONVERTER.structure(written, SCHEMA[kind].record_class)
    return record


def _value(text: str, kind: str) -> object:
    if text == "?":
        return {"unknown": "not_asked"}
    if text == "-":
        return None
    return int(text) if kind == "number" else text


def _answers(
    about: str, records: Sequence[Record], expressions: dict[str, Expression[Any]], on: date | None
) -> Iterator[tuple[str, dict[tuple[str, str], str]]]:
    """What each reader says of each record that is asked about, by its id, and each expression."""
    by_type: dict[str, list[Record]] = defaultdict(list)
    for record in records:
        by_type[type_name(type(record))].append(record)
    reader = ObjectReader(Records(SCHEMA, by_type), known_on=on)
    yield (
        "objects",
        {
            (record.id, key): _of_object(reader, of, record)
            for record in by_type[about]
            for key, of in expressions.items()
        },
    )
    for engine in ("polars", "duckdb", "pyarrow"):
        tables = Tables.of_records(SCHEMA, by_type, engine=engine)  # type: ignore[arg-type]
        frame = FrameReader(tables, known_on=on).read(about, expressions).collect("polars")
        yield (
            engine,
            {
                (row["id"], key): _of_columns(row, key, of)
                for row in frame.rows(named=True)
                for key, of in expressions.items()
            },
        )


def _of_object(reader: ObjectReader, of: Expression[Any], record: Record) -> str:
    if isinstance(of, Condition):
        return reader.truth(of, record).value
    if isinstance(of, DayExpression):
        return _days(*reader.day(of, record))
    if isinstance(of, CodeExpression):
        code = reader.code(of, record)
        return {ABSENT: "absent", UNKNOWN_CODE: "unknown"}.get(code) or str(code)
    return _numbers(*reader.number(of.node, record))


def _of_columns(row: dict[str, Any], key: str, of: Expression[Any]) -> str:
    if isinstance(of, Condition):
        return Truth.of(row[key]).value
    if isinstance(of, DayExpression):
        return _days(row[f"{key}_earliest"], row[f"{key}_latest"])
    if isinstance(of, CodeExpression):
        return "unknown" if row[key] is None else row[key] or "absent"
    return _numbers(row[f"{key}_least"], row[f"{key}_most"])


def _days(earliest: date, latest: date) -> str:
    if (earliest, latest) == (ALWAYS, NEVER):
        return "any day"
    if earliest == latest:
        return _day(earliest)
    if earliest == ALWAYS:
        return f"by {_day(latest)}"
    return f"{_day(earliest)} or later" if latest == NEVER else f"{earliest} to {latest}"


def _day(day: date) -> str:
    return "never" if day == NEVER else day.isoformat()


def _numbers(least: int, most: int) -> str:
    if most in (nodes.COUNT_MOST, nodes.SUM_MOST):
        return f"{least} or more"
    return str(least) if least == most else f"{least} to {most}"
