"""An outsider with a linear program learns of no few persons from what is published."""

from random import Random
from types import SimpleNamespace

import attrs
import pytest
from effort import tries
from hypothesis import given, settings
from hypothesis import strategies as st
from publishing_lab.outsider import Outsider
from publishing_lab.samples import CATALOGUE, KEYS, made
from publishing_lab.toy import (
    broken_down,
    cell,
    count,
    crossed,
    lineage_of,
    metric,
    people,
    report,
    table,
)

from inclusion_core import Language
from inclusion_core.disclosure.threshold import Threshold
from inclusion_core.publishing.audience import Audience
from inclusion_core.publishing.published import published
from inclusion_core.publishing.standing import Few
from inclusion_core.reports.report import Mark
from inclusion_core.reports.tables import InequalityTable

METRICS = [
    metric("all"),
    metric("work", "all"),
    metric("none", "all"),
    metric("study", "all"),
    metric("young", "all"),
    metric("long", "none"),
]
DISJOINT = SimpleNamespace(left=("work", "none", "study"), right=("all",))
COVERING = SimpleNamespace(left=("all",), right=("work", "none", "study"))
LABOUR = ("all work", "all none", "all none long", "all study", "all", "all?")


def narrow(shown, lineage, threshold, inequalities=()):
    """The small numbers that are hidden and known to less than the threshold all the same."""
    few = Few(lineage, threshold)
    document = CATALOGUE.formats["json"].render(shown, Language.EN)
    outsider = Outsider.reading(document, lineage, inequalities)
    hidden = [each for each, value in outsider.numbers.items() if value is Mark.SUPPRESSED]
    small = [each for each in hidden if "*" not in str(each.groups) and few.is_small(each)]
    bounds = outsider.bounds(small)
    return [
        each
        for each, (least, most) in bounds.items()
        if most - least < threshold.persons - 1 - 1e-6
    ]


@pytest.mark.parametrize("key", KEYS)
def test_no_small_number_of_any_plugin_is_learnt(key):
    _, lineage, shown = made(key)
    form = CATALOGUE.report(key)
    rules = [
        rule
        for each in form.tables
        if isinstance(each, InequalityTable)
        for rule in each.inequalities
    ]

    assert narrow(shown, lineage, form.threshold, rules) == []


def world(random, labour):
    """Some people with work or not, young or not, of some sexes and regions."""
    found = []
    for _ in range(random.randint(1, 14)):
        counted = random.choice(labour)
        if "all" in counted.split() and random.random() < 0.3:
            counted += " young"
        sex, region = random.choice("ffmmx"), random.choice("nsew")
        found += people(random.choice([1, 2, 5, 12, 30]), counted, sex=sex, region=region)
    return found


def made_public(random, threshold, labour):
    lineage = lineage_of(METRICS, world(random, labour))
    keys = [each.id for each in METRICS]
    given_report = report(
        table("figures", [(key, [cell(lineage, count(key))]) for key in keys]),
        crossed(lineage, "sex", keys, "sex", ["f", "m", "x"]),
        broken_down(lineage, "regions", "all", "region"),
    )
    return published(given_report, lineage, Audience.PUBLIC, threshold=threshold), lineage


def learnt(seed, persons):
    threshold = Threshold(persons=persons, households=persons, because="a test")
    random = Random(seed)
    covering = random.random() < 0.5
    labour = [each for each in LABOUR if not covering or each not in ("all", "all?")]
    shown, lineage = made_public(random, threshold, labour)
    rules = (DISJOINT, COVERING) if covering else (DISJOINT,)
    return narrow(shown, lineage, threshold, rules)


@pytest.mark.parametrize("seed", range(20))
def test_no_small_number_of_a_made_up_report_is_learnt(seed):
    assert learnt(seed, 10) == []


@given(st.integers(100, 10**6), st.sampled_from([3, 5, 10, 15]))
@settings(max_examples=tries(10), deadline=None)
def test_no_small_number_is_learnt_by_any_threshold(seed, persons):
    assert learnt(seed, persons) == []


def test_the_outsider_learns_from_a_report_in_which_only_small_numbers_are_hidden():
    lineage = lineage_of([metric("all")], [*people(3, "all", sex="f"), *people(30, "all", sex="m")])
    naive = crossed(lineage, "t", ["all"], "sex", ["f", "m"])
    blank = attrs.evolve(naive.rows[0].cells[1], value=Mark.SUPPRESSED)
    cells = (naive.rows[0].cells[0], blank, *naive.rows[0].cells[2:])
    shown = report(attrs.evolve(naive, rows=(attrs.evolve(naive.rows[0], cells=cells),)))

    assert narrow(shown, lineage, Threshold()) == [count("all", sex="f")]
