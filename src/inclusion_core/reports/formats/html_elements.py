"""HTML as a type of its own, so that no words get into a page without being escaped."""

from __future__ import annotations

from html import escape
from typing import NewType

from inclusion_core.reports.formats.wording import says
from inclusion_core.texts import Language, Text

__all__ = ["Html", "document", "element", "on_lines", "style", "told", "void", "words"]

Html = NewType("Html", str)
"""Text that stands in a page as it is; only this module makes it."""


def words(plain: str) -> Html:
    """Words, escaped.

    Example:
        >>> words('a < b & "c"')
        'a &lt; b &amp; &quot;c&quot;'
    """
    return Html(escape(plain))


def told(text: Text, language: Language) -> Html:
    """The words of a text, on one line and escaped."""
    return words(says(text, language))


def element(name: str, /, *inside: Html, **attributes: str) -> Html:
    """An element with what is inside it.

    Attributes that are words of Python are written with an underscore behind, and those with
    a hyphen with an underscore within.

    Example:
        >>> element("th", words("A&B"), scope="col", class_="figure")
        '<th scope="col" class="figure">A&amp;B</th>'
    """
    return Html(f"{_tag(name, attributes)}{''.join(inside)}</{name}>")


def void(name: str, /, **attributes: str) -> Html:
    """An element that has no inside, such as ``meta``."""
    return Html(_tag(name, attributes))


def _tag(name: str, attributes: dict[str, str]) -> str:
    written = (
        f' {key.rstrip("_").replace("_", "-")}="{escape(value)}"'
        for key, value in attributes.items()
    )
    return f"<{name}{''.join(written)}>"


def on_lines(*parts: Html) -> Html:
    """The parts one under the other, with a line break before and after; empty ones left out."""
    return Html("".join(f"\n{part}" for part in parts if part) + "\n")


def style(rules: str) -> Html:
    """A style sheet of our own making, which is written as it is."""
    return Html(f"<style>{rules}</style>")


def document(root: Html) -> Html:
    """The page of which this is the root."""
    return Html(f"<!DOCTYPE html>\n{root}\n")
