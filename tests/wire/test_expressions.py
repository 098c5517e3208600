"""Expressions as JSON: nothing is lost on the way there and back, and version 1 stays readable."""

import json
import sys
from datetime import date
from pathlib import Path

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

sys.path.append(str(Path(__file__).parents[1] / "expr"))

from kernel_lab.effort import examples
from kernel_lab.node_writer import NodeWriter
from kernel_lab.random_cases import ROOTS
from kernel_lab.random_expressions import KINDS, written_handles

from inclusion_core.errors import ExpressionError
from inclusion_core.expr import (
    JUDGED_ON,
    Age,
    CodeExpression,
    Condition,
    DayExpression,
    NumberExpression,
    completed_years,
    nodes,
)
from inclusion_core.expr.clauses import Clause
from inclusion_core.expr.rows import CASE
from inclusion_core.facts.subjects import CLIENT, PARTICIPATION
from inclusion_core.model.status import ProtectionKind
from inclusion_core.periods import LeapDay
from inclusion_core.sources import Confidence, Source
from inclusion_core.texts import Text, lv
from inclusion_core.values import Reason
from inclusion_core.wire.expressions import (
    expression_json,
    expression_schema,
    read_expression,
    writing,
)
from inclusion_core.wire.expressions.forms import FORM_OF, FORMS, RELATED
from inclusion_core.wire.expressions.parts import NEEDED
from inclusion_core.wire.writing import NotWritableError

GOLDEN = Path(__file__).parent / "golden" / "expressions_version_1.json"

MEMBER = nodes.Variable("member", CASE)
STAY = nodes.Variable("stay", "each1")
BORN_ON = nodes.DayField(MEMBER, "born_on")
MAY = nodes.DayLiteral(date(2018, 5, 1))
STAYS = nodes.Related(MEMBER, ("stays",), STAY, nodes.NO_CONDITION)
RECENT = nodes.Related(
    nodes.Hop(nodes.Hop(MEMBER, "sponsor"), "household"),
    ("members", "stays"),
    STAY,
    nodes.NotAfter(BORN_ON, nodes.DayField(STAY, "first_day")),
    nodes.Shifted(nodes.DayParameter("judged_on"), months=-1),
)
KIND = nodes.CodeField(STAY, "kind")
POINTS = nodes.NumberField(STAY, "points")
MET = nodes.Related(STAY, ("meetings",), nodes.Variable("meeting", "each2"), nodes.Exists(STAYS))
SAYS = Text(lv="līdz {day:dative}, {{a}}", en="until {day}, {{a}}")
MK102 = Source(
    lv("Ministru kabineta noteikumi Nr. 102").en("Cabinet Regulation No. 102"),
    issued=date(2016, 2, 9),
    short="MK 102",
    place="3.3",
    read_as=lv("konsolidēts teksts").en("consolidated text"),
    found_at="likumi.lv 280230",
    confidence=Confidence.OWN_READING,
    note=lv("vecumu ieskaitot").en("the age included"),
)

EVERY_NODE = {
    "condition": [
        nodes.NotAfter(BORN_ON, MAY),
        nodes.NotAfter(nodes.DayField(nodes.Hop(MEMBER, "household"), "left_on"), BORN_ON),
        nodes.AtMost(nodes.NumberField(MEMBER, "children"), nodes.NumberLiteral(-3)),
        nodes.IsIn(nodes.CodeField(MEMBER, "role"), frozenset({"child", "adult", "LV"})),
        nodes.IsIn(nodes.CodeField(MEMBER, "role"), frozenset()),
        nodes.IsIn(nodes.CodeField(MEMBER, "country"), "members_of_eu"),
        nodes.IsKnown(BORN_ON),
        nodes.IsKnown(nodes.CodeField(MEMBER, "role"), Reason.REFUSED),
        nodes.IsKnown(nodes.NumberField(MEMBER, "children"), Reason.CLIENT_DOES_NOT_KNOW),
        nodes.Not(nodes.Not(nodes.IsKnown(BORN_ON))),
        nodes.AllOf(()),
        nodes.AllOf((nodes.AnyOf(()), nodes.AnyOf((nodes.IsKnown(BORN_ON),)))),
        nodes.AtLeast(2, (nodes.AllOf(()), nodes.IsKnown(BORN_ON), nodes.AllOf(()))),
        nodes.Exists(STAYS),
        nodes.Exists(RECENT),
        nodes.Exists(nodes.Related(MEMBER, ("stays",), STAY, nodes.Exists(MET))),
        nodes.Named(Clause(id="toy.rule", says=lv("ir").en("is")), nodes.AllOf(())),
        nodes.Named(Clause(id="toy.sourced", says=SAYS, source=MK102), nodes.AllOf(())),
        nodes.Named(
            Clause(id="toy.short", says=SAYS.filled(day=date(2018, 5, 1)), source=Source("MK 102")),
            nodes.AllOf(()),
        ),
    ],
    "day": [
        BORN_ON,
        MAY,
        nodes.DayLiteral(date(1, 1, 1)),
        nodes.DayParameter("judged_on"),
        nodes.Shifted(BORN_ON),
        nodes.Shifted(BORN_ON, months=12),
        nodes.Shifted(BORN_ON, days=-1),
        nodes.Shifted(BORN_ON, months=-1, days=3),
        nodes.Shifted(BORN_ON, months=6, term=True),
        nodes.Extreme((BORN_ON, MAY), last=False),
        nodes.Extreme((BORN_ON,), last=True),
        nodes.RelatedDay(STAYS, nodes.DayField(STAY, "first_day"), last=False),
        nodes.RelatedDay(RECENT, nodes.DayField(STAY, "last_day"), last=True),
    ],
    "code": [
        nodes.CodeField(MEMBER, "role"),
        nodes.OnlyCode(STAYS, KIND),
        nodes.LatestCode(RECENT, KIND, nodes.DayField(STAY, "granted_on")),
    ],
    "number": [
        nodes.NumberField(MEMBER, "children"),
        nodes.NumberLiteral(0),
        nodes.NumberParameter("few"),
        nodes.Count(RECENT),
        nodes.Sum(STAYS, POINTS),
        nodes.CompletedYears(BORN_ON, MAY),
    ],
    "age": [
        nodes.CompletedYears(BORN_ON, nodes.DayParameter("judged_on")),
        nodes.CompletedYears(BORN_ON, MAY, LeapDay.FEBRUARY_28),
    ],
}
HANDLES = {
    "condition": Condition,
    "day": DayExpression,
    "code": lambda node: CodeExpression(node, str),
    "number": NumberExpression,
    "age": Age,
}
WRITTEN = [
    pytest.param(type_, node, id=f"{type_}-{position}-{type(node).__name__}")
    for type_, listed in EVERY_NODE.items()
    for position, node in enumerate(listed)
]
VALIDATOR = Draft202012Validator(expression_schema())


def there_and_back(handle):
    """The expression after a journey as JSON text."""
    return read_expression(json.loads(json.dumps(expression_json(handle), allow_nan=False)))


def is_same(read, handle):
    return type(read) is type(handle) and read.node == handle.node


def clause_texts(node):
    """Whether the texts of its clauses hold what was filled in: equality does not ask that."""
    named = (part for part in nodes.walk(node) if isinstance(part, nodes.Named))
    return [each.clause.says.filled_in for each in named]


# Every node.


def test_the_nodes_tried_here_are_of_every_class():
    tried = {
        type(part) for listed in EVERY_NODE.values() for node in listed for part in nodes.walk(node)
    }

    assert tried == nodes.NODE_CLASSES
    assert {form.made for form in FORMS.values()} == tried - {nodes.Related}


@pytest.mark.parametrize("node_class", sorted(nodes.NODE_CLASSES, key=lambda each: each.__name__))
def test_a_form_has_all_attributes_of_its_class(node_class):
    form = FORM_OF.get(node_class, RELATED)
    defaults = {
        each.name: NEEDED if each.default is attrs.NOTHING else each.default
        for each in attrs.fields(node_class)
    }

    assert {part.name: part.default for part in form.parts} == defaults


@pytest.mark.parametrize(("type_", "node"), WRITTEN)
def test_a_node_comes_back_equal(type_, node):
    handle = HANDLES[type_](node)
    document = expression_json(handle)

    assert document["type"] == type_
    assert is_same(there_and_back(handle), handle)
    assert clause_texts(there_and_back(handle).node) == clause_texts(node)
    assert expression_json(there_and_back(handle)) == document


@pytest.mark.parametrize(("type_", "node"), WRITTEN)
def test_a_node_follows_the_json_schema(type_, node):
    VALIDATOR.validate(expression_json(HANDLES[type_](node)))


def test_all_that_a_source_says_comes_back():
    named = Condition(nodes.AllOf(())).named("toy.sourced", SAYS, MK102)

    clause = there_and_back(named).node.clause

    assert attrs.asdict(clause) == attrs.asdict(named.node.clause)
    assert clause.source.reference("en") == MK102.reference("en")


def test_an_age_is_compared_as_days_are_and_a_number_is_not():
    born, on = CLIENT.born_on.node, JUDGED_ON.node
    age = completed_years(CLIENT.born_on)
    number = NumberExpression(age.node)

    assert (there_and_back(age) >= 18).node == nodes.NotAfter(born, nodes.Shifted(on, -216))
    assert (there_and_back(number) >= 18).node == nodes.AtMost(nodes.NumberLiteral(18), age.node)


def test_an_age_of_another_number_is_written_as_a_number():
    odd = Age(nodes.NumberLiteral(3))

    assert expression_json(odd)["type"] == "number"


def test_codes_come_back_as_texts():
    kind = CLIENT.protection_spells.only(lambda spell: spell.kind)
    refugee = kind.is_in(ProtectionKind.REFUGEE)

    again = there_and_back(kind)

    assert again.codes is str
    assert again.is_in("refugee").node == refugee.node


def test_an_expression_is_written_like_this():
    entered = (PARTICIPATION.entered_on <= JUDGED_ON).named("toy.entered", lv("ir").en("is"))

    assert expression_json(entered) == {
        "schema": "inclusion_core.expression",
        "schema_version": 1,
        "type": "condition",
        "expression": {
            "kind": "named",
            "clause": {"id": "toy.entered", "says": {"lv": "ir", "en": "is"}},
            "of": {
                "kind": "not_after",
                "left": {
                    "kind": "day_field",
                    "row": {"kind": "variable", "record_type": "participation", "name": "case"},
                    "name": "entered_on",
                },
                "right": {"kind": "day_parameter", "name": "judged_on"},
            },
        },
    }


# Version 1.


def test_version_1_stays_readable_and_is_still_written():
    golden = json.loads(GOLDEN.read_text(encoding="utf-8"))

    read = [read_expression(document) for document in golden]

    assert [(type(each), each.node) for each in read] == [
        (type(HANDLES[type_](node)), node)
        for type_, listed in EVERY_NODE.items()
        for node in listed
    ]
    assert [expression_json(each) for each in read] == golden


# Any expression.


class ClauseWriter(NodeWriter):
    """Names conditions with clauses that say all that a clause can say."""

    def named(self, scope, size):
        words = st.text("aā {}1", max_size=4).map(lambda each: Text.same(each.strip()))
        source = st.builds(
            Source,
            words,
            issued=st.none() | st.dates(),
            place=words,
            found_at=st.sampled_from(["", "likumi.lv"]),
            confidence=st.sampled_from(Confidence),
            note=st.none() | words,
        )
        clause = st.builds(
            Clause, id=st.text("abc.-", min_size=1), says=words, source=st.none() | source
        )
        return nodes.Named(self.draw(clause), self.truth(scope, size))


@st.composite
def expressions(draw):
    root, kind = draw(st.sampled_from(ROOTS)), draw(st.sampled_from(KINDS))
    if draw(st.booleans()):
        return draw(written_handles(root, kind))
    node = getattr(ClauseWriter(draw), kind)((nodes.Variable(root, CASE),), 4)
    return HANDLES[{"truth": "condition"}.get(kind, kind)](node)


@examples(150)
@given(expressions())
def test_any_expression_comes_back_equal_and_follows_the_json_schema(handle):
    document = expression_json(handle)

    read = read_expression(json.loads(json.dumps(document)))

    assert read.node == handle.node
    assert hash(read.node) == hash(handle.node)
    VALIDATOR.validate(document)


# What is not written.


def test_what_could_not_be_read_back_is_not_written_and_each_fault_is_named():
    fresh = nodes.DayField(nodes.Variable("stay", "?7"), "first_day")
    two_lines = Clause(id="toy.lines", says=Text.same("one\ntwo"))

    with pytest.raises(NotWritableError) as raised:
        expression_json(Condition(nodes.Named(two_lines, nodes.NotAfter(fresh, BORN_ON))))

    assert [(each.place.field, each.kind) for each in raised.value.findings] == [
        ("expression.clause.says.lv", "wire.control-character"),
        ("expression.clause.says.en", "wire.control-character"),
        ("expression.of.left.row.name", "wire.not-a-name"),
    ]


def test_an_expression_that_is_nested_too_deep_is_not_written():
    node = nodes.AllOf(())
    for _ in range(99):
        node = nodes.Not(node)

    assert is_same(there_and_back(Condition(node)), Condition(node))
    with pytest.raises(ExpressionError, match="more than 100 deep"):
        expression_json(Condition(nodes.Not(node)))


def test_the_clauses_of_the_deepest_nodes_may_have_their_texts_and_sources():
    node = nodes.Named(Clause(id="deep", says=SAYS, source=MK102), nodes.AllOf(()))
    for _ in range(98):
        node = nodes.Not(node)

    assert is_same(there_and_back(Condition(node)), Condition(node))


def test_an_expression_that_is_used_again_and_again_is_not_written_without_end(monkeypatch):
    monkeypatch.setattr(writing, "MOST_PARTS", 1_000)
    node = nodes.AllOf(())
    for _ in range(60):
        node = nodes.AnyOf((node, node))

    with pytest.raises(ExpressionError, match="more than 1000 parts is not written"):
        expression_json(Condition(node))


def test_thousands_of_conditions_side_by_side_are_written():
    wide = Condition(nodes.AnyOf(tuple(nodes.NotAfter(BORN_ON, MAY) for _ in range(4_000))))

    assert is_same(there_and_back(wide), wide)
