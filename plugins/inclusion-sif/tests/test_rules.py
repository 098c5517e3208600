"""Whom the service is for, on the day of entry (MK 102, points 3.3 and 3.4)."""

from datetime import date

import attrs
import pytest

from inclusion_core import ABSENT, NOT_ASKED, PartialDay, Truth
from inclusion_core.expr.objects import UNKNOWN_CODE, ObjectReader
from inclusion_core.expr.records import Records
from inclusion_core.limits.filled import filled_in
from inclusion_core.model.client import Client
from inclusion_core.model.participation import Participation
from inclusion_core.model.status import LegalBasis, ProtectionKind, ProtectionSpell
from inclusion_core.rules import Role
from inclusion_core.sources import Confidence
from inclusion_core.testing import installed_catalogue
from inclusion_sif.mentoring.rules import RULES, TARGET_GROUP, UKRAINIAN_CIVILIANS
from inclusion_sif.mentoring.status import PROTECTION_ON_ENTRY

ENTRY = date(2018, 6, 1)
SEEKER, REFUGEE, TEMPORARY, REJECTED = (
    *(ProtectionKind.ASYLUM_SEEKER, ProtectionKind.REFUGEE),
    *(ProtectionKind.TEMPORARY_PROTECTION, ProtectionKind.REJECTED),
)
UKRAINE, ASYLUM_LAW = LegalBasis.UKRAINIAN_CIVILIANS_LAW, LegalBasis.ASYLUM_LAW


def spell(kind, first_day=date(2018, 4, 15), last_day=ABSENT, basis=NOT_ASKED):
    return ProtectionSpell(
        id=f"s-{kind}-{first_day}",
        client_id="c-1",
        kind=kind,
        legal_basis=basis,
        first_day=first_day,
        last_day=last_day,
    )


def case(*spells, entered_on=ENTRY):
    stay = Participation(id="p-1", client_id="c-1", programme_id="m-1", entered_on=entered_on)
    held = {
        "client": [Client(id="c-1", provider_id="o-1")],
        "participation": [stay],
        "protection_spell": list(spells),
    }
    return ObjectReader(Records(installed_catalogue().schema, held)), stay


def read(*spells, entered_on=ENTRY):
    """Whether the rule holds, and what protection there is on entry."""
    reader, stay = case(*spells, entered_on=entered_on)
    return reader.truth(TARGET_GROUP.condition, stay), reader.code(PROTECTION_ON_ENTRY.value, stay)


@pytest.mark.parametrize(
    ("kind", "holds"),
    [
        (SEEKER, Truth.YES),
        (REFUGEE, Truth.YES),
        (ProtectionKind.ALTERNATIVE_STATUS, Truth.YES),
        (TEMPORARY, Truth.NO),
        (REJECTED, Truth.NO),
        (ProtectionKind.REVOKED, Truth.NO),
        (ProtectionKind.ANNULLED, Truth.NO),
    ],
)
def test_the_protection_on_the_day_of_entry_decides(kind, holds):
    assert read(spell(kind)) == (holds, kind.value)


def test_both_ends_of_a_spell_are_inside_and_the_days_beside_it_are_not():
    seeker = spell(SEEKER, date(2018, 4, 15), date(2018, 6, 1))

    for on, holds in (
        (date(2018, 4, 14), Truth.NO),
        (date(2018, 4, 15), Truth.YES),
        (date(2018, 6, 1), Truth.YES),
        (date(2018, 6, 2), Truth.NO),
    ):
        assert read(seeker, entered_on=on)[0] is holds


def test_who_has_no_protection_is_not_meant():
    assert read() == (Truth.NO, ABSENT)


@pytest.mark.parametrize(
    ("spells", "entered_on"),
    [
        ([spell(NOT_ASKED)], ENTRY),
        ([spell(REFUGEE, PartialDay.of_month(2018, 6))], ENTRY),
        ([spell(REFUGEE, NOT_ASKED)], ENTRY),
        ([spell(REFUGEE)], NOT_ASKED),
        ([spell(REFUGEE), spell(REJECTED)], ENTRY),
    ],
)
def test_what_is_not_known_or_contradicts_leaves_the_question_open(spells, entered_on):
    assert read(*spells, entered_on=entered_on) == (Truth.UNKNOWN, UNKNOWN_CODE)


def test_records_that_contradict_each_other_and_name_none_of_the_group_decide_it():
    assert read(spell(TEMPORARY), spell(REJECTED)) == (Truth.NO, UNKNOWN_CODE)


def test_on_the_day_of_the_decision_somebody_may_be_both_seeker_and_status_holder():
    both = spell(SEEKER, date(2018, 1, 2), ENTRY), spell(REFUGEE, ENTRY)

    assert read(*both)[0] is Truth.YES


def test_an_earlier_rejection_makes_no_difference():
    earlier = spell(REJECTED, date(2017, 1, 2), date(2017, 6, 1))

    assert read(earlier, spell(SEEKER))[0] is Truth.YES


@pytest.mark.parametrize(
    ("kind", "basis", "holds"),
    [
        (TEMPORARY, UKRAINE, Truth.YES),
        (TEMPORARY, ASYLUM_LAW, Truth.NO),
        (TEMPORARY, NOT_ASKED, Truth.UNKNOWN),
        (REFUGEE, UKRAINE, Truth.NO),
        (NOT_ASKED, UKRAINE, Truth.UNKNOWN),
    ],
)
def test_a_ukrainian_civilian_has_temporary_protection_by_the_law_on_them(kind, basis, holds):
    reader, stay = case(spell(kind, basis=basis))

    assert reader.truth(UKRAINIAN_CIVILIANS.condition, stay) is holds


def told(rule, *spells, language, **fields):
    reader, stay = case(*spells)
    filled = filled_in(rule.tells, attrs.evolve(stay, **fields), reader)
    return None if filled is None else filled.in_(language)


def test_the_sentence_for_one_case_names_the_protection_and_the_day():
    assert told(TARGET_GROUP, spell(REFUGEE), language="en") == (
        "asylum seeker, or person with refugee or alternative status; on the day of entry, "
        "1 June 2018: refugee status"
    )
    assert told(TARGET_GROUP, spell(REJECTED), language="lv") == (
        "patvēruma meklētājs vai persona ar bēgļa vai alternatīvo statusu; iestāšanās dienā, "
        "2018. gada 1. jūnijā: iesniegums noraidīts"
    )


def test_where_the_protection_is_not_known_the_general_sentence_stands():
    assert told(TARGET_GROUP, spell(NOT_ASKED), language="en") is None


def test_the_rules_are_grounds_declared_with_their_sources():
    catalogue = installed_catalogue()

    assert catalogue.faults == ()
    assert catalogue.eligibility("sif.mentoring").rules == RULES
    assert {rule.role for rule in RULES} == {Role.GROUND}
    assert TARGET_GROUP.source.citation("en") == "MK noteikumi Nr. 102 (2016-02-09), 3.3"
    assert UKRAINIAN_CIVILIANS.source.citation("en") == "MK noteikumi Nr. 102 (2016-02-09), 3.4"


def test_a_day_in_force_that_no_text_names_is_told_as_our_reading():
    assert TARGET_GROUP.source.confidence is Confidence.OWN_READING
    assert "in force from the day of the rules" in TARGET_GROUP.source.note.in_("en")
    assert UKRAINIAN_CIVILIANS.source.confidence is Confidence.FOUND
