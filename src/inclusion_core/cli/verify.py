"""The command ``verify``: makes a submission again and says whether it is the same."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path

import attrs

from inclusion_core.catalogue import Catalogue
from inclusion_core.cli.exits import Exit
from inclusion_core.cli.parser import Parser, add_language
from inclusion_core.cli.screen import Screen
from inclusion_core.cli.submission_given import form_for, records_given
from inclusion_core.submissions.folder import Frozen, opened, rendered
from inclusion_core.submissions.told_figures import counted_text
from inclusion_core.submissions.verifying import FigureMoved, Verification, verify
from inclusion_core.submissions.wording import SPANS
from inclusion_core.texts import Language, Text, listing, lv

__all__ = ["add_arguments", "figure_line", "run"]

SAME = lv("Iesniegums Nr. {number} no datiem iznāk tieši tāds pats, baits baitā.").en(
    "Submission {number} comes out of the data exactly the same, byte for byte."
)
NOT_SAME = lv("Iesniegums Nr. {number} no datiem vairs tāds neiznāk.").en(
    "Submission {number} does not come out of the data as it was handed in."
)
ANOTHER_HASH = lv("Tas nav iesniegums ar šo kontrolsummu; tam tā ir {sha256}").en(
    "This is not the submission with that hash; its own is {sha256}"
)
TAMPERED = lv("Datne nav tāda, kāda tika iesaldēta: {name}").en(
    "The file is not as it was frozen: {name}"
)
OTHERWISE = lv("Lasāmā datne tagad iznāk citāda: {name}").en(
    "The file for readers comes out otherwise now: {name}"
)
VERSION = lv("Cita programmas versija, {name}: toreiz {then}, tagad {now}.").en(
    "Another version of a program, {name}: then {then}, now {now}."
)
NOT_THERE = lv("nav").en("none")
ERASED = lv(
    "Kopš tā laika dzēsti ieraksti ({listed}), tāpēc skaitļus no jauna izrēķināt vairs nevar. "
    "Iesniegtie skaitļi paliek, kādi bija."
).en(
    "Records were erased since ({listed}), so that the figures cannot be made again. The figures "
    "that were handed in stay what they were."
)
HOW_MANY = lv("{record}: {number}").en("{record}: {number}")
OTHER_RECORDS = lv("Tās dienas ieraksti nav tie paši: tie mainīti, neatstājot versijas.").en(
    "The records of that day are not the same: they were changed without leaving a version."
)
MOVED = lv("{says}, {span}: bija {old}, tagad iznāk {new}.").en(
    "{says}, {span}: was {old}, comes out as {new} now."
)
SAYS_OTHERWISE = lv("Arī pārējais ziņojumā teiktais iznāk citādi.").en(
    "The rest of the report comes out otherwise, too."
)


def add_arguments(parser: Parser) -> None:
    """Take the folder of a submission, and data."""
    parser.add_argument("folder", metavar="FOLDER", type=Path, help="a frozen submission")
    parser.add_argument(
        "data",
        metavar="DATA",
        type=Path,
        help="the records, with their history: a folder of CSV files, a .json document, or what a "
        "plugin reads",
    )
    parser.add_argument(
        "--hash", metavar="SHA256", help="the hash that was noted when it was handed in"
    )
    add_language(parser)


def run(arguments: Namespace, catalogue: Catalogue, screen: Screen) -> Exit:
    """Say whether the submission is what the data say, and if not, why."""
    language = Language(arguments.language)
    frozen = opened(arguments.folder)
    records = records_given(arguments.data, catalogue, language)
    old = frozen.submission
    form = form_for(catalogue, old.form, records.material, old.asked)
    versions = catalogue.versions_behind(form.report)
    found = verify(frozen, form, records.material, versions=versions)
    if not found.versions:
        found = attrs.evolve(found, readable=tuple(_otherwise(frozen, catalogue)))
    another = arguments.hash is not None and arguments.hash.lower() != frozen.sha256
    told = [ANOTHER_HASH.filled(sha256=frozen.sha256)] if another else []
    for each in (*told, *_told(found, old.cover.number, catalogue)):
        screen.show(f"{each.in_(language)}\n")
    return Exit.FINE if found.confirmed and not another else Exit.FAULTY_DATA


def _otherwise(frozen: Frozen, catalogue: Catalogue) -> Iterator[str]:
    """The files for readers that no format with their suffix would write so."""
    for language in Language:
        start = f"submission.{language.value}."
        for name in sorted(each for each in frozen.files if each.startswith(start)):
            suffix = name.removeprefix(start[:-1])
            formats = [each for each in catalogue.formats if each.suffix == suffix]
            again = [rendered(frozen.submission, (each,), (language,))[name] for each in formats]
            if frozen.files[name] not in again:
                yield name


def _told(found: Verification, number: int, catalogue: Catalogue) -> Iterator[Text]:
    yield from (TAMPERED.filled(name=name) for name in found.tampered)
    yield from (OTHERWISE.filled(name=name) for name in found.readable)
    for each in found.versions:
        yield VERSION.filled(
            name=each.distribution, then=each.then or NOT_THERE, now=each.now or NOT_THERE
        )
    if found.same:
        yield SAME.filled(number=number)
        return
    yield NOT_SAME.filled(number=number)
    if not found.same_records:
        yield _records(found, catalogue)
    yield from (figure_line(each) for each in found.figures)
    if found.report:
        yield SAYS_OTHERWISE


def _records(found: Verification, catalogue: Catalogue) -> Text:
    """Why the records of that day are others."""
    if not found.erased:
        return OTHER_RECORDS
    listed = listing(
        HOW_MANY.filled(record=catalogue.vocabulary.type_text(name), number=number)
        for name, number in found.erased.items()
    )
    return ERASED.filled(listed=listed)


def figure_line(each: FigureMoved) -> Text:
    """A figure that comes out otherwise, in a sentence."""
    return MOVED.filled(
        says=each.says,
        span=SPANS[each.span],
        old=counted_text(each.old),
        new=counted_text(each.new),
    )
