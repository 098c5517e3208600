"""The command ``compare``: which figures moved between two submissions, and who moved them."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path

from inclusion_core.catalogue import Catalogue
from inclusion_core.cli.exits import Exit
from inclusion_core.cli.parser import Parser, add_language
from inclusion_core.cli.screen import Screen
from inclusion_core.cli.submission_given import form_for, opened_whole, records_given
from inclusion_core.submissions.asked import Material
from inclusion_core.submissions.comparing import Comparison, compared
from inclusion_core.submissions.corrections import Annex, Correction
from inclusion_core.submissions.form import SubmissionForm
from inclusion_core.submissions.moving import Moved, Touched
from inclusion_core.submissions.told_figures import counted_text
from inclusion_core.submissions.verifying import FigureMoved
from inclusion_core.submissions.wording import ACTS, SPANS, STANDINGS
from inclusion_core.texts import Language, Text, lv
from inclusion_core.vocabulary import Vocabulary

__all__ = ["add_arguments", "run"]

SIDE_BY_SIDE = lv("Iesniegumi Nr. {one} un Nr. {other} līdzās:").en(
    "Submissions {one} and {other} side by side:"
)
OTHER_PERIOD = lv("Tie ir par dažādiem periodiem; skaitļi periodā var atšķirties.").en(
    "They are about different periods; figures of the period may well differ."
)
NOTHING = lv("Skaitļi neatšķiras.").en("The figures do not differ.")
FIGURE = lv("{says}, {span}: {old}, tad {new}.").en("{says}, {span}: {old}, then {new}.")
MOVED = lv("Iesnieguma Nr. {one} skaitļi, kā tie zināmi iesniegumam Nr. {other}:").en(
    "The figures of submission {one}, as known for submission {other}:"
)
NONE_MOVED = lv("Neviens nav mainījies.").en("None has moved.")
OTHERWISE = lv(
    "  no šīs dienas ierakstiem tagad iznāk {again}: dzēsts vai mainījušās programmas"
).en("  the records of that day now give {again}: something was erased, or programs are others")
WHO = lv("  {record} {id}: {before}, tad {after}").en("  {record} {id}: {before}, then {after}")
BY = lv("    {record} {id}, versija {version}: {act} {day:locative}").en(
    "    {record} {id}, version {version}: {act} on {day}"
)
BY_NONE = lv("    neviens ieraksts par to kopš tā laika nav mainīts").en(
    "    no record that names it was written since"
)


def add_arguments(parser: Parser) -> None:
    """Take two folders of submissions and, for who and why, data."""
    parser.add_argument("one", metavar="FOLDER", type=Path, help="the earlier submission")
    parser.add_argument("other", metavar="FOLDER", type=Path, help="the later one")
    parser.add_argument(
        "data",
        metavar="DATA",
        type=Path,
        nargs="?",
        help="the records, with their history: to tell who moved a figure, and by which records",
    )
    add_language(parser)


def run(arguments: Namespace, catalogue: Catalogue, screen: Screen) -> Exit:
    """Say in words what moved; with data, ids of persons are shown."""
    language = Language(arguments.language)
    one, other = opened_whole(arguments.one).submission, opened_whole(arguments.other).submission
    form: SubmissionForm | None = None
    material: Material | None = None
    if arguments.data is not None:
        material = records_given(arguments.data, catalogue, language).material
        form = form_for(catalogue, one.form, material, one.asked)
    found = compared(one, other, form, material)
    numbers = {"one": one.cover.number, "other": other.cover.number}
    for told in _told(found, numbers, catalogue.vocabulary):
        screen.show(f"{told.in_(language)}\n")
    return Exit.FINE


def _told(found: Comparison, numbers: dict[str, int], words: Vocabulary) -> Iterator[Text]:
    yield SIDE_BY_SIDE.filled(**numbers)
    if not found.same_period:
        yield OTHER_PERIOD
    yield from (_figure(each) for each in found.figures)
    if not found.figures:
        yield NOTHING
    if found.moved is not None:
        yield MOVED.filled(**numbers)
        for correction, annex in found.moved:
            yield from _correction(correction, annex, words)
        if not found.moved:
            yield NONE_MOVED


def _figure(each: FigureMoved) -> Text:
    return FIGURE.filled(
        says=each.says,
        span=SPANS[each.span],
        old=counted_text(each.old),
        new=counted_text(each.new),
    )


def _correction(correction: Correction, annex: Annex, words: Vocabulary) -> Iterator[Text]:
    yield FIGURE.filled(
        says=correction.says,
        span=SPANS[correction.span],
        old=counted_text(correction.old),
        new=counted_text(correction.new),
    )
    if correction.otherwise:
        yield OTHERWISE.filled(again=counted_text(correction.again))
    for moved in annex.moved:
        yield _who(moved, words)
        yield from (_by(each, words) for each in moved.touched_by)
        if not moved.touched_by:
            yield BY_NONE


def _who(moved: Moved, words: Vocabulary) -> Text:
    return WHO.filled(
        record=words.type_text(moved.subject_type),
        id=moved.subject_id,
        before=STANDINGS[moved.before],
        after=STANDINGS[moved.after],
    )


def _by(each: Touched, words: Vocabulary) -> Text:
    return BY.filled(
        record=words.type_text(each.record_type),
        id=each.record_id,
        version=each.version,
        act=ACTS[each.act],
        day=each.recorded_on,
    )
