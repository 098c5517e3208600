"""Asks a plugin all checks of the kit."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import ModuleType

from inclusion_core.errors import UnknownNameError
from inclusion_core.manager.plugins import Plugin, installed_plugins
from inclusion_core.testing.conformance.checks import CHECKS
from inclusion_core.testing.conformance.given import Given
from inclusion_core.testing.conformance.judging import judged, refused
from inclusion_core.testing.conformance.loading import given_of
from inclusion_core.testing.conformance.meaning import plugin_meant
from inclusion_core.testing.conformance.outcomes import CheckRecord

__all__ = ["ENGINES", "EXAMPLES", "SEED", "check_expected", "check_plugin", "looked_at"]

ENGINES = ("polars", "duckdb")
"""The engines that are asked besides records."""
EXAMPLES = 30
"""How many caseloads are drawn for a law."""
SEED = 1


def check_plugin(
    plugin: ModuleType | str | Plugin,
    *,
    expected_failures: Mapping[str, str] = {},
    engines: Sequence[str] = ENGINES,
    examples: int = EXAMPLES,
    seed: int = SEED,
) -> tuple[CheckRecord, ...]:
    """What came of every check of the kit, in the order in which they are asked.

    A plugin that cannot take part gives one record, ``it-loads``, which says why.

    Args:
        plugin: The name of an installed one, ``cafe``; its module; or a plugin as the manager
            loads it.
        expected_failures: By the id of a check, or by that and a declaration,
            ``samples-are-clean/cafe.sample``: why it is known to fail.
        engines: The dataframe engines that are asked besides records.
        examples: How many caseloads are drawn for a law.
        seed: By which they are drawn; the same seed gives the same records.

    Raises:
        UnknownNameError: A failure is expected of a check, or of a declaration, that there is not.
    """
    given = looked_at(plugin, engines=engines, examples=examples, seed=seed)
    check_expected(expected_failures, given)
    if isinstance(given, str):
        return (refused(given, expected_failures),)
    return tuple(judged(check, given, expected_failures) for check in CHECKS)


def looked_at(
    plugin: ModuleType | str | Plugin, *, engines: Sequence[str], examples: int, seed: int
) -> Given | str:
    """What the checks look at; where the plugin cannot take part, why."""
    meant = plugin_meant(plugin)
    if meant is None:
        names = (each.name for each in installed_plugins())
        return f"{UnknownNameError('plugin', str(plugin), names)} Install it: pip install -e ."
    return given_of(meant, engines=engines, examples=examples, seed=seed)


def check_expected(expected_failures: Mapping[str, str], given: Given | str) -> None:
    """Look whether there are such checks and declarations.

    Raises:
        UnknownNameError: There are not; near names are listed.
    """
    known = {check.id for check in CHECKS}
    for key in expected_failures:
        check, _, about = key.partition("/")
        if check not in known:
            raise UnknownNameError("check", check, known)
        if about and isinstance(given, Given):
            names = set(_names(given))
            if about.partition("/")[0] not in names:
                raise UnknownNameError("declaration", about, names)


def _names(given: Given) -> Iterator[str]:
    yield given.plugin.name
    for each in given.declared:
        yield each.id
