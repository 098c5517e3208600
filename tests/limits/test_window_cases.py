"""Lives that are not straight: a second status, one taken away, more time, a past rewritten."""

from datetime import date

import attrs
from limit_lab import (
    ANNA,
    ENTERED,
    KNOWN_ON,
    MENTOR_LIMIT,
    OFFERED,
    PLAN,
    PROGRAMME,
    STATUS_SPELL,
    WORKER_LIMIT,
    ids,
    spells,
    window,
)

from inclusion_core.expr import earliest_of, latest_of, months_after
from inclusion_core.facts.cases import Cases
from inclusion_core.facts.subjects import CLIENT, PARTICIPATION
from inclusion_core.fields import type_name
from inclusion_core.limits import (
    End,
    WindowState,
    changed_windows,
    window_of,
)
from inclusion_core.model.caseload import Journal
from inclusion_core.model.plan import PlanExtension
from inclusion_core.model.status import ProtectionKind
from inclusion_core.model.versions import Act, Version
from inclusion_core.periods import Period
from inclusion_core.texts import lv
from inclusion_core.truth import Truth
from inclusion_core.values import ABSENT, NOT_ASKED

SAYS = lv("teikums").en("sentence")
SECOND = attrs.evolve(
    STATUS_SPELL,
    id="s-2",
    kind=ProtectionKind.ALTERNATIVE_STATUS,
    first_day=date(2018, 11, 20),
    notified_on=date(2018, 11, 20),
)


def spell_of(kind, on):
    return attrs.evolve(STATUS_SPELL, id="s-9", kind=kind, first_day=on, notified_on=on)


# Statuses.


def test_a_second_status_does_not_begin_the_time_anew_unless_the_limit_says_so():
    latest = spells.latest(lambda spell: spell.notified_on)
    anew = attrs.evolve(
        MENTOR_LIMIT,
        first_day=latest,
        ends=(attrs.evolve(MENTOR_LIMIT.ends[0], day=months_after(latest, 12), tells=None),),
    )

    assert window(STATUS_SPELL, SECOND, limit=MENTOR_LIMIT).last_day == date(2019, 4, 15)
    assert window(STATUS_SPELL, SECOND, limit=anew).last_day == date(2019, 11, 20)


def test_a_revoked_status_ends_support_and_leaves_the_time_before():
    revoked = End(
        id="revoked",
        says=SAYS,
        day=CLIENT.protection_spells.where(
            lambda spell: spell.kind.is_in(ProtectionKind.REVOKED)
        ).earliest(lambda spell: spell.first_day),
        source=MENTOR_LIMIT.source,
    )
    limit = attrs.evolve(MENTOR_LIMIT, ends=(*MENTOR_LIMIT.ends, revoked))
    taken = spell_of(ProtectionKind.REVOKED, date(2018, 9, 1))

    there = window(STATUS_SPELL, taken, limit=limit)

    assert there.inside == Period(date(2018, 4, 15), date(2018, 9, 1))
    assert ids(there.ended_by) == ["revoked"]


def test_an_annulled_status_leaves_no_day():
    """A status that is taken away from its first day was never there."""
    annulled = CLIENT.protection_spells.where(
        lambda spell: spell.kind.is_in(ProtectionKind.ANNULLED)
    )
    from_the_first = End(
        id="annulled",
        says=SAYS,
        day=annulled.earliest(lambda spell: spell.first_day),
        source=MENTOR_LIMIT.source,
    )
    limit = attrs.evolve(MENTOR_LIMIT, ends=(*MENTOR_LIMIT.ends, from_the_first))
    taken = spell_of(ProtectionKind.ANNULLED, date(2018, 4, 14))

    there = window(STATUS_SPELL, taken, limit=limit)

    assert there.state is WindowState.NEVER_OPENS
    assert there.inside is None
    assert there.remaining_days == 0


# More time.


EXTENDED = PARTICIPATION.support_plans.each(lambda plan: plan.extensions)
MORE = PlanExtension(
    id="x-1",
    support_plan_id=PLAN.id,
    decided_on=date(2019, 4, 1),
    extended_until=date(2019, 7, 31),
)
EXTENSION_LIMIT = attrs.evolve(
    MENTOR_LIMIT,
    id="toy.status.mentor-extended",
    first_day=EXTENDED.earliest(lambda each: each.decided_on),
    ends=(
        End(
            id="extension",
            says=lv("pagarinājums").en("the plan was extended until then"),
            day=EXTENDED.latest(lambda each: each.extended_until),
            source=MENTOR_LIMIT.source,
        ),
    ),
)


def test_more_time_is_a_limit_of_its_own_that_opens_when_it_is_granted():
    april_20 = date(2019, 4, 20)
    own, more = (
        window(STATUS_SPELL, PLAN, MORE, limit=each, on=april_20)
        for each in (MENTOR_LIMIT, EXTENSION_LIMIT)
    )
    without = window(STATUS_SPELL, PLAN, limit=EXTENSION_LIMIT, on=april_20)

    assert own.last_day == date(2019, 4, 15)
    assert more.inside == Period(date(2019, 4, 1), date(2019, 7, 31))
    assert without.state is WindowState.NEVER_OPENS
    assert max(own, more, key=lambda each: each.rank) is more
    assert max(own, without, key=lambda each: each.rank) is own


def test_an_end_may_be_the_last_of_several_days_and_the_first_of_others():
    """Twelve months or as long as the plan is open, whichever is longer; never over two years."""
    longer = End(
        id="longer",
        says=SAYS,
        day=latest_of(
            months_after(PARTICIPATION.entered_on, 12),
            PARTICIPATION.support_plans.latest(lambda plan: plan.closed_on),
        ),
        source=MENTOR_LIMIT.source,
    )
    two_years = attrs.evolve(longer, id="two-years", day=months_after(PARTICIPATION.entered_on, 24))
    limit = attrs.evolve(MENTOR_LIMIT, first_day=PARTICIPATION.entered_on, ends=(longer, two_years))

    early, late = (
        window(attrs.evolve(PLAN, closed_on=day), limit=limit)
        for day in (date(2018, 9, 1), date(2019, 9, 1))
    )
    still_open = window(PLAN, limit=limit)

    assert (early.last_day, ids(early.will_end_by)) == (date(2019, 5, 2), ["longer"])
    assert (late.last_day, ids(late.will_end_by)) == (date(2019, 9, 1), ["longer"])
    assert (still_open.last_day, ids(still_open.will_end_by)) == (date(2020, 5, 2), ["two-years"])


def test_a_limit_that_goes_out_of_force_ends_with_it():
    limit = attrs.evolve(MENTOR_LIMIT, in_force=Period(date(2018, 6, 1), date(2018, 12, 31)))

    there = window(STATUS_SPELL, limit=limit)

    assert there.inside == Period(date(2018, 6, 1), date(2018, 12, 31))
    assert ids(there.will_end_by) == ["in-force"]
    assert (
        there.explain("en")
        == "Until 31 December 2018: the rule is no longer in force (MK 102, 33.2)."
    )


def test_the_first_of_several_days_may_open_support():
    limit = attrs.evolve(
        MENTOR_LIMIT, first_day=earliest_of(PARTICIPATION.entered_on, MENTOR_LIMIT.first_day)
    )

    assert window(STATUS_SPELL, limit=limit).first_day == date(2018, 4, 15)
    assert window(limit=limit).first_day == date(2018, 5, 2)


# The past rewritten.


def version(record, recorded_on, number=1, act=Act.RECORDED):
    return Version(
        record_type=type_name(type(record)),
        record_id=record.id,
        version=number,
        recorded_on=recorded_on,
        act=act,
        record=None if act.removes else record,
    )


FIRST_KNOWN = date(2018, 5, 2)
CORRECTED_ON = date(2019, 2, 1)


def journal(*more):
    there = (OFFERED, ANNA, ENTERED, STATUS_SPELL)
    return Journal((*(version(each, FIRST_KNOWN) for each in there), *more))


def corrected(notified_on):
    record = attrs.evolve(STATUS_SPELL, notified_on=notified_on)
    return version(record, CORRECTED_ON, 2, Act.CORRECTED)


def cases(of, known_on):
    return Cases.of(of.as_known_on(known_on))


def changes(*more, limits=(MENTOR_LIMIT,)):
    there = journal(*more)
    return changed_windows(limits, cases(there, KNOWN_ON), cases(there, CORRECTED_ON), CORRECTED_ON)


def test_a_correction_of_the_status_day_moves_the_window_and_costs_days():
    (change,) = changes(corrected(date(2018, 3, 15)))

    assert change.before.last_day == date(2019, 4, 15)
    assert change.after.last_day == date(2019, 3, 15)
    assert change.lost == (Period(date(2019, 3, 16), date(2019, 4, 15)),)
    assert change.gained == (Period(date(2018, 3, 15), date(2018, 4, 14)),)
    assert change.explain("en") == (
        "As known on 3 December 2018: Until 15 April 2019: 12 months after refugee status of "
        "15 April 2018 (MK 102, 33.2). "
        "As known on 1 February 2019: Until 15 March 2019: 12 months after refugee status of "
        "15 March 2018 (MK 102, 33.2). "
        "Days that are no longer surely within the limit: 16 March 2019 to 15 April 2019. "
        "Days that are now surely within the limit: 15 March 2018 to 14 April 2018."
    )
    assert change.explain("lv").startswith("Kā zināms 2018. gada 3. decembrī: Līdz 2019. gada 15.")
    assert repr(change) == "RevisedWindow(limit='toy.status.mentor', 'a-1')"


def test_a_status_that_proves_not_to_be_known_leaves_all_days_in_doubt():
    (change,) = changes(corrected(NOT_ASKED))

    assert change.lost == (Period(date(2018, 4, 15), date(2019, 4, 15)),)
    assert change.gained == ()


def test_a_shorter_time_inside_a_longer_one_costs_days_on_both_sides():
    limit = attrs.evolve(MENTOR_LIMIT, first_day=spells.earliest(lambda each: each.first_day))
    spell = attrs.evolve(STATUS_SPELL, first_day=date(2018, 5, 1), notified_on=date(2018, 4, 1))

    (change,) = changes(version(spell, CORRECTED_ON, 2), limits=(limit,))

    assert change.lost == (
        Period(date(2018, 4, 15), date(2018, 4, 30)),
        Period(date(2019, 4, 2), date(2019, 4, 15)),
    )
    assert " 15 April 2018 to 30 April 2018 and 2 April 2019 to 15 April 2019." in change.explain(
        "en"
    )


def test_time_without_end_that_gets_one_costs_all_days_after_it():
    leaving = attrs.evolve(MENTOR_LIMIT.ends[1], id="leaving", day=PARTICIPATION.left_on)
    limit = attrs.evolve(MENTOR_LIMIT, ends=(leaving,))
    left = attrs.evolve(ENTERED, left_on=date(2018, 7, 1))

    (change,) = changes(version(left, CORRECTED_ON, 2, Act.CHANGED), limits=(limit,))

    assert change.lost == (Period(date(2018, 7, 2)),)


def test_a_participation_that_is_taken_back_or_comes_late_has_a_window_on_one_side():
    later = attrs.evolve(ENTERED, id="a-2")

    gone, come = changes(
        version(ENTERED, CORRECTED_ON, 2, Act.RETRACTED), version(later, CORRECTED_ON)
    )

    assert gone.after is None
    assert gone.lost == (Period(date(2018, 4, 15), date(2019, 4, 15)),)
    assert (
        gone.explain("en").count("As known on 1 February 2019: There is no such participation.")
        == 1
    )
    assert come.before is None
    assert come.gained == gone.lost


def test_what_is_recorded_and_moves_no_window_is_no_change():
    drawn_up = version(PLAN, CORRECTED_ON)
    other_kind = attrs.evolve(STATUS_SPELL, kind=ProtectionKind.ALTERNATIVE_STATUS)

    assert changes(drawn_up, version(other_kind, CORRECTED_ON, 2)) == ()


def test_another_end_on_the_same_day_is_a_change_without_loss():
    fulfilled = attrs.evolve(PLAN, fulfilled_on=date(2019, 4, 15))

    (change,) = changes(version(fulfilled, CORRECTED_ON), limits=(WORKER_LIMIT, MENTOR_LIMIT))

    assert change.limit == WORKER_LIMIT
    assert change.lost == change.gained == ()


def test_a_window_is_read_as_things_stand_and_not_as_they_may_turn_out():
    """A plan without a last day is not fulfilled: whether it will be does not open the window."""
    case = cases(journal(version(PLAN, FIRST_KNOWN)), KNOWN_ON)["c-1"]
    standing = case.latest_standing(PROGRAMME, KNOWN_ON)

    there = window_of(WORKER_LIMIT, standing, KNOWN_ON)

    assert PLAN.fulfilled_on is ABSENT
    assert there.covers(date(2019, 4, 15)) is Truth.YES
