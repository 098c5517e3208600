"""The JSON form of every node, declared once: read, written and described from here.

The kinds and names are those of version 1. A node is added here together with its class; what is
here is changed only with the version.
"""

from __future__ import annotations

from collections.abc import Mapping

from inclusion_core.expr import nodes
from inclusion_core.expr.clauses import Clause
from inclusion_core.periods import LeapDay
from inclusion_core.sources import Confidence, Source
from inclusion_core.texts import Text
from inclusion_core.values import Reason
from inclusion_core.wire.expressions.expression_problems import ZERO_TERM
from inclusion_core.wire.expressions.parts import (
    DAY,
    FLAG,
    LINE,
    NAME,
    WHOLE,
    WORDS,
    Inside,
    Listed,
    ObjectForm,
    OneOf,
    Part,
    choice,
)
from inclusion_core.wire.problems import Problem

__all__ = ["FAMILIES", "FORMS", "FORM_OF"]

_DAY, _CODE, _NUMBER = OneOf("day"), OneOf("code"), OneOf("number")
_TRUTH, _ROW, _FIELD = OneOf("truth"), OneOf("row"), OneOf("field")

# What nodes hold that are none.

TEXT = ObjectForm(
    made=Text,
    parts=(Part("lv", WORDS), Part("en", WORDS), Part("filled_in", FLAG, False)),
)
_NO_WORDS = Text.same("")

SOURCE = ObjectForm(
    made=Source,
    parts=(
        Part("title", Inside(TEXT)),
        Part("issued", DAY, None),
        Part("short", Inside(TEXT), _NO_WORDS),
        Part("place", Inside(TEXT), _NO_WORDS),
        Part("read_as", Inside(TEXT), _NO_WORDS),
        Part("found_at", WORDS, ""),
        Part("confidence", choice(Confidence), Confidence.FOUND),
        Part("note", Inside(TEXT), None),
    ),
)
CLAUSE = ObjectForm(
    made=Clause,
    parts=(
        Part("id", LINE),
        Part("says", Inside(TEXT)),
        Part("source", Inside(SOURCE), None),
    ),
)

# Lists.

BOUND = ObjectForm(made=nodes.Variable, parts=(Part("record_type", NAME), Part("name", NAME)))


def _itself(variable: nodes.Variable) -> nodes.Variable:
    return variable


def _its_row(related: nodes.Related) -> nodes.Variable:
    return related.variable


RELATED = ObjectForm(
    made=nodes.Related,
    parts=(
        Part("owner", _ROW),
        Part("path", Listed(of=NAME, may_be_empty=False)),
        Part("complete_through", _DAY, None),
        Part("variable", Inside(BOUND), binds=_itself),
        Part("where", _TRUTH),
    ),
)
_LIST = Part("related", Inside(RELATED), binds=_its_row)


def _term(node: nodes.Shifted) -> Problem | None:
    return ZERO_TERM if node.term and node.months < 1 else None


# Nodes.


def _node(kind: str, made: type[nodes.Node], *parts: Part) -> ObjectForm:
    return ObjectForm(kind=kind, made=made, parts=parts)


ROWS = (
    ObjectForm(kind="variable", made=nodes.Variable, parts=BOUND.parts),
    _node("hop", nodes.Hop, Part("row", _ROW), Part("link", NAME)),
)
_OF_A_RECORD = (Part("row", _ROW), Part("name", NAME))
DAY_FIELD = _node("day_field", nodes.DayField, *_OF_A_RECORD)
CODE_FIELD = _node("code_field", nodes.CodeField, *_OF_A_RECORD)
NUMBER_FIELD = _node("number_field", nodes.NumberField, *_OF_A_RECORD)

DAYS = (
    DAY_FIELD,
    _node("day", nodes.DayLiteral, Part("day", DAY)),
    _node("day_parameter", nodes.DayParameter, Part("name", NAME)),
    ObjectForm(
        kind="shifted",
        made=nodes.Shifted,
        parts=(
            Part("of", _DAY),
            Part("months", WHOLE, 0),
            Part("days", WHOLE, 0),
            Part("term", FLAG, False),
        ),
        check=_term,
    ),
    _node(
        "extreme",
        nodes.Extreme,
        Part("of", Listed(of=_DAY, may_be_empty=False)),
        Part("last", FLAG),
    ),
    _node("related_day", nodes.RelatedDay, _LIST, Part("value", _DAY), Part("last", FLAG)),
)
CODES = (
    CODE_FIELD,
    _node("only_code", nodes.OnlyCode, _LIST, Part("value", _CODE)),
    _node("latest_code", nodes.LatestCode, _LIST, Part("value", _CODE), Part("by", _DAY)),
)
COMPLETED_YEARS = _node(
    "completed_years",
    nodes.CompletedYears,
    Part("since", _DAY),
    Part("on", _DAY),
    Part("leap_day", choice(LeapDay), LeapDay.MARCH_1),
)
NUMBERS = (
    NUMBER_FIELD,
    _node("number", nodes.NumberLiteral, Part("number", WHOLE)),
    _node("number_parameter", nodes.NumberParameter, Part("name", NAME)),
    _node("count", nodes.Count, _LIST),
    _node("sum", nodes.Sum, _LIST, Part("value", _NUMBER)),
    COMPLETED_YEARS,
)
TRUTHS = (
    _node("not_after", nodes.NotAfter, Part("left", _DAY), Part("right", _DAY)),
    _node("at_most", nodes.AtMost, Part("left", _NUMBER), Part("right", _NUMBER)),
    _node(
        "is_in",
        nodes.IsIn,
        Part("of", _CODE),
        Part("members", Listed(of=LINE, made=frozenset, instead=NAME)),
    ),
    _node("is_known", nodes.IsKnown, Part("field", _FIELD), Part("reason", choice(Reason), None)),
    _node("not", nodes.Not, Part("of", _TRUTH)),
    _node("all_of", nodes.AllOf, Part("of", Listed(of=_TRUTH))),
    _node("any_of", nodes.AnyOf, Part("of", Listed(of=_TRUTH))),
    _node("at_least", nodes.AtLeast, Part("n", WHOLE), Part("of", Listed(of=_TRUTH))),
    _node("exists", nodes.Exists, _LIST),
    _node("named", nodes.Named, Part("clause", Inside(CLAUSE)), Part("of", _TRUTH)),
)

FAMILIES: Mapping[str, tuple[ObjectForm, ...]] = {
    "day": DAYS,
    "code": CODES,
    "number": NUMBERS,
    "truth": TRUTHS,
    "row": ROWS,
    "field": (DAY_FIELD, CODE_FIELD, NUMBER_FIELD),
    "age": (COMPLETED_YEARS,),
    "any": (*DAYS, *CODES, *NUMBERS, *TRUTHS),
}
"""What can stand where an expression of a family is expected."""

FORMS: Mapping[str, ObjectForm] = {
    form.kind: form for family in FAMILIES.values() for form in family
}
"""The forms of nodes, by kind."""

FORM_OF: Mapping[type[nodes.Node], ObjectForm] = {form.made: form for form in FORMS.values()}
"""The forms of nodes, by class; that of a list stands only inside of others."""
