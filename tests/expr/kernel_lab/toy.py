"""A toy register: households, their members, stays, plans, workers and meetings.

It has every kind of field, lists of lists, a record type that refers to itself, and one that
is named by three others.
"""

from __future__ import annotations

from datetime import date
from enum import Enum
from typing import Annotated

import attrs

from inclusion_core.expr import (
    CodeAttribute,
    DayAttribute,
    NumberAttribute,
    Row,
    ToMany,
    ToOne,
    subject,
)
from inclusion_core.expr.schema import Schema, schema_of
from inclusion_core.fields import Bounds, CodeList, Record, Reference
from inclusion_core.values import ABSENT, NOT_ASKED, Absent, Day, Unknown


class Tenure(Enum):
    RENTED = "rented"
    OWNED = "owned"


class Role(Enum):
    ADULT = "adult"
    CHILD = "child"


class Kind(Enum):
    SHELTER = "shelter"
    FLAT = "flat"
    CAMP = "camp"


class Aim(Enum):
    WORK = "work"
    LANGUAGE = "language"


class Grade(Enum):
    MENTOR = "mentor"
    SOCIAL_WORKER = "social_worker"


@attrs.frozen(kw_only=True)
class Household(Record):
    id: str
    settled_on: Day = NOT_ASKED
    left_on: Day = ABSENT
    rooms: Annotated[int, Bounds(0, 4)]
    tenure: Tenure | Absent | Unknown = NOT_ASKED


@attrs.frozen(kw_only=True)
class Member(Record):
    id: str
    household_id: Annotated[str, Reference("household", inverse="members")]
    sponsor_id: Annotated[str, Reference("member", inverse="sponsored")]
    born_on: Day = NOT_ASKED
    registered_on: date
    role: Role | Unknown = NOT_ASKED
    country: Annotated[str | Absent | Unknown, CodeList("ISO 3166-1 alpha-2", "[A-Z]{2}")] = ABSENT
    children: Annotated[int | Unknown, Bounds(0, 3)] = NOT_ASKED


@attrs.frozen(kw_only=True)
class Stay(Record):
    id: str
    member_id: Annotated[str, Reference("member", inverse="stays")]
    kind: Kind | Absent | Unknown = NOT_ASKED
    first_day: Day = NOT_ASKED
    last_day: Day = ABSENT
    granted_on: Day = ABSENT
    points: Annotated[int | Unknown, Bounds(-5, 3)] = NOT_ASKED


@attrs.frozen(kw_only=True)
class Plan(Record):
    id: str
    member_id: Annotated[str, Reference("member", inverse="plans")]
    aim: Aim | Unknown = NOT_ASKED
    signed_on: date | Unknown = NOT_ASKED
    fulfilled_on: date | Absent = ABSENT
    hours: Annotated[int | Unknown, Bounds(1, 4)] = NOT_ASKED


@attrs.frozen(kw_only=True)
class Worker(Record):
    id: str
    grade: Grade
    hired_on: Day = NOT_ASKED
    load: int


@attrs.frozen(kw_only=True)
class Meeting(Record):
    id: str
    stay_id: Annotated[str, Reference("stay", inverse="meetings")]
    plan_id: Annotated[str, Reference("plan", inverse="meetings")]
    worker_id: Annotated[str, Reference("worker", inverse="meetings")]
    held_on: Day = NOT_ASKED
    topic: Aim | Absent | Unknown = ABSENT
    score: Annotated[int | Unknown, Bounds(-4, -1)] = NOT_ASKED


SCHEMA: Schema = schema_of(Household, Member, Stay, Plan, Worker, Meeting)

CODES = {
    "tenure": tuple(each.value for each in Tenure),
    "role": tuple(each.value for each in Role),
    "kind": tuple(each.value for each in Kind),
    "aim": tuple(each.value for each in Aim),
    "grade": tuple(each.value for each in Grade),
    "topic": tuple(each.value for each in Aim),
    "country": ("LV", "SY", "UA"),
}
"""Codes that the random records hold, by field."""


class HouseholdRow(Row):
    record_type = "household"
    settled_on = DayAttribute()
    left_on = DayAttribute()
    rooms = NumberAttribute()
    tenure = CodeAttribute(Tenure)
    members: ToMany[MemberRow] = ToMany(lambda: MemberRow)


class MemberRow(Row):
    record_type = "member"
    born_on = DayAttribute()
    registered_on = DayAttribute()
    role = CodeAttribute(Role)
    country = CodeAttribute(str)
    children = NumberAttribute()
    household: ToOne[HouseholdRow] = ToOne(lambda: HouseholdRow)
    sponsor: ToOne[MemberRow] = ToOne(lambda: MemberRow)
    sponsored: ToMany[MemberRow] = ToMany(lambda: MemberRow)
    stays: ToMany[StayRow] = ToMany(lambda: StayRow)
    plans: ToMany[PlanRow] = ToMany(lambda: PlanRow)


class StayRow(Row):
    record_type = "stay"
    kind = CodeAttribute(Kind)
    first_day = DayAttribute()
    last_day = DayAttribute()
    granted_on = DayAttribute()
    points = NumberAttribute()
    member: ToOne[MemberRow] = ToOne(lambda: MemberRow)
    meetings: ToMany[MeetingRow] = ToMany(lambda: MeetingRow)


class PlanRow(Row):
    record_type = "plan"
    aim = CodeAttribute(Aim)
    signed_on = DayAttribute()
    fulfilled_on = DayAttribute()
    hours = NumberAttribute()
    member: ToOne[MemberRow] = ToOne(lambda: MemberRow)
    meetings: ToMany[MeetingRow] = ToMany(lambda: MeetingRow)


class WorkerRow(Row):
    record_type = "worker"
    grade = CodeAttribute(Grade)
    hired_on = DayAttribute()
    load = NumberAttribute()
    meetings: ToMany[MeetingRow] = ToMany(lambda: MeetingRow)


class MeetingRow(Row):
    record_type = "meeting"
    held_on = DayAttribute()
    topic = CodeAttribute(Aim)
    score = NumberAttribute()
    stay: ToOne[StayRow] = ToOne(lambda: StayRow)
    plan: ToOne[PlanRow] = ToOne(lambda: PlanRow)
    worker: ToOne[WorkerRow] = ToOne(lambda: WorkerRow)


ROWS: dict[str, type[Row]] = {
    row.record_type: row
    for row in (HouseholdRow, MemberRow, StayRow, PlanRow, WorkerRow, MeetingRow)
}

household = subject(HouseholdRow)
member = subject(MemberRow)
stay = subject(StayRow)
