"""The plain book: what was written, on which day; dicts and lists, and nothing of the library.

An entry is a dict with ``type``, ``id``, ``number``, ``day``, ``turn``, ``act``, ``why`` and
``fields``; these are ``None`` where nothing is left of the record. Of a field's value, a day is
``"2018-06-01"``, a day known in part a pair of them, ``None`` that there is none, and ``"?"`` that
nobody asked.
"""

from __future__ import annotations

from copy import deepcopy

__all__ = ["Book"]

REMOVING = ("retracted", "erased")


class Book:
    """All entries about all records, in the order in which they were written."""

    def __init__(self):
        self.entries = []

    def history(self, key):
        """The entries about one record, the first of them first."""
        return [each for each in self.entries if (each["type"], each["id"]) == key]

    def turn(self, day):
        """The next act of writing on a day."""
        return 1 + max((each["turn"] for each in self.entries if each["day"] == day), default=0)

    def write(self, kind, key, fields, *, day, act="recorded", why=""):
        """One more entry about a record."""
        before = self.history((kind, key))
        entry = {
            "type": kind,
            "id": key,
            "number": len(before) + 1,
            "day": day,
            "turn": self.turn(day),
            "act": act,
            "why": why,
            "fields": deepcopy(fields),
        }
        self.entries.append(entry)
        return entry

    def known(self, day):
        """What is in force at the end of a day: fields by type and id."""
        latest = {}
        for each in self.entries:
            if each["day"] <= day:
                latest[each["type"], each["id"]] = each
        return {key: each["fields"] for key, each in latest.items() if each["act"] not in REMOVING}

    def tombstones(self, day):
        """What had been erased by the end of a day."""
        return {
            (each["type"], each["id"])
            for each in self.entries
            if each["act"] == "erased" and each["day"] <= day
        }

    def last_words(self):
        """What each record said when it said anything last, taken back or not."""
        said = {}
        for each in self.entries:
            if each["fields"] is not None:
                said[each["type"], each["id"]] = each["fields"]
        return said

    def taken_back(self):
        """Records that stand no more, and are not erased."""
        now = {(each["type"], each["id"]): each for each in self.entries}
        return [key for key, each in now.items() if each["act"] == "retracted"]
