"""Reads objects of the JSON form, names every fault with its path, and goes on where it can."""

from __future__ import annotations

from typing import Any, Final, assert_never

from inclusion_core.errors import InclusionError
from inclusion_core.expr import nodes
from inclusion_core.expr.rows import CASE
from inclusion_core.findings import Finding, Place
from inclusion_core.texts import TextError
from inclusion_core.wire.expressions.expression_problems import (
    DUPLICATE_MEMBER,
    NO_PARTS,
    NOT_A_LIST_OF_PARTS,
    OTHER_KIND,
    TEXTS_DIFFER,
    TOO_LARGE,
    TOO_MANY_FAULTS,
    TOO_NESTED,
    UNBOUND_ROW,
    UNKNOWN_KIND,
)
from inclusion_core.wire.expressions.forms import FAMILIES, FORMS
from inclusion_core.wire.expressions.parts import (
    Holds,
    Inside,
    Leaf,
    Listed,
    ObjectForm,
    OneOf,
    Part,
)
from inclusion_core.wire.file_problems import NOT_AN_OBJECT
from inclusion_core.wire.names import guess, strangers, unknown_name
from inclusion_core.wire.problems import Problem, RefusedError, refusal
from inclusion_core.wire.value_problems import NOT_A_TEXT, REQUIRED, UNKNOWN_KEY

__all__ = ["FAULTY", "MOST_PARTS", "PartReader", "UnreadableExpressionError"]

MOST_PARTS = 100_000
"""So many nodes may an expression have, what is used twice counted twice."""

MOST_FAULTS = 100
"""So many faults are named; after that the document is hardly what it should be."""

FAULTY: Final = object()
"""Stands for a value that could not be read."""


class UnreadableExpressionError(InclusionError):
    """A document is no expression; ``findings`` names each fault with its path, no value."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        super().__init__(findings)
        self.findings = findings

    def __str__(self) -> str:
        return "\n".join(finding.in_("en") for finding in self.findings)


class _BrokenOffError(Exception):
    """There is no use in reading on."""


class PartReader:
    """Reads one document.

    Attributes:
        findings: The faults met, in the order of the document.
    """

    def __init__(self) -> None:
        self.findings: list[Finding] = []
        self._parts = 0
        self._subject: nodes.Variable | None = None
        self._bound: list[nodes.Variable | None] = []

    def fault(self, path: str, problem: Problem) -> Any:
        """Note a fault; gives what stands for the faulty value."""
        self.findings.append(problem.at(Place(field=path)))
        return FAULTY

    def part(self, part: Part, data: dict[str, object]) -> Any:
        """A part of the document itself, or :data:`FAULTY`."""
        try:
            return self._part(part, data, "", 1)
        except _BrokenOffError:
            return FAULTY

    def names(self, data: dict[str, object], known: tuple[str, ...], path: str) -> None:
        """Note the names of an object that nothing carries; they are not repeated."""
        written = [name if type(name) is str else "" for name in data]
        for position, name in strangers(written, known):
            self.fault(path, unknown_name(UNKNOWN_KEY, name, known, position))

    def _value(self, holds: Holds, data: object, path: str, depth: int) -> Any:
        """What stands at a path; ``depth`` is that of a node there."""
        if len(self.findings) > MOST_FAULTS:
            self.findings[MOST_FAULTS:] = [TOO_MANY_FAULTS.filled(most=MOST_FAULTS).at(Place())]
            raise _BrokenOffError
        match holds:
            case Leaf(form=form):
                try:
                    return form(data)
                except RefusedError as refused:
                    return self.fault(path, refused.problem)
            case Listed():
                return self._listed(holds, data, path, depth)
            case Inside(form=form):
                return self._object(form, data, path, depth)
            case OneOf(family=family):
                return self._node(family, data, path, depth)
            case _:
                assert_never(holds)

    def _listed(self, holds: Listed, data: object, path: str, depth: int) -> Any:
        if holds.instead is not None and type(data) is str:
            return self._value(holds.instead, data, path, depth)
        if type(data) is not list:
            return self.fault(path, refusal(data, NOT_A_LIST_OF_PARTS).problem)
        if not data and not holds.may_be_empty:
            return self.fault(path, NO_PARTS)
        members = [
            self._value(holds.of, each, f"{path}[{position}]", depth)
            for position, each in enumerate(data, start=1)
        ]
        if any(member is FAULTY for member in members):
            return FAULTY
        made = holds.made(members)
        return made if len(made) == len(members) else self.fault(path, DUPLICATE_MEMBER)

    def _node(self, family: str, data: object, path: str, depth: int) -> Any:
        if type(data) is not dict:
            return self.fault(path, refusal(data, NOT_AN_OBJECT).problem)
        if "kind" not in data:
            return self.fault(f"{path}.kind", REQUIRED)
        kind = data["kind"]
        if type(kind) is not str:
            return self.fault(f"{path}.kind", refusal(kind, NOT_A_TEXT).problem)
        fitting = [form.kind for form in FAMILIES[family]]
        if kind not in FORMS:
            near = guess(kind, fitting) or ", ".join(fitting)
            return self.fault(f"{path}.kind", UNKNOWN_KIND.filled(names=near))
        value = self._object(FORMS[kind], data, path, depth)
        if kind not in fitting:
            problem = OTHER_KIND.filled(found=kind, names=", ".join(fitting))
            return self.fault(f"{path}.kind", problem)
        if isinstance(value, nodes.Variable) and not self._stands_for_something(value):
            return self.fault(path, UNBOUND_ROW)
        return value

    def _object(self, form: ObjectForm, data: object, path: str, depth: int) -> Any:
        if type(data) is not dict:
            return self.fault(path, refusal(data, NOT_AN_OBJECT).problem)
        if form.made in nodes.NODE_CLASSES:
            self._parts += 1
            if self._parts > MOST_PARTS:
                self.findings = [TOO_LARGE.filled(most=MOST_PARTS).at(Place(field=path))]
                raise _BrokenOffError
            if depth > nodes.DEEPEST:
                return self.fault(path, TOO_NESTED.filled(most=nodes.DEEPEST))
            depth += 1
        known = tuple(part.name for part in form.parts)
        self.names(data, ("kind", *known) if form.kind else known, path)
        around = len(self._bound)
        values: dict[str, Any] = {}
        for part in form.parts:
            value = values[part.name] = self._part(part, data, path, depth)
            if part.binds is not None:
                self._bound.append(None if value is FAULTY else part.binds(value))
        del self._bound[around:]
        if any(value is FAULTY for value in values.values()):
            return FAULTY
        return self._made(form, values, path)

    def _part(self, part: Part, data: dict[str, object], path: str, depth: int) -> Any:
        inside = f"{path}.{part.name}" if path else part.name
        if part.name in data:
            return self._value(part.holds, data[part.name], inside, depth)
        return self.fault(inside, REQUIRED) if part.required else part.default

    def _made(self, form: ObjectForm, values: dict[str, Any], path: str) -> Any:
        try:
            value = form.made(**values)
        except TextError:
            return self.fault(path, TEXTS_DIFFER)
        problem = form.check(value)
        return value if problem is None else self.fault(path, problem)

    def _stands_for_something(self, row: nodes.Variable) -> bool:
        """Whether a row is one of a list around, or the record asked about."""
        for variable in reversed(self._bound):
            if variable is None or variable.name == row.name:
                return variable in (None, row)
        if self._subject is None and row.name == CASE:
            self._subject = row
        return self._subject == row
