"""The file of an office program: a ZIP archive of XML, made the same each time."""

from __future__ import annotations

import re
from datetime import date, datetime, time
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from inclusion_core.texts import Language

__all__ = ["AUTHOR", "LONGEST_PROPERTY", "TAGS", "made_on", "packed"]

AUTHOR = "inclusion_core"
"""Who is named as the author: the library, and nobody's account."""
LONGEST_PROPERTY = 255
"""So long may a property of a document be."""
TAGS = {Language.LV: "lv-LV", Language.EN: "en-GB"}
"""What office programs call the languages."""

_EARLIEST = date(1980, 1, 1)  # ZIP archives know none before
_PROPERTIES = "docProps/core.xml"
_LANGUAGE = re.compile(rb"<dc:language>[^<]*</dc:language>|<dc:language ?/>")


def made_on(known_on: date) -> datetime:
    """What stands where a program writes the time of making: the day as of which the data are."""
    return datetime.combine(max(known_on, _EARLIEST), time())


def packed(data: bytes, language: Language) -> bytes:
    """The archive packed again: without the time of making and the machine, its language named.

    Args:
        data: The archive.
        language: Of its words.
    """
    whole = BytesIO()
    with ZipFile(BytesIO(data)) as given, ZipFile(whole, "w", ZIP_DEFLATED) as written:
        for name in given.namelist():
            content = given.read(name)
            if name == _PROPERTIES:
                content = _with_language(content, language)
            entry = ZipInfo(name, (_EARLIEST.year, _EARLIEST.month, _EARLIEST.day, 0, 0, 0))
            entry.compress_type, entry.create_system = ZIP_DEFLATED, 0
            written.writestr(entry, content)
    return whole.getvalue()


def _with_language(properties: bytes, language: Language) -> bytes:
    told = f"<dc:language>{TAGS[language]}</dc:language>".encode()
    end = b"</cp:coreProperties>"
    return _LANGUAGE.sub(b"", properties).replace(end, told + end)
