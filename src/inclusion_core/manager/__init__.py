"""Loads plugins one by one, names the ones that fail, and builds the catalogue from the others.

Each plugin has a pluggy manager of its own, so that what one of them does wrong cannot touch
another. Nothing is kept between calls: two catalogues have nothing in common but their values.

A plugin is looked through alone first (:mod:`.declarations`, :mod:`.belonging`), then beside the
others (:mod:`.together`); what is wrong with it does not depend on the order of loading.
"""

from __future__ import annotations

from inclusion_core.manager.loading import load_catalogue
from inclusion_core.manager.plugins import Plugin, PluginRefusedError, installed_plugins

__all__ = ["Plugin", "PluginRefusedError", "installed_plugins", "load_catalogue"]
