"""A small world: who is counted by which metric is written down, person by person."""

from datetime import date

from inclusion_core.expr import subject
from inclusion_core.facts.rows import ClientRow
from inclusion_core.metrics.metric import Axis, Grain, Measure, Membership, Metric
from inclusion_core.metrics.tally import NoCode
from inclusion_core.periods import Period
from inclusion_core.reports.behind import Count, Shows
from inclusion_core.reports.lineage.lineage import Lineage
from inclusion_core.reports.lineage.subjects import Listing, State, Subject
from inclusion_core.reports.report import Cell, Mark, Provenance, Report, Section, Table, TableRow
from inclusion_core.sources import Source
from inclusion_core.texts import Text

CLIENT = subject(ClientRow)
SOURCE = Source(Text.same("toy"), issued=date(2018, 1, 1))
AXES = {
    key: Axis(id=key, says=Text.same(key), code=CLIENT.gender)
    for key in ("sex", "region", "school")
}


def metric(key, part_of="", *, by="", measure=Measure.SUBJECTS):
    amount = measure in (Measure.TOTAL, Measure.MEDIAN)
    return Metric(
        id=key,
        says=Text.same(key),
        subject=ClientRow,
        universe=CLIENT.arrivals.exist(),
        grain=Grain.PROGRAMME,
        membership=Membership.ACTIVE,
        part_of=part_of,
        by=AXES[by] if by else None,
        measure=measure,
        amount=CLIENT.arrivals.count() if amount else None,
        source=SOURCE,
    )


def lineage_of(metrics, people, *, about_clients=True):
    """Lineage of people: of each the metrics that count them, their codes, and their amount.

    A metric whose name ends in ``?`` is not known of somebody; in ``!``, it is open.
    """
    by_id = {each.id: each for each in metrics}
    lineage = Lineage(
        metrics=by_id,
        axes={key: tuple(AXES.values()) for key in by_id},
        data=None,
        parameters=None,
    )
    for key, each in by_id.items():
        subjects = tuple(
            Subject(
                id=f"c-{place:04}",
                state=_state(key, person["in"]),
                person="",
                operation="",
                truths=(),
                codes={axis: person.get(axis, NoCode.ABSENT) for axis in AXES},
                amount=person.get("amount"),
            )
            for place, person in enumerate(people)
        )
        lineage._listings[key] = Listing(
            metric=each,
            clauses=(),
            of_persons=False,
            about_clients=about_clients,
            persons_known=False,
            subjects=subjects,
        )
    return lineage


def _state(key, counted):
    if key in counted:
        return State.COUNTED
    if f"{key}?" in counted:
        return State.UNKNOWN
    return State.OPEN if f"{key}!" in counted else State.NOT_COUNTED


def people(number, counted, **codes):
    return [{"in": frozenset(counted.split()), **codes} for _ in range(number)]


def count(key, shows=Shows.FIGURE, **groups):
    """``count("a", sex="f")``; several codes in one string are taken together: ``"f m"``."""
    by_axis = sorted(groups.items())
    codes = tuple(
        (axis, tuple(sorted(told.split())) if isinstance(told, str) else (told,))
        for axis, told in by_axis
    )
    return Count(metric=key, groups=codes, shows=shows)


def cell(lineage, of, *, unknown=True):
    value = lineage.number(of)
    more = 0
    if unknown and of.shows is Shows.FIGURE:
        more = len(lineage.members(Count(metric=of.metric, groups=of.groups, shows=Shows.UNKNOWN)))
    return Cell(value=Mark.NOT_APPLICABLE if value is None else value, unknown=more, behind=of)


def table(key, rows, columns=("Number",), **more):
    """A table of rows: a name and cells; a third item is the row of which it is a part."""
    return Table(
        id=key,
        title=Text.same(key.title()),
        row_heading=Text.same("What"),
        columns=tuple(map(Text.same, columns)),
        rows=tuple(
            TableRow(id=name, heading=Text.same(name), cells=tuple(cells), part_of=(*above, "")[0])
            for name, cells, *above in rows
        ),
        **more,
    )


def crossed(lineage, key, metrics, axis, codes):
    """Metrics by the codes of an axis, with their totals and of how many it is not known."""
    rows = [
        (
            each,
            [
                cell(lineage, count(each), unknown=False),
                *(cell(lineage, count(each, **{axis: code}), unknown=False) for code in codes),
                cell(lineage, count(each, Shows.UNKNOWN)),
            ],
        )
        for each in metrics
    ]
    return table(key, rows, ("Total", *map(str, codes), "Not known"))


def broken_down(lineage, key, of, axis):
    """A row for each code that is there, the largest first."""
    codes = {each.codes[axis] for each in lineage.listing(of).subjects}
    counts = {code: count(of, **{axis: code}) for code in codes}
    listed = sorted(codes, key=lambda code: (-lineage.number(counts[code]), str(code)))
    names = {code: code.value if isinstance(code, NoCode) else code for code in listed}
    return table(key, [(names[code], [cell(lineage, counts[code])]) for code in listed])


def report(*tables, **more):
    return Report(
        id="toy.report",
        title=Text.same("Toy"),
        subtitle=Text.same("Toys"),
        sections=(Section(id="all", title=Text.same("All"), tables=tables),),
        provenance=Provenance(
            period=Period(date(2018, 1, 1), date(2018, 12, 31)),
            status_day=date(2018, 12, 31),
            known_on=date(2018, 12, 31),
            fingerprint="0" * 64,
            records=100,
            schema_version=1,
            versions=(),
        ),
        **more,
    )
