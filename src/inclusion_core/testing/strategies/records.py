"""One record of any content, whether or not the records that it names are there."""

from __future__ import annotations

import attrs
from hypothesis import strategies as st

from inclusion_core.expr.schema import RecordType, schema_of
from inclusion_core.fields import Record, type_name
from inclusion_core.manager.added_types import references_of
from inclusion_core.testing.strategies.values import values_of

__all__ = ["record_type_of", "records"]


def records(record_type: RecordType | type[Record], **fixed: object) -> st.SearchStrategy[Record]:
    """One record of any content; what is worked out stays empty.

    Args:
        record_type: Of which type; its class does too.
        **fixed: What certain fields hold, by name.

    Example:
        >>> from hypothesis import find
        >>> from inclusion_core.model.client import Client
        >>> found = find(records(Client, id="c7"), lambda client: True)
        >>> found.id, found.gender
        ('c7', <Gender.FEMALE: 'female'>)
    """
    known = record_type if isinstance(record_type, RecordType) else record_type_of(record_type)
    drawn = {
        field.name: values_of(field) for field in known.recorded_fields if field.name not in fixed
    }
    given = {name: st.just(value) for name, value in fixed.items()}
    return st.builds(known.record_class, **drawn, **given)


def record_type_of(record_class: type[Record]) -> RecordType:
    """The record type of a class, whatever others it refers to.

    Raises:
        SchemaError: It is no record class.
    """
    to = {reference.to for reference in references_of(record_class)} - {type_name(record_class)}
    others = (_standing_in(name) for name in sorted(to))
    return schema_of(record_class, *others)[type_name(record_class)]


def _standing_in(name: str) -> type[Record]:
    """A record class of that name, of which nothing is known but its key."""
    bare = type(name, (Record,), {"__annotations__": {"id": "str"}, "__module__": __name__})
    return attrs.frozen(kw_only=True, repr=False)(bare)
