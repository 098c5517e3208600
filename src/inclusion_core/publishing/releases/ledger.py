"""The ledger: a folder with one file for each release, in the order in which they were entered.

::

    0001-5f2c....json    the first release; it names 64 zeros as the entry before it
    0002-91ab....json    the second; it names the SHA-256 of the first

A file is called after the SHA-256 of its own bytes, and names that of the one before: whatever is
torn, edited, taken out or put between is found out when the folder is opened. Only that the last
ones are missing cannot be seen from within: note the SHA-256 of the last entry elsewhere.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Generator, Iterable
from contextlib import closing, contextmanager
from datetime import date
from hashlib import sha256
from logging import getLogger
from pathlib import Path

import attrs

from inclusion_core.errors import DuplicateIdError
from inclusion_core.metrics.metric import Metric
from inclusion_core.periods import Period
from inclusion_core.publishing.audience import Audience
from inclusion_core.publishing.releases.earlier import Earlier
from inclusion_core.publishing.releases.errors import LedgerBusyError, LedgerError
from inclusion_core.publishing.releases.release import Release
from inclusion_core.publishing.releases.text import FIRST, release_from, release_text

__all__ = ["Releases", "entered", "opened"]

LOCK = ".lock"
PATIENCE = 5.0
"""So many seconds one waits for another who enters a release."""

_LOG = getLogger("inclusion_core.releases")
_NAME = re.compile(r"(?P<number>[0-9]{4,})-(?P<sha256>[0-9a-f]{16})\.json")


@attrs.frozen(kw_only=True)
class Releases:
    """All that was published, as a ledger holds it.

    Attributes:
        entries: In the order in which they were entered.
        last: SHA-256 of the last entry; 64 zeros while there is none.
    """

    entries: tuple[Release, ...] = ()
    last: str = FIRST

    def by_day(self) -> tuple[Release, ...]:
        """The releases in the order of publication, whenever they were entered."""
        return tuple(sorted(self.entries, key=lambda release: (release.day, release.id)))

    def earlier(
        self,
        metrics: Iterable[Metric],
        period: Period,
        *,
        counted_from: date | None = None,
        audience: Audience = Audience.PUBLIC,
    ) -> Earlier:
        """What was said before of the counts of a new report.

        Args:
            metrics: What the new report counts. A metric that is not among them is compared with
                every release.
            period: The period that it reports on; it has a last day.
            counted_from: The first day of what it counts, where that lies before the period.
            audience: Who will read it: the public has seen what was made public; anybody else may
                have seen all.
        """
        public = audience is Audience.PUBLIC
        return Earlier(
            releases=tuple(
                each for each in self.by_day() if not public or each.audience is audience
            ),
            span=Period(counted_from or period.first_day, period.last_day),
            metrics={metric.id: metric for metric in metrics},
        )


def opened(folder: Path) -> Releases:
    """The releases of a folder, which may be empty.

    Raises:
        LedgerError: Something in it is torn, edited, missing or no entry.
        OSError: It cannot be read, or is not there.
    """
    entries: list[Release] = []
    last = FIRST
    files = [path for path in folder.iterdir() if path.suffix == ".json"]
    files.sort(key=lambda path: (len(path.name), path.name))
    for number, path in enumerate(files, start=1):
        data = path.read_bytes()
        named = _NAME.fullmatch(path.name)
        if named is None:
            raise LedgerError(path.name, "no entry is called so")
        if int(named["number"]) != number:
            raise LedgerError(path.name, f"entry {number} should stand here")
        own = sha256(data).hexdigest()
        if not own.startswith(named["sha256"]):
            raise LedgerError(path.name, "its bytes are others")
        release, before = release_from(data, path.name)
        if before != last:
            raise LedgerError(path.name, "the entry before it is another")
        entries.append(release)
        last = own
    return Releases(entries=tuple(entries), last=last)


def entered(folder: Path, release: Release) -> str:
    """Enter a release behind all others; the folder is made where there is none.

    Returns:
        The SHA-256 of the entry.

    Raises:
        DuplicateIdError: The ledger has a release of that id.
        LedgerBusyError: Somebody else is entering one, and takes long.
        LedgerError: The ledger cannot be trusted.
        OSError: It cannot be read or written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with _alone_in(folder):
        own, number = _entered(folder, release)
    told = {"event": "release.entered", "release": release.id, "number": number}
    _LOG.info("release %(release)s is entry %(number)d of the ledger", told, extra=told)
    return own


@contextmanager
def _alone_in(folder: Path) -> Generator[None]:
    """Nobody else enters meanwhile: of two who enter at once, both would be the next one.

    SQLite takes the lock, on every system, and it goes with the process that holds it.
    """
    with closing(sqlite3.connect(folder / LOCK, timeout=PATIENCE)) as lock:
        try:
            lock.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError:
            raise LedgerBusyError from None
        yield


def _entered(folder: Path, release: Release) -> tuple[str, int]:
    """The SHA-256 of the new entry, and its number."""
    releases = opened(folder)
    if any(each.id == release.id for each in releases.entries):
        raise DuplicateIdError("release", release.id, "the ledger", "what is to be entered")
    data = release_text(release, releases.last)
    own = sha256(data).hexdigest()
    number = len(releases.entries) + 1
    name = f"{number:04}-{own[:16]}.json"
    part = folder / f".{name}.part"  # a file with its own name is whole
    part.write_bytes(data)
    part.rename(folder / name)
    return own, number
