"""Two standings of one form side by side: which figures moved, who moved them, and why.

Why a subject moved: by versions of records that touch it, by clauses that hold for it otherwise, by
an assumption of another value, or by a definition that is another.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

import attrs

from inclusion_core.errors import InclusionError
from inclusion_core.expr.schema import Schema
from inclusion_core.facts.schema import SCHEMA
from inclusion_core.impact.clauses import Clauses
from inclusion_core.impact.definition import definition_apart, wording_of
from inclusion_core.impact.figures import changed, figures_apart
from inclusion_core.impact.history import History
from inclusion_core.impact.material import Material
from inclusion_core.impact.moved import (
    AssumptionMoved,
    Impact,
    MetricImpact,
    Moved,
    OnlyIn,
)
from inclusion_core.impact.standing import MetricStanding, Standing
from inclusion_core.model.versions import Act, Version
from inclusion_core.periods import Period
from inclusion_core.texts import Text
from inclusion_core.vocabulary import Vocabulary
from inclusion_core.words import WORDS

__all__ = ["NotComparableError", "compared"]


class NotComparableError(InclusionError):
    """Two standings are not of the same report."""

    def __init__(self, what: str, before: str, after: str) -> None:
        super().__init__(what, before, after)
        self.what = what
        self.before = before
        self.after = after

    def __str__(self) -> str:
        return (
            f"one is of the {self.what} {self.before}, the other of {self.after}; "
            "compare two of one form, period and status day"
        )


def compared(
    before: Standing,
    after: Standing,
    *,
    material: Material | None = None,
    vocabulary: Vocabulary = WORDS,
    schema: Schema = SCHEMA,
) -> Impact:
    """Two standings of one form, period and status day, side by side.

    Args:
        before: Where everybody stood.
        after: Where they stand.
        material: All that was recorded, to tell by which versions somebody moved; ``None`` for a
            register, which has none.
        vocabulary: The words for record types, fields and codes.
        schema: The record types.

    Raises:
        NotComparableError: They are of two forms, periods or status days.
    """
    _check_comparable(before, after)
    days = sorted((before.provenance.known_on, after.provenance.known_on))
    history = None if material is None else History(material, days[0], days[1])
    comparing = _Comparing(
        history, vocabulary, schema, (after.provenance.period, after.provenance.status_day)
    )
    was = {each.id: each for each in before.metrics}
    is_ = {each.id: each for each in after.metrics}
    return Impact(
        form=after.form,
        before=before.provenance,
        after=after.provenance,
        metrics=tuple(
            comparing.impact(was.get(key), is_.get(key)) for key in dict.fromkeys((*is_, *was))
        ),
        erased={} if history is None else _erased(history.versions),
    )


def _check_comparable(before: Standing, after: Standing) -> None:
    one, other = before.provenance, after.provenance
    for what, left, right in (
        ("form", before.form, after.form),
        ("period", one.period, other.period),
        ("status day", one.status_day, other.status_day),
    ):
        if left != right:
            raise NotComparableError(what, str(left), str(right))


def _erased(versions: Iterable[Version]) -> Mapping[str, int]:
    found = Counter(each.record_type for each in versions if each.act is Act.ERASED)
    return {name: found[name] for name in sorted(found)}


@attrs.frozen
class _Comparing:
    """What comparing goes by, besides the two standings."""

    history: History | None
    vocabulary: Vocabulary
    schema: Schema
    days: tuple[Period, date]

    def impact(self, before: MetricStanding | None, after: MetricStanding | None) -> MetricImpact:
        """What moved of one metric."""
        shown = after or before
        assert shown is not None  # noqa: S101  an id is of one of them
        words = wording_of((shown,), self.vocabulary, self.schema).vocabulary
        whole = MetricImpact(
            metric=shown.id,
            says=shown.says,
            subject=shown.subject,
            only=None if before and after else OnlyIn.AFTER if after else OnlyIn.BEFORE,
            figures=tuple(figures_apart(before, after, words)),
        )
        if before is None or after is None:
            return whole
        return attrs.evolve(
            whole,
            moved=tuple(self._moved(before, after)),
            assumptions=tuple(_assumptions_apart(before, after)),
            definition=definition_apart(before, after, self.vocabulary, self.schema),
        )

    def _moved(self, before: MetricStanding, after: MetricStanding) -> Iterator[Moved]:
        places = before.places or {}, after.places or {}
        wording = wording_of((before, after), self.vocabulary, self.schema)
        clauses = Clauses.of(before, after, wording, self.days)
        for key in changed(*places):
            was, is_ = (each.get(key) for each in places)
            yield Moved(
                id=key,
                before=was,
                after=is_,
                versions=() if self.history is None else self.history.behind(after, key),
                clauses=clauses.apart(was, is_),
            )


def _assumptions_apart(before: MetricStanding, after: MetricStanding) -> Iterator[AssumptionMoved]:
    """What is assumed otherwise, by id; said by who declares it."""
    sides = before, after
    declared = {
        each.id: each
        for side in sides
        if side.metric is not None
        for each in side.metric.all_assumptions
    }
    for key in sorted(before.assumptions.keys() | after.assumptions.keys()):
        values = tuple(side.assumptions.get(key) for side in sides)
        if values[0] != values[1]:
            said: tuple[Text, ...] = tuple(
                declared[key].told(value)
                for value in values
                if value is not None and key in declared and declared[key].allows(value)
            )
            yield AssumptionMoved(id=key, before=values[0], after=values[1], says=said)
