"""Tables of a register with what a caseload works out: persons, profiles at entry, enrolments.

The same as :mod:`inclusion_core.model.worked_out` gives for records, worked out on the engine.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from inclusion_core.expr.rows import subject
from inclusion_core.facts.rows import SamePersonLinkRow
from inclusion_core.values import LAST_DAY

if TYPE_CHECKING:
    from inclusion_core.expr.frames import Tables

__all__ = ["with_derived"]

LINK = "same_person_link"
CLIENTS = ("client_id", "other_client_id")


def with_derived(tables: Tables, known_on: date | None = None) -> Tables:
    """The tables with all that follows from them; what is derived in them is worked out anew.

    Only the same-person links leave the engine, and at once: they are few. All else stays lazy.
    What needs a table that is not there is left out, and missed when somebody asks for it. Without
    a table of links every client is a person of their own.

    Args:
        tables: Normalised tables of the model.
        known_on: The day on which a link must hold to count; ``None`` takes every link that was
            not undone.

    Raises:
        MissingExtraError: What reads tables is not installed.
        SchemaError: A table lacks a column that is needed here.
    """
    return _with_enrolments(_with_traits(_with_persons(tables, known_on or LAST_DAY)))


def _with_persons(tables: Tables, known_on: date) -> Tables:
    from inclusion_core.expr.frames import relations  # noqa: PLC0415  an extra

    if "client" not in tables.frames:
        return tables
    smallest: dict[str, str] = {}
    if LINK in tables.frames:
        link = subject(SamePersonLinkRow)
        holds = link.linked_on <= known_on
        if "undone_on" in tables.frame(LINK).collect_schema().names():
            holds &= link.undone_on > known_on
        pairs = relations.joined_pairs(tables, LINK, CLIENTS, holds, "client")
        smallest = relations.smallest_joined(pairs)
    clients = relations.with_groups(tables, "client", smallest, "person_id")
    persons = relations.named_once(clients, "person_id")
    return relations.with_frames(tables, client=clients, person=persons)


def _with_traits(tables: Tables) -> Tables:
    from inclusion_core.expr.frames import relations  # noqa: PLC0415  an extra

    if not {"participation", "entry_traits"} <= tables.frames.keys():
        return tables
    naming = ("entry_traits", "participation_id")
    named = relations.with_the_one(tables, "participation", naming, "traits_id")
    return relations.with_frames(tables, participation=named)


def _with_enrolments(tables: Tables) -> Tables:
    from inclusion_core.expr.frames import relations  # noqa: PLC0415  an extra

    if not {"participation", "programme", "client"} <= tables.frames.keys():
        return tables
    grouping = relations.Grouping(
        record_type="participation",
        by=(("client_id", "person_id"), ("programme_id", "operation_id")),
        first_by="entered_on",
        column="enrolment_id",
    )
    participations, enrolments = relations.grouped(tables, grouping)
    return relations.with_frames(
        tables,
        participation=participations,
        enrolment=enrolments.rename({"first": "first_participation_id"}),
    )
