"""The catalogue of this plugin without any other, loaded once for all tests of the command line."""

from importlib.metadata import version

import pytest

import inclusion_sif
from inclusion_core.manager import Plugin, load_catalogue


@pytest.fixture(scope="session")
def alone():
    """Gives the catalogue, as the program asks for it."""
    plugin = Plugin(
        name="sif",
        distribution="inclusion-sif",
        version=version("inclusion-core"),
        load=lambda: inclusion_sif,
    )
    catalogue = load_catalogue([plugin])
    return lambda: catalogue
