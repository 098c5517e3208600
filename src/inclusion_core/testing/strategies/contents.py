"""What the fields of drawn records hold: few values, the plainest first, named ones often."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from enum import Enum
from typing import Any

import attrs

from inclusion_core.expr.schema import Field, RecordType
from inclusion_core.fields import FieldKind
from inclusion_core.testing.strategies.codes import some_codes
from inclusion_core.testing.strategies.interests import Interests
from inclusion_core.testing.strategies.noticing import FieldName
from inclusion_core.values import ABSENT, NOT_ASKED, Reason, Unknown

__all__ = ["Content", "HowKnown", "contents_of", "known_options"]

USUAL_NUMBERS = (60, 1, 0, 2, 480)
REFUSED = Unknown(Reason.REFUSED)


class HowKnown(Enum):
    """How a day is drawn."""

    PLAIN = "plain"
    BORDER = "border"
    MOVED = "moved"
    ABSENT = "absent"
    MONTH = "month"
    YEAR = "year"
    INTERVAL = "interval"
    UNKNOWN = "unknown"
    REFUSED = "refused"

    @property
    def partial(self) -> bool:
        """Whether only a part of the day is known."""
        return self in (HowKnown.MONTH, HowKnown.YEAR, HowKnown.INTERVAL)


@attrs.frozen(kw_only=True)
class Content:
    """What one field may hold in a drawn record.

    Attributes:
        field: The field.
        options: The values, each as often as it weighs; of a day, how it is drawn.
        varies: It is drawn; another one holds the first of its options.
    """

    field: Field
    options: tuple[Any, ...]
    varies: bool

    @property
    def name(self) -> str:
        """The name of the field."""
        return self.field.name

    @property
    def is_day(self) -> bool:
        """Whether it holds a day."""
        return self.field.kind is FieldKind.DAY

    def without(self, *left_out: object) -> tuple[Any, ...]:
        """The options without some; all of them where nothing is left."""
        kept = tuple(each for each in self.options if each not in left_out)
        return kept or self.options


def contents_of(
    record_type: RecordType,
    interests: Interests | None,
    *,
    tidy: bool,
    codes: Mapping[FieldName, Sequence[str]],
) -> tuple[Content, ...]:
    """What the fields of a record type hold, but for its key and its references.

    Args:
        record_type: The type.
        interests: What matters; everything where none are given.
        tidy: Nothing is unknown, and no day is known in part.
        codes: The only codes of some fields.
    """
    found: list[Content] = []
    for field in record_type.recorded_fields:
        if field.kind in (FieldKind.KEY, FieldKind.REFERENCE):
            continue
        name = (record_type.name, field.name)
        matters = interests is None or name in interests.fields or name in codes
        known = known_options(field, name, interests, codes)
        if field.kind is FieldKind.DAY:
            options = _ways(field, tidy=tidy)
        else:
            options = _with_gaps(field, known, tidy=tidy)
        found.append(Content(field=field, options=options, varies=matters))
    return tuple(found)


def known_options(
    field: Field,
    name: FieldName,
    interests: Interests | None,
    codes: Mapping[FieldName, Sequence[str]] = {},
) -> tuple[Any, ...]:
    """Known values of a field that holds no day; those that are named come first, and twice."""
    matters = Interests() if interests is None else interests
    match field.kind:
        case FieldKind.CODE:
            named = tuple(codes.get(name, ())) or matters.codes.get(name, ())
            if field.enum is not None:
                often = [each for each in field.enum if each.value in named]
                return (*often, *often, *(each for each in field.enum if each not in often))
            if name in codes:
                return tuple(codes[name])
            others = () if field.code_list is None else some_codes(field.code_list)
            return (*named, *others)
        case FieldKind.NUMBER:
            beside = (each + step for each in matters.numbers.get(name, ()) for step in (0, 1, -1))
            least, most = field.bounds.least, field.bounds.most
            numbers = dict.fromkeys((*beside, *USUAL_NUMBERS, least, most))
            return tuple(each for each in numbers if least <= each <= most)
        case FieldKind.DECIMAL:
            return (Decimal(1), Decimal(0), Decimal("83.87"))
        case _:
            return (f"{field.name} 1", f"{field.name} 2")


def _with_gaps(field: Field, known: tuple[Any, ...], *, tidy: bool) -> tuple[Any, ...]:
    """The known values, and that there is none, and that it is not known."""
    share = max(1, len(known) // 5)
    gaps: tuple[Any, ...] = ()
    if field.may_be_absent:
        gaps += (ABSENT,) * share
    if field.may_be_unknown and not tidy:
        gaps += (NOT_ASKED,) * share + (REFUSED,)
    if field.empty is ABSENT:
        return (ABSENT, *known, *gaps)
    return (*known, *gaps)


def _ways(field: Field, *, tidy: bool) -> tuple[HowKnown, ...]:
    """In which ways a day is drawn."""
    often = (HowKnown.PLAIN, HowKnown.MOVED, HowKnown.BORDER, HowKnown.MOVED)
    gaps: tuple[HowKnown, ...] = ()
    if field.may_be_absent:
        gaps += (HowKnown.ABSENT,)
    if field.may_be_partial and not tidy:
        gaps += (HowKnown.MONTH, HowKnown.YEAR, HowKnown.INTERVAL)
    if field.may_be_unknown and not tidy:
        gaps += (HowKnown.UNKNOWN, HowKnown.REFUSED)
    if field.empty is ABSENT:
        return (HowKnown.ABSENT, HowKnown.ABSENT, *often, *often, *gaps)
    return (*often, *often, *gaps)
