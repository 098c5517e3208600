"""Lists of indicators, what they take for granted, and the columns that they ask."""

from __future__ import annotations

from inclusion_core import Metric, load_catalogue
from inclusion_core.facts.assumption import Assumption
from reference_parts.markdown import code, table, unfilled

__all__ = ["assumptions", "indicators", "shown_by"]

LISTS = {
    "esf-asked": "esf.asked.",
    "esf-estimated": "esf.estimated.",
    "esf-samples": "esf.sampling-frame",
    "esf-plus-samples": "esf.plus.sampling-frame",
    "esf-plus": "esf.plus.",
    "esf-most-deprived": "esf.most-deprived.",
    "esf-checks": "esf.check.",
    "esf": "esf.",
    "amif": "amif.",
}
"""The lists by name; an indicator stands in the first whose beginning its id has."""


def shown_by(key: str) -> str:
    """The name of the list in which an indicator stands; empty for one that stands in none."""
    return next((name for name, prefix in LISTS.items() if key.startswith(prefix)), "")


def indicators(name: str) -> str:
    found = (each for each in load_catalogue().metrics if shown_by(each.id) == name)
    rows = (_row(each) for each in found)
    return table(("id", "name", "Latvian", "what it counts, and what is unsure", "source"), rows)


def _row(metric: Metric) -> tuple[str, ...]:
    notes = " ".join(unfilled(note.en) for note in metric.notes)
    part_of = f" Part of {code(metric.part_of)}." if metric.part_of else ""
    taken = ", ".join(code(each.id) for each in metric.assumes)
    assumes = f" Assumes {taken}." if taken else ""
    return (
        code(metric.id),
        unfilled(metric.says.en),
        unfilled(metric.says.lv),
        f"{notes}{part_of}{assumes}",
        metric.source.reference("en"),
    )


def assumptions() -> str:
    rows = (_assumption(each) for each in load_catalogue().assumptions)
    return table(("id", "default", "what is assumed", "why it is open"), rows)


def _assumption(each: Assumption) -> tuple[str, ...]:
    other = "; ".join(
        f"{value}: {unfilled(words.en)}"
        for value, words in each.choices.items()
        if value != each.default
    )
    said = each.told(each.default).en
    return (
        code(each.id),
        str(each.default),
        f"{said} Otherwise {other}" if other else said,
        each.source.reference("en"),
    )
