"""One line each: a figure that moved, a subject, a version of a record, a clause."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeAlias

import attrs

from inclusion_core.impact.clauses import ClauseMoved
from inclusion_core.impact.figures import Apart
from inclusion_core.impact.moved import MetricImpact, Moved, VersionBehind
from inclusion_core.impact.standing import Place
from inclusion_core.impact.words import ACTS, STANDINGS, TRUTHS, counted_text
from inclusion_core.metrics.tally import Group
from inclusion_core.pages.lines import one_line
from inclusion_core.reports.lineage.subjects import State
from inclusion_core.reports.report import Mark
from inclusion_core.texts import Language, Text, lv, number_text
from inclusion_core.vocabulary import Vocabulary

__all__ = ["clause_line", "figure_line", "group_line", "subject_line", "version_line"]

FIGURE = lv("  {says}: {before}, tad {after}{moves}").en("  {says}: {before}, then {after}{moves}")
GROUP = lv("    {says}: {before}, tad {after}{moves}").en(
    "    {says}: {before}, then {after}{moves}"
)
MOVES = lv(" ({listed})").en(" ({listed})")
JOINED_LEFT = lv("{state}: {numbers}").en("{state}: {numbers}")
SUBJECT = lv("  {record} {id}: {before}, tad {after}").en("  {record} {id}: {before}, then {after}")
WITH = lv("{state} ({more})").en("{state} ({more})")
NOT_THERE = lv("nav datos").en("not in the data")
VERSION = lv("    {record} {id}, versija {version}: {act} {day:locative}{why}").en(
    "    {record} {id}, version {version}: {act} on {day}{why}"
)
WHY = lv(" ({why})").en(" ({why})")
CLAUSE = lv("    nosacījums{name}: {says}: {before}, tad {after}{source}").en(
    "    clause{name}: {says}: {before}, then {after}{source}"
)
NAMED = lv(" {id}").en(" {id}")
CITED = lv(" [{source}]").en(" [{source}]")
NOT_ASKED = lv("nejautā").en("not asked")
SHOWN = (State.COUNTED, State.UNKNOWN, State.OPEN)
EMPTY = Text.same("")


def figure_line(says: Text, apart: Apart) -> Text:
    """The figure of a metric before and after, and how many joined and left."""
    return _figure(FIGURE, says, apart)


def group_line(apart: Apart) -> Text:
    """The same of a group."""
    return _figure(GROUP, apart.says, apart)


def subject_line(moved: Moved, impact: MetricImpact, words: Vocabulary) -> Text:
    """What a subject was and is for a figure."""
    says = {(each.axis, each.group): each.says for each in impact.figures}
    codes = _codes_apart(moved)
    return SUBJECT.filled(
        record=words.type_text(impact.subject),
        id=one_line(moved.id),
        before=_state(moved.before, [says[each] for each in codes[0]]),
        after=_state(moved.after, [says[each] for each in codes[1]]),
    )


def version_line(behind: VersionBehind, words: Vocabulary) -> Text:
    """What was done to which record, when, and why."""
    return VERSION.filled(
        record=words.type_text(behind.record_type),
        id=one_line(behind.record_id),
        version=behind.version,
        act=ACTS[behind.act],
        day=behind.recorded_on,
        why=WHY.filled(why=one_line(behind.why)) if behind.why else EMPTY,
    )


def clause_line(moved: ClauseMoved) -> Text:
    """A clause, whether it held and whether it holds, and who says it."""
    return CLAUSE.filled(
        name=NAMED.filled(id=moved.id) if moved.id else EMPTY,
        says=moved.says,
        before=NOT_ASKED if moved.before is None else TRUTHS[moved.before],
        after=NOT_ASKED if moved.after is None else TRUTHS[moved.after],
        source=_cited(moved),
    )


def _figure(words: Text, says: Text, apart: Apart) -> Text:
    return words.filled(
        says=says,
        before=counted_text(apart.before, Mark.NOT_COLLECTED),
        after=counted_text(apart.after, Mark.NOT_COLLECTED),
        moves=_moves(apart),
    )


def _moves(apart: Apart) -> Text:
    """How many joined and left, of each state; of an amount that is another alone, nothing."""
    told: list[Text] = []
    for state in SHOWN:
        both = (("+", len(apart.joined(state))), ("-", len(apart.left(state))))
        numbers = " ".join(f"{sign}{number}" for sign, number in both if number)
        if numbers:
            told.append(JOINED_LEFT.filled(state=STANDINGS[state], numbers=numbers))
    return MOVES.filled(listed=_enumerated(told)) if told else EMPTY


def _enumerated(parts: Iterable[Text]) -> Text:
    listed = list(parts)
    return Text(
        lv=", ".join(each.lv for each in listed),
        en=", ".join(each.en for each in listed),
        filled_in=True,
    )


_Codes: TypeAlias = list[tuple[str, Group | None]]


def _codes_apart(moved: Moved) -> tuple[_Codes, _Codes]:
    """The codes of somebody who has others than before, and counts or may count both times."""
    places = moved.before, moved.after
    one, other = (
        {} if place is None or place.state is State.NOT_COUNTED else {**place.codes}
        for place in places
    )
    apart = [axis for axis in one if axis in other and one[axis] != other[axis]]
    return [(axis, one[axis]) for axis in apart], [(axis, other[axis]) for axis in apart]


def _state(place: Place | None, codes: Iterable[Text]) -> Text:
    if place is None:
        return NOT_THERE
    more = [*codes]
    if place.state is State.COUNTED and place.amount is not None:
        more.append(number_text(place.amount))
    state = STANDINGS[place.state]
    return WITH.filled(state=state, more=_enumerated(more)) if more else state


def _cited(moved: ClauseMoved) -> Text:
    if moved.source is None:
        return EMPTY
    latvian, english = (Text.same(moved.source.citation(each)) for each in Language)
    return CITED.filled(source=attrs.evolve(latvian, en=english.en, filled_in=True))
