"""Outcomes that rest on nothing."""

import pytest

from inclusion_core.checks.evidence import outcomes_evidenced
from inclusion_core.model.outcome import Evidence, Outcome, OutcomeKind
from inclusion_core.model.participation import Participation
from inclusion_core.sources import Source
from inclusion_core.values import ABSENT, NOT_ASKED, Reason, Unknown

CONTRACT = Source("Contract").point("5")
WRONG = [("warning", "o-1", "evidence", "it is not recorded on what this outcome rests")]


def evidenced(kinds=None):
    return outcomes_evidenced(
        id="toy.evidence", programme="sif.mentoring", source=CONTRACT, kinds=kinds
    )


def outcome(evidence=ABSENT, kind=OutcomeKind.EMPLOYMENT):
    return Outcome(id="o-1", participation_id="in-1", kind=kind, evidence=evidence)


@pytest.mark.parametrize(
    ("evidence", "wrong"),
    [
        (ABSENT, WRONG),
        (NOT_ASKED, WRONG),
        (Evidence.CLIENT_STATEMENT, []),
        (Unknown(Reason.REFUSED), []),
    ],
)
def test_an_outcome_rests_on_something(look, evidence, wrong):
    assert look(evidenced(), outcome(evidence)) == wrong


@pytest.mark.parametrize(
    ("kind", "wrong"),
    [(OutcomeKind.EMPLOYMENT, WRONG), (OutcomeKind.EDUCATION, []), (NOT_ASKED, [])],
)
def test_only_the_kinds_that_need_evidence_are_asked(look, kind, wrong):
    assert look(evidenced((OutcomeKind.EMPLOYMENT,)), outcome(kind=kind)) == wrong
    assert look(evidenced(), outcome(kind=kind)) == WRONG


def test_outcomes_of_other_programmes_are_left_alone(look):
    elsewhere = Participation(id="in-1", client_id="c-1", programme_id="motivation")

    assert look(evidenced(), elsewhere, outcome()) == []
