"""Data in another form, and Parquet as every other command takes it."""

import json

import pyarrow.parquet as pq
import pytest

from inclusion_core.facts.schema import SCHEMA
from inclusion_core.wire import read_journal


@pytest.fixture
def parquet(run, folder, tmp_path):
    """The tiny data as Parquet."""
    assert run("convert", folder, tmp_path / "parquet", "--format", "parquet")[0] == 0
    return tmp_path / "parquet"


def test_all_forms_hold_the_same(run, folder, parquet, tmp_path):
    code, shown, _ = run("convert", parquet, tmp_path / "new" / "data.json")
    assert (code, shown.split(".")[0]) == (0, "Versions: 3")
    assert run("convert", tmp_path / "new" / "data.json", tmp_path / "csv")[0] == 0

    expected = read_journal(folder, SCHEMA).journal
    assert read_journal(tmp_path / "csv", SCHEMA).journal == expected
    assert read_journal(tmp_path / "new" / "data.json", SCHEMA).journal == expected
    package = json.loads((parquet / "datapackage.json").read_text())
    assert next(each for each in package["resources"] if each["name"] == "client")["title"]


def test_other_commands_read_parquet_as_they_read_csv(run, folder, parquet):
    asked = ("report", "toy.course.interim")
    days = ("--period", "2018-01-01..2018-12-31")

    for command in (("check",), ("check", "--language", "lv")):
        name, *more = command
        assert run(name, parquet, *more)[:2] == run(name, folder, *more)[:2]
    assert run(*asked, parquet, *days)[0] == run(*asked, folder, *days)[0]
    shown = [run(*asked, each, *days, "--format", "json")[1] for each in (parquet, folder)]
    assert shown[0] == shown[1]


def test_a_reference_to_a_file_that_is_missing_is_found_in_parquet_too(run, parquet):
    (parquet / "provider.parquet").unlink()
    code, shown, remarks = run("check", parquet)

    assert code == 1
    assert "client c-1, field provider_id: the record that this one names is not there" in (
        shown + remarks
    )


def test_nothing_is_written_over_or_into_the_data_or_under_a_wrong_name(run, folder, tmp_path):
    assert run("convert", folder, tmp_path)[0] == 2
    assert run("convert", folder, folder / "parquet", "--format", "parquet")[0] == 2
    assert run("convert", folder, tmp_path / "x.json", "--format", "parquet")[0] == 2
    assert run("convert", folder, tmp_path / "x", "--format", "json")[0] == 2
    assert run("convert", folder, tmp_path / "x", "--format", "xml")[0] == 2
    assert run("convert", tmp_path / "nothing", tmp_path / "x")[0] == 4


def test_data_with_faults_are_not_converted(run, folder, tmp_path):
    (folder / "client.csv").write_text("id,recorded_on,provider_id\nclient 1,2018-01-01,p-1\n")
    code, _, remarks = run("convert", folder, tmp_path / "x")

    assert code == 2
    assert "has faults, and what cannot be read of it would be lost" in remarks
    assert not (tmp_path / "x").exists()
    assert sorted(path.name for path in tmp_path.iterdir() if path.name.startswith(".")) == []


@pytest.mark.parametrize("place", ["--in-place", "--to"])
def test_what_is_erased_in_parquet_stays_parquet(run, parquet, tmp_path, place):
    to = parquet if place == "--in-place" else tmp_path / "left"
    where = (place,) if to is parquet else (place, to)
    asked = ("erase", parquet, "--client", "c-1", "--on", "2018-11-05", "--by", "u-1")
    code, _, remarks = run(*asked, "--because", "asked for", *where)
    held = pq.read_table(to / "client.parquet").to_pydict()

    assert (code, remarks) == (0, "")
    assert not list(to.glob("*.csv"))
    assert dict(zip(held["id"], held["act"], strict=True)) == {"c-1": "erased", "c-2": "recorded"}
    assert held["born_on"][held["id"].index("c-1")] is None


def test_csv_beside_parquet_is_read_and_the_doubt_is_told(run, parquet):
    (parquet / "client.csv").write_text("id,recorded_on,provider_id\nc-9,2018-01-01,p-1\n")
    code, _, remarks = run("check", parquet)

    assert code == 1
    assert "both CSV files and other files of data" in remarks + run("check", parquet)[1]
