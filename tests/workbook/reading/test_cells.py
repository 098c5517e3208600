"""What a cell says of a value, and which value a cell means."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from decimal import Decimal
from enum import Enum

import pytest
from effort import tries
from hypothesis import given, settings
from hypothesis import strategies as st
from reading_lab.grids import ERROR
from reading_lab.values import DECIMALS, TEXTS, records, values

from inclusion_core.expr.schema import Field
from inclusion_core.facts.schema import SCHEMA
from inclusion_core.fields import Bounds, CodeList, FieldKind
from inclusion_core.model.client import Gender
from inclusion_core.model.yes_no import YesNo
from inclusion_core.texts import Text, lv
from inclusion_core.values import ABSENT, NOT_ASKED, PartialDay, Reason, Unknown
from inclusion_core.vocabulary import Vocabulary
from inclusion_core.wire.converter import converter_of
from inclusion_core.wire.problems import Refused
from inclusion_core.words import WORDS
from inclusion_core.workbook.cells.conversion import cell_of, mark_of, provider_number, value_of


class Colour(Enum):
    """Codes whose words are as awkward as words can be."""

    RED = "red"
    NONE = "none"
    GREEN = "green"
    BLUE = "blue"
    IN_PARENTHESES = "(none)"
    LOST = "lost"
    OF_BLOOD = "of_blood"


AWKWARD = Vocabulary(
    id="garden.words",
    codes={
        **{each: WORDS.code_text(each) for each in (ABSENT, *Reason)},
        Colour.RED: lv("red").en("green"),
        Colour.NONE: lv("(nav)").en("none"),
        Colour.GREEN: lv(" zaļš ").en("{{green}}"),
        Colour.BLUE: lv("zils").en("blue"),
        Colour.IN_PARENTHESES: lv("zils").en("nothing"),
        Colour.LOST: lv("pazaudēts").en("lost"),
        Colour.OF_BLOOD: lv("pazaudets").en("sanguine"),
    },
)
BARE = Vocabulary(id="bare.words")
LANGUAGES = ("lv", "en")

DAY = Field(name="born_on", kind=FieldKind.DAY, may_be_partial=True, empty=NOT_ASKED)
TEXT = Field(name="name", kind=FieldKind.TEXT)
NUMBER = Field(name="people", kind=FieldKind.NUMBER)
MINUTES = Field(name="minutes", kind=FieldKind.NUMBER, bounds=Bounds(0, 100_000, "minutes"))
PERCENT = Field(name="percent", kind=FieldKind.DECIMAL)
KEY = Field(name="id", kind=FieldKind.KEY)
REFERENCE = Field(name="client_id", kind=FieldKind.REFERENCE)
COUNTRY = Field(
    name="country", kind=FieldKind.CODE, code_list=CodeList("ISO 3166-1 alpha-2", "[A-Z]{2}")
)
COLOUR = Field(name="colour", kind=FieldKind.CODE, enum=Colour)
GENDER = Field(name="gender", kind=FieldKind.CODE, enum=Gender, empty=NOT_ASKED)
CONSENT = Field(name="consent", kind=FieldKind.CODE, enum=YesNo)
ALL_FIELDS = (
    *(DAY, TEXT, NUMBER, MINUTES, PERCENT, KEY, REFERENCE),
    *(COUNTRY, COLOUR, GENDER, CONSENT),
)


def read(cell, field, words=WORDS):
    value = value_of(cell, field, words)
    return value.problem.kind if isinstance(value, Refused) else value


def remedy(cell, field, words=WORDS):
    return value_of(cell, field, words).problem.remedy


@pytest.mark.at_length(few=30)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("record_type", [each for each in SCHEMA if not each.derived])
def test_a_record_is_read_as_it_was_written(record_type, language):
    converter = converter_of(SCHEMA)

    @settings(max_examples=tries(30), deadline=None)
    @given(records(record_type))
    def law(record):
        wire = converter.unstructure(record)
        for field in record_type.recorded_fields:
            value = getattr(record, field.name)
            cell = cell_of(value, field, WORDS, language)
            if cell is None:
                assert value == field.empty
            else:
                assert value_of(cell, field, WORDS) == wire[field.name]

    law()


@pytest.mark.parametrize("words", [AWKWARD, BARE, WORDS])
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("colour", Colour)
def test_a_code_is_read_as_it_was_written_whatever_its_words(colour, language, words):
    cell = cell_of(colour, COLOUR, words, language)

    assert value_of(cell, COLOUR, words) == colour.value


@given(TEXTS, st.sampled_from(LANGUAGES), st.sampled_from([BARE, WORDS]))
def test_a_text_is_read_as_it_was_written(text, language, words):
    assert value_of(cell_of(text, TEXT, words, language), TEXT, words) == text


@given(st.text(), st.sampled_from(ALL_FIELDS))
def test_any_text_in_any_column_is_understood_or_refused(text, field):
    assert isinstance(value_of(text, field, WORDS), (str, int, dict, type(None), Refused))


@given(
    st.integers()
    | st.floats()
    | st.booleans()
    | st.dates()
    | st.datetimes()
    | st.times()
    | st.timedeltas(),
    st.sampled_from(ALL_FIELDS),
)
def test_any_cell_in_any_column_is_understood_or_refused(cell, field):
    assert isinstance(value_of(cell, field, WORDS), (str, int, Refused))


def test_a_cell_says_what_a_value_is():
    client = SCHEMA["client"]

    assert cell_of(date(2018, 4, 15), DAY, WORDS, "lv") == date(2018, 4, 15)
    assert cell_of(date(1899, 12, 31), DAY, WORDS, "lv") == "1899-12-31"
    assert cell_of(PartialDay.of_month(2018, 4), DAY, WORDS, "lv") == "2018-04"
    assert cell_of(Gender.FEMALE, GENDER, WORDS, "lv") == WORDS.code(Gender.FEMALE, "lv")
    assert cell_of(Decimal("85.50"), PERCENT, WORDS, "lv") == "85.5"
    assert cell_of(90, MINUTES, WORDS, "lv") == 90
    assert cell_of("none", TEXT, WORDS, "en") == "none"
    assert cell_of("(none)", TEXT, WORDS, "en") == "((none))"
    assert cell_of(NOT_ASKED, DAY, WORDS, "en") is None
    assert cell_of(ABSENT, client.field("died_on"), WORDS, "en") is None
    assert cell_of(NOT_ASKED, client.field("died_on"), WORDS, "lv") == "(nav jautāts)"


def test_a_mark_says_that_there_is_none_or_why_it_is_not_known():
    assert mark_of(ABSENT, WORDS, "lv") == "(nav)"
    assert mark_of(ABSENT, WORDS, "en") == "(none)"
    assert mark_of(Unknown(Reason.NOT_ASKED), WORDS, "lv") == "(nav jautāts)"
    assert mark_of(Unknown(Reason.REFUSED), WORDS, "en") == "(refused)"


@pytest.mark.parametrize("field", ALL_FIELDS)
def test_a_mark_is_understood_in_any_language_and_any_column(field):
    assert read("(nav)", field) is None
    assert read(" (None) ", field) is None
    assert read("(NAV  Jautāts)", field) == {"unknown": "not_asked"}
    assert read("(nav jautats)", field) == {"unknown": "not_asked"}
    assert read("(refused)", field) == {"unknown": "refused"}
    assert read("(client_does_not_know)", field) == {"unknown": "client_does_not_know"}
    assert read("(klients nezin)", field) == "workbook.not-a-mark"


def test_a_mark_with_a_slip_of_the_pen_is_told_the_marks_that_are_near():
    assert "(klients" not in remedy("(klients nezin)", TEXT).in_("lv")
    assert "klients nezina" in remedy("(klients nezin)", TEXT).in_("lv")
    assert "client does not know" in remedy("(klients nezin)", TEXT).in_("en")


def test_words_that_are_no_mark_are_a_text_with_its_parentheses():
    assert read("(Vidzemes iela 3)", TEXT) == "(Vidzemes iela 3)"
    assert read("((none))", TEXT) == "(none)"
    assert read("(((none)))", TEXT) == "((none))"
    assert read("(( a))", TEXT) == " a"
    assert read("()", TEXT) == "()"
    assert read("(" * 5000 + ")" * 5000, TEXT) == "(" * 5000 + ")" * 5000


@pytest.mark.parametrize(
    "cell",
    [
        date(2018, 4, 15),
        datetime.fromisoformat("2018-04-15"),
        datetime.fromisoformat("2018-04-15T00:00:00.086"),
        "15.04.2018",
        "15.4.2018.",
        " 15. 04. 2018 ",
        "15/04/2018",
        "15-04-2018",
        "2018-04-15",
        "2018-4-15",
        "2018.04.15.",
        "2018/04/15",
        "2018. gada 15. aprīlis",
        "2018.gada 15.aprīlī",
        "2018. gada 15. APRĪLIM",
        "2018. gada 15. aprila",
        "2018. g. 15. apr.",
        "15. aprīlis 2018",
        "15. aprīlī, 2018. gada",
        "15 April 2018",
        "15th April 2018",
        "April 15, 2018",
        "15 Apr 2018",
        "\uff11\uff15.04.2018",
    ],
)
def test_a_day_is_understood_in_the_usual_writings(cell):
    assert read(cell, DAY) == "2018-04-15"


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("April 2018", "2018-04"),
        ("aprīlis 2018", "2018-04"),
        ("2018. gada aprīlī", "2018-04"),
        ("sept. 2018", "2018-09"),
        ("04.2018", "2018-04"),
        ("4/2018.", "2018-04"),
        ("2018-04", "2018-04"),
        ("2018", "2018"),
        ("2018.", "2018"),
        ("2018. gads", "2018"),
        ("2018. gadā", "2018"),
        (2018, "2018"),
        (2018.0, "2018"),
        ("2018-04-15/2018-05-02", "2018-04-15/2018-05-02"),
        ("15.04.2018 / 02.05.2018", "2018-04-15/2018-05-02"),
        ("2018-04-01/2018-04-30", "2018-04"),
    ],
)
def test_a_day_may_be_known_in_part(cell, value):
    assert read(cell, DAY) == value


@pytest.mark.parametrize(
    ("cell", "kind"),
    [
        ("31.02.2018", "workbook.no-such-day"),
        ("04/15/2018", "workbook.no-such-day"),
        ("15.04.1799", "workbook.no-such-day"),
        ("15.04.0999", "workbook.no-such-day"),
        (date(1799, 4, 15), "workbook.no-such-day"),
        (datetime.fromisoformat("3000-01-01"), "workbook.no-such-day"),
        ("15.04.18", "workbook.two-digit-year"),
        ("15/4/18.", "workbook.two-digit-year"),
        ("15. aprīlis 18", "workbook.two-digit-year"),
        ("15.04", "workbook.not-a-day"),
        ("2018/19", "workbook.not-a-day"),
        ("15.04.2018 - 02.05.2018", "workbook.not-a-day"),
        ("02.05.2018/15.04.2018", "workbook.not-a-day"),
        ("15.04/2018", "workbook.not-a-day"),
        ("vakar", "workbook.not-a-day"),
        ("1" * 200, "workbook.not-a-day"),
        (datetime.fromisoformat("2018-04-15T13:05"), "workbook.day-with-time"),
        (43205, "workbook.number-not-a-day"),
        (2018.5, "workbook.number-not-a-day"),
        (float("nan"), "workbook.number-not-a-day"),
        (True, "workbook.truth-value-not-wanted"),
        (time(13, 5), "workbook.not-a-day"),
        (timedelta(hours=5), "workbook.not-a-day"),
    ],
)
def test_a_day_that_is_none_is_refused(cell, kind):
    assert read(cell, DAY) == kind


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        (12, 12),
        (12.0, 12),
        ("12", 12),
        (" 1 234 ", 1234),
        ("1\u00a0234\u202f567", 1234567),
        ("\N{MINUS SIGN}5", -5),
        ("007", 7),
        ("12,0", 12),
        ("12.00", 12),
        (1e300, int(1e300)),
        ("12 34", "workbook.not-a-number"),
        ("1,234", "workbook.not-a-number"),
        ("1.000", "workbook.not-a-number"),
        (1.5, "workbook.not-a-number"),
        ("divi", "workbook.not-a-number"),
        ("9" * 5000, "workbook.not-a-number"),
        (True, "workbook.truth-value-not-wanted"),
        (date(2018, 4, 15), "workbook.day-not-wanted"),
        (time(1, 30), "workbook.day-not-wanted"),
    ],
)
def test_a_whole_number_is_understood_or_refused(cell, value):
    assert read(cell, NUMBER) == value


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        (90, 90),
        (90.0, 90),
        ("90", 90),
        ("1:30", 90),
        ("1:30:00", 90),
        ("25:00", 1500),
        (time(1, 30), 90),
        (time(1, 19, 59, 999_999), 80),
        (timedelta(hours=25, minutes=30), 1530),
        (time(1, 30, 20), "workbook.not-minutes"),
        (timedelta(seconds=90), "workbook.not-minutes"),
        ("1:75", "workbook.not-minutes"),
        (1.5, "workbook.not-minutes"),
        (datetime.fromisoformat("1900-01-01T01:30"), "workbook.day-not-wanted"),
        (False, "workbook.truth-value-not-wanted"),
    ],
)
def test_minutes_are_understood_as_hours_too(cell, value):
    assert read(cell, MINUTES) == value


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        (85, "85"),
        (83.87, "83.87"),
        (0.1 + 0.2, "0.3"),
        (-0.0, "0"),
        ("83,87", "83.87"),
        ("1 234,50", "1234.5"),
        ("-0", "0"),
        ("33,333", "33.333"),
        ("1.234,5", "workbook.not-a-decimal"),
        ("85 %", "workbook.not-a-decimal"),
        (1e15, "workbook.lost-digits"),
        (True, "workbook.truth-value-not-wanted"),
        (date(2018, 4, 15), "workbook.day-not-wanted"),
    ],
)
def test_a_decimal_number_is_understood_or_refused(cell, value):
    assert read(cell, PERCENT) == value


@given(DECIMALS)
def test_a_decimal_number_with_a_comma_is_the_same_number(number):
    written = cell_of(number, PERCENT, WORDS, "lv")

    assert value_of(written.replace(".", ","), PERCENT, WORDS) == written


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("sieviete", "female"),
        (" Sieviete ", "female"),
        ("FEMALE", "female"),
        ("non_binary", "non_binary"),
        ("vīrietis", "male"),
        ("virietis", "male"),
        ("sieviette", "workbook.not-a-code"),
        ("x" * 200, "workbook.not-a-code"),
        (True, "workbook.truth-value-not-wanted"),
        (date(2018, 4, 15), "workbook.day-not-wanted"),
        (12, "workbook.not-a-code"),
    ],
)
def test_a_code_is_understood_by_its_words_or_refused(cell, value):
    assert read(cell, GENDER) == value


def test_a_code_with_a_slip_of_the_pen_is_told_the_words_that_are_near():
    assert remedy("sieviette", GENDER).in_("lv") == "rakstiet sieviete"
    assert remedy("sieviette", GENDER).in_("en") == "write female"


def test_a_code_like_no_other_is_told_them_all():
    listed = remedy("CANARY", GENDER).in_("en")

    assert all(WORDS.code(each, "en") in listed for each in Gender)
    assert "CANARY" not in listed


def test_missing_diacritics_are_forgiven_only_while_one_code_is_meant():
    assert read("pazaudēts", COLOUR, AWKWARD) == "lost"
    assert read("pazaudets", COLOUR, AWKWARD) == "of_blood"
    assert read("pažaudēts", COLOUR, AWKWARD) == "workbook.ambiguous-words"
    assert read("zils", COLOUR, AWKWARD) == "workbook.ambiguous-words"


@pytest.mark.parametrize(
    ("cell", "value"), [(True, "yes"), (False, "no"), ("Jā", "yes"), ("ne", "no"), ("YES", "yes")]
)
def test_yes_and_no_may_be_truth_values(cell, value):
    assert read(cell, CONSENT) == value


@pytest.mark.parametrize(
    ("cell", "value"), [("LV", "LV"), (" lv ", "LV"), ("Latvija", "Latvija"), (12, "12")]
)
def test_a_code_of_a_list_kept_elsewhere_takes_its_case_of_letters(cell, value):
    assert read(cell, COUNTRY) == value


def test_a_code_of_a_list_kept_elsewhere_is_a_text():
    metric = attrs_small = Field(
        name="metric", kind=FieldKind.CODE, code_list=CodeList("metrics", r"[a-z]+\.[a-z]+")
    )

    assert read("SIF.Clients", metric) == "sif.clients"
    assert read(date(2018, 4, 15), attrs_small) == "workbook.day-not-wanted"


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("  Rīga ", "Rīga"),
        ("Rīga,\nBrīvības iela", "Rīga, Brīvības iela"),
        ("a \r\n\r\n b", "a b"),
        ("a\tb", "a\tb"),
        (12.0, "12"),
        (12.5, "12.5"),
        (1e15, "workbook.lost-digits"),
        (True, "workbook.truth-value-not-wanted"),
        (date(2018, 4, 15), "workbook.day-not-wanted"),
    ],
)
def test_a_text_is_one_line(cell, value):
    assert read(cell, TEXT) == value


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        (12.0, "12"),
        (12, "12"),
        ("  A  12 ", "A 12"),
        ("a\n12", "a 12"),
        ("\uff2112", "A12"),
        ("010190-12345", "010190-12345"),
        ("x" * 201, "wire.too-long"),
        ("a\x07", "wire.control-character"),
        (10**15, "workbook.lost-digits"),
        (True, "workbook.truth-value-not-wanted"),
        (date(2018, 4, 15), "workbook.day-not-wanted"),
        (ERROR, "workbook.error-value"),
    ],
)
@pytest.mark.parametrize("field", [KEY, REFERENCE])
def test_a_provider_number_has_one_form(cell, value, field):
    assert read(cell, field) == value
    assert value_of(cell, field, WORDS) == provider_number(cell)


@given(values(SCHEMA["client"].field("born_on")), st.sampled_from(LANGUAGES))
def test_case_and_blanks_do_not_matter_to_a_day(value, language):
    cell = cell_of(value, DAY, WORDS, language)

    if isinstance(cell, str):
        assert value_of(f" {cell.upper()}  ", DAY, WORDS) == value_of(cell, DAY, WORDS)


def test_the_words_of_what_is_refused_are_a_text_in_both_languages():
    assert all(isinstance(remedy("?", field), Text) for field in (DAY, NUMBER, PERCENT, GENDER))
