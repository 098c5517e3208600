"""What moved, in lines for a screen, in both languages, and as JSON."""

import json
from datetime import date
from decimal import Decimal

import attrs
import handed_lab as lab
import impact_lab as own
import pytest
from metrics_lab.guest_facts import facts
from metrics_lab.guests import guest, metric

from inclusion_core.expr import subject
from inclusion_core.facts.rows import ParticipationRow
from inclusion_core.impact.comparing import compared
from inclusion_core.impact.telling import told
from inclusion_core.impact.told_json import impact_json
from inclusion_core.metrics.metric import Measure
from inclusion_core.model.client import Gender
from inclusion_core.model.versions import Act
from inclusion_core.model.yes_no import YesNo
from inclusion_core.words import WORDS


def lines(impact, language="en", **given):
    return [each.in_(language) for each in told(impact, WORDS, **given)]


@pytest.fixture(scope="module")
def corrected():
    of = own.material(*lab.corrected())
    form = lab.report_form(lab.CLIENTS, lab.MINUTES, lab.RESULTS)
    return own.between(of, lab.JULY, lab.AUGUST, form=form, period=lab.FIRST_HALF)


def test_figures_come_first_then_who_and_why(corrected):
    found = lines(corrected)

    assert found[:8] == [
        "What moves: class.half-year, 1 January 2018 to 30 June 2018",
        "Before: as known on 2 July 2018; inclusion-class 1.0.0",
        "Now: as known on 10 August 2018; inclusion-class 1.0.0",
        "Figures that move: 3 of 3",
        "  Clients: 4, then 3 (counted: +1 -2)",
        "  Attendance (minutes): 240, then 180",
        "  A result within a month: 0 (+1 not known), then 1 (counted: +1, window still open: -1)",
        "Who moves: Clients",
    ]
    assert "  person c-3: not counted, then counted" in found
    assert (
        "    participation s-3, version 2: corrected on 10 August 2018 (looked up again)" in found
    )
    assert any(each.startswith("    clause: ") and each.endswith("no, then yes") for each in found)
    assert any(each.endswith(" a-2: counted (90), then counted (30)") for each in found)
    assert found[-1].endswith("no record that touches it was written in between")


def test_the_same_in_latvian(corrected):
    found = lines(corrected, "lv")

    assert found[4] == "  Klienti: 4, tad 3 (skaitīts: +1 -2)"
    assert any("versija 2: izlabots 2018. gada 10. augustā" in each for each in found)


def test_no_more_persons_than_asked_for_are_told(corrected):
    few = lines(corrected, most=1)

    assert "  and 2 more" in few
    assert not any("c-4" in each for each in few)
    assert not any("c-3" in each for each in lines(corrected, most=0))


def test_nothing_moves():
    impact = own.between(own.material(), lab.JULY, lab.JULY)

    assert lines(impact)[-1] == "No figure and nobody moves."


def test_groups_codes_and_what_is_in_one_alone_are_told():
    man = lab.later(
        lab.RECORDED["client", "c-1"], Act.CORRECTED, lab.AUGUST, lab.client(1, Gender.MALE)
    )
    impact = own.between(
        own.material(attrs.evolve(man, why="")),
        lab.JULY,
        lab.AUGUST,
        form=lab.report_form(own.STAYS, lab.NOW),
        then=lab.report_form(own.STAYS, lab.SERVICES),
        period=lab.FIRST_HALF,
    )
    found = lines(impact)

    assert found[4:9] == [
        "  Stays: 2, then 2",
        "    Gender: female: 3, then 2 (counted: -1)",
        "    Gender: male: 1, then 2 (counted: +1)",
        "  Services: [x], then 2 (counted: +2)",
        "    only now: there was no such metric before",
    ]
    assert "    only before: there is no such metric now" in found
    assert "  participation s-1: counted (Gender: female), then counted (Gender: male)" in found
    assert "    client c-1, version 2: corrected on 10 August 2018" in found
    assert "    and 1 more" not in lines(impact, most=1)
    assert "  and 1 more" in lines(impact, most=1)


def test_an_erasure_and_who_is_gone_are_told():
    gone = lab.later(lab.RECORDED["client", "c-2"], Act.ERASED, lab.OCTOBER)
    found = lines(own.between(own.material(gone), lab.JULY, lab.OCTOBER, period=lab.FIRST_HALF))

    assert (
        "Records were erased in between: client: 1. Whose they were may not be known any more."
        in found
    )
    assert "  person c-2: counted, then not in the data" in found


def test_an_assumption_is_told_once_and_named_where_it_moves():
    often = own.of_facts(facts.came_often.is_in(YesNo.YES))
    before, after = own.guests(often), own.guests(often, assumptions={"toy.often": 3})
    found = lines(compared(before, after, schema=own.GUESTS))

    assert found[1].endswith("; none")
    assert found[3:6] == [
        "Assumption toy.often: 2, then 3",
        "  often is 2 times or more",
        "  often is 3 times or more",
    ]
    assert "  assumption toy.often: 2, then 3" in found
    assert "    clause: came often: yes: yes, then no" in found


def test_an_assumption_of_one_alone_is_told():
    often = own.of_facts(facts.came_often.is_in(YesNo.YES))
    other = own.of_facts(facts.visits >= 2, table=own.guest_facts())
    before = own.guests(often)
    after = own.guests(other)
    now = attrs.evolve(after, metrics=(attrs.evolve(after.metrics[0], assumptions={}),))

    found = [compared(*pair, schema=own.GUESTS) for pair in ((before, now), (now, before))]
    assert "Assumption toy.often: 2, then none" in lines(found[0])
    assert "Assumption toy.often: none, then 2" in lines(found[1])


def test_another_definition_is_told_also_where_nothing_moves():
    one, other = (metric(where=guest.children >= least) for least in (1, 2))
    same, alike = (metric(where=guest.country.is_in("LV", "UA", *more)) for more in ((), ("SY",)))
    still = lines(compared(own.guests(same), own.guests(alike), schema=own.GUESTS))
    moving = lines(compared(own.guests(one), own.guests(other), schema=own.GUESTS))

    assert still[3:] == [
        "Defined otherwise, and nothing moves: Guests",
        "  definition: condition (guest, country): only now: SY",
        "No figure and nobody moves.",
    ]
    assert "  definition: condition (children): 1 or more / 2 or more" in moving
    assert "    clause: 2 at most children: not asked, then no" in moving


def test_a_clause_with_a_name_is_told_with_its_source():
    stay = subject(ParticipationRow)
    early = stay.entered_on <= date(2018, 2, 1)
    asked = lab.metric(
        "early",
        own.TITLE,
        subject=ParticipationRow,
        universe=early.named("early", own.TITLE, lab.RULES.point("7")),
    )
    moved = lab.later(
        lab.RECORDED["participation", "s-1"],
        Act.CORRECTED,
        lab.AUGUST,
        lab.participation(1, date(2018, 2, 20)),
    )
    form = lab.report_form(asked)
    impact = own.between(own.material(moved), lab.JULY, lab.AUGUST, form=form)

    assert "    clause early: Overview: yes, then no [Rules (2018-01-02), 7]" in lines(impact)
    [who] = json.loads(impact_json(impact))["metrics"][0]["moved"]
    assert who["clauses"][0]["source"] == {
        "lv": "Nolikums (2018-01-02), 7",
        "en": "Rules (2018-01-02), 7",
    }


def test_other_data_of_the_same_day_are_told():
    one = own.guests(metric())
    provenance = attrs.evolve(one.provenance, fingerprint="1" * 64)

    assert (
        "The data are others" in lines(compared(attrs.evolve(one, provenance=provenance), one))[3]
    )


def test_json_tells_all(corrected):
    whole = json.loads(impact_json(corrected))
    clients, minutes, _ = whole["metrics"]

    assert (whole["kind"], whole["version"]) == ("inclusion_core.impact", 1)
    assert whole["before"]["known_on"] == "2018-07-02"
    assert clients["figures"][0]["before"] == {"value": 4, "unknown": 0, "open": 0}
    assert clients["figures"][0]["joined"] == {"counted": ["c-3"], "unknown": [], "open": []}
    assert clients["figures"][0]["left"]["counted"] == ["c-4", "c-5"]
    assert clients["moved"][0]["versions"][0] == {
        "type": "participation",
        "id": "s-3",
        "version": 2,
        "recorded_on": "2018-08-10",
        "act": "corrected",
        "why": "looked up again",
    }
    [clause] = clients["moved"][0]["clauses"]
    assert set(clause) == {"aspect", "id", "says", "source", "before", "after"}
    assert clause["before"] == "no"
    assert minutes["figures"][0]["amounts"] == [{"id": "a-2", "before": 90, "after": 30}]


def test_json_tells_what_is_in_one_alone_and_groups_of_no_code():
    one = metric(measure=Measure.MEDIAN, amount=guest.children)
    other = metric(id="toy.axis", by=attrs.evolve(own.COUNTRY, code=guest.generation))
    before = own.guests(one, attrs.evolve(other, where=guest.children >= 9))
    came_often = own.of_facts(facts.came_often.is_in(YesNo.YES))
    often = own.guests(came_often, assumptions={"toy.often": 3})
    whole = json.loads(impact_json(compared(before, own.guests(other), schema=own.GUESTS)))
    axis, guests = whole["metrics"]

    assert guests["only"] == "before"
    assert guests["figures"][0]["before"]["value"] == "1.5"
    assert guests["figures"][0]["after"] is None
    assert axis["figures"][1]["code"] == "<unknown>"
    assert before.metrics[0].measure is Measure.MEDIAN
    assert Decimal(guests["figures"][0]["before"]["value"]) == Decimal("1.5")
    moved = json.loads(impact_json(compared(own.guests(came_often), often, schema=own.GUESTS)))[
        "metrics"
    ][0]
    assert moved["assumptions"][0]["before"] == 2
    assert moved["assumptions"][0]["says"][1]["en"] == "often is 3 times or more"
    gone = compared(before, attrs.evolve(before, metrics=(_nobody(before.metrics[0]),)))
    assert json.loads(impact_json(gone))["metrics"][0]["moved"][0]["after"] is None


def _nobody(standing):
    return attrs.evolve(standing, places={})
