"""The command that tells what a later day, another value or another version moves."""

import json
import sys
from importlib.metadata import version
from pathlib import Path

import attrs
import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "submissions"))

import handed_lab as lab

from inclusion_core.expr import completed_years, subject
from inclusion_core.facts.assumption import Assumption
from inclusion_core.facts.moments import STATUS_DAY
from inclusion_core.facts.rows import ParticipationRow
from inclusion_core.facts.schema import SCHEMA
from inclusion_core.manager import Plugin
from inclusion_core.markers import hookimpl
from inclusion_core.texts import lv
from inclusion_core.wire import write_journal

AGE = Assumption(
    id="class.grown-up",
    says=lv("pieaudzis ir no {value} gadiem").en("grown up is from {value} years"),
    default=18,
    most=99,
    source=lab.RULES,
)
stay = subject(ParticipationRow)
GROWN_UP = lab.metric(
    "grown-up",
    lv("Pieaugušie").en("Grown-up"),
    subject=ParticipationRow,
    universe=completed_years(stay.client.born_on, STATUS_DAY) >= AGE.number,
    assumes=(AGE,),
)
FORM = lab.report_form(lab.CLIENTS, lab.MINUTES, GROWN_UP)
AGES = lab.report_form(GROWN_UP, key="class.ages")


class AgePlugin(lab.ClassPlugin):
    @hookimpl
    def inclusion_assumptions(self):
        return (AGE,)

    @hookimpl
    def inclusion_metrics(self):
        return (*lab.METRICS, GROWN_UP)

    @hookimpl
    def inclusion_reports(self):
        return (FORM, AGES, lab.SHORT)


PLUGINS = (
    Plugin(
        name="class",
        distribution="inclusion-class",
        version=version("inclusion-core"),
        load=AgePlugin,
    ),
)
PERIOD = ("--period", "2018-01-01..2018-06-30")
JULY, AUGUST = "2018-07-02", "2018-08-10"


@pytest.fixture(scope="module")
def data(tmp_path_factory):
    folder = tmp_path_factory.mktemp("impact") / "data"
    write_journal(lab.journal(*lab.corrected()), folder, SCHEMA)
    return folder


@pytest.fixture
def impact(run, data):
    """Runs the command on the course."""

    def asked(*more, on=data, form="class.half-year", plugins=PLUGINS):
        return run("impact", form, on, *PERIOD, *more, plugins=plugins)

    return asked


def test_two_days_of_knowledge_are_laid_side_by_side(impact):
    code, out, _ = impact("--known-on", JULY, "--and-known-on", AUGUST)

    assert code == 0
    assert "Clients: 4, then 3 (counted: +1 -2)" in out
    assert "participation s-3, version 2: corrected on 10 August 2018 (looked up again)" in out


def test_the_same_in_latvian_and_with_fewer_persons(impact):
    days = ("--known-on", JULY, "--and-known-on", AUGUST)
    _, out, _ = impact(*days, "--language", "lv", "--most", "1")

    assert "Klienti: 4, tad 3" in out
    assert "un vēl 2" in out
    assert impact(*days, "--most", "few")[0] == 2


def test_all_is_told_as_json(impact):
    _, out, _ = impact("--known-on", JULY, "--and-known-on", AUGUST, "--format", "json")
    clients = json.loads(out)["metrics"][0]

    assert clients["figures"][0]["joined"]["counted"] == ["c-3"]


def test_two_values_of_an_assumption_are_laid_side_by_side(impact):
    _, out, _ = impact("--assume", "class.grown-up=20", "--and-assume", "class.grown-up=30")

    assert "Assumption class.grown-up: 20, then 30" in out
    assert "  Grown-up: 3, then 0 (counted: -3)" in out


def test_what_was_saved_is_compared_with_what_there_is_now(impact, tmp_path):
    saved = tmp_path / "standing.json"
    code, out, err = impact("--known-on", JULY, "--save", saved)
    later = impact("--known-on", AUGUST, "--against", saved, "--format", "json")
    at_once = impact("--known-on", JULY, "--and-known-on", AUGUST, "--format", "json")

    assert (code, out) == (0, "")
    assert f"written to {saved}. It holds ids of persons and is for staff alone." in err
    assert later[:2] == at_once[:2]


def test_a_rule_of_a_later_version_is_told_by_clause(impact, tmp_path):
    saved = tmp_path / "standing.json"
    impact("--known-on", JULY, "--save", saved)
    older = attrs.evolve(GROWN_UP, universe=completed_years(stay.client.born_on, STATUS_DAY) >= 40)

    class Later(AgePlugin):
        @hookimpl
        def inclusion_metrics(self):
            return (*lab.METRICS, older)

        @hookimpl
        def inclusion_reports(self):
            return (lab.report_form(lab.CLIENTS, older), lab.SHORT)

    plugins = (attrs.evolve(PLUGINS[0], version="0.1.9", load=Later),)
    _, out, _ = impact("--known-on", JULY, "--against", saved, plugins=plugins)

    assert "inclusion-class 0.1.9" in out
    assert "only before: there is no such metric now" in out
    assert "  Grown-up: 5, then 0 (counted: -5)" in out
    assert "  definition: universe" in out


def test_it_must_be_said_what_to_compare_with_what(impact, data, tmp_path):
    code, _, err = impact()
    both = impact("--against", tmp_path / "x", "--and-known-on", AUGUST)

    assert code == 2
    assert "compare with what? name --and-known-on, --and-assume or --against; or --save" in err
    assert "before is what was saved" in both[2]
    assert "lies in the data" in impact("--save", data / "x.json")[2]
    assert "--engine is for a register" in impact("--save", tmp_path / "x", "--engine", "polars")[2]


def test_a_file_that_is_none_or_of_another_form_is_refused(impact, tmp_path):
    saved = tmp_path / "standing.json"
    saved.write_text("{}")
    broken = impact("--against", saved)
    impact("--save", saved)

    assert "not a saved standing" in broken[2]
    assert "one is of the form" in impact("--against", saved, form="class.short")[2]
    assert impact("--against", tmp_path / "nothing.json")[0] == 4


def test_a_register_has_no_history(impact, tmp_path):
    code, _, err = impact("--and-known-on", AUGUST, on=tmp_path / "register.parquet")

    assert code == 2
    assert "a register has no history" in err


def test_faulty_data_are_told_and_end_with_a_code_of_their_own(impact, data, tmp_path):
    folder = tmp_path / "faulty"
    folder.mkdir()
    for file in data.iterdir():
        (folder / file.name).write_bytes(file.read_bytes())
    with (folder / "client.csv").open("a") as clients:
        clients.write("c-9\n")
    code, out, err = impact("--known-on", JULY, "--and-known-on", AUGUST, on=folder)

    assert code == 1
    assert "Clients: 4, then 3" in out
    assert "error" in err


def test_a_register_is_looked_at_under_two_values(run, tmp_path):
    polars = pytest.importorskip("polars")
    register = tmp_path / "register"
    register.mkdir()
    tables = {
        "client": {
            "id": ["c-1", "c-2"],
            "provider_id": ["p-1", "p-1"],
            "born_on": [lab.date(1990, 5, 1), lab.date(2000, 5, 1)],
        },
        "participation": {
            "id": ["s-1", "s-2"],
            "client_id": ["c-1", "c-2"],
            "programme_id": ["pr-1", "pr-1"],
        },
    }
    for name, columns in tables.items():
        polars.DataFrame(columns).write_parquet(register / f"{name}.parquet")
    code, out, err = run(
        *("impact", "class.ages", register, *PERIOD, "--and-assume", "class.grown-up=20"),
        plugins=PLUGINS,
    )

    assert (code, err) == (0, "")
    assert "  Grown-up: 2, then 1 (counted: -1)" in out
    assert " s-2: counted, then not counted" in out
