"""The command ``keeping``: what is due for erasure on a day, and what was erased."""

from __future__ import annotations

import csv
import json
from argparse import Namespace
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from io import StringIO
from typing import TypeAlias

import attrs

from inclusion_core.catalogue import Catalogue
from inclusion_core.cli.days import known_day
from inclusion_core.cli.exits import Exit
from inclusion_core.cli.given import has_errors
from inclusion_core.cli.parser import Parser, add_data, add_language, one_of
from inclusion_core.cli.screen import Screen
from inclusion_core.cli.show import read_or_complain
from inclusion_core.cli.telling import summary
from inclusion_core.keeping.done import Done, done_erasures
from inclusion_core.keeping.due import Due, due_for_erasure
from inclusion_core.keeping.tables import COLUMNS, done_fields, done_row, due_fields, due_rows
from inclusion_core.keeping.told import due_lines, told_done
from inclusion_core.pages.formulas import guarded
from inclusion_core.pages.lines import harmless
from inclusion_core.texts import Language, lv
from inclusion_core.truth import Truth

__all__ = ["add_arguments", "run"]

HEAD = lv("Glabāšana {on:locative}").en("Keeping on {on}")
REGISTER = lv("Dzēsts līdz {on:dative}: {number}").en("Erased by {on}: {number}")


@attrs.frozen(kw_only=True)
class _Shown:
    """What is asked for: ``None`` for what is not."""

    on: date
    dues: tuple[Due, ...] | None
    done: tuple[Done, ...] | None


_Write: TypeAlias = Callable[[_Shown, Catalogue, Language], str]


def add_arguments(parser: Parser) -> None:
    """Take data, a day, and what is shown."""
    add_data(parser)
    parser.add_argument(
        "--on",
        metavar="DAY",
        type=known_day,
        required=True,
        help="the day on which it is judged, by what was recorded by then",
    )
    either = parser.add_mutually_exclusive_group()
    either.add_argument(
        "--due", action="store_true", help="show only what is due, or not known to be kept"
    )
    either.add_argument("--done", action="store_true", help="show only what was erased")
    add_language(parser)
    parser.add_argument(
        "--format",
        metavar="FORMAT",
        type=one_of("format", tuple(_FORMATS)),
        default="text",
        help="text (default), json or csv",
    )


def run(arguments: Namespace, catalogue: Catalogue, screen: Screen) -> Exit:
    """Show until when data may be kept, whose are due, and what was erased."""
    language = Language(arguments.language)
    reading = read_or_complain(arguments.data, catalogue, language)
    schema, on = catalogue.schema, arguments.on
    dues = None if arguments.done else due_for_erasure(reading.journal, schema, on)
    if arguments.due and dues is not None:
        dues = tuple(each for each in dues if each.due is not Truth.NO or _partly(each))
    done = None if arguments.due else done_erasures(reading.journal, schema, on)
    shown = _Shown(on=on, dues=dues, done=done)
    screen.show(_FORMATS[arguments.format](shown, catalogue, language))
    for told in summary(reading.findings, str(arguments.data), language):
        screen.remark(told)
    return Exit.FAULTY_DATA if has_errors(reading.findings) else Exit.FINE


def _partly(due: Due) -> bool:
    """Whether something of what is held is due, while the rest is kept."""
    return any(each.due is Truth.YES for each in due.held)


def _as_text(shown: _Shown, catalogue: Catalogue, language: Language) -> str:
    return "".join(f"{line}\n" for line in _lines(shown, catalogue, language))


def _lines(shown: _Shown, catalogue: Catalogue, language: Language) -> Iterator[str]:
    words = catalogue.vocabulary
    if shown.dues is not None:
        yield HEAD.filled(on=shown.on).in_(language)
        yield from due_lines(shown.dues, catalogue.schema, words, language)
    if shown.done is not None:
        yield REGISTER.filled(on=shown.on, number=len(shown.done)).in_(language)
        yield from (told_done(each, words, language) for each in shown.done)


def _as_json(shown: _Shown, catalogue: Catalogue, language: Language) -> str:
    del catalogue, language  # ids and codes are the same for all
    written: dict[str, object] = {"on": shown.on.isoformat()}
    if shown.dues is not None:
        written["keeping"] = [due_fields(each) for each in shown.dues]
    if shown.done is not None:
        written["erased"] = [done_fields(each) for each in shown.done]
    return harmless(f"{json.dumps(written, ensure_ascii=False, indent=2)}\n")


def _as_csv(shown: _Shown, catalogue: Catalogue, language: Language) -> str:
    del catalogue, language  # ids and codes are the same for all
    text = StringIO(newline="")
    writer = csv.DictWriter(text, COLUMNS, restval="", lineterminator="\n")
    writer.writeheader()
    for row in _rows(shown):
        writer.writerow({name: guarded(cell) for name, cell in row.items()})
    return text.getvalue()


def _rows(shown: _Shown) -> Iterator[Mapping[str, str]]:
    for due in shown.dues or ():
        yield from due_rows(due)
    yield from (done_row(each) for each in shown.done or ())


_FORMATS: Mapping[str, _Write] = {"text": _as_text, "json": _as_json, "csv": _as_csv}
