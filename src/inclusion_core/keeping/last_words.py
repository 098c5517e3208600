"""The last words about every record: what it said when it said anything last.

A journal keeps more than a caseload shows: a record that was taken back still has its old versions,
and they hold values. So whose a record is, is looked up in what it said last, whatever came after.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import cached_property

import attrs

from inclusion_core.expr.records import Records
from inclusion_core.expr.schema import Schema
from inclusion_core.fields import Record
from inclusion_core.lives.belonging import Key, references
from inclusion_core.model.caseload import Journal
from inclusion_core.model.versions import Act, Version

__all__ = ["LastWords"]


@attrs.frozen(slots=False)
class LastWords:
    """The histories of a journal, and what each record said last.

    Attributes:
        journal: The journal.
        schema: The record types that there are.
    """

    journal: Journal = attrs.field(repr=False)
    schema: Schema = attrs.field(repr=False)

    @cached_property
    def histories(self) -> Mapping[Key, tuple[Version, ...]]:
        """The versions of each record, the first of them first; by type and id."""
        found: dict[Key, list[Version]] = defaultdict(list)
        for version in sorted(self.journal.versions, key=lambda each: each.order):
            found[version.record_type, version.record_id].append(version)
        return {key: tuple(versions) for key, versions in found.items()}

    @cached_property
    def said(self) -> Mapping[Key, Record]:
        """What each record said last; a record without values in any version is left out."""
        return {
            key: version.record
            for key, versions in self.histories.items()
            for version in versions
            if version.record is not None
        }

    @cached_property
    def records(self) -> Records:
        """The same, to be found by what they name."""
        by_type: dict[str, list[Record]] = defaultdict(list)
        for (name, _), record in self.said.items():
            by_type[name].append(record)
        return Records(self.schema, by_type)

    @cached_property
    def tombstones(self) -> frozenset[Key]:
        """The records that are erased."""
        return frozenset(
            key
            for key, versions in self.histories.items()
            if any(version.act is Act.ERASED for version in versions)
        )

    def names(self, record: Record) -> frozenset[Key]:
        """What a record names, by type and id."""
        return frozenset(
            (reference.to, getattr(record, field.name))
            for field, reference in references(self.schema.type_of(record))
        )

    def names_of(self, key: Key) -> frozenset[Key]:
        """What a record names now, or ever did."""
        spoken = (version.record for version in self.histories[key] if version.record is not None)
        return frozenset(name for record in spoken for name in self.names(record))
