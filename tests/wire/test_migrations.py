"""Files of every version stay readable: what was done to their types is done to them."""

import json

import attrs
import pytest
from wire_lab.gardens import (
    BEDS,
    FIRST,
    OLD_BEDS,
    OLD_PLOTS,
    SECOND,
    SECOND_TO_THIRD,
    THIRD,
    Bed,
    Garden,
    Plot,
    SecondBed,
    journal,
)
from wire_lab.readings import found, kept, told

from inclusion_core.errors import SchemaError
from inclusion_core.expr.schema import schema_of
from inclusion_core.fields import Record
from inclusion_core.migrations import EmptyMeant, FieldAdded, FieldRenamed, TypeRenamed
from inclusion_core.wire import csv_folder, json_document, read_journal, write_journal

OLDER = [
    pytest.param(FIRST, journal(Plot, *OLD_PLOTS), id="first"),
    pytest.param(SECOND, journal(SecondBed, *OLD_BEDS), id="second"),
]
TODAY = journal(Bed, *BEDS)
TAG = {"schema": "inclusion_core", "schema_version": 1}
PLOT = {"id": "b-1", "recorded_on": "2018-05-01", "garden_id": "g-1"}


def in_order(versions):
    return sorted(versions, key=lambda version: version.order)


def document(beds, name="plot", **tag):
    records = {"garden": [], name: beds}
    return json.dumps({**TAG, **tag, "records": records}).encode()


def read(beds, name="plot", **tag):
    return json_document.read(document(beds, name, **tag), THIRD)


@pytest.mark.parametrize("name", ["journal.json", "folder"])
@pytest.mark.parametrize(("schema", "older"), OLDER)
def test_an_older_file_is_read_as_if_it_were_written_today(tmp_path, schema, older, name):
    write_journal(older, tmp_path / name, schema)

    reading = read_journal(tmp_path / name, THIRD)

    assert reading.findings == ()
    assert list(reading.journal.versions) == in_order(TODAY.versions)


@pytest.mark.parametrize("name", ["journal.json", "folder"])
def test_what_is_written_today_says_its_versions_and_comes_back(tmp_path, name):
    path = tmp_path / name
    write_journal(TODAY, path, THIRD)

    tag = json.loads((path / "schema.json" if path.is_dir() else path).read_text("utf-8"))

    assert tag["type_versions"] == {"bed": 3}
    assert list(read_journal(path, THIRD).journal.versions) == in_order(TODAY.versions)
    assert read_journal(path, THIRD).findings == ()


def test_a_schema_in_its_first_version_says_nothing_of_types():
    assert b"type_versions" not in json_document.write(journal(Plot, *OLD_PLOTS), FIRST)


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"ground": "clay"}, {("unknown-key", "ground")}),
        ({"soil": "clay", "ground": "sand"}, {("unknown-key", "ground"), ("unknown-key", "")}),
        ({"soil": "loam"}, {("not-a-code", "ground")}),
        ({"sol": "clay"}, {("unknown-key", "")}),
        ({"width": 200}, {("unknown-key", "width")}),
        ({"kind": "sand"}, {("unknown-key", "kind")}),
        ({"fenced_by": "x"}, {("unknown-key", "fenced_by")}),
        ({"size": "2 metri"}, {("not-migrated", "width")}),
        ({"size": [1]}, {("not-a-number", "length"), ("not-a-number", "width")}),
        ({"size": 2.5}, {("float", "width")}),
        ({"soil": 2.5, "shade": "none"}, {("float", "ground"), ("not-a-code", "shade")}),
        ({"act": "retracted", "version": 2, "soil": "clay"}, {("value-after-removal", "ground")}),
    ],
)
def test_what_is_wrong_with_an_older_row_is_named_and_the_others_are_read(values, expected):
    faulty = {**PLOT, "id": "b-2", **values}

    reading = read([PLOT, faulty, {**PLOT, "id": "b-3"}])

    assert expected <= found(reading)
    assert {finding.place.row for finding in reading.findings} == {2}
    assert kept(reading) == ["b-1", "b-3"]


def test_the_remedy_for_a_misspelt_name_is_that_of_the_version():
    (finding,) = read([{**PLOT, "sol": "clay"}]).findings

    assert "name 4 is not known here; write a known one: soil" in finding.in_("en")


def test_a_thousand_strange_names_are_cut_short_and_the_row_is_left_out():
    reading = read([{**{f"x{number}": 1 for number in range(1000)}, **PLOT}])

    assert [finding.kind for finding in reading.findings] == ["wire.unknown-key"] * 20
    assert kept(reading) == []


def test_a_rewriting_that_fails_shows_no_value():
    assert "Bērziņš" not in told(read([{**PLOT, "size": "Jānis Bērziņš"}]))


def test_the_heading_of_an_older_folder_is_that_of_its_version(tmp_path):
    csv_folder.write(journal(Plot), tmp_path, FIRST)
    (tmp_path / "plot.csv").write_text("id,recorded_on,ground,garden_id\n", encoding="utf-8")

    (finding,) = csv_folder.read(tmp_path, THIRD).findings

    assert finding.in_("en") == (
        "plot.csv, row 1, bed: the heading of column 3 is not known; write a known one: "
        "id, version, recorded_on, sequence, recorded_by, act, why, garden_id, soil, "
        "soil_unknown, shade, shade_unknown, size, size_unknown, rows, rows_unknown"
    )


NEWER = {"type_versions": {"bed": 4}}


def test_a_newer_type_is_refused_with_what_to_do_and_the_others_are_read():
    good = {"id": "g-1", "recorded_on": "2018-05-01", "name": "x"}
    records = {"garden": [good], "bed": [PLOT]}
    reading = json_document.read(json.dumps({**TAG, **NEWER, "records": records}).encode(), THIRD)

    (finding,) = reading.findings
    assert finding.kind == "wire.newer-version"
    assert "update what distributes this type of record" in finding.in_("en")
    assert kept(reading) == ["g-1"]


def test_a_newer_type_in_a_folder_is_refused(tmp_path):
    csv_folder.write(TODAY, tmp_path, THIRD)
    (tmp_path / "schema.json").write_text(json.dumps({**TAG, **NEWER}), encoding="utf-8")

    (finding,) = csv_folder.read(tmp_path, THIRD).findings

    assert (finding.kind, finding.place.file) == ("wire.newer-version", "bed.csv")


@pytest.mark.parametrize("tag", [{}, {"type_versions": {"bed": 1}}])
def test_a_name_of_today_in_the_first_version_says_which_version_to_write(tag):
    (finding,) = read([PLOT], "bed", **tag).findings

    assert finding.kind == "wire.unknown-type"
    assert 'write "type_versions": {"bed": 3}' in finding.in_("en")


def test_a_name_of_old_in_a_later_version_is_unknown():
    (finding,) = read([PLOT], "plot", type_versions={"plot": 2}).findings

    assert finding.kind == "wire.unknown-type"


def test_a_type_under_two_names_is_read_once():
    records = {"plot": [PLOT], "bed": [PLOT]}
    tag = {**TAG, "type_versions": {"bed": 2}}

    reading = json_document.read(json.dumps({**tag, "records": records}).encode(), THIRD)

    assert found(reading) == {("type-twice", "")}
    assert kept(reading) == ["b-1"]


@pytest.mark.parametrize("versions", [None, [], 3, {"plot": 0}, {"plot": "1"}, {"plot": True}])
def test_versions_that_are_none_keep_everything_from_being_read(versions):
    reading = read([PLOT], type_versions=versions)

    assert found(reading) == {("not-a-version", "")}
    assert kept(reading) == []


@attrs.frozen(kw_only=True, repr=False)
class Meadow(Record):
    id: str
    name: str


@pytest.mark.parametrize(
    "change",
    [
        FieldRenamed("called", "title"),
        FieldAdded("title", "x"),
        EmptyMeant("title", SECOND_TO_THIRD[1].holds),
        SECOND_TO_THIRD[0],
        FieldRenamed("called", "recorded_on"),
    ],
)
def test_a_change_of_a_field_that_was_not_there_makes_no_schema(monkeypatch, change):
    monkeypatch.setattr(Meadow, "earlier", ((change,),))

    with pytest.raises(SchemaError, match=r"meadow.*was not there then"):
        json_document.read(b"{}", schema_of(Meadow))


def test_two_types_may_not_have_had_one_name(monkeypatch):
    monkeypatch.setattr(Meadow, "earlier", ((TypeRenamed("garden"),),))

    with pytest.raises(SchemaError, match="another record type was called 'garden' in version 1"):
        json_document.read(b"{}", schema_of(Garden, Meadow))
