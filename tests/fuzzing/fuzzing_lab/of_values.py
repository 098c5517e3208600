"""Readers of values that another program hands over: rows of tables, expressions, arguments."""

from __future__ import annotations

import json
from contextlib import redirect_stdout
from io import StringIO
from typing import Any

from ways_lab.caseload import BORN, GOOD, SCHEMA
from ways_lab.rows_way import MAPPING as ROWS

from fuzzing_lab.choices import Choices
from fuzzing_lab.mutating import Build
from fuzzing_lab.of_journals import kept_and_told
from fuzzing_lab.reader import Reader, Said, told
from fuzzing_lab.values import drawn_value
from inclusion_core.cli.commands import COMMANDS
from inclusion_core.cli.parser import Parser
from inclusion_core.expr import subject
from inclusion_core.expr.spelled import spelled
from inclusion_core.facts.rows import ClientRow
from inclusion_core.findings import Finding
from inclusion_core.model.client import Client, Gender
from inclusion_core.rows import RowMapping, day_of, rows_of
from inclusion_core.values import FIRST_DAY, parse_day
from inclusion_core.wire.expressions import expression_json, read_expression

__all__ = ["READERS"]


MOMENTS = RowMapping(
    schema=SCHEMA,
    tables={"client": rows_of(Client, id="id", provider_id="id", born_on=day_of("recorded_on"))},
)


def _rows(data: bytes) -> Said:
    """The good rows, with some values, names and whole tables replaced by anything."""
    choices = Choices(data)
    given: dict[str, Any] = {name: [dict(row) for row in rows] for name, rows in GOOD.items()}
    for _ in range(choices.below(6)):
        table = choices.pick(sorted(GOOD))
        rows = given[table]
        if not isinstance(rows, list) or not rows:
            continue
        at = choices.below(len(rows))
        match choices.below(6):
            case 0:
                given[table] = drawn_value(choices)
            case 1:
                rows[at] = drawn_value(choices)
            case 2 if isinstance(rows[at], dict):
                rows[at].pop(choices.pick(sorted(GOOD[table][0])), None)
            case _ if isinstance(rows[at], dict):
                rows[at][choices.pick(sorted(GOOD[table][0]))] = drawn_value(choices)
            case _:
                pass
    said = kept_and_told(ROWS.read(given), SCHEMA)
    if "client" in given:
        said += told(MOMENTS.read({"client": given["client"]}, recorded_on=FIRST_DAY).findings)
    in_turn = [each for each in ROWS.each(given) if isinstance(each, Finding)]
    return said + told(in_turn)


client = subject(ClientRow)
EXPRESSIONS = (
    (client.born_on <= parse_day(BORN)) & ~client.gender.is_in(Gender.FEMALE),
    client.participations.where(lambda each: each.entered_on <= each.left_on).count() >= 2,
    client.born_on,
)


def _expression(data: bytes) -> Said:
    """Read from what a parser of JSON gives; what was read is written and told in words again."""
    try:
        given = json.loads(data)
    except (ValueError, RecursionError):
        given = data.decode(errors="replace")
    read = read_expression(given)
    assert read_expression(expression_json(read)).node == read.node
    return spelled(read.node)


def _arguments(data: bytes) -> Said:
    """A command with its arguments; they are read, and nothing is done."""
    name, *arguments = data.decode(errors="surrogateescape").split("\n")
    command = COMMANDS.get(name) or COMMANDS[sorted(COMMANDS)[len(data) % len(COMMANDS)]]
    parser = Parser("inclusion-core", "")
    command.work().add_arguments(parser)
    with redirect_stdout(StringIO()):
        given = parser.read(arguments)
    return repr(given)


LINES = (
    "report\nsif.form\ndata\n--period\n2018-06-01..2018-11-30\n--known-on\n2018-12-03",
    "check\ndata\n--known-on\n2018-12-03\n--format\njson",
    "extract\ndata\n--to\nout\n--key\nkey\n--most\nborn_on=65\n--known-on\n2018-12-03",
    "limits\ndata\n--explain\nc-1",
    "submit\nsif.form\ndata\n--period\n2018-06-01..2018-11-30\n--number\n3",
    "impact\nf\ndata\n--period\n2018-06-01..2018-11-30\n--assume\nesf.school-age=7",
    "import\nbook.xlsx\n--why\nnew",
    "sample\nsif\nout\n--seed\n7\n--format\ncsv",
    "template\nsif\n--output\nbook.xlsx\n--rows\n100",
    "erase\ndata\n--because\nasked",
)

READERS = (
    Reader(
        id="rows",
        says="rows of tables of one's own, by a mapping in Python",
        build=Build.BYTES,
        examples=lambda: (bytes(range(0, 200, 7)), bytes(range(250, 0, -9))),
        read=_rows,
    ),
    Reader(
        id="expression",
        says="an expression as a JSON document",
        build=Build.JSON,
        examples=lambda: tuple(json.dumps(expression_json(each)).encode() for each in EXPRESSIONS),
        read=_expression,
        of_clients=False,
        runs=150,
    ),
    Reader(
        id="arguments",
        says="the arguments of a command",
        build=Build.LINES,
        examples=lambda: tuple(each.encode() for each in LINES),
        read=_arguments,
        of_clients=False,
        runs=10,
    ),
)
