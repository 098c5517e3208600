"""The numbers that a report tells."""

from datetime import date
from decimal import Decimal

from release_lab import HALF, count

from inclusion_core.publishing.releases.release import HIDDEN, Number
from inclusion_core.publishing.releases.told import numbers_of
from inclusion_core.reports.behind import STATED, Derived, Shows
from inclusion_core.reports.report import Cell, Mark, Provenance, Report, Section, Table, TableRow
from inclusion_core.texts import lv

WORDS = lv("x").en("x")


def report(*cells):
    rows = tuple(
        TableRow(id=f"r{place}", heading=WORDS, cells=(cell,)) for place, cell in enumerate(cells)
    )
    table = Table(id="t", title=WORDS, row_heading=WORDS, columns=(WORDS,), rows=rows)
    return Report(
        id="form",
        title=WORDS,
        subtitle=WORDS,
        sections=(Section(id="s", title=WORDS, tables=(table,)),),
        provenance=Provenance(
            period=HALF,
            status_day=date(2018, 7, 1),
            known_on=date(2018, 7, 1),
            fingerprint="0" * 64,
            records=0,
            schema_version=1,
            versions=(),
        ),
    )


def test_counts_are_told_shown_or_hidden():
    found = numbers_of(
        report(
            Cell(value=14, behind=count()),
            Cell(value=Mark.SUPPRESSED, behind=count(a="x")),
            Cell(value=Decimal("4.5"), behind=count("hours")),
            Cell(value=0, behind=count(a="y"), unknown=12),
            Cell(value=0, behind=count(a="z"), unknown=Mark.SUPPRESSED),
            Cell(value=7, behind=count(shows=Shows.OPEN), unknown=3),
        )
    )

    assert found == (
        Number(count=count(), value=14),
        Number(count=count(a="x"), value=HIDDEN),
        Number(count=count("hours"), value=Decimal("4.5")),
        Number(count=count(a="y"), value=0),
        Number(count=count(shows=Shows.UNKNOWN, a="y"), value=12),
        Number(count=count(a="z"), value=0),
        Number(count=count(shows=Shows.UNKNOWN, a="z"), value=HIDDEN),
        Number(count=count(shows=Shows.OPEN), value=7),
    )


def test_what_is_no_count_is_left_out():
    derived = Derived(of=(count(),))

    assert not numbers_of(
        report(
            Cell(value=14),
            Cell(value=14, behind=STATED),
            Cell(value=Decimal("4.5"), behind=derived),
            Cell(value=Mark.NOT_COLLECTED, behind=count()),
            Cell(value=Mark.NOT_APPLICABLE, behind=count()),
        )
    )
