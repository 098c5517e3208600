"""The command ``plugins``: what is installed, what it brings, and what could not be loaded."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator, Mapping
from textwrap import wrap
from typing import Any

from inclusion_core.catalogue import Catalogue, Distribution, Shelf
from inclusion_core.cli.exits import Exit
from inclusion_core.cli.listing import listed
from inclusion_core.cli.parser import Parser
from inclusion_core.cli.screen import Screen
from inclusion_core.texts import Language

__all__ = ["add_arguments", "run"]

WIDTH = 84
"""How long a line of ids may be beside the word for what they are."""


def add_arguments(parser: Parser) -> None:
    """Take nothing."""


def run(_: Namespace, catalogue: Catalogue, screen: Screen) -> Exit:
    """List distributions with what each brings, then the plugins that could not be loaded."""
    for distribution in catalogue.distributions:
        namespace = f" (plugin {distribution.plugin})" if distribution.plugin else ""
        screen.show(f"{distribution.name} {distribution.version}{namespace}\n")
        screen.show(listed(list(_brought(distribution, catalogue)), "nothing"))
    if catalogue.deprecations:
        screen.show("deprecated:\n")
    for each in catalogue.deprecations:
        screen.show(f"  {each.id}: {each.told.in_(Language.EN)}\n")
    if catalogue.faults:
        screen.show("not loaded:\n")
    for fault in catalogue.faults:
        screen.show(f"  {fault}\n")
    if catalogue.remarks:
        screen.show("to be looked at:\n")
    for remark in catalogue.remarks:
        screen.show(f"  {remark}\n")
    return Exit.FINE


def _brought(distribution: Distribution, catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    shelves: Mapping[str, Shelf[Any]] = {
        "programmes": catalogue.programmes,
        "reports": catalogue.reports,
        "metrics": catalogue.metrics,
        "rules": catalogue.rules,
        "limits": catalogue.limits,
        "facts": catalogue.facts,
        "facts tables": catalogue.facts_tables,
        "assumptions": catalogue.assumptions,
        "checks": catalogue.checks,
        "record types": catalogue.record_types,
        "formats": catalogue.formats,
        "readers": catalogue.readers,
        "texts": catalogue.texts,
        "samples": catalogue.samples,
    }
    for name, shelf in shelves.items():
        declared = shelf.declared.items()
        ids = [key for key, each in declared if each.distribution == distribution.name]
        lines = wrap(", ".join(ids), WIDTH, break_long_words=False, break_on_hyphens=False)
        yield from zip((name, *[""] * len(lines)), lines, strict=False)
