"""Sentences for one case: their slots, and what may fill them."""

import pytest

from inclusion_core.errors import DeclarationError
from inclusion_core.expr import JUDGED_ON, subject
from inclusion_core.facts.declaration import Declaration
from inclusion_core.facts.rows import ClientRow, ParticipationRow
from inclusion_core.facts.subjects import CLIENT, PARTICIPATION
from inclusion_core.facts.telling import CodeSlot, Telling
from inclusion_core.texts import lv

WORDS = lv("no {day:genitive}, {status}").en("from {day}, {status}")
GENDERS = {"female": lv("sieviete").en("woman")}
OF_RULE = Declaration(kind="rule", id="toy.rule", subject=ParticipationRow)
FULL = {"day": PARTICIPATION.entered_on, "status": CodeSlot(CLIENT.gender, GENDERS)}


def test_every_slot_is_filled_with_a_day_a_number_or_a_code():
    telling = Telling(WORDS, FULL)

    telling.check(OF_RULE)
    assert [type(each).__name__ for each in telling.handles] == [
        "DayExpression",
        "CodeExpression",
    ]


def test_tellings_that_are_built_alike_are_equal():
    again = {"status": CodeSlot(CLIENT.gender, GENDERS), "day": PARTICIPATION.entered_on}

    assert Telling(WORDS, FULL) == Telling(WORDS, again)
    assert hash(Telling(WORDS, FULL)) == hash(Telling(WORDS, again))
    assert Telling(WORDS, FULL) != Telling(WORDS, {**FULL, "day": PARTICIPATION.left_on})


@pytest.mark.parametrize(
    ("slots", "problem"),
    [
        ({"day": PARTICIPATION.entered_on}, "status is a slot or a value, and must be both"),
        ({**FULL, "place": PARTICIPATION.left_on}, "place is a slot or a value"),
        ({**FULL, "day": subject(ClientRow).born_on}, "must be about the participation"),
        ({**FULL, "day": PARTICIPATION.client.arrivals.exist()}, "slot 'day' must be a day"),
    ],
)
def test_what_cannot_be_told_is_refused(slots, problem):
    with pytest.raises(DeclarationError) as raised:
        Telling(WORDS, slots).check(OF_RULE)

    assert problem in str(raised.value)


def test_a_sentence_may_be_about_another_day():
    moved = Telling(WORDS, {**FULL, "day": JUDGED_ON}).at(PARTICIPATION.entered_on)

    assert moved == Telling(WORDS, FULL)
