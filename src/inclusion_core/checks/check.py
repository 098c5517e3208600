"""A check as a value, and the words for what it finds."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeAlias

import attrs

from inclusion_core.expr.schema import Schema
from inclusion_core.fields import Record, type_name
from inclusion_core.findings import Finding, Place, Severity
from inclusion_core.model.caseload import Caseload
from inclusion_core.texts import Text

__all__ = ["Check", "Fault", "Find"]

Find: TypeAlias = Callable[[Caseload, Schema], Iterable[Finding]]
"""Gives the same findings in whatever order the records are; none holds a value of a client."""


@attrs.frozen(kw_only=True)
class Check:
    """One thing that is looked for in a caseload.

    Attributes:
        id: Names it, and is the kind of its findings: ``check.entry-before-birth``.
        says: What is wrong where it finds something.
        find: The findings, in any order.
    """

    id: str
    says: Text
    find: Find


@attrs.frozen(kw_only=True)
class Fault:
    """What can be wrong, before it is said where.

    Attributes:
        kind: Its id.
        says: What is wrong.
        remedy: What to do about it; may have the slot ``other``, the id of a second record.
        severity: How much it weighs.
    """

    kind: str
    says: Text
    remedy: Text
    severity: Severity = Severity.ERROR

    def at(self, record: Record, field: str = "", *, other: Record | None = None) -> Finding:
        """The finding that it makes at a field of a record.

        Args:
            record: Where.
            field: The field that is looked at; empty for the whole record.
            other: The record with which it does not go together.
        """
        record_type = type_name(type(record))
        return Finding(
            kind=self.kind,
            says=self.says,
            remedy=self.remedy if other is None else self.remedy.filled(other=other.id),
            place=Place(record_type=record_type, record_id=record.id, field=field),
            severity=self.severity,
        )

    def check(self, find: Find) -> Check:
        """The check that looks for it."""
        return Check(id=self.kind, says=self.says, find=find)
