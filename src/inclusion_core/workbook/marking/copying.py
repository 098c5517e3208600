"""A provider's workbook opened as it stands, and written again, value by value the same.

Nothing is worked out: a formula stays a formula, a number stays the number even where its format
shows it as a day. No clock is read: equal workbooks give equal bytes.
"""

from __future__ import annotations

import re
import warnings
from importlib import import_module
from io import BytesIO
from pathlib import Path
from threading import Lock
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from inclusion_core.errors import MissingExtraError
from inclusion_core.wire.files import content_of
from inclusion_core.wire.problems import Problem
from inclusion_core.workbook.opening.archive import copy_of
from inclusion_core.workbook.opening.grids import MAX_BYTES
from inclusion_core.workbook.signature import MADE_ON

__all__ = ["bytes_of", "empty_workbook", "opened"]

_CONTENT_TYPES = "[Content_Types].xml"
_ZIP_EPOCH = (1980, 1, 1, 0, 0, 0)
_WITH_TEXTS = ("xl/sharedStrings", "xl/worksheets/")
_HALVED = b"x005F_"
_ONE_AT_A_TIME = Lock()
"""The filters of warnings are those of the whole process: two who put them back mix them up."""
_TEXT = re.compile(rb"<(?:\w+:)?t(?: [^<>]*)?>[^<]*")


def empty_workbook() -> Any:
    """A workbook of openpyxl without sheets.

    Raises:
        MissingExtraError: openpyxl is not installed.
    """
    book = _module("openpyxl").Workbook()
    book.remove(book.active)
    return book


def opened(path: Path, *, with_macros: bool) -> Any | None:
    """The workbook in a file as openpyxl holds it.

    ``None`` where it cannot be opened, or is better left closed because it may be a zip bomb.
    Pictures, charts and what only newer spreadsheets know may get lost.

    Args:
        path: The file.
        with_macros: Whether its macros are kept.

    Raises:
        MissingExtraError: openpyxl is not installed.
    """
    data = content_of(path, max_bytes=MAX_BYTES)
    if isinstance(data, Problem) or isinstance(copy_of(data), Problem):
        return None
    reader_class = _module("openpyxl.reader.excel").ExcelReader

    class Verbatim(reader_class):  # type: ignore[misc, valid-type]
        """Leaves numbers as they are, whatever the format of their cells."""

        def read_workbook(self) -> None:
            super().read_workbook()
            macros = self.wb.vba_archive
            if macros is not None:  # left open for writing, it would complain that nobody closed it
                file = macros.fp
                macros.close()
                self.wb.vba_archive = ZipFile(file)

        def read_worksheets(self) -> None:
            self.wb._date_formats = set()  # noqa: SLF001  a day, once turned, may not turn back
            super().read_worksheets()

    with _ONE_AT_A_TIME, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # about what gets lost
        try:
            reader = Verbatim(BytesIO(data), keep_vba=with_macros, rich_text=True)
            reader.archive = _Archive(BytesIO(data))
            reader.read()
        except Exception:  # noqa: BLE001  a damaged file makes openpyxl raise nearly anything
            return None
    reader.wb.template = False
    return reader.wb


class _Archive(ZipFile):
    """The parts of a workbook, with texts doubled where openpyxl would halve them.

    A cell in which ``_x0041_`` is written holds ``_x005F_x0041_``, or a spreadsheet would show a
    letter. openpyxl leaves ``x005F_`` out when it reads, and does not put it back.
    """

    def open(self, name: Any, *args: Any, **options: Any) -> Any:
        """A part to be read."""
        part = super().open(name, *args, **options)
        if not str(name).startswith(_WITH_TEXTS):
            return part
        with part:
            data = part.read()
        return BytesIO(_TEXT.sub(_doubled, data) if _HALVED in data else data)


def _doubled(text: re.Match[bytes]) -> bytes:
    return text[0].replace(_HALVED, b"x005F" + _HALVED + b"_")


def bytes_of(book: Any) -> bytes:
    """A workbook of openpyxl as an .xlsx file."""
    book.properties.created = book.properties.modified = MADE_ON
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        _module("openpyxl.writer.excel").ExcelWriter(book, archive).write_data()
    return _without_times(file)


def _without_times(file: BytesIO) -> bytes:
    """The same archive; its entries sorted and without the time at which they were made."""
    settled = BytesIO()
    with ZipFile(file) as archive, ZipFile(settled, "w", ZIP_DEFLATED) as into:
        for name in sorted(archive.namelist(), key=lambda name: (name != _CONTENT_TYPES, name)):
            into.writestr(ZipInfo(name, _ZIP_EPOCH), archive.read(name), ZIP_DEFLATED)
    return settled.getvalue()


def _module(name: str) -> Any:
    try:
        return import_module(name)
    except ModuleNotFoundError:
        raise MissingExtraError("xlsx", "marking a workbook") from None
