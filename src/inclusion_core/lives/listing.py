"""A life as a dated list: plain lines for a screen, and JSON.

Days are written as files write them, so that they stand under one another:
``2018-06-04..2018-11-30`` for a stay, ``2018-06-04..`` for one that lasts, a question mark for a
day that is not known.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from itertools import groupby

from inclusion_core.lives.entries import Detail, Entry, Stay
from inclusion_core.lives.life import Life, place_in_time
from inclusion_core.lives.wording import NO_DAY, NOT_KNOWN, LifeWords
from inclusion_core.lives.written import json_value
from inclusion_core.pages.lines import harmless, one_line
from inclusion_core.texts import Text, listing, lv
from inclusion_core.values import ABSENT, Day, Unknown, day_text

__all__ = ["as_json", "as_text", "record_key", "subtitle", "title"]

CLIENT = lv("Klients {client}").en("Client {client}")
ONE_PERSON = lv("Viena persona: klienti {clients}").en("One person: clients {clients}")
KNOWN_ON = lv("Kā zināms {known_on:locative}").en("As known on {known_on}")
HEADINGS: Mapping[int, Text] = {1: NOT_KNOWN, 2: NO_DAY}


def title(life: Life) -> Text:
    """Whose life it is."""
    if len(life.clients) == 1:
        return CLIENT.filled(client=one_line(life.client_id))
    return ONE_PERSON.filled(clients=listing(Text.same(one_line(key)) for key in life.clients))


def subtitle(life: Life) -> Text:
    """As of when it is known."""
    return KNOWN_ON.filled(known_on=life.known_on)


def record_key(entry: Entry, life: Life) -> str:
    """The record behind an entry, and whose it is where there are several clients.

    ``participation/s-1`` is also what the history of the record is asked for by.
    """
    key = one_line(f"{entry.record_type}/{entry.record_id}")
    return f"{key} ({one_line(entry.client_id)})" if len(life.clients) > 1 else key


def as_text(life: Life, words: LifeWords) -> str:
    """The life as lines: days, record, words; what has no known day comes last."""
    return "".join(f"{line.rstrip()}\n" for line in _lines(life, words))


def _lines(life: Life, words: LifeWords) -> Iterator[str]:
    yield title(life).in_(words.language)
    yield subtitle(life).in_(words.language)
    rows = [(_days(entry), record_key(entry, life), _says(entry, words)) for entry in life.entries]
    room, more = (max((len(row[column]) for row in rows), default=0) for column in (0, 1))
    listed = zip(life.entries, rows, strict=True)
    for place, together in groupby(listed, key=lambda pair: place_in_time(pair[0].begins)):
        yield ""
        if place in HEADINGS:
            yield f"{HEADINGS[place].in_(words.language)}:"
        for _, (days, key, says) in together:
            yield f"{days:<{room}}  {key:<{more}}  {says}"


def _says(entry: Entry, words: LifeWords) -> str:
    parts = (words.heading(entry), words.known(entry), words.why_not_known(entry))
    return " \N{EN DASH} ".join(part for part in parts if part)


def _days(entry: Entry) -> str:
    if not isinstance(entry, Stay):
        return _day(entry.day)
    return f"{_day(entry.first_day)}..{_day(entry.last_day)}"


def _day(day: Day) -> str:
    if isinstance(day, Unknown):
        return "?"
    return "" if day is ABSENT else day_text(day)


def as_json(life: Life, words: LifeWords) -> str:
    """The life as a JSON document; values as files write them, and in words."""
    written = {
        "client": life.client_id,
        "known_on": life.known_on.isoformat(),
        "clients": list(life.clients),
        "elsewhere": life.elsewhere,
        "entries": [_entry(entry, words) for entry in life.entries],
    }
    return harmless(f"{json.dumps(written, ensure_ascii=False, indent=2)}\n")


def _entry(entry: Entry, words: LifeWords) -> Mapping[str, object]:
    if isinstance(entry, Stay):
        days: dict[str, object] = {
            "first_day": json_value(entry.first_day),
            "last_day": json_value(entry.last_day),
        }
    else:
        days = {"day": json_value(entry.day), "field": entry.field, "planned": entry.planned}
    return {
        "type": entry.record_type,
        "id": entry.record_id,
        "client": entry.client_id,
        **days,
        "heading": words.heading(entry),
        "known": words.known(entry),
        "together_with": entry.together_with,
        "details": [_detail(detail, words) for detail in entry.details],
    }


def _detail(detail: Detail, words: LifeWords) -> Mapping[str, object]:
    return {
        "type": detail.record_type,
        "field": detail.field.name,
        "value": json_value(detail.value),
        "says": words.value(detail.field, detail.value),
    }
