"""Lays what the library says of a life beside what the oracle says."""

from datetime import date
from typing import NamedTuple

from inclusion_core.facts.cases import Case, Cases
from inclusion_core.rules import Eligibility, Verdict
from oracle_lab import opinion
from oracle_lab.answers import NO, OPEN, YES
from oracle_lab.completing import possible
from oracle_lab.judged import Judged, id_of
from oracle_lab.judging_windows import of_windows
from oracle_lab.lives import Life

SAID = {Verdict.YES: YES, Verdict.NO: NO, Verdict.UNDECIDED: OPEN}
"""What a verdict of the library may be: what is undecided may be either."""

THOROUGH = 200
"""One life of so many is asked everything, and its windows are walked day by day."""

DAYS_OF_A_QUICK_LIFE = 2


class Judge:
    """Asks both sides about lives."""

    def __init__(self, catalogue):
        self.services = {name: catalogue.eligibility(name) for name in opinion.PROGRAMMES}

    def judged(self, life: Life, *, thorough: bool | None = None):
        """Questions about a life: all there are, or some of them, which depend on its seed."""
        case = Cases.of(life.caseload)[life.client_id]
        service = self.services[life.programme]
        if thorough or (thorough is None and life.seed % THOROUGH == 0):
            for on in life.days:
                yield from OneDay(life, service, case, on).all()
            return
        first = life.seed % len(life.days)
        for at, on in enumerate((*life.days, *life.days)[first : first + DAYS_OF_A_QUICK_LIFE]):
            yield from OneDay(life, service, case, on).some(life.seed // 4 + at)


class OneDay(NamedTuple):
    """One life, judged on one day."""

    life: Life
    service: Eligibility
    case: Case
    on: date

    @property
    def supports(self):
        return opinion.PROGRAMMES[self.life.programme].LIMITS

    def all(self):
        """Every question."""
        standings = self.standings()
        for stay_id, standing in standings:
            yield self.eligible(stay_id, standing)
            for support in self.supports:
                yield self.receives(stay_id, standing, support)
        if self.life.whole:
            yield self.assessed()
            for support in self.supports:
                yield self.may_receive(support)
        for support in self.supports:
            yield from of_windows(self.life, self.service, self.case, self.on, support)

    def some(self, turn):
        """One question of those, or two; by turns all of them come up."""
        supports = sorted(self.supports)
        support = supports[turn % len(supports)]
        stay_id, standing = (None, None)
        if not self.life.whole:
            standings = self.standings()
            stay_id, standing = standings[turn // 3 % len(standings)]
        if turn % 3 == 0:
            yield self.assessed() if standing is None else self.eligible(stay_id, standing)
            yield from of_windows(self.life, self.service, self.case, self.on, support)
        elif standing is None:
            yield self.may_receive(support)
        else:
            yield self.receives(stay_id, standing, support)

    # Each participation, and the client as an applicant.

    def standings(self):
        programme = self.life.programme
        stays = self.case.participations(programme)
        listed = [(stay.id, self.case.in_(stay)) for stay in stays]
        return [*listed, (None, self.case.applying(programme, self.on))]

    def eligible(self, stay_id, standing):
        decision = self.service.assess_standing(standing, self.on)
        return self.beside("eligible", decision, stay_id, opinion.eligible)

    def receives(self, stay_id, standing, support):
        decision = self.service.may_receive_standing(support, standing, self.on)
        return self.beside(support, decision, stay_id, opinion.may_receive, support)

    # The client, wherever they stand on that day: the library finds out where.

    def assessed(self):
        decision = self.service.assess(self.case, self.on)
        return self.beside("assess", decision, id_of(self.stay()), opinion.eligible)

    def may_receive(self, support):
        life = self.life
        stay = self.stay() or opinion.latest_participation(
            life.caseload, life.programme, life.client_id, self.on
        )
        decision = self.service.may_receive(support, self.case, self.on)
        label = f"may receive {support}"
        return self.beside(label, decision, id_of(stay), opinion.may_receive, support)

    def stay(self):
        life = self.life
        return opinion.participation_on(life.caseload, life.programme, life.client_id, self.on)

    def beside(self, question, decision, stay_id, ask, *about):
        """A decision of the library beside what the oracle finds possible."""
        life, on = self.life, self.on

        def asked(caseload, stay):
            return ask(caseload, life.programme, *about, life.client_id, stay, on=on)

        late = on > life.caseload.known_on
        words = [question, "applying" if stay_id is None else "taking part"]
        words += ["after the known day"] if late else []
        return Judged(
            life.seed,
            ", ".join(words),
            life.whole and not late,
            SAID[decision.verdict],
            possible(asked, life.caseload, stay_id, on, may_come=True),
        )
