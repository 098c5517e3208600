"""For whom a report is made: what the commands are told of it, and what is then shown."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

import attrs

from inclusion_core.cli.errors import MisuseError
from inclusion_core.cli.parser import Parser, one_of
from inclusion_core.publishing.audience import Audience
from inclusion_core.publishing.published import published
from inclusion_core.publishing.releases.ledger import opened
from inclusion_core.reports.form import ReportForm
from inclusion_core.reports.lineage.lineage import Lineage
from inclusion_core.reports.report import Report

__all__ = ["Reader", "add_audience", "audience_given", "shown_to"]

AUDIENCES = tuple(each.value for each in Audience)


@attrs.frozen
class Reader:
    """Who reads a report, and what they may have read before.

    Attributes:
        audience: Who they are.
        unprotected: Why the funder may see all; empty where it may not.
        releases: The ledger of what was published before; ``None`` where none is held against it.
    """

    audience: Audience
    unprotected: str
    releases: Path | None


def add_audience(parser: Parser) -> None:
    """Take for whom the report is."""
    parser.add_argument(
        "--audience",
        metavar="AUDIENCE",
        type=one_of("audience", AUDIENCES),
        default=Audience.STAFF.value,
        help="who reads it: staff (default) see all; for the funder and the public, numbers of few "
        "persons are hidden, and what they could be worked out from",
    )
    parser.add_argument(
        "--unprotected",
        metavar="REASON",
        help="hide nothing from the funder, for a reason that the report then says",
    )
    parser.add_argument(
        "--releases",
        metavar="FOLDER",
        type=Path,
        help="hide besides what could be worked out together with the earlier releases of a ledger",
    )


def audience_given(arguments: Namespace) -> Reader:
    """Who reads the report.

    Raises:
        MisuseError: What is said besides does not go with it.
    """
    audience, reason = Audience(arguments.audience), arguments.unprotected
    if reason is not None and audience is not Audience.FUNDER:
        raise MisuseError("--unprotected goes with --audience funder")
    if reason is not None and not reason.strip():
        raise MisuseError("--unprotected needs a reason; the report says it")
    if arguments.releases is not None and (audience is Audience.STAFF or reason is not None):
        raise MisuseError("--releases goes with a report that is protected: --audience public")
    if arguments.releases is not None and not arguments.releases.is_dir():
        raise MisuseError(f"{arguments.releases} is no folder; make it for the first release")
    return Reader(audience, reason or "", arguments.releases)


def shown_to(reader: Reader, report: Report, lineage: Lineage, form: ReportForm) -> Report:
    """The report as its reader may see it.

    Raises:
        LedgerError: The ledger of earlier releases is not as it was written.
    """
    earlier = None
    if reader.releases is not None:
        earlier = opened(reader.releases).earlier(
            form.metrics, report.provenance.period, audience=reader.audience
        )
    return published(
        report,
        lineage,
        reader.audience,
        threshold=form.threshold,
        earlier=earlier,
        unprotected=reader.unprotected,
    )
