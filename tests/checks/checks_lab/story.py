"""A journal: what was recorded on which day."""

from __future__ import annotations

from collections import Counter
from datetime import date

from inclusion_core.fields import type_name
from inclusion_core.model.caseload import Journal
from inclusion_core.model.versions import Act, Version


def journal(*days):
    """The versions of records that became known on these days.

    Args:
        days: Each a day, and the records that were written on it.
    """
    versions, times = [], Counter()
    for on, records in days:
        for record in records:
            key = (type_name(type(record)), record.id)
            times[key] += 1
            versions.append(
                Version(
                    record_type=key[0],
                    record_id=key[1],
                    version=times[key],
                    recorded_on=on,
                    act=Act.RECORDED if times[key] == 1 else Act.CORRECTED,
                    record=record,
                )
            )
    return Journal(tuple(versions))


EARLY = date(2018, 1, 1)
