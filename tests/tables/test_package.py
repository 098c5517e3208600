"""What other programs are told of a folder of Parquet files: the data package."""

import json

import pyarrow.parquet as pq
from tables_lab import EVERYTHING
from wire_lab.schemas import ODD, SCHEMA

from inclusion_core import tables
from inclusion_core.tables.package import package_of
from inclusion_core.words import WORDS


def test_the_package_has_the_columns_of_the_files_in_their_order(tmp_path):
    tables.write(EVERYTHING, tmp_path, ODD)
    package = json.loads((tmp_path / "datapackage.json").read_text())
    kinds = {"string": "string", "int64": "integer", "date32[day]": "date"}

    for resource in package["resources"]:
        schema = pq.read_schema(tmp_path / resource["path"])
        fields = resource["schema"]["fields"]
        assert [each["name"] for each in fields] == schema.names
        assert [each["type"] for each in fields] == [kinds[str(each.type)] for each in schema]


def test_every_value_keeps_the_limits_that_the_package_tells(tmp_path):
    tables.write(EVERYTHING, tmp_path, ODD)
    for resource in package_of(ODD)["resources"]:
        for row in pq.read_table(tmp_path / resource["path"]).to_pylist():
            for field in resource["schema"]["fields"]:
                value, limits = row[field["name"]], field.get("constraints", {})
                assert value is not None or "required" not in limits
                assert value is None or value in limits.get("enum", [value])
                assert value is None or limits.get("minimum", value) <= value


def test_keys_references_and_titles():
    package = package_of(SCHEMA, WORDS)
    (client,) = (each for each in package["resources"] if each["name"] == "client")
    (stay,) = (each for each in package["resources"] if each["name"] == "participation")
    titles = {each["name"]: each.get("title", "") for each in client["schema"]["fields"]}

    assert client["schema"]["primaryKey"] == ["id", "version"]
    assert {"fields": ["client_id"], "reference": {"resource": "client", "fields": ["id"]}} in stay[
        "schema"
    ]["foreignKeys"]
    assert client["title"] == "client"
    assert titles["born_on"] == WORDS.field("client", "born_on", "en")
    assert titles["born_on_earliest"].endswith("first day on which it can be")
    assert titles["version"] == ""


def test_the_reasons_of_a_column_are_its_own():
    (visit, _) = package_of(ODD)["resources"]
    limits = {each["name"]: each.get("constraints", {}) for each in visit["schema"]["fields"]}

    assert "partial" in limits["ended_on_unknown"]["enum"]
    assert "partial" not in limits["mood_unknown"]["enum"]
    assert "refused" in limits["mood_unknown"]["enum"]
    assert limits["recorded_on"] == {"required": True}
