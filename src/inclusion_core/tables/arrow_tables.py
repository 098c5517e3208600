"""Records as Arrow tables, and records of tables: whatever hands its columns over as Arrow does.

A pyarrow table has the Arrow stream interface (``__arrow_c_stream__``): Polars, DuckDB, Narwhals
and pandas take it as it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pyarrow as pa  # type: ignore[import-untyped]

from inclusion_core.expr.schema import RecordType, Schema
from inclusion_core.fields import Record
from inclusion_core.model.caseload import Caseload
from inclusion_core.tables.headings import heading_faults
from inclusion_core.tables.layout import fields_of
from inclusion_core.tables.record_arrays import record_table
from inclusion_core.tables.taking import RecordsReader, RecordsTaken

__all__ = ["records_of", "table_of", "tables_of"]


def table_of(record_type: RecordType, records: Sequence[Record]) -> Any:
    """Records of one type as an Arrow table: all fields, those that are worked out too.

    Args:
        record_type: Their type, ``SCHEMA["client"]``.
        records: The records, in the order of the rows.

    Raises:
        SchemaError: A value does not belong into its field.
    """
    return record_table(record_type.name, record_type.fields.values(), records)


def tables_of(caseload: Caseload, schema: Schema) -> dict[str, Any]:
    """The records of a caseload as Arrow tables, by type; a type without records has a table."""
    return {each.name: table_of(each, caseload.records.get(each.name, ())) for each in schema}


def records_of(record_type: RecordType, table: Any) -> RecordsTaken:
    """The records that the rows of a table hold, and what is wrong with the others.

    What is worked out of other records is not read: a caseload works it out anew.

    Args:
        record_type: What the rows are.
        table: Anything with ``__arrow_c_stream__``: a pyarrow table, a Polars frame, a DuckDB
            relation, a frame of pandas.
    """
    held = pa.table(table)
    derived = {name for name, field in record_type.fields.items() if field.derived is not None}
    kept = held.select(  # by their places: a name may stand there twice
        [place for place, name in enumerate(held.column_names) if name not in derived]
    )
    reader = RecordsReader.of(record_type)
    faults = heading_faults(kept.schema, record_type, fields_of(record_type), versions=False)
    if faults:
        return RecordsTaken(findings=tuple(p.at(reader.place(None, field=f)) for f, p in faults))
    return reader.taken(kept)
