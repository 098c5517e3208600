"""The data packages hold by the tool that knows them best: descriptor, values, keys, references."""

import json
import socket

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from frictionless import FrictionlessException, Package
from tables_lab import EVERYTHING
from wire_lab.schemas import ODD, SCHEMA

from inclusion_core import tables
from inclusion_core.model.caseload import Journal
from inclusion_core.wire import csv_folder
from inclusion_core.wire.data_package import data_package
from inclusion_core.wire.layout import recorded_types
from inclusion_core.words import WORDS


@pytest.fixture(autouse=True)
def without_network(monkeypatch):
    def refuse(*_):
        raise AssertionError("it asked the network")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


@pytest.fixture
def parquet(tmp_path):
    tables.write(EVERYTHING, tmp_path, ODD)
    return tmp_path


@pytest.fixture
def as_csv(tmp_path):
    csv_folder.write(EVERYTHING, tmp_path, ODD)
    described(tmp_path, data_package(ODD, WORDS))
    return tmp_path


def described(folder, package):
    (folder / "datapackage.json").write_text(json.dumps(package))


def faults(folder):
    """What frictionless finds, by type and field; no resource may have been passed over."""
    package = Package(str(folder / "datapackage.json"))
    report = package.validate()
    assert [task.name for task in report.tasks] == ["visit", "guest"]
    return [(kind, field) for kind, field in report.flatten(["type", "fieldName"])]


def changed(folder, name, column, values):
    """One column of a Parquet file holds something else."""
    path = folder / f"{name}.parquet"
    table = pq.read_table(path)
    place = table.column_names.index(column)
    kind = table.schema.field(column).type
    pq.write_table(table.set_column(place, column, pa.array(values, kind)), path)


def test_a_folder_of_parquet_is_a_data_package(parquet):
    package = json.loads((parquet / "datapackage.json").read_text())
    fields = {
        (resource["name"], field["name"]): field
        for resource in package["resources"]
        for field in resource["schema"]["fields"]
    }

    assert faults(parquet) == []
    assert fields["visit", "id"]["type"] == fields["guest", "visit_id"]["type"] == "string"
    assert fields["guest", "came_as"]["constraints"]["enum"]


def test_a_folder_with_empty_tables_is_one_too(tmp_path):
    tables.write(Journal(()), tmp_path, SCHEMA)
    report = Package(str(tmp_path / "datapackage.json")).validate()

    assert report.valid
    assert len(report.tasks) == len(recorded_types(SCHEMA))


def test_a_folder_of_csv_is_one_too(as_csv):
    assert faults(as_csv) == []


@pytest.mark.parametrize(
    ("name", "column", "values", "kind"),
    [
        ("guest", "visit_id", ["v-9"], "foreign-key"),
        ("guest", "came_as", ["sad"], "constraint-error"),
        ("guest", "rank", [1_000], "constraint-error"),
        ("guest", "id", [None], "constraint-error"),
        ("visit", "version", [1] * 6, "primary-key"),
        ("visit", "ended_on_unknown", [*[None] * 5, "lost"], "constraint-error"),
    ],
)
def test_what_breaks_the_package_is_found_in_parquet(parquet, name, column, values, kind):
    rows = pq.read_metadata(parquet / f"{name}.parquet").num_rows
    changed(parquet, name, column, values[:rows])

    assert kind in {found for found, _ in faults(parquet)}


def test_what_breaks_the_package_is_found_in_csv(as_csv):
    path = as_csv / "guest.csv"
    text = path.read_text(encoding="utf-8")
    assert ",v-1," in text
    path.write_text(text.replace(",v-1,", ",v-9,"), encoding="utf-8")

    assert faults(as_csv) == [("foreign-key", None)]


def test_a_descriptor_that_breaks_the_standard_is_refused(parquet):
    package = json.loads((parquet / "datapackage.json").read_text())
    package["resources"][0]["schema"]["fields"][0]["type"] = "identifier"
    described(parquet, package)

    with pytest.raises(FrictionlessException, match="identifier"):
        Package(str(parquet / "datapackage.json"))
