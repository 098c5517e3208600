"""An explanation: which clauses a verdict rests on, what each came to, and by which records.

It is made from the very reading that gives the answer, so that it cannot say anything else.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import attrs

from inclusion_core.expr import nodes
from inclusion_core.expr.clauses import Clause
from inclusion_core.expr.decisive import (
    decisive_parts,
    decisive_reads,
    each_suffices,
    settled_by,
)
from inclusion_core.expr.traces import Read, Trace
from inclusion_core.expr.tracing import TracingReader
from inclusion_core.limits.filled import filled_in
from inclusion_core.rules.conditions import IN_FORCE, SOME_RULE
from inclusion_core.rules.question import Question
from inclusion_core.rules.verdict import Verdict
from inclusion_core.sources import Source
from inclusion_core.texts import Text
from inclusion_core.truth import Truth

__all__ = ["Explanation", "Step", "explanation_of"]

FEW = 3
"""So many clauses are told instead of the group that they form; of more, the group."""


@attrs.frozen(kw_only=True)
class Step:
    """One clause, and what it came to.

    Attributes:
        key: Names it among all clauses: its id, after that of the clause that it is part of where
            it has no namespace of its own.
        clause: The clause.
        sentence: Its words; those for this case, where all that stands in them is known.
        truth: What it came to.
        against: It stands in the way where it holds: the whole fails by it.
        source: Who says so; of a part without a source of its own, that of the clause around it.
        about: Type and key of the record of a list of which it was asked.
        rests_on: What was read for it and decided it, without what the steps inside it rest on.
        steps: The clauses inside it; of a rule that is not in force, only that it is not.
    """

    key: str
    clause: Clause = attrs.field(repr=False)
    sentence: Text = attrs.field(repr=False)
    truth: Truth
    against: bool = False
    source: Source | None = attrs.field(default=None, repr=False)
    about: tuple[str, str] | None = None
    rests_on: tuple[Read, ...] = attrs.field(default=(), repr=False)
    steps: tuple[Step, ...] = ()

    @property
    def out_of_force(self) -> bool:
        """Whether it is a rule that does not apply, because it is not in force on its day."""
        return any(_says_out_of_force(step) for step in self.steps)

    @property
    def told_steps(self) -> tuple[Step, ...]:
        """The steps inside it that a reader is told of: that it is not in force says it all."""
        return () if self.out_of_force else self.steps

    @property
    def told_reads(self) -> tuple[Read, ...]:
        """What a reader is told that it rests on, besides what is told of the steps inside it."""
        if not self.out_of_force:
            return self.rests_on
        return tuple(read for step in self.steps for read in step.rests_on)

    def all_steps(self) -> Iterator[Step]:
        """The step, and all inside it."""
        yield self
        for step in self.steps:
            yield from step.all_steps()


def _says_out_of_force(step: Step) -> bool:
    return step.clause.says == IN_FORCE and step.truth is Truth.NO


@attrs.frozen(kw_only=True)
class Explanation:
    """Why a question about one participation has the answer that it has.

    Attributes:
        question: The question.
        truth: What its condition came to.
        deciding: The shortest honest reason: for *no* the clauses that failed, for *yes* what
            opened the way, for *undecided* what is open.
        steps: All clauses, as they stand in one another.
        rests_on: What the answer rests on outside of any clause.
    """

    question: Question
    truth: Truth
    deciding: tuple[Step, ...]
    steps: tuple[Step, ...]
    rests_on: tuple[Read, ...] = attrs.field(default=(), repr=False)

    @property
    def verdict(self) -> Verdict:
        """The answer."""
        return Verdict.of(self.truth)

    @property
    def on(self) -> date:
        """The day of the question."""
        return self.question.on

    @property
    def known_on(self) -> date:
        """The day up to which the records are known."""
        return self.question.standing.known_on

    @property
    def client_id(self) -> str:
        """Whom it is about."""
        return self.question.standing.participation.client_id

    @property
    def participation_id(self) -> str | None:
        """Which participation; ``None`` for who is judged as if they entered on the day."""
        standing = self.question.standing
        return None if standing.applicant else standing.participation.id

    def all_steps(self) -> Iterator[Step]:
        """All steps, outermost first."""
        for step in self.steps:
            yield from step.all_steps()

    @property
    def all_reads(self) -> tuple[Read, ...]:
        """All that it rests on, each thing once."""
        inside = (read for step in self.all_steps() for read in step.rests_on)
        return tuple(dict.fromkeys((*self.rests_on, *inside)))


def explanation_of(question: Question) -> Explanation:
    """Why a question has its answer.

    That a rule is in force is told only where it is not so.
    """
    reader = question.reader()
    tracer = TracingReader(reader.records, parameters=reader.parameters, known_on=reader.known_on)
    read = tracer.trace(question.node, question.standing.participation)
    whole = Trace(node=nodes.AllOf((question.node,)), truth=read.truth, parts=(read,))
    account = _Account(question=question, reader=tracer)
    steps = tuple(account.steps(whole))
    truth = Truth.UNKNOWN if read.truth is None else read.truth
    return Explanation(
        question=question,
        truth=truth,
        deciding=_shortest(tuple(dict.fromkeys(account.reasons(whole))), truth),
        steps=steps,
        rests_on=tuple(dict.fromkeys(decisive_reads(whole))),
    )


def _shortest(reasons: tuple[Step, ...], truth: Truth) -> tuple[Step, ...]:
    """Of what opened the way, what does so itself; that nothing stood in it comes second."""
    if truth is not Truth.YES:
        return reasons
    telling = tuple(each for each in reasons if each.clause.says != SOME_RULE)
    opening = tuple(each for each in telling if not each.against)
    return opening or telling or reasons


@attrs.define(kw_only=True)
class _Account:
    """The steps of a trace, while they are made."""

    question: Question
    reader: TracingReader
    made: dict[int, Step] = attrs.Factory(dict)

    def steps(
        self,
        trace: Trace,
        around: tuple[str, Source | None] = ("", None),
        about: tuple[str, str] | None = None,
    ) -> Iterator[Step]:
        """The clauses right inside a part; not those asked of a record that may still come."""
        told: dict[Step, None] = {}
        for part in trace.parts:
            if part.later:
                continue
            asked_of = part.member or about
            if isinstance(part.node, nodes.Named):
                step = self.made[id(part)] = self._step(part, part.node.clause, around, asked_of)
                if step.truth is not Truth.YES or step.clause.says not in (IN_FORCE, SOME_RULE):
                    told[step] = None
            else:
                told.update(dict.fromkeys(self.steps(part, around, asked_of)))
        yield from told

    def _step(
        self,
        trace: Trace,
        clause: Clause,
        around: tuple[str, Source | None],
        about: tuple[str, str] | None,
    ) -> Step:
        owner, owners_source = around
        key = clause.id if "." in clause.id or not owner else f"{owner}.{clause.id}"
        source = clause.source or owners_source
        steps = tuple(self.steps(trace, (key, source)))
        lapsed = tuple(step for step in steps if _says_out_of_force(step))
        reads = () if lapsed else tuple(dict.fromkeys(decisive_reads(trace)))
        return Step(
            key=key,
            clause=clause,
            sentence=self._sentence(clause),
            truth=Truth.UNKNOWN if trace.truth is None else trace.truth,
            against=trace.against,
            source=source,
            about=about,
            rests_on=reads,
            steps=lapsed or steps,
        )

    def _sentence(self, clause: Clause) -> Text:
        telling = self.question.tellings.get(clause.id)
        if telling is None:
            return clause.says
        filled = filled_in(telling, self.question.standing.participation, self.reader)
        return filled or clause.says

    def reasons(self, trace: Trace, *, settled: bool = True) -> Iterator[Step]:
        """The clauses that decided a part; each as far down as one clause alone decides it."""
        settled = settled_by(trace, settled=settled)
        for part in decisive_parts(trace, settled=settled):
            if not isinstance(part.node, nodes.Named):
                yield from self.reasons(part, settled=settled)
            elif id(part) in self.made and part.node.clause.says != IN_FORCE:
                yield from self._narrowed(part)

    def _narrowed(self, trace: Trace) -> tuple[Step, ...]:
        """The clause itself, or those inside it that say the same more exactly."""
        step = self.made[id(trace)]
        inside = tuple(dict.fromkeys(self.reasons(trace)))
        if step.rests_on or not inside:
            return (step,)
        group = step.source is None and len(inside) <= FEW
        return inside if len(inside) == 1 or group or each_suffices(trace) else (step,)
