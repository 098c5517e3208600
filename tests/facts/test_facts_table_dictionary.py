"""The data dictionary of a facts table, and its Table Schema."""

import json

import attrs
from facts_lab.journeys import JOURNEYS

from inclusion_core.facts.dictionary import data_dictionary, dictionary_markdown
from inclusion_core.fields import FieldKind
from inclusion_core.sources import Source
from inclusion_core.wire.facts_schema import facts_schema
from inclusion_core.words import WORDS

MEANINGS = {each.name: each for each in data_dictionary(JOURNEYS, WORDS)}
FIELDS = {each["name"]: each for each in facts_schema(JOURNEYS, WORDS)["fields"]}


def test_there_is_a_meaning_for_each_column_in_their_order():
    assert list(MEANINGS) == list(JOURNEYS.record_type.fields)[1:]


def test_a_meaning_says_what_stands_in_the_cells():
    assert MEANINGS["age"].holds("en") == "a whole number from 0 to 130, years"
    assert MEANINGS["outcomes"].holds("en") == "a whole number from 0 to 2"
    assert MEANINGS["entered_on"].holds("en") == "a day, or a part of one"
    assert MEANINGS["given_on"].holds("lv") == "diena"
    assert MEANINGS["adult"].holds("lv") == "yes = jā; no = nē"
    assert MEANINGS["country"].holds("en") == "a code of the list: ISO 3166-1 alpha-2 ([A-Z]{2})"


def test_a_meaning_says_what_an_empty_cell_means():
    assert MEANINGS["operation"].empty_means("en") == "not allowed"
    assert MEANINGS["left_on"].empty_means("en") == "there is none"
    assert MEANINGS["gender"].empty_means("en") == "not asked"


def test_a_meaning_says_from_what_it_is_worked_out_and_of_whom_it_is_asked():
    assert MEANINGS["gender"].comes_from("en") == "participation.client.gender"
    assert MEANINGS["why_left"].comes_from("en") == (
        "leaving_reason (asked where left_on <= status_day)"
    )


def test_a_meaning_names_the_columns_that_may_stand_beside_it():
    assert MEANINGS["gender"].columns == ("gender", "gender_unknown")
    assert MEANINGS["left_on"].columns == (
        *("left_on", "left_on_unknown"),
        *("left_on_earliest", "left_on_latest"),
    )
    assert MEANINGS["left_on"].kind is FieldKind.DAY
    assert (MEANINGS["left_on"].may_be_absent, MEANINGS["gender"].may_be_absent) == (True, False)


def test_the_words_of_the_table_go_before_those_of_the_core():
    assert MEANINGS["age"].says.in_("lv") == "vecums"
    assert MEANINGS["gender"].says.in_("en") == "gender"


def test_the_page_has_a_line_for_each_column_and_says_what_is_assumed():
    page = dictionary_markdown(JOURNEYS, WORDS, "en")

    assert page.startswith("# lab.journeys\n\nOne row: participations.\n\n| Column | Meaning |")
    assert page.count("\n| ") == len(MEANINGS) + 2
    assert "Reasons: not_asked = not asked; refused = refused;" in page
    assert page.endswith("- lab.adult-age: An adult has completed 18 years (The laboratory)\n")


def test_the_page_cites_what_prescribes_the_table():
    sourced = attrs.evolve(
        JOURNEYS, source=Source("Regula 1304/2013").annex("I"), assumes=JOURNEYS.assumes
    )

    assert "\n\nRegula 1304/2013, I pielikums\n\n" in dictionary_markdown(sourced, WORDS, "lv")
    assert "Nozīme" in dictionary_markdown(sourced, WORDS, "lv")


def test_the_table_schema_is_json_with_a_key_and_all_columns():
    schema = facts_schema(JOURNEYS, WORDS)

    assert json.loads(json.dumps(schema)) == schema
    assert (schema["name"], schema["primaryKey"]) == ("lab.journeys", ["id"])
    expected = ["id", *(name for each in MEANINGS.values() for name in each.columns)]
    assert list(FIELDS) == expected


def test_a_field_of_the_table_schema_says_what_it_may_hold():
    assert FIELDS["age"]["constraints"] == {"minimum": 0, "maximum": 130}
    assert (FIELDS["age"]["type"], FIELDS["age"]["unit"]) == ("integer", "years")
    assert "unit" not in FIELDS["outcomes"]
    assert FIELDS["operation"]["constraints"] == {"pattern": r"^(\S+)$", "required": True}
    assert FIELDS["adult"]["categories"] == [
        {"value": "yes", "label": "yes"},
        {"value": "no", "label": "no"},
    ]
    assert (FIELDS["left_on"]["type"], FIELDS["left_on"]["constraints"]) == ("date", {})


def test_the_reasons_of_a_day_that_may_be_partial_say_so():
    def reasons(name):
        return FIELDS[name]["constraints"]["enum"]

    assert reasons("left_on_unknown") == [*reasons("gender_unknown"), "partial"]
    assert FIELDS["left_on_latest"]["title"].endswith(": latest day")
