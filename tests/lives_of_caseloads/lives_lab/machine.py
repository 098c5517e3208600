"""A caseload's life, drawn step by step, with the plain book beside the office."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import date, timedelta
from functools import wraps
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp
from typing import ClassVar

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from lives_lab import reporting
from lives_lab.book import Book
from lives_lab.counting import figures
from lives_lab.going import erase
from lives_lab.office import WAYS_OUT, Office, empty_database, in_order
from lives_lab.sheets import back_from_a_workbook

__all__ = ["CaseloadLife"]

which = st.integers(0, 11)
"""Picks one of several; of fewer than that, counted round."""

FIRST_DAY = "2018-07-02"
ENTRIES = (
    *("2017-12-31", "2018-01-01", "2018-03-31", "2018-04-01", "2018-06-01", "2018-06-30"),
    *(("2018-03-01", "2018-04-30"), ("2018-06-30", "2018-07-01"), "?"),
)
BORN = {
    "child": date(2003, 5, 4),
    "about 18": date(2000, 1, 2),
    "grown up": date(1971, 3, 17),
    "in a year": ("2000-01-01", "2000-12-31"),
    "in some days": ("2000-03-30", "2000-04-02"),
    "not asked": "?",
}
PERIODS = (
    *(("2018-01-01", "2018-03-31"), ("2018-04-01", "2018-06-30")),
    *(("2018-06-01", "2018-11-30"), ("2018-12-01", "2018-12-31")),
)
KINDS = ("asylum_seeker", "refugee", "?")
GENDERS = ("female", "male", "non_binary", "?")
COUNTRIES = ("SY", "AF", "?")
READERS = (*("objects",) * 4, *reporting.ENGINES)
"""Objects most of the time: an engine takes long to prepare a report about few people."""

OF_CLIENTS = ("participation", "arrival", "protection_spell", "household_membership")


def _empty():
    if not hasattr(_empty, "file"):
        _empty.folder = Path(mkdtemp(prefix="lives-"))
        _empty.file = empty_database(_empty.folder)
    return _empty.file


def forget_the_empty_database():
    """Take away what all machines copied."""
    if hasattr(_empty, "file"):
        rmtree(_empty.folder)
        del _empty.folder, _empty.file


def step(**drawn: object) -> Callable:
    """A rule; how often it is followed is counted."""

    def counted(method):
        @wraps(method)
        def taken(life, **given):
            life.taken[method.__name__] += 1
            method(life, **given)

        return rule(**drawn)(taken)

    return counted


class CaseloadLife(RuleBasedStateMachine):
    """Records, corrects, takes back, erases, imports, moves, reports.

    Attributes:
        taken: How often each kind of step was taken, in all lives of the class.
    """

    taken: ClassVar[Counter[str]] = Counter()

    def __init__(self):
        super().__init__()
        self.folder = Path(mkdtemp(prefix="life-"))
        self.office = Office(self.folder, _empty())
        self.book = Book()
        self.day = FIRST_DAY
        self.serial = 0
        self.gone = set()
        self.seen = {}

    def teardown(self):
        self.office.close()
        rmtree(self.folder)

    # Small words.

    def days(self):
        """The days on which anything was written."""
        return sorted({each["day"] for each in self.book.entries})

    def one(self, several, at):
        return several[at % len(several)]

    def new_id(self, letter):
        self.serial += 1
        return f"{letter}-{self.serial}"

    def standing(self, kind):
        return [key for name, key in self.book.known(self.day) if name == kind]

    def fields(self, kind, key):
        return self.book.known(self.day)[kind, key]

    def write(self, kind, key, fields, **said):
        self.office.write(self.book.write(kind, key, fields, day=self.day, **said))

    def born(self, about):
        """A day that nobody else was born on, where a whole day is known."""
        day = BORN[about]
        self.serial += 1
        return (day + timedelta(days=self.serial)).isoformat() if isinstance(day, date) else day

    def new_client(self, about, gender):
        born = self.born(about)
        return {"provider_id": "p", "born_on": born, "gender": gender, "died_on": None}

    def enter(self, client, entered):
        fields = {
            "client_id": client,
            "programme_id": "g",
            "entered_on": entered,
            "left_on": None,
            "leaving_reason": None,
        }
        self.write("participation", self.new_id("s"), fields)

    def has_clients(self):
        return bool(self.standing("client"))

    # What is written.

    @initialize(people=st.lists(st.sampled_from(list(BORN)), min_size=2, max_size=4))
    def found(self, people):
        """The office begins with somebody, so that more can happen in a short life."""
        self.taken["found"] += 1
        self.write("provider", "p", {"name": "Provider"})
        operation = {"number": "9.1.4.4./16/I/001", "title": "Support", "beneficiary": "Office"}
        self.write("operation", "o", operation)
        self.write("programme", "g", {"operation_id": "o", "declared_as": "sif.mentoring"})
        self.write("household", "h-0", {})
        for about in people:
            client = self.new_id("c")
            self.write("client", client, self.new_client(about, "female"))
            self.enter(client, "2018-03-31")

    @step(days=st.sampled_from((1, 29, 151)))
    def time_goes_by(self, days):
        self.day = (date.fromisoformat(self.day) + timedelta(days=days)).isoformat()

    @step(about=st.sampled_from(list(BORN)), gender=st.sampled_from(GENDERS))
    def somebody_comes(self, about, gender):
        self.write("client", self.new_id("c"), self.new_client(about, gender))

    @precondition(has_clients)
    @step(at=which, entered=st.sampled_from(ENTRIES))
    def somebody_enters(self, at, entered):
        self.enter(self.one(self.standing("client"), at), entered)

    @precondition(has_clients)
    @step(at=which, came=st.sampled_from(ENTRIES), country=st.sampled_from(COUNTRIES))
    def somebody_arrived(self, at, came, country):
        client = self.one(self.standing("client"), at)
        fields = {"client_id": client, "arrived_on": came, "manner": "own", "country": country}
        self.write("arrival", self.new_id("a"), fields)

    @precondition(has_clients)
    @step(at=which, kind=st.sampled_from(KINDS), first=st.sampled_from(ENTRIES))
    def somebody_has_a_status(self, at, kind, first):
        client = self.one(self.standing("client"), at)
        fields = {"client_id": client, "kind": kind, "first_day": first, "last_day": None}
        self.write("protection_spell", self.new_id("k"), fields)

    @precondition(has_clients)
    @step(at=which, where=which, anew=st.booleans(), first=st.sampled_from(ENTRIES))
    def somebody_moves_in(self, at, where, anew, first):
        if anew or not self.standing("household"):
            home = self.new_id("h")
            self.write("household", home, {})
        else:
            home = self.one(self.standing("household"), where)
        fields = {
            "household_id": home,
            "client_id": self.one(self.standing("client"), at),
            "role": "?",
            "first_day": first,
            "last_day": None,
        }
        self.write("household_membership", self.new_id("m"), fields)

    @precondition(lambda self: len(self.standing("client")) > 1)
    @step(at=which, other=which)
    def two_turn_out_to_be_one(self, at, other):
        clients = self.standing("client")
        one = clients.pop(at % len(clients))
        ends = {"client_id": one, "other_client_id": self.one(clients, other)}
        link = {**ends, "linked_on": self.day, "undone_on": None}
        self.write("same_person_link", self.new_id("l"), link)

    @precondition(lambda self: self.standing("same_person_link"))
    @step(at=which)
    def that_turns_out_to_be_wrong(self, at):
        key = self.one(self.standing("same_person_link"), at)
        undone = {**self.fields("same_person_link", key), "undone_on": self.day}
        self.write("same_person_link", key, undone, act="changed")

    @precondition(lambda self: self.standing("participation"))
    @step(at=which, left=st.sampled_from(("2018-03-31", "2018-06-30", "2018-07-01", "?")))
    def somebody_leaves(self, at, left):
        key = self.one(self.standing("participation"), at)
        now = {**self.fields("participation", key), "left_on": left, "leaving_reason": "refused"}
        self.write("participation", key, now, act="changed")

    # What is written otherwise.

    @precondition(has_clients)
    @step(at=which, about=st.sampled_from(list(BORN)))
    def a_day_of_birth_is_corrected(self, at, about):
        key = self.one(self.standing("client"), at)
        right = {**self.fields("client", key), "born_on": self.born(about)}
        self.write("client", key, right, act="corrected", why="misread")

    @precondition(lambda self: self.standing("participation"))
    @step(at=which, entered=st.sampled_from(ENTRIES))
    def a_day_of_entry_is_corrected(self, at, entered):
        key = self.one(self.standing("participation"), at)
        right = {**self.fields("participation", key), "entered_on": entered}
        self.write("participation", key, right, act="corrected", why="misread")

    @precondition(has_clients)
    @step(kind=st.sampled_from(OF_CLIENTS), at=which, to=which)
    def it_was_somebody_else(self, kind, at, to):
        if self.standing(kind):
            key = self.one(self.standing(kind), at)
            right = {**self.fields(kind, key), "client_id": self.one(self.standing("client"), to)}
            self.write(kind, key, right, act="corrected", why="of somebody else")

    @step(kind=st.sampled_from((*OF_CLIENTS, "same_person_link")), at=which)
    def something_is_taken_back(self, kind, at):
        if self.standing(kind):
            key = self.one(self.standing(kind), at)
            self.write(kind, key, None, act="retracted", why="written by mistake")

    @precondition(has_clients)
    @step(at=which)
    def somebody_is_taken_back(self, at):
        client = self.one(self.standing("client"), at)
        for (kind, key), fields in self.book.known(self.day).items():
            if client in (fields.get("client_id"), fields.get("other_client_id")):
                self.write(kind, key, None, act="retracted", why="written by mistake")
        self.write("client", client, None, act="retracted", why="written by mistake")

    @precondition(lambda self: self.book.taken_back() and self.has_clients())
    @step(at=which, to=which)
    def it_was_no_mistake(self, at, to):
        kind, key = self.one(self.book.taken_back(), at)
        fields = self.book.last_words()[kind, key]
        if kind in OF_CLIENTS:
            fields = {**fields, "client_id": self.one(self.standing("client"), to)}
        homeless = kind == "household_membership" and (
            ("household", fields["household_id"]) not in self.book.known(self.day)
        )
        if kind != "same_person_link" and not homeless:
            self.write(kind, key, fields, act="corrected", why="no mistake")

    @precondition(lambda self: any(kind == "client" for kind, _ in self.book.last_words()))
    @step(at=which)
    def somebody_is_erased(self, at):
        clients = [key for kind, key in self.book.last_words() if kind == "client"]
        client = self.one(clients, at)
        born = [each["fields"] for each in self.book.history(("client", client))]
        self.gone |= {each["born_on"].encode() for each in born if each and _whole(each["born_on"])}
        erase(self.book, client, day=self.day, why="asked for")
        self.office.erase(client, day=self.day, why="asked for")
        self.seen.clear()
        self.nothing_is_left(self.office.bytes_kept())

    def nothing_is_left(self, data):
        """No day of birth of anybody who was erased is in any byte."""
        assert [each for each in self.gone if each in data] == []

    # Ways in, out and back.

    @step(about=st.sampled_from(("child", "grown up")), came=st.sampled_from(ENTRIES))
    def rows_are_taken_over(self, about, came):
        client, arrival = self.new_id("c"), self.new_id("a")
        said = self.new_client(about, "female")
        day = came if _whole(came) else "?"  # no such table says that a day is known in part
        stay = {"client_id": client, "arrived_on": day, "manner": "own", "country": "?"}
        entries = [
            self.book.write("client", client, said, day=self.day),
            self.book.write("arrival", arrival, stay, day=self.day),
        ]
        for each in entries:
            each["turn"] = 1
        row = {"written": self.day, "edition": 1, "what": "recorded"}
        person = {"house": "p", "birthday": said["born_on"], "sex": "FEMALE", "died": None}
        border = {
            "person": client,
            "how": "OWN",
            "country": None,
            "came": None if day == "?" else day,
        }
        self.office.take_over(
            [{"code": client, **row, **person}], [{"code": arrival, **row, **border}]
        )

    @precondition(has_clients)
    @step(at=which, gender=st.sampled_from(GENDERS), language=st.sampled_from(("lv", "en")))
    def a_workbook_comes_back(self, at, gender, language):
        key = self.one(self.standing("client"), at)
        was = self.fields("client", key)
        said = {**was, "gender": gender}
        new = self.new_client("grown up", "male")
        caseload, _ = self.office.known(self.day)
        found = back_from_a_workbook(
            self.office.journal, caseload, {("client", key): said}, {("client", "17"): new},
            day=self.day, why="as in the workbook", language=language, folder=self.folder,
        )  # fmt: skip
        turn = self.book.turn(self.day)
        entries = [
            self.book.write("client", found.keys.ids["client", "17"], new, day=self.day),
        ]
        if said != was:
            how = {"act": "corrected", "why": "as in the workbook"}
            entries.append(self.book.write("client", key, said, day=self.day, **how))
        for each in entries:
            each["turn"] = turn
        self.office.append(found.versions)

    @step(way=st.sampled_from(WAYS_OUT))
    def all_moves(self, way):
        self.nothing_is_left(self.office.moved(way))

    # What is asked.

    @step(
        back=st.integers(0, 3),
        at=which,
        way=st.sampled_from((*("objects",) * 4, *reporting.ENGINES)),
    )
    def a_report_is_made(self, back, at, way):
        """As known on one of the last days on which anything was written, in a period by then."""
        day = self.one(self.days()[-4:], back)
        on = date.fromisoformat(day)
        period = self.one([each for each in PERIODS if each[1] <= day], at)
        caseload, known = self.office.known(day)
        made = reporting.report(caseload, period)
        if way == "polars":
            assert reporting.report(caseload, period, way) == made
        if way == "duckdb":
            other = reporting.report_on_a_database(self.office.database, on, period, way)
            assert other.sections == made.sections
        found = reporting.figures_of(made)
        expected = figures(known, *period, day)
        assert {name: found[name] for name in expected} == expected
        if day < self.day:
            handed_in = reporting.handed_in(self.office.journal, on, period)
            assert self.seen.setdefault((day, period), handed_in) == handed_in

    @precondition(has_clients)
    @step(at=which)
    def a_case_is_opened(self, at):
        self.office.case_agrees(self.one(self.standing("client"), at), self.day)

    @step(at=which)
    def a_day_is_looked_up(self, at):
        self.office.both_know_the_same(self.one(self.days(), at))

    # What always holds.

    @invariant()
    def both_hold_what_the_book_holds(self):
        expected = sorted(self.book.entries, key=in_order)
        assert self.office.entries(self.office.journal.versions) == expected
        assert self.office.entries(self.office.database.reading().journal.versions) == expected

    @invariant()
    def what_is_known_is_what_the_book_knows(self):
        """On every day; and of a day that is over it changes by erasing alone."""
        for day in {*self.days(), self.day}:
            caseload, known = self.office.known(day)
            assert known == self.book.known(day)
            assert set(caseload.tombstones) == self.book.tombstones(day)
            if day < self.day:
                assert self.seen.setdefault(day, known) == known


def _whole(day):
    return isinstance(day, str) and day not in ("?", None)
