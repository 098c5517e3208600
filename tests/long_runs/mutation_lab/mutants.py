"""Changes, what became of them, and which of many are tried."""

from __future__ import annotations

import json
from collections.abc import Iterable
from enum import Enum
from hashlib import sha256
from pathlib import Path

import attrs
import cattrs

__all__ = ["Mutant", "Outcome", "Trial", "Verdict", "changed_lines", "drawn", "keep", "kept"]


@attrs.frozen
class Mutant:
    """One small change of the source.

    Attributes:
        id: Names it, the same in every run over the same source.
        mark: Changes whenever the source around it changes.
        tool: Which of the two tools makes it.
    """

    id: str
    mark: str
    tool: str


class Outcome(Enum):
    """What the tests said to a change."""

    KILLED = "killed"
    TIMED_OUT = "timed out"
    SURVIVED = "survived"


@attrs.frozen
class Verdict:
    """What became of a change.

    Attributes:
        mark: The mark that the mutant had then.
        place: File and definition.
        change: The lines that went and came.
    """

    mark: str
    outcome: Outcome
    place: str
    change: str


@attrs.frozen
class Trial:
    """What was found out about one room.

    Attributes:
        population: How many changes could be made.
        drawn: The ids of those that were to be tried.
        verdicts: By id.
    """

    population: int
    drawn: list[str]
    verdicts: dict[str, Verdict]

    def verdict(self, mutant: Mutant) -> Verdict | None:
        """The verdict on this change; None where none was spoken or the source differs since."""
        found = self.verdicts.get(mutant.id)
        return found if found is not None and found.mark == mutant.mark else None

    @property
    def complete(self) -> bool:
        """Whether all that were drawn have been tried."""
        return bool(self.drawn) and set(self.drawn) <= self.verdicts.keys()

    def told(self, outcome: Outcome) -> list[Verdict]:
        """Those that came out so."""
        return [each for each in self.verdicts.values() if each.outcome is outcome]


def drawn(population: Iterable[Mutant], count: int, seed: int) -> list[Mutant]:
    """So many of them by lot: a change of the source elsewhere does not alter who is drawn."""

    def lot(mutant: Mutant) -> str:
        return sha256(f"{seed} {mutant.id}".encode()).hexdigest()

    return sorted(population, key=lot)[:count]


def changed_lines(diff: str) -> str:
    """The lines of a unified diff that went and came."""
    lines = diff.splitlines()
    marked = (line for line in lines if line.startswith(("+", "-")))
    return "\n".join(line for line in marked if not line.startswith(("+++", "---")))


def kept(path: Path) -> Trial:
    """What earlier runs found; an empty trial where nothing was kept."""
    if not path.exists():
        return Trial(0, [], {})
    return cattrs.structure(json.loads(path.read_text(encoding="utf-8")), Trial)


def keep(path: Path, trial: Trial) -> None:
    """Write it down for the next run."""
    path.parent.mkdir(parents=True, exist_ok=True)
    written = json.dumps(cattrs.unstructure(trial), ensure_ascii=False, indent=1)
    path.write_text(written + "\n", encoding="utf-8")
