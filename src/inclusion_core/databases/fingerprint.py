"""The fingerprint of what is known on a day: that of the caseload, read in parts."""

from __future__ import annotations

from hashlib import sha256
from json import dumps

from inclusion_core.databases.reading import Rows
from inclusion_core.model.versions import Act
from inclusion_core.wire.converter import shared_converter
from inclusion_core.wire.tag import TAG

__all__ = ["fingerprint_of"]


def fingerprint_of(rows: Rows) -> str:
    """SHA-256, in hexadecimal, of what is known on the day of the rows.

    Raises:
        DamagedRowsError: A row that counts on that day holds no version.
    """
    converter = shared_converter(rows.schema)
    digest = sha256(_line({**TAG, "known_on": rows.known_on.isoformat()}))
    erased: list[list[str]] = []
    for name in sorted(rows.tables):
        for version in (each for part in rows.of_type(name) for each in part):
            if version.record is not None:
                digest.update(_line([name, converter.unstructure(version.record)]))
            elif version.act is Act.ERASED:
                erased.append([name, version.record_id])
    digest.update(_line(["erased", sorted(erased)]))
    return digest.hexdigest()


def _line(value: object) -> bytes:
    return f"{dumps(value, sort_keys=True, separators=(',', ':'))}\n".encode()
