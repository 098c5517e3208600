"""Releases of a toy metric, said in a few words, and a joint linear programme over several."""

from datetime import date
from itertools import product

from inclusion_core.disclosure.threshold import Threshold
from inclusion_core.expr import all_of
from inclusion_core.facts.rows import ClientRow
from inclusion_core.metrics.metric import Axis, Grain, Measure, Membership, Metric
from inclusion_core.periods import Period
from inclusion_core.publishing.releases.release import HIDDEN, Number, Release
from inclusion_core.reports.behind import Count, Shows
from inclusion_core.sources import Source
from inclusion_core.texts import lv

HALF = Period(date(2018, 1, 1), date(2018, 6, 30))
OTHER_HALF = Period(date(2018, 7, 1), date(2018, 12, 31))
YEAR = Period(date(2018, 1, 1), date(2018, 12, 31))


def metric(key="m", membership=Membership.ACTIVE, measure=Measure.SUBJECTS, row=ClientRow):
    from inclusion_core.expr import subject

    client = subject(ClientRow)
    by = {"by": Axis(id="a", says=lv("a").en("a"), code=client.gender)}
    amount = {"amount": client.participations.count()} if measure is Measure.MEDIAN else {}
    return Metric(
        id=key,
        says=lv("m").en("m"),
        subject=row,
        universe=all_of(),
        grain=Grain.FUND,
        membership=membership,
        measure=measure,
        source=Source(lv("s").en("s")),
        **(by if measure is Measure.DIFFERENT_CODES else {}),
        **amount,
    )


def count(key="m", shows=Shows.FIGURE, **codes):
    """``count(a="x", b=("y", "z"))``."""
    groups = tuple(
        (axis, (code,) if not isinstance(code, tuple) else code) for axis, code in codes.items()
    )
    return Count(metric=key, groups=groups, shows=shows)


def one_way(total, cells, key="m", shows=Shows.FIGURE):
    """The numbers of a table by the axis a; ``...`` for a total that is not told."""
    told = [] if total is ... else [Number(count=count(key, shows), value=total)]
    told += [Number(count=count(key, shows, a=code), value=each) for code, each in cells.items()]
    return told


def release(numbers, key="first", *, period=HALF, day=date(2018, 7, 5), least=10, **more):
    because = "a test" if least < 5 else ""
    return Release(
        id=key,
        day=day,
        form="form",
        period=period,
        threshold=Threshold(persons=least, households=least, because=because),
        document="0" * 64,
        numbers=numbers,
        **more,
    )


def two_way(values, hidden, key="m"):
    """The numbers of a table by the axes a and b with its totals; some places are hidden."""
    rows, columns = len(values), len(values[0])
    told = []
    for place, value in places(values).items():
        row, column = place
        codes = {} if row == rows else {"a": f"r{row}"}
        codes |= {} if column == columns else {"b": f"c{column}"}
        shown = HIDDEN if place in hidden else value
        told.append(Number(count=count(key, **codes), value=shown))
    return told


def places(values):
    rows, columns = len(values), len(values[0])
    found = {}
    for row, column in product(range(rows + 1), range(columns + 1)):
        above = range(rows) if row == rows else [row]
        beside = range(columns) if column == columns else [column]
        found[row, column] = sum(values[r][c] for r in above for c in beside)
    return found


def joint_bounds(tables, hidden, *, growing):
    """By release, later release or None, and place: what can be worked out of all together.

    The bounds of each number, and of each difference to every earlier release, over all tables
    of fractions that fit all that is shown.
    """
    shape = len(tables[0]), len(tables[0][0]), len(tables)
    fits = {"A_eq": [], "b_eq": [], "A_ub": [], "b_ub": []}
    for table, values in enumerate(tables):
        for place, value in places(values).items():
            if place not in hidden[table]:
                fits["A_eq"].append(_line(place, shape, {table: 1}))
                fits["b_eq"].append(value)
            if growing and table:
                fits["A_ub"].append(_line(place, shape, {table - 1: 1, table: -1}))
                fits["b_ub"].append(0)
    fits = {name: each or None for name, each in fits.items()}
    asked = [
        (table, before, place)
        for table, values in enumerate(tables)
        for place in places(values)
        for before in (None, *range(table))
        if place in hidden[table] or (before is not None and place in hidden[before])
    ]
    return {
        (table, before, place): _ends(
            _line(place, shape, {table: 1} if before is None else {table: 1, before: -1}), fits
        )
        for table, before, place in asked
    }


def _line(place, shape, signs):
    """What adds the cells of a place up, by table."""
    rows, columns, tables = shape
    row, column = place
    return [
        signs.get(table, 0) * (row in (r, rows) and column in (c, columns))
        for table, r, c in product(range(tables), range(rows), range(columns))
    ]


def _ends(asked, fits):
    from scipy.optimize import linprog

    ends = []
    for sign in (1, -1):
        found = linprog([sign * each for each in asked], **fits)
        assert found.status in (0, 3), found.message
        ends.append(sign * found.fun if found.status == 0 else sign * float("-inf"))
    return tuple(ends)


def is_close(bounds, least):
    """Whether somebody knows of few, and more closely than the threshold allows."""
    low, high = bounds
    return high - low < least - 1 - 1e-6 and low < least and high > -least and (low, high) != (0, 0)
