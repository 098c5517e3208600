"""A report format: one function from a report to bytes, and what a user must know to choose it.

A format is not hurried: how long it takes depends on the report, and no thread can be ended from
outside. Who interrupts one that hangs is told which it was.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from copy import deepcopy
from logging import getLogger
from traceback import walk_tb
from typing import TypeAlias

import attrs

from inclusion_core.errors import DeclarationError, InclusionError, MissingExtraError
from inclusion_core.reports.report import Report
from inclusion_core.texts import Language, Text

__all__ = ["FormatFailedError", "Render", "ReportFormat"]

Render: TypeAlias = Callable[[Report, Language], bytes]
"""Gives the same bytes for the same report and language, whenever and wherever it is called."""

_LOG = getLogger("inclusion_core.reports")
_ID = re.compile(r"[a-z][a-z0-9]*([._-][a-z0-9]+)*")
_SUFFIX = re.compile(r"(\.[A-Za-z0-9]+)+")
_MEDIA_TYPE = re.compile(r"[a-z]+/[A-Za-z0-9.+-]+(; ?[a-z]+=[A-Za-z0-9.-]+)*")


class FormatFailedError(InclusionError):
    """A report could not be written, through a fault of the format.

    What the format raised is not told, for it may hold what the report holds.

    Attributes:
        key: Id of the format.
        why: The kind of the fault, and where in the code of the format it came from.
    """

    def __init__(self, key: str, why: str) -> None:
        super().__init__(key, why)
        self.key = key
        self.why = why

    def __str__(self) -> str:
        return (
            f"the format {self.key!r} failed ({self.why}): choose another format, and tell those "
            "who distribute this one"
        )


@attrs.frozen
class _Careful:
    """A function of a format, called so that what is wrong with it touches nobody else.

    Attributes:
        key: Id of the format.
        render: The function.
    """

    key: str
    render: Render

    def __call__(self, report: Report, language: Language) -> bytes:
        """The bytes; the function is given a report of its own.

        Raises:
            FormatFailedError: The function raises, or gives no bytes.
            MissingExtraError: It needs what is not installed.
        """
        try:
            written: object = self.render(deepcopy(report), language)
        except MissingExtraError:
            raise
        except KeyboardInterrupt as interrupt:
            interrupt.add_note(f"while the format {self.key} was writing")
            raise
        except BaseException as fault:  # noqa: BLE001  one that exits must not end the program
            raise FormatFailedError(self.key, _why(fault)) from None
        if type(written) is not bytes:
            raise FormatFailedError(self.key, f"it gave {type(written).__name__}, and no bytes")
        told = {
            "event": "report.rendered",
            "form": report.id,
            "format": self.key,
            "bytes": len(written),
        }
        _LOG.info("report %(form)s: %(bytes)d bytes of %(format)s", told, extra=told)
        return written


def _why(fault: BaseException) -> str:
    *_, (frame, line) = walk_tb(fault.__traceback__)
    return f"{type(fault).__name__} in {frame.f_globals.get('__name__')}, line {line}"


@attrs.frozen(kw_only=True)
class ReportFormat:
    """A way to write a report down. It knows nothing of metrics or data.

    Attributes:
        id: What a user asks for: ``html``.
        says: What it is, in words.
        suffix: How names of its files end: ``.html``.
        media_type: How a web server announces it.
        binary: The bytes are no text; they are not written to a terminal.
        render: The function itself. Called as an attribute of the format it is given a copy of the
            report, and what it raises becomes a :class:`FormatFailedError`.

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
        inner = self.render.render if isinstance(self.render, _Careful) else self.render
        object.__setattr__(self, "render", _Careful(self.id, inner))
