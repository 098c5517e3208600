"""Judging cases: each row is asked what it expects, and what comes of it is kept with the why."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TypeAlias, assert_never

import attrs

from inclusion_core.cases.answers import Answer, Said, day_answer, truth_answer
from inclusion_core.cases.belonging import is_theirs
from inclusion_core.cases.case import Expectation, Judged, WorkedCase
from inclusion_core.cases.counting import Counted
from inclusion_core.cases.questions import (
    Eligible,
    Figure,
    Found,
    LimitCovers,
    MayReceive,
    RuleHolds,
    WindowDay,
)
from inclusion_core.catalogue import Catalogue
from inclusion_core.checks.check import Check
from inclusion_core.checks.examined import Examined
from inclusion_core.checks.looking import FAILED, NO_JOURNAL, found_by
from inclusion_core.expr.handles import all_of
from inclusion_core.facts.cases import Case, Cases
from inclusion_core.findings import Finding
from inclusion_core.limits.limit import Limit
from inclusion_core.limits.window import SupportWindow, window_of
from inclusion_core.limits.written import span_text
from inclusion_core.model.client import Client
from inclusion_core.pages.lines import hanging
from inclusion_core.periods import Period
from inclusion_core.rules.conditions import IN_FORCE
from inclusion_core.rules.decision import Decision
from inclusion_core.rules.question import Question
from inclusion_core.rules.rule import Rule
from inclusion_core.texts import LanguageCode, lv

__all__ = ["judged"]

COLUMNS = 100
ENDS = lv("Kas to izbeidz").en("What ends it")
NOTHING_FOUND = lv("Pārbaude neko neatrod.").en("The check finds nothing.")

_Outcome: TypeAlias = tuple[Answer, Callable[[LanguageCode], str]]


def judged(case: WorkedCase, catalogue: Catalogue) -> tuple[Judged, ...]:
    """What comes of a case, row by row.

    Args:
        case: The case.
        catalogue: That with which it was read.
    """
    judge = _Judge(catalogue=catalogue, cases=Cases.of(case.caseload, catalogue.schema))
    found = []
    for expectation in case.expectations:
        got, explained = judge.outcome(expectation)
        found.append(Judged(case=case, expectation=expectation, got=got, explained=explained))
    return tuple(found)


@attrs.frozen(kw_only=True, repr=False)
class _Judge:
    """Asks the readers of objects."""

    catalogue: Catalogue
    cases: Cases

    def outcome(self, expectation: Expectation) -> _Outcome:
        """The answer to a row, and what tells why."""
        on, asked = expectation.on, expectation.asked
        match asked:
            case Eligible(eligibility=eligibility):
                return self._decided(eligibility.assess(self._case(expectation), on))
            case MayReceive(eligibility=eligibility, support=support):
                return self._decided(eligibility.may_receive(support, self._case(expectation), on))
            case RuleHolds(rule=rule):
                return self._decided(_of_rule(rule, self._case(expectation), on))
            case LimitCovers(limit=limit):
                window = _window((limit,), self._case(expectation), on)
                return truth_answer(window.covers(on)), _explained(window)
            case WindowDay(limits=limits, last=last):
                window = _window(limits, self._case(expectation), on)
                return day_answer(window.last_day if last else window.first_day), _explained(window)
            case Figure():
                return self._counted(expectation, asked, expectation.period)
            case Found(check=check):
                return self._found(check, expectation)
            case _:
                assert_never(asked)

    def _case(self, expectation: Expectation) -> Case:
        return self.cases[expectation.client_id]

    def _client(self, expectation: Expectation) -> Client | None:
        return self._case(expectation).client if expectation.client_id else None

    def _decided(self, decision: Decision) -> _Outcome:
        vocabulary = self.catalogue.vocabulary
        return (
            truth_answer(decision.question.truth),
            lambda language: decision.explain(language, vocabulary).rstrip("\n"),
        )

    def _counted(self, expectation: Expectation, asked: Figure, period: Period | None) -> _Outcome:
        counted = Counted.of(
            asked.metric,
            period or Period(expectation.on, expectation.on),
            self.cases.records,
            self.cases.caseload.known_on,
            self._client(expectation),
        )
        in_words = isinstance(expectation.expected, Said)
        vocabulary = self.catalogue.vocabulary
        return (
            counted.word() if in_words else counted.number(),
            lambda language: counted.explained(language, vocabulary),
        )

    def _found(self, check: Check, expectation: Expectation) -> _Outcome:
        examined = Examined(caseload=self.cases.caseload, schema=self.catalogue.schema)
        client = self._client(expectation)
        found = [each for each in found_by(check, examined) if self._is_about(each, client)]
        answer: Answer = len(found)
        if any(each.kind in (FAILED.kind, NO_JOURNAL.kind) for each in found):
            answer = Said.NOT_KNOWN
        elif isinstance(expectation.expected, Said):
            answer = Said.YES if found else Said.NO
        return answer, lambda language: _listed(found, language)

    def _is_about(self, finding: Finding, client: Client | None) -> bool:
        """Whether a finding is about somebody; what is about nobody is about all."""
        place = finding.place
        if client is None or not place.record_type:
            return True
        record = self.cases.records.find(place.record_type, place.record_id)
        return record is not None and is_theirs(record, client, self.cases.records)


def _of_rule(rule: Rule, case: Case, on: date) -> Decision:
    """Whether a rule is in force and holds, at its moment."""
    applies = rule.applies
    if rule.in_force is not None:
        applies = applies.named(f"{rule.id}.in-force", IN_FORCE, rule.source)
    condition = all_of(applies, rule.condition).named(rule.id, rule.says, rule.source)
    tellings = {} if rule.tells is None else {rule.id: rule.tells.at(rule.judged_at.day)}
    standing = case.standing(rule.programme, on)
    return Decision(
        Question(says=rule.says, asks=condition, standing=standing, on=on, tellings=tellings)
    )


def _window(limits: tuple[Limit, ...], case: Case, on: date) -> SupportWindow:
    """The window that counts on a day, of the limits of one kind of support."""
    standing = case.latest_standing(limits[0].programme, on)
    windows = (window_of(limit, standing, on) for limit in limits)
    return max(windows, key=lambda window: window.rank)


def _explained(window: SupportWindow) -> Callable[[LanguageCode], str]:
    def told(language: LanguageCode) -> str:
        limit = window.limit
        says = f"{limit.says.in_(language)} ({limit.source.citation(language)})"
        lines = [
            *hanging("", says, COLUMNS),
            *hanging("", window.explain(language), COLUMNS),
            f"{ENDS.in_(language)}:",
        ]
        for each in window.ends:
            end = f"{each.end.says.in_(language)}: {span_text(each.day)}"
            cited = each.end.source.citation(language)
            lines.extend(hanging("  - ", f"{end} ({cited})", COLUMNS))
        return "\n".join(lines)

    return told


def _listed(found: list[Finding], language: LanguageCode) -> str:
    told = (f"  - {each.in_(language)}" for each in found)
    return "\n".join(told) or NOTHING_FOUND.in_(language)
