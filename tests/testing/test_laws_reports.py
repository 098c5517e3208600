"""The laws of reports: members make their figures, and what is published hides few people."""

from __future__ import annotations

from datetime import date

import attrs
import pytest
from laws_lab.plugins import (
    LANGUAGE,
    SAYS,
    broken,
    entered,
    figures,
    form,
    given,
    metric,
    stay,
)

from inclusion_core.facts.rows import ParticipationRow
from inclusion_core.metrics.metric import Axis, Measure
from inclusion_core.model.caseload import Caseload
from inclusion_core.model.client import Client, Gender
from inclusion_core.model.funding import Programme
from inclusion_core.model.participation import Participation
from inclusion_core.publishing.releases.release import HIDDEN
from inclusion_core.publishing.standing import Few
from inclusion_core.reports.behind import Count
from inclusion_core.reports.report import Mark
from inclusion_core.reports.tables import BreakdownTable, CrossTable
from inclusion_core.testing.conformance.laws import members, publishing
from inclusion_core.testing.conformance.laws.asked import Asked
from inclusion_core.testing.conformance.laws.everything import reported
from inclusion_core.testing.conformance.laws.members import (
    MEMBERS_MAKE_FIGURES,
    members_make_figures,
)
from inclusion_core.testing.conformance.laws.outside import learnt, sums_of
from inclusion_core.testing.conformance.laws.publishing import (
    LEAST,
    PUBLIC_FORM_HIDES_FEW,
    public_form_hides_few,
)
from inclusion_core.testing.conformance.laws.settings import Setting
from inclusion_core.values import NOT_ASKED

GENDER = stay.client.gender
WOMEN = GENDER.is_in(Gender.FEMALE)
BY_GENDER = Axis(id="gender", says=SAYS, code=GENDER)
BY_CAFE = Axis(id="cafe", says=SAYS, code=stay.programme.declared_as)


def entries(key, **changed):
    """A metric of stays that began in the period."""
    return metric(key, subject=ParticipationRow, universe=entered(stay), **changed)


STAYS = entries("stays")
FEMALE = entries("women", where=WOMEN, part_of="cafe.stays")
NOT_FEMALE = entries("others", where=~WOMEN)
SUM = ("cafe.stays", "cafe.others", "cafe.women")


def people(*genders):
    """Some persons who entered the café in June 2018, of these genders."""
    records = [Programme(id="pr1", operation_id="o1", declared_as=LANGUAGE.id)]
    for number, gender in enumerate(genders):
        records += [
            Client(id=f"c{number}", provider_id="pro1", gender=gender),
            Participation(
                id=f"p{number}",
                client_id=f"c{number}",
                programme_id="pr1",
                entered_on=date(2018, 6, 1),
            ),
        ]
    return Setting(
        caseload=Caseload.of_records(records, known_on=date(2019, 1, 15)),
        first_day=date(2018, 1, 1),
        last_day=date(2018, 12, 31),
        status_day=date(2019, 1, 1),
    )


def asked(*tables):
    """A plugin whose one report has these tables."""
    its = given(examples=1)
    return Asked(plugin="cafe", schema=its.schema, reports=(form(*tables),))


def by_cafe():
    """Stays by the café."""
    return BreakdownTable(
        id="cafes",
        title=SAYS,
        metric=attrs.evolve(STAYS, id="cafe.by-cafe", by=BY_CAFE),
        name=lambda code: SAYS,
    )


F, M = Gender.FEMALE, Gender.MALE


# Members.


def test_as_many_members_as_each_figure_says_is_well():
    different = entries("cafes", by=BY_CAFE, measure=Measure.DIFFERENT_CODES)
    whole = asked(figures(STAYS, FEMALE, different), by_cafe())

    assert not list(members_make_figures(whole, people(F, F, M, NOT_ASKED)))


def test_a_metric_and_a_table_that_call_two_axes_by_one_name_leave_nobody_behind_the_figures():
    lying = attrs.evolve(STAYS, id="cafe.lying", by=attrs.evolve(BY_CAFE, id="gender"))
    crossed = CrossTable(
        id="crossed",
        title=SAYS,
        row_heading=SAYS,
        metrics=(lying,),
        by=BY_GENDER,
        codes=("female", "male"),
        name=lambda code: SAYS,
    )
    found = broken(MEMBERS_MAKE_FIGURES, metrics=(lying,), reports=(form(crossed),), examples=3)

    assert list(found) == ["cafe.form"]
    assert "two axes that differ have the id gender; rename one" in found["cafe.form"].problem
    assert "Period " in found["cafe.form"].smallest


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"value": 4}, "it shows 4 of cafe.women, and its members make 2"),
        ({"value": Mark.NOT_APPLICABLE}, "it shows None of cafe.women, and its members make 2"),
        ({"unknown": 2}, "beside cafe.women it says not known of 2, and they are 1"),
        ({"unknown": 1}, ""),
        ({"unknown": 0}, ""),
        ({"value": Mark.NOT_COLLECTED}, ""),
        ({"value": Mark.SUPPRESSED, "behind": None}, ""),
    ],
)
def test_a_figure_that_its_members_do_not_make_is_named(monkeypatch, changes, problem):
    def meddled(*given):
        report, lineage = reported(*given)
        (section,) = report.sections
        (table,) = section.tables
        women = table.rows[1]
        cells = (attrs.evolve(women.cells[0], **changes),)
        table = attrs.evolve(table, rows=(table.rows[0], attrs.evolve(women, cells=cells)))
        sections = (attrs.evolve(section, tables=(table,)),)
        return attrs.evolve(report, sections=sections), lineage

    monkeypatch.setattr(members, "reported", meddled)
    found = list(members_make_figures(asked(figures(STAYS, FEMALE)), people(F, F, M, NOT_ASKED)))

    expected = [("cafe.form/figures/cafe.women", problem)] if problem else []
    assert found == expected


# What is published.


def test_three_figures_that_always_add_up_are_found_and_chance_is_not():
    lone = entries("lone", where=GENDER.is_in(Gender.NON_BINARY))
    cafes = entries("cafes", by=BY_CAFE, measure=Measure.DIFFERENT_CODES)
    its = given(
        examples=12,
        metrics=(STAYS, FEMALE, NOT_FEMALE, lone, cafes),
        reports=(form(figures(STAYS, FEMALE, NOT_FEMALE, lone, cafes)),),
    )

    assert sums_of(its) == (SUM,)


def test_a_small_number_that_follows_from_figures_nobody_says_add_up_is_named():
    undeclared = asked(figures(STAYS, FEMALE, NOT_FEMALE))
    [(about, problem)] = public_form_hides_few((SUM,), undeclared, people(F, M, M))

    assert about == "cafe.form/cafe.women"
    assert "say in `part_of` of which metric it is a part" in problem


def test_figures_that_say_of_what_they_are_a_part_are_hidden_together():
    declared = asked(figures(STAYS, FEMALE, attrs.evolve(NOT_FEMALE, part_of="cafe.stays")))

    assert not list(public_form_hides_few((SUM,), declared, people(F, M, M)))


def test_a_sum_of_which_the_report_tells_two_numbers_alone_is_none_for_its_readers():
    two = asked(figures(STAYS, FEMALE), by_cafe())

    assert not list(public_form_hides_few((SUM,), two, people(F, M, M, M)))


def test_a_plugin_that_leaves_out_of_what_figures_are_parts_is_told_with_the_smallest_caseload():
    metrics = (STAYS, FEMALE, NOT_FEMALE)
    found = broken(
        PUBLIC_FORM_HIDES_FEW, metrics=metrics, reports=(form(figures(*metrics)),), examples=8
    )

    [each] = found.values()
    assert each.about in ("cafe.form/cafe.women", "cafe.form/cafe.others")
    assert each.smallest.startswith("Period ")
    assert each.smallest.count("participation ") >= 3


def crossed():
    """Stays by gender."""
    return CrossTable(
        id="crossed",
        title=SAYS,
        row_heading=SAYS,
        metrics=(STAYS,),
        by=BY_GENDER,
        codes=("female", "male"),
        name=lambda code: SAYS,
    )


def count(*codes):
    """How many stays are of these genders; of all, where none is named."""
    return Count(metric=STAYS.id, groups=(("gender", codes),) if codes else ())


def known(told, sums=()):
    """What follows from what is told of one woman and two men."""
    whole = asked(figures(STAYS, FEMALE, NOT_FEMALE), crossed())
    (its,) = whole.reports
    _, lineage = reported(its, whole, people(F, M, M))
    return list(learnt(told, Few(lineage, LEAST), sums))


@pytest.mark.parametrize(
    ("told", "follows"),
    [
        ({count(): 3, count("female"): HIDDEN, count("male"): 2}, True),
        ({count(): HIDDEN, count("female"): HIDDEN, count("male"): 2}, False),
        ({count(): 3, count("female"): HIDDEN, count("male"): HIDDEN}, False),
        ({count("female"): HIDDEN, count("male"): 2}, False),
        ({count(): 3, count("female"): HIDDEN, count("*"): 2}, True),
        ({count(): 3, count("female"): HIDDEN, count("*"): HIDDEN}, False),
        ({count(): 3, count("female"): HIDDEN, count("female", "male"): 3}, False),
        ({count(): HIDDEN, count("female"): 1, count("male"): 2}, False),
    ],
)
def test_a_code_of_few_follows_from_the_total_and_all_others(told, follows):
    assert known(told) == ([count("female")] if follows else [])


def test_what_does_not_add_up_in_these_people_tells_nothing():
    told = {Count(metric=key): HIDDEN for key in SUM}

    assert known(told, sums=[(SUM[2], SUM[1], SUM[0])]) == []


def test_a_number_of_few_that_is_shown_is_named(monkeypatch):
    monkeypatch.setattr(publishing, "published", lambda report, *_, **__: report)

    assert list(public_form_hides_few((), asked(figures(FEMALE)), people(F, M, M))) == [
        ("cafe.form/cafe.women", "its public form shows a number of few: 1")
    ]


def test_a_sound_plugin_keeps_both_promises():
    its = {"metrics": (STAYS, FEMALE), "reports": (form(figures(STAYS, FEMALE)),), "examples": 3}

    assert broken(MEMBERS_MAKE_FIGURES, **its) == {}
    assert broken(PUBLIC_FORM_HIDES_FEW, **its) == {}
