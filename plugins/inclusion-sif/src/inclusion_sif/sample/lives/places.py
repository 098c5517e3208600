"""A life whose region is redrawn later, and an event at which nobody was listed."""

from __future__ import annotations

from datetime import date

from inclusion_core.model.client import Gender
from inclusion_core.model.education import EducationLevel
from inclusion_core.model.entry import EntryTraits, Settlement
from inclusion_core.model.labour import LabourStatus
from inclusion_core.model.participation import LeavingReason
from inclusion_core.model.service import Headcount, Service, ServiceKind, ServiceStaff
from inclusion_core.model.status import ProtectionKind, ResidenceRight
from inclusion_core.model.yes_no import YesNo
from inclusion_core.values import NOT_ASKED, PartialDay
from inclusion_sif.sample.funding import FIRST
from inclusion_sif.sample.life import BLANK
from inclusion_sif.sample.lives.pen import Book, Pen, someone
from inclusion_sif.sample.procedure import granted

__all__ = ["OPEN_DAY", "open_day", "region_redrawn"]

OPEN_DAY = "sr-gilo"
"""The service that was an event open to everybody."""


def region_redrawn(book: Book) -> None:
    """Enters while living in a municipality of Pierīga, which lies in Vidzeme since 2024."""
    entered_on, left_on = date(2017, 5, 8), date(2017, 12, 29)
    pen = Pen(book, entered_on, someone("havo", date(1976, 11, 13), Gender.MALE))
    pen.arrived(date(2017, 1, 23), "TR")
    pen.protected(*granted(date(2017, 1, 23), date(2017, 4, 10), ProtectionKind.REFUGEE))
    pen.lived(date(2017, 1, 23), date(2017, 4, 23))
    pen.lived(date(2017, 4, 24), right=ResidenceRight.PERMANENT_PERMIT, place="Limbažu novads")
    during = pen.served(entered_on, left_on, LeavingReason.COMPLETED)
    pen.plan(during, date(2017, 5, 22))
    traits = EntryTraits(
        id=BLANK,
        participation_id=during.id,
        labour_status=LabourStatus.UNEMPLOYED,
        unemployed_since=PartialDay.of_month(2017, 4),
        in_education=YesNo.NO,
        education_level=EducationLevel.ISCED_3,
        foreign_background=YesNo.YES,
        minority=NOT_ASKED,
        disability=YesNo.NO,
        homeless=YesNo.NO,
        other_disadvantage=NOT_ASKED,
        jobless_household=YesNo.YES,
        dependent_children=YesNo.NO,
        single_adult=YesNo.YES,
        settlement=Settlement.RURAL,
        region="LV007",
    )
    pen.add("et", traits)


def open_day(book: Book) -> None:
    """An event in the centre: 64 people came, and nobody knows who."""
    day = date(2017, 5, 20)
    event = Service(
        id=OPEN_DAY,
        contract_id=FIRST.id,
        kind=ServiceKind.EVENT,
        given_on=day,
        minutes=180,
        place="Rīga",
    )
    mentor = book.team.known_as("first mentor", day).assignment
    for record in (
        event,
        Headcount(id="hc-gilo", service_id=OPEN_DAY, people=64),
        ServiceStaff(id="ss-gilo", service_id=OPEN_DAY, staff_assignment_id=mentor.id, minutes=180),
    ):
        book.ledger.record(record, day)
