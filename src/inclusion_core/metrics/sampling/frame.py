"""The sampling frame: of whom a sample is drawn, in strata; and what those drawn answered.

On a register, :func:`inclusion_core.frames.members` gives the same ids and codes as a table.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from inclusion_core.expr.generated import GeneratedReader
from inclusion_core.expr.objects import UNKNOWN_CODE
from inclusion_core.expr.parameters import Parameters
from inclusion_core.expr.records import Records
from inclusion_core.facts.assumption import assumed
from inclusion_core.facts.building import counted_records
from inclusion_core.fields import Record
from inclusion_core.metrics.metric import Axis, Metric
from inclusion_core.truth import Truth
from inclusion_core.values import ABSENT

__all__ = ["answers", "sampling_frame"]


def sampling_frame(
    metric: Metric,
    records: Records,
    parameters: Parameters,
    *,
    known_on: date | None = None,
    by: Sequence[Axis] = (),
) -> dict[str, tuple[str, ...]]:
    """The ids of all whom a metric surely counts, by stratum.

    Args:
        metric: Counts everybody of whom the sample is to speak.
        records: The records of a caseload, or the rows of the metric's facts table.
        parameters: What the metric asks for.
        known_on: The day up to which the records are known; ``None`` reads them as things stand.
        by: What makes the strata. The name of one is its codes with commas between, ``h, female``;
            *none* stands for no code and *not known* for one that is not known.
    """
    reader = _reader(metric, records, parameters, known_on)
    found: dict[str, list[str]] = defaultdict(list)
    for record in reader.records.of_type(metric.subject.record_type):
        if reader.truth(metric.universe & metric.where, record) is Truth.YES:
            found[_stratum(by, reader, record)].append(record.id)
    return {name: tuple(sorted(found[name])) for name in sorted(found)}


def answers(
    metric: Metric,
    ids: Iterable[str],
    records: Records,
    parameters: Parameters,
    *,
    known_on: date | None = None,
) -> Mapping[str, Truth]:
    """Whether a metric counts each of some subjects, as an estimate takes it.

    Of whom the metric does not ask, it is a no; whose answer does not stand yet, not known.

    Args:
        metric: The result that is estimated, such as being in work six months after.
        ids: Who was drawn.
        records: The records of a caseload, or the rows of the metric's facts table.
        parameters: What the metric asks for.
        known_on: The day up to which the records are known; ``None`` reads them as things stand.
    """
    reader = _reader(metric, records, parameters, known_on)
    drawn = set(ids)
    return {
        record.id: _answer(metric, reader, record)
        for record in reader.records.of_type(metric.subject.record_type)
        if record.id in drawn
    }


def _reader(
    metric: Metric, records: Records, parameters: Parameters, known_on: date | None
) -> GeneratedReader:
    given = assumed(parameters, metric.all_assumptions)
    counted = counted_records(metric.table, records, given)
    return GeneratedReader(counted, parameters=given, known_on=known_on)


def _stratum(by: Sequence[Axis], reader: GeneratedReader, record: Record) -> str:
    codes = (reader.code(axis.code, record) for axis in by)
    words = {ABSENT: "none", UNKNOWN_CODE: "not known"}
    return ", ".join(code if isinstance(code, str) else words[code] for code in codes)


def _answer(metric: Metric, reader: GeneratedReader, record: Record) -> Truth:
    asked = reader.truth(metric.universe, record)
    if asked is Truth.NO:
        return Truth.NO
    if metric.settled_on is not None and reader.known_on is not None:
        settled = reader.day(metric.settled_on, record)
        if settled.latest > reader.known_on:
            return Truth.UNKNOWN
    return asked & reader.truth(metric.where, record)
