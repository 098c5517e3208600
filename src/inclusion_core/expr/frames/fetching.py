"""Fetches a few records from tables, with all that some questions about them can reach.

A reader of tables never explains. It finds ids; these records are fetched by their keys, the reader
of objects reads the same expressions on them, and gives the same answers with all reasons.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

import narwhals as nw

from inclusion_core.expr import nodes
from inclusion_core.expr.frames.engines import worked_out
from inclusion_core.expr.frames.reached import Path, paths_reached
from inclusion_core.expr.frames.tables import Tables
from inclusion_core.expr.frames.taken import in_order, record_of
from inclusion_core.expr.handles import Handle
from inclusion_core.expr.objects import record_type_of
from inclusion_core.expr.records import Records
from inclusion_core.expr.rows import CASE
from inclusion_core.fields import Record

__all__ = ["fetched"]


def fetched(
    tables: Tables,
    record_type: str,
    keys: Iterable[str],
    expressions: Iterable[Handle | nodes.Node],
) -> Records:
    """A few records, and all others that expressions about them can reach.

    The rows are chosen on the engine, link by link; what no expression follows stays there. Meant
    for the cases that somebody looks at, not for a whole register.

    Args:
        tables: Where they are.
        record_type: What the expressions are about.
        keys: Ids of the records asked about; one that is not there is left out.
        expressions: What will be asked of them; also what their explanation tells.

    Raises:
        ExpressionError: An expression is nested too deep.
        UnknownNameError: It names a field or link that is not there.
        SchemaError: A table or column that it needs is not there.
    """
    asked = [of if isinstance(of, nodes.Node) else of.node for of in expressions]
    paths = paths_reached(asked, nodes.Variable(record_type, CASE))
    for part in (part for node in asked for part in nodes.walk(node)):
        if isinstance(part, nodes.FieldNode):
            tables.column(record_type_of(part.row, tables.schema), part.name)
    found: dict[str, dict[str, Record]] = defaultdict(dict)
    at: dict[Path, _Place] = {}
    for path in paths:
        place = _place(tables, path, at) if path else _asked_about(tables, record_type, keys)
        at[path] = place
        found[place.record_type].update((each.id, each) for each in place.records)
    return Records(
        tables.schema, {name: in_order(records.values()) for name, records in found.items()}
    )


class _Place:
    """What stands at the end of a path.

    A key may be there without its record: a list may belong to a record that is missing.
    """

    def __init__(self, tables: Tables, record_type: str, field: str, keys: Iterable[str]) -> None:
        self.record_type = record_type
        self.records = _with_keys(tables, record_type, field, sorted(set(keys)))
        named = keys if field == "id" else (each.id for each in self.records)
        self.keys = frozenset(named)


def _asked_about(tables: Tables, record_type: str, keys: Iterable[str]) -> _Place:
    return _Place(tables, record_type, "id", tuple(keys))


def _place(tables: Tables, path: Path, at: dict[Path, _Place]) -> _Place:
    """The records one link further."""
    before = at[path[:-1]]
    link = tables.schema[before.record_type].link(path[-1])
    if link.many:
        return _Place(tables, link.to, link.field, before.keys)
    tables.column(before.record_type, link.field)
    keys = {str(getattr(each, link.field)) for each in before.records}
    return _Place(tables, link.to, "id", keys)


def _with_keys(
    tables: Tables, record_type: str, field: str, keys: Sequence[str]
) -> tuple[Record, ...]:
    """The records of a type whose key, or whose reference, is one of these."""
    frame = tables.frame(record_type)
    tables.column(record_type, field)
    if not keys:
        return ()
    rows = worked_out(frame.filter(nw.col(field).is_in(keys))).rows(named=True)
    return tuple(record_of(tables.schema[record_type], row) for row in rows)
