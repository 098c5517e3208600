"""Records written as rows of the types that drivers have come back as they were."""

from datetime import date

import pytest
from effort import tries
from hypothesis import given, settings
from hypothesis import strategies as st
from wire_lab.schemas import ODD, SCHEMA
from wire_lab.strategies import journals

from inclusion_core.expr.schema import Schema
from inclusion_core.model.caseload import Journal
from inclusion_core.model.versions import Version
from inclusion_core.rows import RowMapping, column, rows_of
from inclusion_core.wire.envelope import ENVELOPE

BESIDE_THE_KEY = ENVELOPE[1:]


def whole(schema: Schema) -> RowMapping:
    """Every type in a table of its own, every field in a column with a name of its own."""
    return RowMapping(
        schema=schema,
        tables={
            f"t_{kind.name}": [
                rows_of(
                    kind.record_class,
                    **{field.name: f"c_{field.name}" for field in kind.recorded_fields},
                    **{name: column(f"v_{name}") for name in BESIDE_THE_KEY},
                )
            ]
            for kind in schema
            if not kind.derived
        },
    )


def row_of(version: Version, schema: Schema) -> dict[str, object]:
    """The inverse of the mapping: a version as a row, values as they are."""
    names = [field.name for field in schema[version.record_type].recorded_fields]
    values = {f"c_{name}": getattr(version.record, name, None) for name in names}
    known = {f"v_{name}": getattr(version, name) for name in BESIDE_THE_KEY}
    return {**values, **known, "c_id": version.record_id}


@pytest.mark.parametrize("schema", [SCHEMA, ODD], ids=["model", "odd"])
@given(data=st.data())
@settings(max_examples=tries(40), deadline=None)
def test_a_journal_comes_back_from_rows_as_it_was(data: st.DataObject, schema: Schema):
    journal = data.draw(journals(schema))
    mapping = whole(schema)
    tables: dict[str, list[dict[str, object]]] = {name: [] for name in mapping.tables}
    for version in journal.versions:
        tables[f"t_{version.record_type}"].append(row_of(version, schema))

    reading = mapping.read(tables)

    assert reading.findings == ()
    assert reading.journal == Journal(tuple(sorted(journal.versions, key=lambda each: each.order)))
    assert reading.rows_read == reading.rows_kept == len(journal.versions)


@pytest.mark.parametrize("schema", [SCHEMA, ODD], ids=["model", "odd"])
def test_of_empty_tables_nothing_is_read_and_nothing_is_wrong(schema: Schema):
    mapping = whole(schema)

    reading = mapping.read({name: [] for name in mapping.tables}, recorded_on=date(2018, 6, 30))

    assert (reading.findings, reading.rows_read, reading.journal) == ((), 0, Journal(()))
