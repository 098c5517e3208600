"""Every hook stands in the reference: its arguments, when it is called, what happens on error."""

import inspect
import re
from pathlib import Path

import pytest
from door_lab.plugins import healthy, metric, module, plugin

from inclusion_core import hookspecs
from inclusion_core.cli.exits import Exit
from inclusion_core.manager import load_catalogue
from inclusion_core.manager.declarations import MOST

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "hooks.md"
WORDS = PAGE.read_text(encoding="utf-8")
SECTIONS = dict(re.findall(r"^## `(.+?)`\n\n(.*?)(?=^## )", WORDS, re.MULTILINE | re.DOTALL))
PARTS = (
    *("arguments", "called", "gives"),
    *("refused if", "then left out", "then named", "when used"),
)


def signature(name):
    """The hook as its page writes it: name, arguments, what it returns."""
    return f"{name}{inspect.signature(getattr(hookspecs, name))}".replace("'", "")


def told(name):
    """What the table of its section says, by the first column."""
    rows = re.findall(r"^\| ([a-z ]+) \| (.+) \|$", SECTIONS[signature(name)], re.MULTILINE)
    assert len(dict(rows)) == len(rows)
    return dict(rows)


def test_every_hook_has_a_section_headed_by_its_signature_and_no_other_is_there():
    assert sorted(SECTIONS) == [signature(name) for name in hookspecs.__all__]


@pytest.mark.parametrize("name", hookspecs.__all__)
def test_a_section_begins_as_the_docstring_of_the_hook_does(name):
    verb, rest = hookspecs.__dict__[name].__doc__.splitlines()[0].split(" ", 1)

    assert SECTIONS[signature(name)].startswith(f"{verb}s {rest}")


@pytest.mark.parametrize("name", hookspecs.__all__)
def test_a_section_says_when_it_is_called_and_what_happens_on_error(name):
    rows = told(name)

    assert tuple(rows) == PARTS
    assert rows["called"].startswith("while a catalogue is built: once for each catalogue")
    assert rows["then left out"].startswith("the whole plugin; the others take part")
    assert rows["then named"].startswith("in `catalogue.faults`: the plugin, its distribution, ")


@pytest.mark.parametrize("name", hookspecs.__all__)
def test_a_section_names_every_argument(name):
    arguments = inspect.signature(getattr(hookspecs, name)).parameters

    assert told(name)["arguments"] == (", ".join(f"`{each}`" for each in arguments) or "none")


@pytest.mark.parametrize("name", hookspecs.__all__)
def test_a_section_names_the_kind_of_value_that_the_hook_gives(name):
    returned = inspect.signature(getattr(hookspecs, name)).return_annotation
    kind = re.findall(r"\w+", returned.replace("[Any]", ""))[-1]

    assert f"`{kind}`" in told(name)["gives"]


@pytest.mark.parametrize("name", hookspecs.__all__)
def test_the_example_of_a_section_implements_its_hook_and_no_other(name):
    (example,) = re.findall(r"```python\n(.*?)```", SECTIONS[signature(name)], re.DOTALL)

    assert re.findall(
        r"^@hookimpl\ndef (\w+)\(\) -> tuple\[.+, \.\.\.\]:$", example, re.MULTILINE
    ) == [name]


def test_a_sentence_has_a_line_of_its_own():
    prose = re.sub(r"```.*?```|^\|.*$|^- .*$", "", WORDS, flags=re.DOTALL | re.MULTILINE)

    assert re.findall(r"[.;:?!] [A-Z].*", prose) == []


def test_the_example_runs(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    namespace = {}

    for block in re.findall(r"```python\n(.*?)```", WORDS, re.DOTALL):
        exec(compile(block, str(PAGE), "exec"), namespace)

    assert list(namespace["catalogue"].metrics.declared) == ["garden.entered"]


# What the page says of all hooks is so.


def test_the_page_names_the_numbers_of_the_library():
    assert f"{MOST:,} are enough" in WORDS
    assert f"exit code {Exit.PLUGIN_MISSING.value} " in WORDS


@pytest.mark.at_length(few=5)
@pytest.mark.parametrize("name", hookspecs.__all__)
def test_a_hook_is_called_once_for_each_catalogue(name):
    calls = []
    counting = plugin("bad", module(**{name: lambda: calls.append(name) or ()}))

    catalogue = load_catalogue([counting])

    assert (catalogue.faults, calls) == ((), [name])
    load_catalogue([counting])
    assert calls == [name, name]


def gives_nothing():
    return None


def gives_another_kind():
    return (7,)


def raises():
    raise ValueError


@pytest.mark.parametrize("name", hookspecs.__all__)
@pytest.mark.parametrize("hook", [gives_nothing, gives_another_kind, raises])
def test_a_plugin_whose_hook_fails_is_left_out_whole_and_named(name, hook):
    sound = {"inclusion_metrics": lambda: (metric("bad.sound"),)}
    failing = plugin("bad", module(**{**sound, name: hook}))

    catalogue = load_catalogue([failing, healthy("good")])

    (fault,) = catalogue.faults
    assert (fault.plugin, fault.distribution) == ("bad", "inclusion-bad")
    assert name in fault.problem or (hook is raises and "ValueError" in fault.problem)
    assert [each.plugin for each in catalogue.distributions] == ["", "good"]
    assert list(catalogue.metrics.declared) == ["good.clients"]
