"""What survived, and why: the machine writes the list, people write the reasons."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from enum import Enum
from pathlib import Path

import attrs
import cattrs

from .mutants import Outcome, Trial
from .rooms import Room

__all__ = ["Kind", "Survivor", "written_down"]

LIST = Path(__file__).parents[1] / "survivors.json"


class Kind(Enum):
    """Why a change goes unnoticed."""

    EQUIVALENT = "equivalent"
    WORDING = "wording"
    SPEED = "speed"
    FAR_TESTS = "noticed by tests that are not in the guard"
    UNTESTED = "untested"
    ANSWERED = "a test was added"
    OPEN = "not looked at"


@attrs.frozen
class Survivor:
    """A change that no test of the guard noticed.

    Attributes:
        why: In one sentence; empty while nobody has looked.
    """

    room: str
    place: str
    change: str
    kind: Kind = Kind.OPEN
    why: str = ""


def written_down(found: Iterable[tuple[Room, Trial]], *, write: bool) -> list[Survivor]:
    """All that survive or once did, with the reasons that stand in the list.

    Whoever survived in an earlier run and is noticed now was answered by a test. With ``write`` the
    list is brought up to date.
    """
    listed = list(_listed(found, _read()))
    if write:
        written: list[Mapping[str, str]] = [cattrs.unstructure(each) for each in listed]
        LIST.write_text(json.dumps(written, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return listed


def _listed(found: Iterable[tuple[Room, Trial]], before: list[Survivor]) -> Iterator[Survivor]:
    for room, trial in found:
        earlier = {(each.place, each.change): each for each in before if each.room == room.name}
        now = {
            (verdict.place, verdict.change): Survivor(room.name, verdict.place, verdict.change)
            for verdict in trial.told(Outcome.SURVIVED)
        }
        noticed = {
            (verdict.place, verdict.change)
            for verdict in trial.verdicts.values()
            if verdict.outcome is not Outcome.SURVIVED
        }
        for key in sorted(earlier.keys() | now.keys()):
            survivor = earlier.get(key) or now[key]
            if key in noticed:
                yield attrs.evolve(survivor, kind=Kind.ANSWERED, why="")
            elif key in now and survivor.kind is Kind.ANSWERED:
                yield now[key]
            elif key in now or not trial.verdicts:
                yield survivor


def _read() -> list[Survivor]:
    if not LIST.exists():
        return []
    return cattrs.structure(json.loads(LIST.read_text(encoding="utf-8")), list[Survivor])
