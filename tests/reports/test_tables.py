"""Tables that a form may ask for: what is refused when they are declared."""

import attrs
import pytest
from stays_lab import (
    ACT,
    GENDER,
    HOUSE,
    LEAVERS,
    MIDDLE,
    SAYS,
    STAYED,
    WORKERS,
    metric,
    named,
)

from inclusion_core.errors import DeclarationError
from inclusion_core.expr import subject
from inclusion_core.facts.rows import ClientRow
from inclusion_core.metrics.inequalities import Inequality, Relation
from inclusion_core.metrics.metric import Axis, Measure
from inclusion_core.metrics.rate import Rate
from inclusion_core.reports.form import (
    CrossTable,
    InequalityTable,
    Pair,
    PairTable,
    RateTable,
)
from inclusion_core.reports.tables import axes_of, metrics_of

CROSS = CrossTable(
    id="cross",
    title=SAYS,
    row_heading=SAYS,
    metrics=(STAYED, MIDDLE),
    by=GENDER,
    codes=("female", "male"),
    name=named,
)
RULE = Inequality(
    id="toy.rule",
    left=("toy.workers",),
    relation=Relation.AT_MOST,
    right=("toy.leavers",),
    source=ACT,
)
RULES = InequalityTable(
    id="rules", title=SAYS, inequalities=(RULE,), metrics=(WORKERS, LEAVERS), by=(GENDER, HOUSE)
)
RATE = Rate(id="toy.rate", says=SAYS, of=WORKERS, among=LEAVERS, source=ACT)
BORN = Axis(id="born", says=SAYS, code=subject(ClientRow).gender)


def test_a_table_names_its_metrics_and_by_what_they_are_broken_down():
    rates = RateTable(id="rates", title=SAYS, row_heading=SAYS, rates=(RATE,))
    pair = Pair(one=STAYED, other=LEAVERS, why=SAYS)
    pairs = PairTable(id="pairs", title=SAYS, row_heading=SAYS, pairs=(pair,))

    assert (metrics_of(CROSS), axes_of(CROSS)) == ((STAYED, MIDDLE), (GENDER,))
    assert (metrics_of(RULES), axes_of(RULES)) == ((WORKERS, LEAVERS), (GENDER, HOUSE))
    assert (metrics_of(rates), axes_of(rates)) == ((WORKERS, LEAVERS), ())
    by_house = attrs.evolve(rates, by=HOUSE)
    assert (metrics_of(by_house), axes_of(by_house)) == ((WORKERS, LEAVERS), (HOUSE,))
    assert (metrics_of(pairs), axes_of(pairs)) == ((STAYED, LEAVERS), ())


@pytest.mark.parametrize(
    ("table", "given", "problem"),
    [
        (
            CROSS,
            {"by": BORN},
            "table 'cross': toy.stayed counts other subjects than born is about",
        ),
        (RULES, {"by": (GENDER, BORN)}, "toy.workers counts other subjects than born is about"),
        (
            RateTable(id="rates", title=SAYS, row_heading=SAYS, rates=(RATE,)),
            {"by": BORN},
            "table 'rates': toy.workers counts other subjects than born is about",
        ),
        (
            CROSS,
            {"metrics": (metric("houses", by=HOUSE, measure=Measure.DIFFERENT_CODES),)},
            "table 'cross': toy.houses counts different codes: those of two columns do not add up",
        ),
        (
            RULES,
            {"metrics": (STAYED,)},
            "table 'rules': toy.rule is about toy.leavers, toy.workers; name it in `metrics`",
        ),
    ],
)
def test_a_table_that_could_not_be_filled_in_is_refused(table, given, problem):
    with pytest.raises(DeclarationError) as raised:
        attrs.evolve(table, **given)

    assert problem in str(raised.value)
