"""What a value of a driver means in a field, and what is refused rather than guessed."""

from datetime import UTC, date, datetime
from decimal import Decimal
from enum import Enum, IntEnum
from uuid import UUID

import pytest

from inclusion_core import ABSENT, NOT_ASKED, PartialDay
from inclusion_core.fields import FieldKind
from inclusion_core.model.client import Gender
from inclusion_core.rows.meaning import json_value
from inclusion_core.rows.row_problems import TRUTH
from inclusion_core.wire.problems import Refused

KEY, DAY, NUMBER = FieldKind.KEY, FieldKind.DAY, FieldKind.NUMBER
DECIMAL, TEXT, CODE = FieldKind.DECIMAL, FieldKind.TEXT, FieldKind.CODE


class Rank(IntEnum):
    FIRST = 1


class Sex(str, Enum):  # noqa: UP042  as web frameworks have them
    FEMALE = "female"


class Text(str):
    __slots__ = ()

    def __str__(self):
        return "something else"


class NoMoment(datetime):
    """As pandas has it in place of no moment."""

    def __ne__(self, other):
        return True

    __hash__ = datetime.__hash__


@pytest.mark.parametrize(
    ("value", "kind", "expected"),
    [
        (None, DAY, None),
        (ABSENT, DAY, None),
        (NOT_ASKED, DAY, {"unknown": "not_asked"}),
        (date(2018, 4, 15), DAY, "2018-04-15"),
        (datetime(2018, 4, 15), DAY, "2018-04-15"),  # noqa: DTZ001
        (PartialDay.of_year(1990), DAY, "1990"),
        ("2018-04", DAY, "2018-04"),
        (42, KEY, "42"),
        (42, FieldKind.REFERENCE, "42"),
        (Decimal(42), KEY, "42"),
        (UUID(int=7), KEY, "00000000-0000-0000-0000-000000000007"),
        (7, NUMBER, 7),
        ("7", NUMBER, 7),
        ("007", NUMBER, "007"),
        (Decimal("7.00"), NUMBER, 7),
        (Decimal("1E+30"), NUMBER, 10**30),
        (Rank.FIRST, NUMBER, 1),
        (Decimal("83.870"), DECIMAL, "83.87"),
        (83, DECIMAL, "83"),
        ("83.87", DECIMAL, "83.87"),
        ("text", TEXT, "text"),
        (Text("text"), TEXT, "text"),
        (Gender.FEMALE, CODE, "female"),
        (Sex.FEMALE, CODE, "female"),
    ],
)
def test_a_value_is_taken_as_what_it_is(value, kind, expected):
    found = json_value(value, kind)

    assert found == expected
    assert type(found) is type(expected)


@pytest.mark.parametrize(
    ("value", "kind", "problem"),
    [
        (True, NUMBER, "truth"),
        (1.0, NUMBER, "not-exact"),
        (float("nan"), DAY, "not-exact"),
        (83.87, DECIMAL, "not-exact"),
        (Decimal("7.5"), NUMBER, "not-exact"),
        (Decimal("NaN"), DECIMAL, "not-exact"),
        (Decimal("sNaN"), DECIMAL, "not-exact"),
        (Decimal("1E+31"), NUMBER, "not-exact"),
        (Decimal("1E+999999999"), DECIMAL, "not-exact"),
        (NoMoment(2018, 4, 15), DAY, "not-exact"),
        (datetime(2018, 4, 15, 0, 1), DAY, "time-of-day"),  # noqa: DTZ001
        (datetime(2018, 4, 15, tzinfo=UTC), DAY, "time-of-day"),
        (date(9999, 12, 31), DAY, "far-day"),
        (date(1, 1, 1), DAY, "far-day"),
        (b"text", TEXT, "not-a-value"),
        ({"unknown": "refused"}, TEXT, "not-a-value"),
        ([1], NUMBER, "not-a-value"),
        pytest.param(10**5000, KEY, "not-a-value", id="too many digits"),
        (Refused(TRUTH), CODE, "truth"),
    ],
)
def test_what_could_only_be_guessed_is_refused(value, kind, problem):
    found = json_value(value, kind)

    assert isinstance(found, Refused)
    assert found.problem.kind == f"rows.{problem}"
