"""The reference says what the library says."""

from __future__ import annotations

import importlib
import re
from pathlib import Path
from types import ModuleType

import pytest

from inclusion_core import expr
from inclusion_core.expr import nodes
from inclusion_core.testing import installed_catalogue

DOCS = Path(__file__).parents[2] / "docs"
PAGES = sorted(DOCS.rglob("*.md"))


def builder() -> ModuleType:
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(DOCS)
        return importlib.import_module("build_reference")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(DOCS)))
def test_generated_parts_are_up_to_date(page):
    text = page.read_text(encoding="utf-8")

    assert builder().generated(text) == text, "run: .venv/bin/python docs/build_reference.py"


def test_every_part_that_can_be_generated_stands_in_a_page():
    text = "".join(page.read_text(encoding="utf-8") for page in PAGES)

    unused = [name for name in builder().PARTS if f"<!-- generated: {name}" not in text]

    assert not unused


def test_every_metric_is_explained():
    text = "".join(page.read_text(encoding="utf-8") for page in PAGES)
    builder()
    shown_by = importlib.import_module("reference_parts.indicators").shown_by

    missing = [
        metric.id
        for metric in installed_catalogue().metrics
        if f"<!-- generated: metric {metric.id} -->" not in text
        and f"<!-- generated: indicators {shown_by(metric.id)} -->" not in text
    ]

    assert not missing


def test_every_operation_of_a_handle_is_in_the_language_page():
    text = (DOCS / "reference" / "language.md").read_text(encoding="utf-8")
    classes = (
        *(expr.Condition, expr.DayExpression, expr.CodeExpression),
        *(expr.NumberExpression, expr.Age, expr.Many),
    )
    methods = {name for cls in classes for name in vars(cls) if not name.startswith("_")}
    own_names = {"node", "owner", "path", "row", "conditions", "complete"}
    functions = {name for name in expr.__all__ if name[0].islower() or name.isupper()}

    words = set(re.findall(r"\w+", text))

    assert (methods | functions) - own_names <= words


def test_every_node_is_in_the_language_page():
    text = (DOCS / "reference" / "language.md").read_text(encoding="utf-8")

    missing = [node.__name__ for node in nodes.NODE_CLASSES if f"`{node.__name__}`" not in text]

    assert not missing
