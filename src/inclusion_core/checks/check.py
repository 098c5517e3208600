"""A check as a value, and the words for what it finds."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TypeAlias

import attrs

from inclusion_core.checks.examined import Examined
from inclusion_core.fields import Record, type_name
from inclusion_core.findings import Finding, Place, Severity
from inclusion_core.sources import Source
from inclusion_core.texts import SlotValue, Text

__all__ = ["Check", "Fault", "Find"]

Find: TypeAlias = Callable[[Examined], Iterable[Finding]]
"""Gives the same findings in whatever order the records are; none holds a value of a client."""


@attrs.frozen(kw_only=True)
class Check:
    """One thing that is looked for in a caseload.

    Attributes:
        id: Names it, and is the kind of its findings: ``check.before-birth``.
        says: What is wrong where it finds something.
        find: The findings, in any order.
        source: The rule that is offended; each finding that names no other carries it.
        programme: Id of the programme whose rule it is; empty where it is for all.
        needs_journal: It looks at what was recorded when; where only a caseload is at hand, it is
            not asked, and that is told.
        stands_for: Ids of general checks that find the same without a rule. Where this one finds
            something about a record, what they find about it is left out.
    """

    id: str
    says: Text
    find: Find
    source: Source | None = None
    programme: str = ""
    needs_journal: bool = False
    stands_for: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class Fault:
    """What can be wrong, before it is said where.

    Attributes:
        kind: Its id.
        says: What is wrong; may have slots.
        remedy: What to do about it; may have slots, and ``other``, the id of a second record.
        severity: How much it weighs.
        source: The rule that it offends, where there is one.
    """

    kind: str
    says: Text
    remedy: Text
    severity: Severity = Severity.ERROR
    source: Source | None = None

    def at(
        self,
        record: Record,
        field: str = "",
        *,
        other: Record | None = None,
        **slots: SlotValue,
    ) -> Finding:
        """The finding that it makes at a field of a record.

        Args:
            record: Where.
            field: The field that is looked at; empty for the whole record.
            other: The record with which it does not go together.
            slots: What fills the slots of the words; never a value of a client.
        """
        named: dict[str, SlotValue] = {} if other is None else {"other": other.id}
        return Finding(
            kind=self.kind,
            says=_filled(self.says, slots),
            remedy=_filled(self.remedy, {**slots, **named}),
            place=Place(record_type=type_name(type(record)), record_id=record.id, field=field),
            severity=self.severity,
            source=self.source,
        )

    def check(self, find: Find) -> Check:
        """The check that looks for it."""
        return Check(id=self.kind, says=self.says, find=find, source=self.source)


def _filled(words: Text, slots: Mapping[str, SlotValue]) -> Text:
    """The words with those slots filled that they have."""
    own = {name: value for name, value in slots.items() if name in words.slots}
    return words.filled(**own) if own else words
