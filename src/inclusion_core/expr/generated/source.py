"""The source text of generated code, and the values that it is run with.

No value stands in the text: days, numbers, codes and classes are bound to names. The only names
that are not made up here are those of fields of the schema, each of which is a plain identifier.
"""

from __future__ import annotations

from collections.abc import Generator, Hashable, Sequence
from contextlib import contextmanager
from typing import Any

import attrs

from inclusion_core.expr.generated.outcomes import NOTHING

__all__ = ["Source", "Text"]


@attrs.define
class Text:
    """Lines of source, and how far in the next one stands."""

    depth: int = 0
    lines: list[str] = attrs.field(factory=list)

    def add(self, line: str) -> None:
        """One more line."""
        self.lines.append(" " * self.depth + line)

    @contextmanager
    def block(self, head: str) -> Generator[None]:
        """The lines under a head."""
        self.add(head)
        self.depth += 1
        yield
        self.depth -= 1

    def choose(self, cases: Sequence[tuple[str, str]], otherwise: str) -> None:
        """The statement of the first case that holds, or else another."""
        for place, (condition, statement) in enumerate(cases):
            with self.block(f"{'elif' if place else 'if'} {condition}:"):
                self.add(statement)
        if otherwise != NOTHING:
            with self.block("else:"):
                self.add(otherwise)


class Source:
    """The text of one generated module: what is worked out once a reader, and once a record.

    Attributes:
        bound: Lines that are run when the code is bound to records and parameters.
        read: Lines that are run for each record.
        text: Where the next line goes.
        namespace: Values by the names that the text has for them.
        stand_ins: The names of what stands for records that are not there, by record type.
        later_rows: The names of those that a list may still hold, by record type and condition.
        later_makers: The names of what gives them, by record type.
        moves: The names of the ways in which days are moved.
        code_sets: The names of the sets of codes that the asker gives, by parameter.
    """

    def __init__(self, namespace: dict[str, Any]) -> None:
        self.bound: Text = Text(depth=1)
        self.read: Text = Text(depth=2)
        self.text: Text = self.read
        self.namespace = namespace
        self.stand_ins: dict[str, str] = {}
        self.later_rows: dict[tuple[str, int], str] = {}
        self.later_makers: dict[str, str] = {}
        self.moves: dict[tuple[int, int, bool], str] = {}
        self.code_sets: dict[str, str] = {}
        self._constants: dict[Hashable, str] = {}
        self._named = 0

    def fresh(self, letter: str) -> str:
        """A name that nothing has."""
        self._named += 1
        return f"{letter}{self._named}"

    def constant(self, value: Hashable) -> str:
        """The name of a value; like values of one class have one."""
        key = (type(value), value)
        if key not in self._constants:
            self._constants[key] = self._bind(value)
        return self._constants[key]

    def tool(self, value: Any) -> str:
        """The name of a value that is like no other: a function, a class, a record."""
        return self.constant(_Same(value))

    def _bind(self, value: Any) -> str:
        name = self.fresh("K")
        self.namespace[name] = value.of if isinstance(value, _Same) else value
        return name

    @contextmanager
    def into(self, text: Text) -> Generator[None]:
        """Lines go elsewhere for a while."""
        before, self.text = self.text, text
        yield
        self.text = before

    def whole(self, given: Sequence[str]) -> str:
        """The text of the module: one function that binds the code to what is given."""
        head = [f"def bind({', '.join(given)}):"]
        inner = [" def read(row1):"]
        return "\n".join([*head, *self.bound.lines, *inner, *self.read.lines, " return read", ""])


@attrs.frozen(eq=False)
class _Same:
    """A value that equals itself alone."""

    of: Any

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.of is self.of

    def __hash__(self) -> int:
        return id(self.of)
