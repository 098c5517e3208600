"""The turn of one plugin: it is loaded, asked once, looked through, and cleaned up after."""

from __future__ import annotations

import sys
from collections.abc import Callable, Collection, Iterator
from contextlib import redirect_stdout

import attrs

from inclusion_core.expr.schema import Schema
from inclusion_core.manager.aside import Aside
from inclusion_core.manager.belonging import check_alone
from inclusion_core.manager.brought import Brought
from inclusion_core.manager.costs import heavy_imports
from inclusion_core.manager.declarations import declarations
from inclusion_core.manager.ids import check_entry_point
from inclusion_core.manager.onlooking import onlooking
from inclusion_core.manager.patience import Patience
from inclusion_core.manager.plugins import Plugin, check_version
from inclusion_core.manager.surroundings import Surroundings
from inclusion_core.manager.told import in_one_line, told
from inclusion_core.manager.watch import Watch
from inclusion_core.rules.knowing import without_knowing

__all__ = ["Turn", "turn_of"]

FEW = 3
"""So many things that were changed are named."""


@attrs.frozen(kw_only=True)
class Turn:
    """What came of it.

    Attributes:
        brought: What the plugin declares; ``None`` where it cannot take part.
        problem: Why not.
        remarks: What should be looked at, although it takes part.
    """

    brought: Brought | None = None
    problem: str = ""
    remarks: tuple[str, ...] = ()


def turn_of(
    plugin: Plugin, core: Brought, *, watch: Watch, packages: Collection[str], patience: float
) -> Turn:
    """Load a plugin, and see that it leaves everything else as it was.

    Args:
        plugin: The plugin.
        core: What the core declares.
        watch: The core, and the plugins before it.
        packages: The top-level packages of all plugins.
        patience: How many seconds it may take.
    """
    waiting, before, aside = Patience[Turn](patience), frozenset(sys.modules), Aside()
    others = [each for each in packages if each != plugin.package]
    with redirect_stdout(aside), onlooking(others, watch.add_plugin_module):
        surroundings = Surroundings.as_they_are()
        try:
            turn = waiting.within(lambda: _taken(plugin, core, lambda: waiting.over))
        except KeyboardInterrupt:
            raise
        except BaseException as fault:  # noqa: BLE001  one that exits or panics must not stop others
            turn = Turn(problem=told(fault))
        finally:
            put_back = surroundings.put_back()
            undone = watch.undone(plugin.package)
    if undone:
        return Turn(problem="; ".join(filter(None, (turn.problem, _changed(undone)))))
    remarks = _remarks(put_back, aside, heavy_imports(before, packages))
    return attrs.evolve(turn, remarks=(*turn.remarks, *remarks))


def _taken(plugin: Plugin, core: Brought, over: Callable[[], bool]) -> Turn:
    """What of a turn is done on a thread of its own: everything that can run code of the plugin."""
    try:
        check_entry_point(plugin)
        check_version(plugin, core.distribution.version)
        brought = declarations(plugin, over)
        schema = check_alone(core, brought)
        return Turn(brought=brought, remarks=tuple(_rules_that_ask_nothing(brought, schema)))
    except KeyboardInterrupt:
        raise
    except BaseException as fault:  # noqa: BLE001  one that exits or panics must not stop others
        return Turn(problem=told(fault))


def _rules_that_ask_nothing(brought: Brought, schema: Schema) -> Iterator[str]:
    """Rules that are decided for who knows whom: their authors will want to know."""
    for rule in sorted(brought.rules, key=lambda each: each.id):
        truth = without_knowing(rule, schema)
        if truth.decided:
            problem = f"rule {rule.id!r} is {truth.value} for somebody of whom nothing is known"
            yield f"{problem}: what does it ask of them?"


def _changed(undone: Collection[str]) -> str:
    return (
        f"it changed what is not its own ({_listed(undone)}), and this was undone: return values "
        "from hooks, and change nothing"
    )


def _remarks(put_back: Collection[str], aside: Aside, heavy: str) -> Iterator[str]:
    if put_back:
        yield (
            f"while it is loaded it changes {in_one_line(', '.join(put_back))}, and this was put "
            "back: change nothing of the process that others share"
        )
    if aside.used:
        yield (
            "while it is loaded it writes to the standard output, and this was sent to the "
            "standard error: print nothing, or log it"
        )
    if heavy:
        yield heavy


def _listed(names: Collection[str]) -> str:
    first = ", ".join(tuple(names)[:FEW])
    more = len(names) - FEW
    return in_one_line(f"{first}, and {more} more" if more > 0 else first)
