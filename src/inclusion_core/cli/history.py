"""The command ``history``: the versions of one record, and what each of them changed."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Mapping, Sequence
from typing import TypeAlias

from inclusion_core.catalogue import Catalogue
from inclusion_core.cli.exits import Exit
from inclusion_core.cli.given import has_errors
from inclusion_core.cli.parser import Parser, add_data, add_language, one_of
from inclusion_core.cli.screen import Screen
from inclusion_core.cli.show import read_or_complain, words_of
from inclusion_core.cli.telling import summary
from inclusion_core.expr.schema import Schema
from inclusion_core.lives.changes import History, histories_of, history_of
from inclusion_core.lives.changes_listing import as_json, as_text
from inclusion_core.lives.wording import LifeWords
from inclusion_core.model.caseload import Journal
from inclusion_core.texts import Language

__all__ = ["add_arguments", "run"]

_Write: TypeAlias = Callable[[Sequence[History], LifeWords], str]
_FORMATS: Mapping[str, _Write] = {"text": as_text, "json": as_json}


def add_arguments(parser: Parser) -> None:
    """Take a record, data, and how its versions are shown."""
    parser.add_argument(
        "record",
        metavar="RECORD",
        help="the id of a record, of any type; or type and id: participation/s-1",
    )
    add_data(parser)
    parser.add_argument(
        "--type", metavar="TYPE", help="its record type, where several have such an id"
    )
    add_language(parser)
    parser.add_argument(
        "--format",
        metavar="FORMAT",
        type=one_of("format", tuple(_FORMATS)),
        default="text",
        help="text (default) or json",
    )


def run(arguments: Namespace, catalogue: Catalogue, screen: Screen) -> Exit:
    """Show every version of a record, and say what is wrong with the files."""
    language = Language(arguments.language)
    if arguments.type is not None:
        catalogue.schema[arguments.type]  # a misspelt type is told before anything is read
    reading = read_or_complain(arguments.data, catalogue, language)
    histories = _asked_for(arguments.record, arguments.type, reading.journal, catalogue.schema)
    screen.show(_FORMATS[arguments.format](histories, words_of(catalogue, language)))
    for told in summary(reading.findings, str(arguments.data), language):
        screen.remark(told)
    return Exit.FAULTY_DATA if has_errors(reading.findings) else Exit.FINE


def _asked_for(
    record: str, record_type: str | None, journal: Journal, schema: Schema
) -> tuple[History, ...]:
    before, _, after = record.partition("/")
    if record_type is None and _is_there(before, after, journal):
        record_type, record = before, after
    if record_type is None:
        return histories_of(journal, record, schema)
    versions = history_of(journal, record_type, record, schema)
    return (History(record_type=record_type, record_id=record, versions=versions),)


def _is_there(record_type: str, record_id: str, journal: Journal) -> bool:
    return any(
        (version.record_type, version.record_id) == (record_type, record_id)
        for version in journal.versions
    )
