"""The catalogue of what is installed, loaded once in a process: jobs are not about loading it."""

from __future__ import annotations

from functools import cache

from inclusion_core import Catalogue, load_catalogue


@cache
def installed() -> Catalogue:
    return load_catalogue()
