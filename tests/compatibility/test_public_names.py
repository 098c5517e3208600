"""What was released goes on working, or the changelog says first what breaks."""

from importlib import import_module
from inspect import ismodule

import pytest
from names_lab.__main__ import main
from names_lab.announced import unannounced
from names_lab.breaking import Breakage, breakages
from names_lab.describing import described, value_of
from names_lab.kept import FOLDER, HEAD, ROOT, kept, quietly_kept
from names_lab.shown import names_shown

BEFORE = """\
# module: cafe

from cafe.bread import Loaf

# module: cafe.bread

class Loaf(Record):
    def __init__(self, *, id: str, weight: int = 500) -> None: ...
    weight: int
    def sliced(self, slices: int) -> Loaf: ...
class Grain(StrEnum):
    RYE = 'rye'
    WHEAT = 'wheat'
def baked(dough: Dough, minutes: int = 40) -> Loaf: ...
"""
CHANGES = (
    ("from cafe.bread import Loaf\n", "", "cafe.Loaf"),
    ("    weight: int\n", "", "cafe.bread.Loaf.weight"),
    ("    def sliced(self, slices: int) -> Loaf: ...\n", "", "cafe.bread.Loaf.sliced"),
    ("slices: int", "slices: int, butter: bool", "cafe.bread.Loaf.sliced"),
    ("id: str,", "id: str, baked_on: date,", "cafe.bread.Loaf.__init__"),
    ("*, id: str, weight: int = 500", "*, id: str", "cafe.bread.Loaf.__init__"),
    ("weight: int = 500", "weight: int", "cafe.bread.Loaf.__init__"),
    ("minutes: int = 40", "minutes: int = 50", "cafe.bread.baked"),
    ("dough: Dough, minutes: int", "minutes: int, dough: Dough", "cafe.bread.baked"),
    ("def baked(dough: Dough, minutes: int = 40) -> Loaf: ...", "", "cafe.bread.baked"),
    ("    WHEAT = 'wheat'\n", "", "cafe.bread.Grain.WHEAT"),
    ("'wheat'", "'Wheat'", "cafe.bread.Grain.WHEAT"),
    ("class Loaf(Record):", "class Loaf:", "cafe.bread.Loaf"),
)
ADDITIONS = (
    ("minutes: int = 40", "minutes: int = 40, heat: int = 220"),
    ("    WHEAT = 'wheat'\n", "    WHEAT = 'wheat'\n    OAT = 'oat'\n"),
    ("    weight: int\n", "    weight: int\n    crust: str\n"),
    ("# module: cafe.bread\n", "# module: cafe.bread\ndef eaten() -> None: ...\n"),
)
CHANGELOG = """\
# Changelog

## Unreleased

- **Breaking:** `Loaf` has a day; a loaf
  is cut by `bread.cut()`.
- `baked` is faster.

## 0.1.0

- **Breaking:** `Grain` is new.
"""


@pytest.mark.parametrize(("was", "now", "name"), CHANGES)
def test_what_no_longer_works_is_found_and_named(was, now, name):
    changed = BEFORE.replace(was, now)

    assert changed != BEFORE
    assert name in {each.name for each in breakages(BEFORE, changed)}


@pytest.mark.parametrize(("was", "now"), ADDITIONS)
def test_what_is_added_breaks_nothing(was, now):
    changed = BEFORE.replace(was, now)

    assert changed != BEFORE
    assert breakages(BEFORE, changed) == ()


def test_a_module_that_is_gone_is_found():
    assert {each.name for each in breakages(BEFORE, "")} == {
        *("cafe.Loaf", "cafe.bread.Loaf", "cafe.bread.Grain", "cafe.bread.baked"),
    }


@pytest.mark.parametrize(
    ("name", "silent"),
    [
        ("cafe.bread.Loaf", False),
        ("cafe.bread.Loaf.__init__", False),
        ("cafe.bread.cut", False),
        ("cafe.cake.cut", True),
        ("cafe.bread.baked", True),
        ("cafe.bread.Grain", True),
        ("cafe.bread.Loaf.weight", True),
    ],
)
def test_only_what_a_line_of_what_breaks_names_and_is_not_released_is_announced(name, silent):
    found = Breakage(name, "gone")

    assert unannounced([found], CHANGELOG) == ((found,) if silent else ())


def test_what_was_released_still_works_or_is_announced(capsys):
    assert main([]) == 0
    assert "0 of them without a word" in capsys.readouterr().out


def test_a_name_taken_away_without_a_word_ends_the_comparison(monkeypatch, capsys):
    less = {each for each in names_shown(ROOT) if each[1] != "completed_years"}
    monkeypatch.setattr("names_lab.__main__.names_shown", lambda _: less)

    assert main([]) == 1
    told = capsys.readouterr().out
    assert "inclusion_core.completed_years: can no longer be imported from there" in told
    assert "inclusion_core.periods.completed_years: Public object was removed" in told


def test_names_written_anew_after_their_release_are_told(monkeypatch, capsys):
    monkeypatch.setattr("names_lab.kept._released", lambda *_: "# other names")

    assert quietly_kept({"inclusion_core": "# these"}) == ("inclusion_core",)
    assert main([]) == 1
    assert "inclusion_core is not as it was released" in capsys.readouterr().out


def test_where_there_is_no_tag_nothing_is_told_of_it():
    assert quietly_kept({"inclusion_core": HEAD.format(version="0.0.0")}) == ()


def test_the_names_are_kept_as_they_are_written(monkeypatch, tmp_path):
    folder = tmp_path / "api"
    monkeypatch.setattr("names_lab.kept.FOLDER", folder)
    folder.mkdir()
    (folder / "left.txt").write_text("of a package that is gone", encoding="utf-8")

    assert main(["--write"]) == 0
    assert sorted(kept()) == sorted(path.stem for path in FOLDER.glob("*.txt"))
    assert main([]) == 0


def test_every_public_name_is_in_the_list_of_its_module():
    """So that who reads the module knows it too."""
    missing = [
        f"{module}.{name}"
        for module, name in names_shown(ROOT)
        if not ismodule(value_of(module, name))
        and name not in getattr(import_module(module), "__all__", (name,))
    ]

    assert missing == []


def test_a_description_is_the_same_each_time():
    some = [("inclusion_core", "Metric"), ("inclusion_core.periods", "Period")]

    assert described(some) == described(reversed(some))
