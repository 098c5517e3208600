"""What was given: a consultation for each who enters, and a group session a month in each place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from inclusion_core.dice import Days, Deck, Dice
from inclusion_core.fields import Record
from inclusion_core.model.funding import Contract
from inclusion_core.model.service import Service, ServiceAttendance, ServiceKind, ServiceStaff
from inclusion_core.model.staff import StaffRole
from inclusion_core.periods import days_after, months_after
from inclusion_sif.motivation.programme import TEAM
from inclusion_sif.sample.ids import Ids
from inclusion_sif.sample_motivation.funding import BETWEEN, FIRST, LAST, Team
from inclusion_sif.sample_motivation.places import PLACES
from inclusion_sif.sample_motivation.stays import Stay

__all__ = ["Services"]

SESSIONS = {
    FIRST.id: Days(date(2018, 4, 11), date(2019, 6, 11)),
    LAST.id: Days(date(2020, 10, 14), date(2021, 4, 14)),
}
"""The first and the last group session under a contract."""
AT_MOST = 8


class Services:
    """Writes services, who gave them, and who was there."""

    def __init__(self, dice: Dice, ids: Ids, team: Team) -> None:
        self._dice, self._ids, self._team = dice, ids, team
        self._roles = Deck(dice, TEAM)
        self._minutes = Deck(dice, (45, 60, 60, 90))

    def consultation(self, stay: Stay) -> Iterator[tuple[date, Record]]:
        """Within two weeks of entry, by one of the team."""
        last = min(days_after(stay.days.first, 14), stay.days.last)
        if stay.contract is BETWEEN:
            last = min(last, date(2020, 8, 31))
        given_on = self._dice.day(Days(stay.days.first, last))
        yield from self._given(
            ServiceKind.INDIVIDUAL, stay.contract, self._roles.deal(), [stay], given_on
        )

    def sessions(self, stays: Iterable[Stay]) -> Iterator[tuple[date, Record]]:
        """In each region once a month; the social worker leads, a few of those there come."""
        among = list(stays)
        for contract in (FIRST, LAST):
            for region in dict.fromkeys(stay.quota.region for stay in among):
                own = [stay for stay in among if stay.quota.region == region]
                yield from self._monthly(contract, own)

    def _monthly(self, contract: Contract, stays: list[Stay]) -> Iterator[tuple[date, Record]]:
        """Those who entered under the contract, or were handed over to it, may come."""
        first, last = SESSIONS[contract.id]
        own = [stay for stay in stays if stay.deliveries[-1].contract_id == contract.id]
        months = 0
        while (day := months_after(first, months)) <= last:
            months += 1
            there = [stay for stay in own if stay.days.first <= day <= stay.days.last]
            if there:
                come = self._dice.shuffled(there)[:AT_MOST]
                yield from self._given(
                    ServiceKind.GROUP, contract, StaffRole.SOCIAL_WORKER, come, day
                )

    def _given(
        self, kind: ServiceKind, contract: Contract, role: StaffRole, to: list[Stay], on: date
    ) -> Iterator[tuple[date, Record]]:
        region = to[0].quota.region
        service = Service(
            id=self._ids.take("sv"),
            contract_id=contract.id,
            kind=kind,
            given_on=on,
            minutes=self._minutes.deal(),
            place=PLACES[region],
        )
        noted_on = days_after(on, 5)
        yield noted_on, service
        yield (
            noted_on,
            ServiceStaff(
                id=self._ids.take("ss"),
                service_id=service.id,
                staff_assignment_id=self._team.on(contract, role, region).id,
                minutes=service.minutes,
            ),
        )
        for stay in to:
            yield (
                noted_on,
                ServiceAttendance(
                    id=self._ids.take("at"),
                    service_id=service.id,
                    participation_id=stay.participation.id,
                    minutes=service.minutes,
                ),
            )
