"""What a sentence says of any figures is confirmed; one changed number alone is wrong."""

import re
from decimal import Decimal

from effort import tries
from hypothesis import given, settings
from hypothesis import strategies as st
from sentences_lab import FIGURES, IN_RIGA, PEOPLE, SENTENCES, WORK, report

from inclusion_core.reports.sentences.checking import Confirmation, checked
from inclusion_core.reports.sentences.telling import told
from inclusion_core.texts import Language

NUMBERS = st.one_of(
    st.sampled_from([0, 1, 2, 10, 11, 21, 101, 111, 1000, 9999, 10_000, 12_345, 1_000_000]),
    st.integers(min_value=0, max_value=2_000_000),
)


@st.composite
def reports(draw):
    people = draw(NUMBERS.filter(bool))
    figures = {count: draw(NUMBERS) for count in FIGURES}
    figures[PEOPLE.count] = people
    for part in (IN_RIGA, WORK):
        figures[part.count] = draw(st.integers(min_value=0, max_value=people))
    return report(figures, promised=(draw(NUMBERS), draw(NUMBERS)))


@given(reports(), st.sampled_from(Language), st.permutations(SENTENCES))
@settings(max_examples=tries(30), deadline=None)
def test_what_is_told_is_confirmed_in_any_order(made, language, order):
    text = " ".join(told(each, made).says.in_(language) for each in order)

    found = checked(SENTENCES, made, text, language)

    assert len(found) == 9
    assert {each.confirmation for each in found} == {Confirmation.CONFIRMED}


@given(reports(), st.sampled_from(Language), st.integers(0, 8), st.integers(1, 5))
@settings(max_examples=tries(30), deadline=None)
def test_one_changed_number_alone_is_wrong(made, language, which, by):
    text = "\n".join(told(each, made).says.in_(language) for each in SENTENCES)
    before = checked(SENTENCES, made, text, language)
    changed = before[which]
    other = Decimal(changed.shown.value) + by
    written = str(other).replace(".", "," if language is Language.LV else ".")
    at = [each.start() for each in re.finditer(re.escape(changed.written), text)]
    # The same digits may stand in several places: the one whose answer changes is meant.
    for place in at:
        new = text[:place] + written + text[place + len(changed.written) :]
        after = checked(SENTENCES, made, new, language)
        if len(after) == len(before) and after[which].written == written:
            break

    assert after[which].confirmation is Confirmation.WRONG
    assert after[which].shown == changed.shown
    others = [each for place, each in enumerate(after) if place != which]
    assert {each.confirmation for each in others} == {Confirmation.CONFIRMED}


@given(reports(), st.sampled_from(Language), st.lists(NUMBERS, min_size=1, max_size=5))
@settings(max_examples=tries(25), deadline=None)
def test_foreign_numbers_are_not_derivable(made, language, foreign):
    text = "\n".join(told(each, made).says.in_(language) for each in SENTENCES)
    added = "".join(f"\nQuaxum {number} brillig." for number in foreign)

    found = checked(SENTENCES, made, text + added, language)

    assert {each.confirmation for each in found[:9]} == {Confirmation.CONFIRMED}
    assert [each.confirmation for each in found[9:]] == [Confirmation.NOT_DERIVABLE] * len(foreign)


@given(st.text(max_size=400), st.sampled_from(Language))
@settings(max_examples=tries(30), deadline=None)
def test_any_text_is_read_without_a_confirmation_that_it_does_not_earn(text, language):
    found = checked(SENTENCES, report(), text, language)

    assert not [each for each in found if each.confirmation is Confirmation.CONFIRMED]
