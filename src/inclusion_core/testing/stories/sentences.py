"""Which sentence tells a record of which type, and how its fields are said in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from inspect import Parameter, signature
from typing import Any

import attrs

from inclusion_core.testing.stories.client_story import ClientStory
from inclusion_core.testing.stories.plan_story import GoalStory, PlanStory
from inclusion_core.testing.stories.service_story import AssignmentStory, ServiceStory
from inclusion_core.testing.stories.status_story import ProtectionStory
from inclusion_core.testing.stories.stay_story import StayStory
from inclusion_core.testing.stories.story import Story

__all__ = ["SENTENCES", "Sentence"]

_SPELL = {"first_day": "from_", "last_day": "until"}


@attrs.frozen(kw_only=True)
class Sentence:
    """A sentence that tells one record.

    Attributes:
        owner: The record type that it is about; empty for the story itself.
        speaker: The class of what stands for it.
        verb: The method.
        words: What a field is called in it, where that is neither its own name nor its link's.
    """

    owner: str = ""
    speaker: type[Any]
    verb: str
    words: Mapping[str, str] = attrs.field(factory=dict)

    @property
    def said_first(self) -> tuple[str, ...]:
        """The words that need not be named, in their order."""
        return tuple(
            name
            for name, parameter in self._parameters()
            if parameter.kind is Parameter.POSITIONAL_OR_KEYWORD
        )

    def word(self, field: str) -> str | None:
        """What a field is called in the sentence; ``None`` where it does not tell it."""
        word = self.words.get(field, field.removesuffix("_id"))
        for name, parameter in self._parameters():
            if name == word or parameter.kind is Parameter.VAR_KEYWORD:
                return word
        return None

    def asks_for(self, field: str) -> bool:
        """Whether the sentence cannot be said without a field."""
        parameters = dict(self._parameters())
        word = self.word(field)
        return word in parameters and parameters[word].default is Parameter.empty

    def _parameters(self) -> Iterator[tuple[str, Parameter]]:
        _, *others = signature(getattr(self.speaker, self.verb)).parameters.items()
        return iter(others)


def _by_story(verb: str, **words: str) -> Sentence:
    return Sentence(speaker=Story, verb=verb, words={"id": "named", **words})


def _of(speaker: type[Any], owner: str, verb: str, **words: str) -> Sentence:
    return Sentence(owner=owner, speaker=speaker, verb=verb, words={"id": "named", **words})


def _of_client(verb: str, **words: str) -> Sentence:
    return _of(ClientStory, "client", verb, **words)


def _of_stay(verb: str, **words: str) -> Sentence:
    return _of(StayStory, "participation", verb, **words)


SENTENCES: Mapping[str, Sentence] = {
    "operation": _by_story("operation"),
    "programme": _by_story("programme"),
    "provider": _by_story("provider"),
    "contract": _by_story("contract", **_SPELL),
    "household": _by_story("household"),
    "client": _by_story("client"),
    "service": _by_story("service", given_on="on", last_day="until"),
    "service_staff": _of(ServiceStory, "service", "is_given_by", staff_assignment_id="assignment"),
    "headcount": _of(ServiceStory, "service", "has_others"),
    "same_person_link": _of_client("is_same_person_as", other_client_id="other"),
    "household_membership": _of_client("lives_with", role="as_", **_SPELL),
    "protection_spell": _of_client("has_protection", **_SPELL),
    "appeal": _of(ProtectionStory, "protection_spell", "is_appealed", lodged_on="on"),
    "citizenship_spell": _of_client("has_citizenship", **_SPELL),
    "residence_spell": _of_client("resides", **_SPELL),
    "arrival": _of_client("arrives", arrived_on="on"),
    "education_spell": _of_client("studies", **_SPELL),
    "education_attainment": _of_client("has_education"),
    "labour_spell": _of_client("has_labour_status", **_SPELL),
    "risk_spell": _of_client("is_at_risk", **_SPELL),
    "disability_spell": _of_client("has_disability", **_SPELL),
    "caring_spell": _of_client("cares_for", **_SPELL),
    "need": _of_client("needs"),
    "referral": _of_client("is_referred", referred_on="on"),
    "participation": _of_client(
        "enters", entered_on="on", left_on="left", leaving_reason="because"
    ),
    "entry_traits": _of_stay("had_on_entry"),
    "delivery_spell": _of_stay("is_delivered_under", **_SPELL),
    "case_assignment": _of(
        AssignmentStory, "staff_assignment", "looks_after", participation_id="stay", **_SPELL
    ),
    "supervision": _of(
        AssignmentStory, "staff_assignment", "oversees", supervised_id="other", **_SPELL
    ),
    "support_plan": _of_stay("has_plan", closing_reason="because"),
    "goal": _of(PlanStory, "support_plan", "has_goal"),
    "planned_action": _of(GoalStory, "goal", "has_action"),
    "plan_review": _of(PlanStory, "support_plan", "is_reviewed", reviewed_on="on"),
    "plan_extension": _of(PlanStory, "support_plan", "is_extended", extended_until="until"),
    "service_attendance": _of_stay("attends"),
    "outcome": _of_stay("leads_to", happened_on="on"),
}
"""By record type; any other type is told by ``add``."""
