"""What is no expression: every fault is named with its path, all at once, and no value is."""

import copy
import json
import pickle
from datetime import date

import pytest
from jsonschema import Draft202012Validator

from inclusion_core.errors import InclusionError
from inclusion_core.expr import JUDGED_ON, months_after
from inclusion_core.facts.subjects import CLIENT, PARTICIPATION
from inclusion_core.model.status import ProtectionKind
from inclusion_core.sources import Source
from inclusion_core.texts import lv
from inclusion_core.wire.expressions import (
    UnreadableExpressionError,
    expression_json,
    expression_schema,
    read_expression,
    reading,
)
from inclusion_core.wire.expressions.forms import FORMS
from inclusion_core.wire.expressions.reading import MOST_FAULTS
from inclusion_core.wire.problems import Refused
from inclusion_core.wire.value_problems import DUPLICATE_KEY, FLOAT

VALIDATOR = Draft202012Validator(expression_schema())
CASE = {"kind": "variable", "record_type": "member", "name": "case"}
BORN_ON = {"kind": "day_field", "row": CASE, "name": "born_on"}
ALWAYS = {"kind": "all_of", "of": []}
STAYS = {
    "owner": CASE,
    "path": ["stays"],
    "variable": {"record_type": "stay", "name": "each1"},
    "where": ALWAYS,
}
STAY = {"kind": "variable", "record_type": "stay", "name": "each1"}
FIRST_DAY = {"kind": "day_field", "row": STAY, "name": "first_day"}
CLAUSE = {"id": "a", "says": {"lv": "ir", "en": "is"}}
SECRET = "1990-07-16 Anna"


def document(expression, type_="condition", **others):
    return {
        "schema": "inclusion_core.expression",
        "schema_version": 1,
        "type": type_,
        "expression": expression,
        **others,
    }


def faults(data):
    """The kinds of the faults of a document by their paths."""
    with pytest.raises(UnreadableExpressionError) as raised:
        read_expression(data)
    told = f"{raised.value} {raised.value!r} {raised.value.findings!r}"
    assert "1990" not in told
    assert "Anna" not in told
    return [(each.place.field, each.kind.removeprefix("wire.")) for each in raised.value.findings]


def with_changed(expression, **changes):
    return {**expression, **changes}


def without(expression, name):
    return {key: value for key, value in expression.items() if key != name}


def test_the_json_schema_is_one():
    Draft202012Validator.check_schema(expression_schema())


# The document.


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (None, "not-an-object"),
        ([], "not-an-object"),
        ("1990", "not-an-object"),
        (Refused(DUPLICATE_KEY), "duplicate-key"),
        ({}, "no-schema-tag"),
        (without(document(ALWAYS), "schema"), "no-schema-tag"),
        (without(document(ALWAYS), "schema_version"), "no-schema-tag"),
        (document(ALWAYS, schema="inclusion_core"), "other-schema"),
        (document(ALWAYS, schema_version=2), "newer-version"),
        (document(ALWAYS, schema_version=0), "not-a-version"),
        (document(ALWAYS, schema_version=True), "not-a-version"),
        (document(ALWAYS, schema_version="1"), "not-a-version"),
    ],
)
def test_a_document_without_the_right_tag_is_not_read(data, kind):
    assert faults(data) == [("", kind)]
    assert isinstance(data, Refused) or not VALIDATOR.is_valid(data)


def test_the_names_of_the_document_are_checked():
    assert faults(document(ALWAYS, Anna=1)) == [("", "unknown-key")]
    assert faults(without(document(ALWAYS), "type")) == [("type", "required")]
    assert faults(without(document(ALWAYS), "expression")) == [("expression", "required")]
    assert faults(document(ALWAYS, "truth")) == [("type", "not-a-code")]
    assert faults({**document(ALWAYS), 1990: 1}) == [("", "unknown-key")]
    assert faults(document(with_changed(BORN_ON, name=7), "Anna")) == [
        ("type", "not-a-code"),
        ("expression.name", "not-a-text"),
    ]


@pytest.mark.parametrize(
    ("type_", "expression"),
    [
        ("condition", BORN_ON),
        ("day", ALWAYS),
        ("code", {"kind": "number", "number": 3}),
        ("number", BORN_ON),
        ("age", {"kind": "number", "number": 3}),
        ("condition", CASE),
    ],
)
def test_an_expression_is_of_the_type_that_the_document_says(type_, expression):
    assert faults(document(expression, type_)) == [("expression.kind", "other-kind")]
    assert not VALIDATOR.is_valid(document(expression, type_))


# Objects.


def at(path, *kinds):
    return [(f"expression{path}", kind) for kind in kinds]


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        (None, at("", "not-an-object")),
        ([ALWAYS], at("", "not-an-object")),
        ({}, at(".kind", "required")),
        ({"kind": 7}, at(".kind", "not-a-text")),
        ({"kind": "Anna"}, at(".kind", "unknown-kind")),
        ({"kind": "all_off", "of": []}, at(".kind", "unknown-kind")),
        (with_changed(ALWAYS, Anna="1990"), at("", "unknown-key")),
        ({"kind": "all_of"}, at(".of", "required")),
        ({"kind": "all_of", "of": None}, at(".of", "not-a-list-of-parts")),
        ({"kind": "all_of", "of": ALWAYS}, at(".of", "not-a-list-of-parts")),
        ({"kind": "all_of", "of": [ALWAYS, BORN_ON]}, at(".of[2].kind", "other-kind")),
        ({"kind": "not", "of": {"kind": "not"}}, at(".of.of", "required")),
        ({"kind": "at_least", "n": True, "of": []}, at(".n", "not-a-number")),
        ({"kind": "at_least", "n": 1.0, "of": []}, at(".n", "not-a-number")),
        ({"kind": "at_least", "n": Refused(FLOAT), "of": []}, at(".n", "float")),
        ({"kind": "at_least", "n": 10**16, "of": []}, at(".n", "out-of-bounds")),
        ({"kind": "exists", "related": []}, at(".related", "not-an-object")),
        (
            {"kind": "exists", "related": with_changed(STAYS, kind="related")},
            at(".related", "unknown-key"),
        ),
        (
            {"kind": "exists", "related": with_changed(STAYS, path=[])},
            at(".related.path", "no-parts"),
        ),
        (
            {"kind": "exists", "related": with_changed(STAYS, path=["stays", "1 9", "x" * 101])},
            at(".related.path[2]", "not-a-name") + at(".related.path[3]", "not-a-name"),
        ),
        (
            {"kind": "exists", "related": with_changed(STAYS, complete_through=None)},
            at(".related.complete_through", "not-an-object"),
        ),
        (
            {"kind": "exists", "related": with_changed(STAYS, variable={"name": "each1"})},
            at(".related.variable.record_type", "required"),
        ),
        ({"kind": "is_known", "field": CASE}, at(".field.kind", "other-kind")),
        (
            {"kind": "is_known", "field": BORN_ON, "reason": SECRET},
            at(".reason", "not-a-code"),
        ),
        (
            {"kind": "not_after", "left": {"kind": "day", "day": SECRET}, "right": BORN_ON},
            at(".left.day", "not-a-full-day"),
        ),
        (
            {"kind": "not_after", "left": {"kind": "day", "day": "1990-02-30"}, "right": BORN_ON},
            at(".left.day", "not-a-full-day"),
        ),
        (
            {"kind": "not_after", "left": {"kind": "day", "day": 1990}, "right": BORN_ON},
            at(".left.day", "not-a-full-day"),
        ),
        (
            {
                "kind": "not_after",
                "left": {"kind": "extreme", "of": [], "last": 1},
                "right": BORN_ON,
            },
            at(".left.of", "no-parts") + at(".left.last", "not-a-flag"),
        ),
        (
            {
                "kind": "not_after",
                "left": {"kind": "shifted", "of": BORN_ON, "term": True},
                "right": {"kind": "shifted", "of": BORN_ON, "months": "1", "term": None},
            },
            at(".left", "zero-term")
            + at(".right.months", "not-a-number")
            + at(".right.term", "not-a-flag"),
        ),
    ],
)
def test_each_fault_is_named_with_its_path(expression, expected):
    assert faults(document(expression)) == expected


@pytest.mark.parametrize(
    ("members", "path", "kind"),
    [
        (["Anna", "Anna"], ".members", "duplicate-member"),
        (["", 7], ".members[1]", "empty-text"),
        ("Anna 1990", ".members", "not-a-name"),
        ({"parameter": "x"}, ".members", "not-a-list-of-parts"),
    ],
)
def test_codes_are_texts_of_which_none_is_there_twice(members, path, kind):
    code = {"kind": "code_field", "row": CASE, "name": "role"}

    found = faults(document({"kind": "is_in", "of": code, "members": members}))

    assert found[0] == (f"expression{path}", kind)


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        (with_changed(CLAUSE, id=""), at(".clause.id", "empty-text")),
        (with_changed(CLAUSE, says="ir"), at(".clause.says", "not-an-object")),
        (with_changed(CLAUSE, says={"lv": "ir"}), at(".clause.says.en", "required")),
        (with_changed(CLAUSE, says={"lv": "{Anna", "en": "x"}), at(".clause.says", "texts-differ")),
        (with_changed(CLAUSE, says={"lv": "{a}", "en": "{b}"}), at(".clause.says", "texts-differ")),
        (
            with_changed(CLAUSE, source={"title": CLAUSE["says"], "issued": "1990-7-16"}),
            at(".clause.source.issued", "not-a-full-day"),
        ),
        (
            with_changed(CLAUSE, source={"title": CLAUSE["says"], "confidence": "sure"}),
            at(".clause.source.confidence", "not-a-code"),
        ),
        (with_changed(CLAUSE, source={}), at(".clause.source.title", "required")),
        (with_changed(CLAUSE, source=None), at(".clause.source", "not-an-object")),
    ],
)
def test_clauses_and_sources_are_checked(clause, expected):
    assert faults(document({"kind": "named", "clause": clause, "of": ALWAYS})) == expected


def test_all_faults_of_a_document_are_named_at_once():
    wrong = {
        "kind": "all_of",
        "of": [
            {"kind": "not_after", "left": {"kind": "day", "day": "x"}, "right": BORN_ON, "by": 1},
            {"kind": "nothing"},
            {"kind": "named", "clause": {}, "of": {"kind": "not", "of": 3}},
        ],
    }

    assert faults(document(wrong)) == [
        ("expression.of[1]", "unknown-key"),
        ("expression.of[1].left.day", "not-a-full-day"),
        ("expression.of[2].kind", "unknown-kind"),
        ("expression.of[3].clause.id", "required"),
        ("expression.of[3].clause.says", "required"),
        ("expression.of[3].of.of", "not-an-object"),
    ]


def test_the_error_says_where_what_and_what_to_do():
    with pytest.raises(UnreadableExpressionError) as raised:
        read_expression(document({"kind": "al_of", "of": []}))

    assert str(raised.value) == (
        "field expression.kind: there is no such kind of expression; write a known one: all_of"
    )
    assert isinstance(raised.value, InclusionError)
    again = pickle.loads(pickle.dumps(raised.value))
    assert str(again) == str(raised.value)
    assert again.findings == raised.value.findings


# Rows.


def exists(where, related=None):
    return {"kind": "exists", "related": with_changed(related or STAYS, where=where)}


def not_after(left, right=BORN_ON):
    return {"kind": "not_after", "left": left, "right": right}


def test_a_row_of_a_list_stands_only_inside_of_the_list():
    assert faults(document(not_after(FIRST_DAY))) == [("expression.left.row", "unbound-row")]
    assert faults(
        document({"kind": "all_of", "of": [exists(not_after(FIRST_DAY)), not_after(FIRST_DAY)]})
    ) == [("expression.of[2].left.row", "unbound-row")]
    owner = with_changed(STAYS, owner=STAY)
    through = with_changed(STAYS, complete_through=FIRST_DAY)
    assert faults(document(exists(ALWAYS, owner))) == [("expression.related.owner", "unbound-row")]
    assert faults(document(exists(ALWAYS, through))) == [
        ("expression.related.complete_through.row", "unbound-row")
    ]
    read_expression(document(exists(not_after(FIRST_DAY))))
    latest = {"kind": "related_day", "related": STAYS, "value": FIRST_DAY, "last": True}
    read_expression(document(not_after(latest)))


def test_a_row_is_of_the_record_type_of_its_list():
    plan = with_changed(STAY, record_type="plan")

    assert faults(document(exists(not_after(with_changed(FIRST_DAY, row=plan))))) == [
        ("expression.related.where.left.row", "unbound-row")
    ]


def test_an_expression_is_about_one_record():
    other = with_changed(CASE, record_type="plan")

    assert faults(document(not_after(BORN_ON, with_changed(BORN_ON, row=other)))) == [
        ("expression.right.row", "unbound-row")
    ]


def test_an_inner_list_may_be_gone_through_with_the_name_of_an_outer_one():
    inner = with_changed(
        STAYS, owner=STAY, path=["meetings"], variable={"record_type": "meeting", "name": "each1"}
    )
    held_on = {
        "kind": "day_field",
        "row": {"kind": "variable", "record_type": "meeting", "name": "each1"},
        "name": "held_on",
    }

    read = read_expression(document(exists(exists(not_after(held_on), inner))))

    assert expression_json(read) == document(exists(exists(not_after(held_on), inner)))
    assert faults(document(exists(exists(not_after(FIRST_DAY), inner)))) == [
        ("expression.related.where.related.where.left.row", "unbound-row")
    ]


def test_where_the_row_of_a_list_is_faulty_its_uses_are_not():
    faulty = with_changed(STAYS, variable={"record_type": "stay", "name": "each 1"})

    assert faults(document(exists(not_after(FIRST_DAY), faulty))) == [
        ("expression.related.variable.name", "not-a-name")
    ]


# Bounds.


def nested(levels):
    expression = ALWAYS
    for _ in range(levels - 1):
        expression = {"kind": "not", "of": expression}
    return expression


def test_an_expression_may_be_nested_a_hundred_deep_and_no_deeper():
    read_expression(document(nested(100)))

    assert faults(document(nested(101))) == [("expression" + ".of" * 100, "too-nested")]
    assert faults(document(nested(5_000))) == [("expression" + ".of" * 100, "too-nested")]


def test_a_document_that_holds_itself_is_refused(monkeypatch):
    monkeypatch.setattr(reading, "MOST_PARTS", 1_000)
    wheel = {"kind": "not"}
    wheel["of"] = wheel
    tree = ALWAYS
    for _ in range(60):
        tree = {"kind": "any_of", "of": [tree, tree]}

    assert faults(document(wheel))[0][1] == "too-nested"
    assert [kind for _, kind in faults(document(tree))] == ["too-large"]


def test_a_document_with_very_many_faults_is_not_read_to_its_end():
    listed = {"kind": "all_of", "of": [{"kind": "not", "of": 1} for _ in range(10_000)]}

    found = faults(document(listed))

    assert len(found) == MOST_FAULTS + 1
    assert found[0] == ("expression.of[1].of", "not-an-object")
    assert found[-1] == ("", "too-many-faults")


# Damage.

WHOLE = CLIENT.protection_spells.where(lambda each: each.kind.is_in(ProtectionKind.REFUGEE)).where(
    lambda each: months_after(each.notified_on, 12) >= JUDGED_ON
).exist().named(
    "toy.refugee",
    lv("ir bēglis").en("is a refugee"),
    Source("MK 102", issued=date(2016, 2, 9)).point("3.3"),
) & (PARTICIPATION.entered_on <= date(2018, 5, 1))


def places(data, path=()):
    """Every place in a document."""
    yield path
    inside = enumerate(data) if isinstance(data, list) else ()
    for key, value in data.items() if isinstance(data, dict) else inside:
        yield from places(value, (*path, key))


def put(data, path, value):
    """The document with another value at a place."""
    if not path:
        return value
    changed = copy.copy(data)
    changed[path[0]] = put(data[path[0]], path[1:], value)
    return changed


ALLOWED = {
    "Anna, 1990": {"lv", "en", "id", 0},
    -1: {"months"},
    "[]": {"members", "of"},
}
"""Where a wrong value is none: any text may stand in a text, and some lists may be empty."""


@pytest.mark.at_length(few=3)
@pytest.mark.parametrize("wrong", [None, True, -1, 0.5, [], {}, [[]], "Anna, 1990", {"Anna": 1}])
def test_no_damage_at_any_place_gets_past_the_reader_or_the_json_schema(wrong):
    whole = expression_json(WHOLE)
    allowed = ALLOWED.get(wrong if type(wrong) in (int, str) else repr(wrong), set())
    damages = [path for path in places(whole) if not path or path[-1] not in allowed]
    for path in damages:
        damaged = put(whole, path, wrong)

        assert faults(damaged), path
        assert not VALIDATOR.is_valid(damaged), path
    assert len(damages) > 60


def test_names_that_are_left_out_are_missed():
    whole = expression_json(WHOLE)
    needed = 0
    for path in places(whole):
        if (
            path
            and isinstance(path[-1], str)
            and path[-1] not in {"source", "issued", "place", "months"}
        ):
            holder = whole
            for key in path[:-1]:
                holder = holder[key]
            damaged = put(whole, path[:-1], without(holder, path[-1]))
            needed += 1

            assert faults(damaged), path
            assert not VALIDATOR.is_valid(damaged), path
    assert needed > 40


def test_every_kind_is_told_in_the_schema():
    told = json.dumps(expression_schema())

    assert all(f'"const": "{kind}"' in told for kind in FORMS)
