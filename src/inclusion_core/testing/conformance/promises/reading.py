"""Whether a reader takes any file: what is wrong in it is a finding, and raises nothing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import attrs

from inclusion_core.findings import Finding
from inclusion_core.testing.conformance.check import Broken, Conformance
from inclusion_core.testing.conformance.faults import fault_told
from inclusion_core.testing.conformance.given import Given
from inclusion_core.texts import Language
from inclusion_core.wire.readers import DataReader
from inclusion_core.wire.reading import Reading

__all__ = ["READERS_TAKE_ANY_FILE"]

CANARY = "KANARIEN"
"""A word that nobody would use: where it is told, a value of the file is."""
CONTENTS = {
    "an empty file": b"",
    "a file of one word": CANARY.encode(),
    "a file of lines and columns": f"id;name\n1;{CANARY}\n{CANARY};;;;\n".encode(),
    "a file of JSON": f'{{"records": [{{"id": "{CANARY}"}}]}}'.encode(),
    "a file that is no text": bytes(range(256)) + CANARY.encode(),
}


def _upset(given: Given) -> Iterator[Broken]:
    with TemporaryDirectory() as folder:
        for reader in given.brought.readers:
            for suffix in reader.suffixes or ("",):
                for told, content in CONTENTS.items():
                    path = _put(Path(folder) / f"data{suffix}", content)
                    yield from _read(reader, path, told, given)


def _words(finding: Finding) -> str:
    """All that a finding says, but for the id of the record."""
    bare = attrs.evolve(finding, place=attrs.evolve(finding.place, record_id=""))
    return "\n".join([repr(bare), *(bare.in_(language) for language in Language)])


def _given_by(reader: DataReader, path: Path, given: Given) -> object:
    """What the function gives, which may be something else than it should."""
    return reader.read(path, given.schema)


def _put(path: Path, content: bytes) -> Path:
    """A file with this content; where the name has no suffix, a folder with such a file."""
    if not path.suffix:
        path.mkdir(exist_ok=True)
        (path / "data.csv").write_bytes(content)
    else:
        path.write_bytes(content)
    return path


def _read(reader: DataReader, path: Path, told: str, given: Given) -> Iterator[Broken]:
    try:
        reading = _given_by(reader, path, given)
    except Exception as fault:  # noqa: BLE001  the plugin's own function
        yield Broken(
            reader.id,
            f"reading {told} it raises {fault_told(fault)}; give a Reading with a finding instead",
        )
        return
    if not isinstance(reading, Reading):
        kind = type(reading).__name__
        yield Broken(reader.id, f"reading {told} it gives a {kind}; it must give a Reading")
        return
    if any(CANARY in _words(each) for each in reading.findings):
        yield Broken(
            reader.id,
            f"reading {told} it gives a finding that tells what is in the file; name the place "
            "and the field alone",
        )


READERS_TAKE_ANY_FILE = Conformance(
    "readers-take-any-file",
    "A reader raises nothing whatever is in a file, and its findings tell no value.",
    _upset,
    concerns=lambda given: bool(given.brought.readers),
)
