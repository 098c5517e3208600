"""Whether the sentences of a form can be told from what the form counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import assert_never

from inclusion_core.errors import DeclarationError
from inclusion_core.metrics.metric import Measure, Metric
from inclusion_core.metrics.rate import check_share
from inclusion_core.reports.behind import Shows
from inclusion_core.reports.sentences.sentence import (
    Counted,
    Figured,
    Promised,
    Rest,
    Sentence,
    ShareOf,
)

__all__ = ["check_sentences"]


def check_sentences(sentences: Iterable[Sentence], metrics: Iterable[Metric]) -> None:
    """Look whether every figure of the sentences is one of a form with these metrics.

    Raises:
        DeclarationError: Two sentences have one id; a metric is not of the form; a share or a rest
            is of no part and whole, or of answers that do not stand yet; or a noun stands beside a
            median, which may be no whole number.
    """
    listed, by_id = tuple(sentences), {metric.id: metric for metric in metrics}
    for key, times in Counter(sentence.id for sentence in listed).items():
        if times > 1:
            raise DeclarationError("sentence", key, "two have this id; rename one")
    for sentence in listed:
        for metric in sentence.metrics:
            if metric not in by_id:
                raise DeclarationError("sentence", sentence.id, f"the form does not count {metric}")
        for slot, figure in sentence.figures.items():
            if why := _problem(sentence.id, figure, by_id, noun=slot in sentence.nouns):
                raise DeclarationError("sentence", sentence.id, f"{slot}: {why}")


def _problem(key: str, figure: Figured, by_id: Mapping[str, Metric], *, noun: bool) -> str:
    match figure:
        case Counted():
            median = by_id[figure.metric].measure is Measure.MEDIAN
            return "a median may be no whole number; write its unit" if noun and median else ""
        case ShareOf():
            of, among = by_id[figure.part.metric], by_id[figure.whole.metric]
            check_share(key, of, among)
            return _apart(figure, of, among)
        case Rest():
            part, whole = by_id[figure.part.metric], by_id[figure.whole.metric]
            if whole.id not in (part.id, *_wholes(part, by_id)):
                return f"{part.id} is not declared as a part of {whole.id}"
            if {part.measure, whole.measure} != {Measure.SUBJECTS}:
                return "only subjects have a rest"
            return _apart(figure, part, whole)
        case Promised():
            return ""
        case _:
            assert_never(figure)


def _apart(figure: ShareOf | Rest, part: Metric, whole: Metric) -> str:
    """Why one count is no part of the other, or not yet."""
    if not figure.whole.groups.items() <= figure.part.groups.items():
        return "the part is of other groups than the whole"
    if {figure.part.shows, figure.whole.shows} != {Shows.FIGURE}:
        return "what is not known is no part of a figure"
    if part.settled_on is not None or whole.settled_on is not None:
        return "some answers do not stand yet; show a table of rates, and tell numbers"
    return ""


def _wholes(metric: Metric, by_id: Mapping[str, Metric]) -> tuple[str, ...]:
    """The ids of all metrics that one is part of, nearest first."""
    found: list[str] = []
    while metric.part_of and metric.part_of not in found:
        found.append(metric.part_of)
        if metric.part_of not in by_id:
            break
        metric = by_id[metric.part_of]
    return tuple(found)
