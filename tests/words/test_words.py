"""Everything that a file can hold has words, and no two things in one place have the same."""

from collections import Counter
from collections.abc import Iterable
from enum import Enum

import pytest

from inclusion_core.facts.schema import SCHEMA
from inclusion_core.texts import Language, Text
from inclusion_core.values import ABSENT, Reason
from inclusion_core.words import WORDS, common, funding, lives, people, services, status, support

THEMES = (people, status, lives, support, services, funding)
MODULES = (common, *THEMES)
ENUMS = tuple(
    dict.fromkeys(
        field.enum
        for record_type in SCHEMA
        for field in record_type.fields.values()
        if field.enum is not None
    )
)
MEMBERS = tuple(member for enum in ENUMS for member in enum)
IN_FORCE = {
    (record_type.name, field): f"{record_type.name}.{field}"
    if f"{record_type.name}.{field}" in WORDS.fields
    else field
    for record_type in SCHEMA
    for field in record_type.fields
}
"""By record type and field: the key under which its words stand."""

record_types = pytest.mark.parametrize("record_type", tuple(SCHEMA), ids=lambda each: each.name)


def shared(texts: Iterable[Text]) -> list[str]:
    """Words that stand for more than one thing, whichever of the languages they are in."""
    means = (
        {words.strip().casefold() for words in (text.in_("lv"), text.in_("en"))} for text in texts
    )
    return [
        words for words, times in Counter(w for each in means for w in each).items() if times > 1
    ]


def twice(*mappings: Iterable[object]) -> list[object]:
    """Keys that more than one mapping has."""
    return [
        key for key, times in Counter(k for each in mappings for k in each).items() if times > 1
    ]


def test_words_have_an_id_of_the_core():
    assert WORDS.id == "core.words"


def test_every_record_type_has_words():
    assert [each.name for each in SCHEMA if each.name not in WORDS.types] == []


def test_every_field_has_words():
    assert [
        f"{of}.{field}" for (of, field), key in IN_FORCE.items() if key not in WORDS.fields
    ] == []


def test_every_code_has_words():
    assert [
        str(member) for member in (*MEMBERS, *Reason, ABSENT) if member not in WORDS.codes
    ] == []


def test_no_words_are_for_a_record_type_that_is_not_there():
    assert [each for each in WORDS.types if each not in SCHEMA.record_types] == []


def test_no_words_are_for_a_field_that_nobody_has():
    in_force = set(IN_FORCE.values())
    written = [key for module in MODULES for key in module.FIELDS]

    assert [key for key in written if key not in in_force] == []


def test_fields_that_are_not_written_out_are_references_to_a_record_type():
    written = {key for module in MODULES for key in module.FIELDS}

    assert WORDS.fields.keys() - written <= {f"{each.name}_id" for each in SCHEMA}


def test_no_words_are_for_a_code_that_nobody_uses():
    assert [str(each) for each in WORDS.codes if each not in {*MEMBERS, *Reason, ABSENT}] == []


def test_words_of_one_field_alone_stand_beside_the_other_words_of_their_theme():
    assert [key for module in THEMES for key in module.FIELDS if "." not in key] == []


def test_words_that_many_record_types_share_name_no_record_type():
    assert [key for key in common.FIELDS if "." in key] == []


def test_nothing_has_its_words_in_two_modules():
    assert twice(*(module.TYPES for module in THEMES)) == []
    assert twice(*(module.FIELDS for module in MODULES)) == []
    assert twice(*(module.CODES for module in MODULES)) == []


def test_no_two_record_types_have_the_same_words():
    assert shared(WORDS.types.values()) == []


@record_types
def test_no_two_headings_of_a_record_type_are_the_same(record_type):
    assert shared(WORDS.field_text(record_type.name, each) for each in record_type.fields) == []


@pytest.mark.parametrize("enum", [*ENUMS, Reason], ids=lambda each: each.__name__)
def test_no_two_codes_of_a_list_have_the_same_words(enum: type[Enum]):
    assert shared(WORDS.codes[member] for member in enum) == []


def test_no_two_marks_for_what_is_missing_have_the_same_words():
    assert shared(WORDS.codes[member] for member in (*Reason, ABSENT)) == []


@pytest.mark.parametrize("language", Language)
@record_types
def test_words_of_a_record_type_fit_on_the_tab_of_a_sheet(record_type, language):
    words = WORDS.type(record_type.name, language)

    assert 0 < len(words) <= 31
    assert words == words.lower().strip()
    assert not set(words) & set("[]:*?/\\'")


@pytest.mark.parametrize("language", Language)
def test_words_stand_in_one_line_without_marks_of_their_own(language):
    texts = (*WORDS.types.values(), *WORDS.fields.values(), *WORDS.codes.values())
    words = [text.in_(language) for text in texts]

    assert [each for each in words if each != " ".join(each.split())] == []
    assert [each for each in words if each.startswith(("(", "=", "+", "-", "@", "'"))] == []


def test_a_reference_is_headed_by_the_words_of_the_record_that_it_names():
    own = {"other_client_id", "supervisor_id", "supervised_id", "region_id"}
    own |= {"traits_id", "first_participation_id"}
    for record_type in SCHEMA:
        for field in record_type.fields.values():
            if field.reference is not None and field.name not in own:
                heading = WORDS.field_text(record_type.name, field.name)
                assert heading == WORDS.type_text(field.reference.to)


@pytest.mark.parametrize(
    ("unit", "in_latvian", "in_english"),
    [("minutes", "(minūtes)", "(minutes)"), ("euro cents", "(eiro centi)", "(euro cents)")],
)
def test_headings_of_numbers_carry_their_unit(unit, in_latvian, in_english):
    headings = [
        WORDS.field_text(record_type.name, field.name)
        for record_type in SCHEMA
        for field in record_type.fields.values()
        if field.bounds.unit == unit
    ]

    assert headings
    assert all(each.in_("lv").endswith(f" {in_latvian}") for each in headings)
    assert all(each.in_("en").endswith(f" {in_english}") for each in headings)


def test_the_key_of_a_client_is_the_number_of_the_case():
    assert WORDS.field("client", "id", "lv") == "lietas numurs"
    assert WORDS.field("client", "id", "en") == "case number"
    assert WORDS.field("support_plan", "id", "lv") == "numurs"
    assert WORDS.field("support_plan", "id", "en") == "number"


@pytest.mark.parametrize(
    ("member", "in_latvian", "in_english"),
    [
        (ABSENT, "nav", "none"),
        (Reason.NOT_ASKED, "nav jautāts", "not asked"),
        (Reason.REFUSED, "atteicās atbildēt", "refused"),
        (Reason.CLIENT_DOES_NOT_KNOW, "klients nezina", "client does not know"),
        (Reason.CONTRADICTORY, "pretrunīgi", "contradictory"),
        (Reason.ERASED, "dzēsts", "erased"),
    ],
)
def test_what_is_missing_is_said_in_both_languages(member, in_latvian, in_english):
    assert WORDS.code(member, "lv") == in_latvian
    assert WORDS.code(member, "en") == in_english
