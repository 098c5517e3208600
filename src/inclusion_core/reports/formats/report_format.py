"""A report format: one function from a report to bytes, and what a user must know to choose it."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TypeAlias

import attrs

from inclusion_core.errors import DeclarationError
from inclusion_core.reports.report import Report
from inclusion_core.texts import Language, Text

__all__ = ["Render", "ReportFormat"]

Render: TypeAlias = Callable[[Report, Language], bytes]
"""Gives the same bytes for the same report and language, whenever and wherever it is called."""

_ID = re.compile(r"[a-z][a-z0-9]*([._-][a-z0-9]+)*")
_SUFFIX = re.compile(r"(\.[A-Za-z0-9]+)+")
_MEDIA_TYPE = re.compile(r"[a-z]+/[A-Za-z0-9.+-]+(; ?[a-z]+=[A-Za-z0-9.-]+)*")


@attrs.frozen(kw_only=True)
class ReportFormat:
    """A way to write a report down. It knows nothing of metrics or data.

    Attributes:
        id: What a user asks for: ``html``.
        says: What it is, in words.
        suffix: How names of its files end: ``.html``.
        media_type: How a web server announces it.
        binary: The bytes are no text; they are not written to a terminal.
        render: The function itself.

    Raises:
        DeclarationError: The id, the suffix or the media type is not written as such.
    """

    id: str
    says: Text
    suffix: str
    media_type: str
    binary: bool = False
    render: Render

    def __attrs_post_init__(self) -> None:
        for pattern, written, problem in (
            (_ID, self.id, "write its id in small letters and digits, such as html or sif.form"),
            (_SUFFIX, self.suffix, "begin its suffix with a full stop, such as .html"),
            (_MEDIA_TYPE, self.media_type, "name a media type, such as text/html; charset=utf-8"),
        ):
            if not pattern.fullmatch(written):
                raise DeclarationError("report format", self.id, problem)
