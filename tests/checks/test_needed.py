"""Answers that a funder needs."""

from datetime import date

import pytest

from inclusion_core.checks.needed import needed_answers
from inclusion_core.errors import DeclarationError
from inclusion_core.model.client import Client, Gender
from inclusion_core.model.entry import EntryTraits
from inclusion_core.model.funding import Fund
from inclusion_core.model.labour import LabourStatus
from inclusion_core.model.outcome import Outcome
from inclusion_core.model.participation import Participation
from inclusion_core.model.plan import Goal
from inclusion_core.model.status import Arrival
from inclusion_core.model.yes_no import YesNo
from inclusion_core.sources import Source
from inclusion_core.values import ABSENT, Reason, Unknown

MK102 = Source("MK 102").point("39.6")
NOBODY_ASKED = "the funder needs an answer, and nobody has asked for it"


def needed(record_class=EntryTraits, fields=("labour_status", "disability"), **options):
    return needed_answers(
        id="toy.needed",
        programme="sif.mentoring",
        record_class=record_class,
        fields=fields,
        source=MK102,
        **options,
    )


def traits(**answers):
    return EntryTraits(id="e-1", participation_id="in-1", **answers)


def test_what_nobody_has_asked_is_told_field_by_field(look):
    assert look(needed(), traits(labour_status=LabourStatus.INACTIVE)) == [
        ("warning", "e-1", "disability", NOBODY_ASKED)
    ]
    assert [each[2] for each in look(needed(), traits())] == ["disability", "labour_status"]


@pytest.mark.parametrize("reason", [Reason.REFUSED, Reason.CLIENT_DOES_NOT_KNOW])
def test_an_answer_that_was_refused_or_is_not_known_is_an_answer(look, reason):
    answered = traits(labour_status=Unknown(reason), disability=YesNo.NO)

    assert look(needed(), answered) == []


def test_that_there_is_none_is_an_answer(look):
    outcome = Outcome(id="o-1", participation_id="in-1", evidence=ABSENT)

    assert look(needed(Outcome, ("evidence",)), outcome) == []


def test_a_record_that_is_missing_altogether_is_told_of_the_participation(look):
    assert look(needed()) == [
        (
            "warning",
            "in-1",
            "",
            "there are no answers that the funder needs: the record is missing (profile at entry)",
        )
    ]


def test_what_not_everybody_has_is_not_missing(look):
    assert look(needed(Outcome, ("evidence",), everybody=False)) == []


def test_participants_of_other_programmes_are_not_asked(look):
    elsewhere = Participation(id="in-1", client_id="c-1", programme_id="motivation")

    assert look(needed(), elsewhere, traits()) == []


def test_records_that_name_the_client_are_found_through_the_client(look):
    arrivals = needed(Arrival, ("country",))
    again = Participation(id="in-2", client_id="c-1", programme_id="mentoring")

    assert look(arrivals, again, Arrival(id="a-1", client_id="c-1", country="SY")) == []
    assert [each[:3] for each in look(arrivals, again, Arrival(id="a-1", client_id="c-1"))] == [
        ("warning", "a-1", "country")
    ]
    assert [each[:3] for each in look(arrivals, again)] == [("warning", "c-1", "")]


def test_participation_and_client_hold_answers_themselves(look):
    assert [each[:3] for each in look(needed(Client, ("gender",)))] == [
        ("warning", "c-1", "gender")
    ]
    asked = Client(id="c-1", provider_id="p-1", gender=Gender.FEMALE)
    assert look(needed(Client, ("gender",)), asked) == []
    entered = Participation(
        id="in-1", client_id="c-1", programme_id="mentoring", entered_on=date(2018, 5, 1)
    )
    assert [each[:3] for each in look(needed(Participation, ("entered_on",)))] == [
        ("warning", "in-1", "entered_on")
    ]
    assert look(needed(Participation, ("entered_on",)), entered) == []


def test_a_client_who_is_not_there_is_for_another_check(look):
    lost = Participation(id="in-1", client_id="c-9", programme_id="mentoring")

    assert look(needed(Arrival, ("country",)), lost) == []


@pytest.mark.parametrize(
    ("record_class", "fields", "words"),
    [
        (EntryTraits, ("labour_statos",), "entry_traits has no field labour_statos"),
        (EntryTraits, ("sex", "age", "gender"), "entry_traits has no field age, gender, sex$"),
        (EntryTraits, (), "name fields"),
        (Goal, ("area",), "goal names neither a participation nor a client"),
        (Fund, ("name",), "fund names neither a participation nor a client"),
    ],
)
def test_fields_that_cannot_be_looked_at_are_refused_when_declared(record_class, fields, words):
    with pytest.raises(DeclarationError, match=words):
        needed(record_class, fields)
