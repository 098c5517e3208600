"""The face of the kit: every name comes when it is asked for, and nothing before."""

import subprocess
import sys

import pytest

from inclusion_core import testing


@pytest.mark.parametrize("name", testing.__all__)
def test_every_name_is_there(name):
    assert getattr(testing, name)


def test_the_names_are_those_that_dir_lists():
    assert dir(testing) == sorted(testing.__all__)


def test_another_name_is_not():
    with pytest.raises(AttributeError, match="no attribute 'Novel'"):
        testing.Novel  # noqa: B018


def test_importing_it_loads_neither_pytest_nor_hypothesis():
    program = "import sys, inclusion_core.testing; print(*sys.modules)"
    run = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )

    assert not {"pytest", "hypothesis", "attrs"} & set(run.stdout.split())
