"""Lists that a record type of another distribution adds: reached from any handle, typed."""

from kernel_lab.toy import HouseholdRow, MeetingRow, MemberRow, StayRow, household, member

from inclusion_core.expr import Many
from inclusion_core.expr.rows import related


def test_a_list_by_name_is_the_list_that_an_attribute_gives():
    by_name: Many[StayRow] = related(member, "stays", StayRow)

    assert by_name.exist().node == member.stays.exist().node
    assert by_name.earliest(lambda stay: stay.first_day).node == (
        member.stays.earliest(lambda stay: stay.first_day).node
    )


def test_a_list_of_a_record_that_is_named_is_reached():
    sponsor = related(member.sponsor, "stays", StayRow)

    assert sponsor.exist().node == member.sponsor.stays.exist().node


def test_a_list_by_name_may_stand_between_lists():
    def stays_of(each: MemberRow) -> Many[StayRow]:
        return related(each, "stays", StayRow)

    def meetings_of(each: StayRow) -> Many[MeetingRow]:
        return related(each, "meetings", MeetingRow)

    by_name = related(household, "members", MemberRow).each(stays_of).each(meetings_of)
    by_attribute = household.members.each(lambda m: m.stays).each(lambda s: s.meetings)

    assert by_name.count().node == by_attribute.count().node


def test_a_record_of_a_list_by_name_leads_back():
    stays = related(member, "stays", StayRow).where(
        lambda stay: related(stay.member.household, "members", type(member)).count() >= 2
    )
    same = member.stays.where(lambda stay: stay.member.household.members.count() >= 2)

    assert isinstance(household, HouseholdRow)
    assert stays.exist().node == same.exist().node
