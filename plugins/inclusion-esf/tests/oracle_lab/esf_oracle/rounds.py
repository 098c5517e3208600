"""Rounds of the game: one question, some people, and what both sides say of each."""

from dataclasses import dataclass
from functools import cache

from esf_oracle import drawing, ids, library
from esf_oracle.answers import OPEN, UNKNOWN, Answer
from esf_oracle.judging import opinion
from esf_oracle.people import NONE, wholly_known
from esf_oracle.question import Question

SHARES = (0, 0, 0.05, 0.15, 0.4, 0.8)
"""How much of a participation is not known."""


@dataclass(frozen=True)
class Round:
    """One question about some people."""

    question: Question
    people: tuple

    @classmethod
    def drawn(cls, random, people=40):
        asked = drawing.question(random)
        shares = [random.choice(SHARES) for _ in range(people)]
        return cls(asked, tuple(drawing.person(random, asked, share) for share in shares))


@dataclass(frozen=True)
class Judged:
    """What both sides say."""

    code: str
    place: int
    oracle: Answer
    library: Answer
    outcome: str

    def __str__(self):
        sides = f"oracle {self.oracle.name}, library {self.library.name}"
        return f"person {self.place}, {self.code}: {sides}"


@cache
def metrics():
    return ids.by_code()


def judged(round_, way):
    """What both sides say of everybody, by every indicator."""
    said = library.answers(metrics(), round_.people, round_.question, way)
    return [
        _judged(code, place, opinion(code, person, round_.question), said[code][place], person)
        for code in metrics()
        for place, person in enumerate(round_.people)
    ]


def _judged(code, place, oracle, its, person):
    outcome = "agreed" if oracle is its else "weaker"
    if not weaker_or_equal(oracle, its, person):
        outcome = "wrong"
    return Judged(code, place, oracle, its, outcome)


def weaker_or_equal(oracle, its, person):
    """Whether the library says the same, or less where something is not known.

    Whether a window is open may be left open only by a day of leaving that is not known.
    """
    if oracle is its:
        return True
    left_on = person["left_on"]
    if its is OPEN:
        return not wholly_known([left_on]) or left_on is NONE
    return its is UNKNOWN and (not wholly_known(person.values()) or left_on is NONE)
