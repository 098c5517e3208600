"""Trial: everything that an import would bring, before any of it is written."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from operator import attrgetter
from pathlib import Path

import attrs

from inclusion_core.catalogue import Catalogue
from inclusion_core.checks.consistency import contradictions
from inclusion_core.cli.given import checks_for
from inclusion_core.fields import type_name
from inclusion_core.findings import Finding, Place
from inclusion_core.model.caseload import Journal
from inclusion_core.model.client import Client
from inclusion_core.workbook.importing.comparison import Outcome, located
from inclusion_core.workbook.importing.duplicates import PossibleDuplicate, possible_duplicates
from inclusion_core.workbook.importing.import_problems import NO_KEY_FILE
from inclusion_core.workbook.importing.imports import Import

__all__ = ["Trial", "trial_of"]


@attrs.frozen(kw_only=True, repr=False)
class Trial:
    """What an import would bring.

    Attributes:
        result: What it adds.
        journal: The journal as it would then be.
        findings: What is wrong with the workbook, and what would contradict itself; at the cells
            from which it came.
        duplicates: Clients on the rows who may be one person, or one with others.
    """

    result: Import
    journal: Journal
    findings: tuple[Finding, ...]
    duplicates: tuple[PossibleDuplicate, ...]


def trial_of(
    result: Import, journal: Journal, file: str, keys: Path, catalogue: Catalogue
) -> Trial:
    """What an import would bring.

    Args:
        result: What it adds.
        journal: What is recorded already.
        file: Name of the workbook.
        keys: The key file; there may be none yet.
        catalogue: What records there are, and what is looked for in them.
    """
    joined = Journal((*journal.versions, *result.versions))
    caseload = joined.as_known_on(joined.last_recorded_on or date.min)
    findings = [
        *result.findings,
        *located(
            contradictions(caseload, catalogue.schema, checks_for(caseload, catalogue), joined),
            result.compared,
            file,
        ),
        *_key_file_missing(result, journal, keys),
    ]
    clients = {
        each.record_id
        for each in result.compared
        if each.record_type == type_name(Client) and each.row is not None
    }
    return Trial(
        result=result,
        journal=joined,
        findings=tuple(sorted(findings, key=attrgetter("order"))),
        duplicates=tuple(
            each
            for each in possible_duplicates(caseload)
            if not clients.isdisjoint(each.client_ids)
        ),
    )


def _key_file_missing(result: Import, journal: Journal, keys: Path) -> Iterator[Finding]:
    """A word where new records stand beside others of their type, and no key file tells which."""
    new = {each.record_type for each in result.compared if each.outcome is Outcome.NEW}
    recorded = {each.record_type for each in journal.versions}
    if new & recorded and not keys.exists():
        yield NO_KEY_FILE.at(Place(file=keys.name))
