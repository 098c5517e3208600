"""The way in by rows of one's own tables, through a mapping declared in Python."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from inclusion_core.model.client import Client, Gender
from inclusion_core.model.funding import Provider
from inclusion_core.model.status import Arrival, ArrivalManner
from inclusion_core.rows import RowMapping, codes, rows_of
from ways_lab.caseload import CANARY, SCHEMA, Book, WaysRoom
from ways_lab.files import numbers_in
from ways_lab.outcome import of_reading
from ways_lab.way import NO_FILE, NO_TAG, Way

__all__ = ["ROWS"]

VERSIONED = {"recorded_on": "recorded_on", "version": "version", "act": "act"}
MAPPING = RowMapping(
    schema=SCHEMA,
    tables={
        "provider": rows_of(Provider, id="id", name="name", **VERSIONED),
        "client": rows_of(
            Client,
            id="id",
            provider_id="provider_id",
            born_on="born_on",
            died_on="died_on",
            gender=codes("gender", {each.value: each for each in Gender}),
            **VERSIONED,
        ),
        "arrival": rows_of(
            Arrival,
            id="id",
            client_id="client_id",
            arrived_on="arrived_on",
            manner=codes("manner", {each.value: each for each in ArrivalManner}),
            **VERSIONED,
        ),
        "ways_room": rows_of(WaysRoom, id="id", client_id="client_id", floor="floor", **VERSIONED),
    },
)


def _rows(book: Book, _: Path) -> dict[str, list[dict[str, Any]]]:
    return {
        name: [
            {
                key: int(text) if key in numbers_in(name) and text.isdigit() else text
                for key, text in row.items()
            }
            for row in rows
        ]
        for name, rows in book.items()
    }


def _spoilt(given: Any, value: object) -> None:
    given["provider"][0]["name"] = value


ROWS = Way(
    id="rows",
    says="rows of one's own tables (`RowMapping`)",
    make=_rows,
    read=lambda given: of_reading(MAPPING.read(given)),
    harms={
        "foreign": lambda given: {**given, "client": CANARY},
        "not-utf-8": lambda given: _spoilt(given, b"CANARY\xff"),
        "half-character": lambda given: _spoilt(given, "CANARY\ud83d"),
    },
    never={**NO_FILE, **NO_TAG},
)
