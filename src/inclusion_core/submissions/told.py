"""A submission as a report that people read: every format can write it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import attrs

from inclusion_core.reports.filling.cells import NO, YES
from inclusion_core.reports.report import Cell, Report, Section, Table, TableRow
from inclusion_core.submissions.submission import Narrative, Submission
from inclusion_core.submissions.told_figures import (
    corrections_section,
    deviations_section,
    figures_section,
)
from inclusion_core.submissions.wording import DUTIES, EDITIONS, NONE, NOT_SAID
from inclusion_core.texts import Language, Text, lv

__all__ = ["submission_report"]

TITLE = lv("{title}: iesniegums Nr. {number}").en("{title}: submission {number}")
DRAFT = lv("{title} (melnraksts)").en("{title} (draft)")
COVER = lv("Titullapa").en("Cover")
WHOSE = lv("Kā ziņojums tas ir, un kurš").en("Whose report it is, and which")
WHAT = lv("Kas").en("What")
SAID = lv("Teikts").en("Said")
COVER_LINES = (
    ("operation", lv("Projekta numurs").en("Number of the operation")),
    ("contract", lv("Līguma numurs").en("Number of the contract")),
    ("beneficiary", lv("Finansējuma saņēmējs").en("Beneficiary")),
    ("provider", lv("Pakalpojuma sniedzējs").en("Provider")),
)
NUMBER = lv("Iesnieguma numurs").en("Number of the submission")
EDITION = lv("Sākotnējais vai labots").en("Original or revision")
NARRATIVE = lv("Apraksts").en("Narrative")
ATTACHMENTS = lv("Pielikumi").en("Attachments")
FILES = lv("Pievienotās datnes").en("Files attached")
FILE = lv("Datne").en("File")
ATTACHMENT_COLUMNS = (
    lv("Veids").en("Kind"),
    lv("Baiti").en("Bytes"),
    lv("Kontrolsumma (SHA-256)").en("Fingerprint (SHA-256)"),
)
MISSING = lv("Kas vēl trūkst").en("What is still missing")
GAPS = lv("Trūkumi pa vienam").en("Gaps, one by one")
FINDING = lv("Kur").en("Where")
FINDING_COLUMNS = (lv("Kas").en("What"), lv("Kavē iesniegt").en("Stands in the way"))
SIGNINGS = lv("Paraksti").en("Signed")
WHO = lv("Kas atbild, un kopš kuras dienas").en("Who answers, and from which day")
DUTY = lv("Darbība").en("Duty")
SIGNING_COLUMNS = (lv("Loma").en("Role"), lv("Diena").en("Day"))


def submission_report(submission: Submission) -> Report:
    """The report that was handed in, with all that was handed in beside it."""
    report = submission.report
    title = TITLE.filled(title=report.title, number=submission.cover.number)
    return attrs.evolve(
        report,
        title=DRAFT.filled(title=title) if submission.given.draft else title,
        sections=(
            _cover(submission),
            figures_section(submission),
            *deviations_section(submission),
            *corrections_section(submission),
            *_narrative(submission.narrative),
            *report.sections,
            *_attachments(submission),
            *_missing(submission),
            *_signed(submission),
        ),
    )


def _section(key: str, title: Text, *tables: Table) -> Section:
    return Section(id=f"submission.{key}", title=title, tables=tables)


def _cover(submission: Submission) -> Section:
    cover = submission.cover
    said = [(key, name, _words(getattr(cover, key))) for key, name in COVER_LINES]
    lines = (
        *said,
        ("number", NUMBER, Cell(value=cover.number)),
        ("edition", EDITION, Cell(value=EDITIONS[cover.edition])),
    )
    table = Table(
        id="submission.cover",
        title=WHOSE,
        row_heading=WHAT,
        columns=(SAID,),
        rows=tuple(TableRow(id=key, heading=name, cells=(cell,)) for key, name, cell in lines),
    )
    return _section("cover", COVER, table)


def _words(words: str) -> Cell:
    return Cell(value=Text.same(words) if words else NOT_SAID)


def _narrative(narrative: Iterable[Narrative]) -> Iterator[Section]:
    for each in narrative:
        paragraphs = zip(_paragraphs(each.words, "lv"), _paragraphs(each.words, "en"), strict=True)
        yield Section(
            id=f"submission.narrative.{each.slot}",
            title=each.title,
            paragraphs=tuple(Text(lv=lv_, en=en_, filled_in=True) for lv_, en_ in paragraphs),
        )


def _paragraphs(words: Text, language: str) -> list[str]:
    """Its paragraphs; where the languages have not equally many, all of it is one."""
    split = {
        each: words.in_(each).replace("{", "{{").replace("}", "}}").split("\n\n")
        for each in Language
    }
    if len({len(parts) for parts in split.values()}) > 1:
        return ["\n\n".join(split[Language(language)])]
    return split[Language(language)]


def _attachments(submission: Submission) -> Iterator[Section]:
    listed = submission.given.attachments
    if listed:
        rows = tuple(
            TableRow(
                id=each.name,
                heading=Text.same(each.name),
                cells=(
                    Cell(value=Text.same(each.slot) if each.slot else NONE),
                    Cell(value=each.size),
                    Cell(value=Text.same(each.sha256)),
                ),
            )
            for each in listed
        )
        table = Table(
            id="submission.attachments",
            title=FILES,
            row_heading=FILE,
            columns=ATTACHMENT_COLUMNS,
            rows=rows,
        )
        yield _section("attachments", ATTACHMENTS, table)


def _missing(submission: Submission) -> Iterator[Section]:
    if submission.findings:
        rows = tuple(
            TableRow(
                id=f"{place}",
                heading=_where(finding.place.in_("lv"), finding.place.in_("en")),
                cells=(
                    Cell(value=finding.says),
                    Cell(value=YES if finding.severity.value == "error" else NO),
                ),
            )
            for place, finding in enumerate(submission.findings, start=1)
        )
        table = Table(
            id="submission.missing",
            title=GAPS,
            row_heading=FINDING,
            columns=FINDING_COLUMNS,
            rows=rows,
        )
        yield _section("missing", MISSING, table)


def _where(latvian: str, english: str) -> Text:
    return attrs.evolve(Text.same(latvian), en=Text.same(english).en) if english else WHOLE


WHOLE = lv("viss ziņojums").en("the whole report")


def _signed(submission: Submission) -> Iterator[Section]:
    listed = submission.given.signings
    if listed:
        rows = tuple(
            TableRow(
                id=each.duty.value,
                heading=DUTIES[each.duty],
                cells=(Cell(value=Text.same(each.role)), Cell(value=each.on)),
            )
            for each in listed
        )
        table = Table(
            id="submission.signed",
            title=WHO,
            row_heading=DUTY,
            columns=SIGNING_COLUMNS,
            rows=rows,
        )
        yield _section("signed", SIGNINGS, table)
