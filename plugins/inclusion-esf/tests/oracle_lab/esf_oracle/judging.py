"""The opinion: what each indicator says of each participation.

An indicator is known by its text and its code: `2013 CO12` is of Annex I as it was before
2 August 2018, `2018 CR05` as it has been since; `EECO01` is of the ESF+.
"""

from dataclasses import dataclass

from esf_oracle import indicators_2014 as esf
from esf_oracle import indicators_2021 as plus
from esf_oracle.answers import NO, NOT_ASKED, OPEN, YES, together
from esf_oracle.calendar_days import days_later, months_later
from esf_oracle.completing import Participant, possible
from esf_oracle.question import AMENDED_ON

NON_SENSITIVE = ("gender", "labour_status", "born_on", "education_level")
HOUSEHOLD_ITEM = ("jobless_household", "dependent_children", "single_adult")


# Whose record is complete: a question of what was taken down, not of what it may turn out to be.


def complete(p, reading):
    """All that is not sensitive; the household item of those who entered before the amendment."""
    if not p.knows(*NON_SENSITIVE):
        return False
    if p.knows(*HOUSEHOLD_ITEM) or reading.household_needed == "of nobody":
        return True
    return reading.household_needed != "of everybody" and p["entered_on"] >= AMENDED_ON


def complete_plus(p, reading):
    """All of Annex I point 1.1 that applies; of objective (l), that is the age."""
    if reading.gender_needed and not p.knows("gender"):
        return False
    if not p.knows("born_on"):
        return False
    return p["objective"] == plus.INTEGRATION or p.knows("labour_status", "education_level")


def any_record(_, __):
    """The grand total of 2014-2020; Annex II of the ESF+, which may be estimated altogether."""
    return True


# To which specific objectives an indicator applies.


def every_objective(_):
    return True


def annex_i(p):
    return p["objective"] != plus.MATERIAL_HELP and not annex_ii(p)


def annex_i_in_full(p):
    return p["objective"] not in (plus.INTEGRATION, plus.MATERIAL_HELP)


def annex_ii(p):
    return p["objective"] == plus.INTEGRATION and p["most_deprived"] == "yes"


@dataclass(frozen=True)
class Indicator:
    """Whom an indicator asks about, when its answer stands, and whom it counts.

    Attributes:
        asks: Of whom it is asked.
        counts: Whom of them it counts.
        complete: Whose record is taken.
        applies: Under which specific objectives.
        day: The day that must lie in the period: that of entry, or of leaving.
        window: How long after leaving the answer stands: days, months.
    """

    asks: object
    counts: object
    complete: object
    applies: object = every_objective
    day: str = "entered_on"
    window: tuple[int, int] | None = None

    def one_answer(self, p, question):
        """The answer for a participation of which everything needed is known."""
        if not question.first_day <= p[self.day] <= question.last_day:
            return NOT_ASKED
        if not self.applies(p) or not self.complete(p, question.reading):
            return NOT_ASKED
        if not self.asks(p, question.reading):
            return NOT_ASKED
        if self.window is not None and question.known_on is not None:
            days, months = self.window
            if days_later(months_later(p["left_on"], months), days) > question.known_on:
                return OPEN
        return YES if self.counts(p, question.reading) else NO

    def answer(self, person, question):
        """The answer, whatever is known."""
        participant = Participant(person, question.known_on)
        return together(possible(lambda p: self.one_answer(p, question), participant, question))


UPON_LEAVING = {"day": "left_on", "window": (28, 0)}
SIX_MONTHS_AFTER = {"day": "left_on", "window": (0, 6)}


def _indicators():
    for text in ("2013", "2018"):
        disadvantaged = esf.disadvantaged_by(text)
        result = (disadvantaged, esf.both(disadvantaged, esf.one_result))
        later = (
            esf.both(disadvantaged, esf.without_work),
            esf.both(disadvantaged, esf.at_work_after),
        )
        for moments, indicators in (
            ({}, esf.OUTPUTS | (esf.HOUSEHOLDS if text == "2013" else {})),
            (UPON_LEAVING, esf.RESULTS | {"CR05": result}),
            (SIX_MONTHS_AFTER, esf.LATER_RESULTS | {"CR09": later}),
        ):
            for code, asked in indicators.items():
                yield f"{text} {code}", Indicator(*asked, complete, **moments)
    yield "grand total", Indicator(esf.anybody, esf.anybody, any_record)
    for code, asked in plus.ANNEX_II.items():
        yield code, Indicator(*asked, any_record, annex_ii)
    for moments, applies, indicators in (
        ({}, annex_i, plus.FOR_ALL),
        ({}, annex_i_in_full, plus.OUTPUTS),
        (UPON_LEAVING, annex_i_in_full, plus.RESULTS),
        (SIX_MONTHS_AFTER, annex_i_in_full, plus.LATER_RESULTS),
    ):
        for code, asked in indicators.items():
            yield code, Indicator(*asked, complete_plus, applies, **moments)


INDICATORS = dict(_indicators())


def opinion(code, person, question):
    """What an indicator says of one participation."""
    return INDICATORS[code].answer(person, question)
