"""A report to a fund on the command line: from records, and from a register of any engine."""

import io
import json
import sys
from types import SimpleNamespace

import duckdb
import pytest
from fund_lab import TOY_FUND
from stays_lab import ROWS, STAYS

from inclusion_core.cli import report_data
from inclusion_core.cli.facts_written import write_parquet
from inclusion_core.expr.frames import Tables

YEAR = ("--period", "2018-01-01..2018-12-31")


@pytest.fixture
def asked(run):
    """Runs `report`; gives its exit code, what it shows and what it remarks."""

    def command(*arguments):
        return run("report", *arguments, plugins=(TOY_FUND,))

    return command


@pytest.fixture
def figures(asked):
    """The figures of a report by metric, and its exit code."""

    def command(*arguments):
        code, shown, _ = asked(*arguments, *YEAR, "--format", "json")
        sections = [each for each in json.loads(shown)["sections"] if each["id"] == "all"]
        return code, {
            row["id"]: [cell.get("count", cell.get("mark")) for cell in row["cells"]]
            for row in sections[0]["tables"][0]["rows"]
        }

    return command


@pytest.fixture
def parquet(tmp_path):
    """One Parquet file of stays, whose name says nothing of them."""
    path = tmp_path / "anything.parquet"
    write_parquet(STAYS, ROWS, path)
    return path


@pytest.fixture
def register(tmp_path):
    """A folder with a table of stays in two files, beside a table of clients."""
    folder = tmp_path / "register"
    (folder / "toy_stay").mkdir(parents=True)
    write_parquet(STAYS, ROWS[:3], folder / "toy_stay" / "1.parquet")
    write_parquet(STAYS, ROWS[3:], folder / "toy_stay" / "2.parquet")
    return folder


@pytest.fixture
def database(tmp_path, parquet):
    """A DuckDB file with the table of stays."""
    path = tmp_path / "register.duckdb"
    with duckdb.connect(str(path)) as connection:
        connection.execute(f"create table toy_stay as from '{parquet}'")
    return path


EXPECTED = {
    "toy.stayed": [5, 2, 2, 1, 1, "not_applicable"],
    "toy.grown": [3, 1, 1, 1, 2, "not_applicable"],
    "toy.young": [1, 0, 1, 0, 2, "not_applicable"],
    "toy.leavers": [3, 1, 1, 1, 0, 1],
    "toy.workers": [1, 1, 0, 0, 1, 1],
    "toy.providers": [8, 6, 2, 0, 2, "not_applicable"],
}


@pytest.mark.parametrize("engine", [(), ("--engine", "polars"), ("--engine", "duckdb")])
def test_a_register_gives_the_figures_of_its_rows(figures, parquet, register, engine):
    assert figures("toy.fund", parquet, *engine) == (0, EXPECTED)
    assert figures("toy.fund", register, *engine) == (0, EXPECTED)


def test_a_database_is_a_register_too(figures, database):
    assert figures("toy.fund", database) == (0, EXPECTED)


def test_a_register_is_known_on_the_status_day_if_no_other_is_named(figures, parquet):
    by_november = ("toy.fund", parquet, "--known-on", "2018-11-01", "--status-day", "2018-11-01")
    next_year = ("toy.fund", parquet, "--status-day", "2019-03-01")

    assert figures(*by_november)[1]["toy.leavers"] == [3, 1, 1, 1, 0, 4]
    assert figures(*next_year)[1]["toy.leavers"] == [4, 2, 1, 1, 0, 0]


def test_days_beyond_what_a_register_is_known_for_are_remarked_on(asked, parquet):
    _, _, remarks = asked("toy.fund", parquet, *YEAR, "--known-on", "2018-11-01")

    assert remarks.splitlines() == [
        f"The {what} the day on which the data are known (1 November 2018): what happened in "
        "between is not in the report."
        for what in (
            "status day, 31 December 2018, is after",
            "period ends on 31 December 2018, after",
        )
    ]


def test_the_provenance_of_a_register_is_its_files_and_rows(asked, register, parquet):
    made = [
        json.loads(asked("toy.fund", each, *YEAR, "--format", "json")[1])["provenance"]
        for each in (register, parquet)
    ]

    assert [each["records"] for each in made] == [7, 7]
    assert made[0]["fingerprint"] != made[1]["fingerprint"]
    assert [each["distribution"] for each in made[0]["versions"]] == [
        "inclusion-core",
        "inclusion-toy",
    ]


def test_gaps_name_the_rows_of_a_register(asked, parquet):
    _, shown, _ = asked("toy.fund", parquet, *YEAR, "--language", "en")

    lines = [" ".join(line.split()) for line in shown.splitlines()]
    assert "s-3 none gender none" in lines
    assert "Answers are needed of 6; one or more are missing of 2." in shown


@pytest.mark.parametrize(
    ("engine", "told"),
    [
        ("objects", "a register is counted on an engine; take polars, duckdb or pyspark"),
        ("pandas", "no engine 'pandas'"),
    ],
)
def test_a_register_needs_an_engine_that_can_count_it(asked, parquet, engine, told):
    code, shown, remarks = asked("toy.fund", parquet, *YEAR, "--engine", engine)

    assert (code, shown) == (2, "")
    assert told in remarks


def test_a_file_that_is_no_register_is_told_in_a_line(asked, tmp_path):
    broken = tmp_path / "toy_stay.parquet"
    broken.write_bytes(b"no Parquet")

    code, shown, remarks = asked("toy.fund", broken, *YEAR)

    assert (code, shown) == (2, "")
    assert "it cannot be read as Parquet" in remarks


def test_spark_counts_in_a_session_of_its_own(figures, parquet, monkeypatch):
    """Stands in for Spark: it notes how it is started, and its tables are those of Polars."""
    started = []

    builder = SimpleNamespace(getOrCreate=lambda: "a session")
    builder.master = lambda where: started.append(where) or builder
    builder.config = lambda **given: started.append(given["map"]["spark.driver.host"]) or builder

    def opened(source, *, schema, tables, engine, session):
        started.append((engine, session))
        frames = Tables.of_records(STAYS.schema, {"toy_stay": ROWS}, engine="polars")
        return SimpleNamespace(
            rows=lambda: 7,
            fingerprint=lambda: "3f9a" * 16,
            known=lambda known_on: frames,
            apart=(),
            findings=tuple,
        )

    spark = SimpleNamespace(SparkSession=SimpleNamespace(builder=builder))
    monkeypatch.setitem(sys.modules, "pyspark.sql", spark)
    monkeypatch.setattr(report_data, "_frames", lambda: SimpleNamespace(register=opened))

    assert figures("toy.fund", parquet, "--engine", "pyspark") == (0, EXPECTED)
    assert started == ["local[*]", "127.0.0.1", ("pyspark", "a session")]


def test_where_spark_is_not_installed_its_extra_is_named(asked, parquet, monkeypatch):
    monkeypatch.setitem(sys.modules, "pyspark.sql", None)

    code, _, remarks = asked("toy.fund", parquet, *YEAR, "--engine", "pyspark")

    assert code == 2
    assert "counting on pyspark needs the extra 'spark'" in remarks


def test_spark_counts_no_caseload(run, folder):
    code, _, remarks = run("report", "toy.course.interim", folder, *YEAR, "--engine", "pyspark")

    assert code == 2
    assert "pyspark counts a register" in remarks


class Terminal(io.StringIO):
    def isatty(self):
        return True


def test_progress_is_told_to_who_sits_before_a_terminal(asked, parquet, monkeypatch):
    assert asked("toy.fund", parquet, *YEAR)[2] == ""

    screen = Terminal()
    monkeypatch.setattr(sys, "stderr", screen)
    asked("toy.fund", parquet, *YEAR, "--language", "lv")
    assert screen.getvalue() == "Reģistrs atvērts; rindu skaits: 7.\n"


def test_a_register_in_several_files_is_counted_file_by_file_with_the_same_figures(
    asked, register, parquet, monkeypatch
):
    whole = json.loads(asked("toy.fund", parquet, *YEAR, "--format", "json")[1])
    screen = Terminal()
    monkeypatch.setattr(sys, "stderr", screen)

    in_parts = json.loads(asked("toy.fund", register, *YEAR, "--format", "json")[1])

    assert in_parts["sections"] == whole["sections"]
    assert screen.getvalue().splitlines() == [
        "The register is open; rows: 7.",
        "Part 1 of 2 is counted.",
        "Part 2 of 2 is counted.",
    ]


# From records.


@pytest.fixture
def caseload(folder):
    """Two clients in a course; of one nobody knows when he entered."""
    (folder / "programme.csv").write_text(
        "id,recorded_on,operation_id,declared_as\nm-1,2018-01-01,o-1,toy.course\n"
    )
    (folder / "operation.csv").write_text(
        "id,recorded_on,number,title,beneficiary\no-1,2018-01-01,9.9,Course,Fund\n"
    )
    (folder / "participation.csv").write_text(
        "id,recorded_on,client_id,programme_id,entered_on\n"
        "in-1,2018-02-01,c-1,m-1,2018-01-10\n"
        "in-2,2018-02-01,c-2,m-1,\n"
    )
    return folder


@pytest.mark.parametrize("engine", [(), ("--engine", "polars"), ("--engine", "duckdb")])
def test_the_facts_table_of_a_caseload_is_worked_out(figures, caseload, engine):
    _, found = figures("toy.fund", caseload, *engine)

    assert found["toy.stayed"] == [1, 0, 0, 1, 1, "not_applicable"]
    assert found["toy.grown"] == [1, 0, 0, 1, 1, "not_applicable"]


def test_something_else_can_be_assumed_and_the_report_says_so(asked, figures, parquet):
    at_16 = ("--assume", "toy.grown-up=16", "--assume", "toy.window=0")

    assert figures("toy.fund", parquet, *at_16)[1]["toy.grown"][0] == 4
    _, shown, _ = asked("toy.fund", parquet, *YEAR, *at_16)
    lines = [" ".join(line.split()) for line in shown.splitlines()]
    assert "toy.grown-up a grown-up is 16 or older no Act (2016-02-09), 5 our own reading" in lines
    assert "toy.window on leaving no Act (2016-02-09), 6 read in the text itself" in lines


@pytest.mark.parametrize(
    ("assumed", "told"),
    [
        (["toy.grown-up=15"], "assumption 'toy.grown-up' may be 16 to 21"),
        (["toy.window=1"], "assumption 'toy.window' may be 0, 3"),
        (["toy.grown=16"], "no assumption 'toy.grown'; did you mean toy.grown-up or toy.window?"),
        (["toy.window=0", "toy.window=3"], "assumption 'toy.window' is given twice; name it once"),
        (["toy.window"], "not an assumption: write its id and a number, esf.school-age=7"),
        (["toy.window=half"], "not an assumption: write its id and a number"),
    ],
)
def test_what_may_not_be_assumed_is_misuse(asked, tmp_path, assumed, told):
    given = [word for each in assumed for word in ("--assume", each)]
    code, shown, remarks = asked("toy.fund", tmp_path / "nothing.parquet", *YEAR, *given)

    assert (code, shown) == (2, "")
    assert told in remarks


def test_a_report_that_contradicts_itself_is_made_and_is_faulty(asked, parquet, tmp_path):
    written = tmp_path / "report.html"
    code, shown, remarks = asked("toy.strict", parquet, *YEAR, "--html", written)

    assert code == 1
    assert "Attention: the figures contradict each other" in shown.splitlines()[:8]
    assert "toy.grown + toy.young = toy.stayed: left side 4, right side 5." in shown
    assert written.exists()
    assert remarks.splitlines()[-1] == (
        "The figures contradict each other: the report says at its beginning which."
    )


def test_a_report_that_keeps_its_inequalities_is_fine(asked, tmp_path):
    path = tmp_path / "toy_stay.parquet"
    write_parquet(STAYS, ROWS[:2], path)

    code, shown, remarks = asked("toy.strict", path, *YEAR)

    assert (code, remarks) == (0, "")
    assert "contradict" not in shown


def test_a_form_of_a_whole_fund_is_listed_as_such(run):
    assert run("forms", plugins=(TOY_FUND,))[1].startswith(
        "report forms:\n"
        "  toy.fund    Report to the fund (a whole fund)\n"
        "  toy.strict  Report to the fund (a whole fund)\n"
    )
    assert run("programmes", "--language", "lv", plugins=(TOY_FUND,))[1] == (
        "  none; install a plugin that declares one\n"
        "report forms of a whole fund:\n"
        "  toy.fund    Fonda ziņojums\n"
        "  toy.strict  Fonda ziņojums\n"
    )


def test_a_plugin_is_listed_with_its_tables_and_assumptions(run):
    shown = run("plugins", plugins=(TOY_FUND,))[1]

    assert "  facts tables  toy.stay\n  assumptions   toy.grown-up, toy.window\n" in shown


# What is declared, in words.


@pytest.fixture
def declared(run):
    """What is declared under an id, out of JSON."""

    def command(key, language="en"):
        asked = ("explain", key, "--format", "json", "--language", language)
        (found,) = json.loads(run(*asked, plugins=(TOY_FUND,))[1])["declared"]
        return found

    return command


def test_a_facts_table_is_explained(declared):
    table = declared("toy.stay")

    assert (table["kind"], table["about"], table["says"]) == (
        "facts_table",
        "participation",
        "a stay in the course",
    )
    assert table["columns"].startswith("house, gender, born_on")
    assert table["assumes"] == "toy.window"


def test_an_assumption_is_explained(declared):
    grown_up, window = declared("toy.grown-up"), declared("toy.window", "lv")

    assert (grown_up["kind"], grown_up["default"], grown_up["allowed"]) == (
        "assumption",
        "a grown-up is 18 or older",
        "16 to 21",
    )
    assert grown_up["says"] == "a grown-up is {value} or older"
    assert window["allowed"] == "0: izstāšanās dienā vai 3: trīs mēnešus pēc izstāšanās"


def test_a_metric_over_a_facts_table_is_explained(declared):
    workers, providers = declared("toy.workers"), declared("toy.providers")

    assert (workers["table"], workers["assumes"]) == ("toy.stay", "toy.window")
    assert "left_on" in workers["settled_on"]
    assert "amount" not in workers
    assert (providers["unit"], providers["measure"]) == ("providers", "total")
    assert "providers" in providers["amount"]
    assert "settled_on" not in providers
    assert declared("toy.grown")["assumes"] == "toy.grown-up, toy.window"


def test_assumptions_are_listed_with_their_words_and_sources(run):
    code, shown, remarks = run("assumptions", plugins=(TOY_FUND,))

    assert (code, remarks) == (0, "")
    assert shown == (
        "toy.grown-up = 18\n"
        "  assumed   a grown-up is 18 or older\n"
        "  may be    16 to 21\n"
        "  source    Act (2016-02-09), 5\n"
        "  how sure  our own reading\n"
        "  note      no age is named\n"
        "\n"
        "toy.window = 3\n"
        "  assumed   three months after leaving\n"
        "  may be    0: on leaving\n"
        "            3: three months after leaving\n"
        "  source    Act (2016-02-09), 6\n"
        "  how sure  read in the text itself\n"
    )


def test_one_assumption_can_be_asked_about(run):
    asked = ("assumptions", "toy.window", "--language", "lv")
    shown = run(*asked, plugins=(TOY_FUND,))[1]
    code, _, remarks = run("assumptions", "toy.windows", plugins=(TOY_FUND,))

    assert shown.startswith("toy.window = 3\n  pieņemts        trīs mēnešus pēc izstāšanās\n")
    assert code == 2
    assert "no assumption 'toy.windows'; did you mean toy.window or" in remarks


def test_where_nothing_is_assumed_there_is_nothing_to_list(run):
    assert run("assumptions") == (0, "none; no plugin declares an assumption\n", "")
