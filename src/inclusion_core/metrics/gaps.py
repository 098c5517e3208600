"""Gaps: of whom an answer is not known, and why; so that somebody can ask before a report is due.

A figure says for how many an answer is not known; gaps say who they are. A refused answer is told
apart from one that nobody asked for: the first has to be accepted, the second can still be had.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from itertools import product
from typing import TYPE_CHECKING

import attrs

from inclusion_core.expr import nodes
from inclusion_core.expr.generated import GeneratedReader
from inclusion_core.expr.handles import Condition, all_of, any_of
from inclusion_core.expr.parameters import Parameters
from inclusion_core.expr.records import Records
from inclusion_core.expr.rows import subject
from inclusion_core.facts.assumption import Assumption, assumed, check_assumed
from inclusion_core.facts.building import counted_records, counted_tables
from inclusion_core.facts.declaration import Declaration, node_of
from inclusion_core.facts.table import FactsTable
from inclusion_core.fields import FieldKind, Record
from inclusion_core.sources import Source
from inclusion_core.texts import Text
from inclusion_core.truth import Truth
from inclusion_core.values import Reason, Unknown

if TYPE_CHECKING:
    from inclusion_core.expr.frames import FrameReader, Tables

__all__ = ["Gaps", "GapsFound", "Lacking", "gaps_in_records", "gaps_in_tables"]

_FIELDS: Mapping[FieldKind, type[nodes.FieldNode]] = {
    FieldKind.DAY: nodes.DayField,
    FieldKind.CODE: nodes.CodeField,
    FieldKind.NUMBER: nodes.NumberField,
}


@attrs.frozen(kw_only=True)
class Gaps:
    """Answers that somebody needs of each of some subjects.

    Attributes:
        id: In the namespace of the distribution that declares it, ``esf.gaps``.
        says: What is needed, and of whom.
        table: The facts table whose rows are looked at.
        among: Of which of them the answers are needed. Who may be one of them is looked at too:
            what is not known of them may be just the answer that is missing.
        fields: The columns that hold the answers, in the order in which to ask.
        assumes: The numbers that ``among`` takes for granted.
        source: Who needs them.

    Raises:
        DeclarationError: No column is named, or one that is always known, or ``among`` is no
            condition on the rows of the table.
        UnknownNameError: There is no such column; near names are listed.
    """

    id: str
    says: Text
    table: FactsTable
    among: Condition = attrs.field(eq=node_of)
    fields: tuple[str, ...]
    assumes: tuple[Assumption, ...] = ()
    source: Source

    def __attrs_post_init__(self) -> None:
        declared = Declaration(kind="gaps", id=self.id, subject=self.table.row)
        declared.check("among", self.among, Condition, "a condition", may_ask_what_is_known=True)
        check_assumed("gaps", self.id, self.among.node, self.assumes)
        if not self.fields:
            raise declared.refused("which answers? name the `fields` that hold them")
        for name in self.fields:
            if not self.table.record_type.field(name).may_be_unknown:
                raise declared.refused(f"{name!r} is always known")

    @property
    def all_assumptions(self) -> tuple[Assumption, ...]:
        """What is taken for granted, by the facts table too."""
        return tuple({each.id: each for each in (*self.assumes, *self.table.assumes)}.values())

    def lacks(self, field: str, reason: Reason) -> Condition:
        """Whether an answer is not known, for this reason."""
        row = subject(self.table.row).row
        made = _FIELDS[self.table.record_type.field(field).kind]
        return Condition(nodes.IsKnown(made(row, field), reason))


@attrs.frozen(kw_only=True)
class Lacking:
    """A subject of whom answers are not known.

    Attributes:
        id: The subject.
        why: Why an answer is not known, by field, in the order in which to ask.
    """

    id: str
    why: Mapping[str, Reason]


@attrs.frozen(kw_only=True)
class GapsFound:
    """Who lacks which answers.

    Attributes:
        gaps: What was looked for.
        looked_at: Of how many subjects the answers are needed, or may be.
        lacking: How many of them lack one, or more.
        by_field: Of how many subjects an answer is not known, by field and reason.
        subjects: Who they are, ordered by id; the first of them, where more was not asked for.
    """

    gaps: Gaps
    looked_at: int
    lacking: int
    by_field: Mapping[str, Mapping[Reason, int]]
    subjects: tuple[Lacking, ...] = attrs.field(repr=False)

    @property
    def left_out(self) -> int:
        """How many lack an answer and are not among the subjects."""
        return self.lacking - len(self.subjects)


def gaps_in_records(
    gaps: Gaps,
    records: Records,
    parameters: Parameters,
    *,
    known_on: date | None = None,
    most: int | None = None,
) -> GapsFound:
    """The gaps in records.

    Args:
        gaps: What to look for.
        records: The records of a caseload, or the rows of the facts table.
        parameters: What the condition asks for, and what is assumed other than by default.
        known_on: The day up to which the records are known; ``None`` reads them as things stand.
        most: How many subjects to name; ``None`` names all.
    """
    given = assumed(parameters, gaps.all_assumptions)
    rows = gaps.table.record_type.name
    records = counted_records(gaps.table, records, given)
    reader = GeneratedReader(records, parameters=given, known_on=known_on)
    asked = [each for each in records.of_type(rows) if _perhaps(reader.truth(gaps.among, each))]
    found = sorted((_lacking(gaps, each) for each in asked), key=lambda each: each.id)
    found = [each for each in found if each.why]
    return GapsFound(
        gaps=gaps,
        looked_at=len(asked),
        lacking=len(found),
        by_field=_by_field(gaps, Counter(pair for each in found for pair in each.why.items())),
        subjects=tuple(found[:most]),
    )


def _perhaps(truth: Truth) -> bool:
    return truth is not Truth.NO


def _lacking(gaps: Gaps, record: Record) -> Lacking:
    answers = {name: getattr(record, name) for name in gaps.fields}
    why = {name: each.reason for name, each in answers.items() if isinstance(each, Unknown)}
    return Lacking(id=record.id, why=why)


def _by_field(
    gaps: Gaps, counted: Mapping[tuple[str, Reason], int]
) -> Mapping[str, Mapping[Reason, int]]:
    """How many, in the order of the fields, without reasons that nobody has."""
    return {
        name: {reason: counted[name, reason] for reason in Reason if counted.get((name, reason))}
        for name in gaps.fields
    }


def gaps_in_tables(
    gaps: Gaps,
    tables: Tables,
    parameters: Parameters,
    *,
    known_on: date | None = None,
    most: int | None = None,
) -> GapsFound:
    """The gaps in tables, found on their engine; see :func:`gaps_in_records`.

    Only the subjects that are named leave the engine.
    """
    from inclusion_core.expr.frames import FrameReader  # noqa: PLC0415  an extra
    from inclusion_core.expr.frames.picked import picked  # noqa: PLC0415  an extra

    given = assumed(parameters, gaps.all_assumptions)
    rows = gaps.table.record_type.name
    tables = counted_tables(gaps.table, tables, given)
    reader = FrameReader(tables, parameters=given, known_on=known_on)
    lacks = {_name(*pair): gaps.lacks(*pair) for pair in product(gaps.fields, Reason)}
    some = any_of(*lacks.values())
    looked_at, lacking, *each = _numbers(reader, gaps, [all_of(), some, *lacks.values()])
    found = picked(reader, rows, gaps.among & some, lacks, most=most)
    return GapsFound(
        gaps=gaps,
        looked_at=looked_at,
        lacking=lacking,
        by_field=_by_field(gaps, dict(zip(product(gaps.fields, Reason), each, strict=True))),
        subjects=tuple(_named(gaps, one.id, one.answers) for one in found),
    )


def _name(field: str, reason: Reason) -> str:
    return f"{field}/{reason.value}"


def _named(gaps: Gaps, key: str, answers: Mapping[str, bool]) -> Lacking:
    why = {
        field: reason
        for field, reason in product(gaps.fields, Reason)
        if answers[_name(field, reason)]
    }
    return Lacking(id=key, why=why)


def _numbers(reader: FrameReader, gaps: Gaps, conditions: Sequence[Condition]) -> list[int]:
    """For how many of those that are looked at each condition holds, in one pass."""
    from inclusion_core.expr.frames import Count  # noqa: PLC0415  an extra

    named = {f"counted_{place}": gaps.among & each for place, each in enumerate(conditions)}
    counts = [Count(name, "asked") for name in named]
    cells = reader.tally(gaps.table.record_type.name, {"asked": gaps.among, **named}, {}, counts)
    # Whether somebody is looked at may be unknown, what is asked of them never is.
    return [
        sum(cell.tallies[place].counted + cell.tallies[place].unknown for cell in cells)
        for place in range(len(counts))
    ]
