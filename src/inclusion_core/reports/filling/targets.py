"""Tables of targets: what was promised at first and as amended, and what came of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain

import attrs

from inclusion_core.metrics.figures import Figure, Figures
from inclusion_core.metrics.metric import Metric
from inclusion_core.metrics.tally import Group, NoCode, Tally
from inclusion_core.metrics.targets import (
    OPERATION,
    PLACE,
    TargetProgress,
    against_targets,
    figure_of,
)
from inclusion_core.model.target import Target
from inclusion_core.reports.behind import Derived, Shows
from inclusion_core.reports.filling.cells import (
    OPEN,
    heading,
    windowed,
)
from inclusion_core.reports.filling.counts import count_of
from inclusion_core.reports.filling.found import Found
from inclusion_core.reports.filling.places import place_text
from inclusion_core.reports.filling.target_notes import (
    BY_AXIS,
    CONTESTED,
    NO_FIGURE,
    NO_TARGET,
    NOT_COUNTED,
    NOT_TOLD_APART,
    OF_PLACE,
    PLACE_NOT_KNOWN,
    amendments,
)
from inclusion_core.reports.filling.target_rows import FigureBehind, Line, one_of_several
from inclusion_core.reports.report import Drawing, Table
from inclusion_core.reports.tables import TargetTable
from inclusion_core.texts import Text, listing, lv
from inclusion_core.truth import Truth
from inclusion_core.values import ABSENT, Absent, Unknown, day_span

__all__ = ["target_table"]

FIRST = lv("Sākotnējais mērķis").en("Target at first")
AMENDED = lv("Mērķis ar grozījumiem").en("Target as amended")
ACTUAL = lv("Faktiski").en("Actual")
PERCENT = lv("No mērķa, %").en("Of the target, %")
REACHED = lv("Sasniegts").en("Reached")
DUE = lv("Termiņš").en("Due day")
PAST_DUE = lv("Termiņš pagājis").en("Past due")


def target_table(form: TargetTable, found: Found) -> Table:
    """A row for each metric, and below it one for each operation and place."""
    lines = [line for metric in form.metrics for line in _Told(form, metric, found).lines()]
    with_open = windowed(form.metrics)
    columns = (FIRST, AMENDED, ACTUAL, PERCENT, REACHED, DUE, PAST_DUE)
    return Table(
        id=form.id,
        title=found.filled(form.title),
        row_heading=found.filled(form.row_heading),
        columns=(*columns, OPEN) if with_open else columns,
        rows=tuple(line.row(with_open=with_open) for line in lines),
        notes=(
            *found.each_filled([*form.notes, *(n for m in form.metrics for n in m.notes)]),
            *dict.fromkeys(chain.from_iterable(line.notes for line in lines)),
            *_not_counted(form, found),
        ),
        drawing=Drawing(column=columns.index(ACTUAL), against=columns.index(AMENDED)),
    )


def _promised(found: Found) -> list[Target]:
    """What was, or may have been, agreed by the status day."""
    return [each for each in found.targets if day_span(each.agreed_on).earliest <= found.status_day]


def _not_counted(form: TargetTable, found: Found) -> tuple[Text, ...]:
    """What the same operations promised besides, and nobody counts here."""
    shown = {metric.id for metric in form.metrics}
    promised = _promised(found)
    operations = {target.operation_id for target in promised if target.metric in shown}
    counted = shown | found.figures.by_id.keys()
    others = {
        target.metric
        for target in promised
        if target.operation_id in operations and target.metric not in counted
    }
    if not others:
        return ()
    return (NOT_COUNTED.filled(metrics=listing(Text.same(each) for each in sorted(others))),)


class _Told:
    """One metric with its targets, as the rows that tell of it."""

    def __init__(self, form: TargetTable, metric: Metric, found: Found) -> None:
        self.form, self.metric, self.found = form, metric, found
        self.figure = found.figure(metric)
        self.axes = {axis.id: axis for axis in form.axes_of(metric)}
        self.targets = [each for each in _promised(found) if each.metric == metric.id]
        self.says = found.filled(heading(metric))

    def lines(self) -> Iterator[Line]:
        """The row of the metric, then those of operations and of places."""
        promised = {each.operation_id for each in self.targets}
        operations = promised | set(self._groups(OPERATION, {}))
        spot = _Spot(key=self.metric.id, says=self.says)
        if len(operations) <= 1:
            yield from self._of_one(self.targets, spot)
            return
        yield Line(
            id=spot.key,
            says=spot.says,
            figure=self.figure,
            behind=self._behind({}),
            notes=self._no_target(),
        )
        for group in _in_order(operations):
            its = [each for each in self.targets if each.operation_id == group]
            yield from self._of_one(its, self._below(spot, OPERATION, group))

    def _of_one(self, targets: Sequence[Target], spot: _Spot) -> Iterator[Line]:
        """The rows of one operation: of all places together, then of each."""
        of_all = [each for each in targets if isinstance(each.place, Absent)]
        notes = () if spot.wanted else self._no_target()
        yield from self._at(of_all, spot, notes)
        for each in targets:
            if isinstance(each.place, Unknown):
                yield from self._nowhere(each, spot)
        named = {each.place for each in targets if isinstance(each.place, str)}
        for group in _in_order(named | set(self._groups(PLACE, spot.wanted))):
            its = [each for each in targets if each.place == group]
            yield from self._at(its, self._below(spot, PLACE, group))

    def _groups(self, axis: str, wanted: Mapping[str, Group]) -> Iterator[Group]:
        """The codes on an axis of who is, or may be, counted among those wanted."""
        if self.figure is None or axis not in self.axes or not wanted.keys() <= self.axes.keys():
            return
        for cell, tally in self.figure.by(*wanted, axis).items():
            if cell[:-1] == tuple(wanted.values()) and (tally.counted or tally.unknown):
                yield cell[-1]

    def _below(self, spot: _Spot, axis: str, group: Group) -> _Spot:
        """The spot of one operation, or of one place, under another spot."""
        if isinstance(group, str):
            code, says = group, self.form.name(group)
        else:
            code, says = group.value, place_text((self.axes[axis],), (group,), self.found)
        return _Spot(
            key=f"{spot.key}/{code}",
            says=says,
            wanted={**spot.wanted, axis: group},
            part_of=spot.key,
            above=(*spot.above, says),
        )

    def _at(
        self, targets: Sequence[Target], spot: _Spot, notes: tuple[Text, ...] = ()
    ) -> Iterator[Line]:
        """The row of a spot; where there are several targets, a row below it for each."""
        figure = self._figure(spot.wanted)
        progress = self._progress(figure, targets)
        what = self._what(spot)
        notes = (*notes, *(self._untold(spot, what) if progress and figure is None else ()))
        if any(each.in_force is not Truth.YES for each in progress):
            notes = (*notes, CONTESTED.filled(what=what, status_day=self.found.status_day))
        behind = self._behind(spot.wanted)
        line = Line(
            id=spot.key,
            says=spot.says,
            figure=figure,
            behind=behind,
            part_of=spot.part_of,
            notes=notes,
        )
        if len(progress) == 1:
            only = progress[0]
            yield attrs.evolve(line, progress=only, notes=(*notes, *amendments(only, what)))
            return
        yield line
        for each in progress:
            told = amendments(each, what)
            yield one_of_several(each, spot.key, told, figure=figure, behind=behind)

    def _figure(self, wanted: Mapping[str, Group]) -> Figure | None:
        """The figure of a spot; ``None`` where it is not told apart so, or not in the data."""
        if self.figure is None or not wanted.keys() <= self.axes.keys():
            return None
        return attrs.evolve(figure_of(self.figure, wanted), axes=(), cells={})

    def _behind(self, wanted: Mapping[str, Group]) -> FigureBehind | None:
        """Where the figure of a spot comes from; ``None`` where it has none.

        Whose place or operation is not known may be of the spot: where there is anybody, the
        number of those not known is worked out of them too.
        """
        if self.figure is None or not wanted.keys() <= self.axes.keys():
            return None
        groups = {axis: (group,) for axis, group in wanted.items()}
        count, opened = (count_of(self.metric, groups, shows=s) for s in (Shows.FIGURE, Shows.OPEN))
        if not wanted:
            return FigureBehind(figure=count, open=opened)
        own = self.figure.by(*wanted).get(tuple(wanted.values()), Tally())
        spot = figure_of(self.figure, wanted).total
        if (spot.unknown, spot.open) == (own.unknown, own.open):
            return FigureBehind(figure=count, open=opened)
        perhaps = {axis: {group, NoCode.UNKNOWN} for axis, group in wanted.items()}
        all_figures, unknown, opened = (count_of(self.metric, perhaps, shows=s) for s in Shows)
        return FigureBehind(figure=Derived(of=(count, all_figures, unknown)), open=opened)

    def _progress(
        self, figure: Figure | None, targets: Sequence[Target]
    ) -> tuple[TargetProgress, ...]:
        """The targets of one spot beside its figure."""
        figures = Figures({} if figure is None else {self.metric.id: figure})
        of_spot = [attrs.evolve(each, place=ABSENT) for each in targets]
        return against_targets(figures, of_spot, on=self.found.status_day)

    def _nowhere(self, target: Target, spot: _Spot) -> Iterator[Line]:
        """The row of a target of which it is not known what place it is about."""
        note = PLACE_NOT_KNOWN.filled(what=self._what(spot), amount=target.amount)
        for each in self._progress(None, [target]):
            yield one_of_several(each, spot.key, (note,), figure=None, behind=None)

    def _what(self, spot: _Spot) -> Text:
        """What a note is about: the metric, and below it operation and place."""
        if not spot.above:
            return self.says
        return OF_PLACE.filled(what=self.says, place=listing(spot.above))

    def _untold(self, spot: _Spot, what: Text) -> tuple[Text, ...]:
        """Why there is no figure beside a target."""
        if self.figure is None:
            return (NO_FIGURE.filled(what=what),)
        missing = sorted(spot.wanted.keys() - self.axes.keys())
        return tuple(NOT_TOLD_APART.filled(what=self.says, axis=BY_AXIS[axis]) for axis in missing)

    def _no_target(self) -> tuple[Text, ...]:
        if self.targets:
            return ()
        return (NO_TARGET.filled(what=self.says, status_day=self.found.status_day),)


@attrs.frozen(kw_only=True)
class _Spot:
    """What a row is about: all, one operation, one place.

    Attributes:
        key: Id of its row.
        says: Heading of its row.
        wanted: The codes of who is counted, by axis.
        part_of: Id of the row above it.
        above: The names of its operation and place.
    """

    key: str
    says: Text
    wanted: Mapping[str, Group] = attrs.field(factory=dict[str, Group])
    part_of: str = ""
    above: tuple[Text, ...] = ()


def _in_order(groups: Iterable[Group]) -> Iterator[Group]:
    """Codes by their text, then those of whom none is known."""
    listed = set(groups)
    yield from sorted(each for each in listed if isinstance(each, str))
    yield from (each for each in NoCode if each in listed)
