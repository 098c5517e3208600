"""What is deprecated, on the command line: wherever an id is told about."""

import json

import attrs
import pytest
from course_lab import TOY_COURSE, Course

from inclusion_core.deprecations import Deprecation
from inclusion_core.markers import hookimpl
from inclusion_core.texts import lv

SAYS = lv("Skaita citādi.").en("It counts otherwise.")
REPLACED = Deprecation(id="toy.all", instead="toy.people", since="0.1.1", says=SAYS)
GONE = tuple(
    Deprecation(id=key, since="0.1.2", says=SAYS) for key in ("toy.adult", "toy.course.months")
)
TOLD = "since version 0.1.1 use toy.people in place of toy.all. It counts otherwise."


class Deprecating(Course):
    @hookimpl
    def inclusion_deprecations(self):
        return (REPLACED, *GONE)


@pytest.fixture
def deprecating():
    """The plugin of the course, which replaces a metric and gives up a rule and a limit."""
    return attrs.evolve(TOY_COURSE, load=Deprecating)


def test_plugins_lists_what_is_deprecated(run, deprecating):
    code, shown, _ = run("plugins", plugins=(deprecating,))

    assert code == 0
    assert "deprecated:\n  toy.adult: since version 0.1.2 toy.adult is not to be used" in shown
    assert f"  toy.all: {TOLD}\n" in shown


def test_a_programme_says_what_of_it_is_deprecated(run, deprecating):
    _, shown, _ = run("programmes", "toy.course", plugins=(deprecating,))

    told = [line.split() for line in shown.splitlines() if "deprecated" in line]
    assert [(each[0], each[4]) for each in told] == [
        ("deprecated", "toy.adult"),
        ("deprecated", "toy.course.months"),
    ]


def test_an_id_is_explained_with_what_takes_its_place(run, deprecating):
    _, shown, _ = run("explain", "toy.all", plugins=(deprecating,))
    written = run("explain", "toy.all", "--format", "json", plugins=(deprecating,))[1]

    assert f"  deprecated: {TOLD}" in shown
    assert json.loads(written)["declared"][0]["deprecated"] == TOLD
    assert "deprecated" not in run("explain", "toy.people", plugins=(deprecating,))[1]
