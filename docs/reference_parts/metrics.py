"""What the catalogue declares: metrics and formats."""

from __future__ import annotations

from functools import cache

from inclusion_core import Catalogue, Metric, load_catalogue
from reference_parts.markdown import code, table, unfilled

__all__ = ["formats", "metric"]


@cache
def _catalogue() -> Catalogue:
    return load_catalogue()


def metric(key: str) -> str:
    found: Metric = _catalogue().metrics[key]
    facts = {
        "id": code(found.id),
        "in Latvian": unfilled(found.says.lv),
        "counts": f"{found.measure.value.replace('_', ' ')}: {code(found.subject.record_type)}",
        "once in": found.grain.value,
        "belongs to the period when": found.membership.value,
        "traits are looked at on": found.classified_on.value.replace("_", " "),
        "told apart by": found.by.says.in_("en").lower() if found.by else "",
        "part of": code(found.part_of) if found.part_of else "",
        "may be added up": "yes" if found.adds_up else "no",
        "source": found.source.reference("en"),
    }
    return table(("", ""), ((name, words) for name, words in facts.items() if words))


def formats() -> str:
    rows = (
        (code(each.id), each.says.in_("en"), code(each.suffix), code(each.media_type))
        for each in _catalogue().formats
    )
    return table(("id", "what it is", "suffix", "media type"), rows)
