"""What a distribution declares about a programme: its name, its operation, whom it is for."""

from __future__ import annotations

import attrs

from inclusion_core.expr.schema import RecordType, Schema
from inclusion_core.fields import Record, type_name
from inclusion_core.sources import Source
from inclusion_core.texts import Text

__all__ = ["ProgrammeDefinition"]


@attrs.frozen(kw_only=True)
class ProgrammeDefinition:
    """A programme as its funder defines it; the records of an operation refer to it by id.

    Attributes:
        id: In the namespace of the distribution that declares it, ``sif.mentoring``.
        says: Its name.
        target_group: Whom it is for, in the words of its rules.
        operation_number: The number of the operation that pays for it.
        sources: The acts and contracts that it rests on.
        records: The record classes that its providers fill in; all there are where none is named.
        rules_from: Distributions, besides the one that declares it, whose eligibility rules hold
            for it. If one of them is missing or broken, nobody is judged.
    """

    id: str
    says: Text
    target_group: Text
    operation_number: str
    sources: tuple[Source, ...]
    records: tuple[type[Record], ...] = ()
    rules_from: tuple[str, ...] = ()

    def record_types(self, schema: Schema) -> tuple[RecordType, ...]:
        """The record types that its providers fill in, in the order of the schema."""
        named = {type_name(each) for each in self.records}
        return tuple(
            each for each in schema if not each.derived and (not named or each.name in named)
        )
