"""The elements that a document is made of: paragraphs of words, and what surrounds them."""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from typing import Any

__all__ = ["made", "paragraph", "run"]

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def made(name: str, children: Iterable[Any] = (), **attributes: str) -> Any:
    """An element with attributes of its own name space.

    Args:
        name: Its name, ``w:tbl``.
        children: What is in it.
        attributes: By their names without the prefix.
    """
    oxml, named = import_module("docx.oxml"), import_module("docx.oxml.ns").qn
    element = oxml.OxmlElement(name)
    for key, value in attributes.items():
        element.set(named(f"w:{key}"), value)
    element.extend(children)
    return element


def run(words: str) -> Any:
    """Words as they are: no field, link or formula is made of them."""
    text = made("w:t")
    text.text = words
    text.set(_SPACE, "preserve")
    return made("w:r", [text])


def paragraph(words: str, style: str, *, right: bool = False) -> Any:
    """A paragraph.

    Args:
        words: On one line.
        style: The id of its style.
        right: It is read from the right, as figures are.
    """
    side = [made("w:jc", val="right")] if right else []
    about = made("w:pPr", [made("w:pStyle", val=style), *side])
    return made("w:p", [about, run(words)])
