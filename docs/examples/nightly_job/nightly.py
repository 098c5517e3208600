"""Every night: look at the data, make the reports, and say by the exit code how it went.

    python nightly.py DATA OUTPUT [--day 2018-12-03]

DATA is a folder, a .json document, or the address of a database. OUTPUT has three folders:

- ``staff``: findings and report of the month so far, a folder for each night; ``latest`` is one,
- ``public``: the report of each month that has ended, published once and then left as it is,
- ``releases``: the ledger of what was published.
"""

import fcntl
import json
import logging
import os
import shutil
import sys
import time
from argparse import ArgumentParser
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from tempfile import mkdtemp
from zoneinfo import ZoneInfo

from inclusion_core import (
    Audience,
    Catalogue,
    InclusionError,
    Language,
    Period,
    Report,
    ReportData,
    ReportForm,
    contradictions,
    load_catalogue,
    published,
    read_journal,
)
from inclusion_core.checks.offered import declared_in
from inclusion_core.databases import BusyError, Database, LostConnectionError
from inclusion_core.findings import Severity
from inclusion_core.publishing.releases.ledger import entered, opened
from inclusion_core.publishing.releases.release import Release
from inclusion_core.publishing.releases.told import numbers_of
from inclusion_core.reports.formats.json_reader import report_from_json
from inclusion_core.wire import Reading

FORM = "sif.mentoring.interim"
FINE, FAULTY_DATA, NOT_DONE, STILL_RUNNING = 0, 1, 4, 75
PAUSES = (10, 60, 300)
LOG = logging.getLogger("nightly")


def main(words: list[str] | None = None, wait: Callable[[float], object] = time.sleep) -> int:
    """Do it, and give the exit code."""
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("data")
    parser.add_argument("output", type=Path)
    parser.add_argument("--day", type=date.fromisoformat)
    given = parser.parse_args(words)
    day = given.day or datetime.now(ZoneInfo("Europe/Riga")).date()
    try:
        with alone(given.output):
            return night(given.data, given.output, day, wait)
    except BlockingIOError:
        LOG.warning("the run before has not ended; nothing was done")
        return STILL_RUNNING
    except (InclusionError, OSError) as error:
        LOG.critical("not done: %s", error)
        return NOT_DONE


@contextmanager
def alone(output: Path) -> Iterator[None]:
    """Nobody else does this in the folder; the lock goes with the process, however it ends."""
    for name in ("staff", "public", "releases"):
        (output / name).mkdir(parents=True, exist_ok=True)
    with (output / ".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        for left_over in (output / "staff").glob(".part-*"):
            shutil.rmtree(left_over)
        yield


def night(where: str, output: Path, day: date, wait: Callable[[float], object]) -> int:
    """Read, check, report, publish."""
    catalogue = load_catalogue()
    for fault in catalogue.faults:
        LOG.error("%s", fault)
    reading = patiently(lambda: read(where, catalogue), wait)
    LOG.info("rows read: %s, kept: %s", reading.rows_read, reading.rows_kept)
    if not reading.rows_kept:
        LOG.critical("not done: nothing could be read; is this the right place?")
        return NOT_DONE
    caseload = reading.journal.as_known_on(day)
    checks = catalogue.checks_for(declared_in(caseload))
    found = contradictions(caseload, catalogue.schema, checks, reading.journal)
    findings = [each.as_json("en") for each in (*reading.findings, *found)]
    errors = sum(each["severity"] == Severity.ERROR.value for each in findings)
    LOG.info("errors: %s, warnings: %s", errors, len(findings) - errors)

    form, data = catalogue.report(FORM), ReportData.of_caseload(caseload, catalogue.schema)
    report = made(form, data, Period(day.replace(day=1), day), catalogue)
    contents = {
        "findings.json": json.dumps(findings, ensure_ascii=False, indent=1).encode(),
        "report.html": catalogue.formats["html"].render(report, Language.LV),
        "report.json": catalogue.formats["json"].render(report, Language.LV),
    }
    LOG.info("for the staff: %s", keep(output / "staff", day, contents))
    publish(form, data, month_before(day), output, catalogue)
    return FAULTY_DATA if errors or report.broken or catalogue.faults else FINE


def read(where: str, catalogue: Catalogue) -> Reading:
    """All versions, with what is wrong with them."""
    if "://" not in where:
        return read_journal(Path(where), catalogue.schema, catalogue.readers)
    database = Database.open(where, catalogue.schema)
    try:
        return database.reading()
    finally:
        database.engine.dispose()


def patiently(reading: Callable[[], Reading], wait: Callable[[float], object]) -> Reading:
    """Try again where the database was lost or busy."""
    for pause in PAUSES:
        try:
            return reading()
        except (BusyError, LostConnectionError) as error:
            LOG.warning("in %s s once more: %s", pause, error)
            wait(pause)
    return reading()


def made(form: ReportForm, data: ReportData, period: Period, catalogue: Catalogue) -> Report:
    """The report of a period, as of its last day."""
    versions = catalogue.versions_behind(form)
    return form.filled_in(data, period=period, status_day=period.last_day, versions=versions)


def month_before(day: date) -> Period:
    """The last month that has ended."""
    last_day = day.replace(day=1) - timedelta(days=1)
    return Period(last_day.replace(day=1), last_day)


# Written whole or not at all.


def keep(folder: Path, day: date, contents: Mapping[str, bytes]) -> str:
    """Files in a folder that is there at once; the same contents are not written twice."""
    digest = sha256(b"\0".join(contents.values())).hexdigest()
    name = f"{day}-{digest[:12]}"
    if not (folder / name).exists():
        part = Path(mkdtemp(prefix=".part-", dir=folder))
        for file, data in contents.items():
            put(part / file, data)
        part.rename(folder / name)
    link = folder / ".latest"
    link.unlink(missing_ok=True)
    link.symlink_to(name)
    link.replace(folder / "latest")
    return name


def put(path: Path, data: bytes) -> None:
    """A file that takes its place when all of it is on the disk."""
    part = path.with_name(f".{path.name}.part")
    with part.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    part.replace(path)


def publish(
    form: ReportForm, data: ReportData, month: Period, output: Path, catalogue: Catalogue
) -> None:
    """The report of a month for everybody, once: who has two of them could subtract.

    The ledger comes between making it and showing it, so that nothing is shown that it lacks.
    """
    name = f"{form.id}.{month.first_day:%Y-%m}"
    ready, shown = output / "releases" / f".{name}.ready", output / "public" / f"{name}.json"
    ledger = opened(output / "releases")
    if name not in {each.id for each in ledger.entries}:
        safe = published(
            made(form, data, month, catalogue),
            form.lineage(data, period=month, status_day=month.last_day),
            Audience.PUBLIC,
            threshold=form.threshold,
            earlier=ledger.earlier(form.metrics, month),
        )
        put(ready, catalogue.formats["json"].render(safe, Language.LV))
        release = Release(
            id=name,
            day=safe.provenance.known_on,
            form=form.id,
            audience=Audience.PUBLIC,
            period=month,
            known_on=safe.provenance.known_on,
            threshold=form.threshold,
            document=sha256(ready.read_bytes()).hexdigest(),
            numbers=numbers_of(safe),
        )
        entered(output / "releases", release)
    if ready.exists():
        ready.replace(shown)
        LOG.info("for everybody: %s", name)
    page = catalogue.formats["html"].render(report_from_json(shown.read_bytes()), Language.LV)
    put(shown.with_suffix(".html"), page)


if __name__ == "__main__":
    os.umask(0o077)
    logging.basicConfig(format="%(asctime)s %(levelname)s %(message)s", level=logging.INFO)
    sys.exit(main())
