"""Every hook stands in the reference with its exact arguments."""

import inspect
import re
from pathlib import Path

import pytest

from inclusion_core import hookspecs

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "hooks.md"
WORDS = PAGE.read_text(encoding="utf-8")
HEADINGS = re.findall(r"^## `(.+)`$", WORDS, re.MULTILINE)


def signature(name):
    """The hook as its page writes it: name, arguments, what it returns."""
    return f"{name}{inspect.signature(getattr(hookspecs, name))}".replace("'", "")


def test_every_hook_has_a_section_headed_by_its_signature_and_no_other_is_there():
    assert sorted(HEADINGS) == [signature(name) for name in hookspecs.__all__]


@pytest.mark.parametrize("name", hookspecs.__all__)
def test_a_section_begins_as_the_docstring_of_the_hook_does(name):
    section = WORDS.partition(f"## `{signature(name)}`\n\n")[2]
    verb, rest = hookspecs.__dict__[name].__doc__.splitlines()[0].split(" ", 1)

    assert section.startswith(f"{verb}s {rest}")


@pytest.mark.parametrize("name", hookspecs.__all__)
def test_the_example_implements_the_hook(name):
    assert re.search(rf"^@hookimpl\ndef {name}\(\):$", WORDS, re.MULTILINE)


def test_a_sentence_has_a_line_of_its_own():
    prose = re.sub(r"```.*?```", "", WORDS, flags=re.DOTALL)

    assert re.findall(r"[.;:?!] [A-Z].*", prose) == []


def test_the_example_runs(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    namespace = {}

    for block in re.findall(r"```python\n(.*?)```", WORDS, re.DOTALL):
        exec(compile(block, str(PAGE), "exec"), namespace)

    assert list(namespace["catalogue"].metrics.declared) == ["garden.entered"]
