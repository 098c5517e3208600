"""All rules and limits of a programme together, or a refusal: never some of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property

import attrs

from inclusion_core.errors import InclusionError, UnknownNameError
from inclusion_core.expr.generated import GeneratedReader
from inclusion_core.expr.handles import Condition
from inclusion_core.expr.parameters import Parameters
from inclusion_core.facts.cases import Case, Cases, Standing
from inclusion_core.facts.telling import Telling
from inclusion_core.limits.limit import Limit, Support
from inclusion_core.limits.window import SupportWindow, window_of
from inclusion_core.programmes import ProgrammeDefinition
from inclusion_core.rules.conditions import eligible, may_receive
from inclusion_core.rules.decision import Decision
from inclusion_core.rules.question import Question
from inclusion_core.rules.rule import Rule
from inclusion_core.rules.verdict import Verdict
from inclusion_core.texts import Text, lv

__all__ = ["Eligibility", "EligibilityRefusedError"]

NO_RULES = "it declares no rule of who may take part"
ELIGIBLE = lv("{programme}: tiesības piedalīties").en("{programme}: eligibility")
MAY_RECEIVE = lv("{programme}: {support}").en("{programme}: {support}")


def _ids_of(declared: Iterable[Rule | Limit]) -> str:
    return repr([each.id for each in declared])


@attrs.frozen(kw_only=True)
class Eligibility:
    """Whom a programme is for, and how long.

    Attributes:
        programme: The programme.
        rules: What must hold for who takes part, ordered by id.
        limits: From when and until when its services may be given, ordered by id.
    """

    programme: ProgrammeDefinition = attrs.field(repr=lambda programme: repr(programme.id))
    rules: tuple[Rule, ...] = attrs.field(repr=_ids_of)
    limits: tuple[Limit, ...] = attrs.field(repr=_ids_of)

    # Who is eligible.

    @cached_property
    def condition(self) -> Condition:
        """Whether a participation is eligible: what every reader reads.

        Raises:
            EligibilityRefusedError: There is no rule: all would be eligible.
        """
        return eligible(self.programme, self._some_rules)

    def assess(self, case: Case, on: date) -> Decision:
        """Whether a client is eligible, judged on a day.

        Who is in the programme on that day is judged as the rules say, mostly at entry; who is not
        is judged as if they entered on it.

        Raises:
            EligibilityRefusedError: There is no rule.
        """
        return self.assess_standing(case.standing(self.programme.id, on), on)

    def assess_standing(self, standing: Standing, on: date) -> Decision:
        """Whether one participation is eligible, judged on a day; raises as :meth:`assess`."""
        return self._decision(self.asks_whether(), self.condition, standing, on)

    def verdicts(self, cases: Cases) -> Iterator[tuple[Standing, Verdict]]:
        """The verdict on every participation, judged on the day up to which the cases are known.

        The same verdicts as :meth:`assess_standing` gives, by the fast reader and without reasons.

        Raises:
            EligibilityRefusedError: There is no rule.
        """
        condition, on = self.condition, cases.caseload.known_on
        parameters = Parameters(days={"judged_on": on})
        reader = GeneratedReader(cases.records, parameters=parameters, known_on=on)
        for standing in cases.in_programme(self.programme.id):
            yield standing, Verdict.of(reader.truth(condition, standing.participation))

    # Until when.

    @property
    def supports(self) -> tuple[Support, ...]:
        """The kinds of support that have limits, ordered by id."""
        found = {limit.support.id: limit.support for limit in self.limits}
        return tuple(found[key] for key in sorted(found))

    def limits_of(self, support: str) -> tuple[Limit, ...]:
        """The limits of a kind of support.

        Args:
            support: Its id; the part after the id of the programme is enough: ``social-worker``.

        Raises:
            UnknownNameError: There is no such kind of support.
        """
        known = [each.id for each in self.supports]
        full = support if support in known else f"{self.programme.id}.{support}"
        if full not in known:
            raise UnknownNameError("kind of support", support, known)
        return tuple(limit for limit in self.limits if limit.support.id == full)

    def windows(self, support: str, case: Case, on: date) -> tuple[SupportWindow, ...]:
        """From when and until when a client may be supported, by each limit of a kind of support.

        Args:
            support: Its id, as in :meth:`limits_of`.
            case: The client.
            on: The day of the question: who has left before is shown as they stood then.
        """
        standing = case.latest_standing(self.programme.id, on)
        return tuple(window_of(limit, standing, on) for limit in self.limits_of(support))

    def support(self, support: str, case: Case, on: date) -> SupportWindow:
        """The window that counts on a day: the one that covers it, or else the latest to end."""
        windows = self.windows(support, case, on)
        return max(windows, key=lambda window: window.rank)

    def may_receive(self, support: str, case: Case, on: date) -> Decision:
        """Whether a kind of support may be given on a day: eligible, and inside a window.

        Who is not in the programme is judged as if they entered on that day.
        """
        return self.may_receive_standing(support, case.latest_standing(self.programme.id, on), on)

    def may_receive_standing(self, support: str, standing: Standing, on: date) -> Decision:
        """The same for one participation."""
        asks = self._receivable[self.limits_of(support)[0].support.id]
        return self._decision(self.asks_whether(support), asks, standing, on)

    def asks_whether(self, support: str | None = None) -> Text:
        """What is asked: who is eligible, or who may be given a kind of support."""
        if support is None:
            return ELIGIBLE.filled(programme=self.programme.says)
        name = self.limits_of(support)[0].support.says
        return MAY_RECEIVE.filled(programme=self.programme.says, support=name)

    def _decision(self, says: Text, asks: Condition, standing: Standing, on: date) -> Decision:
        return Decision(
            Question(says=says, asks=asks, standing=standing, on=on, tellings=self._tellings)
        )

    @cached_property
    def _receivable(self) -> Mapping[str, Condition]:
        """Whether a kind of support may be given, by its id."""
        return {
            support.id: may_receive(self.programme, self._some_rules, self.limits_of(support.id))
            for support in self.supports
        }

    @property
    def _some_rules(self) -> tuple[Rule, ...]:
        if not self.rules:
            raise EligibilityRefusedError(self.programme.id, ((self.programme.id, NO_RULES),))
        return self.rules

    @cached_property
    def _tellings(self) -> Mapping[str, Telling]:
        """The sentences for one case, by the id of the clause; those of rules at their moment."""
        told: dict[str, Telling] = {}
        for rule in self.rules:
            if rule.tells is not None:
                told[rule.id] = rule.tells.at(rule.judged_at.day)
        for limit in self.limits:
            for end in limit.ends:
                if end.tells is not None:
                    told[f"{limit.id}.{end.id}"] = end.tells
        return told


class EligibilityRefusedError(InclusionError):
    """Not all rules of a programme are there, or it has none: nobody is judged.

    Attributes:
        programme: Id of the programme.
        gaps: The distributions that are missing or broken, each with the reason.
    """

    def __init__(self, programme: str, gaps: tuple[tuple[str, str], ...]) -> None:
        super().__init__(programme, gaps)
        self.programme = programme
        self.gaps = gaps

    def __str__(self) -> str:
        listed = "; ".join(f"{distribution}: {why}" for distribution, why in self.gaps)
        return (
            f"nobody is judged for {self.programme!r}, because not all of its rules are there "
            f"({listed}); install or repair what is named"
        )
