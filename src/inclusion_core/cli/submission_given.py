"""What the commands about submissions are given: records with their history, and a form."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

import attrs

from inclusion_core.catalogue import Catalogue
from inclusion_core.cli.caseload_given import reading_given
from inclusion_core.cli.errors import MisuseError
from inclusion_core.cli.given import has_errors
from inclusion_core.findings import Finding
from inclusion_core.model.funding import Operation
from inclusion_core.submissions.asked import Asked, Material
from inclusion_core.submissions.errors import SubmissionFileError
from inclusion_core.submissions.folder import Frozen, opened
from inclusion_core.submissions.form import SubmissionForm
from inclusion_core.texts import Language

__all__ = ["Records", "check_new_folder", "form_for", "opened_whole", "records_given"]


@attrs.frozen
class Records:
    """All that was recorded, and what is wrong with the files."""

    material: Material
    findings: tuple[Finding, ...]

    @property
    def faulty(self) -> bool:
        """Whether some of it could not be read."""
        return has_errors(self.findings)


def records_given(path: Path, catalogue: Catalogue, language: Language) -> Records:
    """The records of a path, with their history.

    Raises:
        NothingReadError: There is nothing that can be read.
        MisuseError: It is a register, which has no history.
    """
    if path.suffix in (".parquet", ".duckdb"):
        raise MisuseError("a register has no history; name the folder or document of the records")
    reading = reading_given(path, catalogue, language)
    return Records(Material(reading.journal, catalogue.schema), reading.findings)


def form_for(catalogue: Catalogue, key: str, material: Material, asked: Asked) -> SubmissionForm:
    """What is handed in with a report form: its texts, signatures, and money of the operation."""
    operations = material.known(asked.known_on).caseload.of(Operation)
    numbers = [each.number for each in operations if each.id == asked.operation]
    return SubmissionForm.standard(
        catalogue.report(key), operation_number=numbers[0] if numbers else ""
    )


def opened_whole(folder: Path) -> Frozen:
    """A submission that nobody has changed since it was frozen.

    Raises:
        SubmissionFileError: Somebody has, or it is none.
    """
    frozen = opened(folder)
    if frozen.tampered:
        raise SubmissionFileError(frozen.tampered[0], "it is not as it was frozen")
    return frozen


def check_new_folder(arguments: Namespace) -> None:
    """Look whether a submission can be written where it should be.

    Raises:
        MisuseError: Something is there already, or it would lie among the data.
    """
    if arguments.output is None:
        raise MisuseError("name a new folder with --output")
    if arguments.output.exists():
        raise MisuseError(f"{arguments.output} is there already; a frozen submission stays")
    if arguments.output.resolve().is_relative_to(arguments.data.resolve()):
        raise MisuseError(f"{arguments.output} lies in the data; write the submission elsewhere")
