"""Which record a row is, and which records it names: numbers become ids.

A number is looked up in the key file. One that is not there and is the id of a record that was
ever recorded is that id, so that a template filled from a caseload comes back to the same records
without a key file. (Ids are opaque: a provider's number can hardly be one by chance.) Any other
number on a row is a new record and gets a new id; nobody guesses that it might be a known one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from operator import attrgetter

import attrs

from inclusion_core.expr.schema import Schema
from inclusion_core.model.caseload import Journal
from inclusion_core.model.versions import Version
from inclusion_core.wire.converter import Faults
from inclusion_core.wire.problems import Problem, Refused, RefusedError
from inclusion_core.wire.value_forms import text_value
from inclusion_core.workbook.filled import FilledRow, FilledWorkbook
from inclusion_core.workbook.importing.import_problems import (
    LEFT_OUT_RECORD,
    NO_SUCH_RECORD,
    RECORD_TWICE,
    UNKNOWN_NUMBER,
)
from inclusion_core.workbook.importing.keys import Key, KeyFile, new_id

__all__ = ["MatchedRow", "Matching", "last_versions", "matched"]


@attrs.frozen(kw_only=True, repr=False)
class MatchedRow:
    """A row whose numbers are ids.

    Attributes:
        row: The row.
        key: Type and id of its record.
        last: The last version of that record; ``None`` for a new one.
        values: JSON values by field, with ids for numbers; a reference that leads nowhere is
            refused.
        names: Type and id of the records that it names, by field.
        faults: What is wrong with the row's own number.
    """

    row: FilledRow
    key: Key
    last: Version | None
    values: Mapping[str, object]
    names: Mapping[str, Key]
    faults: Faults

    @property
    def is_there(self) -> bool:
        """Whether the record is there whatever becomes of the row."""
        return self.last is not None and self.last.record is not None


@attrs.frozen(kw_only=True, repr=False)
class Matching:
    """A workbook whose numbers are ids.

    Attributes:
        rows: The rows.
        left_out: Type and id of what is on no other row than one that was left out already.
    """

    rows: tuple[MatchedRow, ...]
    left_out: tuple[Key, ...]


def last_versions(journal: Journal) -> Mapping[Key, Version]:
    """The last version of each record, by type and id."""
    ordered = sorted(journal.versions, key=attrgetter("order"))
    return {(each.record_type, each.record_id): each for each in ordered}


def matched(
    filled: FilledWorkbook,
    keys: KeyFile,
    last: Mapping[Key, Version],
    schema: Schema,
    draw: Callable[[], str],
) -> Matching:
    """The rows, each with its record.

    Args:
        filled: The rows.
        keys: What the key file holds.
        last: The last version of each record that was ever recorded.
        schema: The record types that there are.
        draw: Gives the random part of a new id.
    """
    numbers = [(row.record_type, row.number) for row in filled.rows]
    ids = _ids((*numbers, *filled.left_out), keys, last, draw)
    own = [(key[0], ids[key]) for key in numbers]
    times = Counter(own)
    left_out = dict.fromkeys((key[0], ids[key]) for key in filled.left_out)
    there = {key for key, version in last.items() if version.record is not None} | times.keys()
    found = []
    for row, key in zip(filled.rows, own, strict=True):
        names = dict(_names(row, schema, ids))
        references = {
            field: _reference(named, there, left_out.keys()) for field, named in names.items()
        }
        found.append(
            MatchedRow(
                row=row,
                key=key,
                last=last.get(key),
                values={**row.values, **references, "id": key[1]},
                names={field: named for field, named in names.items() if named is not None},
                faults=tuple(_faults(row.number, times[key])),
            )
        )
    return Matching(
        rows=tuple(found), left_out=tuple(each for each in left_out if each not in times)
    )


def _ids(
    numbers: Iterable[Key],
    keys: KeyFile,
    last: Mapping[Key, Version],
    draw: Callable[[], str],
) -> Mapping[Key, str]:
    """Ids by type and number: those of the key file, of records that are there, and new ones."""
    ids = {key: key[1] for key in last} | dict(keys.ids)
    taken = {*last, *keys.numbers}
    for key in numbers:
        if key not in ids:
            ids[key] = new_id(key[0], draw, taken)
            taken.add((key[0], ids[key]))
    return ids


def _names(
    row: FilledRow, schema: Schema, ids: Mapping[Key, str]
) -> Iterator[tuple[str, Key | None]]:
    """The record behind each reference; ``None`` for a number that nobody knows."""
    for field in schema[row.record_type].recorded_fields:
        number = row.values.get(field.name)
        if field.reference is not None and isinstance(number, str):
            record_id = ids.get((field.reference.to, number))
            yield field.name, None if record_id is None else (field.reference.to, record_id)


def _reference(
    named: Key | None, there: AbstractSet[Key], left_out: AbstractSet[Key]
) -> str | Refused:
    if named is None:
        return Refused(UNKNOWN_NUMBER)
    if named in there:
        return named[1]
    return Refused(LEFT_OUT_RECORD if named in left_out else NO_SUCH_RECORD)


def _faults(number: str, times: int) -> Iterator[tuple[str, Problem]]:
    if times > 1:
        yield "id", RECORD_TWICE
    try:
        text_value(number)
    except RefusedError as error:
        yield "id", error.problem
