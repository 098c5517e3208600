"""Reading a text: what is a number in it, in digits and in words, and what is none."""

from decimal import Decimal

import pytest

from inclusion_core.reports.sentences.reading.digits import readings
from inclusion_core.reports.sentences.reading.spoken import spoken
from inclusion_core.reports.sentences.reading.tokens import Kind, cleaned, tokens
from inclusion_core.texts import Language

LV, EN = Language.LV, Language.EN


def of_kind(text, language, kind):
    return [each for each in tokens(cleaned(text), language) if each.kind is kind]


def numbers(text, language=EN):
    return [each.values for each in of_kind(text, language, Kind.NUMBER)]


@pytest.mark.parametrize("language", [LV, EN])
@pytest.mark.parametrize(
    ("written", "value"),
    [
        *[(str(number), number) for number in (0, 1, 11, 21, 101, 111, 1000, 2018)],
        ("12 345", 12345),
        ("12\u00a0345", 12345),
        ("12\u202f345", 12345),
        ("1 234 567", 1234567),
        ("1,234,567", 1234567),
        ("1.234.567", 1234567),
        ("1'234'567", 1234567),
        ("12,345.6", Decimal("12345.6")),
        ("12.345,6", Decimal("12345.6")),
        ("12 345,6", Decimal("12345.6")),
        ("23,2", Decimal("23.2")),
        ("23.2", Decimal("23.2")),
        ("\u0661\u0664\u0666", 146),
    ],
)
def test_digits_are_read_in_the_form_of_either_language(written, value, language):
    assert numbers(f"x {written} x", language) == [(Decimal(value),)]
    assert readings(written, language) == (Decimal(value),)


@pytest.mark.parametrize(
    ("written", "language", "values"),
    [
        ("12,345", EN, ("12345",)),
        ("12,345", LV, ("12.345", "12345")),
        ("12.345", EN, ("12.345", "12345")),
        ("12.345", LV, ("12.345", "12345")),
    ],
)
def test_three_digits_after_a_comma_may_be_thousands(written, language, values):
    assert readings(written, language) == tuple(map(Decimal, values))


@pytest.mark.parametrize(
    ("text", "language", "value", "words"),
    [
        ("zero", EN, 0, 1),
        ("one of", EN, 1, 1),
        ("twelve children", EN, 12, 1),
        ("forty six", EN, 46, 2),
        ("twenty twelve", EN, 20, 1),
        ("six forty", EN, 6, 1),
        ("hundred", EN, 100, 1),
        ("one hundred and forty six clients", EN, 146, 5),
        ("two hundred and", EN, 200, 2),
        ("five and six", EN, 5, 1),
        ("twelve hundred", EN, 12, 1),
        ("three thousand two hundred and ten", EN, 3210, 6),
        ("thousand thousand", EN, 1000, 1),
        ("five zero", EN, 5, 1),
        ("clients", EN, 0, 0),
        ("and five", EN, 0, 0),
        ("viena persona", LV, 1, 1),
        ("tris berni", LV, 3, 1),
        ("triju bernu", LV, 3, 1),
        ("vienpadsmit", LV, 11, 1),
        ("divdesmit viens", LV, 21, 2),
        ("desmit", LV, 10, 1),
        ("nulle", LV, 0, 1),
        ("simt cetrdesmit sesi", LV, 146, 3),
        ("divi simti", LV, 200, 2),
        ("tris tukstosi desmit", LV, 3010, 3),
        ("vien", LV, 0, 0),
    ],
)
def test_numbers_in_words(text, language, value, words):
    assert spoken(text.split(), language) == (value, words)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("2018-12-03", EN),
        ("03.12.2018.", LV),
        ("3/12/2018", EN),
        ("2018. gada 3. decembrī", LV),
        ("2018. gadā", LV),
        ("2018.-2019. gadā", LV),
        ("2018. g.", LV),
        ("3. decembrī", LV),
        ("3 December 2018", EN),
        ("3rd of December", EN),
        ("December 3, 2018", EN),
        ("December 3rd", EN),
        ("December 2018", EN),
        ("9.1.4.4./16/I/001", LV),
        ("2012/EEZ/PP/1/MAC/150", LV),
        ("S-SIF-2018-4", LV),
        ("9.1.4.4", EN),
        ("Nr. 102", LV),
        ("No 102", EN),
        ("10:30", EN),
        ("+371 67000000", EN),
        ("CO02", EN),
        ("3rd", EN),
        ("2. ziņojums", LV),
    ],
)
def test_days_and_references_are_no_numbers(text, language):
    assert numbers(f"te {text} te", language) == []
    assert len(of_kind(f"te {text} te", language, Kind.ASIDE)) == 1


def test_a_number_at_the_end_of_a_sentence_is_no_ordinal():
    assert numbers("Kopā bija 39. Tas ir daudz.", LV) == [(Decimal(39),)]
    assert numbers("No 39 personām.", LV) == [(Decimal(39),)]


def test_a_bare_year_and_a_one_are_in_doubt():
    found = of_kind("In 2018 one of 2018 clients; kopš 12", EN, Kind.NUMBER)

    assert [each.doubtful for each in found] == [True, True, False, False]
    assert [each.doubtful for each in of_kind("2018", EN, Kind.NUMBER)] == [False]
    assert [each.doubtful for each in of_kind("kopš 2018", LV, Kind.NUMBER)] == [True]


@pytest.mark.parametrize(
    ("text", "language", "share"),
    [
        ("23.2 %", EN, True),
        ("23.2\u00a0%", EN, True),
        ("23 per cent", EN, True),
        ("23 procenti", LV, True),
        ("ten per cent of", EN, True),
        ("ten percent", EN, True),
        ("desmit procenti", LV, True),
        ("ten per day", EN, False),
        ("ten", EN, False),
        ("23", EN, False),
    ],
)
def test_per_cent_in_signs_and_words(text, language, share):
    (number,) = of_kind(f"x {text}", language, Kind.NUMBER)

    assert number.share is share


def test_words_lose_case_marks_and_endings():
    stems = [each.stem for each in tokens("Ģimene ģimenēm GIMENES vai", LV)]

    assert stems == ["gimen", "gimen", "gimen", ""]
    assert [each.stem for each in tokens("Families family with", EN)] == ["famil", "famil", "with"]


def test_breaks_and_stops_are_told_apart():
    kinds = [each.kind for each in tokens("a, b. C and d\n\ne", EN)]

    word = Kind.WORD
    assert kinds == [
        *(word, Kind.BREAK, word, Kind.STOP),
        *(word, Kind.BREAK, word, Kind.STOP, word),
    ]


def test_signs_that_are_not_seen_part_no_number():
    assert numbers("1\u200b4\u00ad6 x") == [(Decimal(146),)]
    assert cleaned("a\r\nb\rc\ue000") == "a\nb\nc"


def test_signs_that_turn_the_direction_are_noted_until_they_end():
    found = of_kind("1 \u202e641 2\u202c 3 \u202e4\n5", EN, Kind.NUMBER)

    assert [each.turned for each in found] == [False, True, True, False, True, False]


def test_what_stands_nowhere_is_left_out():
    assert tokens("\x00\x1b % §", EN) == ()
