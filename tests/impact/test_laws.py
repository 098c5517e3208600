"""Figures add up: what a figure is after, less what it was, is who joined less who left."""

from datetime import date

import attrs
from effort import tries
from hypothesis import given, settings
from hypothesis import strategies as st

from inclusion_core.impact.comparing import compared
from inclusion_core.impact.standing import MetricStanding, Place, Standing
from inclusion_core.metrics.metric import Measure
from inclusion_core.metrics.tally import NoCode
from inclusion_core.periods import Period
from inclusion_core.reports.lineage.subjects import State
from inclusion_core.reports.report import Provenance
from inclusion_core.texts import Text

MADE_FROM = Provenance(
    period=Period(date(2018, 1, 1), date(2018, 12, 31)),
    status_day=date(2018, 12, 31),
    known_on=date(2019, 1, 3),
    fingerprint="0" * 64,
    records=0,
    schema_version=1,
    versions=(),
)
SAYS = Text.same("x")
places = st.builds(
    Place,
    state=st.sampled_from(State),
    codes=st.fixed_dictionaries({"axis": st.sampled_from(["a", "b", *NoCode])}),
    amount=st.none() | st.integers(-3, 9),
)


@st.composite
def standings(draw):
    """One metric of which few subjects stand somewhere."""
    return MetricStanding(
        id="x",
        says=SAYS,
        subject="guest",
        measure=draw(st.sampled_from(Measure)),
        by="axis",
        axes={"axis": SAYS},
        places=draw(st.dictionaries(st.sampled_from("abcdefg"), places)),
    )


@st.composite
def pairs(draw):
    """The same metric twice."""
    one, other = draw(standings()), draw(standings())
    return one, attrs.evolve(other, measure=one.measure)


def laid_side_by_side(one, other):
    sides = (Standing(form="x", provenance=MADE_FROM, metrics=(each,)) for each in (one, other))
    return compared(*sides)["x"]


def number(standing, state, group):
    return sum(
        place.state is state and (group is None or place.codes["axis"] == group)
        for place in standing.places.values()
    )


@settings(max_examples=tries(150), deadline=None)
@given(pairs())
def test_a_figure_after_less_before_is_joined_less_left(pair):
    one, other = pair
    for figure in laid_side_by_side(one, other).figures:
        for state in (State.COUNTED, State.UNKNOWN, State.OPEN):
            joined, left = figure.joined(state), figure.left(state)
            before, after = (number(each, state, figure.group) for each in pair)
            assert after - before == len(joined) - len(left)
            assert not {*joined} & {*left}
        assert figure.after.open - figure.before.open == (
            len(figure.joined(State.OPEN)) - len(figure.left(State.OPEN))
        )
        if one.measure is Measure.SUBJECTS:
            assert figure.before.value == number(one, State.COUNTED, figure.group)
        if one.measure is Measure.TOTAL:
            amounts = [each.amounts for each in figure.moves]
            moved = sum(after or 0 for _, after in amounts) - sum(was or 0 for was, _ in amounts)
            assert figure.after.value - figure.before.value == moved


@settings(max_examples=tries(60), deadline=None)
@given(standings())
def test_the_same_on_both_sides_gives_nothing(standing):
    found = laid_side_by_side(standing, standing)

    assert not found.is_moved
    assert len(found.figures) == 1


@settings(max_examples=tries(100), deadline=None)
@given(pairs())
def test_swapping_swaps_joined_and_left(pair):
    there, back = laid_side_by_side(*pair), laid_side_by_side(*reversed(pair))

    assert [each.id for each in there.moved] == [each.id for each in back.moved]
    for one, other in zip(there.figures, back.figures, strict=True):
        assert (one.group, one.before, one.after) == (other.group, other.after, other.before)
        for state in State:
            assert (one.joined(state), one.left(state)) == (other.left(state), other.joined(state))
