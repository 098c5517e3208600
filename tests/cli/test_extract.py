"""An extract for research on the command line."""

import csv
import json

import attrs
import pytest
from fund_lab import TOY_FUND, FundPlugin

from inclusion_core.markers import hookimpl

YEAR = ("--period", "2018-01-01..2018-12-31")


@pytest.fixture
def caseload(folder):
    """Two stays of two clients."""
    (folder / "operation.csv").write_text(
        "id,recorded_on,number,title,beneficiary\noperation-1,2018-01-01,9.9,Course,Fund\n"
    )
    (folder / "programme.csv").write_text(
        "id,recorded_on,operation_id,declared_as\nprogramme-1,2018-01-01,operation-1,toy.course\n"
    )
    (folder / "client.csv").write_text(
        "id,recorded_on,provider_id,born_on,gender,gender_unknown\n"
        "client-1,2018-01-01,p-1,1990,female,\n"
        "client-2,2018-01-01,p-1,1991-05-01,,refused\n"
    )
    (folder / "participation.csv").write_text(
        "id,recorded_on,client_id,programme_id,entered_on\n"
        "entry-2,2018-02-01,client-2,programme-1,2018-02-01\n"
        "entry-1,2018-01-10,client-1,programme-1,2018-01-10\n"
    )
    return folder


@pytest.fixture
def extract(run, tmp_path):
    """Runs `extract` with a key, into a folder; gives what `run` gives."""
    key, to = tmp_path / "key", tmp_path / "extract"
    assert run("extract", "--new-key", key)[0] == 0

    def command(*arguments, plugins=(TOY_FUND,), given=("--to", to, "--key", key)):
        return run("extract", *arguments, *given, plugins=plugins)

    command.key, command.to = key, to
    return command


RELEASE = ("--release", "First")


def rows_in(folder):
    with (folder / "toy_stay.csv").open(newline="") as file:
        return list(csv.DictReader(file))


def test_a_key_is_made_once_and_not_shown(run, tmp_path):
    path = tmp_path / "key"
    code, shown, remarks = run("extract", "--new-key", path)

    assert (code, shown) == (0, "")
    assert remarks.startswith(f"The key is written to {path}. Keep it")
    assert path.read_text().strip() not in remarks
    code, _, remarks = run("extract", "--new-key", path)
    assert code == 2
    assert "is never written over" in remarks


def test_an_extract_is_written_and_says_who_could_be_known(extract, caseload):
    code, shown, remarks = extract("toy.stay", caseload, *RELEASE, "--language", "lv")

    assert (code, shown) == (0, "")
    assert remarks == (
        f"Izraksts ierakstīts: {extract.to}; rindas: 2.\n"
        "Rindas, kurām līdzīgas mazāk nekā 10 personas: 2; sk. about.lv.md.\n"
    )
    assert {each["house"] for each in rows_in(extract.to)} == {"toy.course"}
    told = b"".join(each.read_bytes() for each in extract.to.iterdir())
    for each in ("operation-1", "programme-1", "client-", "entry-", "p-1", "Provider"):
        assert each.encode() not in told
    assert extract.key.read_bytes().strip() not in told
    about = (extract.to / "about.en.md").read_text()
    assert "What was recorded by 1 February 2018." in about
    assert "inclusion-toy" in about


def test_a_project_has_the_same_pseudonyms_again_and_a_release_has_its_own(
    extract, caseload, tmp_path
):
    def told(name, *purpose):
        given = ("--to", tmp_path / name, "--key", extract.key)
        assert extract("toy.stay", caseload, *purpose, given=given)[0] == 0
        return {(each["id"], each["person_key"]) for each in rows_in(tmp_path / name)}

    panel = told("a", "--project", "Panel")
    assert told("b", "--project", "Panel") == panel
    assert told("c", "--release", "Panel").isdisjoint(panel)


def test_all_that_can_be_asked_of_columns_is_done(extract, caseload, tmp_path):
    groups = tmp_path / "groups.csv"
    groups.write_text("code,group\nmale,known\nfemale,known\n")
    code, _, remarks = extract(
        *("toy.stay", caseload, *RELEASE, *YEAR, "--within", "entered_on"),
        *("--days", "year", "--days", "entered_on=month", "--group", f"gender={groups}"),
        *("--most", "providers=3", "--without", "house", "found_work"),
        *("--identifying", "entered_on", "--least", "2"),
    )
    first, second = rows_in(extract.to)

    assert code == 0
    assert "persons" not in remarks
    assert {first["gender"], second["gender"]} == {"known", ""}
    assert {first["entered_on_unknown"], second["entered_on_unknown"]} == {"removed"}
    assert "1990-01-01" in {first["born_on_earliest"], second["born_on_earliest"]}
    assert not {"house", "found_work"} & {*first}


def test_days_can_be_counted_from_one_of_them(extract, caseload):
    assert extract("toy.stay", caseload, *RELEASE, "--since", "entered_on")[0] == 0
    assert "left_on_days" in rows_in(extract.to)[0]


def test_parquet_stands_beside_csv_and_a_register_gives_the_same(extract, caseload, tmp_path, run):
    polars = pytest.importorskip("polars")
    facts, again = tmp_path / "stays.parquet", tmp_path / "again"
    run("facts", "toy.stay", caseload, "--output", facts, plugins=(TOY_FUND,))
    extract("toy.stay", caseload, *RELEASE, "--format", "parquet")
    given = ("--to", again, "--key", extract.key)
    code, _, _ = extract("toy.stay", facts, *RELEASE, *YEAR, given=given)
    rows = rows_in(extract.to)

    assert code == 0
    assert polars.read_parquet(extract.to / "toy_stay.parquet").height == 2
    for row in rows:
        assert row.pop("person_key")
        assert row.pop("person_key_unknown") == ""
    assert rows_in(again) == rows


def test_a_folder_of_tables_is_a_register(extract, caseload, tmp_path, run):
    pytest.importorskip("polars")
    register = tmp_path / "register"
    register.mkdir()
    run(
        "facts",
        "toy.stay",
        caseload,
        "--output",
        register / "toy_stay.parquet",
        plugins=(TOY_FUND,),
    )
    code, _, remarks = extract("toy.stay", register, *RELEASE)
    assert code == 2
    assert "a register needs --known-on or --period" in remarks

    assert extract("toy.stay", register, *RELEASE, "--known-on", "2018-12-03")[0] == 0
    assert len(rows_in(extract.to)) == 2


@attrs.define
class Moving(FundPlugin):
    """A fund whose table asks for the day that stands for now."""

    @hookimpl
    def inclusion_facts_tables(self):
        from stays_lab import STAYS

        from inclusion_core.facts.moments import STATUS_DAY
        from inclusion_core.facts.table import Column

        return (
            attrs.evolve(STAYS, columns={**STAYS.columns, "left_on": Column(value=STATUS_DAY)}),
        )

    @hookimpl
    def inclusion_metrics(self):
        return ()

    @hookimpl
    def inclusion_reports(self):
        return ()


def test_a_table_that_asks_for_a_day_is_given_it(extract, caseload):
    moving = attrs.evolve(TOY_FUND, load=Moving)
    given = ("toy.stay", caseload, *RELEASE, "--status-day", "2019-02-01", "--assume")

    assert extract(*given, "toy.window=0", plugins=(moving,))[0] == 0
    assert {each["left_on"] for each in rows_in(extract.to)} == {"2019-02-01"}


def test_only_what_was_recorded_by_a_day_is_in_it(extract, caseload):
    assert extract("toy.stay", caseload, *RELEASE, "--known-on", "2018-01-31")[0] == 0
    assert len(rows_in(extract.to)) == 1


def test_faults_of_the_data_are_told_beside_the_extract(extract, caseload):
    with (caseload / "participation.csv").open("a") as file:
        file.write("entry-3,2018-02-01,client-1,programme-1,CANARY\n")
    code, _, remarks = extract("toy.stay", caseload, *RELEASE)

    assert code == 1
    assert "In the data: 1 error" in remarks
    assert "CANARY" not in remarks


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("toy.stay", *RELEASE), "name facts tables, and then the data"),
        (("toy.stay", "data"), "say for what pseudonyms hold: --release or --project"),
        (("toy.stay", "data", *RELEASE, "--project", "P"), "not allowed with argument --release"),
        (("toy.stays", "data", *RELEASE), "did you mean toy.stay?"),
        (("toy.stay", "data", *RELEASE, "--days", "week"), "there are: month, none, quarter, year"),
        (("toy.stay", "data", *RELEASE, "--most", "providers=many"), "not a column and a value"),
        (("toy.stay", "data", *RELEASE, "--most", "3"), "not a column and a value"),
        (("toy.stay", "data", *RELEASE, "--least", "1"), "fewer than two persons"),
        (("toy.stay", "data", *RELEASE, "--identifying", "gendre"), "did you mean gender or"),
        (("--new-key", "key"), "make the key alone"),
    ],
)
def test_what_cannot_be_done_is_told_before_anything_is_read(extract, arguments, told):
    code, shown, remarks = extract(*arguments)

    assert (code, shown) == (2, "")
    assert told in remarks
    assert not extract.to.exists()


def test_a_place_and_a_key_must_be_named(extract):
    code, _, remarks = extract("toy.stay", "data", *RELEASE, given=())

    assert code == 2
    assert "name a folder with --to and the key with --key" in remarks


def test_an_extract_never_lies_in_the_data_nor_takes_the_place_of_another(extract, caseload):
    inside = ("--to", caseload / "extract", "--key", extract.key)
    assert "lies in the caseload" in extract("toy.stay", caseload, *RELEASE, given=inside)[2]

    extract("toy.stay", caseload, *RELEASE)
    before = (extract.to / "disclosure.json").read_bytes()
    code, _, remarks = extract("toy.stay", caseload, *RELEASE)
    assert code == 2
    assert "is not empty" in remarks
    assert json.loads(before)["least"] == 10


def test_nothing_is_made_of_nothing(extract, folder):
    for name in ("client.csv", "provider.csv"):
        path = folder / name
        path.write_text(path.read_text().splitlines()[0] + "\n")
    code, _, remarks = extract("toy.stay", folder, *RELEASE)

    assert code == 2
    assert "nothing is recorded in the data" in remarks


def test_a_key_that_is_not_there_is_told_in_a_line(extract, caseload, tmp_path):
    nowhere = tmp_path / "nowhere"
    given = ("--to", extract.to, "--key", nowhere)
    code, _, remarks = extract("toy.stay", caseload, *RELEASE, given=given)

    assert code == 4
    assert remarks == f"inclusion-core: {nowhere}: No such file or directory\n"
