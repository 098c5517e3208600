"""The checks that look at declarations and samples: the cheap ones, asked first."""

from __future__ import annotations

from inclusion_core.testing.conformance.check import Conformance
from inclusion_core.testing.conformance.promises.answering import NOTHING_IS_ANSWERED
from inclusion_core.testing.conformance.promises.citing import CITES_A_SOURCE, SOURCES_CAN_BE_FOUND
from inclusion_core.testing.conformance.promises.discretion import NOTHING_PERSONAL
from inclusion_core.testing.conformance.promises.expressing import EXPRESSIONS_COME_BACK
from inclusion_core.testing.conformance.promises.finding import CHECKS_GO_THROUGH
from inclusion_core.testing.conformance.promises.glossing import CODES_HAVE_WORDS
from inclusion_core.testing.conformance.promises.naming import IDS, NAMED_IS_DECLARED
from inclusion_core.testing.conformance.promises.neighbours import OTHERS_ARE_LEFT_ALONE
from inclusion_core.testing.conformance.promises.reading import READERS_TAKE_ANY_FILE
from inclusion_core.testing.conformance.promises.rendering import FORMATS_HOLD_FIGURES
from inclusion_core.testing.conformance.promises.repeating import DECLARED_ALIKE, SAMPLES_ALIKE
from inclusion_core.testing.conformance.promises.reporting import (
    INEQUALITIES_HOLD,
    REPORTS_ARE_FILLED_IN,
)
from inclusion_core.testing.conformance.promises.sampling import (
    SAMPLES_ARE_CLEAN,
    SAMPLES_COME_BACK,
)
from inclusion_core.testing.conformance.promises.wording import BOTH_LANGUAGES, SLOTS_ARE_FILLED
from inclusion_core.testing.conformance.standing import IT_LOADS, RULES_ASK

__all__ = ["DECLARATION_CHECKS"]

DECLARATION_CHECKS: tuple[Conformance, ...] = (
    IT_LOADS,
    IDS,
    NAMED_IS_DECLARED,
    CITES_A_SOURCE,
    SOURCES_CAN_BE_FOUND,
    BOTH_LANGUAGES,
    SLOTS_ARE_FILLED,
    CODES_HAVE_WORDS,
    RULES_ASK,
    EXPRESSIONS_COME_BACK,
    DECLARED_ALIKE,
    SAMPLES_ALIKE,
    SAMPLES_ARE_CLEAN,
    SAMPLES_COME_BACK,
    NOTHING_IS_ANSWERED,
    REPORTS_ARE_FILLED_IN,
    INEQUALITIES_HOLD,
    FORMATS_HOLD_FIGURES,
    READERS_TAKE_ANY_FILE,
    CHECKS_GO_THROUGH,
    NOTHING_PERSONAL,
    OTHERS_ARE_LEFT_ALONE,
)
"""In the order in which they are asked."""
