"""The files of an extract: whole, without a raw id, and readable by others."""

import csv
import io
import json
import re
from datetime import date
from hashlib import sha256

import attrs
import polars as pl
import pytest
from extract_lab import ENTRIES, HOMES, PERSONS, made, pseudonyms, records

from inclusion_core.errors import MissingExtraError
from inclusion_core.extracts.cells import REMOVED
from inclusion_core.extracts.coarsening import Coarseness
from inclusion_core.extracts.errors import ExtractRefusedError
from inclusion_core.extracts.folder import extract_files, fingerprint, write
from inclusion_core.extracts.groups import groups_in
from inclusion_core.extracts.pseudonyms import PSEUDONYM, Per
from inclusion_core.facts.own_table import read_own_table

ALL = (ENTRIES, PERSONS, HOMES)
PANEL = pseudonyms("Panel", Per.PROJECT)


@pytest.fixture(scope="module")
def extract(source):
    return made(
        source,
        *ALL,
        stands_for=PANEL,
        days=Coarseness.MONTH,
        identifying=("gender", "entered_on"),
        least=3,
        enforced=True,
    )


@pytest.fixture(scope="module")
def files(extract):
    return extract_files(extract)


@pytest.fixture(scope="module")
def panel(source):
    """The files of a panel in which nothing is removed."""
    return extract_files(made(source, *ALL, stands_for=PANEL))


def cells(data):
    return list(csv.DictReader(io.StringIO(data.decode())))


def package(files):
    return json.loads(files["datapackage.json"])["resources"]


# What is in them.


def test_no_raw_id_is_in_any_file(source):
    pytest.importorskip("polars")
    exact = made(source, *ALL, stands_for=PANEL, sensitive=("at_risk", "asked"))
    files = extract_files(exact, parquet=True)
    ids = [each.id.encode() for each in records()]

    assert len(files) == 6 + 2 * 3 + 1
    for name, data in files.items():
        assert not [each for each in ids if each in data], name
    assert not [name for name in files if any(each.decode() in name for each in ids)]


def test_crowds_are_as_large_as_asked_for_by_what_stands_in_the_file(files):
    told = ("gender", "gender_unknown", "entered_on_unknown", "entered_on_earliest")
    crowd = {}
    for row in cells(files["toy_entry.csv"]):
        crowd.setdefault(tuple(row[each] for each in told), set()).add(
            row["person_key"] or row["id"]
        )

    assert min(map(len, crowd.values())) >= 3
    assert REMOVED.why in {key[2] for key in crowd}


def test_a_cell_that_was_removed_is_never_an_absent_one(extract, files):
    rows = cells(files["toy_entry.csv"])
    at = [each.name for each in extract.tables[0].columns].index("entered_on")
    removed = [line.cells[0] for line in extract.tables[0].lines if line.cells[at] == REMOVED]

    assert removed
    for row in rows:
        assert (row["entered_on_unknown"] == "removed") is (row["id"] in removed)
    assert {row["left_on_unknown"] for row in rows} == {"", "partial"}


def test_a_coarser_day_is_a_day_known_in_part(files):
    rows = [row for row in cells(files["toy_entry.csv"]) if row["left_on_unknown"]]

    assert rows
    for row in rows:
        assert (row["left_on"], row["left_on_unknown"]) == ("", "partial")
        assert (row["left_on_earliest"], row["left_on_latest"]) == ("2018-12-01", "2018-12-31")


def test_persons_of_a_panel_who_were_two_are_in_a_file(panel):
    [row] = cells(panel["persons_joined.csv"])

    assert re.fullmatch(PSEUDONYM, row["earlier_key"])
    assert row["person_key"] in {each["person_key"] for each in cells(panel["toy_entry.csv"])}
    assert "persons_joined.csv" in panel["about.en.md"].decode()


def test_who_would_be_known_by_two_rows_is_in_none_of_the_files_of_joined_persons(files):
    removed = [row for row in cells(files["toy_entry.csv"]) if row["person_key_unknown"]]

    assert {row["person_key_unknown"] for row in removed} == {"removed"}
    assert len(removed) >= 2
    assert "persons_joined.csv" not in files
    assert "rows that can no longer be joined" in files["about.en.md"].decode()


# For programs.


@pytest.mark.parametrize("which", ["files", "panel"])
def test_the_data_package_describes_the_files_as_they_are(which, request):
    files = request.getfixturevalue(which)
    resources = package(files)

    assert {each["path"] for each in resources} == {each for each in files if "csv" in each}
    for each in resources:
        data = files[each["path"]]
        assert each["hash"] == f"sha256:{sha256(data).hexdigest()}"
        assert each["bytes"] == len(data)
        assert [field["name"] for field in each["schema"]["fields"]] == data.decode().splitlines()[
            0
        ].split(",")
        assert each["schema"]["missingValues"] == [""]


def test_every_cell_keeps_what_the_data_package_says_of_it(files):
    for resource in package(files):
        for row in cells(files[resource["path"]]):
            for field in resource["schema"]["fields"]:
                cell, limits = row[field["name"]], field.get("constraints", {})
                assert cell or not limits.get("required")
                if cell:
                    assert re.fullmatch(limits.get("pattern", ".+"), cell)
                    assert cell in limits.get("enum", [cell])
                    match field["type"]:
                        case "integer":
                            assert limits["minimum"] <= int(cell) <= limits["maximum"]
                        case "date":
                            assert date.fromisoformat(cell).isoformat() == cell
                        case other:
                            assert other == "string"


def test_the_disclosure_report_has_the_numbers_of_the_extract(extract, files):
    report = json.loads(files["disclosure.json"])
    entries = report["tables"]["toy_entry"]

    assert (report["least"], report["enforced"]) == (3, True)
    assert entries["identifying"] == ["gender", "entered_on"]
    assert entries["now"]["few"] == 0 < entries["before"]["few"]
    assert entries["before"]["columns"]["entered_on"]["harm"] > 0
    joint = attrs.asdict(extract.joint_risk)
    assert report["together"] == joint


def test_the_same_extract_gives_the_same_bytes(source, extract, files):
    again = made(
        source,
        *ALL,
        stands_for=PANEL,
        days=Coarseness.MONTH,
        identifying=("gender", "entered_on"),
        least=3,
        enforced=True,
    )

    assert again == extract
    assert extract_files(again) == files


def test_the_fingerprint_is_that_of_the_tables(files):
    tables = {name: data for name, data in files.items() if name.endswith(".csv")}

    for language in ("en", "lv"):
        assert fingerprint(tables) in files[f"about.{language}.md"].decode()
    assert fingerprint({**tables, "toy_home.csv": b""}) != fingerprint(tables)


def test_parquet_holds_what_csv_holds_and_can_be_counted(source):
    polars = pytest.importorskip("polars")
    coarse = made(source, ENTRIES, days=Coarseness.QUARTER, most={"age": 40})
    files = extract_files(coarse, parquet=True)
    frame = polars.read_parquet(io.BytesIO(files["toy_entry.parquet"]))
    rows = [
        {name: "" if cell is None else str(cell) for name, cell in row.items()}
        for row in frame.to_dicts()
    ]
    _, findings = read_own_table(ENTRIES, frame)

    assert rows == cells(files["toy_entry.csv"])
    assert frame["entered_on_earliest"].dtype == polars.Date
    assert frame["age"].dtype == polars.Int64
    assert {each.kind for each in findings} <= {"facts.unknown-column", "facts.not-asked-column"}


def test_parquet_without_polars_names_the_extra(extract, monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "inclusion_core.expr.frames", None)

    with pytest.raises(MissingExtraError, match="writing Parquet needs the extra 'polars'"):
        extract_files(extract, parquet=True)


# For readers.


def test_what_was_done_is_told_in_both_languages(files):
    english, latvian = (files[f"about.{each}.md"].decode() for each in ("en", "lv"))

    assert "Project: Panel. A person has the same pseudonym in all releases" in english
    assert "What was recorded by 3 December 2018." in english
    assert "Period: 2018-01-01..2018-12-31." in english
    assert "Versions: inclusion-toy 1.0." in english
    assert "| born_on | the month in place of the day | as asked for |" in english
    assert "The columns do not look at the period" in english
    assert "before cells and rows were removed" in english
    assert "Projekts: Panel." in latvian
    assert "dienas vietā mēnesis" in latvian
    assert "aizstāts ar pseidonīmu" in latvian


def test_a_release_without_a_period_says_less(source):
    extract = made(source, ENTRIES, period=None, identifying=("asked",))
    about = extract_files(attrs.evolve(extract, versions=()))["about.en.md"].decode()

    assert "Release: Release 1. The pseudonyms are of this release alone" in about
    assert "Columns by which somebody could be known: -." in about.replace("\\", "")
    for absent in ("Period", "Versions", "before cells", "persons_joined", "of all times"):
        assert absent not in about


def test_rows_of_nobody_in_particular_are_said_to_count_as_persons(extract):
    alone = attrs.evolve(extract.tables[0], persons_known=False)
    told = extract_files(attrs.evolve(extract, tables=(alone,)))["about.lv.md"].decode()

    assert "katra rinda skaitīta kā viena persona" in told
    assert all(each.persons_known for each in extract.tables)


def test_the_dictionary_tells_of_every_column(extract, files):
    for language, pseudonym in (("en", "a pseudonym: 20"), ("lv", "pseidonīms: 20 mazie burti")):
        told = files[f"dictionary.{language}.md"].decode()
        for table in extract.tables:
            for column in table.columns:
                assert f"| {column.name} |" in told.replace("\\", "")
        assert pseudonym in told
    assert "the month in place of the day" in files["dictionary.en.md"].decode()


# The folder.


def test_the_files_are_written_for_their_owner_alone(tmp_path, files):
    folder = tmp_path / "a" / "extract"
    write(folder, files)

    assert {each.name: each.read_bytes() for each in folder.iterdir()} == files
    assert folder.stat().st_mode & 0o777 == 0o700
    assert {each.stat().st_mode & 0o777 for each in folder.iterdir()} == {0o600}
    assert list(folder.parent.iterdir()) == [folder]


def test_an_empty_folder_is_taken_and_any_other_is_refused(tmp_path, files):
    folder = tmp_path / "extract"
    folder.mkdir()
    write(folder, files)
    for taken in (folder, folder / "about.en.md"):
        with pytest.raises(ExtractRefusedError, match="is not empty"):
            write(taken, {})
    assert len(list(folder.iterdir())) == len(files)


def test_what_cannot_be_written_whole_is_not_written(tmp_path, files):
    folder = tmp_path / "extract"

    with pytest.raises(OSError, match="No such file"):
        write(folder, {**files, "nowhere/file": b""})
    assert list(tmp_path.iterdir()) == []


# Groups.


def test_groups_are_read_from_a_file(tmp_path):
    path = tmp_path / "groups.csv"
    path.write_text("code,group\nLV,Baltic\nLT,Baltic\n\nFI,Nordic\n")

    assert groups_in(path) == {"LV": "Baltic", "LT": "Baltic", "FI": "Nordic"}


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("", "the heading is not code,group"),
        ("a,b\n", "the heading is not code,group"),
        ("code,group\nLV,\n", "row 2: it is not a code and its group"),
        ("code,group\nLV\n", "row 2: it is not a code and its group"),
        ("code,group\nLV,a\nLV,b\n", "row 3: the code is there twice"),
    ],
)
def test_a_file_that_groups_nothing_is_refused(tmp_path, content, told):
    path = tmp_path / "groups.csv"
    path.write_text(content)

    with pytest.raises(ExtractRefusedError, match=told):
        groups_in(path)


def test_a_table_of_an_extract_is_taken_by_others_as_it_is(extract):
    (table, *_) = extract.tables

    held = pl.DataFrame(table)
    assert held.height == len(table.lines)
    assert held.columns[0] == "id"
