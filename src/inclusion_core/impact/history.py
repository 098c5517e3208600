"""What was recorded between two days, and which of it is behind a subject of a metric."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cached_property
from itertools import chain

import attrs

from inclusion_core.impact.material import Material
from inclusion_core.impact.moved import VersionBehind
from inclusion_core.impact.standing import MetricStanding
from inclusion_core.impact.touching import Key, named_by, recorded_between, touched, types_read
from inclusion_core.model.versions import Version

__all__ = ["History"]


@attrs.frozen(slots=False)
class History:
    """What was recorded after one day and by another, by whom it touches."""

    material: Material
    since: date
    until: date

    @cached_property
    def versions(self) -> tuple[Version, ...]:
        """All of it, by record."""
        return recorded_between(self.material, self.since, self.until)

    @cached_property
    def _touched(self) -> dict[str, Mapping[Key, tuple[Version, ...]]]:
        return {}

    @cached_property
    def _asked(self) -> dict[str, frozenset[str]]:
        return {}

    @cached_property
    def _by_record(self) -> Mapping[Key, tuple[Version, ...]]:
        found: dict[Key, tuple[Version, ...]] = {}
        for each in self.versions:
            key = each.record_type, each.record_id
            found[key] = (*found.get(key, ()), each)
        return found

    def behind(self, metric: MetricStanding, subject_id: str) -> tuple[VersionBehind, ...]:
        """The versions that touch a subject, of the record types that its metric asks about.

        Where none is, all that touch it: what a caseload works out may rest on any of them.
        """
        key = metric.subject, subject_id
        by_type = self._touched
        if metric.subject not in by_type:
            found = touched(self.material, self.since, self.until, metric.subject)
            by_type[metric.subject] = found
        direct = by_type[metric.subject].get(key, ())
        known = [self.material.known(day).records for day in (self.since, self.until)]
        above = (self._by_record.get(each, ()) for each in named_by(key, known))
        every = {version.order: version for version in (*direct, *chain.from_iterable(above))}
        ordered = [every[order] for order in sorted(every)]
        asked = self._asked
        if metric.id not in asked:
            asked[metric.id] = types_read(metric.metric, self.material.schema)
        close = [each for each in ordered if each.record_type in asked[metric.id]]
        return tuple(map(_told, close or ordered))


def _told(version: Version) -> VersionBehind:
    return VersionBehind(
        record_type=version.record_type,
        record_id=version.record_id,
        version=version.version,
        recorded_on=version.recorded_on,
        act=version.act,
        why=version.why,
    )
