"""The facts table of a caseload on the command line: written, and described."""

import json
import sys
from datetime import date

import attrs
import pytest
from fund_lab import TOY_FUND, FundPlugin
from stays_lab import CONTRADICTORY, STAYS, ToyStay

from inclusion_core.cli.facts_written import csv_of
from inclusion_core.expr.handles import days_after
from inclusion_core.facts.moments import PERIOD_FIRST_DAY, STATUS_DAY
from inclusion_core.facts.own_table import read_own_table
from inclusion_core.facts.table import Column
from inclusion_core.markers import hookimpl
from inclusion_core.values import ABSENT, PartialDay

polars = pytest.importorskip("polars")


@pytest.fixture
def facts(run):
    """Runs `facts`; gives its exit code, what it shows and what it remarks."""

    def command(*arguments, plugins=(TOY_FUND,)):
        return run("facts", *arguments, plugins=plugins)

    return command


@pytest.fixture
def caseload(folder):
    """Two stays of two clients, one recorded a month later."""
    (folder / "operation.csv").write_text(
        "id,recorded_on,number,title,beneficiary\no-1,2018-01-01,9.9,Course,Fund\n"
    )
    (folder / "programme.csv").write_text(
        "id,recorded_on,operation_id,declared_as\nm-1,2018-01-01,o-1,toy.course\n"
    )
    (folder / "client.csv").write_text(
        "id,recorded_on,provider_id,born_on,gender,gender_unknown\n"
        "c-1,2018-01-01,p-1,1990,female,\n"
        "c-2,2018-01-01,p-1,1991-05-01,,refused\n"
    )
    (folder / "participation.csv").write_text(
        "id,recorded_on,client_id,programme_id,entered_on\n"
        "in-2,2018-02-01,c-2,m-1,2018-02-01\n"
        "in-1,2018-01-10,c-1,m-1,2018-01-10\n"
    )
    return folder


HEADING = (
    "id,house,house_unknown,gender,gender_unknown,"
    "born_on,born_on_unknown,born_on_earliest,born_on_latest,"
    "entered_on,entered_on_unknown,entered_on_earliest,entered_on_latest,"
    "left_on,left_on_unknown,left_on_earliest,left_on_latest,"
    "found_work,found_work_unknown,providers,providers_unknown\n"
)
FIRST = "in-1,toy.course,,female,,,partial,1990-01-01,1990-12-31,2018-01-10,,,,,,,,no,,0,\n"
SECOND = "in-2,toy.course,,,refused,1991-05-01,,,,2018-02-01,,,,,,,,no,,0,\n"


def test_a_facts_table_is_shown_as_csv(facts, caseload):
    code, shown, remarks = facts("toy.stay", caseload)

    assert (code, remarks) == (0, "")
    assert shown == HEADING + FIRST + SECOND


def test_only_what_was_recorded_by_a_day_is_in_it(facts, caseload):
    assert facts("toy.stay", caseload, "--known-on", "2018-01-31")[1] == HEADING + FIRST


@pytest.mark.parametrize("name", ["stays.csv", "stays.parquet"])
def test_a_facts_table_is_written_and_can_be_read_back(facts, caseload, tmp_path, name):
    written = tmp_path / name
    code, shown, remarks = facts("toy.stay", caseload, "--output", written)

    assert (code, shown) == (0, "")
    assert remarks == f"The facts table is written to {written}; rows: 2.\n"
    if name.endswith("csv"):
        assert written.read_text() == HEADING + FIRST + SECOND
        return
    frame = polars.read_parquet(written)
    tables, findings = read_own_table(STAYS, frame)
    assert findings == ()
    assert frame["id"].to_list() == ["in-1", "in-2"]
    assert frame["gender_unknown"].to_list() == [None, "refused"]
    assert tables.frame("toy_stay").collect().shape[0] == 2


def test_where_polars_is_not_installed_its_extra_is_named(facts, caseload, tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "inclusion_core.expr.frames", None)

    code, _, remarks = facts("toy.stay", caseload, "--output", tmp_path / "stays.parquet")

    assert code == 2
    assert "writing Parquet needs the extra 'polars'" in remarks


def test_every_kind_of_value_has_its_cells():
    row = ToyStay(
        id="s-1",
        house=ABSENT,
        born_on=PartialDay.of_year(1990),
        entered_on=CONTRADICTORY,
        left_on=date(2018, 3, 1),
        providers=3,
    )

    assert csv_of(STAYS, [row]).splitlines()[1] == (
        "s-1,,,,not_asked,,partial,1990-01-01,1990-12-31,,contradictory,,,2018-03-01,,,,"
        ",not_asked,3,"
    )


def test_an_output_that_cannot_be_written_is_told_in_a_line(facts, caseload, tmp_path):
    nowhere = tmp_path / "nowhere" / "stays.parquet"
    code, _, remarks = facts("toy.stay", caseload, "--output", nowhere)

    assert code == 4
    assert remarks == f"inclusion-core: {nowhere}: No such file or directory\n"


def test_faults_of_the_data_are_told_beside_the_table(facts, caseload):
    with (caseload / "participation.csv").open("a") as file:
        file.write("in-3,2018-02-01,c-9,m-1,2018-02-01\n")

    code, shown, remarks = facts("toy.stay", caseload)

    assert code == 1
    assert len(shown.splitlines()) == 4
    assert remarks.startswith("In the data: 1 error")


@attrs.define
class Moving(FundPlugin):
    """A fund whose table asks for the days of a report."""

    @hookimpl
    def inclusion_facts_tables(self):
        columns = {
            **STAYS.columns,
            "entered_on": Column(value=days_after(PERIOD_FIRST_DAY, 1)),
            "left_on": Column(value=STATUS_DAY),
        }
        return (attrs.evolve(STAYS, columns=columns),)

    @hookimpl
    def inclusion_metrics(self):
        return ()

    @hookimpl
    def inclusion_reports(self):
        return ()


@pytest.mark.parametrize(
    ("given", "days"),
    [
        ((), ("2018-01-02", "2018-12-31")),
        (("--status-day", "2019-02-01"), ("2018-01-02", "2019-02-01")),
    ],
)
def test_a_table_that_asks_for_days_is_given_them(facts, caseload, given, days):
    moving = attrs.evolve(TOY_FUND, load=Moving)
    year = ("--period", "2018-01-01..2018-12-31")
    _, shown, _ = facts("toy.stay", caseload, *year, *given, plugins=(moving,))
    cells = dict(zip(HEADING.split(","), shown.splitlines()[1].split(","), strict=True))

    assert (cells["entered_on"], cells["left_on"]) == days


def test_a_day_that_a_table_asks_for_and_is_not_given_is_named(facts, caseload):
    moving = attrs.evolve(TOY_FUND, load=Moving)
    code, _, remarks = facts("toy.stay", caseload, "--status-day", "2018-03-01", plugins=(moving,))

    assert code == 2
    assert "period_first_day" in remarks


def test_something_else_can_be_assumed(facts, caseload):
    assert facts("toy.stay", caseload, "--assume", "toy.window=0")[0] == 0
    code, _, remarks = facts("toy.stay", caseload, "--assume", "toy.grown-up=16")

    assert code == 2
    assert "no assumption 'toy.grown-up'" in remarks


def test_the_columns_are_described_for_people(facts, tmp_path):
    code, shown, remarks = facts("toy.stay", "--dictionary", "--language", "lv")
    written = tmp_path / "stays.md"
    facts("toy.stay", "--dictionary", "--language", "lv", "--output", written)

    assert (code, remarks) == (0, "")
    assert shown.startswith("# toy.stay\n\nViena rinda: dalība kursā.\n")
    assert "atrada darbu" in shown
    assert written.read_text(encoding="utf-8") == shown


def test_the_columns_are_described_for_programs(facts):
    schema = json.loads(facts("toy.stay", "--schema")[1])

    assert schema["name"] == "toy.stay"
    assert [each["name"] for each in schema["fields"]] == HEADING.strip().split(",")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ((), "name the data, or ask for --dictionary (see inclusion-core facts --help)"),
        (("data", "--schema"), "give one of DATA, --dictionary and --schema"),
        (("--dictionary", "--schema"), "give one of DATA, --dictionary and --schema"),
    ],
)
def test_one_thing_is_asked_for_at_a_time(facts, arguments, told):
    code, shown, remarks = facts("toy.stay", *arguments)

    assert (code, shown) == (2, "")
    assert told in remarks


def test_a_table_never_takes_the_place_of_data(facts, caseload):
    code, _, remarks = facts("toy.stay", caseload, "--output", caseload / "toy_stay.csv")

    assert code == 2
    assert "lies in the caseload; write the table elsewhere" in remarks


def test_nothing_is_made_of_nothing(facts, folder):
    for name in ("client.csv", "provider.csv"):
        path = folder / name
        path.write_text(path.read_text().splitlines()[0] + "\n")

    code, _, remarks = facts("toy.stay", folder)

    assert code == 2
    assert "nothing is recorded in the data" in remarks


def test_a_table_that_is_not_there_has_a_near_name(facts, caseload):
    assert "did you mean toy.stay?" in facts("toy.stays", caseload)[2]
