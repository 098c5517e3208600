"""From a figure back to the register: facts, members, and why one case is counted."""

import attrs
import duckdb
import polars as pl
import pytest
from frames_lab.people import SEVEN, frame, people, written
from frames_lab.stays import (
    FOUND_WORK,
    KNOWN_ON,
    METRICS,
    PERIOD,
    STAYS,
    TOTAL,
    YOUNG_ONES,
    metric,
    stay,
)

from inclusion_core import frames
from inclusion_core.frames.errors import NoSuchSubjectError
from inclusion_core.model.client import Gender
from inclusion_core.truth import Truth

ASKED = {"period": PERIOD, "known_on": KNOWN_ON}


@pytest.fixture(scope="module")
def register():
    return frames.register(frame(SEVEN), tables=[STAYS])


def test_a_facts_table_that_is_there_is_given_as_it_is(register):
    found = frames.facts(register, STAYS)

    assert isinstance(found, pl.LazyFrame)
    assert found.collect().equals(frame(SEVEN))


def test_members_are_who_is_behind_a_figure(register):
    found = frames.members(register, FOUND_WORK, **ASKED)

    assert isinstance(found, pl.LazyFrame)
    assert found.collect().rows() == [("p1", "counted"), ("p3", "open"), ("p7", "unknown")]


def test_members_tell_the_cell_that_they_are_in(register):
    found = frames.members(register, TOTAL, by=["country"], **ASKED).collect()

    assert found.columns == ["id", "state", "country", "country_unknown"]
    assert found.rows() == [
        ("p1", "counted", "SY", False),
        ("p2", "counted", "SY", False),
        ("p3", "counted", "ER", False),
        ("p4", "counted", None, False),
        ("p5", "counted", None, True),
    ]


def test_what_is_assumed_makes_other_members(register):
    def young(**given):
        found = frames.members(register, YOUNG_ONES, **ASKED, **given).collect()
        return found.filter(state="counted")["id"].to_list()

    assert young() == ["p1", "p5"]
    assert young(assumptions={"lab.young": 30}) == ["p1", "p3", "p5"]


@pytest.mark.parametrize("engine", ["polars", "duckdb"])
def test_there_are_as_many_members_as_the_figure_says(tmp_path, engine):
    everybody = people(7, 150)
    register = frames.register(
        written(tmp_path, everybody[:99], everybody[99:]), tables=[STAYS], engine=engine
    )
    table = frames.compute(METRICS, register, **ASKED)
    for each in METRICS:
        found = frames.members(register, each, **ASKED)
        states = [
            row[1] for row in (found.collect().rows() if engine == "polars" else found.fetchall())
        ]
        total = table.figures[each.id].total
        wanted = {"counted": total.counted, "unknown": total.unknown, "open": total.open}

        assert {state: states.count(state) for state in wanted} == wanted
        assert len(states) == sum(wanted.values())


def test_members_stay_on_the_engine_of_the_register(tmp_path):
    register = frames.register(written(tmp_path, SEVEN), tables=[STAYS], engine="duckdb")

    assert isinstance(frames.members(register, TOTAL, **ASKED), duckdb.DuckDBPyRelation)
    assert isinstance(frames.facts(register, STAYS), duckdb.DuckDBPyRelation)


def test_every_case_is_explained_as_it_is_counted():
    everybody = people(11, 60)
    register = frames.register(frame(everybody), tables=[STAYS])
    for each in (TOTAL, YOUNG_ONES, FOUND_WORK):
        found = dict(frames.members(register, each, **ASKED).collect().iter_rows())
        for one in everybody:
            explained = frames.explain(register, each, one.id, **ASKED)

            assert explained.state == found.get(one.id, "not_counted")


def test_a_case_is_explained_condition_by_condition(register):
    explained = frames.explain(register, YOUNG_ONES, "p4", **ASKED)
    young = explained.parts[-1]

    assert (explained.state, explained.asked) == ("unknown", Truth.YES)
    assert explained.decisive == (young,)
    assert (young.asks, young.truth) == ("where", Truth.UNKNOWN)
    assert young.clause is not None
    assert young.clause.id == "young"
    assert [(read.field, read.record_id) for read in young.fields] == [
        ("born_on", "p4"),
        ("entered_on", "p4"),
    ]
    assert {part.asks for part in explained.parts[:-1]} == {"universe"}


def test_an_explanation_is_told_in_two_languages(register):
    explained = frames.explain(register, FOUND_WORK, "p7", **ASKED)

    assert explained.told() == (
        "lab.cr01, p7: not known whether it counts",
        "yes: left_on >= period_first_day",
        "  left on: 2020-05-01",
        "yes: left_on <= period_last_day",
        "  left on: 2020-05-01",
        "not known: found_work in {yes}",
        "  found work: (refused)",
    )
    assert explained.told("lv")[-2:] == (
        "nav zināms: found_work in {yes}",
        "  atrada darbu: (atteicās atbildēt)",
    )


def test_clauses_are_told_in_the_words_of_their_author(register):
    told = frames.explain(register, YOUNG_ONES, "p2", **ASKED).told()

    assert told[0] == "lab.co02, p2: not counted"
    assert "no: is young" in told


def test_every_kind_of_value_is_told(register):
    odd = metric(
        "odd",
        where=stay.country.is_in("SY")
        & stay.gender.is_in(Gender.MALE)
        & (stay.minutes >= 1)
        & (stay.born_on <= KNOWN_ON),
    )

    def told(key):
        lines = frames.explain(register, odd, key, **ASKED).told()
        return [line.strip() for line in lines if line.startswith("  ")][2:]

    assert told("p3") == [
        "country: ER",
        "gender: female",
        "duration (minutes): 31",
        "born on: 1995",
    ]
    assert told("p4") == [
        "country: (none)",
        "gender: (refused)",
        "duration (minutes): 10",
        "born on: (not asked)",
    ]


def test_an_answer_that_does_not_stand_yet_is_open(register):
    explained = frames.explain(register, FOUND_WORK, "p3", **ASKED)

    assert explained.state == "open"
    assert explained.decisive == ()
    assert frames.explain(register, FOUND_WORK, "p3", period=PERIOD).state == "unknown"


def test_no_value_of_a_person_is_in_the_repr(register):
    shown = repr(frames.explain(register, FOUND_WORK, "p2", **ASKED))

    assert "2020-04-01" not in shown
    assert "2020, 4, 1" not in shown
    assert "lab.cr01" in shown


def test_a_case_that_is_not_there_is_told_without_naming_others(register):
    with pytest.raises(NoSuchSubjectError) as caught:
        frames.explain(register, TOTAL, "p99", **ASKED)
    assert str(caught.value) == "the register has no stay 'p99'; members(...) lists the ids"
    assert str(NoSuchSubjectError("stay", "Anna Berzina")) == (
        "the register has no stay of that id; members(...) lists the ids"
    )


def test_two_metrics_are_compared():
    comparison = frames.compare(TOTAL, YOUNG_ONES)

    assert frames.compare(TOTAL, attrs.evolve(TOTAL, id="lab.other")).differences == ()
    assert comparison.differences[0].aspect.value == "where"
