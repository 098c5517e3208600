"""The mishaps: each a small damage to the good book, or to what it was written to."""

from __future__ import annotations

from collections.abc import Callable

import attrs

from ways_lab.caseload import CANARY, Book

__all__ = ["MISHAPS", "Mishap"]


@attrs.frozen
class Mishap:
    """Something that goes wrong on the way in.

    Attributes:
        id: What tests and tables call it.
        says: What it is, for a reader.
        damage: What it does to the book; ``None`` where only the form can be damaged.
        empties: Whether it takes all rows, so that nothing is there to be kept.
    """

    id: str
    says: str
    damage: Callable[[Book], None] | None = None
    empties: bool = False


def _at(book: Book, name: str, record_id: str, version: str = "1") -> dict[str, str]:
    (row,) = (r for r in book[name] if (r["id"], r["version"]) == (record_id, version))
    return row


def _missing_table(book: Book) -> None:
    del book["client"]


def _missing_column(book: Book) -> None:
    for name, column in (("client", "provider_id"), ("arrival", "client_id")):
        for row in book[name]:
            del row[column]


def _unknown_column(book: Book) -> None:
    for name in ("client", "arrival"):
        for row in book[name]:
            row["CANARY"] = CANARY


def _wrong_kind(book: Book) -> None:
    _at(book, "client", "c-3")["born_on"] = CANARY
    _at(book, "ways_room", "r-1")["floor"] = CANARY


def _no_code(book: Book) -> None:
    _at(book, "client", "c-3")["gender"] = CANARY
    _at(book, "arrival", "a-1")["manner"] = CANARY


def _broken_reference(book: Book) -> None:
    _at(book, "arrival", "a-2")["client_id"] = "c-9"
    _at(book, "ways_room", "r-1")["client_id"] = "c-9"


def _twice(book: Book) -> None:
    book["client"].append({**_at(book, "client", "c-3"), "gender": "male"})
    book["arrival"].append({**_at(book, "arrival", "a-1"), "arrived_on": "2018-02-02"})


def _version_twice(book: Book) -> None:
    book["client"].append({**_at(book, "client", "c-2", "2"), "gender": "non_binary"})


def _history(book: Book) -> None:
    _at(book, "client", "c-2", "2").update(version="3", recorded_on="2018-05-01", act="recorded")


def _between(book: Book) -> None:
    _at(book, "client", "c-3")["died_on"] = "1970-01-01"
    _at(book, "arrival", "a-1")["arrived_on"] = "1970-01-01"


def _nul(book: Book) -> None:
    _at(book, "client", "c-3")["gender"] = "CANARY\x00"
    _at(book, "provider", "p-1")["name"] = "CANARY\x00"


def _no_rows(book: Book) -> None:
    for rows in book.values():
        rows.clear()


def _only_values(book: Book) -> None:
    row = _at(book, "client", "c-3")
    row.update(dict.fromkeys(row, CANARY))


def _all_at_once(book: Book) -> None:
    _wrong_kind(book)
    _no_code(book)
    _broken_reference(book)
    _history(book)


MISHAPS = (
    Mishap("nothing-there", "there is nothing in that place"),
    Mishap("foreign", "it is something else altogether"),
    Mishap("other-schema", "it is data of another schema"),
    Mishap("newer", "the whole is of a newer version than is known here"),
    Mishap("newer-type", "one record type is of a newer version"),
    Mishap("older", "one record type is of an older version"),
    Mishap("missing-table", "the table, file or sheet of clients is missing", _missing_table),
    Mishap("missing-column", "columns that must be there are missing", _missing_column),
    Mishap("unknown-column", "two tables have a column that nobody knows", _unknown_column),
    Mishap("wrong-kind", "a text stands for a day, and one for a number", _wrong_kind),
    Mishap("no-code", "two words stand for codes that are none", _no_code),
    Mishap("broken-reference", "two records name a client who is not there", _broken_reference),
    Mishap("record-twice", "two records are there twice, and differ", _twice),
    Mishap("version-twice", "a version of a record is there twice, and differs", _version_twice),
    Mishap("history", "the versions of a record contradict each other", _history),
    Mishap("between-records", "a record contradicts itself, and two each other", _between),
    Mishap("truncated", "the end is cut off"),
    Mishap("overwritten", "bytes in the middle are overwritten"),
    Mishap("not-utf-8", "texts are not in UTF-8"),
    Mishap("nul", "two texts hold a NUL", _nul),
    Mishap("half-character", "a text holds half of a character"),
    Mishap("empty-file", "the file is empty"),
    Mishap("no-rows", "there are headings, and no rows", _no_rows, empties=True),
    Mishap("only-values", "a row holds values of a client in every cell", _only_values),
    Mishap("all-at-once", "wrong kinds, codes, references and a history together", _all_at_once),
)
