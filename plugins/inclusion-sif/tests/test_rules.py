"""Whom the service is for, on the day of entry (MK 102, point 3.3)."""

from datetime import date

import pytest

from inclusion_core import ABSENT, NOT_ASKED, PartialDay, Truth, load_catalogue
from inclusion_core.expr.objects import UNKNOWN_CODE, ObjectReader
from inclusion_core.expr.records import Records
from inclusion_core.model.client import Client
from inclusion_core.model.participation import Participation
from inclusion_core.model.status import ProtectionKind, ProtectionSpell
from inclusion_sif.mentoring.rules import PROTECTION_ON_ENTRY, RULES, TARGET_GROUP

ENTRY = date(2018, 6, 1)
SEEKER, REFUGEE, REJECTED = (
    *(ProtectionKind.ASYLUM_SEEKER, ProtectionKind.REFUGEE),
    ProtectionKind.REJECTED,
)


def spell(kind, first_day=date(2018, 4, 15), last_day=ABSENT):
    return ProtectionSpell(
        id=f"s-{kind}-{first_day}",
        client_id="c-1",
        kind=kind,
        first_day=first_day,
        last_day=last_day,
    )


def read(*spells, entered_on=ENTRY):
    """Whether the rule holds, and what protection there is on entry."""
    stay = Participation(id="p-1", client_id="c-1", programme_id="m-1", entered_on=entered_on)
    held = {
        "client": [Client(id="c-1", provider_id="o-1")],
        "participation": [stay],
        "protection_spell": list(spells),
    }
    reader = ObjectReader(Records(load_catalogue().schema, held))
    return reader.truth(TARGET_GROUP.holds, stay), reader.code(PROTECTION_ON_ENTRY.value, stay)


@pytest.mark.parametrize(
    ("kind", "holds"),
    [
        (SEEKER, Truth.YES),
        (REFUGEE, Truth.YES),
        (ProtectionKind.ALTERNATIVE_STATUS, Truth.YES),
        (ProtectionKind.TEMPORARY_PROTECTION, Truth.NO),
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


def test_on_the_day_of_the_decision_somebody_may_be_both_seeker_and_status_holder():
    both = spell(SEEKER, date(2018, 1, 2), ENTRY), spell(REFUGEE, ENTRY)

    assert read(*both)[0] is Truth.YES


def test_an_earlier_rejection_makes_no_difference():
    earlier = spell(REJECTED, date(2017, 1, 2), date(2017, 6, 1))

    assert read(earlier, spell(SEEKER))[0] is Truth.YES


def test_the_rule_is_declared_with_its_source():
    catalogue = load_catalogue()

    assert catalogue.faults == ()
    assert catalogue.eligibility("sif.mentoring").rules == RULES
    assert TARGET_GROUP.source.citation("en") == "MK noteikumi Nr. 102 (2016-02-09), 3.3"
