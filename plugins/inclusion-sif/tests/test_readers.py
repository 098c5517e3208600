"""The rules and limits on tables of the sample: every engine finds what the objects say."""

from datetime import date
from functools import cache

import pytest

from inclusion_core.expr import JUDGED_ON, Parameters
from inclusion_core.expr.frames import FrameReader, Tables
from inclusion_core.expr.generated import GeneratedReader
from inclusion_core.expr.objects import ObjectReader
from inclusion_core.expr.records import Records
from inclusion_core.facts.schema import SCHEMA
from inclusion_core.model.participation import Participation
from inclusion_core.testing import installed_catalogue
from inclusion_core.truth import Truth

KNOWN_ON = date(2018, 12, 3)
TRUTHS = {True: Truth.YES, False: Truth.NO, None: Truth.UNKNOWN}
ASKED = (
    ("sif.mentoring", date(2018, 6, 1), KNOWN_ON),
    ("sif.mentoring", date(2019, 4, 17), KNOWN_ON),
    ("sif.mentoring", date(2018, 6, 1), None),
    ("sif.motivation", date(2018, 6, 1), KNOWN_ON),
)
"""Programme, day of the question, and the day up to which things are known."""


@cache
def sample():
    return installed_catalogue().samples["sif.mentoring"].build(2018).as_known_on(KNOWN_ON)


@cache
def tables(engine):
    return Tables.of_records(SCHEMA, sample().records, engine=engine)


def conditions(programme):
    """Who is eligible, and whom each limit covers."""
    service = installed_catalogue().eligibility(programme)
    covers = {limit.id: limit.covers(JUDGED_ON) for limit in service.limits}
    return {"eligible": service.condition, **covers}


def on_tables(programme, engine, judged_on, known_on):
    """What every participation comes to, by id and condition."""
    asked = conditions(programme)
    names = {f"asked_{number}": name for number, name in enumerate(asked)}
    reader = FrameReader(
        tables(engine),
        parameters=Parameters(days={"judged_on": judged_on}),
        known_on=known_on,
    )
    wanted = {column: asked[name] for column, name in names.items()}
    rows = reader.read("participation", wanted).collect("polars").rows(named=True)
    return {
        row["id"]: {name: TRUTHS[row[column]] for column, name in names.items()} for row in rows
    }


@cache
def on_objects(programme, judged_on, known_on, reader=GeneratedReader, every=1):
    """The same, one participation after another; by default read by compiled functions."""
    one_by_one = reader(
        Records(SCHEMA, sample().records),
        parameters=Parameters(days={"judged_on": judged_on}),
        known_on=known_on,
    )
    asked = conditions(programme).items()
    return {
        each.id: {name: one_by_one.truth(of, each) for name, of in asked}
        for each in sample().of(Participation)[::every]
    }


@pytest.mark.at_length(few=2)
@pytest.mark.parametrize("engine", ["polars", "duckdb"])
@pytest.mark.parametrize(("programme", "judged_on", "known_on"), ASKED)
def test_tables_and_objects_find_the_same_truths(programme, engine, judged_on, known_on):
    found = on_tables(programme, engine, judged_on, known_on)

    assert found == on_objects(programme, judged_on, known_on)
    assert len(found) == len(sample().of(Participation)) > 250


@pytest.mark.parametrize(("programme", "judged_on", "known_on"), ASKED)
def test_what_is_compiled_says_of_people_what_the_definition_of_the_language_says(
    programme, judged_on, known_on
):
    found = on_objects(programme, judged_on, known_on, ObjectReader, every=20)

    assert found.items() <= on_objects(programme, judged_on, known_on).items()
    assert len(found) > 10


def test_in_the_sample_nobody_is_surely_not_eligible_and_some_are_no_longer_supported():
    found = on_objects(*ASKED[0]).values()

    assert {each["eligible"] for each in found} == {Truth.YES, Truth.UNKNOWN}
    assert {each["sif.mentoring.social-mentor-asylum"] for each in found} == set(Truth)
