"""The fingerprint of a caseload: the same for the same records, whatever their order."""

from __future__ import annotations

import json
from hashlib import sha256

from inclusion_core.expr.schema import Schema
from inclusion_core.model.caseload import Caseload, Journal
from inclusion_core.model.versions import Version
from inclusion_core.wire.envelope import ENVELOPE
from inclusion_core.wire.tag import TAG
from inclusion_core.wire.writing import rows_of

__all__ = ["fingerprint"]


def fingerprint(caseload: Caseload, schema: Schema) -> str:
    """SHA-256, in hexadecimal, of what is recorded in a caseload.

    It covers the day on which the caseload is known, the records by type and id with all their
    recorded fields, and the tombstones. What is worked out from them is left out, and nothing of
    the machine (hash seed, locale, time zone) enters.

    Raises:
        NotWritableError: A record holds what no file could hold, or two records have one key.
    """
    versions = (
        Version(record_type=name, record_id=record.id, recorded_on=caseload.known_on, record=record)
        for name, records in caseload.records.items()
        if name not in schema.record_types or not schema[name].derived
        for record in records
    )
    digest = sha256()
    head = {**TAG, "known_on": caseload.known_on.isoformat()}
    digest.update(_line(head))
    for name, rows in rows_of(Journal(tuple(versions)), schema).items():
        for row in rows:
            record = {key: value for key, value in row.items() if key not in ENVELOPE[1:]}
            digest.update(_line([name, record]))
    digest.update(_line(["erased", sorted(set(caseload.tombstones))]))
    return digest.hexdigest()


def _line(value: object) -> bytes:
    return f"{json.dumps(value, sort_keys=True, separators=(',', ':'))}\n".encode()
