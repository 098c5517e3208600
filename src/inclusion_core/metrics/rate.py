"""Rates: what part of some subjects has something, and within what the part surely lies."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

import attrs

from inclusion_core.errors import DeclarationError
from inclusion_core.expr import nodes
from inclusion_core.metrics.metric import Measure, Metric
from inclusion_core.metrics.tally import Tally
from inclusion_core.sources import Source
from inclusion_core.texts import Text

__all__ = ["Rate", "Share", "check_share", "share"]


@attrs.frozen
class Share:
    """A part of a whole, in numbers of subjects.

    Those whose answer does not stand yet are outside: neither in the part nor in the whole.

    Attributes:
        counted: How many are surely in the part.
        among: How many are surely in the whole.
        unknown: How many more may be in the part.
        open: For how many the answer does not stand yet.
        among_unknown: How many more may be in the whole.

    Example:
        Of 40 who left, 10 surely found work, and of 5 it is not known:

        >>> found_work = Share(10, among=40, unknown=5, open=3)
        >>> found_work.value, found_work.least, found_work.most
        (Fraction(1, 4), Fraction(1, 4), Fraction(3, 8))
    """

    counted: int
    among: int
    unknown: int
    open: int
    among_unknown: int = 0

    @property
    def value(self) -> Fraction | None:
        """Those surely in the part, of those surely in the whole; ``None`` of nobody."""
        return Fraction(self.counted, self.among) if self.among else None

    @property
    def least(self) -> Fraction | None:
        """Whatever is not known, the share is not less; ``None`` of nobody."""
        whole = self.among + self.among_unknown
        return Fraction(self.counted, whole) if whole else None

    @property
    def most(self) -> Fraction | None:
        """Whatever is not known, the share is not more; ``None`` of nobody."""
        whole = self.among + self.among_unknown
        part = self.counted + self.unknown
        if self.counted <= whole:
            part = min(part, whole)
        return Fraction(part, max(self.among, min(part, whole), 1)) if whole else None


@attrs.frozen(kw_only=True)
class Rate:
    """A share that a report shows.

    Attributes:
        id: In the namespace of the distribution that declares it, ``esf.employed-of-unemployed``.
        says: What it tells, as a report heading.
        of: Counts the part. Whoever it counts must be of those that ``among`` counts.
        among: Counts the whole.
        source: Where the definition, or the wish for the rate, comes from.
        notes: What a reader must know to read it rightly.

    Raises:
        DeclarationError: The two are no part and whole; see ``check_share``.
    """

    id: str
    says: Text
    of: Metric
    among: Metric
    source: Source
    notes: tuple[Text, ...] = ()

    def __attrs_post_init__(self) -> None:
        check_share(self.id, self.of, self.among)


def check_share(key: str, of: Metric, among: Metric) -> None:
    """Look whether one metric may be shown as a share of another.

    Raises:
        DeclarationError: They count different subjects or rows of different tables; one of them
            does not count subjects; or it cannot be told who of the whole stands in an open window.
    """
    if why := _no_share(of, among):
        raise DeclarationError("rate", key, why)


def _no_share(of: Metric, among: Metric) -> str:
    if of.subject.record_type != among.subject.record_type:
        one, other = of.subject.record_type, among.subject.record_type
        return f"{of.id} counts a {one} and {among.id} a {other}; a share is of the same subjects"
    if of.table != among.table:
        return f"{of.id} and {among.id} count the rows of different tables"
    for metric in (of, among):
        if metric.measure is not Measure.SUBJECTS:
            return f"{metric.id} does not count subjects"
    if not _told_apart(of, among):
        return (
            f"it cannot be told whose answer is open among {among.id}; give it the `settled_on` of "
            f"{of.id}, or none and put its conditions into the `universe` of {of.id}"
        )
    return ""


def _told_apart(of: Metric, among: Metric) -> bool:
    """Whether the figures tell which subjects of the whole have an open window."""
    if of.settled_on is None or among.settled_on is None:
        asked = set(_conditions(of.universe.node))
        narrowed = {*_conditions(among.universe.node), *_conditions(among.where.node)} <= asked
        return among.settled_on is None and (of.settled_on is None or narrowed)
    return of.settled_on.node == among.settled_on.node


def _conditions(node: nodes.TruthNode) -> Iterator[nodes.TruthNode]:
    """The conditions that must all hold."""
    match node:
        case nodes.AllOf():
            for part in node.of:
                yield from _conditions(part)
        case nodes.Named():
            yield from _conditions(node.of)
        case _:
            yield node


def share(key: str, of: tuple[Metric, Tally], among: tuple[Metric, Tally]) -> Share:
    """The share of one tally in another.

    Where only the part has a window, those in an open one are taken out of the whole: all of them
    may be in it. Who is asked about in the part and stands outside the window surely is.

    Raises:
        DeclarationError: The metrics are no part and whole; see ``check_share``.
    """
    (metric, part), (whole_metric, whole) = of, among
    check_share(key, metric, whole_metric)
    if metric.settled_on is None or whole_metric.settled_on is not None:
        return Share(part.counted, whole.counted, part.unknown, whole.open, whole.unknown)
    surely = max(whole.counted - part.open, part.asked)
    perhaps = whole.counted + whole.unknown - part.open - surely
    return Share(part.counted, surely, part.unknown, part.open, perhaps)
