"""HTML and SVG as a type of their own, so that no words get into a page without being escaped."""

from __future__ import annotations

from html import escape
from typing import NewType

__all__ = ["Html", "document", "element", "on_lines", "style", "void", "words"]

Html = NewType("Html", str)
"""Text that stands in a page as it is; only this module makes it."""


def words(plain: str) -> Html:
    """Words, escaped.

    Example:
        >>> words('a < b & "c"')
        'a &lt; b &amp; &quot;c&quot;'
    """
    return Html(escape(plain))


def element(name: str, /, *inside: Html, **attributes: str | float) -> Html:
    """An element with what is inside it.

    Attributes that are words of Python are written with an underscore behind, those with a hyphen
    with an underscore within; numbers have one digit after the point.

    Example:
        >>> element("text", words("A&B"), x=12.34, y=7, class_="label")
        '<text x="12.3" y="7" class="label">A&amp;B</text>'
    """
    return Html(f"{_tag(name, attributes)}{''.join(inside)}</{name}>")


def void(name: str, /, **attributes: str | float) -> Html:
    """An element that has no inside, such as ``meta``."""
    return Html(_tag(name, attributes))


def _tag(name: str, attributes: dict[str, str | float]) -> str:
    written = (
        f' {key.rstrip("_").replace("_", "-")}="{_value(value)}"'
        for key, value in attributes.items()
    )
    return f"<{name}{''.join(written)}>"


def _value(value: str | float) -> str:
    return escape(value) if isinstance(value, str) else f"{value:.1f}".removesuffix(".0")


def on_lines(*parts: Html) -> Html:
    """The parts one under the other, with a line break before and after; empty ones left out."""
    return Html("".join(f"\n{part}" for part in parts if part) + "\n")


def style(rules: str) -> Html:
    """A style sheet of our own making, which is written as it is."""
    return Html(f"<style>{rules}</style>")


def document(root: Html) -> Html:
    """The page of which this is the root."""
    return Html(f"<!DOCTYPE html>\n{root}\n")
