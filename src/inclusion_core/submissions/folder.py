"""The folder of a submission: frozen files, with a list of their hashes.

::

    submission.json     the submission; its hash is the hash of the submission
    report.json         the report, as the JSON format writes it
    persons.json        who is behind the corrections; may be left out
    submission.lv.html  the submission for readers, in the formats and languages asked for
    attachments/        the files that are handed in with it
    SHA256SUMS          the hash of every file, as `sha256sum --check` reads it
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp

import attrs

from inclusion_core.filenames import fits_every_system
from inclusion_core.reports.formats import ReportFormat
from inclusion_core.submissions.annex import annex_json
from inclusion_core.submissions.errors import SubmissionFileError
from inclusion_core.submissions.file import (
    REPORT,
    SUBMISSION,
    report_bytes,
    submission_bytes,
    submission_from,
)
from inclusion_core.submissions.making import Made
from inclusion_core.submissions.submission import Attachment, Submission
from inclusion_core.submissions.told import submission_report
from inclusion_core.texts import Language

__all__ = [
    "ANNEX",
    "ATTACHMENTS",
    "SUMS",
    "Frozen",
    "attachments_in",
    "freeze",
    "frozen_files",
    "opened",
    "rendered",
]

ANNEX = "persons.json"
ATTACHMENTS = "attachments"
SUMS = "SHA256SUMS"

_SUM = re.compile(r"(?P<sha256>[0-9a-f]{64})  (?P<name>[^\n]+)")


def rendered(
    submission: Submission, formats: Iterable[ReportFormat], languages: Iterable[Language]
) -> dict[str, bytes]:
    """The submission for readers: a file for each format and language, by name."""
    told, asked = submission_report(submission), tuple(languages)
    return {
        f"submission.{language.value}{each.suffix}": each.render(told, language)
        for each in formats
        for language in asked
    }


def attachments_in(folder: Path, slots: Iterable[str]) -> tuple[tuple[Attachment, bytes], ...]:
    """The files of a folder, ordered by name; hidden ones are left out.

    Args:
        folder: Where they are; folders in it are not looked into.
        slots: The kinds of files that are asked for.

    Raises:
        SubmissionFileError: The name of a file holds signs that no list of files can show, or not
            every system can keep it beside the others.
    """
    listed, kinds, names = [], tuple(slots), set[str]()
    for path in sorted(folder.iterdir(), key=lambda each: each.name):
        if path.is_file() and not path.name.startswith("."):
            _check_name(path.name, names)
            names.add(path.name.casefold())
            data = path.read_bytes()
            stem = re.split(r"[._]", path.name, maxsplit=1)[0]
            attachment = Attachment(
                slot=stem if stem in kinds else "",
                name=path.name,
                sha256=sha256(data).hexdigest(),
                size=len(data),
            )
            listed.append((attachment, data))
    return tuple(listed)


def _check_name(name: str, others: Collection[str]) -> None:
    """See that the folder can be copied to any system, and be listed there."""
    if not name.isprintable():
        raise SubmissionFileError("an attachment", "rename it: not every sign can be shown")
    if not fits_every_system(name):
        raise SubmissionFileError("an attachment", "rename it: Windows keeps no file of that name")
    if name.casefold() in others:
        problem = (
            "rename it: another differs only by capital letters, and Windows keeps one of them"
        )
        raise SubmissionFileError("an attachment", problem)


def frozen_files(
    made: Made, attached: Mapping[str, bytes], readable: Mapping[str, bytes]
) -> dict[str, bytes]:
    """All files of the folder, by name; the list of hashes last.

    Args:
        made: The submission and its annex.
        attached: The attachments, by name.
        readable: The files for readers, by name.
    """
    files = {
        SUBMISSION: submission_bytes(made.submission),
        REPORT: report_bytes(made.submission),
        **({ANNEX: annex_json(made.annex)} if made.annex else {}),
        **readable,
        **{f"{ATTACHMENTS}/{name}": data for name, data in attached.items()},
    }
    sums = "".join(f"{sha256(files[name]).hexdigest()}  {name}\n" for name in sorted(files))
    return {**files, SUMS: sums.encode(errors="surrogateescape")}


def freeze(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write the files of a submission into a new folder: all of them, or none.

    Raises:
        FileExistsError: The folder is there already.
    """
    if folder.exists():
        raise FileExistsError(17, "it is there already; a frozen submission stays", str(folder))
    folder.parent.mkdir(parents=True, exist_ok=True)
    beside = Path(mkdtemp(dir=folder.parent, prefix=f".{folder.name}."))
    try:
        for name, data in files.items():
            path = beside / name
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(data)
        beside.rename(folder)
    except BaseException:
        rmtree(beside, ignore_errors=True)
        raise


@attrs.frozen(repr=False)
class Frozen:
    """A submission read back from its folder.

    Attributes:
        submission: The submission.
        sha256: The hash of its file.
        files: All files, by name.
        tampered: The files that are not as they were frozen, or not there; the annex may be
            missing.
    """

    submission: Submission
    sha256: str
    files: Mapping[str, bytes]
    tampered: tuple[str, ...]


def opened(folder: Path) -> Frozen:
    """The submission in a folder, and which of its files were changed.

    Raises:
        SubmissionFileError: Its own file or the report cannot be read.
        OSError: The folder cannot be.
    """
    files = {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
    for name in (SUBMISSION, REPORT):
        if name not in files:
            raise SubmissionFileError(name, "it is not there; name the folder of a submission")
    submission = submission_from(files[SUBMISSION], files[REPORT])
    tampered = sorted({*_unlike_sums(files), *_unlike_submission(files, submission)})
    own = sha256(files[SUBMISSION]).hexdigest()
    return Frozen(submission, own, files, tuple(tampered))


def _unlike_sums(files: Mapping[str, bytes]) -> Iterator[str]:
    """The files that the list of hashes does not vouch for."""
    told = dict(_sums(files.get(SUMS, b"")))
    if not told:
        yield SUMS
    for name in sorted({*files, *told} - {SUMS}):
        if name not in files:
            if name != ANNEX:
                yield name
        elif told.get(name) != sha256(files[name]).hexdigest():
            yield name


def _sums(listed: bytes) -> Iterator[tuple[str, str]]:
    for line in listed.decode(errors="surrogateescape").splitlines():
        found = _SUM.fullmatch(line)
        if found is not None:
            yield found["name"], found["sha256"]


def _unlike_submission(files: Mapping[str, bytes], submission: Submission) -> Iterator[str]:
    """The attachments and the annex that the submission itself does not vouch for."""
    vouched = {f"{ATTACHMENTS}/{each.name}": each.sha256 for each in submission.given.attachments}
    there = {name for name in files if name.startswith(f"{ATTACHMENTS}/")}
    for name in {*vouched, *there}:
        if name not in files or sha256(files[name]).hexdigest() != vouched.get(name):
            yield name
    if ANNEX in files and sha256(files[ANNEX]).hexdigest() != submission.annex_sha256:
        yield ANNEX
