"""Scores of rooms, with how far a sample may mislead."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from record import Figure
from scipy.stats import binomtest

from .copying import TOO_LONG
from .mutants import Outcome, Trial
from .rooms import Room
from .survivors import Kind, Survivor

__all__ = ["figures", "remarks"]

Found = Sequence[tuple[Room, Trial]]

EXCLUDED = (
    "Not changed: imports, docstrings, type hints and aliases, __all__, what only type checkers "
    "read, arguments of class decorators, what is written to a log; and mutmut leaves calls of len "
    "and isinstance as they are."
)


def figures(found: Found, survivors: Sequence[Survivor]) -> list[Figure]:
    """One for each room that was tried, with its bar."""
    return [
        _figure(room, trial, [each for each in survivors if each.room == room.name])
        for room, trial in found
        if trial.complete
    ]


def remarks(found: Found, survivors: Sequence[Survivor]) -> list[str]:
    """What the scores do not say."""
    return list(_remarks(found, survivors))


def _figure(room: Room, trial: Trial, survivors: Sequence[Survivor]) -> Figure:
    tried = len(trial.verdicts)
    noticed = tried - len(trial.told(Outcome.SURVIVED))
    score = 100 * noticed / tried
    return Figure(
        what=f"{room.name}: changes noticed",
        measured=f"{score:.1f} % ({noticed} of {tried}; {_certainty(noticed, trial)}"
        f"{_apart(trial, survivors)})",
        bar=f"at least {room.bar} %",
        met=score >= room.bar,
    )


def _certainty(noticed: int, trial: Trial) -> str:
    if len(trial.verdicts) == trial.population:
        return "all that there are"
    span = binomtest(noticed, len(trial.verdicts)).proportion_ci(0.95, method="wilson")
    return f"of {trial.population}, 95 % sure: {100 * span.low:.1f} to {100 * span.high:.1f} %"


def _apart(trial: Trial, survivors: Sequence[Survivor]) -> str:
    timed_out = len(trial.told(Outcome.TIMED_OUT))
    same = sum(each.kind is Kind.EQUIVALENT for each in survivors)
    answered = sum(each.kind is Kind.ANSWERED for each in survivors)
    words = f"; {timed_out} by running too long" if timed_out else ""
    if same:
        real = len(trial.verdicts) - same
        score = 100 * (len(trial.verdicts) - len(trial.told(Outcome.SURVIVED))) / real
        words += f"; {score:.1f} % without {same} that change nothing"
    if answered:
        words += f"; {answered} only since tests were added"
    return words


def _remarks(found: Found, survivors: Sequence[Survivor]) -> Iterator[str]:
    yield "Which changes are tried is drawn by lot, the same in every run."
    yield (
        "A change counts as noticed when a test of the guard of its room fails, or the guard runs "
        f"too long: {TOO_LONG} times as long as usual for changes in functions."
    )
    yield (
        "Bodies of functions are changed by mutmut, class bodies, tables and decorated functions "
        "by cosmic-ray."
    )
    yield EXCLUDED
    yield (
        "Tests were added for changes that had survived: among changes that were not drawn, fewer "
        "are noticed; another --seed shows how many."
    )
    begun = [room.name for room, trial in found if trial.verdicts and not trial.complete]
    if begun:
        yield f"Begun and not ended, so without a score: {', '.join(begun)}."
    untried = [room.name for room, trial in found if not trial.verdicts]
    if untried:
        yield f"Not tried yet: {', '.join(untried)}."
    for kind in Kind:
        count = sum(each.kind is kind for each in survivors)
        if count:
            yield f"Survivors, {kind.value}: {count}."
    yield "Every survivor stands with its reason in [surviving mutants](surviving-mutants.md)."
