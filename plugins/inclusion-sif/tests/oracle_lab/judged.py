"""One question, and the two answers."""

from typing import NamedTuple

from oracle_lab.answers import OPEN


class Judged(NamedTuple):
    """One question about a life, and what either side says that the answer may be.

    Attributes:
        seed: The life.
        question: What was asked; it holds no values.
        certain: Whether all was known on the day asked about.
        library: What it says.
        oracle: What it says.
    """

    seed: int
    question: str
    certain: bool
    library: frozenset
    oracle: frozenset

    @property
    def outcome(self):
        """Whether they agree, the library says less than it could, or one of them is wrong."""
        if self.library == self.oracle:
            return "agreed"
        return "weaker" if self.library == OPEN else "wrong"


def id_of(stay):
    return None if stay is None else stay.id
