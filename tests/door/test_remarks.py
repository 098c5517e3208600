"""What is loaded and should be looked at: a rule that asks nothing of anybody."""

from datetime import date

import attrs
import pytest
from door_lab.plugins import declaring, healthy, plugin, programme, rule

from inclusion_core.expr import JUDGED_ON, completed_years
from inclusion_core.facts.subjects import CLIENT, PARTICIPATION
from inclusion_core.manager import load_catalogue


def remarks(holds):
    declared = attrs.evolve(rule("elm.rule", "elm.course"), holds=holds)
    elm = plugin("elm", declaring(programmes=[programme("elm.course")], rules=[declared]))
    return [str(each) for each in load_catalogue([elm, healthy("toy")]).remarks]


@pytest.mark.parametrize(
    ("holds", "said"),
    [
        (JUDGED_ON.at(date(2018, 1, 1)) <= date(2018, 6, 1), "yes"),
        (JUDGED_ON.at(date(2018, 1, 1)) >= date(2018, 6, 1), "no"),
    ],
)
def test_a_rule_that_is_decided_for_somebody_unknown_is_pointed_out(holds, said):
    (remark,) = remarks(holds)
    assert remark == (
        f"plugin 'elm' (inclusion-elm): rule 'elm.rule' is {said} for somebody of whom nothing is "
        "known: what does it ask of them?"
    )


@pytest.mark.parametrize(
    "holds",
    [
        PARTICIPATION.entered_on <= JUDGED_ON,
        completed_years(CLIENT.born_on) >= 18,
        CLIENT.protection_spells.on(JUDGED_ON).exist(),
        ~CLIENT.protection_spells.exist(),
        CLIENT.protection_spells.count() >= 1,
        PARTICIPATION.programme.declared_as.is_in("elm.course"),
    ],
)
def test_a_rule_that_asks_something_is_not(holds):
    assert remarks(holds) == []
