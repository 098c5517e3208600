"""Drawing that is the same on every run."""

from random import Random

from hypothesis import HealthCheck, Phase, find, given, settings

QUIET = settings(
    database=None,
    deadline=None,
    derandomize=True,
    max_examples=2000,
    suppress_health_check=list(HealthCheck),
)
GENERATING = settings(QUIET, phases=[Phase.generate])


def drawn(strategy, number):
    """So many values, the same on every run."""
    values = []

    @settings(GENERATING, max_examples=number)
    @given(strategy)
    def take(value):
        values.append(value)

    take()
    return values


def smallest(strategy, condition):
    """The smallest value that meets a condition."""
    return find(strategy, condition, settings=settings(QUIET, derandomize=False), random=Random(7))
