"""Checking a text: each number is confirmed, wrong or not derivable, and nothing is made up."""

import pytest
from sentences_lab import (
    FIGURES,
    IN_RIGA,
    MENTORING,
    PEOPLE,
    SENTENCES,
    SUPPORT,
    TALKS,
    report,
)

from inclusion_core.reports.report import Cell, Mark
from inclusion_core.reports.sentences.checking import Confirmation, checked
from inclusion_core.reports.sentences.shown import WhyNot
from inclusion_core.reports.sentences.telling import told
from inclusion_core.texts import Language

CONFIRMED, WRONG, NOT_DERIVABLE = Confirmation


def check(text, figures=FIGURES, language="en"):
    return checked(SENTENCES, report({**FIGURES, **figures}), text, language)


def answers(text, figures=FIGURES, language="en"):
    return [(each.written, each.confirmation) for each in check(text, figures, language)]


@pytest.mark.parametrize("language", list(Language))
def test_what_the_sentences_say_is_confirmed(language):
    whole = report()
    text = "\n".join(told(each, whole).says.in_(language) for each in SENTENCES)

    found = checked(SENTENCES, whole, text, language)

    assert [each.slot for each in found] == [
        *("people", "riga", "elsewhere", "share"),
        *("mentors", "talks"),
        *("families", "bauska", "hours"),
    ]
    assert {each.confirmation for each in found} == {CONFIRMED}
    assert [each.line for each in found] == [1] * 4 + [2] * 2 + [3] * 3


def test_a_wrong_number_says_what_it_should_be():
    (found,) = check("Support was given to 147 unique clients.")

    assert (found.confirmation, found.sentence, found.slot) == (WRONG, "support", "people")
    assert found.shown.value == 146
    assert found.shown.metric == "toy.people"


def test_case_endings_order_and_number_words_do_not_matter():
    text = "SOCIAL MENTOR: eleven social mentors led talks. There came 146 Clients Unique."

    assert answers(text) == [("eleven", CONFIRMED), ("146", CONFIRMED)]
    assert answers("vada vienpadsmit sociālajiem mentoriem", language="lv") == [
        ("vienpadsmit", CONFIRMED)
    ]


def test_half_of_the_noun_is_enough_beside_the_other_words():
    assert answers("Support for months was given to 146 clients.") == [("146", CONFIRMED)]
    assert answers("There came 146 clients.") == [("146", NOT_DERIVABLE)]


@pytest.mark.parametrize("words", ["more than", "at least", "almost", "not"])
def test_a_word_that_turns_the_meaning_parts_a_number_from_its_sentence(words):
    assert answers(f"support was given to {words} 146 unique clients") == [("146", NOT_DERIVABLE)]
    assert answers("146 no unique clients") == [("146", NOT_DERIVABLE)]


def test_a_number_of_no_sentence_says_where_the_same_number_stands():
    (found,) = check("There were 146 cats.")

    assert found.confirmation is NOT_DERIVABLE
    assert found.occurs_in == ("toy.people",)
    assert found.shown is None
    assert check("There were 7 cats.")[0].occurs_in == ()


def test_a_hidden_number_is_no_hint():
    assert check("There were 12,345 cats.", {TALKS.count: Mark.SUPPRESSED})[0].occurs_in == ()


def test_the_own_numbers_of_a_sentence_are_none_of_its_figures():
    assert answers("support for 12 months was given to 146 unique clients") == [("146", CONFIRMED)]
    assert answers("support for 13 months was given to 146 unique clients") == [
        ("13", NOT_DERIVABLE),
        ("146", CONFIRMED),
    ]


def test_a_year_and_a_one_are_left_out_unless_a_sentence_has_them():
    assert answers("In 2018 one of them left.") == []
    assert answers("one social mentor", {next(iter(_mentors())): 1}) == [("one", CONFIRMED)]
    assert answers("one social mentor") == [("one", WRONG)]


def _mentors():
    return [count for count in FIGURES if count.metric == "toy.mentors"]


@pytest.mark.parametrize(
    ("written", "confirmation"),
    [
        ("23.3 %", CONFIRMED),
        ("23,3 per cent", CONFIRMED),
        ("23 %", CONFIRMED),
        ("23.29 %", CONFIRMED),
        ("24 %", WRONG),
        ("23.2 %", WRONG),
        ("23.3", NOT_DERIVABLE),
    ],
)
def test_a_share_may_be_rounded_but_is_per_cent(written, confirmation):
    (found,) = check(f"work was found by {written} of the clients")

    assert found.confirmation is confirmation


def test_who_may_be_more_stays_with_the_answer():
    figures = {PEOPLE.count: Cell(value=146, unknown=3)}

    (right,) = check("146 unique clients", figures)
    (more,) = check("148 unique clients", figures)
    assert (right.confirmation, right.shown.unknown) == (CONFIRMED, 3)
    assert (more.confirmation, more.shown.unknown) == (WRONG, 3)


@pytest.mark.parametrize("number", ["146", "147", "3"])
def test_what_is_hidden_is_neither_confirmed_nor_denied(number):
    (found,) = check(f"{number} unique clients", {PEOPLE.count: Mark.SUPPRESSED})

    assert found.confirmation is NOT_DERIVABLE
    assert found.shown.value is None
    assert found.shown.why_not is WhyNot.SUPPRESSED
    assert found.occurs_in == ()


def test_the_other_figures_of_a_sentence_that_is_left_out_are_still_answered():
    found = answers("in Rīga 21 and elsewhere 125", {PEOPLE.count: Mark.SUPPRESSED})

    assert found == [("21", CONFIRMED), ("125", NOT_DERIVABLE)]


def test_sentences_that_are_alike_are_confirmed_by_any_of_them():
    twins = (SUPPORT, MENTORING, SUPPORT)

    (found,) = checked(twins, report(), "146 unique clients", "en")
    assert found.confirmation is CONFIRMED


def test_a_number_that_is_seen_the_other_way_round_is_not_derivable():
    assert answers("\u202e146 unique clients") == [("146", NOT_DERIVABLE)]
    assert answers("1\u200b46 unique clients") == [("146", CONFIRMED)]
    assert answers("\x07146\x07 unique\x1b clients") == [("146", CONFIRMED)]


def test_a_number_that_stands_by_itself_belongs_to_the_words_beyond_the_break():
    assert answers("Talks (12,345)") == [("12,345", NOT_DERIVABLE)]
    assert answers("and of talks there are (12,345)") == [("12,345", CONFIRMED)]


def test_sums_are_not_invented():
    assert answers("21 and 124 are 145") == [
        ("21", NOT_DERIVABLE),
        ("124", NOT_DERIVABLE),
        ("145", NOT_DERIVABLE),
    ]


@pytest.mark.parametrize("language", list(Language))
def test_a_long_text_is_read_to_its_end(language):
    whole = report({**FIGURES, TALKS.count: 10**30, IN_RIGA.count: 0})
    text = " ".join(told(each, whole).says.in_(language) for each in SENTENCES)
    many = f"{text}\n" * (40_000 // len(text)) + "9" * 5_000

    found = checked(SENTENCES, whole, many, language)

    assert {each.confirmation for each in found[:-1]} == {CONFIRMED}
    assert found[-1].confirmation is NOT_DERIVABLE
    assert found[-1].line == 40_000 // len(text) + 1
