"""Categories of few persons: they are taken together, and not named.

A table that has a row for each code that is there says of every code that it names that somebody
has it. To hide the number beside it protects nobody. So the codes of few are taken together as
*others*, with the next smallest, until there are enough persons behind the row; what nobody knows
the code of is among them where that is of few, too. How many codes they are is not said: ten
persons of ten countries are one of each.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator

import attrs

from inclusion_core.metrics.metric import Measure
from inclusion_core.metrics.tally import Group, NoCode, order_of
from inclusion_core.publishing.standing import Few
from inclusion_core.reports.behind import Count, Shows
from inclusion_core.reports.report import Cell, Mark, Table, TableRow
from inclusion_core.texts import lv

__all__ = ["OTHERS_ID", "Merged", "Nameable", "codes_told", "merged", "named_in"]

OTHERS_ID = "*others*"
"""Id of the row of what is taken together."""
OTHERS_SAYS = lv("Citi, kas te nav nosaukti").en("Others, not named here")

Nameable = Callable[[Count, str], "frozenset[Group] | None"]
"""The codes of an axis that may be named of a count; ``None`` for all."""


@attrs.frozen(kw_only=True)
class Merged:
    """A table in which no code of few is named.

    Attributes:
        table: The table.
        others: The count of the row of what was taken together; ``None`` where nothing was.
        named: The codes that have a row of their own beside it.
        withheld: Whether nothing of it can be shown.
    """

    table: Table
    others: Count | None = None
    named: frozenset[Group] = frozenset()
    withheld: bool = False


def merged(table: Table, few: Few, nameable: Nameable = lambda *_: None) -> Merged:
    """The table with its codes of few taken together; as it is, where it does not name codes.

    Args:
        table: The table.
        few: Who is behind it.
        nameable: What may be named at all.
    """
    counts = _named_codes(table, few)
    if not counts or not few.is_about_clients(counts[0].metric):
        return Merged(table=table)
    axis = counts[0].groups[0][0]
    may = nameable(attrs.evolve(counts[0], groups=()), axis)
    rare = [each for each in counts if _is_rare(each, few, may)]
    if not rare:
        return Merged(table=table)
    others = sorted(
        (each for each in counts if each not in rare),
        key=lambda each: (few.number(each), str(each.groups)),
    )
    while others and _is_rare(_together(rare, axis), few, None):
        rare.append(others.pop(0))
    if not others:
        return Merged(table=attrs.evolve(table, rows=()), withheld=True)
    kept = [row for row, count in zip(table.rows, counts, strict=True) if count in others]
    union = _together(rare, axis)
    row = TableRow(
        id=OTHERS_ID,
        heading=OTHERS_SAYS,
        cells=tuple(_cell(cell, union, few) for cell in table.rows[0].cells),
    )
    return Merged(
        table=attrs.evolve(table, rows=(*kept, row)),
        others=union,
        named=frozenset(code for each in others for code in each.groups[0][1]),
    )


def _named_codes(table: Table, few: Few) -> tuple[Count, ...]:
    """The count of each row, where each row is about one code and all are about one metric."""
    found: list[Count] = []
    for row in table.rows:
        behind = row.cells[0].behind
        count = few.normal(behind) if isinstance(behind, Count) else None
        if count is None or row.part_of or not _names_one_code(count, row.id):
            return ()
        found.append(count)
    if len({(each.metric, each.groups[0][0]) for each in found}) > 1:
        return ()
    return tuple(found)


def _names_one_code(count: Count, row: str) -> bool:
    if count.shows is not Shows.FIGURE or len(count.groups) != 1:
        return False
    _, codes = count.groups[0]
    return [code.value if isinstance(code, NoCode) else code for code in codes] == [row]


def _is_rare(count: Count, few: Few, may: frozenset[Group] | None) -> bool:
    """Whether so few have a code, or surely nobody, that it is not named."""
    _, (code, *_) = count.groups[0]
    return few.is_small(count) or not few.number(count) or (may is not None and code not in may)


def _together(counts: Iterable[Count], axis: str) -> Count:
    listed = list(counts)
    codes = [code for each in listed for code in each.groups[0][1]]
    codes.sort(key=lambda code: order_of((code,)))
    return attrs.evolve(listed[0], groups=((axis, tuple(codes)),), unnamed=True)


def _cell(like: Cell, union: Count, few: Few) -> Cell:
    """What stands in a column for all that are taken together."""
    if not isinstance(like.behind, Count):
        return Cell(value=Mark.NOT_APPLICABLE)
    if [axis for axis, _ in like.behind.groups] != [axis for axis, _ in union.groups]:
        return Cell(value=Mark.SUPPRESSED)
    count = attrs.evolve(union, shows=like.behind.shows)
    number = few.lineage.number(count)
    unknown = attrs.evolve(count, shows=Shows.UNKNOWN)
    more = few.number(unknown) if like.behind.shows is Shows.FIGURE else 0
    return Cell(value=Mark.NOT_APPLICABLE if number is None else number, unknown=more, behind=count)


def named_in(table: Table, few: Few) -> Iterator[tuple[str, Group]]:
    """The axes and codes of the rows of a table that name one code each."""
    for row in table.rows:
        behind = row.cells[0].behind if row.cells else None
        count = few.normal(behind) if isinstance(behind, Count) else None
        if count is not None and count.groups and _names_one_code(count, row.id):
            yield count.groups[0][0], count.groups[0][1][0]


def codes_told(
    counts: Iterable[Count], named: frozenset[tuple[str, Group]], few: Few
) -> Iterator[Count]:
    """Numbers of different codes that tell too much of those that are not named.

    Whoever knows that somebody has a code that is not named knows of the code: one at least, and
    at most what the others leave of all persons of such codes. Of 14 persons of 14 countries there
    is one of each. The number of codes is shown only if that is as wide as any hidden number.
    """
    for count in counts:
        metric = few.lineage.metric(count.metric)
        if metric.measure is not Measure.DIFFERENT_CODES or metric.by is None:
            continue
        axis = metric.by.id
        if count.shows is Shows.UNKNOWN:
            if few.number(count):
                yield count
            continue
        members = few.lineage.members(count)
        rest = Counter(
            each.codes[axis] for each in members if (axis, each.codes[axis]) not in named
        )
        if rest and rest.total() - len(rest) < few.threshold.persons - 1:
            yield count
