"""Who delivers the service: social workers, and the social mentors whom they lead.

A social worker leads at most six mentors and has at most 120 clients, a mentor at most 20
(Cabinet Regulation No 102, points 32 and 33).
"""

from __future__ import annotations

import attrs

from inclusion_core.model.funding import Contract
from inclusion_core.model.staff import StaffRole
from inclusion_core.periods import Period
from inclusion_sif.sample.funding import FIRST, SECOND

__all__ = ["ROSTER", "Turn"]


@attrs.frozen
class Turn:
    """One time of somebody in one role.

    Attributes:
        who: Tells people apart.
        contract: Under which contract.
        role: As what.
        days: Without a last day as long as anything is recorded.
    """

    who: str
    contract: Contract
    role: StaffRole
    days: Period


def _worker(who: str, contract: Contract, days: str) -> Turn:
    return Turn(who, contract, StaffRole.SOCIAL_WORKER, Period.parse(days))


def _mentor(who: str, contract: Contract, days: str) -> Turn:
    return Turn(who, contract, StaffRole.SOCIAL_MENTOR, Period.parse(days))


ROSTER: tuple[Turn, ...] = (
    _worker("first worker", FIRST, "2016-03-01..2017-03-31"),
    _worker("second worker", FIRST, "2017-04-01..2018-05-31"),
    _mentor("first mentor", FIRST, "2016-03-01..2018-05-31"),
    _mentor("second mentor", FIRST, "2016-03-01..2016-12-31"),
    _mentor("third mentor", FIRST, "2016-03-01..2017-08-31"),
    _mentor("fourth mentor", FIRST, "2016-03-14..2018-05-31"),
    _mentor("fifth mentor", FIRST, "2016-05-02..2018-05-31"),
    _mentor("sixth mentor", FIRST, "2016-06-01..2017-12-31"),
    _mentor("instead of the second", FIRST, "2017-01-01..2018-05-31"),
    _mentor("instead of the third", FIRST, "2017-09-01..2018-05-31"),
    _mentor("instead of the sixth", FIRST, "2018-01-01..2018-05-31"),
    _worker("new first worker", SECOND, "2018-06-01.."),
    _worker("new second worker", SECOND, "2018-06-01.."),
    _mentor("new first mentor", SECOND, "2018-06-01.."),
    _mentor("new second mentor", SECOND, "2018-06-01..2018-07-31"),
    _mentor("new third mentor", SECOND, "2018-06-01.."),
    _mentor("new fourth mentor", SECOND, "2018-06-01..2018-08-31"),
    _mentor("new fifth mentor", SECOND, "2018-06-01.."),
    _mentor("new sixth mentor", SECOND, "2018-06-01..2018-10-14"),
    _mentor("new seventh mentor", SECOND, "2018-06-01.."),
    _mentor("instead of the new second", SECOND, "2018-08-01.."),
    _mentor("instead of the new fourth", SECOND, "2018-09-01.."),
    _mentor("instead of the new sixth", SECOND, "2018-10-15..2018-11-16"),
    _mentor("instead of the new sixth again", SECOND, "2018-11-17.."),
    _mentor("new second mentor", SECOND, "2018-11-05..2018-11-23"),
    _mentor("from December", SECOND, "2018-12-01.."),
)
