"""Values of a JSON document and where they stand: read strictly, with every fault gathered.

After a fault, reading goes on with a harmless value in its stead, so that all the faults of
a document are told together, each with its path. None of them repeats what the document says.
"""

from __future__ import annotations

import json
import re
from datetime import date
from enum import Enum
from typing import NoReturn, TypeVar, cast

import attrs

from inclusion_core.errors import InclusionError

__all__ = ["Fault", "JsonValue", "ReportFileError", "document"]

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_TOLD = 10

E = TypeVar("E", bound=Enum)


@attrs.frozen
class Fault:
    """What is wrong at one place of a document.

    Attributes:
        path: Such as ``sections[0].tables[1].rows[3]``; empty for the whole document.
        problem: What should stand there. Holds nothing of what does.
    """

    path: str
    problem: str

    def __str__(self) -> str:
        return f"{self.path or 'the whole'}: {self.problem}"


class ReportFileError(InclusionError):
    """A file is not a report as this library writes it; ``faults`` says where and what."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        super().__init__(faults)
        self.faults = faults

    def __str__(self) -> str:
        told = "; ".join(map(str, self.faults[:_TOLD]))
        more = len(self.faults) - _TOLD
        return f"not a report file: {told}{f'; and {more} more' if more > 0 else ''}"


class _Nothing(Enum):
    """Stands for a value whose absence was told already."""

    NOTHING = "nothing"


@attrs.frozen(repr=False)
class JsonValue:
    """One value of a document, its path, and the faults that all values of it share."""

    path: str
    _value: object
    _faults: list[Fault]

    def fault(self, problem: str) -> None:
        """Note what should stand here, unless it is known already that nothing does."""
        if self._value is not _Nothing.NOTHING:
            self._faults.append(Fault(self.path, problem))

    @property
    def given(self) -> bool:
        """Whether something other than null stands here."""
        return self._value is not None

    @property
    def names(self) -> frozenset[str]:
        """The names of the fields; none where there are no fields."""
        return frozenset(_object(self._value))

    def fields(self, *names: str, may_have: tuple[str, ...] = ()) -> tuple[JsonValue, ...]:
        """The fields of these names, all of them and no others.

        Args:
            names: The fields that there must be.
            may_have: Those that may be left out, and are then null; they come last.
        """
        value = _object(self._value)
        known = (*names, *may_have)
        if not value:
            self.fault(f"write the fields {', '.join(names)}")
        elif value.keys() - set(known):
            self.fault(f"leave out all fields but {', '.join(known)}")
        return tuple(
            self._field(name, value if name in names else {name: None, **value}) for name in known
        )

    def _field(self, name: str, value: dict[str, object]) -> JsonValue:
        path = f"{self.path}.{name}".lstrip(".")
        if name in value:
            return attrs.evolve(self, path=path, value=value[name])
        if value:
            self._faults.append(Fault(path, "is missing"))
        return attrs.evolve(self, path=path, value=_Nothing.NOTHING)

    def items(self) -> tuple[JsonValue, ...]:
        """The values of a list."""
        values = _list(self._value)
        if values is None:
            self.fault("write a list")
        return tuple(
            attrs.evolve(self, path=f"{self.path}[{place}]", value=value)
            for place, value in enumerate(values or ())
        )

    def exactly(self, expected: str | int) -> None:
        """Nothing but this."""
        if type(self._value) is not type(expected) or self._value != expected:
            self.fault(f"only {expected} can be read")

    def says(self, expected: str) -> bool:
        """Whether these words stand here."""
        return self._value == expected

    def words(self) -> str:
        """Words, perhaps none."""
        if isinstance(self._value, str):
            return self._value
        self.fault("write words in quotation marks")
        return ""

    def words_like(self, pattern: re.Pattern[str], problem: str) -> str:
        """Words of one form."""
        if isinstance(self._value, str) and pattern.fullmatch(self._value):
            return self._value
        self.fault(problem)
        return ""

    def number(self, *, least: int | None = None) -> int:
        """A whole number; 1.0 and true are none."""
        if type(self._value) is int and (least is None or self._value >= least):
            return self._value
        self.fault("write a whole number" + ("" if least is None else f", {least} or more"))
        return 0

    def day(self, *, instead: date = date.min) -> date:
        """A day such as 2018-04-15; after a fault, reading goes on with another."""
        if isinstance(self._value, str) and _DAY.fullmatch(self._value):
            try:
                return date.fromisoformat(self._value)
            except ValueError:
                pass
        self.fault("write a day as 2018-04-15")
        return instead

    def member(self, kind: type[E]) -> E:
        """A member of an enumeration of words, written as its value."""
        members = {member.value: member for member in kind}
        if isinstance(self._value, str) and self._value in members:
            return members[self._value]
        self.fault(f"write one of {', '.join(members)}")
        return next(iter(kind))


def _object(value: object) -> dict[str, object]:
    return cast("dict[str, object]", value) if isinstance(value, dict) else {}


def _list(value: object) -> list[object] | None:
    return cast("list[object]", value) if isinstance(value, list) else None


def document(data: bytes, faults: list[Fault]) -> JsonValue:
    """The document itself; the list takes up the faults found on reading it.

    Raises:
        ReportFileError: It is not JSON in UTF-8, names a field twice or holds no plain numbers.
    """
    try:
        value: object = json.loads(
            data.decode(), object_pairs_hook=_unrepeated, parse_constant=_no_number
        )
    except (ValueError, RecursionError):
        # The error, and those it comes from, hold the document.
        raise _whole("write JSON in UTF-8") from None
    return JsonValue("", value, faults)


def _unrepeated(pairs: list[tuple[str, object]]) -> dict[str, object]:
    fields = dict(pairs)
    if len(fields) < len(pairs):
        raise _whole("name no field of an object twice")
    return fields


def _no_number(_: str) -> NoReturn:
    raise _whole("write no number that is infinite or none")


def _whole(problem: str) -> ReportFileError:
    return ReportFileError((Fault("", problem),))
