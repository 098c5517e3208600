"""An explanation: what a metric makes of one case, condition by condition, and in words."""

from __future__ import annotations

from datetime import date
from enum import Enum
from typing import Literal, TypeAlias

import attrs

from inclusion_core.expr import nodes
from inclusion_core.expr.clauses import Clause
from inclusion_core.expr.spelled import spelled
from inclusion_core.expr.traces import FieldRead, Read
from inclusion_core.facts.table import FactsTable
from inclusion_core.metrics.metric import Metric
from inclusion_core.pages.lines import one_line
from inclusion_core.texts import Language, LanguageCode, lv
from inclusion_core.truth import Truth
from inclusion_core.values import ABSENT, PartialDay, Unknown, day_text
from inclusion_core.vocabulary import Vocabulary
from inclusion_core.words import WORDS

__all__ = ["STATES", "TRUTHS", "Explained", "Part", "State", "words_of"]

State: TypeAlias = Literal["counted", "not_counted", "unknown", "open"]

STATES = {
    "counted": lv("ir ieskaitīts").en("counted"),
    "not_counted": lv("nav ieskaitīts").en("not counted"),
    "unknown": lv("nav zināms, vai ieskaitāms").en("not known whether it counts"),
    "open": lv("vēl nav zināms: atbilde var mainīties").en("open: the answer does not stand yet"),
}
TRUTHS = {
    Truth.YES: lv("jā").en("yes"),
    Truth.NO: lv("nē").en("no"),
    Truth.UNKNOWN: lv("nav zināms").en("not known"),
}
HEADING = lv("{metric}, {record}: {state}").en("{metric}, {record}: {state}")


@attrs.frozen(kw_only=True)
class Part:
    """One of the conditions that must all hold for a case to be counted.

    Attributes:
        asks: Whether it says of whom the question is asked (``universe``) or who of them is
            counted (``where``).
        node: The condition.
        clause: What its author calls it; ``None`` for one without a name.
        truth: Whether it holds for this case.
        reads: What was read for it, in the order of reading, once each.
    """

    asks: Literal["universe", "where"]
    node: nodes.TruthNode = attrs.field(repr=False)
    clause: Clause | None
    truth: Truth
    reads: tuple[Read, ...] = attrs.field(repr=False)

    @property
    def fields(self) -> tuple[FieldRead, ...]:
        """The fields that were read for it, with what stands in them."""
        return tuple(each for each in self.reads if isinstance(each, FieldRead))


@attrs.frozen(kw_only=True)
class Explained:
    """What a metric makes of one case, and why.

    Attributes:
        metric: The metric.
        record_id: The case.
        state: What it is for the figure. ``open``: it may be asked about, and the answer does not
            stand yet.
        asked: Whether the metric asks about it.
        parts: The conditions, those of the universe first.
    """

    metric: Metric = attrs.field(repr=lambda metric: metric.id)
    record_id: str
    state: State
    asked: Truth
    parts: tuple[Part, ...]

    @property
    def decisive(self) -> tuple[Part, ...]:
        """The parts by which it is not surely counted; none for one that is counted or open."""
        wanted = {"not_counted": Truth.NO, "unknown": Truth.UNKNOWN}.get(self.state)
        return tuple(part for part in self.parts if part.truth is wanted)

    def told(self, language: LanguageCode = Language.EN) -> tuple[str, ...]:
        """The same in lines: what the case is, then each condition and what was read for it.

        They hold what the records say of a person: they are for a screen, not for a log.
        """
        words = words_of(self.metric.table)
        heading = HEADING.filled(
            metric=self.metric.id, record=self.record_id, state=STATES[self.state]
        )
        lines = [heading.in_(language)]
        for part in self.parts:
            lines += _told_part(part, words, language)
        return tuple(lines)


def words_of(table: FactsTable | None) -> Vocabulary:
    """The words for what is counted: those of its facts table, and the core's own."""
    return WORDS if table is None else table.words.joined([WORDS])


def _told_part(part: Part, words: Vocabulary, language: LanguageCode) -> list[str]:
    named = spelled(part.node) if part.clause is None else part.clause.says.in_(language)
    lines = [f"{TRUTHS[part.truth].in_(language)}: {one_line(named)}"]
    for read in part.fields:
        field = words.field(read.record_type, read.field, language)
        lines.append(f"  {field}: {_value(read.value, words, language)}")
    return lines


def _value(value: object, words: Vocabulary, language: LanguageCode) -> str:
    """What a field holds; in parentheses where that is nothing, or not known."""
    match value:
        case Unknown():
            return f"({words.code(value.reason, language)})"
        case Enum():
            code = words.code(value, language)
            return f"({code})" if value is ABSENT else code
        case date() | PartialDay():
            return day_text(value)
        case _:
            return one_line(str(value))
