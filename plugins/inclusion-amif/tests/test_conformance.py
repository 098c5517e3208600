"""The plugin against the conformance kit."""

from __future__ import annotations

from inclusion_core.testing import PluginConformance


class TestConformance(PluginConformance):
    plugin = "amif"
