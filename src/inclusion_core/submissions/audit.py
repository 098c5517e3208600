"""An audit sample: who is looked at, what is shown of each, and how likely it was to be drawn.

Drawing is that of :mod:`inclusion_core.metrics.sampling.drawing`: everybody has a place that
depends on the seed and their id alone, and the first so many are taken. Who is added to the records
takes the place of one at most. Of each stratum equally many are drawn, so that it holds there too.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from fractions import Fraction

import attrs

from inclusion_core.expr.records import Records
from inclusion_core.fields import Record
from inclusion_core.lives.belonging import own_records
from inclusion_core.metrics.metric import Metric
from inclusion_core.metrics.sampling.drawing import draw
from inclusion_core.model.client import Client
from inclusion_core.model.outcome import Evidence, Outcome
from inclusion_core.model.service import Service
from inclusion_core.submissions.asked import Asked, Material
from inclusion_core.submissions.moving import Key, members
from inclusion_core.values import ABSENT

__all__ = ["EVERYWHERE", "NOWHERE", "AuditSample", "Drawn", "Shown", "audit_sample"]

EVERYWHERE = "all"
"""The one stratum where nobody asks for several."""
NOWHERE = "not known"
"""The stratum of those of whom no place is recorded."""


@attrs.frozen(kw_only=True)
class Shown:
    """A record to be shown, in the version that counts; it holds no value of it.

    Attributes:
        record_type: Its type.
        record_id: Its id.
        version: Its number.
        evidence: For an outcome, on what it rests: ``document``, ``register``; ``none`` where it
            rests on nothing. Empty for other records.
    """

    record_type: str
    record_id: str
    version: int
    evidence: str = attrs.field(default="", repr=False)


@attrs.frozen(kw_only=True)
class Drawn:
    """Somebody who was drawn.

    Attributes:
        subject_type: The record type of those who are counted.
        subject_id: Whose.
        stratum: Where they were drawn.
        probability: How likely they were to be drawn.
        shown: The records behind them.
    """

    subject_type: str
    subject_id: str
    stratum: str = attrs.field(repr=False)
    probability: Fraction
    shown: tuple[Shown, ...]


@attrs.frozen(kw_only=True)
class AuditSample:
    """A sample of those whom a figure counts.

    Attributes:
        metric: Id of the metric whose members it is drawn of.
        seed: What it was drawn with.
        population: Of how many, by stratum.
        drawn: Who was drawn, by stratum and id.
    """

    metric: str
    seed: str
    population: tuple[tuple[str, int], ...]
    drawn: tuple[Drawn, ...]


def audit_sample(  # noqa: PLR0913  all that a sample depends on
    metric: Metric,
    material: Material,
    asked: Asked,
    *,
    size: int,
    seed: str,
    by_place: bool = False,
) -> AuditSample:
    """So many of those whom a metric counts.

    Args:
        metric: Whom it surely counts is who may be drawn.
        material: All that was recorded.
        asked: What the figure was asked for.
        size: How many to draw, or of each stratum; all where there are fewer.
        seed: Any words; said before anybody knows the ids.
        by_place: Whether the places where they were served are strata; who was served in several
            is in the first of them by name.
    """
    known = material.known(asked.known_on)
    subject = (metric.subject if metric.table is None else metric.table.subject).record_type
    strata: dict[str, list[str]] = defaultdict(list)
    lives = {key: _life((subject, key), known.records) for key in members(metric, material, asked)}
    for key, life in lives.items():
        strata[_place(life, known.records) if by_place else EVERYWHERE].append(key)
    sizes = {name: min(size, len(ids)) for name, ids in strata.items()}
    sample = draw(strata, sizes, seed=seed)
    versions = _versions(material, asked)
    return AuditSample(
        metric=metric.id,
        seed=seed,
        population=tuple((name, each.population) for name, each in sample.strata.items()),
        drawn=tuple(
            Drawn(
                subject_type=subject,
                subject_id=key,
                stratum=name,
                probability=1 / sample.weight(name),
                shown=tuple(_shown(lives[key], known.records, versions)),
            )
            for name, stratum in sample.strata.items()
            for key in stratum.drawn
        ),
    )


def _life(subject: Key, records: Records) -> tuple[Record, ...]:
    """The records behind somebody: their own as a client, and the record itself."""
    clients = _clients(subject, records)
    own = [each.record for each in own_records(records, clients).values()]
    itself = records.find(*subject)
    if itself is not None and not records.schema.type_of(itself).derived and itself not in own:
        own.append(itself)
    return tuple(own)


def _clients(subject: Key, records: Records) -> tuple[Client, ...]:
    """The clients that a person is, that a household has, or that another record is about."""
    found: dict[str, Client] = {}
    seen, waiting = {subject}, [subject]
    while waiting:
        key = waiting.pop()
        record = records.find(*key)
        if isinstance(record, Client):
            found[record.id] = record
        elif record is not None:
            nearby = {*_named(key, record, records), *_naming(key, records, first=key == subject)}
            waiting += sorted(nearby - seen)
            seen |= nearby
    return tuple(found[key] for key in sorted(found))


def _named(key: Key, record: Record, records: Records) -> Iterator[Key]:
    """What a record names, on the way to a client."""
    for field in records.schema[key[0]].fields.values():
        if field.reference is not None and field.reference.to in ("client", "participation"):
            yield field.reference.to, getattr(record, field.name)


def _naming(key: Key, records: Records, *, first: bool) -> Iterator[Key]:
    """What names the subject itself: its clients, or its members."""
    if first and key[0] in ("person", "household", "enrolment", "service"):
        for link in records.schema[key[0]].links.values():
            if link.many:
                for each in records.naming(link.to, link.field, key[1]):
                    yield link.to, each.id


def _place(life: Iterable[Record], records: Records) -> str:
    """The first place by name at which somebody was served."""
    places = {
        str(service.place)
        for record in life
        for service in [records.find("service", getattr(record, "service_id", ""))]
        if isinstance(service, Service) and isinstance(service.place, str)
    }
    return min(places, default=NOWHERE)


def _versions(material: Material, asked: Asked) -> dict[Key, int]:
    """The number of the version of each record that counts."""
    found: dict[Key, int] = {}
    for version in material.journal.versions:
        if version.recorded_on <= asked.known_on:
            key = (version.record_type, version.record_id)
            found[key] = max(version.version, found.get(key, 0))
    return found


def _shown(life: Iterable[Record], records: Records, versions: dict[Key, int]) -> Iterator[Shown]:
    keyed = {(records.schema.type_of(each).name, each.id): each for each in life}
    for (name, key), record in sorted(keyed.items(), key=lambda each: each[0]):
        evidence = _evidence(record) if isinstance(record, Outcome) else ""
        yield Shown(record_type=name, record_id=key, version=versions[name, key], evidence=evidence)


def _evidence(outcome: Outcome) -> str:
    if isinstance(outcome.evidence, Evidence):
        return outcome.evidence.value
    return "none" if outcome.evidence is ABSENT else "not_known"
