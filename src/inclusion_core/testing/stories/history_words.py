"""What was written when, in words: what a journal tells besides the caseload that it leaves."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import groupby

from inclusion_core.expr.schema import Schema
from inclusion_core.fields import Record
from inclusion_core.model.caseload import Journal
from inclusion_core.model.versions import Act, Version
from inclusion_core.testing.stories.in_words import detail
from inclusion_core.testing.stories.schemas import schema_for
from inclusion_core.words import WORDS

__all__ = ["written_lines"]


def written_lines(journal: Journal, only: Collection[str] | None = None) -> Iterator[str]:
    """A line for all that was first written on a day, and one for each version after the first.

    Args:
        journal: What was written.
        only: Record types that are told; all for ``None``.
    """
    schema = schema_for({type(each.record) for each in journal.versions if each.record})
    before = {each.order: each.record for each in journal.versions}
    shown = [each for each in journal.versions if only is None or each.record_type in only]
    yield "Written"
    for (on, first), versions in groupby(
        sorted(shown, key=_moment), key=lambda each: _moment(each)[:2]
    ):
        if first:
            yield f"  {on}  recorded: {', '.join(_called(each) for each in versions)}"
        else:
            for each in versions:
                name, key, number = each.order
                yield f"  {on}  {_said(each, before.get((name, key, number - 1)), schema)}"


def _moment(version: Version) -> tuple[object, ...]:
    later = version.act is not Act.RECORDED
    return version.recorded_on.isoformat(), not later, version.sequence, version.order


def _called(version: Version) -> str:
    return f"{WORDS.type(version.record_type, 'en')} {version.record_id}"


def _said(version: Version, before: Record | None, schema: Schema) -> str:
    """What a version says otherwise than the one before it."""
    said = f"{version.act.value}: {_called(version)}"
    if version.record is not None and before is not None:
        there = schema.type_of(version.record)
        changes = [
            detail(there, field, getattr(version.record, field.name))
            for field in there.recorded_fields
            if getattr(version.record, field.name) != getattr(before, field.name)
        ]
        said = f"{said}, {', '.join(changes)}" if changes else said
    return f"{said} ({version.why})" if version.why else said
