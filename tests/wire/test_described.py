"""What other programs are told of files: JSON Schema, data package."""

import csv
import json
import re

import pytest
from effort import tries
from hypothesis import HealthCheck, given, settings
from jsonschema import Draft202012Validator
from wire_lab.strategies import journals

from inclusion_core.facts.schema import SCHEMA
from inclusion_core.wire import csv_folder, json_document
from inclusion_core.wire.data_package import data_package
from inclusion_core.wire.json_schema import json_schema
from inclusion_core.words import WORDS

DOCUMENT = json_schema(SCHEMA, WORDS)
PACKAGE = data_package(SCHEMA, WORDS)
VALIDATOR = Draft202012Validator(DOCUMENT)
TAG = {"schema": "inclusion_core", "schema_version": 1}


def document(record_type, **item):
    return {**TAG, "records": {record_type: [{"id": "x-1", "recorded_on": "2018-05-01", **item}]}}


def test_the_json_schema_is_one():
    Draft202012Validator.check_schema(DOCUMENT)


@given(journals(SCHEMA))
@settings(max_examples=tries(40), deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_every_document_that_is_written_follows_the_json_schema(journal):
    VALIDATOR.validate(json.loads(json_document.write(journal, SCHEMA)))


@pytest.mark.parametrize(
    "faulty",
    [
        {**TAG},
        {**TAG, "schema_version": 2, "records": {}},
        {**TAG, "records": {}, "more": 1},
        {**TAG, "records": {"person": []}},
        document("client"),
        document("client", provider_id="p-1", name="x"),
        document("client", provider_id="p-1", person_id="c-1"),
        document("client", provider_id="p-1", born_on="16.07.1990"),
        document("client", provider_id="p-1", born_on="1990-13"),
        document("client", provider_id="p-1", born_on="1790-12-01"),
        document("client", provider_id="p-1", gender="woman"),
        document("client", provider_id="p-1", gender=None),
        document("client", provider_id="p-1", gender={"unknown": "lost"}),
        document("client", provider_id="p 1"),
        document("client", provider_id=None),
        document("client", act="erased", provider_id="p-1"),
        document("client", act="made", provider_id="p-1"),
        document("operation", number="1", title="", beneficiary="b"),
        document("operation", number="1", title="t", beneficiary="b", budget_cents=-1),
        document("same_person_link", client_id="a", other_client_id="b", linked_on="2018-05"),
        document("funding_share", operation_id="a", fund_id="b", percent=85),
        document("arrival", client_id="a", country="Latvia"),
    ],
)
def test_what_the_reader_refuses_the_json_schema_refuses(faulty):
    assert json_document.read(json.dumps(faulty).encode(), SCHEMA).findings
    assert not VALIDATOR.is_valid(faulty)


@pytest.mark.parametrize(
    "good",
    [
        {**TAG, "records": {}},
        document("client", provider_id="p-1", born_on="1990", gender={"unknown": "refused"}),
        document("client", provider_id="p-1", died_on=None, born_on="1990-01-01/1990-03-01"),
        document("client", act="erased", version=2, why="asked for"),
    ],
)
def test_what_the_reader_takes_the_json_schema_takes(good):
    VALIDATOR.validate(good)


def test_titles_say_what_things_are_called():
    client = DOCUMENT["$defs"]["client"]

    assert client["title"] == "client"
    assert client["properties"]["born_on"]["title"] == WORDS.field("client", "born_on", "en")


def resource(name):
    return next(each for each in PACKAGE["resources"] if each["path"] == f"{name}.csv")


def test_the_data_package_has_a_resource_for_every_file():
    assert [each["path"] for each in PACKAGE["resources"]] == [
        f"{each.name}.csv" for each in SCHEMA if not each.derived
    ]


@given(journals(SCHEMA))
@settings(max_examples=tries(20), deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_every_cell_that_is_written_keeps_the_limits_of_its_column(tmp_path_factory, journal):
    folder = tmp_path_factory.mktemp("journal")
    csv_folder.write(journal, folder, SCHEMA)

    for each in PACKAGE["resources"]:
        path = folder / each["path"]
        if path.exists():
            assert list(broken(path, each["schema"]["fields"])) == []


def broken(path, fields):
    """Cells outside of the limits of their column, read by a program that knows only these."""
    with path.open(encoding="utf-8", newline="") as lines:
        rows = csv.DictReader(lines)
        assert list(rows.fieldnames) == [field["name"] for field in fields]
        for row in rows:
            for field in fields:
                cell, limits = row[field["name"]], field["constraints"]
                removed = row["act"] in ("retracted", "erased")
                if cell and "enum" in limits and cell not in limits["enum"]:
                    yield field["name"]
                if cell and "pattern" in limits and not re.fullmatch(limits["pattern"], cell):
                    yield field["name"]
                number = int(cell) if cell and field["type"] == "integer" else None
                if number is not None and not limits["minimum"] <= number <= limits["maximum"]:
                    yield field["name"]
                if not cell and limits.get("required") and not removed:
                    yield field["name"]


def test_references_are_foreign_keys():
    keys = resource("participation")["schema"]["foreignKeys"]

    assert keys == [
        {"fields": ["client_id"], "reference": {"resource": "client", "fields": ["id"]}},
        {"fields": ["programme_id"], "reference": {"resource": "programme", "fields": ["id"]}},
    ]
    assert resource("protection_spell")["name"] == "protection-spell"
