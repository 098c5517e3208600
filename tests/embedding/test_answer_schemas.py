"""The JSON Schemas of answers take what the library writes, and nothing else."""

import json
from datetime import date

import attrs
import pytest
from databases_lab.people import ANNA, REGISTER
from jsonschema import Draft202012Validator

from inclusion_core import NOT_ASKED, Case, Cases, Journal, lv
from inclusion_core.findings import Finding, Place
from inclusion_core.model.status import ProtectionKind, ProtectionSpell
from inclusion_core.sources import Source
from inclusion_core.testing import installed_catalogue
from inclusion_core.wire.answer_schemas import (
    decision_schema,
    finding_schema,
    open_questions_schema,
    window_schema,
)
from inclusion_core.wire.components import components
from inclusion_core.words import WORDS

DAY = date(2018, 12, 3)
SPELL = ProtectionSpell(
    id="spell", client_id="anna", kind=ProtectionKind.REFUGEE, first_day=NOT_ASKED
)
FINDING = Finding(
    kind="demo.finding",
    says=lv("kaut kas").en("something"),
    remedy=lv("labot").en("correct it"),
    place=Place(file="client.csv", row=3, field="born_on"),
    source=Source("Agreement"),
)


@pytest.fixture(scope="module")
def answers():

    catalogue = installed_catalogue()
    mentoring = catalogue.eligibility("sif.mentoring")
    cases = Cases.of(Journal(REGISTER).as_known_on(DAY), catalogue.schema)
    case: Case = cases["anna"].supposing(SPELL)
    decision = mentoring.assess(case, DAY)
    window = mentoring.support("social-mentor", case, DAY)
    return {
        "decision": (decision_schema(), json.loads(decision.as_json("en"))),
        "questions": (open_questions_schema(), decision.open_questions.as_json(WORDS, "lv")),
        "window": (window_schema(), json.loads(window.as_json("lv"))),
        "finding": (finding_schema(), FINDING.as_json("en")),
    }


KINDS = ["decision", "questions", "window", "finding"]


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_written_is_taken_and_nothing_else(answers, kind):
    schema, written = answers[kind]
    Draft202012Validator.check_schema(schema)
    takes = Draft202012Validator(schema).is_valid

    assert takes(written)
    assert not takes({**written, "more": 1})
    for name in written:
        assert not takes({key: value for key, value in written.items() if key != name})
        assert not takes({**written, name: 1.5})


@pytest.mark.parametrize(
    ("kind", "field"), [("decision", "verdict"), ("questions", "comes_to"), ("window", "state")]
)
def test_a_code_that_is_none_is_not_taken(answers, kind, field):
    schema, written = answers[kind]

    assert not Draft202012Validator(schema).is_valid({**written, field: "perhaps"})


def test_questions_have_words_where_a_vocabulary_is_given(answers):
    schema, written = answers["questions"]
    (first, *_) = written["in_order"]

    assert first["says"].startswith("Jautāt: ")
    without = {key: value for key, value in first.items() if key != "says"}
    assert Draft202012Validator(schema).is_valid({**written, "in_order": [without]})


def test_the_reasons_hold_what_they_rest_on(answers):
    schema, written = answers["decision"]
    first = {**written["steps"][0], "rests_on": [{"type": "client"}]}

    assert not Draft202012Validator(schema).is_valid({**written, "steps": [first]})


def test_a_finding_in_json_says_where_what_and_what_to_do():
    assert FINDING.as_json("lv") == {
        "kind": "demo.finding",
        "severity": "error",
        "file": "client.csv",
        "sheet": "",
        "row": 3,
        "record_type": "",
        "record_id": "",
        "column": "",
        "field": "born_on",
        "says": "kaut kas",
        "remedy": "labot",
        "source": "Agreement",
    }
    assert attrs.evolve(FINDING, source=None).as_json("en")["source"] == ""


def test_as_components_of_openapi_the_same_is_taken(answers):
    schemas = {kind: schema for kind, (schema, _) in answers.items()}
    found = {"schemas": components(schemas)}

    assert all("$defs" not in each and "$schema" not in each for each in found["schemas"].values())
    for kind, (_, written) in answers.items():
        schema = {"$ref": f"#/components/schemas/{kind}", "components": found}
        assert Draft202012Validator(schema).is_valid(written)
        assert not Draft202012Validator(schema).is_valid({**written, "more": ANNA.id})
