"""The office: a journal in memory and a database, with every way out of them and back."""

from __future__ import annotations

from contextlib import closing
from datetime import date
from pathlib import Path
from shutil import copy

from inclusion_core import tables
from inclusion_core.databases import Database
from inclusion_core.facts.cases import Cases
from inclusion_core.keeping import erased
from inclusion_core.model.caseload import Journal
from inclusion_core.model.client import Client, Gender
from inclusion_core.model.status import Arrival, ArrivalManner
from inclusion_core.rows import RowMapping, codes, rows_of
from inclusion_core.wire.fingerprint import fingerprint
from inclusion_core.wire.journals import read_journal, write_journal
from lives_lab.schema import SCHEMA
from lives_lab.translating import NAMES, plain_entry, plain_fields, version_of

__all__ = ["WAYS_OUT", "Office", "empty_database", "in_order"]

WAYS_OUT = ("csv", "json", "parquet", "database")
VERSIONED = {"recorded_on": "written", "version": "edition", "act": "what"}
REGISTER = RowMapping(
    schema=SCHEMA,
    tables={
        "people": rows_of(
            Client,
            id="code",
            provider_id="house",
            born_on="birthday",
            died_on="died",
            gender=codes("sex", {each.name: each for each in Gender}),
            **VERSIONED,
        ),
        "border": rows_of(
            Arrival,
            id="code",
            client_id="person",
            arrived_on="came",
            country="country",
            manner=codes("how", {each.name: each for each in ArrivalManner}),
            **VERSIONED,
        ),
    },
)
"""Somebody else's tables, and which column is which field."""


def empty_database(folder):
    """A database with its tables and nothing in them, to be copied."""
    file = folder / "empty.db"
    with closing(_Opened(file, create=True)) as opened:
        opened.database.sweep()
    return file


class _Opened:
    def __init__(self, file, *, create=False):
        address = f"sqlite:///{file}"
        self.database = (Database.create if create else Database.open)(address, SCHEMA)

    def close(self):
        self.database.engine.dispose()


class Office:
    """Keeps a caseload twice, and moves it from one form to the other."""

    def __init__(self, folder: Path, empty: Path):
        self.folder = folder
        self.empty = empty
        self.file = folder / "cases.db"
        self.moves = 0
        self.journal = Journal(())
        self._open_anew()

    def _open_anew(self):
        copy(self.empty, self.file)
        self._opened = _Opened(self.file)

    @property
    def database(self):
        return self._opened.database

    def close(self):
        self._opened.close()

    # Writing.

    def append(self, versions):
        """Write versions into both."""
        versions = tuple(versions)
        self.journal = Journal((*self.journal.versions, *versions))
        assert self.database.append(versions) == len(versions)

    def write(self, *entries):
        """Write entries of the plain book into both."""
        self.append(map(version_of, entries))

    def erase(self, client, *, day, why):
        """Take a client out of both."""
        said = {"on": date.fromisoformat(day), "by": "", "because": why}
        self.journal = erased(self.journal, client, SCHEMA, **said)
        self.database.rewrite(lambda journal: erased(journal, client, SCHEMA, **said))

    def take_over(self, people, border):
        """Read rows of somebody else's tables and write what they say."""
        reading = REGISTER.read({"people": people, "border": border})
        assert reading.findings == ()
        self.append(reading.journal.versions)

    # Out and back.

    def moved(self, way):
        """Write all to a new place, go on with what is read there, and give what files hold."""
        self.moves += 1
        place = self.folder / f"{way}-{self.moves}"
        if way == "database":
            return self._moved_to_a_new_database()
        if way == "parquet":
            tables.write(self.journal, place, SCHEMA)
            reading = tables.read(place, SCHEMA)
        else:
            place = place.with_suffix(".json") if way == "json" else place
            write_journal(self.journal, place, SCHEMA)
            reading = read_journal(place, SCHEMA)
        assert reading.findings == (), way
        self.journal = reading.journal
        files = [place] if place.is_file() else sorted(place.iterdir())
        return b"".join(each.read_bytes() for each in files)

    def _moved_to_a_new_database(self):
        versions = self.database.reading().journal.versions
        self.close()
        for each in self.folder.glob("cases.db*"):
            each.unlink()
        self._open_anew()
        self.database.append(versions)
        self.journal = Journal(versions)
        return self.bytes_kept()

    def bytes_kept(self):
        """What the files of the database hold."""
        return b"".join(each.read_bytes() for each in sorted(self.folder.glob("cases.db*")))

    # Looking.

    def entries(self, versions):
        """Versions as entries of the plain book, by type, id and number."""
        assert all(type(each.record) in NAMES for each in versions if each.record is not None)
        return sorted(map(plain_entry, versions), key=in_order)

    def known(self, day):
        """The caseload at the end of a day, and its plain fields by type and id."""
        caseload = self.journal.as_known_on(date.fromisoformat(day))
        return caseload, {
            (name, record.id): plain_fields(record)
            for name, listed in caseload.records.items()
            if not SCHEMA[name].derived
            for record in listed
        }

    def both_know_the_same(self, day):
        """The database, asked for a day, gives what the journal does."""
        on = date.fromisoformat(day)
        caseload = self.journal.as_known_on(on)
        assert self.database.caseload(on) == caseload
        assert self.database.fingerprint(on) == fingerprint(caseload, SCHEMA)

    def case_agrees(self, client, day):
        """The case that the database reads alone is that of the whole caseload."""
        on = date.fromisoformat(day)
        case = self.database.case(client, known_on=on)
        other = Cases.of(self.journal.as_known_on(on), SCHEMA)[client]
        assert case.client == other.client
        assert case.participations("sif.mentoring") == other.participations("sif.mentoring")


def in_order(entry):
    """Sorts entries by type, id and number."""
    return entry["type"], entry["id"], entry["number"]
