"""The JSON Schemas in the docs are those of the library."""

import importlib
import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

DOCS = Path(__file__).parents[2] / "docs"


@pytest.fixture(scope="module")
def builder():
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(DOCS)
        yield importlib.import_module("build_reference")


def test_what_is_published_is_what_the_library_says(builder):
    files = builder.schema_files()

    assert builder.stale(files) == [], "run: .venv/bin/python docs/build_reference.py"


def test_every_published_schema_is_one(builder):
    files = builder.schema_files()

    assert {"journal.json", "report.json", "records/client.json"} <= files.keys()
    for text in files.values():
        Draft202012Validator.check_schema(json.loads(text))
