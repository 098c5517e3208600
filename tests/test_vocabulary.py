"""Words for types, fields and codes; what has none is called as in code."""

from enum import Enum

import pytest

from inclusion_core.errors import UnknownNameError
from inclusion_core.texts import lv
from inclusion_core.values import ABSENT, Reason
from inclusion_core.vocabulary import Vocabulary


class Crop(Enum):
    WINTER_RYE = "winter_rye"
    OATS = "oats"
    BRACED = "a{b}_c"


GARDEN = Vocabulary(
    id="garden.words",
    types={"plot": lv("dobe").en("plot")},
    fields={
        "first_day": lv("pirmā diena").en("first day"),
        "plot.first_day": lv("sējas diena").en("day of sowing"),
    },
    codes={Crop.OATS: lv("auzas").en("oats"), ABSENT: lv("nav").en("none")},
)
ORCHARD = Vocabulary(
    id="orchard.words",
    types={"plot": lv("rinda").en("row"), "tree": lv("koks").en("tree")},
    fields={
        "first_day": lv("sākums").en("beginning"),
        "tree.height": lv("augstums").en("height"),
    },
    codes={Crop.OATS: lv("auza").en("oat"), Crop.WINTER_RYE: lv("rudzi").en("rye")},
)


@pytest.mark.parametrize(("language", "words"), [("lv", "dobe"), ("en", "plot")])
def test_a_record_type_has_words_in_both_languages(language, words):
    assert GARDEN.type("plot", language) == words


def test_a_field_has_the_words_of_its_record_type_before_those_of_its_name():
    assert GARDEN.field("plot", "first_day", "en") == "day of sowing"
    assert GARDEN.field("tree", "first_day", "en") == "first day"


def test_codes_and_the_mark_for_what_is_absent_have_words():
    assert GARDEN.code(Crop.OATS, "lv") == "auzas"
    assert GARDEN.code(ABSENT, "en") == "none"


@pytest.mark.parametrize("language", ["lv", "en"])
def test_what_has_no_words_is_called_as_in_code_with_spaces(language):
    assert GARDEN.type("fruit_tree", language) == "fruit tree"
    assert GARDEN.field("plot", "weekly_hours", language) == "weekly hours"
    assert GARDEN.code(Crop.WINTER_RYE, language) == "winter rye"
    assert GARDEN.code(Reason.NOT_ASKED, language) == "not asked"


def test_braces_in_a_code_without_words_are_no_slots():
    assert GARDEN.code(Crop.BRACED, "lv") == "a{b} c"
    assert GARDEN.code_text(Crop.BRACED).slots == frozenset()


def test_a_language_that_is_not_there_is_refused():
    with pytest.raises(UnknownNameError):
        GARDEN.type("plot", "ru")


def test_joined_words_keep_what_is_there_and_add_what_is_not():
    joined = GARDEN.joined([ORCHARD])

    assert joined.type("plot", "en") == "plot"
    assert joined.type("tree", "en") == "tree"
    assert joined.field("tree", "first_day", "en") == "first day"
    assert joined.field("tree", "height", "en") == "height"
    assert joined.code(Crop.OATS, "en") == "oats"
    assert joined.code(Crop.WINTER_RYE, "en") == "rye"


def test_joined_words_keep_their_id_and_leave_the_others_as_they_were():
    joined = GARDEN.joined([ORCHARD])

    assert joined.id == "garden.words"
    assert "tree" not in GARDEN.types
    assert ORCHARD.type("plot", "en") == "row"


def test_of_several_others_the_first_goes_before_the_next():
    nothing = Vocabulary(id="none.words")

    assert nothing.joined([ORCHARD, GARDEN]).type("plot", "en") == "row"
    assert nothing.joined([GARDEN, ORCHARD]).type("plot", "en") == "plot"


def test_joined_with_nothing_the_words_are_the_same():
    assert GARDEN.joined([]) == GARDEN


def test_repr_shows_the_id_and_no_words():
    assert repr(GARDEN) == "Vocabulary(id='garden.words')"
