"""What a report shows of a figure: its sentences tell nothing that its tables hide."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from functools import cached_property
from typing import Final, assert_never

import attrs

from inclusion_core.reports.behind import Count, Shows
from inclusion_core.reports.filling.cells import percent
from inclusion_core.reports.report import Cell, Mark, Report
from inclusion_core.reports.sentences.sentence import Counted, Figured, Promised, Rest, ShareOf
from inclusion_core.texts import Text, lv

__all__ = ["Shown", "ShownFigures", "WhyNot"]


class WhyNot(Enum):
    """Why a report has no number for a slot."""

    SUPPRESSED = "suppressed"
    NOT_COLLECTED = "not_collected"
    NOT_APPLICABLE = "not_applicable"
    NOT_SHOWN = "not_shown"
    NOT_KNOWN = "not_known"

    @property
    def says(self) -> Text:
        """The reason in words."""
        return _SAYS[self]


_SAYS: Mapping[WhyNot, Text] = {
    WhyNot.SUPPRESSED: lv("skaitlis nav rādīts, lai saskaitītās personas nevarētu atpazīt").en(
        "the number is not shown, so that the persons counted cannot be recognised"
    ),
    WhyNot.NOT_COLLECTED: lv("šādas ziņas nav vāktas").en("this was not collected"),
    WhyNot.NOT_APPLICABLE: lv("skaitlis šeit nav piemērojams").en("the number does not apply here"),
    WhyNot.NOT_SHOWN: lv("ziņojumā šāda skaitļa nav").en("the report has no such number"),
    WhyNot.NOT_KNOWN: lv("par dažiem atbilde nav zināma").en("for some the answer is not known"),
}


@attrs.frozen(kw_only=True)
class Shown:
    """What a report shows of one figure.

    Attributes:
        value: The number; ``None`` where there is none.
        unknown: How many more subjects there may be: for them the answer is not known. Where the
            report hides how many, :attr:`Mark.SUPPRESSED`.
        why_not: Why there is no number.
        exact: A share before it was rounded, in per cent.
        what: What is counted, as the report heads it.
        metric: The id of what is counted; of a share or a rest, that of the part.
    """

    value: int | Decimal | None = None
    unknown: int | Mark = 0
    why_not: WhyNot | None = None
    exact: Fraction | None = None
    what: Text | None = None
    metric: str

    @property
    def is_share(self) -> bool:
        """Whether it is a number of per cent."""
        return self.exact is not None


@attrs.frozen
class _Seen:
    """A cell, and the heading of its row."""

    cell: Cell
    heading: Text


class ShownFigures:
    """The figures that the cells of a report show, by what stands behind the cells."""

    def __init__(self, report: Report) -> None:
        self._counts: defaultdict[Count, list[_Seen]] = defaultdict(list)
        self._promised: defaultdict[str, list[_Seen]] = defaultdict(list)
        self._not_collected: set[str] = set()
        for table in (table for section in report.sections for table in section.tables):
            promised = None if table.drawing is None else table.drawing.against
            for row in table.rows:
                if {cell.value for cell in row.cells} == {Mark.NOT_COLLECTED}:
                    self._not_collected.add(row.id)  # nothing is behind such cells
                for place, cell in enumerate(row.cells):
                    seen = _Seen(cell, row.heading)
                    if isinstance(cell.behind, Count):
                        self._counts[cell.behind].append(seen)
                    if place == promised:
                        self._promised[row.id].append(seen)

    def of(self, figure: Figured) -> Shown:
        """What is shown of a figure; a number only where every cell of it shows the same."""
        match figure:
            case Counted():
                return self._counted(figure.count)
            case ShareOf():
                return self._share(figure)
            case Rest():
                return self._rest(figure)
            case Promised():
                row = f"{figure.metric}/{figure.of}" if figure.of else figure.metric
                return _together(self._promised.get(row, ()), figure.metric)
            case _:
                assert_never(figure)

    @cached_property
    def metrics_showing(self) -> Mapping[int | Decimal, tuple[str, ...]]:
        """The ids of the metrics of which a cell shows a number, by that number, each sorted."""
        found: defaultdict[int | Decimal, set[str]] = defaultdict(set)
        for count in self._counts:
            shown = self._counted(count)
            if shown.value is not None:
                found[shown.value].add(count.metric)
        return {value: tuple(sorted(metrics)) for value, metrics in found.items()}

    def _counted(self, count: Count) -> Shown:
        found = _together(self._counts.get(count, ()), count.metric)
        if found.what is None and count.metric in self._not_collected:
            return attrs.evolve(found, why_not=WhyNot.NOT_COLLECTED)
        beside = self._counts.get(attrs.evolve(count, shows=Shows.UNKNOWN), ())
        if count.shows is not Shows.FIGURE or found.value is None:
            return found
        more = (seen.cell.value for seen in beside if isinstance(seen.cell.value, int | Mark))
        return attrs.evolve(found, unknown=_most([found.unknown, *more]))

    def _share(self, figure: ShareOf) -> Shown:
        part, whole = self._counted(figure.part.count), self._counted(figure.whole.count)
        if why := part.why_not or whole.why_not:
            return Shown(why_not=why, metric=part.metric, what=part.what)
        if not whole.value:
            return Shown(why_not=WhyNot.NOT_APPLICABLE, metric=part.metric, what=part.what)
        share = Fraction(part.value or 0) / Fraction(whole.value)
        rounded = percent(share).value
        return attrs.evolve(
            part,
            value=rounded if isinstance(rounded, Decimal) else None,
            unknown=_most([part.unknown, whole.unknown]),
            exact=share * _PER_CENT,
        )

    def _rest(self, figure: Rest) -> Shown:
        part, whole = self._counted(figure.part.count), self._counted(figure.whole.count)
        why = part.why_not or whole.why_not
        if why is None and part.unknown:
            why = WhyNot.NOT_KNOWN  # they would be told as a no
        if why is not None:
            return Shown(why_not=why, metric=part.metric, what=part.what)
        return attrs.evolve(whole, value=(whole.value or 0) - (part.value or 0))


_PER_CENT: Final = 100
_WHY_NOT: Mapping[Mark, WhyNot] = {
    Mark.SUPPRESSED: WhyNot.SUPPRESSED,
    Mark.NOT_COLLECTED: WhyNot.NOT_COLLECTED,
    Mark.NOT_APPLICABLE: WhyNot.NOT_APPLICABLE,
}


def _most(unknown: Iterable[int | Mark]) -> int | Mark:
    """For how many at most the answer is not known; hidden in one place, it is hidden."""
    listed = tuple(unknown)
    if any(isinstance(each, Mark) for each in listed):
        return Mark.SUPPRESSED
    return max(each for each in listed if isinstance(each, int))


def _together(cells: Iterable[_Seen], metric: str) -> Shown:
    """What several cells of one figure show: hidden in one, it is hidden in all."""
    seen = tuple(cells)
    values = {each.cell.value for each in seen}
    what = seen[0].heading if seen else None
    for mark, why_not in _WHY_NOT.items():
        if mark in values:
            return Shown(why_not=why_not, what=what, metric=metric)
    value = values.pop() if len(values) == 1 else None
    if not isinstance(value, int | Decimal):
        return Shown(why_not=WhyNot.NOT_SHOWN, what=what, metric=metric)
    unknown = _most(each.cell.unknown for each in seen)
    return Shown(value=value, unknown=unknown, what=what, metric=metric)
