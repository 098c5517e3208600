"""Readers of documents that the library itself wrote once: reports, submissions, releases."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from hashlib import sha256
from pathlib import Path
from shutil import rmtree
from typing import Any

import handed_lab as handed
import impact_lab
from release_lab import count, one_way, release

from fuzzing_lab.mutating import Build
from fuzzing_lab.reader import Reader, Said, put, scratch, told
from inclusion_core.facts.schema import SCHEMA
from inclusion_core.impact.file import standing_json
from inclusion_core.impact.file_reader import standing_from_json
from inclusion_core.publishing.releases.ledger import opened as opened_ledger
from inclusion_core.publishing.releases.old import numbers_in
from inclusion_core.publishing.releases.release import HIDDEN, Number
from inclusion_core.publishing.releases.text import FIRST, release_from, release_text
from inclusion_core.reports.formats import FORMATS
from inclusion_core.reports.formats.json_reader import report_from_json
from inclusion_core.submissions.annex import annex_from_json, annex_json
from inclusion_core.submissions.answers import given_in
from inclusion_core.submissions.asked import Material
from inclusion_core.submissions.file import report_bytes, submission_bytes, submission_from
from inclusion_core.submissions.folder import frozen_files
from inclusion_core.submissions.folder import opened as opened_submission
from inclusion_core.submissions.form import SubmissionForm
from inclusion_core.submissions.making import Made, asked_for, make
from inclusion_core.submissions.submission import Given
from inclusion_core.submissions.told import submission_report
from inclusion_core.submissions.wording import verbatim
from inclusion_core.texts import Language

__all__ = ["READERS"]


@cache
def _made() -> Made:
    """The second half year of the course; the first is corrected in it."""
    form = SubmissionForm.standard(handed.FORM, operation_number="9.9")
    material = Material(handed.journal(*handed.corrected()), SCHEMA)
    halves = ((handed.FIRST_HALF, handed.JULY), (handed.SECOND_HALF, handed.NEXT_YEAR))
    made, previous = None, None
    for period, known_on in halves:
        asked = asked_for(material, period=period, status_day=period.last_day, known_on=known_on)
        given = Given(narrative=(("summary", verbatim("Two groups ended.")),))
        made = make(form, material, asked, given, previous=previous, versions=(("core", "1"),))
        previous = made.submission.as_previous("a" * 64)
    assert made is not None
    return made


def _shown(report: Any) -> None:
    """A report that was read can be shown in every form and language."""
    for each in FORMATS:
        for language in Language:
            each.render(report, language)


def _report(data: bytes) -> Said:
    report = report_from_json(data)
    _shown(report)
    return repr(report)


def _submission(data: bytes) -> Said:
    submission = submission_from(data, report_bytes(_made().submission))
    again = submission_from(submission_bytes(submission), report_bytes(_made().submission))
    assert again == submission
    _shown(submission_report(submission))
    return repr(submission)


def _folder(data: bytes) -> Said:
    """The bytes as the list of hashes, as the annex and as a file for readers."""
    folder = scratch() / "submission"
    files = frozen_files(_made(), {}, {})
    for name, good in files.items():
        put(f"submission/{name}", good)
    for name in ("SHA256SUMS", "persons.json", "submission.lv.html"):
        put(f"submission/{name}", data)
        tampered = opened_submission(folder).tampered
        assert name == "SHA256SUMS" or name in tampered or data == files.get(name)
    rmtree(folder)
    return ""


def _annex(data: bytes) -> Said:
    annex = annex_from_json(data, "persons.json")
    assert annex_from_json(annex_json(annex), "persons.json") == annex
    return repr(annex)


ANSWERS = """
[cover]
contract = "2018/7"
[narrative]
summary = "Two groups."
problems.lv = "Nav."
[corrections]
"class.clients/cumulative" = "A list."
[deviations."class.clients"]
lv = "Mazāk."
en = "Fewer."
"""


def _answers(data: bytes) -> Said:
    return repr(given_in(data))


def _entries() -> tuple[bytes, ...]:
    numbers = [
        *one_way(60, {"x": HIDDEN, "y": 40, "*": HIDDEN}),
        Number(count=count("hours", b=("u", "v")), value=Decimal("4.50")),
    ]
    return (release_text(release(numbers), FIRST),)


def _release(data: bytes) -> Said:
    """As an entry, and as the only one of a ledger."""
    found, before = release_from(data, "0001-x.json")
    again, _ = release_from(release_text(found, before), "0001-x.json")
    assert again == found
    folder = Path(scratch() / "ledger")
    rmtree(folder, ignore_errors=True)
    put(f"ledger/0001-{sha256(data).hexdigest()[:16]}.json", data)
    opened_ledger(folder)
    return repr(found)


OLD = "metric,axis,code,shows,number\nm,,,,146\nm,a;b,x|y;*,open,hidden\nm,a,(none),,4.50\n"


def _old(data: bytes) -> Said:
    return told(numbers_in(data, "old.csv", ["m"]).findings)


def _standings() -> tuple[bytes, ...]:
    of = impact_lab.material()
    return (
        standing_json(impact_lab.standing(handed.FORM, of, handed.JULY, period=handed.FIRST_HALF)),
        standing_json(impact_lab.standing(impact_lab.BY_GENDER, of, handed.JULY)),
    )


def _standing(data: bytes) -> Said:
    said = ""
    for form in (handed.FORM, impact_lab.BY_GENDER):
        standing = standing_from_json(data, form)
        assert standing_from_json(standing_json(standing), form) == standing
        said += repr(standing)
    return said


READERS = (
    Reader(
        id="report",
        says="a report as its JSON format wrote it, shown in every format again",
        build=Build.JSON,
        examples=lambda: (report_bytes(_made().submission),),
        read=_report,
        of_clients=False,
        runs=3,
    ),
    Reader(
        id="submission",
        says="a frozen submission",
        build=Build.JSON,
        examples=lambda: (submission_bytes(_made().submission),),
        read=_submission,
        of_clients=False,
        runs=5,
    ),
    Reader(
        id="submission-folder",
        says="the folder of a submission: its list of hashes, and files for readers",
        build=Build.LINES,
        examples=lambda: (frozen_files(_made(), {}, {})["SHA256SUMS"],),
        read=_folder,
        of_clients=False,
        runs=2,
    ),
    Reader(
        id="annex",
        says="the annex of a submission",
        build=Build.JSON,
        examples=lambda: (annex_json(_made().annex),),
        read=_annex,
        of_clients=False,
    ),
    Reader(
        id="answers",
        says="the answers of the author of a submission (TOML)",
        build=Build.LINES,
        examples=lambda: (ANSWERS.encode(),),
        read=_answers,
        of_clients=False,
        runs=300,
    ),
    Reader(
        id="release",
        says="a release of a ledger",
        build=Build.JSON,
        examples=_entries,
        read=_release,
        of_clients=False,
        runs=100,
    ),
    Reader(
        id="old-publication",
        says="an old publication (CSV)",
        build=Build.LINES,
        examples=lambda: (OLD.encode(),),
        read=_old,
        runs=300,
    ),
    Reader(
        id="standing",
        says="a saved standing, as impact compares it",
        build=Build.JSON,
        examples=_standings,
        read=_standing,
        of_clients=False,
    ),
)
