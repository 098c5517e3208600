"""The caseload that a command goes on from, and the places that it must leave alone."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from inclusion_core.catalogue import Catalogue
from inclusion_core.cli.errors import MisuseError, NothingReadError
from inclusion_core.cli.given import has_errors, nothing_read, read_given
from inclusion_core.findings import Finding, Severity
from inclusion_core.texts import Language
from inclusion_core.wire import Reading
from inclusion_core.workbook.importing.keys import KeyFile

__all__ = ["check_outside", "keys_given", "nothing_from", "reading_given"]


def reading_given(path: Path, catalogue: Catalogue, language: Language) -> Reading:
    """What a path holds.

    Raises:
        NothingReadError: There is nothing of it that can be read.
    """
    reading = read_given(path, catalogue.schema, catalogue.readers)
    if nothing_read(reading):
        raise nothing_from(path, reading.findings, language)
    return reading


def keys_given(path: Path, language: Language) -> KeyFile:
    """The keys of a file; none where there is no file yet.

    Raises:
        NothingReadError: It is damaged: records would not be known again.
    """
    if not path.exists():
        return KeyFile()
    keys, findings = KeyFile.read(path)
    if has_errors(findings):
        raise nothing_from(path, findings, language)
    return keys


def nothing_from(path: Path, findings: Iterable[Finding], language: Language) -> NothingReadError:
    """Why nothing can be read from a path."""
    errors = (each for each in findings if each.severity is Severity.ERROR)
    return NothingReadError(str(path), tuple(each.in_(language) for each in errors))


def check_outside(path: Path, caseload: Path, why: str) -> None:
    """Looks whether a file would lie in the folder of a caseload, or take its place.

    Raises:
        MisuseError: It would.
    """
    if path.resolve().is_relative_to(caseload.resolve()):
        raise MisuseError(f"{path} lies in the caseload; {why}")
