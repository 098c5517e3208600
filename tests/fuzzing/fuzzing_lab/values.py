"""Values of any kind that a driver or a frame may hand over, drawn from bytes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any
from uuid import UUID

import pyarrow as pa

from fuzzing_lab.choices import Choices
from fuzzing_lab.nasty import CANARY, NASTY_TEXTS
from inclusion_core.model.client import Gender
from inclusion_core.values import ABSENT, NOT_ASKED, PartialDay

__all__ = ["arrow_column", "drawn_value"]


class _Unkind:
    """Compares, hashes and shows itself with nothing but trouble."""

    __slots__ = ()

    def __eq__(self, other: object) -> bool:
        raise ValueError(CANARY)

    def __hash__(self) -> int:
        raise ValueError(CANARY)

    def __str__(self) -> str:
        raise ValueError(CANARY)

    __repr__ = __str__

    def __bool__(self) -> bool:
        raise ValueError(CANARY)


SIMPLE: Sequence[Any] = (
    *(None, True, False, 0, 1, -1, 2**63, 10**30, 10**5000, 0.0, -0.0, 1.5, 1e308),
    *(float("nan"), float("inf"), float("-inf"), Decimal("NaN"), Decimal("sNaN"), Decimal("-Inf")),
    *(Decimal("1E+999999"), Decimal("1E-999999"), Decimal("1.50"), Fraction(1, 3), 1j),
    *(date(1, 1, 1), date.max, date(2018, 4, 15), date(1971, 3, 17), PartialDay.of_year(1990)),
    *(datetime(2018, 4, 15), datetime(2018, 4, 15, tzinfo=UTC), datetime.max, time(12)),  # noqa: DTZ001, DTZ901
    *(timedelta(days=3), UUID(int=7), b"", b"\xff", bytearray(b"x"), memoryview(b"x")),
    *((), [], {}, set(), frozenset(), [CANARY], {CANARY: CANARY}, (None,), object, _Unkind()),
    *(Gender.FEMALE, ABSENT, NOT_ASKED, Ellipsis, NotImplemented, ValueError(CANARY)),
    *("c-1", "p-1", "2018-04-15", "female", "\ud800", CANARY),
)


def drawn_value(choices: Choices) -> Any:
    """Any value."""
    return choices.pick(NASTY_TEXTS) if choices.below(4) == 3 else choices.pick(SIMPLE)


def _not_utf_8(choices: Choices, rows: int) -> Any:
    cells = [choices.pick((b"\xff", b"\xed\xa0\x80", b"c-1", b"female")) for _ in range(rows)]
    return pa.array(cells, pa.binary()).view(pa.string())


TEXTS = ("c-1", "c-2", "2018-04-15", "female", "none", "", CANARY, "050590-12345", "x" * 300, "\0")
_KINDS: Sequence[Callable[[Choices, int], Any]] = (
    lambda c, n: pa.array([c.pick((*TEXTS, None)) for _ in range(n)], pa.string()),
    lambda c, n: pa.array([c.pick((*TEXTS, None)) for _ in range(n)], pa.large_string()),
    lambda c, n: pa.array([c.pick(TEXTS) for _ in range(n)]).dictionary_encode(),
    _not_utf_8,
    lambda c, n: pa.array([c.below(1 << 20) - 1000 for _ in range(n)], pa.int32()).view(
        pa.date32()
    ),
    lambda c, n: pa.array(
        [c.pick((0, -1, 2**31 - 1, -(2**31))) for _ in range(n)], pa.int32()
    ).view(pa.date32()),
    lambda c, n: pa.array([c.pick((0, 2**62, -(2**62))) for _ in range(n)], pa.int64()).view(
        pa.timestamp("us")
    ),
    lambda c, n: pa.array([c.pick((0, 1, -1, 2**63 - 1, None)) for _ in range(n)], pa.int64()),
    lambda c, n: pa.array([c.pick((0, 2**64 - 1)) for _ in range(n)], pa.uint64()),
    lambda c, n: pa.array([c.pick((0.0, float("nan"), float("inf"))) for _ in range(n)]),
    lambda c, n: pa.array([c.pick((True, False, None)) for _ in range(n)], pa.bool_()),
    lambda c, n: pa.nulls(n),
    lambda c, n: pa.array([b"\xff" * c.below(3) for _ in range(n)], pa.binary()),
    lambda c, n: pa.array([[CANARY] * c.below(3) for _ in range(n)], pa.list_(pa.string())),
    lambda c, n: pa.array([{"a": CANARY} for _ in range(n)], pa.struct([("a", pa.string())])),
    lambda c, n: pa.array([Decimal(c.below(9)) for _ in range(n)], pa.decimal128(9, 2)),
    lambda c, n: pa.array([c.below(9) for _ in range(n)], pa.int64()).view(pa.duration("s")),
)


def arrow_column(choices: Choices, rows: int) -> Any:
    """A column of any kind."""
    return choices.pick(_KINDS)(choices, rows)
