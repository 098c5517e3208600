"""What an amendment moves: for whom two versions of the rules answer otherwise, and from when."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import takewhile

import attrs

from inclusion_core.facts.cases import Cases, Standing
from inclusion_core.rules.changing import Change
from inclusion_core.rules.decision import Decision
from inclusion_core.rules.eligibility import Eligibility
from inclusion_core.rules.verdict import Verdict

__all__ = ["Amended", "amended"]


@attrs.frozen(kw_only=True)
class Amended:
    """A question about one participation that the rules after an amendment answer otherwise.

    ``repr`` shows neither day nor verdicts: they tell of a client.

    Attributes:
        participation_id: Whose; empty for an applicant.
        client_id: Of which client.
        support: Id of the kind of support that may be given; empty where eligibility is asked.
        first_day: The first day on which the answers differ.
        before: The answer of that day by the rules before.
        after: By the rules after.
    """

    participation_id: str
    client_id: str
    support: str
    first_day: date = attrs.field(repr=False)
    before: Verdict = attrs.field(repr=False)
    after: Verdict = attrs.field(repr=False)


def amended(
    before: Eligibility, after: Eligibility, cases: Cases, first_day: date, last_day: date
) -> tuple[Amended, ...]:
    """For whom an amendment moves eligibility or support, and from which day on.

    The records stay as they are. Who has entered is judged as the rules say, mostly at entry; who
    never has is judged as if they entered on each of the days. A kind of support that only one of
    the two has is not asked.

    Args:
        before: The rules and limits of a programme as they are.
        after: Those of the same programme as they will be.
        cases: The people in it, and those who may ask to be.
        first_day: The first day that is looked at.
        last_day: The last one, inside.

    Returns:
        Participants first, each as the cases are ordered; eligibility before kinds of support.

    Raises:
        BackwardsPeriodError: The last day lies before the first.
        EligibilityRefusedError: One of the two has no rule.
    """
    return tuple(_amended(before, after, cases, first_day, last_day))


def _amended(
    before: Eligibility, after: Eligibility, cases: Cases, first_day: date, last_day: date
) -> Iterator[Amended]:
    both = {each.id for each in after.supports}
    supports = [each.id for each in before.supports if each.id in both]
    for standing in _standings(cases, before.programme.id, first_day):
        for support in ("", *supports):
            old, new = (
                _decision(rules, support, standing, first_day).changes(last_day)
                for rules in (before, after)
            )
            differs = _first_difference(old, new)
            if differs is not None:
                yield Amended(
                    participation_id="" if standing.applicant else standing.participation.id,
                    client_id=standing.participation.client_id,
                    support=support,
                    first_day=differs,
                    before=_on(old, differs),
                    after=_on(new, differs),
                )


def _standings(cases: Cases, programme: str, on: date) -> Iterator[Standing]:
    """All participations, and everybody without one as an applicant."""
    yield from cases.in_programme(programme)
    for case in cases:
        if not case.participations(programme):
            yield case.applying(programme, on)


def _decision(rules: Eligibility, support: str, standing: Standing, on: date) -> Decision:
    if support:
        return rules.may_receive_standing(support, standing, on)
    return rules.assess_standing(standing, on)


def _first_difference(old: Sequence[Change], new: Sequence[Change]) -> date | None:
    days = sorted({each.on for each in (*old, *new)})
    return next((day for day in days if _on(old, day) is not _on(new, day)), None)


def _on(changes: Sequence[Change], day: date) -> Verdict:
    """What a question comes to on a day."""
    *_, last = takewhile(lambda each: each.on <= day, changes)
    return Verdict.of(last.truth)
