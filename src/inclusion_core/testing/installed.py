"""What is installed, loaded once: to load it anew for each test takes longer than most tests."""

from __future__ import annotations

from functools import cache

from inclusion_core.catalogue import Catalogue
from inclusion_core.manager import load_catalogue

__all__ = ["installed_catalogue"]


@cache
def installed_catalogue() -> Catalogue:
    """The catalogue of all installed plugins, loaded once for all tests of a process.

    A catalogue is a value that nobody changes. A test that is about loading, or about plugins of
    its own, loads its own with :func:`~inclusion_core.load_catalogue`.

    Example:
        >>> installed_catalogue() is installed_catalogue()
        True
    """
    return load_catalogue()
