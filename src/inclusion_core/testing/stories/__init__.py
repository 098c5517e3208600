"""Caseloads made by hand, told as a caseworker would: see :class:`~.story.Story`."""

from __future__ import annotations

from inclusion_core.testing.stories.story import Story

__all__ = ["Story"]
