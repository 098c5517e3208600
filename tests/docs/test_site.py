"""What the site has beside the pages: every public name once, an order, links that stay inside."""

from __future__ import annotations

import inspect
import re
import sys
from collections import Counter
from importlib import import_module
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
SHOWN = re.compile(r"^\.\. auto(?:class|exception|function|data):: (\S+)$", re.MULTILINE)


@pytest.fixture(autouse=True)
def parts(monkeypatch):
    monkeypatch.syspath_prepend(DOCS)
    monkeypatch.syspath_prepend(ROOT / "tests" / "compatibility")


def value_of(module: str, name: str) -> object:
    return getattr(import_module(module), name)


def test_every_public_name_is_shown_once():
    from site_parts.python_pages import python_pages
    from site_parts.rooms import PAGES, given, places

    shown = Counter(way for text in python_pages().values() for way in SHOWN.findall(text))
    wanted = {place.way for place in places().values()}
    wanted |= {way for page in PAGES for way, _ in given(page)}

    assert shown == dict.fromkeys(wanted, 1)


def test_all_that_pages_and_plugins_import_is_shown():
    from names_lab.shown import names_shown
    from site_parts.rooms import places

    known = {(name, id(value_of(module, name))) for module, name in places()}
    missing = [
        (module, name)
        for module, name in names_shown(ROOT)
        if module.startswith("inclusion_core")
        and not inspect.ismodule(value := value_of(module, name))
        and (name, id(value)) not in known
    ]

    assert not missing


def test_every_class_and_function_that_is_shown_says_what_it_is():
    from site_parts.rooms import places

    values = {place.way: value_of(*name) for name, place in places().items()}

    silent = [
        way
        for way, value in values.items()
        if (inspect.isclass(value) or inspect.isroutine(value)) and not inspect.getdoc(value)
    ]

    assert not silent


def test_no_name_is_handed_out_that_stands_under_a_module_anyway():
    from site_parts.rooms import PAGES, given, places

    imported = {id(value_of(*name)) for name in places()}

    assert not [way for page in PAGES for way, value in given(page) if id(value) in imported]


def test_every_page_has_its_place_once_and_the_index_says_where():
    from site_parts.order import with_order

    text = with_order((DOCS / "index.md").read_text(encoding="utf-8"))
    lists = re.findall(r"^```\{toctree\}\n.*?\n\n(.*?)```", text, re.MULTILINE | re.DOTALL)
    placed = [line for each in lists for line in each.splitlines() if not line.startswith("site/")]
    pages = {
        path.relative_to(DOCS).with_suffix("").as_posix()
        for path in (*DOCS.glob("*.md"), *DOCS.glob("*/*.md"))
    }

    assert sorted(placed) == sorted(pages - {"index"})
    assert placed[0] == "tutorial/first-report"


def test_a_page_that_the_index_does_not_name_comes_after_those_that_it_names():
    from site_parts.order import with_order

    placed = re.findall(r"^how-to/\S+$", with_order("[last](how-to/write-a-rule.md)"), re.MULTILINE)

    assert placed[:2] == ["how-to/write-a-rule", "how-to/bring-your-data"]


def test_a_link_to_what_lies_beside_the_docs_leads_to_its_page_of_the_site():
    from site_parts.neighbours import on_the_site

    text = "[it](../../plugins/inclusion-eea/README.md), [files](../examples/django_app) [here](#a)"

    assert on_the_site(text, "docs/how-to/page.md", "how-to/page.md") == (
        "[it](../site/inclusion-eea.markdown), [files](../site/django-app.markdown) [here](#a)"
    )


def test_a_page_that_is_moved_keeps_its_links_and_what_stands_in_code():
    from site_parts.neighbours import on_the_site

    text = "[kit](../../docs/reference/testing.md) `[no](link.md)` [web](https://example.org/a)"

    assert on_the_site(text, "plugins/inclusion-sif/README.md", "site/page.markdown") == (
        "[kit](../reference/testing.md) `[no](link.md)` [web](https://example.org/a)"
    )


def test_nothing_of_the_neighbours_is_left_out():
    from site_parts.neighbours import neighbours

    pages = neighbours()

    assert {"changelog", "benchmarks", "django-app", "inclusion-sif"} <= set(pages)
    assert all(text.startswith("# ") for text in pages.values())
    assert "## casework/models.py" in pages["django-app"]


@pytest.mark.parametrize(
    ("page", "wrong"),
    [
        ('<html lang="en"><head><title>A</title></head><body><h1>A</h1></body></html>', []),
        ("<html><head><title>A</title></head><h1>A</h1></html>", ["says no language"]),
        ('<html lang="en"><title></title><h1>A</h1></html>', ["has no title"]),
        ('<html lang="en"><title>A</title></html>', ["has 0 main headings"]),
        (
            '<html lang="en"><title>A</title><h1>A</h1><h3>B</h3></html>',
            ["has a heading 3 after a heading 1"],
        ),
        (
            '<html lang="en"><title>A</title><h1>A</h1><img src="a.png"></html>',
            ["has an image that nothing describes"],
        ),
        (
            '<html lang="en"><title>A</title><h1>A</h1><script src="//cdn.example/a.js"></html>',
            ["loads //cdn.example/a.js"],
        ),
        (
            '<html lang="en"><title>A</title><h1>A</h1><link rel="stylesheet" href="https://a/b">',
            ["loads https://a/b"],
        ),
        (f'<html lang="en"><title>A</title><h1>A</h1><p>{ROOT}/src</p>', ["names a folder here"]),
    ],
)
def test_a_page_that_was_made_is_looked_through(tmp_path, page, wrong):
    from check_site import faults

    (tmp_path / "page.html").write_text(page, encoding="utf-8")

    assert list(faults(tmp_path)) == [f"page.html {each}" for each in wrong]


def test_who_looks_at_a_site_ends_with_what_is_wrong(tmp_path, monkeypatch):
    from check_site import main

    (tmp_path / "page.html").write_text("<title>A</title><h1>A</h1>", encoding="utf-8")
    monkeypatch.setattr(sys, "argv", ["check_site.py", str(tmp_path)])

    with pytest.raises(SystemExit, match=r"page\.html says no language"):
        main()
