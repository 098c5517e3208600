"""Texts in two languages: slots, counted nouns, numbers, days and periods."""

import pickle
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inclusion_core.errors import InclusionError, UnknownNameError
from inclusion_core.periods import Period
from inclusion_core.texts import (
    OR,
    Language,
    NounCase,
    Plural,
    SlotError,
    Text,
    TextError,
    date_text,
    en,
    joined,
    listing,
    lv,
    number_text,
    period_text,
)

UNTIL = lv("līdz {last_day:dative}").en("until {last_day}")
CLIENTS = Plural(
    lv_zero="klientu",
    lv_one="klients",
    lv_other="klienti",
    en_one="client",
    en_other="clients",
)


def both(text: Text) -> tuple[str, str]:
    return text.in_(Language.LV), text.in_(Language.EN)


# Writing a text


def test_a_text_may_begin_in_either_language():
    assert lv("bēglis").en("refugee") == en("refugee").lv("bēglis")
    assert lv("bēglis").en("refugee") == Text(lv="bēglis", en="refugee")


def test_a_language_may_be_named_by_its_code():
    text = lv("bēglis").en("refugee")

    assert (text.in_("lv"), text.in_("en")) == both(text) == ("bēglis", "refugee")


def test_an_unknown_language_is_named_with_the_known_ones():
    with pytest.raises(UnknownNameError, match="no language 'ru'; there are: en, lv"):
        UNTIL.filled(last_day=date(2019, 4, 15)).in_("ru")


def test_a_text_knows_its_slots():
    text = lv("{name}, {last_day:dative} un {name}").en("{last_day}, {name}")

    assert text.slots == {"name", "last_day"}


def test_both_languages_need_the_same_slots():
    with pytest.raises(TextError, match="only one language has first_day, last_day"):
        lv("līdz {last_day}").en("until {first_day}")


@pytest.mark.parametrize("words", [("", "words"), ("vārdi", " ")])
def test_a_text_without_words_in_one_language_is_refused(words):
    with pytest.raises(TextError, match="one language has no words; write both"):
        lv(words[0]).en(words[1])


def test_a_text_may_have_no_words_at_all():
    assert both(Text.same("")) == ("", "")


@pytest.mark.parametrize(
    "words", ["{", "a } b", "{}", "{Name}", "{0}", "{a.b}", "{a!r}", "{a:>10}", "{{a}", "{a b}"]
)
def test_a_brace_that_makes_no_slot_has_to_be_doubled(words):
    with pytest.raises(TextError, match="makes no slot; double it"):
        Text(lv=words, en=words)


def test_a_doubled_brace_is_a_brace():
    text = lv("{{{slot}}} {{{{").en("{{{slot}}} {{{{")

    assert text.slots == {"slot"}
    assert text.filled(slot="x").in_("en") == "{x} {{"


def test_a_case_that_latvian_does_not_have_is_refused():
    with pytest.raises(TextError, match=r"\{day:ablative\} names a case .* nominative, genitive"):
        lv("{day:ablative}").en("{day}")


def test_english_has_no_cases():
    with pytest.raises(TextError, match="only Latvian slots have one"):
        lv("{day}").en("{day:dative}")


@given(st.text())
def test_the_same_words_stand_as_they_are_in_both_languages(words):
    text = Text.same(words)

    assert both(text) == (words, words)
    assert text.slots == frozenset()


# Filling a text


def test_a_text_with_open_slots_is_not_shown_to_readers():
    with pytest.raises(SlotError, match="fill last_day") as raised:
        UNTIL.in_("lv")

    assert raised.value.missing == ("last_day",)


def test_a_day_is_written_out_in_the_case_that_the_sentence_needs():
    text = UNTIL.filled(last_day=date(2019, 4, 15))

    assert both(text) == ("līdz 2019. gada 15. aprīlim", "until 15 April 2019")


def test_a_day_without_a_case_stands_in_the_nominative():
    text = lv("{day}").en("{day}").filled(day=date(2019, 4, 15))

    assert both(text) == ("2019. gada 15. aprīlis", "15 April 2019")


def test_the_time_of_a_moment_is_not_written():
    moment = datetime(2019, 4, 15, 9, 30)  # noqa: DTZ001

    assert UNTIL.filled(last_day=moment) == UNTIL.filled(last_day=date(2019, 4, 15))


def test_texts_numbers_and_words_fill_slots():
    text = lv("{who}: {count} un {mark}").en("{who}: {count} and {mark}")

    filled = text.filled(who=CLIENTS.counted(2), count=12345, mark="{x}")

    assert both(filled) == (
        "2 klienti: 12\N{NO-BREAK SPACE}345 un {x}",
        "2 clients: 12,345 and {x}",
    )


def test_words_put_in_are_never_searched_for_slots():
    filled = lv("{a} {b}").en("{a} {b}").filled(a="{b}", b="x")

    assert both(filled) == ("{b} x", "{b} x")
    assert filled.slots == frozenset()


@given(st.text(), st.text())
def test_whatever_is_put_in_is_shown_unchanged(before, words):
    text = Text(lv=Text.same(before).lv + "{slot}", en=Text.same(before).en + "{slot}")

    assert both(text.filled(slot=words)) == (before + words, before + words)


def test_a_slot_may_have_any_name():
    assert lv("{self}").en("{self}").filled(self="x").in_("en") == "x"


def test_missing_and_extra_slots_are_named():
    with pytest.raises(SlotError) as raised:
        UNTIL.filled(lastday=date(2019, 4, 15), because="x")

    assert raised.value.missing == ("last_day",)
    assert raised.value.extra == ("because", "lastday")
    assert str(raised.value) == (
        "fill last_day; leave out because, lastday, which the text does not have"
    )


@pytest.mark.parametrize("value", [2.5, None, True, ("a", "b")])
def test_a_value_that_has_no_words_is_refused_without_being_shown(value):
    with pytest.raises(SlotError, match=r"^give slot words, a whole number or a Text") as raised:
        lv("{slot}").en("{slot}").filled(slot=value)

    assert raised.value.unsuitable == ("slot",)
    assert repr(value) not in str(raised.value)


@pytest.mark.parametrize("value", ["word", 12, lv("vārds").en("word")])
def test_only_days_are_put_into_a_case(value):
    with pytest.raises(SlotError, match="a day where a case is named"):
        UNTIL.filled(last_day=value)


def test_a_text_with_open_slots_fills_no_slot():
    with pytest.raises(SlotError, match="fill last_day"):
        lv("{slot}").en("{slot}").filled(slot=UNTIL)


@pytest.mark.parametrize(
    "text",
    [
        UNTIL.filled(last_day=date(2019, 4, 15)),
        date_text(date(2019, 4, 15)),
        period_text(Period(date(2019, 4, 15))),
        CLIENTS.counted(2019),
        number_text(2019),
        listing([OR, number_text(2019)]),
    ],
)
def test_what_was_filled_in_stays_out_of_the_representation(text):
    assert "2019" in text.in_("en")
    assert repr(text) == "Text(filled in)"


def test_the_words_of_an_author_are_in_the_representation():
    assert repr(OR) == "Text(lv='vai', en='or')"
    assert OR.filled() == OR
    assert repr(OR.filled()) == repr(OR)


def test_a_filled_text_equals_a_written_one():
    written = lv("līdz 2019. gada 15. aprīlim").en("until 15 April 2019")

    filled = UNTIL.filled(last_day=date(2019, 4, 15))

    assert filled == written
    assert hash(filled) == hash(written)


# Numbers and nouns


@pytest.mark.parametrize(
    ("count", "latvian", "english"),
    [
        (0, "0 klientu", "0 clients"),
        (1, "1 klients", "1 client"),
        (2, "2 klienti", "2 clients"),
        (9, "9 klienti", "9 clients"),
        (10, "10 klientu", "10 clients"),
        (11, "11 klientu", "11 clients"),
        (12, "12 klientu", "12 clients"),
        (19, "19 klientu", "19 clients"),
        (20, "20 klientu", "20 clients"),
        (21, "21 klients", "21 clients"),
        (101, "101 klients", "101 clients"),
        (111, "111 klientu", "111 clients"),
        (-1, "-1 klients", "-1 client"),
        (-12, "-12 klientu", "-12 clients"),
        (10_000, "10\N{NO-BREAK SPACE}000 klientu", "10,000 clients"),
    ],
)
def test_a_noun_takes_the_form_of_its_number(count, latvian, english):
    assert both(CLIENTS.counted(count)) == (latvian, english)


def test_the_forms_of_a_noun_are_words_and_have_no_slots():
    odd = Plural(lv_zero="{a}", lv_one="{a}", lv_other="{a}", en_one="{b}", en_other="{b}")

    assert both(odd.counted(1)) == ("1 {a}", "1 {b}")


@pytest.mark.parametrize(
    ("number", "latvian", "english"),
    [
        (0, "0", "0"),
        (2018, "2018", "2018"),
        (9999, "9999", "9999"),
        (10_000, "10_000", "10,000"),
        (-1_234_567, "-1_234_567", "-1,234,567"),
    ],
)
def test_thousands_are_grouped_from_ten_thousand_on(number, latvian, english):
    assert both(number_text(number)) == (latvian.replace("_", "\N{NO-BREAK SPACE}"), english)


# Enumerations


@pytest.mark.parametrize(
    ("parts", "latvian", "english"),
    [
        ([], "", ""),
        (["a"], "a", "a"),
        (["a", "b"], "a un b", "a and b"),
        (["a", "b", "c"], "a, b un c", "a, b and c"),
    ],
)
def test_the_last_two_of_an_enumeration_are_joined_by_a_word(parts, latvian, english):
    assert (joined(parts, "lv"), joined(parts, "en")) == (latvian, english)
    assert both(listing([Text.same(part) for part in parts])) == (latvian, english)


def test_texts_and_words_are_joined_with_another_word():
    parts = (lv("bēglis").en("refugee"), "x")

    assert joined(parts, "lv", OR) == "bēglis vai x"
    assert joined(iter(parts), "en", OR) == "refugee or x"


def test_a_listing_fills_a_slot():
    asked = listing([lv("vecums").en("age"), lv("{{}}").en("{{}}")], OR)

    filled = lv("Jautāt: {facts}").en("Ask: {facts}").filled(facts=asked)

    assert both(filled) == ("Jautāt: vecums vai {}", "Ask: age or {}")
    assert "vecums" in repr(asked)


# Days and periods


LATVIAN_DAYS = {
    NounCase.NOMINATIVE: "janvāris februāris marts aprīlis maijs jūnijs "
    "jūlijs augusts septembris oktobris novembris decembris",
    NounCase.GENITIVE: "janvāra februāra marta aprīļa maija jūnija "
    "jūlija augusta septembra oktobra novembra decembra",
    NounCase.DATIVE: "janvārim februārim martam aprīlim maijam jūnijam "
    "jūlijam augustam septembrim oktobrim novembrim decembrim",
    NounCase.ACCUSATIVE: "janvāri februāri martu aprīli maiju jūniju "
    "jūliju augustu septembri oktobri novembri decembri",
    NounCase.LOCATIVE: "janvārī februārī martā aprīlī maijā jūnijā "
    "jūlijā augustā septembrī oktobrī novembrī decembrī",
}


@pytest.mark.parametrize("case", NounCase)
def test_every_month_stands_in_every_case(case):
    written = [date_text(date(2018, month, 3), case).in_("lv") for month in range(1, 13)]

    assert written == [f"2018. gada 3. {month}" for month in LATVIAN_DAYS[case].split()]


def test_every_month_has_its_english_name():
    written = [date_text(date(2018, month, 3)).in_("en") for month in range(1, 13)]

    assert written == [date(2018, month, 3).strftime("3 %B 2018") for month in range(1, 13)]


def test_a_period_is_written_from_its_first_to_its_last_day():
    assert both(period_text(Period(date(2018, 6, 1), date(2018, 11, 30)))) == (
        "no 2018. gada 1. jūnija līdz 2018. gada 30. novembrim",
        "1 June 2018 to 30 November 2018",
    )


def test_an_open_ended_period_is_written_from_its_first_day():
    assert both(period_text(Period(date(2018, 6, 1)))) == (
        "no 2018. gada 1. jūnija",
        "from 1 June 2018",
    )


def test_a_period_of_one_day_is_written_as_that_day():
    assert both(period_text(Period(date(2018, 6, 1), date(2018, 6, 1)))) == (
        "2018. gada 1. jūnijs",
        "1 June 2018",
    )


@pytest.mark.parametrize(
    "error", [TextError("write both"), SlotError(("a",), ("b", "c"), ()), SlotError()]
)
def test_errors_survive_pickling_with_their_data(error):
    copy = pickle.loads(pickle.dumps(error))

    assert isinstance(copy, InclusionError)
    assert type(copy) is type(error)
    assert (str(copy), vars(copy)) == (str(error), vars(error))


def test_a_text_survives_pickling():
    assert pickle.loads(pickle.dumps(UNTIL)) == UNTIL
