"""Normalised tables: facts are worked out on the engine, and every way gives the same figures."""

from datetime import date
from typing import Annotated

import attrs
import polars as pl
import pytest
from frames_lab.stays import FOUND_WORK, GENDER, KNOWN_ON, METRICS, PERIOD, STAYS, TOTAL

from inclusion_core import SCHEMA, frames
from inclusion_core.errors import SchemaError, UnknownNameError
from inclusion_core.expr import CodeExpression, Condition, Row, all_of, subject
from inclusion_core.expr.frames.fetching import fetched
from inclusion_core.expr.nodes import CodeField
from inclusion_core.facts.rows import ClientRow, EnrolmentRow
from inclusion_core.facts.table import Column, FactsTable
from inclusion_core.fields import CodeList, Record
from inclusion_core.frames.registers import Register
from inclusion_core.metrics.counting import count_records
from inclusion_core.metrics.metric import Grain, Membership, Metric
from inclusion_core.texts import lv

CLIENTS = pl.DataFrame(
    {
        "id": ["c1", "c2", "c3"],
        "provider_id": ["p", "p", "p"],
        "gender": ["female", "male", None],
        "gender_unknown": [None, None, "refused"],
        "born_on": [date(2000, 5, 1), date(1980, 5, 1), None],
        "born_on_unknown": [None, None, "not_asked"],
    }
)
PARTICIPATIONS = pl.DataFrame(
    {
        "id": ["s1", "s2", "s3", "s4"],
        "client_id": ["c1", "c2", "c3", "c1"],
        "programme_id": ["q", "q", "q", "q"],
        "entered_on": [date(2020, 1, 10), date(2020, 2, 10), date(2020, 3, 10), date(2019, 1, 1)],
        "left_on": [date(2020, 3, 1), date(2020, 9, 1), None, date(2019, 2, 1)],
    }
)
ARRIVALS = pl.DataFrame({"id": ["a1"], "client_id": ["c1"], "country": ["SY"]})
OUTCOMES = pl.DataFrame(
    {
        "id": ["o1"],
        "participation_id": ["s1"],
        "kind": ["employment"],
        "happened_on": [date(2020, 3, 5)],
    }
)
ATTENDANCES = pl.DataFrame(
    {"id": ["t1"], "service_id": ["s"], "participation_id": ["s2"], "minutes": [45]}
)
ALL = {
    "client": CLIENTS,
    "participation": PARTICIPATIONS,
    "arrival": ARRIVALS,
    "outcome": OUTCOMES,
    "service_attendance": ATTENDANCES,
}


@attrs.frozen(kw_only=True, repr=False)
class Enrolled(Record):
    """One person in one operation."""

    id: str
    person: Annotated[str, CodeList("ids", r"\S+")]


class EnrolledRow(Row):
    """One person in one operation."""

    record_type = "enrolled"


ASKED = {"period": PERIOD, "known_on": KNOWN_ON}


@pytest.fixture(scope="module", params=["polars", "duckdb"])
def register(request, tmp_path_factory) -> Register:
    folder = tmp_path_factory.mktemp("normalised")
    for name, table in ALL.items():
        table.write_parquet(folder / f"{name}.parquet")
    return frames.register(folder, tables=[STAYS], engine=request.param)


def test_facts_worked_out_on_the_engine_are_counted_as_those_of_objects(register):
    keys = PARTICIPATIONS["id"].to_list()
    nodes = [each.value for each in STAYS.columns.values()]
    nodes.append(STAYS.columns["found_work"].known_where)
    records = fetched(register.tables, "participation", keys, nodes)
    table = frames.compute(METRICS, register, by=[GENDER], **ASKED)

    assert table.figures == count_records(
        METRICS, records, table.asked.parameters, known_on=KNOWN_ON, by=[GENDER]
    )
    assert table["co01"].value == 3
    assert [row.value for row in table.rows() if row.metric == "lab.cr01"] == [1, 0, 0]


def test_facts_can_be_looked_at_and_counted_again(register):
    found = frames.facts(register, STAYS)
    lazily = found.collect() if isinstance(found, pl.LazyFrame) else found.pl()
    again = frames.register(lazily, tables=[STAYS])

    assert lazily.sort("id")["country"].to_list() == ["SY", None, None, "SY"]
    assert frames.compute(METRICS, again, **ASKED) == frames.compute(METRICS, register, **ASKED)


def test_facts_are_those_of_the_persons_that_are_known_on_a_day():
    enrolled = Column(value=CodeExpression(CodeField(subject(EnrolmentRow).row, "person_id"), str))
    table = FactsTable(
        id="lab.enrolled",
        says=STAYS.says,
        subject=EnrolmentRow,
        row=EnrolledRow,
        record=Enrolled,
        columns={"person": enrolled},
        words=STAYS.words,
    )
    links = {"id": ["l"], "client_id": ["c1"], "other_client_id": ["c2"]}
    register = frames.register(
        {
            "client": CLIENTS,
            "participation": PARTICIPATIONS,
            "programme": pl.DataFrame({"id": ["q"], "operation_id": ["o"], "declared_as": ["x"]}),
            "same_person_link": pl.DataFrame({**links, "linked_on": [date(2020, 6, 1)]}),
        }
    )

    assert frames.facts(register, table).collect().height == 2
    assert frames.facts(register, table, known_on=date(2020, 5, 31)).collect().height == 3


def test_a_case_is_fetched_through_its_facts(register):
    explained = frames.explain(register, FOUND_WORK, "s1", **ASKED)

    assert explained.state == "counted"
    assert explained.told()[-1] == "  found work: yes"
    assert frames.explain(register, FOUND_WORK, "s2", **ASKED).state == "open"


def women(condition: Condition) -> Metric:
    return Metric(
        id="lab.women",
        says=lv("Klienti").en("Clients"),
        subject=ClientRow,
        universe=condition,
        grain=Grain.FUND,
        membership=Membership.ACTIVE,
        source=TOTAL.source,
    )


def test_records_are_counted_and_explained_without_a_facts_table(register):
    clients = women(subject(ClientRow).participations.exist())
    table = frames.compute([clients], register, by=["gender"], **ASKED)

    assert [(row.codes[0], row.value) for row in table.rows()][:2] == [("female", 1), ("male", 1)]
    assert table.axes[0].says.in_("lv") == "dzimums"
    assert frames.explain(register, clients, "c1", **ASKED).state == "counted"
    with pytest.raises(UnknownNameError, match="no column of codes of client 'gendr'"):
        frames.compute([clients], register, by=["gendr"], **ASKED)


def test_a_table_that_is_needed_and_not_there_is_named():
    register = frames.register({"client": CLIENTS}, schema=SCHEMA)

    with pytest.raises(SchemaError, match="there is no table of it"):
        frames.compute([women(subject(ClientRow).arrivals.exist())], register, **ASKED)
    assert frames.compute([women(all_of())], register, **ASKED)["women"].value == 3
