"""Other processes that load the plugin anew, and tell what they found there.

There are two, in time zones so far apart that they are never on the same day: for one of them it
is another day than here. Both have another hash seed, and load the other plugins first and in the
opposite order. What differs was not declared but happened.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from importlib import import_module
from itertools import repeat

import attrs

from inclusion_core.manager.declarations import declarations
from inclusion_core.manager.plugins import Plugin, installed_plugins
from inclusion_core.testing.conformance.declared import declared_by
from inclusion_core.testing.conformance.described import digest_of_journal, digests_of

__all__ = ["Retold", "retold", "retold_elsewhere"]

TELL = f"import sys; from {__name__} import told; print(told(sys.argv[1]))"
"""What the other process does."""
ZONES = ("AWAY-14", "AWAY+12")
"""Time zones, as the environment has them, 26 hours apart: the first is a day ahead, or two."""
HASH_SEED = "2718"
PATIENCE = 300
"""Seconds after which another process is given up."""


@attrs.frozen(kw_only=True)
class Retold:
    """What a process found.

    Attributes:
        others: By distribution: digests of what other plugins declare, without this one loaded.
        own: Digests of what the plugin declares, loaded after them.
        samples: By id of a sample: the digest of its journal.
    """

    others: Mapping[str, Mapping[str, str]]
    own: Mapping[str, str]
    samples: Mapping[str, str]


def retold(plugin: Plugin | None, others: Iterable[Plugin]) -> Retold:
    """What this process finds: the others first, from the last to the first, then the plugin.

    Args:
        plugin: The plugin; ``None`` where it cannot be found from here.
        others: The other installed plugins.
    """
    listed = sorted(others, key=lambda each: each.order, reverse=True)
    brought = {each.distribution: _digests(each) for each in listed}
    if plugin is None:
        return Retold(others=brought, own={}, samples={})
    own = declarations(plugin)
    return Retold(
        others=brought,
        own=digests_of(declared_by(own)),
        samples={each.id: digest_of_journal(each.build(each.default_seed)) for each in own.samples},
    )


def _digests(plugin: Plugin) -> dict[str, str]:
    try:
        return digests_of(declared_by(declarations(plugin)))
    except Exception:  # noqa: BLE001  of another author: it is left out here as it is everywhere
        return {}


def retold_elsewhere(plugin: Plugin, module: str) -> tuple[Retold, ...]:
    """What other processes find, one in each of the time zones.

    Args:
        plugin: The plugin.
        module: Where it is found; empty where it cannot be found from there.

    Raises:
        RuntimeError: One did not end well; the last line that it wrote says why.
    """
    asked = {
        "name": plugin.name,
        "distribution": plugin.distribution,
        "version": plugin.version,
        "module": module,
    }
    with ThreadPoolExecutor(len(ZONES)) as processes:
        return tuple(processes.map(_retold_in, ZONES, repeat(json.dumps(asked))))


def _retold_in(zone: str, asked: str) -> Retold:
    ended = subprocess.run(  # noqa: S603  this very interpreter, with a function of ours
        [sys.executable, "-c", TELL, asked],
        capture_output=True,
        text=True,
        check=False,
        timeout=PATIENCE,
        env={
            **os.environ,
            "PYTHONHASHSEED": HASH_SEED,
            "PYTHONPATH": os.pathsep.join(each for each in sys.path if each),
            "TZ": zone,
        },
    )
    if ended.returncode:
        last = (ended.stderr.strip() or "it told nothing").splitlines()[-1]
        raise RuntimeError(f"another process could not load it again: {last}")
    return Retold(**json.loads(ended.stdout.splitlines()[-1]))


def told(asked: str) -> str:
    """What this process finds, as JSON.

    Args:
        asked: The plugin, as :func:`retold_elsewhere` writes it.
    """
    about: dict[str, str] = json.loads(asked)
    module = about.pop("module")
    others = (each for each in installed_plugins() if each.name != about["name"])
    plugin = Plugin(**about, load=lambda: import_module(module)) if module else None
    return json.dumps(attrs.asdict(retold(plugin, others)))
