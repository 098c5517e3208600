"""Whether the members that a lineage gives are as many as the figures of a report say."""

from datetime import date
from decimal import Decimal

import attrs

from inclusion_core.metrics.metric import Measure
from inclusion_core.reports.behind import Count, Derived, Shows
from inclusion_core.reports.report import Mark


def counted_tables(report):
    """All tables but those with a row for each of some persons."""
    for section in report.sections:
        yield from (table for table in section.tables if not table.lists_persons)


def cells(report):
    for table in counted_tables(report):
        for row in table.rows:
            for place, cell in enumerate(row.cells, start=1):
                yield f"{table.id}/{row.id}/{place}", cell


def without_behind(report):
    """The addresses of numbers of which nobody says what is behind them."""
    return {
        address
        for address, cell in cells(report)
        if cell.behind is None and isinstance(cell.value, int | Decimal | date)
    }


def disagreements(report, lineage):
    """Where the number of members is not the figure."""
    found = []
    for address, cell in cells(report):
        match cell.behind:
            case Count() as count:
                found += _of_count(address, cell, count, lineage)
            case Derived() as derived:
                found += [address for each in derived.of if not _is_there(each, lineage)]
            case _:
                pass
    return found


def _is_there(count, lineage):
    """Whether a number can be worked out; one that counts subjects, as often as it has members."""
    one_by_one = lineage.metric(count.metric).measure is Measure.SUBJECTS
    number = lineage.number(count)
    return number == len(lineage.members(count)) if one_by_one else number is not None


def _of_count(address, cell, count, lineage):
    shown = None if cell.value is Mark.NOT_APPLICABLE else cell.value
    members, backing = lineage.members(count), lineage.backing(count)
    one_by_one = lineage.metric(count.metric).measure is Measure.SUBJECTS
    unknown = cell.unknown if count.shows is Shows.FIGURE else 0
    also_unknown = lineage.members(attrs.evolve(count, shows=Shows.UNKNOWN)) if unknown else ()
    agrees = {
        "number": lineage.number(count) == shown,
        "members": not one_by_one or len(members) == shown,
        "unknown": len(also_unknown) == unknown,
        "backing": bool(members and lineage.listing(count.metric).about_clients)
        == (0 < backing.households <= backing.persons),
    }
    return [(address, name) for name, holds in agrees.items() if not holds]


def counts(report):
    """Every count that stands behind a cell."""
    for _, cell in cells(report):
        match cell.behind:
            case Count() as count:
                yield count
            case Derived() as derived:
                yield from derived.of
            case _:
                pass
