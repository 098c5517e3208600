"""The file of the key under which pseudonyms are made: it stays with whoever keeps the records.

Who has the key and the ids can make every pseudonym again; without the key nobody can.
"""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from inclusion_core.extracts.errors import KeyFileError

__all__ = ["LEAST_BYTES", "key_in", "new_key"]

LEAST_BYTES = 32
MOST_BYTES = 4096
LEAST_KINDS = 8
"""Of so many different bytes even a key in hexadecimal signs hardly ever has fewer."""


def new_key(path: Path) -> None:
    """Write a new key, 32 bytes of chance in hexadecimal signs, for its owner alone.

    Raises:
        KeyFileError: The file is there already: what was released under a key that is lost cannot
            be led back, or added to.
        OSError: It cannot be written.
    """
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        problem = "it is there already, and a key is never written over; name another file"
        raise KeyFileError(str(path), problem) from None
    with os.fdopen(handle, "wb") as file:
        file.write(f"{secrets.token_hex(LEAST_BYTES)}\n".encode("ascii"))


def key_in(path: Path) -> bytes:
    """The key that a file holds, without white space around it.

    Raises:
        KeyFileError: It is too short or too large, mostly of the same bytes, or others than its
            owner may read it.
        OSError: It cannot be read.
    """
    with path.open("rb") as file:
        if os.name == "posix" and os.fstat(file.fileno()).st_mode & 0o077:
            raise KeyFileError(str(path), "others may read it; let its owner alone: chmod 600")
        found = file.read(MOST_BYTES + 1)
    key = found.strip()
    if len(found) > MOST_BYTES:
        raise KeyFileError(str(path), f"it has more than {MOST_BYTES} bytes, and is no key")
    if len(key) < LEAST_BYTES or len(set(key)) < LEAST_KINDS:
        problem = f"a key has {LEAST_BYTES} bytes of chance or more; make one with --new-key"
        raise KeyFileError(str(path), problem)
    return key
