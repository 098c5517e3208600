"""Random cases: records, an expression about one type of them, and how it is asked."""

from __future__ import annotations

from datetime import date
from typing import Any

import attrs
from hypothesis import strategies as st

from kernel_lab.completions import complete_forever, complete_only_through, completed
from kernel_lab.oracle import Oracle
from kernel_lab.random_expressions import KINDS, SIZE, written_handles, written_nodes
from kernel_lab.random_records import DAYS, KNOWN_ON, World, worlds
from kernel_lab.toy import SCHEMA

ROOTS = ("member", "household", "stay", "plan", "meeting", "worker")

PARAMETER_DAYS = {"judged_on": date(2020, 3, 1), "period_end": date(2020, 2, 29)}
PARAMETER_NUMBERS = {"most_rooms": 2, "few": 0}
PARAMETER_CODES = {
    "some_codes": frozenset({"flat", "rented", "adult", "work", "mentor", "LV"}),
    "no_codes": frozenset[str](),
}


@attrs.frozen(kw_only=True)
class Case:
    """A question about every record of a type.

    Attributes:
        root: The type of record.
        world: All records.
        expressions: Handles or nodes by the kind of their answer and a number, ``truth1``.
        days: The day parameters.
        known_on: Day through which the records are known.
    """

    root: str
    world: World
    expressions: dict[str, Any]
    days: dict[str, date]
    known_on: date | None

    def oracle(self) -> Oracle:
        return oracle_of(self.world, days=self.days, known_on=self.known_on)


def oracle_of(
    world: World, *, days: dict[str, date] | None = None, known_on: date | None = None
) -> Oracle:
    return Oracle(
        schema=SCHEMA,
        world=world,
        days=PARAMETER_DAYS if days is None else days,
        numbers=PARAMETER_NUMBERS,
        codes=PARAMETER_CODES,
        known_on=known_on,
    )


def kind_of(name: str) -> str:
    """``truth1`` is a truth."""
    return name.rstrip("0123456789")


def node_of(written: Any) -> Any:
    """The node behind a handle, or the node itself."""
    return getattr(written, "node", written)


@st.composite
def cases(draw: st.DrawFn, most: int = 1, size: int = SIZE) -> Case:
    """Records, some expressions about a type of them of up to a size, and how they are asked."""
    root = draw(st.sampled_from(ROOTS))
    expressions: dict[str, Any] = {}
    for number in range(draw(st.integers(1, most))):
        kind = draw(st.sampled_from(KINDS))
        written = draw(st.sampled_from([written_nodes, written_handles]))
        room = draw(st.integers(2, size))
        expressions[f"{kind}{number}"] = draw(written(root, kind, room))
    return Case(
        root=root,
        world=draw(worlds(root)),
        expressions=expressions,
        days={**PARAMETER_DAYS, "judged_on": draw(st.sampled_from(DAYS))},
        known_on=draw(st.sampled_from([None, KNOWN_ON])),
    )


@attrs.frozen(kw_only=True)
class Turn:
    """What is known of a world, one way in which it turns out, and a question that is asked twice.

    Attributes:
        root: The type of record asked about.
        kind: The kind of the answer.
        before: What is known.
        asked_before: The expression, as one must ask it while so little is known.
        known_on: Day through which the records are known.
        after: How it turns out.
        asked_after: The same expression, asked when all is known.
    """

    root: str
    kind: str
    before: World
    asked_before: Any
    known_on: date | None
    after: World
    asked_after: Any


@st.composite
def turns(draw: st.DrawFn) -> Turn:
    """A world and how it turns out.

    As things stand, only what is not known becomes known. Where the world is known on a day, more
    may come after it. Where lists are complete through a day only, records may come after that.
    """
    root, kind = draw(st.sampled_from(ROOTS)), draw(st.sampled_from(KINDS))
    before = draw(worlds(root))
    written = draw(st.sampled_from([written_nodes, written_handles]))
    asked = node_of(draw(written(root, kind, about_knowing=False)))
    reading = draw(st.sampled_from(["as things stand", "known on", "complete through"]))
    after = draw(
        completed(before, days_come=reading == "known on", lists_grow=reading != "as things stand")
    )
    through = reading == "complete through"
    return Turn(
        root=root,
        kind=kind,
        before=before,
        asked_before=complete_only_through(asked, KNOWN_ON) if through else asked,
        known_on=KNOWN_ON if reading == "known on" else None,
        after=after,
        asked_after=complete_forever(asked) if through else asked,
    )
