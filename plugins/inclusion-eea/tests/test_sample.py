"""The sample gives the figures of the plan at its announced end, and those published at the end."""

from datetime import date

import pytest

from inclusion_core import SCHEMA, contradictions
from inclusion_core.findings import Severity
from inclusion_core.model.target import Target
from inclusion_core.testing import installed_catalogue
from inclusion_core.values import ABSENT
from inclusion_eea import metrics
from inclusion_eea.checks import CHECKS
from inclusion_eea.sample import build

ANNOUNCED_END, END = date(2015, 4, 30), date(2015, 7, 31)
PLAN = {
    "families": 100,
    "children": 200,
    "volunteer-mentors": 5,
    "trained-social-workers": 20,
    "social-workers": 2,
    "family-assistants": 4,
    "camps": 2,
    "youths-mentored": 0,
}
PUBLISHED = {"families": 129, "children": 271, "youths-mentored": 6}
FAMILY, _, WORKER = metrics.PLACES


@pytest.mark.parametrize("seed", [1, 88888])
def test_the_plan_is_met_exactly_and_the_end_is_as_published_whatever_is_drawn(counted, seed):
    journal = build(seed)
    planned = counted(journal.as_known_on(ANNOUNCED_END))
    ended = counted(journal.as_known_on(END))

    assert planned.by(ANNOUNCED_END).items() >= PLAN.items()
    assert planned.places(ANNOUNCED_END, metrics.FAMILIES, FAMILY) == {
        "BAUSKA": 50,
        "VALMIERA": 50,
    }
    workers = planned.places(ANNOUNCED_END, metrics.SOCIAL_WORKERS, WORKER)
    assert {code: number for code, number in workers.items() if number} == {
        "BAUSKA": 1,
        "VALMIERA": 1,
    }
    assert ended.by(END).items() >= PUBLISHED.items()


def test_what_was_known_at_the_announced_end_says_the_same_later(sample, counted):
    later = counted(sample.as_known_on(END))

    assert later.by(ANNOUNCED_END).items() >= PLAN.items()


def test_the_targets_are_those_of_the_announcement_and_of_the_page(sample):
    def promised(on):
        return {
            (each.metric.rpartition(".")[2], each.place, each.amount)
            for each in sample.as_known_on(on).of(Target)
        }

    at_first = promised(ANNOUNCED_END)
    assert at_first == {
        ("families", ABSENT, 100),
        ("families", "BAUSKA", 50),
        ("families", "VALMIERA", 50),
        ("children", ABSENT, 200),
        ("social-workers", ABSENT, 2),
        ("social-workers", "BAUSKA", 1),
        ("social-workers", "VALMIERA", 1),
        ("volunteer-mentors", ABSENT, 5),
        ("trained-social-workers", ABSENT, 20),
        ("family-assistants", ABSENT, 4),
        ("camps", ABSENT, 2),
    }
    assert promised(END) - at_first == {("families", ABSENT, 116)}


def test_a_seed_gives_the_same_sample_again(sample):
    assert build().versions == sample.versions
    assert build(7).versions != sample.versions


@pytest.mark.parametrize("on", [ANNOUNCED_END, END])
def test_nothing_in_the_sample_contradicts_itself(sample, on):
    findings = contradictions(sample.as_known_on(on), SCHEMA, CHECKS, sample)

    assert [each.kind for each in findings if each.severity is Severity.ERROR] == []


def test_everybody_in_the_sample_may_be_in_the_project(sample):
    from inclusion_core.facts.cases import Cases
    from inclusion_core.rules import Verdict

    eligibility = installed_catalogue().eligibility("eea.families")
    cases = Cases.of(sample.as_known_on(END), SCHEMA)

    assert {verdict for _, verdict in eligibility.verdicts(cases)} == {Verdict.YES}
