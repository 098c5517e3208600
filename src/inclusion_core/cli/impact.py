"""The command ``impact``: what a later day, another assumption or another version moves."""

from __future__ import annotations

from argparse import ArgumentTypeError, Namespace
from collections.abc import Mapping
from pathlib import Path

from inclusion_core.catalogue import Catalogue
from inclusion_core.cli.assuming import add_assumptions, assumption_given, assumptions_given
from inclusion_core.cli.days import known_day
from inclusion_core.cli.errors import MisuseError
from inclusion_core.cli.exits import Exit
from inclusion_core.cli.given import has_errors
from inclusion_core.cli.impact_data import Sides, sides_given
from inclusion_core.cli.parser import Parser, add_language, one_of
from inclusion_core.cli.report_data import add_period
from inclusion_core.cli.screen import Screen
from inclusion_core.cli.telling import summary
from inclusion_core.impact.comparing import compared
from inclusion_core.impact.file import standing_json
from inclusion_core.impact.file_reader import standing_from_json
from inclusion_core.impact.moved import Impact
from inclusion_core.impact.standing import Standing, standing_of
from inclusion_core.impact.telling import MOST, told
from inclusion_core.impact.told_json import impact_json
from inclusion_core.reports.data import ReportData
from inclusion_core.reports.form import ReportForm
from inclusion_core.texts import Language, lv

__all__ = ["add_arguments", "run"]

SAVED = lv(
    "Kas ko nozīmē kuram skaitlim, ierakstīts: {path}. Tur ir personu numuri; tas ir tikai "
    "darbiniekiem."
).en("Who stands where is written to {path}. It holds ids of persons and is for staff alone.")
FORMATS = ("text", "json")
ENGINES = ("polars", "duckdb", "pyspark")


def add_arguments(parser: Parser) -> None:
    """Take a form, data, and in what the two sides differ."""
    parser.add_argument("form", metavar="FORM", help="a report form; `forms` lists them")
    parser.add_argument(
        "data",
        metavar="DATA",
        type=Path,
        help="the records, with their history; or a register, which has none. What is shown and "
        "saved names persons by their ids: it is for the staff of the programme alone",
    )
    add_period(parser)
    parser.add_argument(
        "--known-on",
        metavar="DAY",
        type=known_day,
        help="before: what was recorded by this day; where not given, all that is recorded",
    )
    parser.add_argument(
        "--and-known-on",
        metavar="DAY",
        type=known_day,
        help="after: what was recorded by this day; where not given, the same day as before",
    )
    add_assumptions(parser)
    parser.add_argument(
        "--and-assume",
        metavar="ID=NUMBER",
        type=assumption_given,
        action="append",
        default=[],
        help="after: take this for granted as well, or instead; may be given several times",
    )
    parser.add_argument(
        "--save",
        metavar="FILE",
        type=Path,
        help="write who stands where to a file, to be compared under another version of a plugin",
    )
    parser.add_argument(
        "--against",
        metavar="FILE",
        type=Path,
        help="before: what was saved; after: the data as they are now",
    )
    parser.add_argument(
        "--format",
        metavar="FORMAT",
        type=one_of("format", FORMATS),
        default="text",
        help="text (default), or json, which tells all",
    )
    parser.add_argument(
        "--most",
        metavar="NUMBER",
        type=_number,
        default=MOST,
        help=f"in text, how many persons and groups to tell of each figure; {MOST} where not given",
    )
    parser.add_argument(
        "--engine",
        metavar="ENGINE",
        type=one_of("engine", ENGINES),
        help="what reads a register: polars (default), duckdb or pyspark",
    )
    add_language(parser)


def run(arguments: Namespace, catalogue: Catalogue, screen: Screen) -> Exit:
    """Tell what moves, who, and why; ids of persons are shown."""
    language = Language(arguments.language)
    _check(arguments)
    form = catalogue.report(arguments.form)
    assumed = assumptions_given(arguments.assume, form.assumptions)
    then_assumed = {**assumed, **assumptions_given(arguments.and_assume, form.assumptions)}
    sides = sides_given(arguments, form, catalogue, screen)
    asked = _Asked(arguments, form, catalogue)
    before = asked.standing(sides.before, assumed)
    if arguments.save is not None:
        arguments.save.write_bytes(standing_json(before))
        screen.remark(SAVED.filled(path=str(arguments.save)).in_(language))
    if _two_sides(arguments):
        found = asked.compared(before, sides, then_assumed)
        _show(found, arguments, catalogue, screen)
    for remark in summary(sides.findings, str(arguments.data), language):
        screen.remark(remark)
    return Exit.FAULTY_DATA if has_errors(sides.findings) else Exit.FINE


def _number(written: str) -> int:
    """A number of persons.

    Raises:
        ArgumentTypeError: It is none.
    """
    if written.isascii() and written.isdigit():
        return int(written[:9])
    raise ArgumentTypeError("not a number: write 20")


def _two_sides(arguments: Namespace) -> bool:
    return bool(arguments.and_known_on or arguments.and_assume or arguments.against)


def _check(arguments: Namespace) -> None:
    """Look whether it is clear what to compare with what.

    Raises:
        MisuseError: It is not, or the file would lie among the data.
    """
    if not (_two_sides(arguments) or arguments.save):
        raise MisuseError(
            "compare with what? name --and-known-on, --and-assume or --against; or --save"
        )
    if arguments.against and (arguments.and_known_on or arguments.and_assume):
        raise MisuseError(
            "before is what was saved; say of the data now with --known-on and --assume"
        )
    if arguments.save and arguments.save.resolve().is_relative_to(arguments.data.resolve()):
        raise MisuseError(f"{arguments.save} lies in the data; write it elsewhere")


class _Asked:
    """What both sides are asked for."""

    def __init__(self, arguments: Namespace, form: ReportForm, catalogue: Catalogue) -> None:
        self.arguments, self.form, self.catalogue = arguments, form, catalogue

    def standing(self, data: ReportData, assumed: Mapping[str, int]) -> Standing:
        """Who stands where."""
        return standing_of(
            self.form,
            data,
            period=self.arguments.period,
            status_day=self.arguments.status_day or self.arguments.period.last_day,
            versions=self.catalogue.versions_behind(self.form),
            assumptions=assumed,
        )

    def compared(self, now: Standing, sides: Sides, assumed: Mapping[str, int]) -> Impact:
        """What was saved and the data now; or the first day and values, and the second."""
        against: Path | None = self.arguments.against
        if against is not None:
            before, after = standing_from_json(against.read_bytes(), self.form), now
        else:
            before, after = now, self.standing(sides.after, assumed)
        return compared(
            before,
            after,
            material=sides.material,
            vocabulary=self.catalogue.vocabulary,
            schema=self.catalogue.schema,
        )


def _show(found: Impact, arguments: Namespace, catalogue: Catalogue, screen: Screen) -> None:
    if arguments.format == "json":
        screen.show(impact_json(found).decode())
        return
    for line in told(found, catalogue.vocabulary, most=arguments.most):
        screen.show(f"{line.in_(arguments.language)}\n")
