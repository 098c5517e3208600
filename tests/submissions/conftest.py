"""Makes the laboratory importable, and gives submissions that are made once."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

import handed_lab as lab

from inclusion_core.facts.schema import SCHEMA
from inclusion_core.submissions.asked import Material
from inclusion_core.submissions.cover import Signing
from inclusion_core.submissions.form import Duty, SubmissionForm
from inclusion_core.submissions.making import asked_for, make
from inclusion_core.submissions.submission import Given
from inclusion_core.submissions.wording import verbatim

VERSIONS = (("inclusion-class", "1.0"), ("inclusion-core", "0.1.0"))
SIGNED = tuple(Signing(duty=duty, role="coordinator", on=lab.JULY) for duty in Duty)
WHOLE = Given(
    narrative=(("summary", verbatim("Two groups ended.\n\nA third began.")),),
    deviations=(("class.clients", verbatim("Fewer came.")),),
    signings=SIGNED,
)


class Desk:
    """Makes submissions of the course."""

    whole = WHOLE
    versions = VERSIONS

    def __init__(self):
        self.form = SubmissionForm.standard(lab.FORM, operation_number="9.9")
        self.material = Material(lab.journal(*lab.corrected()), SCHEMA)

    def asked(self, period=lab.FIRST_HALF, known_on=lab.JULY, material=None, **more):
        return asked_for(
            material or self.material,
            period=period,
            status_day=period.last_day,
            known_on=known_on,
            operation_number="9.9",
            **more,
        )

    def make(self, given=WHOLE, form=None, material=None, previous=None, asked=None, **more):
        return make(
            form or self.form,
            material or self.material,
            asked or self.asked(material=material, **more),
            given,
            previous=previous,
            versions=VERSIONS,
        )


@pytest.fixture(scope="session")
def desk():
    return Desk()


@pytest.fixture(scope="session")
def handed_in(desk):
    """The first half year, as known two days after it."""
    return desk.make()


@pytest.fixture(scope="session")
def second(desk, handed_in):
    """The second half year; the first one is corrected in it."""
    given = Given(
        narrative=(("summary", verbatim("All is well.")),),
        reasons=(("class.clients", verbatim("A list was found.")),),
        signings=SIGNED,
    )
    previous = handed_in.submission.as_previous("a" * 64)
    return desk.make(given, previous=previous, period=lab.SECOND_HALF, known_on=lab.NEXT_YEAR)
