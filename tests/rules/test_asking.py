"""What still has to be asked, told of a toy course over the core's own records."""

import json
from datetime import date

import attrs
import pytest

from inclusion_core.expr import JUDGED_ON, completed_years, months_after
from inclusion_core.expr.missing import Kind
from inclusion_core.facts.cases import Cases
from inclusion_core.facts.subjects import CLIENT, PARTICIPATION
from inclusion_core.model.caseload import Caseload
from inclusion_core.model.client import Client
from inclusion_core.model.funding import Programme
from inclusion_core.model.participation import Participation
from inclusion_core.model.status import ProtectionKind, ProtectionSpell
from inclusion_core.rules.asking import Open, OpenQuestions, open_questions
from inclusion_core.rules.question import Question
from inclusion_core.texts import lv
from inclusion_core.truth import Truth
from inclusion_core.values import ABSENT, NOT_ASKED, PartialDay, Reason, Unknown
from inclusion_core.words import WORDS

KNOWN_ON = date(2018, 12, 3)
ON = date(2018, 6, 1)
LATER = date(2019, 3, 1)

PROGRAMME = Programme(id="pr-1", operation_id="o-1", declared_as="toy.course")
CLIENT_1 = Client(id="c-1", provider_id="p-1", born_on=date(1990, 5, 4), gender=NOT_ASKED)
ENTRY = Participation(id="pa-1", client_id="c-1", programme_id="pr-1", entered_on=date(2018, 5, 1))
SPELL = ProtectionSpell(
    id="ps-1",
    client_id="c-1",
    kind=ProtectionKind.REFUGEE,
    first_day=date(2018, 4, 15),
    last_day=ABSENT,
    decided_on=date(2018, 4, 10),
    notified_on=date(2018, 4, 15),
    final_on=date(2018, 5, 15),
)

KINDS = (ProtectionKind.REFUGEE, ProtectionKind.ALTERNATIVE_STATUS)
ON_THE_DAY = CLIENT.protection_spells.on(JUDGED_ON)
PROTECTED = ON_THE_DAY.where(lambda spell: spell.kind.is_in(*KINDS)).exist()
TWELVE_MONTHS = (
    months_after(
        CLIENT.protection_spells.where(lambda spell: spell.kind.is_in(*KINDS)).earliest(
            lambda spell: spell.notified_on
        ),
        12,
    )
    >= JUDGED_ON
)
ADULT = completed_years(CLIENT.born_on, PARTICIPATION.entered_on) >= 18


def asked(condition, *records, on=ON, applying=False):
    """A question about the client of these records."""
    caseload = Caseload.of_records((PROGRAMME, *records), known_on=KNOWN_ON)
    case = Cases.of(caseload)["c-1"]
    standing = case.applying("toy.course", on) if applying else case.standing("toy.course", on)
    return Question(says=lv("Kurss").en("Course"), asks=condition, standing=standing, on=on)


def told(condition, *records, **changes):
    return open_questions(asked(condition, *records, **changes))


def test_a_protection_that_was_not_asked_is_the_next_question_and_settles_it_whatever_it_is():
    unasked = attrs.evolve(SPELL, kind=NOT_ASKED)
    question = asked(PROTECTED, CLIENT_1, ENTRY, unasked)

    found = open_questions(question)

    assert question.truth is Truth.UNKNOWN
    assert found.ask_next == Open(
        record_type="protection_spell",
        record_id="ps-1",
        field="kind",
        reason=Reason.NOT_ASKED,
        kind=Kind.ASK,
    )
    assert found.settles_whatever(found.ask_next)
    for kind in ProtectionKind:
        assert question.supposing(attrs.evolve(unasked, kind=kind)).truth.decided
    assert found.could_settle == ((found.ask_next,),)


def test_a_day_of_notification_that_nobody_knows_is_asked():
    spell = attrs.evolve(SPELL, notified_on=Unknown(Reason.CLIENT_DOES_NOT_KNOW))

    found = told(TWELVE_MONTHS, CLIENT_1, ENTRY, spell)

    assert [(each.field, each.reason) for each in found.still_matters] == [
        ("notified_on", Reason.CLIENT_DOES_NOT_KNOW)
    ]
    assert found.ask_next in found.still_matters


def test_a_year_of_birth_is_asked_further_only_where_the_birthday_matters():
    in_2000 = attrs.evolve(CLIENT_1, born_on=PartialDay.of_year(2000))
    in_1999 = attrs.evolve(CLIENT_1, born_on=PartialDay.of_year(1999))

    found = told(ADULT, in_2000, ENTRY)

    assert found.ask_next is not None
    assert (found.ask_next.field, found.ask_next.reason) == ("born_on", None)
    assert found.settles_whatever(found.ask_next)
    assert told(ADULT, in_1999, ENTRY) == OpenQuestions(comes_to=Truth.YES)


@pytest.mark.parametrize(
    ("kind", "verdict"),
    [(ProtectionKind.REFUGEE, Truth.YES), (ProtectionKind.REJECTED, Truth.NO)],
)
def test_nothing_is_asked_where_nothing_is_unknown(kind, verdict):
    found = told(PROTECTED & ADULT, CLIENT_1, ENTRY, attrs.evolve(SPELL, kind=kind))

    assert found == OpenQuestions(comes_to=verdict)
    assert found.ask_next is None


def test_nothing_is_asked_where_the_verdict_is_decided_all_the_same():
    minor = attrs.evolve(CLIENT_1, born_on=date(2010, 5, 4))
    unasked = attrs.evolve(SPELL, kind=NOT_ASKED)

    assert told(PROTECTED & ADULT, minor, ENTRY, unasked) == OpenQuestions(comes_to=Truth.NO)


def test_an_applicant_is_asked_as_if_they_entered_on_the_day():
    turning_18 = attrs.evolve(CLIENT_1, born_on=PartialDay(date(2000, 5, 31), date(2000, 6, 2)))

    found = told(ADULT, turning_18, applying=True)

    assert [each.record_id for each in found.still_matters] == ["c-1"]
    assert told(ADULT, turning_18, on=date(2018, 6, 2), applying=True).still_matters == ()


def test_what_can_be_asked_goes_before_what_must_be_waited_for():
    unasked = attrs.evolve(SPELL, kind=NOT_ASKED)

    found = told(PROTECTED & ADULT, CLIENT_1, ENTRY, unasked, on=LATER)

    assert {(each.kind, each.field) for each in found.still_matters} == {
        (Kind.ASK, "kind"),
        (Kind.WAIT, "last_day"),
        (Kind.WAIT, "protection_spells"),
    }
    assert [each.field for each in found.in_order] == ["kind"]
    assert not found.settles_whatever(found.in_order[0])


# In words.


def in_words(some, language):
    return [each.in_(WORDS, language) for each in some]


def test_a_question_names_field_record_and_reason():
    found = told(PROTECTED, CLIENT_1, ENTRY, attrs.evolve(SPELL, kind=NOT_ASKED))

    assert in_words(found.still_matters, "en") == [
        "Ask: status (protection status ps-1, from 15 April 2018): not asked"
    ]
    assert in_words(found.still_matters, "lv") == [
        "Jautāt: statuss (aizsardzības statuss ps-1, no 2018. gada 15. aprīļa): nav jautāts"
    ]


def test_what_is_known_in_part_is_asked_for_as_such():
    found = told(ADULT, attrs.evolve(CLIENT_1, born_on=PartialDay.of_year(2000)), ENTRY)

    (english,), (latvian,) = in_words(found.in_order, "en"), in_words(found.in_order, "lv")
    assert english == "Ask: day of birth (client c-1): known in part only"
    assert latvian == "Jautāt: dzimšanas datums (klients c-1): zināms tikai daļēji"


def test_what_may_still_come_is_waited_for():
    found = told(PROTECTED, CLIENT_1, ENTRY, SPELL, on=LATER)

    assert in_words(found.still_matters, "en") == [
        "Wait: last day (protection status ps-1, from 15 April 2018): may still come",
        "Wait: protection status (client c-1): one more may still come",
    ]
    assert in_words(found.still_matters, "lv") == [
        (
            "Jāgaida: pēdējā diena (aizsardzības statuss ps-1, no 2018. gada 15. aprīļa): "
            "vēl var pienākt"
        ),
        "Jāgaida: aizsardzības statuss (klients c-1): vēl var nākt klāt",
    ]


def test_records_that_contradict_one_another_are_to_be_corrected():
    other = attrs.evolve(SPELL, id="ps-2", kind=ProtectionKind.REJECTED)
    agreed = ON_THE_DAY.only(lambda spell: spell.kind).is_in(*KINDS)

    found = told(agreed, CLIENT_1, ENTRY, SPELL, other)

    assert found.still_matters == ()
    assert in_words(found.to_correct, "en") == [
        "Correct: protection status (client c-1): contradictory"
    ]
    assert in_words(found.to_correct, "lv") == [
        "Labot: aizsardzības statuss (klients c-1): pretrunīgi"
    ]


def test_a_record_that_is_named_and_not_there_is_to_be_found():
    found = told(PARTICIPATION.programme.operation.last_day >= ON, CLIENT_1, ENTRY)

    assert in_words(found.to_correct, "en") == [
        "Correct: operation o-1: it is named, and is not there"
    ]
    assert in_words(found.to_correct, "lv") == [
        "Labot: projekts o-1: uz to norāda, bet ieraksta nav"
    ]


# In JSON, and what is not shown.


def test_open_questions_stand_in_json_without_any_value():
    found = told(PROTECTED, CLIENT_1, ENTRY, attrs.evolve(SPELL, kind=NOT_ASKED))
    kind = {
        "kind": "ask",
        "record_type": "protection_spell",
        "record_id": "ps-1",
        "field": "kind",
        "awaited": None,
        "reason": "not_asked",
    }

    assert json.loads(json.dumps(found.as_json())) == {
        "still_matters": [kind],
        "may_matter": [],
        "could_settle": [[kind]],
        "all_sets": True,
        "in_order": [{**kind, "settles_whatever": True}],
        "ask_next": kind,
        "to_correct": [],
        "comes_to": "unknown",
    }


def test_what_to_do_stands_in_json_in_the_language_that_was_asked_for():
    unasked = attrs.evolve(SPELL, kind=NOT_ASKED)
    found = told(PROTECTED, CLIENT_1, ENTRY, unasked).ask_next

    english, latvian = found.as_json(WORDS)["says"], found.as_json(WORDS, "lv")["says"]
    assert (english, latvian) == (found.in_(WORDS, "en"), found.in_(WORDS, "lv"))
    assert english != latvian
    assert "says" not in found.as_json()


def test_nothing_open_stands_in_json_too():
    found = told(PROTECTED, CLIENT_1, ENTRY, SPELL).as_json()

    assert (found["still_matters"], found["ask_next"], found["comes_to"]) == ([], None, "yes")
    missing = told(PARTICIPATION.programme.operation.last_day >= ON, CLIENT_1, ENTRY)
    assert missing.to_correct[0].as_json()["field"] is None
    assert missing.to_correct[0].as_json()["reason"] is None


def test_no_value_of_the_client_is_shown():
    found = told(PROTECTED, CLIENT_1, ENTRY, SPELL, on=LATER)

    assert found.still_matters
    assert "2018" not in repr(found)
    assert "2018" not in json.dumps(found.as_json())
