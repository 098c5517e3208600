"""Compiles expressions to Python functions, each once, and keeps the last ones asked for."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from datetime import date
from threading import Lock
from typing import Any, TypeAlias

import attrs

from inclusion_core.expr import nodes
from inclusion_core.expr.generated import steps
from inclusion_core.expr.generated.canonical import BESIDE_RECORDS, CASE_ROW, RECORD, Canonical
from inclusion_core.expr.generated.numbering import comparisons
from inclusion_core.expr.generated.outcomes import TAIL
from inclusion_core.expr.generated.refusal import NotGeneratedError
from inclusion_core.expr.generated.regions import Region
from inclusion_core.expr.generated.source import Source
from inclusion_core.expr.generated.truths import TruthWriting
from inclusion_core.expr.objects import UNKNOWN_CODE, NumberSpan
from inclusion_core.expr.parameters import Parameters
from inclusion_core.expr.schema import Schema
from inclusion_core.truth import Truth
from inclusion_core.values import ABSENT, ALWAYS, NEVER, DaySpan, Unknown

__all__ = ["Compiled", "compiled"]

GIVEN = ("find", "naming", "parameters", "known_on", "after", "absent", "plain")
"""What generated code is bound to."""

MOST_KEPT = 512
"""How many expressions are kept compiled."""
MOST_TRACED = 1_000
"""How many comparisons a flat trace may have in generated code."""

Read: TypeAlias = Callable[[Any], Any]


def _namespace() -> dict[str, Any]:
    """What generated code sees; nothing else, no builtin function among it."""
    return {
        "__builtins__": {},
        **{name: getattr(steps, name) for name in steps.__all__},
        **{truth.name: truth for truth in Truth},
        **{each.__name__: each for each in (date, type, int, isinstance, Unknown)},
        "given_number": Parameters.number,
        "given_codes": Parameters.set_of_codes,
        "DaySpan": DaySpan,
        "NumberSpan": NumberSpan,
        "ABSENT": ABSENT,
        "ALWAYS": ALWAYS,
        "NEVER": NEVER,
        "UNKNOWN_CODE": UNKNOWN_CODE,
        "COUNT_MOST": nodes.COUNT_MOST,
        "SUM_MOST": nodes.SUM_MOST,
    }


@attrs.frozen
class Compiled:
    """An expression as a function that is made once and bound to many records.

    Attributes:
        source: Its text, in which no value stands.
        bind: Gives the function that reads one record.
    """

    source: str
    bind: Callable[..., Read]


class _Writer(TruthWriting):
    """Writes a whole module."""

    def module(self, node: Any, traced: tuple[Any, ...] | None) -> str:
        """The text of the module that reads an expression, and its comparisons if it is traced."""
        roots = [node, *(traced or ())] * (1 if traced is None else 2)  # traced: all are kept
        beside = self.parts.region(RECORD, roots)[1]
        self.regions[BESIDE_RECORDS] = Region.of(self.parts, BESIDE_RECORDS, beside)
        self.level = BESIDE_RECORDS
        with self.source.into(self.source.bound):
            self.enter(())
        if self.canonical.case is not None:
            record_class = self.source.tool(self.canonical.case.record_class)
            self.add(f"if type({CASE_ROW}) is not {record_class}: return plain({CASE_ROW})")
        with self.inside(RECORD, roots):
            if traced is None:
                self._give(node)
            else:
                answers = "".join(f"{self.answer(each)}, " for each in traced)
                self.add(f"return {self.answer(node)}, ({answers})")
        return self.source.whole(GIVEN)

    def _give(self, node: Any) -> None:
        if isinstance(node, nodes.DayNode):
            self.add(f"return DaySpan({', '.join(self.day(node))})")
        elif isinstance(node, nodes.NumberNode):
            self.add(f"return NumberSpan({', '.join(self.number(node))})")
        elif isinstance(node, nodes.CodeNode):
            self.add(f"return {self.plain_code(node)}")
        else:
            self.truth(node, TAIL)


def _compile(node: Any, schema: Schema, *, as_things_stand: bool, traced: bool) -> Compiled:
    canonical = Canonical(schema)
    root, *its_comparisons = canonical.roots(node, *(comparisons(node) if traced else ()))
    if len(its_comparisons) > MOST_TRACED:
        raise NotGeneratedError("a flat trace has very many answers")
    source = Source(_namespace())
    writer = _Writer(canonical, source, as_things_stand=as_things_stand)
    text = writer.module(root, tuple(its_comparisons) if traced else None)
    # Safe: every word of the text is written here or is a checked name of the schema.
    exec(compile(text, "<generated reader>", "exec"), source.namespace)  # noqa: S102
    return Compiled(text, source.namespace["bind"])


@attrs.define
class _Kept:
    """The expressions compiled last, for all threads.

    Attributes:
        most: How many are kept.
        found: With each its schema, which stays alive as long as its id is a key.
    """

    most: int
    found: OrderedDict[Any, tuple[Schema, Compiled | None]] = attrs.field(factory=OrderedDict)
    lock: Lock = attrs.field(factory=Lock)

    def get(
        self, node: nodes.Node, schema: Schema, *, as_things_stand: bool, traced: bool
    ) -> Compiled | None:
        key = (node, id(schema), as_things_stand, traced)
        with self.lock:
            if key in self.found:
                self.found.move_to_end(key)
            else:
                try:
                    made = _compile(node, schema, as_things_stand=as_things_stand, traced=traced)
                except NotGeneratedError:
                    made = None
                self.found[key] = schema, made
                while len(self.found) > self.most:
                    self.found.popitem(last=False)
            return self.found[key][1]


_KEPT = _Kept(MOST_KEPT)


def compiled(
    node: nodes.Node, schema: Schema, *, as_things_stand: bool, traced: bool = False
) -> Compiled | None:
    """The compiled form of an expression; ``None`` where only the interpreter reads it.

    Args:
        node: The expression; nested no deeper than a reader can bear.
        schema: The types of the records.
        as_things_stand: Whether an absent day is never.
        traced: Whether the answers to its comparisons are given too.
    """
    return _KEPT.get(node, schema, as_things_stand=as_things_stand, traced=traced)
