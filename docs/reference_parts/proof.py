"""What long runs measured, as the page of proof shows it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from .markdown import table

__all__ = ["RECORDS", "long_runs", "records"]

RECORDS = Path(__file__).parents[1] / "proof"
ORDER = (
    *("continuous", "at_length", "mutation", "agreement", "lives", "fuzzing", "dates", "canaries"),
    *("disclosure", "load", "counting", "compatibility", "supply"),
)
"""The ids of the records, as they follow each other on the page."""


def records() -> list[Mapping[str, Any]]:
    """All that were kept, in the order of the page."""
    found = [json.loads(path.read_text(encoding="utf-8")) for path in RECORDS.glob("*.json")]
    return sorted(found, key=lambda each: ORDER.index(each["id"]))


def long_runs() -> str:
    """A table of all of them, then a section for each."""
    kept = records()
    return "\n".join((*_overview(kept), *(line for each in kept for line in _section(each))))


def _overview(kept: list[Mapping[str, Any]]) -> Iterator[str]:
    rows = (
        (f"[{each['title']}](#{_anchor(each['title'])})", each["question"], _verdict(each))
        for each in kept
    )
    yield table(("what", "question", "bars met"), rows)


def _verdict(record: Mapping[str, Any]) -> str:
    bars = [figure["met"] for figure in record["figures"] if figure["met"] is not None]
    return f"{sum(bars)} of {len(bars)}" if bars else "none set"


def _section(record: Mapping[str, Any]) -> Iterator[str]:
    yield f"## {record['title']}\n"
    yield f"{record['question']}\n"
    yield f"```bash\n{record['command']}\n```\n"
    yield table(
        ("what", "measured", "bar", ""),
        (
            (each["what"], each["measured"], each["bar"], _mark(each["met"]))
            for each in record["figures"]
        ),
    )
    yield from (f"- {remark}" for remark in record["remarks"])
    yield f"\nWhen run again: {record['again']}"
    yield f"Last run on {record['ran_on']}: {record['machine']}.\n"


def _mark(met: bool | None) -> str:
    return {True: "met", False: "**missed**", None: ""}[met]


def _anchor(title: str) -> str:
    return title.lower().replace(" ", "-").replace(",", "")
