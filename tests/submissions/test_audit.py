"""An audit sample can be drawn again by anybody, and everybody is as likely as the next."""

from collections import Counter
from fractions import Fraction

import handed_lab as lab
import pytest

from inclusion_core.facts.schema import SCHEMA
from inclusion_core.submissions.asked import Material
from inclusion_core.submissions.audit import audit_sample


def drawn(desk, metric=lab.CLIENTS, material=None, size=2, seed="2018", **more):
    asked = desk.asked(known_on=lab.JULY)
    return audit_sample(metric, material or desk.material, asked, size=size, seed=seed, **more)


def many(people):
    """A course with so many clients."""
    versions = [
        version
        for number in range(10, 10 + people)
        for version in (
            lab.first(lab.client(number)),
            lab.first(lab.participation(number, lab.START)),
        )
    ]
    return Material(lab.journal(*versions), SCHEMA)


def ids(sample):
    return [each.subject_id for each in sample.drawn]


def test_the_same_seed_draws_the_same(desk):
    assert drawn(desk) == drawn(desk, material=Material(lab.journal(*lab.corrected()), SCHEMA))
    assert drawn(desk).population == (("all", 4),)
    assert {each.probability for each in drawn(desk).drawn} == {Fraction(1, 2)}


def test_of_fewer_all_are_drawn(desk):
    sample = drawn(desk, size=20)

    assert ids(sample) == ["c-1", "c-2", "c-4", "c-5"]
    assert {each.probability for each in sample.drawn} == {1}


def test_one_more_person_takes_the_place_of_one_at_most(desk):
    for people in range(12, 18):
        before, after = (
            set(ids(drawn(desk, material=many(n), size=5))) for n in (people, people + 1)
        )

        assert len(before - after) <= 1


def test_everybody_is_as_likely_as_the_next(desk):
    """Of 12, 4 are drawn 300 times: chi-square of 11 degrees of freedom, below its 99.9 % bound."""
    from inclusion_core.metrics.sampling.drawing import draw

    people = ids(drawn(desk, material=many(8), size=12))
    counts = Counter(
        key
        for seed in range(300)
        for key in draw({"all": people}, {"all": 4}, seed=str(seed)).drawn
    )
    expected = 300 * 4 / 12
    chi_square = sum((counts[key] - expected) ** 2 / expected for key in people)

    assert len(people) == 12
    assert chi_square < 31.3


def test_the_records_behind_each_are_listed_with_their_versions(desk):
    [first] = [each for each in drawn(desk, size=9).drawn if each.subject_id == "c-1"]

    assert (first.subject_type, first.stratum) == ("person", "all")
    assert [(each.record_type, each.record_id, each.evidence) for each in first.shown] == [
        ("client", "c-1", ""),
        ("outcome", "o-1", "document"),
        ("participation", "s-1", ""),
        ("service_attendance", "a-1", ""),
    ]


def test_a_sample_does_not_show_what_records_hold(desk):
    assert "document" not in repr(drawn(desk, size=9))
    assert "Cēsis" not in repr(drawn(desk, size=9, by_place=True).drawn)


def test_evidence_that_is_missing_is_told(desk):
    [second] = [each for each in drawn(desk, size=9).drawn if each.subject_id == "c-2"]

    assert [each.evidence for each in second.shown if each.record_type == "outcome"] == [
        *("none", "not_known"),
    ]


def test_of_each_place_so_many_are_drawn(desk):
    sample = drawn(desk, size=1, by_place=True)

    assert sample.population == (("Cēsis", 1), ("Rīga", 2), ("not known", 1))
    assert [(each.stratum, each.probability) for each in sample.drawn] == [
        *(("Cēsis", 1), ("Rīga", Fraction(1, 2)), ("not known", 1)),
    ]


def test_records_of_what_was_corrected_come_in_their_last_version(desk):
    sample = audit_sample(
        lab.CLIENTS, desk.material, desk.asked(known_on=lab.NEXT_YEAR), size=9, seed="x"
    )
    shown = {(each.record_id, each.version) for who in sample.drawn for each in who.shown}

    assert ("s-3", 2) in shown


def test_a_client_who_is_missing_has_no_records(desk):
    gone = [each for key, each in lab.RECORDED.items() if key != ("client", "c-1")]
    material = Material(type(lab.journal())(tuple(gone)), SCHEMA)
    asked = desk.asked(known_on=lab.AUGUST)
    [first] = audit_sample(lab.RESULTS, material, asked, size=9, seed="x").drawn

    assert [(each.record_type, each.record_id) for each in first.shown] == [
        ("participation", "s-1")
    ]


@pytest.mark.parametrize(
    ("metric", "who", "client"),
    [
        (lab.FAMILIES, "h-1", "c-4"),
        (lab.MINUTES, "a-1", "c-1"),
        (lab.RESULTS, "s-1", "c-1"),
        (lab.SERVICES, "v-1", "c-2"),
    ],
)
def test_whatever_is_counted_leads_to_clients(desk, metric, who, client):
    asked = desk.asked(known_on=lab.JULY if metric is not lab.RESULTS else lab.AUGUST)
    sample = audit_sample(metric, desk.material, asked, size=9, seed="x")
    if metric is lab.FAMILIES:
        sample = drawn(desk, metric, size=9)
    [found] = [each for each in sample.drawn if each.subject_id == who]
    keys = {(each.record_type, each.record_id) for each in found.shown}

    assert ("client", client) in keys
    assert (found.subject_type, who) in keys
