"""The counts that are kept, and what is more than they allow."""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

import attrs

from counted.count import Count
from counted.job import JOBS

KEPT = Path(__file__).parents[1] / "counts.json"
PYTHON = f"{sys.version_info.major}.{sys.version_info.minor}"
"""Counts are kept for each minor version of Python: its lines and its own calls differ a little."""

GROWTH = 1.1
"""The power of the number of clients by which calls and lines may grow at most."""
NAMED = 5
"""So many functions are named where a job does more than before."""


@attrs.frozen
class Slack:
    """How much more than what is kept is allowed: a share, and on small counts a number."""

    share: float
    least: int

    def most(self, kept: int) -> int:
        return kept + max(round(kept * self.share), self.least)


SLACK = {
    "calls": Slack(0.05, 20),
    "lines": Slack(0.05, 20),
    "peak_kb": Slack(0.10, 64),
    "blocks": Slack(0.20, 200),
    "modules": Slack(0.05, 2),
}
WORDS = {"peak_kb": "kB at once", "blocks": "blocks held"}


def kept() -> Mapping[str, Count]:
    """What is kept for this version of Python, by the name of the job; empty if nothing is."""
    of_all = json.loads(KEPT.read_text(encoding="utf-8")) if KEPT.exists() else {}
    return {name: Count(**its) for name, its in of_all.get(PYTHON, {}).items()}


def keep(counts: Mapping[str, Count]) -> None:
    """Keep these counts for this version of Python; those of other jobs and versions stay."""
    of_all = json.loads(KEPT.read_text(encoding="utf-8")) if KEPT.exists() else {}
    both = {**kept(), **counts}
    of_all[PYTHON] = {name: attrs.asdict(both[name]) for name in JOBS if name in both}
    text = json.dumps(dict(sorted(of_all.items())), indent=1)
    KEPT.write_text(text + "\n", encoding="utf-8")


def faults(name: str, count: Count, before: Count | None) -> Iterator[str]:
    """What is more than it may be, in words."""
    if count.growth is not None and count.growth > GROWTH:
        yield f"{name}: grows with the power {count.growth} of the clients, over {GROWTH}"
    for what, slack in SLACK.items() if before else ():
        was, now = getattr(before, what), getattr(count, what)
        if now > slack.most(was):
            said = WORDS.get(what, what)
            yield f"{name}: {now:,} {said}, kept are {was:,}; most grew {_grown(count, before)}"


def fallen(name: str, count: Count, before: Count | None) -> Iterator[str]:
    """What is so much less that it should be kept, lest it rise again unseen."""
    for what, slack in SLACK.items() if before else ():
        was, now = getattr(before, what), getattr(count, what)
        if was > slack.most(now):
            yield f"{name}: {now:,} {WORDS.get(what, what)}, kept are {was:,}"


def _grown(count: Count, before: Count | None) -> str:
    more = Counter(count.functions)
    more.subtract(before.functions if before else {})
    named = [f"{name} {lines:+,}" for name, lines in more.most_common(NAMED) if lines > 0]
    return ", ".join(named) or "nothing that runs many lines"
