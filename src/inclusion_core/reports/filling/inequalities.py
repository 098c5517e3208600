"""Tables of inequalities: whether the figures keep the rules that are laid down for them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

import attrs

from inclusion_core.metrics.figures import Figures
from inclusion_core.metrics.inequalities import Checked, Inequality, checked
from inclusion_core.reports.behind import Count, Derived
from inclusion_core.reports.filling.cells import NO, YES, not_collected
from inclusion_core.reports.filling.counts import count_in, counts_behind
from inclusion_core.reports.filling.found import Found
from inclusion_core.reports.filling.places import place_key, place_text
from inclusion_core.reports.report import BROKEN, Cell, Section, Table, TableRow
from inclusion_core.reports.tables import InequalityTable
from inclusion_core.texts import Text, lv

__all__ = ["broken_section", "inequality_table"]

RULE = lv("Noteikums").en("Rule")
LEFT = lv("Kreisā puse").en("Left side")
RIGHT = lv("Labā puse").en("Right side")
HOLDS = lv("Ievērots").en("Kept")
CONTRADICTION = lv("Uzmanību: skaitļi ir pretrunīgi").en(
    "Attention: the figures contradict each other"
)
MEND = lv(
    "Skaitļi neievēro tiem noteiktās nevienādības. Kam atbilde nav zināma, tas nav ieskaitīts "
    "nevienā pusē. Pirms ziņojuma iesniegšanas jāpapildina vai jālabo dati."
).en(
    "The figures do not keep the inequalities that are laid down for them. Whoever's answer is not "
    "known is counted on neither side. Before the report is handed in, complete or mend the data."
)
BROKEN_RULE = lv("{rule}: kreisā puse {left}, labā puse {right}.").en(
    "{rule}: left side {left}, right side {right}."
)
BROKEN_THERE = lv("{rule} ({place}): kreisā puse {left}, labā puse {right}.").en(
    "{rule} ({place}): left side {left}, right side {right}."
)


def inequality_table(form: InequalityTable, found: Found) -> Table:
    """A row for each inequality, and under it one for each cell in which it is broken."""
    by_rule: dict[str, list[Checked]] = defaultdict(list)
    for each in _checked(form, found):
        by_rule[each.inequality.id].append(each)
    rows = [
        row
        for rule in form.inequalities
        for row in (
            _rows(form, found, by_rule[rule.id])
            if rule.id in by_rule
            else (_unchecked(rule, found),)
        )
    ]
    return Table(
        id=form.id,
        title=found.filled(form.title),
        row_heading=RULE,
        columns=(LEFT, RIGHT, HOLDS),
        rows=tuple(rows),
        notes=found.each_filled(form.notes),
        compares_figures=True,
    )


def _checked(form: InequalityTable, found: Found) -> tuple[Checked, ...]:
    """The inequalities for the total and for each cell of the axes of the table.

    One about figures that the data do not tell is left out.
    """
    axes = [axis.id for axis in form.by]
    of_table = {
        metric.id: attrs.evolve(figure, axes=form.by, cells=figure.by(*axes) if axes else {})
        for metric in form.metrics
        if (figure := found.figure(metric)) is not None
    }
    told = [each for each in form.inequalities if {*each.left, *each.right} <= of_table.keys()]
    return checked(Figures(of_table), told)


def _unchecked(rule: Inequality, found: Found) -> TableRow:
    return TableRow(id=rule.id, heading=_says(rule, found), cells=not_collected(3))


def _rows(form: InequalityTable, found: Found, places: Iterable[Checked]) -> Iterator[TableRow]:
    for each in places:
        key = each.inequality.id
        if not each.cell:
            yield _row(form, key, _says(each.inequality, found), each)
        elif not each.holds:
            row_key, place = place_key(key, each.cell), place_text(form.by, each.cell, found)
            yield attrs.evolve(_row(form, row_key, place, each), part_of=key)


def _row(form: InequalityTable, key: str, heading: Text, each: Checked) -> TableRow:
    left, right = (
        _side(form, side, each) for side in (each.inequality.left, each.inequality.right)
    )
    holds = Derived(of=counts_behind(left, right))
    return TableRow(
        id=key,
        heading=heading,
        cells=(
            Cell(value=each.left, behind=left),
            Cell(value=each.right, behind=right),
            Cell(value=YES if each.holds else NO, behind=holds),
        ),
    )


def _side(form: InequalityTable, ids: Iterable[str], each: Checked) -> Count | Derived:
    """The figure of the one metric of a side, or the sum of several."""
    by_id = {metric.id: metric for metric in form.metrics}
    counts = tuple(count_in(by_id[key], form.by, each.cell) for key in ids)
    return counts[0] if len(counts) == 1 else Derived(of=counts)


def _says(rule: Inequality, found: Found) -> Text:
    return Text.same(rule.formula) if rule.says is None else found.filled(rule.says)


def broken_section(forms: Iterable[InequalityTable], found: Found) -> tuple[Section, ...]:
    """What the report says first, where its figures contradict each other."""
    told = [
        _told(form, each, found)
        for form in forms
        for each in _checked(form, found)
        if not each.holds
    ]
    if not told:
        return ()
    return (Section(id=BROKEN, title=CONTRADICTION, paragraphs=(MEND, *dict.fromkeys(told))),)


def _told(form: InequalityTable, each: Checked, found: Found) -> Text:
    rule = _says(each.inequality, found)
    if not each.cell:
        return BROKEN_RULE.filled(rule=rule, left=each.left, right=each.right)
    place = place_text(form.by, each.cell, found)
    return BROKEN_THERE.filled(rule=rule, place=place, left=each.left, right=each.right)
