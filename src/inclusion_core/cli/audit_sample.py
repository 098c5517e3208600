"""The command ``audit-sample``: draws whom an auditor looks at, and lists what is shown of them."""

from __future__ import annotations

import csv
from argparse import ArgumentTypeError, Namespace
from collections.abc import Callable, Iterator
from datetime import date
from io import StringIO
from pathlib import Path

from inclusion_core.catalogue import Catalogue
from inclusion_core.cli.days import closed_period, known_day
from inclusion_core.cli.errors import MisuseError
from inclusion_core.cli.exits import Exit
from inclusion_core.cli.free_place import add_overwrite, check_free
from inclusion_core.cli.parser import Parser, add_data, add_language, one_of
from inclusion_core.cli.screen import Screen
from inclusion_core.cli.submission_given import records_given
from inclusion_core.errors import UnknownNameError
from inclusion_core.metrics.metric import Metric
from inclusion_core.reports.form import ReportForm
from inclusion_core.submissions.asked import Asked
from inclusion_core.submissions.audit import AuditSample, Drawn, Shown, audit_sample
from inclusion_core.texts import Language, Text, lv
from inclusion_core.vocabulary import Vocabulary

__all__ = ["add_arguments", "run"]

HEAD = lv("Revīzijas izlase: {says}. Sēkla: {seed}.").en("Audit sample: {says}. Seed: {seed}.")
HOW = lv(
    "Katra vieta ir SHA-256 no „garums:sēkla:identifikators”; izvēlēti pirmie. To pašu izlasi var "
    "izvilkt ikviens."
).en(
    'Everybody\'s place is the SHA-256 of "length:seed:id"; the first are taken. Anybody can draw '
    "the same sample."
)
STRATUM = lv("{stratum}: izvēlēti {drawn} no {population}, varbūtība {probability}").en(
    "{stratum}: {drawn} of {population} drawn, probability {probability}"
)
WHO = lv("  {record} {id}").en("  {record} {id}")
SHOWN = lv("    {record} {id}, versija {version}").en("    {record} {id}, version {version}")
EVIDENCE = lv("{shown}; pierādījums: {evidence}").en("{shown}; evidence: {evidence}")
NOBODY = lv("Nav neviena, ko izvēlēties.").en("There is nobody to draw.")
WRITTEN = lv("Izlase ierakstīta: {path}").en("The sample is written to {path}")
COLUMNS = (
    *("subject_type", "subject_id", "stratum", "probability"),
    *("record_type", "record_id", "version", "evidence"),
)


def add_arguments(parser: Parser) -> None:
    """Take data, a form, days, and how the sample is drawn."""
    add_data(parser)
    parser.add_argument("--form", metavar="FORM", required=True, help="a report form")
    parser.add_argument(
        "--metric",
        metavar="METRIC",
        help="draw of those whom it counts; the first metric of the form where not given",
    )
    parser.add_argument(
        "--period",
        metavar="FIRST..LAST",
        type=closed_period,
        required=True,
        help="the period reported on, both days inside",
    )
    parser.add_argument(
        "--status-day", metavar="DAY", type=known_day, help="as for the command report"
    )
    parser.add_argument(
        "--known-on", metavar="DAY", type=known_day, help="as for the command report"
    )
    parser.add_argument("--size", metavar="N", type=_size, required=True, help="how many to draw")
    parser.add_argument(
        "--seed", metavar="TEXT", required=True, help="any words, said before the ids are known"
    )
    parser.add_argument(
        "--by-place", action="store_true", help="draw so many of each place of service"
    )
    parser.add_argument(
        "--format",
        metavar="FORMAT",
        type=one_of("format", tuple(_FORMATS)),
        default="text",
        help="text (default) or csv",
    )
    parser.add_argument("--output", metavar="FILE", type=Path, help="write it to a file instead")
    add_overwrite(parser)
    add_language(parser)


def _size(written: str) -> int:
    if not (written.isascii() and written.isdecimal() and 0 < len(written) < 7):
        raise ArgumentTypeError("not a size: write a whole number, such as 20")
    return int(written)


def run(arguments: Namespace, catalogue: Catalogue, screen: Screen) -> Exit:
    """List who was drawn, with the records behind each."""
    language = Language(arguments.language)
    form = catalogue.report(arguments.form)
    metric = _metric(arguments, form)
    if arguments.output is not None:
        check_free(arguments.output, overwrite=arguments.overwrite)
    records = records_given(arguments.data, catalogue, language)
    asked = _asked(arguments, records.material.journal.last_recorded_on)
    sample = audit_sample(
        metric,
        records.material,
        asked,
        size=arguments.size,
        seed=arguments.seed,
        by_place=arguments.by_place,
    )
    written = _FORMATS[arguments.format](sample, metric, catalogue.vocabulary, language)
    if arguments.output is None:
        screen.show(written)
    else:
        arguments.output.write_bytes(written.encode(errors="backslashreplace"))
        screen.remark(WRITTEN.filled(path=str(arguments.output)).in_(language))
    return Exit.FAULTY_DATA if records.faulty else Exit.FINE


def _metric(arguments: Namespace, form: ReportForm) -> Metric:
    """Of whose members the sample is drawn.

    Raises:
        MisuseError: The form counts nobody.
        UnknownNameError: It has no such metric.
    """
    by_id = {metric.id: metric for metric in form.metrics}
    if not by_id:
        raise MisuseError(f"{form.id} counts nobody; take another form")
    key = arguments.metric or next(iter(by_id))
    if key not in by_id:
        raise UnknownNameError("metric of the form", key, by_id)
    return by_id[key]


def _asked(arguments: Namespace, recorded_on: date | None) -> Asked:
    status_day: date = arguments.status_day or arguments.period.last_day
    return Asked(
        period=arguments.period,
        status_day=status_day,
        known_on=arguments.known_on or max(recorded_on or status_day, status_day),
        counted_from=None,
        operation="",
    )


def _text(sample: AuditSample, metric: Metric, words: Vocabulary, language: Language) -> str:
    lines = _lines(sample, metric, words)
    return "".join(f"{told.in_(language)}\n" for told in lines)


def _lines(sample: AuditSample, metric: Metric, words: Vocabulary) -> Iterator[Text]:
    says = metric.says if not metric.says.slots else Text.same(metric.id)
    yield HEAD.filled(says=says, seed=sample.seed)
    yield HOW
    if not sample.drawn:
        yield NOBODY
    for stratum, population in sample.population:
        drawn = [each for each in sample.drawn if each.stratum == stratum]
        if drawn:
            yield STRATUM.filled(
                stratum=stratum,
                drawn=len(drawn),
                population=population,
                probability=str(drawn[0].probability),
            )
        for each in drawn:
            yield WHO.filled(record=words.type_text(each.subject_type), id=each.subject_id)
            yield from (_shown(shown, words) for shown in each.shown)


def _shown(shown: Shown, words: Vocabulary) -> Text:
    told = SHOWN.filled(
        record=words.type_text(shown.record_type), id=shown.record_id, version=shown.version
    )
    return EVIDENCE.filled(shown=told, evidence=shown.evidence) if shown.evidence else told


def _csv(sample: AuditSample, metric: Metric, words: Vocabulary, language: Language) -> str:
    del metric, words, language  # ids and codes are the same for all
    written = StringIO()
    table = csv.writer(written, lineterminator="\n")
    table.writerow(COLUMNS)
    table.writerows(row for drawn in sample.drawn for row in _rows(drawn))
    return written.getvalue()


def _rows(drawn: Drawn) -> Iterator[tuple[str | int, ...]]:
    who = (drawn.subject_type, drawn.subject_id, drawn.stratum, str(drawn.probability))
    for each in drawn.shown:
        yield (*who, each.record_type, each.record_id, each.version, each.evidence)


_FORMATS: dict[str, Callable[[AuditSample, Metric, Vocabulary, Language], str]] = {
    "text": _text,
    "csv": _csv,
}
