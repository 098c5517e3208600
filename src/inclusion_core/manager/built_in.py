"""The formats that the core brings as optional parts: declared through the hook, as all others are.

The distribution of the core names plugins of its own among its entry points. What they declare
is of the core, and so stands outside every namespace, as the other formats of the core do. Only
a module of the core is believed to be one, so that nobody else can pass for it.
"""

from __future__ import annotations

import attrs

from inclusion_core.manager.brought import Brought, shelf
from inclusion_core.manager.declarations import declarations
from inclusion_core.manager.plugins import Plugin

__all__ = ["is_built_in", "with_built_in"]

PACKAGE = __name__.partition(".")[0]


def is_built_in(plugin: Plugin, core: Brought) -> bool:
    """Whether a plugin is a part of the core: of its distribution, and with its code in there."""
    return plugin.distribution == core.distribution.name and plugin.package == PACKAGE


def with_built_in(core: Brought, plugin: Plugin) -> Brought:
    """The core with the formats that a plugin of its own declares.

    Raises:
        DuplicateIdError: There is a format of that id.
        Exception: Whatever is raised where a module of the core cannot be loaded.
    """
    whole = attrs.evolve(core, formats=(*core.formats, *declarations(plugin).formats))
    shelf("formats", [whole])  # raises where an id is taken
    return whole
