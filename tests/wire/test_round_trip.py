"""What is written is read back as it was, from CSV and from JSON."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from effort import tries
from hypothesis import given, settings
from hypothesis import strategies as st
from wire_lab.schemas import ODD, SCHEMA
from wire_lab.strategies import journals

from inclusion_core.expr.schema import Schema
from inclusion_core.model.caseload import Journal
from inclusion_core.wire import csv_folder, json_document, read_journal, write_journal


def in_order(journal: Journal) -> Journal:
    return Journal(tuple(sorted(journal.versions, key=lambda version: version.order)))


def folder_bytes(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


@pytest.mark.parametrize("schema", [SCHEMA, ODD], ids=["model", "odd"])
@given(data=st.data())
@settings(max_examples=tries(60), deadline=None)
def test_a_journal_comes_back_from_json_as_it_was(data: st.DataObject, schema: Schema):
    journal = data.draw(journals(schema))

    reading = json_document.read(json_document.write(journal, schema), schema)

    assert reading.findings == ()
    assert reading.journal == in_order(journal)
    assert reading.rows_read == reading.rows_kept == len(journal.versions)


@pytest.mark.parametrize("schema", [SCHEMA, ODD], ids=["model", "odd"])
@given(data=st.data())
@settings(max_examples=tries(60), deadline=None)
def test_a_journal_comes_back_from_csv_as_it_was(data: st.DataObject, schema: Schema):
    journal = data.draw(journals(schema))
    with TemporaryDirectory() as folder:
        csv_folder.write(journal, folder, schema)
        reading = csv_folder.read(folder, schema)

    assert reading.findings == ()
    assert reading.journal == in_order(journal)
    assert reading.rows_read == reading.rows_kept == len(journal.versions)


@given(data=st.data())
@settings(max_examples=tries(25), deadline=None)
def test_bytes_do_not_depend_on_the_order_of_versions(data: st.DataObject):
    journal = data.draw(journals(SCHEMA))
    shuffled = Journal(tuple(data.draw(st.permutations(journal.versions))))

    assert json_document.write(journal, SCHEMA) == json_document.write(shuffled, SCHEMA)
    with TemporaryDirectory() as one, TemporaryDirectory() as other:
        csv_folder.write(journal, one, SCHEMA)
        csv_folder.write(shuffled, other, SCHEMA)
        assert folder_bytes(Path(one)) == folder_bytes(Path(other))


@given(data=st.data())
@settings(max_examples=tries(25), deadline=None)
def test_both_kinds_of_file_hold_the_same_journal(data: st.DataObject):
    journal = data.draw(journals(ODD))
    with TemporaryDirectory() as place:
        folder, document = Path(place) / "csv", Path(place) / "journal.json"
        write_journal(journal, folder, ODD)
        write_journal(journal, document, ODD)

        assert read_journal(folder, ODD) == read_journal(document, ODD)
